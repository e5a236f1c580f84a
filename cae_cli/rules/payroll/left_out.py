"""What the payroll rules leave out, said where it matters."""

from collections.abc import Iterator
from decimal import Decimal

from cae_cli.errors import Note
from cae_cli.language import Percent, say
from cae_cli.rules.payroll.settings import PayrollSettings

#: Code du travail L6242-1: from that headcount on, below 5 % of apprentices and the like.
_SUPPLEMENT_FROM = 250
_LEAST_SUPPLEMENT, _MOST_SUPPLEMENT = Decimal("0.0005"), Decimal("0.006")


def left_out(settings: PayrollSettings) -> Iterator[Note]:
    """Yield what a payroll does not count: absences, a supplement of large employers."""
    yield Note(
        "absences",
        say("No absence is counted: sick leave and maternity change the pay of their months."),
    )
    if settings.headcount >= _SUPPLEMENT_FROM:
        yield Note(
            "apprenticeship-supplement",
            say(
                "From {count} staff on, a supplement to the apprenticeship tax may be due ({least} "
                "to {most} of pay, where there are few apprentices): it is not counted.",
                count=_SUPPLEMENT_FROM,
                least=Percent(_LEAST_SUPPLEMENT),
                most=Percent(_MOST_SUPPLEMENT),
            ),
        )


def left_out_of_cape() -> Note:
    """Return what is not counted while a CAPE runs (code du travail R5142-3)."""
    return Note(
        "cape-contributions",
        say(
            "No social contribution is counted during the CAPE: on what is cashed less expenses, "
            "the cooperative charges those that are due."
        ),
    )
