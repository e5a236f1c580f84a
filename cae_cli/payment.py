"""Terms of payment, in words, and the day they make an invoice fall due.

"45 days, month end" counts the delay first, then goes on to that month's end; "month end, 45 days"
goes to the end of the invoice's month first. Both are lawful readings of « 45 jours fin de mois »
(article L441-10 of the Code de commerce).
"""

import datetime as dt
import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from cae_cli.months import Month, add_months, end_of_month

MOST_DAYS, MOST_MONTHS, LAST_PAY_DAY = 730, 24, 28
#: The forms, for those who ask; each may end in ", the 10th" (a day from 1 to 28).
FORMS = (
    "on invoice", "30 days", "45 days, month end", "month end, 45 days", "2 months",
    "1 month, month end",
)  # fmt: skip
_LONGEST_MONTH = 31
_DELAY = r"(0|[1-9][0-9]{0,2}) (day|month)s?"
_DAY = r"(?:, the ([1-9]|1[0-9]|2[0-8])(?:st|nd|rd|th)?)?"
WORDS = re.compile(rf"(?:(on invoice)|(month end, )?{_DELAY}(, month end)?){_DAY}")


class PaymentTerms(NamedTuple):
    """When an invoice is paid: a delay, then the day that it is rounded up to."""

    delay: int  # days or months, from 0 on
    unit: Literal["days", "months"] = "days"
    month_end: Literal["before", "after"] | None = None  # on to a month's end, and when
    on: int | None = None  # then on to the next such day of a month, 1 to 28

    @classmethod
    def parse(cls, text: str) -> "PaymentTerms":
        """Read "45 days, month end, the 10th".

        Raises:
            ValueError: these are no terms that one knows.
        """
        match = WORDS.fullmatch(text)
        if match is None:
            raise ValueError(text)
        now, before, count, unit, after, day = match.groups()
        on = int(day) if day else None
        if now:
            return cls(0, on=on)
        months = unit == "month"
        delay = int(count)
        if (before and (after or months)) or delay > (MOST_MONTHS if months else MOST_DAYS):
            raise ValueError(text)
        return cls(
            delay,
            "months" if months else "days",
            "before" if before else "after" if after else None,
            on,
        )

    def __str__(self) -> str:
        words = f"{self.delay} {self.unit[:-1] if self.delay == 1 else self.unit}"
        if self.month_end == "before":
            words = f"month end, {words}"
        elif self.month_end == "after":
            words = f"{words}, month end"
        elif not self.delay:
            words = "on invoice"
        return words if self.on is None else f"{words}, the {self.on}{_suffix(self.on)}"

    @property
    def longest(self) -> dt.timedelta:
        """No invoice waits longer than this, closed months apart."""
        days = self.delay * (1 if self.unit == "days" else _LONGEST_MONTH)
        later = (self.month_end is not None) + (self.on is not None)
        return dt.timedelta(days + later * _LONGEST_MONTH)


def _suffix(day: int) -> str:
    if day in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def due_date(invoiced: dt.date, terms: PaymentTerms, closed: Collection[int] = ()) -> dt.date:
    """Return the day an invoice is paid.

    Args:
        invoiced: the date of the invoice.
        terms: the terms of payment.
        closed: months (1 to 12, not all) in which nothing is paid: what falls due then is paid on
            the first day of the next open one.
    """
    day = end_of_month(invoiced) if terms.month_end == "before" else invoiced
    if terms.unit == "months":
        day = add_months(day, terms.delay)
    else:
        day += dt.timedelta(terms.delay)
    if terms.month_end == "after":
        day = end_of_month(day)
    if terms.on is not None:
        later = day if day.day <= terms.on else add_months(day.replace(day=1), 1)
        day = later.replace(day=terms.on)
    if day.month not in closed:
        return day
    month = Month.of(day) + 1
    while month.number in closed:
        month += 1
    return month.first_day


def due_dates(
    invoiced: Sequence[dt.date], terms: PaymentTerms, closed: Collection[int] = ()
) -> list[dt.date]:
    """Return the days some invoices are paid; see `due_date`."""
    if terms == PaymentTerms(terms.delay) and not closed:
        delay = dt.timedelta(terms.delay)
        return [day + delay for day in invoiced]  # the usual terms, many times quicker
    months = tuple(sorted(closed))
    return [_known(day, terms, months) for day in invoiced]


#: Prestations share their days and their terms: most are found again.
_known = lru_cache(maxsize=1 << 16)(due_date)
