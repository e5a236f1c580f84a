"""The months between the end of unemployment benefit and the first salary."""

import datetime as dt
from typing import NamedTuple

from cae_cli.forecast.projection.people import months_without_income
from cae_cli.language import Said, say, say_n
from cae_cli.months import Month


class FirstPay(NamedTuple):
    """The month of a person's first salary; None with `seen`: not within the projection."""

    month: Month | None
    seen: bool = True  # False: it was paid before the projection begins


def first_pay(first: Month | None, cesa: dt.date | None, window: Month) -> FirstPay:
    """Return the first pay of a person.

    Nobody is paid before the month of their own CESA; whoever signed it before the projection
    begins was first paid at a time it does not see.

    Args:
        first: the month from which the activity pays, if it does.
        cesa: the signature of the person's CESA, if recorded.
        window: the first month of the projection.
    """
    signed = None if cesa is None else Month.of(cesa)
    if signed is not None and signed < window:
        return FirstPay(None, seen=False)
    if first is None or signed is None:
        return FirstPay(first)
    return FirstPay(max(first, signed))


def benefit_ends(until: dt.date, pay: FirstPay) -> Said:
    """Say that unemployment benefit ends, and what comes between it and the first salary."""
    if not pay.seen:
        return say("Unemployment benefit ends")
    if pay.month is None:
        return say("Unemployment benefit ends: no salary in sight")
    count = months_without_income(until, pay.month)
    if count == 0:
        return say("Unemployment benefit ends: no month without income before the first salary")
    return say_n(
        "Unemployment benefit ends: {count} month without income until the salary of {pay}",
        "Unemployment benefit ends: {count} months without income until the salary of {pay}",
        count,
        pay=pay.month,
    )
