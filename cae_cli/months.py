"""Months and calendar steps.

Ranges of months and of days include both ends, unless a name says otherwise. A step of months or
years keeps the day of the month, clamped to the last day where it does not exist (article 641 of
the Code de procédure civile).
"""

import datetime as dt
import re
from calendar import monthrange
from typing import Self

MONTHS_IN_YEAR = 12
#: A first salary is looked for in this many months, that of today included.
CANDIDATES = 3 * MONTHS_IN_YEAR
#: How long a pay holds is looked at for this many months, or as many as it must hold.
LOOK_AHEAD = 2 * MONTHS_IN_YEAR
_ISO_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


class Month(int):
    """A calendar month: a whole number of months since year 0, so that months add and compare."""

    @classmethod
    def of(cls, day: dt.date) -> Self:
        """Return the month that holds a day."""
        return cls(day.year * MONTHS_IN_YEAR + day.month - 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2026-11".

        Raises:
            ValueError: the text is not a year and a month from 01 to 12.
        """
        match = _ISO_MONTH.fullmatch(text)
        if match is None:
            raise ValueError(text)
        return cls(int(match[1]) * MONTHS_IN_YEAR + int(match[2]) - 1)

    @property
    def year(self) -> int:
        return int(self) // MONTHS_IN_YEAR

    @property
    def number(self) -> int:
        """The month in its year, 1 to 12."""
        return int(self) % MONTHS_IN_YEAR + 1

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.year, self.number, 1)

    @property
    def last_day(self) -> dt.date:
        return dt.date(self.year, self.number, monthrange(self.year, self.number)[1])

    def __add__(self, months: int) -> Self:
        return type(self)(int(self) + months)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    def __repr__(self) -> str:
        return f"Month({self})"


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day of the month some months later (or earlier), clamped to the month's end.

    Raises:
        ValueError: the result is outside years 1 to 9999.
    """
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + months, MONTHS_IN_YEAR)
    number = day.day
    if number > 28:  # noqa: PLR2004 - every month has 28 days
        number = min(number, monthrange(year, month + 1)[1])
    return dt.date(year, month + 1, number)


def add_years(day: dt.date, years: int) -> dt.date:
    """Return the same day some years later; 29 February becomes 28 in a year that has none."""
    return add_months(day, years * MONTHS_IN_YEAR)


def end_of_month(day: dt.date) -> dt.date:
    """Return the last day of the month that holds a day."""
    return day.replace(day=monthrange(day.year, day.month)[1])
