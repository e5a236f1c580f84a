"""What an answer rests on, and what it warns of; every note has a stable code."""

import datetime as dt
from collections.abc import Iterator, Sequence

from cae_cli.errors import Note
from cae_cli.forecast.answer import Answer
from cae_cli.forecast.membership import deadline_note, membership, planned_note
from cae_cli.forecast.projection.ledger import LedgerMonth
from cae_cli.forecast.projection.people import Person, months_without_income
from cae_cli.forecast.projection.view import ViewAnswer
from cae_cli.language import Amount, Percent, say, say_n
from cae_cli.months import Month, add_months
from cae_cli.rules import cooperative_notes
from cae_cli.rules.contracts import ONE_DAY
from cae_cli.rules.payroll.extrapolation import extrapolation
from cae_cli.rules.payroll.left_out import left_out, left_out_of_cape

#: A deadline this many months away, or passed, is a warning.
NEAR_MONTHS = 12


def assumptions(answer: Answer) -> Iterator[Note]:
    """Yield what the answer rests on: the cooperative, payroll, contracts, then conventions."""
    rules = answer.cooperative
    if rules.preset is not None:
        if rules.elsewhere:
            yield Note(
                "other-cooperative",
                say(
                    "{name} is in the place of the cooperative of the dossier, as if it had "
                    "counted all that came before; the file is not changed.",
                    name=rules.preset.name,
                ),
            )
        yield from cooperative_notes.assumptions(rules.preset, rules.own)
    if rules.own.model_fields_set:
        yield Note(
            "own-contribution-rule",
            say("The contribution follows the rules written in the dossier.")
            if rules.preset is None
            else say("What the dossier writes under [cooperative.contribution] replaces them."),
        )
    yield from _payroll(answer)
    yield from _contracts(answer)
    salary = answer.dossier.salary
    yield Note(
        "reserve",
        say(
            "A pay holds if for {count} months each month end leaves {reserve} × the month's "
            "employer cost in the treasury; what happens inside a month is not seen.",
            count=salary.sustain_months,
            reserve=salary.reserve_months,
        ),
    )
    yield Note(
        "lasting",
        say(
            "A pay lasts if it holds for a year at least and the work of its first twelve months "
            "covers it (cashed − contribution − expenses, investments aside)."
        ),
    )
    yield Note(
        "turnover",
        say(
            "Amounts exclude VAT; turnover is what the dossier records, nothing is extrapolated. "
            "Expenses and investments are paid when due."
        ),
    )


def _payroll(answer: Answer) -> Iterator[Note]:
    settings = answer.dossier.cooperative.payroll
    yield Note(
        "payroll",
        say(
            "Payroll follows the rules of each month for a CESA (equivalent hours), non-executive, "
            "outside Alsace-Moselle: headcount {headcount}, work-accident rate {rate}. "
            "Net is before income tax.",
            headcount=settings.headcount,
            rate=Percent(settings.work_accident_rate),
        ),
    )
    yield from left_out(settings)
    if settings.reduction == "annual":
        yield Note(
            "payroll-annual",
            say(
                "The general reduction, the reduced rates and the ceilings are counted over the "
                "civil year, month after month, from the first month paid here."
            ),
        )
    growth = answer.dossier.assumptions.smic_growth
    yield from extrapolation(answer.law, answer.horizon.last_candidate, growth)


def _contracts(answer: Answer) -> Iterator[Note]:
    first = answer.horizon.first
    if any(person.net and _in_cape(person, first) for person in answer.people):
        yield Note(
            "cape-balance",
            say("Nothing is drawn during the CAPE; its balance is carried into the CESA."),
        )
        yield left_out_of_cape()
    without_cesa = [p for p in answer.people if p.net and not p.has_cesa]
    names = [person.name for person in without_cesa if person.name]
    if names:
        yield Note(
            "cesa-with-first-salary",
            say(
                "No CESA is recorded for {names}: it is taken to be signed with the first salary.",
                names=names,
            ),
        )
    if any(not person.contracts for person in without_cesa):
        yield Note(
            "no-contract",
            say("Without a recorded contract, one is taken to run from {month} on.", month=first),
        )


def _in_cape(person: Person, first: Month) -> bool:
    """Tell whether a person is still in a CAPE at some time from a month on."""
    return not person.has_cesa or any(
        contract.kind == "cape" and (contract.end is None or Month.of(contract.end) >= first)
        for contract in person.contracts
    )


def warnings(answer: Answer, view: ViewAnswer) -> Iterator[Note]:
    """Yield what deserves attention in an answer that shows a view, the most serious first."""
    yield from _deadlines(answer)
    yield from _treasury(answer, view)
    yield from _cooperative(answer)
    yield from _targets(answer, view)
    yield from _benefits(answer, view)


