"""What is said of payroll after the last month whose law is known."""

from collections.abc import Iterator
from decimal import Decimal

from cae_cli.errors import Note
from cae_cli.language import Percent, say
from cae_cli.months import Month
from cae_cli.rules.payroll.law import PayrollLaw

NO_GROWTH = Decimal(0)


def extrapolation(law: PayrollLaw, last: Month, growth: Decimal = NO_GROWTH) -> Iterator[Note]:
    """Yield what is assumed where an answer reaches past the last known month.

    Args:
        law: the payroll rules through time.
        last: the last month of the answer.
        growth: the yearly rise assumed for the SMIC and the ceiling.
    """
    known = law.last_known_month
    if last <= known:
        return
    if growth:
        text = say(
            "After {known}, the last known payroll rules are held, with a SMIC and a ceiling that "
            "rise by {growth} each January.",
            known=known,
            growth=Percent(growth),
        )
    else:
        text = say("After {known}, the last known payroll rules are held.", known=known)
    yield Note("payroll-extrapolated", text)
    over = law.texts_ended(known, last)
    if over:
        yield Note(
            "payroll-ended",
            say("What a text set for a time ends with it: {texts}.", texts=list(over)),
        )
