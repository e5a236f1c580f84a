"""When something recurs: dates computed from the start, never from one another.

Occurrence k is start + k periods, its day clamped to the month's end, so that 31 January is
followed by 28 February and then by 31 March.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Mapping
from itertools import compress
from typing import Literal, NamedTuple

from cae_cli.months import MONTHS_IN_YEAR, Month, add_years, end_of_month

DAYS_IN_WEEK = 7
_SHORTEST_MONTH = 28  # every month has that many days
_LONGEST_MONTH = 31

_MONTHS_OF = {"once": 0, "month": 1, "quarter": 3, "half-year": 6, "year": MONTHS_IN_YEAR}
_WORD_OF = {months: word for word, months in _MONTHS_OF.items()}
MONTH_END = "month-end"
#: The words, for those who ask; besides, "N days", "N weeks" and "N months".
EVERY_WORDS = (*_MONTHS_OF, "week", MONTH_END)
_EVERY = re.compile(r"([1-9][0-9]{0,3}) (day|week|month)s")
Unit = Literal["day", "week", "month", "month-end"]
_UNITS: Mapping[str, Unit] = {"day": "day", "week": "week", "month": "month"}


class Recurrence(NamedTuple):
    """How often something recurs: every `step` units; a step of 0 is once."""

    step: int
    unit: Unit = "month"  # month-end: its last day

    @classmethod
    def parse(cls, text: str) -> "Recurrence":
        """Read "month", "2 weeks" or "month-end".

        Raises:
            ValueError: this is no recurrence that one knows.
        """
        if text in _MONTHS_OF:
            return cls(_MONTHS_OF[text])
        if text == "week":
            return cls(1, "week")
        if text == MONTH_END:
            return cls(1, "month-end")
        match = _EVERY.fullmatch(text)
        if match is None:
            raise ValueError(text)
        return cls(int(match[1]), _UNITS[match[2]])

    def __str__(self) -> str:
        if self.unit == "month" and self.step in _WORD_OF:
            return _WORD_OF[self.step]
        if self.unit == MONTH_END:
            return MONTH_END
        return "week" if self == (1, "week") else f"{self.step} {self.unit}s"

    @property
    def days(self) -> int:
        """How many days a step lasts; 0 where it is counted in months."""
        return self.step * {"day": 1, "week": DAYS_IN_WEEK}.get(self.unit, 0)

    @property
    def longest(self) -> int:
        """No step lasts more days."""
        return self.days or self.step * _LONGEST_MONTH


class Schedule(NamedTuple):
    """What decides the dates of a prestation or an expense; start and end are inclusive."""

    start: dt.date
    every: Recurrence
    end: dt.date | None = None
    most: int | None = None  # dates kept, the season and the pauses considered
    months: tuple[int, ...] | None = None  # the season, 1 to 12; other months are skipped
    pauses: tuple[tuple[dt.date, dt.date], ...] = ()  # no date in them, both ends inclusive

    @property
    def skips(self) -> bool:
        """Whether some dates may be left out between the start and the end."""
        return self.months is not None or bool(self.pauses)


class Occurrences(NamedTuple):
    """Some of the dates kept, in order, and the number of the first of them among all, from 1."""

    number: int
    days: list[dt.date]


def occurrences(schedule: Schedule, first: dt.date, last: dt.date) -> Occurrences:
    """Return the dates of a schedule from `first` to `last`, both inclusive."""
    if schedule.end is not None and schedule.end < last:
        last = schedule.end
    if schedule.skips:
        before, days = 0, _kept(_dates(schedule, 0, last), schedule)
    else:
        # Every step is kept, so that it has its number without a walk from the start.
        before = _steps_before(schedule, first)
        days = _dates(schedule, before, last)
    if schedule.most is not None:
        days = days[: max(0, schedule.most - before)]
    early = bisect_left(days, first)
    return Occurrences(before + early + 1, days[early:] if early else days)


def _kept(days: list[dt.date], schedule: Schedule) -> list[dt.date]:
    """Return the dates that are in the season and in no pause."""
    if schedule.months is not None:
        days = [day for day in days if day.month in schedule.months]
    if not schedule.pauses:
        return days
    keep = [True] * len(days)
    for start, end in schedule.pauses:
        low, high = bisect_left(days, start), bisect_left(days, end + dt.timedelta(1))
        keep[low:high] = [False] * (high - low)
    return list(compress(days, keep))


def walked(schedule: Schedule, first: dt.date, last: dt.date) -> int:
    """Return about how many dates `occurrences` looks at: never fewer than it does."""
    if schedule.end is not None and schedule.end < last:
        last = schedule.end
    start = schedule.start if schedule.skips else max(schedule.start, first)
    if last < start:
        return 1
    if schedule.every.days:
        return (last - start).days // schedule.every.days + 2
    return (Month.of(last) - Month.of(start)) // max(1, schedule.every.step) + 2


def _dates(schedule: Schedule, k: int, last: dt.date) -> list[dt.date]:
    """Return the dates of a schedule from step k on, up to `last`."""
    start, every = schedule.start, schedule.every
    if every.step == 0:
        return [start] if start <= last else []
    if every.days:
        first = start.toordinal() + every.days * k
        return [dt.date.fromordinal(n) for n in range(first, last.toordinal() + 1, every.days)]
    months = range(Month.of(start) + every.step * k, Month.of(last) + 1, every.step)
    found = _on_day(_LONGEST_MONTH if every.unit == MONTH_END else start.day, months)
    return found[:-1] if found and found[-1] > last else found


def _on_day(number: int, months: range) -> list[dt.date]:
    """Return a day of some months, clamped to their ends."""
    year, date = MONTHS_IN_YEAR, dt.date
    if number <= _SHORTEST_MONTH:
        return [date(month // year, month % year + 1, number) for month in months]
    ends = [end_of_month(date(month // year, month % year + 1, 1)) for month in months]
    return [end if end.day <= number else end.replace(day=number) for end in ends]


def _steps_before(schedule: Schedule, first: dt.date) -> int:
    """Return a step whose date is not after `first`, and close to it."""
    start, every = schedule.start, schedule.every
    if every.step == 0 or start >= first:
        return 0
    if every.days:
        return (first - start).days // every.days
    return (Month.of(first) - Month.of(start)) // every.step


def years_between(start: dt.date, day: dt.date) -> int:
    """Return the whole years from one day to a later one; 29 February turns on 28 without one."""
    years = day.year - start.year
    return years - (add_years(start, years) > day)


def yearly_days_after(start: dt.date, day: dt.date, yearly: tuple[int, int]) -> int:
    """Return how often a (month, day) of every year comes after a start, up to a day inclusive."""
    reached = (day.month, day.day) >= yearly
    return day.year - start.year + reached - ((start.month, start.day) >= yearly)