def _treasury(answer: Answer, view: ViewAnswer) -> Iterator[Note]:
    yield from _undated(answer)
    broken = below_reserve(answer, view)
    if view.paid.why == "decided" and broken:
        yield Note(
            "decided-start-breaks",
            say_n(
                "With salaries from {start} on, as you decided, {first} ends below your reserve.",
                "With salaries from {start} on, as you decided, {count} months end below your "
                "reserve, first {first}.",
                len(broken),
                start=view.paid.start,
                first=broken[0],
            ),
        )
    coming = shown(answer, view)[answer.horizon.present :]
    negative = [row for row in coming if row.treasury < 0 and not row.salary_cost]
    if negative:
        yield Note(
            "treasury-negative",
            say_n(
                "The treasury is negative at the end of {first}, before any salary.",
                "The treasury is negative at the end of {count} months before any salary, "
                "first in {first}.",
                len(negative),
                first=negative[0].month,
            ),
        )


def _undated(answer: Answer) -> Iterator[Note]:
    """Yield what is assumed of a treasury that is not told, or told without its month."""
    treasury = answer.dossier.treasury
    if treasury.month is not None:
        return
    if "balance" in treasury.model_fields_set:
        text = say(
            "The treasury has no month: {amount} is taken as of {month}. Say it: "
            "cae set treasury 3200",
            amount=Amount(treasury.balance),
            month=answer.horizon.first,
        )
    else:
        text = say("The treasury of today is taken as 0. Tell yours: cae set treasury 3200")
    yield Note("no-treasury", text)


def shown(answer: Answer, view: ViewAnswer) -> Sequence[LedgerMonth]:
    """Return the months that an answer is about: to the last candidate for a first salary."""
    return view.months[: answer.horizon.last_candidate - answer.horizon.first + 1]


def below_reserve(answer: Answer, view: ViewAnswer) -> list[Month]:
    """Return the months with pay that end below the reserve, in order."""
    return [
        row.month
        for row in shown(answer, view)
        if row.salary_cost and row.treasury < answer.reserve(row.salary_cost)
    ]


def _cooperative(answer: Answer) -> Iterator[Note]:
    rules = answer.cooperative
    if not rules.told:
        yield Note(
            "no-contribution-rule",
            say(
                "No cooperative is recorded, so nothing is taken as contribution: add its preset, "
                "or its rules, under [cooperative]."
            ),
        )
    yield from cooperative_notes.warnings(rules.rule, rules.preset, answer.today)


def _targets(answer: Answer, view: ViewAnswer) -> Iterator[Note]:
    missing = [person.name for person in answer.people if not person.net]
    if missing and len(missing) < len(answer.people):
        yield Note("no-target", say("No net target for {names}: not paid here.", names=missing))
    month = view.paid.start
    if month is None or view.paid.why == "lasting":
        return
    month = max(month, answer.horizon.first + answer.horizon.present)
    lowest = min((pay.gross for pay in answer.target_pays(month)), default=None)
    least = answer.minimum_gross(month)
    if lowest is not None and lowest < least:
        yield Note(
            "below-minimum-pay",
            say(
                "{gross} gross a month is below the minimum pay of the cooperative, {minimum}.",
                gross=Amount(lowest),
                minimum=Amount(least),
            ),
        )


def _deadlines(answer: Answer) -> Iterator[Note]:
    """Yield the deadlines that passed or are near, the earliest first, then what is planned."""
    near = add_months(answer.today, NEAR_MONTHS)
    people = [membership(person, answer.today) for person in answer.dossier.entrepreneurs]
    people.sort(key=lambda who: who.deadline or dt.date.max)
    told = [*(deadline_note(who, near) for who in people), *map(planned_note, people)]
    yield from (note for note in told if note is not None)


def _benefits(answer: Answer, view: ViewAnswer) -> Iterator[Note]:
    first = view.paid.start
    if first is None or view.paid.why == "running":
        return
    for entrepreneur in answer.dossier.entrepreneurs:
        until = entrepreneur.unemployment_benefit_until
        months = 0 if until is None else months_without_income(until, first)
        if until is not None and months:
            yield Note(
                "months-without-income",
                say_n(
                    "{name}: unemployment benefit ends on {until}, {count} month before the first "
                    "salary.",
                    "{name}: unemployment benefit ends on {until}, {count} months before the first "
                    "salary.",
                    months,
                    name=entrepreneur.name,
                    until=until,
                ),
            )


def past_deadline(answer: Answer) -> Month | None:
    """Return the first month by whose end someone should be an associate and is not recorded so."""
    people = [membership(person, answer.today) for person in answer.dossier.entrepreneurs]
    days = [who.owed_by for who in people if who.owed_by is not None]
    return min((Month.of(day + ONE_DAY) for day in days), default=None)
