"""What an answer warns of without any probability: blows that break the pay."""

from collections.abc import Iterator

from cae_cli.errors import Note
from cae_cli.forecast.answer import Answer
from cae_cli.forecast.flows import View
from cae_cli.forecast.what_if.stresses import LATE_DAYS, Blow, Stress, stresses
from cae_cli.language import Amount, say, say_n
from cae_cli.money import CENTS_IN_EURO, divide
from cae_cli.rules.payroll.law import PayrollLaw


def stress_notes(answer: Answer, view: View, law: PayrollLaw) -> Iterator[Note]:
    """Yield a warning where late payments, or the end of what is firm, break the pay.

    The second is told only where someone told until when a client is committed.
    """
    firm = any(client.firm_until is not None for client in answer.dossier.clients)
    blows: tuple[Blow, ...] = ("late", "firm") if firm else ("late",)
    for stress in stresses(answer, view, law, blows):
        if stress.breaks:
            yield _late(stress) if stress.blow == "late" else _firm(stress)


def _values(stress: Stress) -> dict[str, object]:
    short = divide(stress.after.short, CENTS_IN_EURO) * CENTS_IN_EURO
    return {"short": Amount(short), "month": stress.after.breaks}


def _late(stress: Stress) -> Note:
    if not stress.after.months:
        text = say(
            "If everyone pays {days} days later, the pay does not hold: {short} is missing at the "
            "end of {month}.",
            days=LATE_DAYS,
            **_values(stress),
        )
        return Note("late-payments-break", text)
    text = say_n(
        "If everyone pays {days} days later, the pay holds {count} month: {short} is missing at "
        "the end of {month}.",
        "If everyone pays {days} days later, the pay holds {count} months: {short} is missing at "
        "the end of {month}.",
        stress.after.months,
        days=LATE_DAYS,
        **_values(stress),
    )
    return Note("late-payments-break", text)


def _firm(stress: Stress) -> Note:
    if not stress.after.months:
        text = say(
            "If everyone stops at the end of what is firm, the pay does not hold: {short} is "
            "missing at the end of {month}.",
            **_values(stress),
        )
        return Note("end-of-firm-breaks", text)
    text = say_n(
        "If everyone stops at the end of what is firm, the pay holds {count} month: {short} is "
        "missing at the end of {month}.",
        "If everyone stops at the end of what is firm, the pay holds {count} months: {short} is "
        "missing at the end of {month}.",
        stress.after.months,
        **_values(stress),
    )
    return Note("end-of-firm-breaks", text)
