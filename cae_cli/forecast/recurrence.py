"""When something recurs: dates computed from the start, never from one another.

Occurrence k is start + k periods, its day clamped to the month's end, so that 31 January is
followed by 28 February and then by 31 March.
"""

import datetime as dt
from typing import NamedTuple

from cae_cli.fields import Recurrence
from cae_cli.months import MONTHS_IN_YEAR, Month, add_years, end_of_month

DAYS_IN_WEEK = 7
_SHORTEST_MONTH = 28  # every month has that many days


class Schedule(NamedTuple):
    """What decides the dates of a prestation or an expense; start and end are inclusive."""

    start: dt.date
    every: Recurrence
    end: dt.date | None = None
    most: int | None = None  # dates kept, the season considered
    months: tuple[int, ...] | None = None  # the season, 1 to 12; other months are skipped


class Occurrences(NamedTuple):
    """Some of the dates kept, in order, and the number of the first of them among all, from 1."""

    number: int
    days: list[dt.date]


def occurrences(schedule: Schedule, first: dt.date, last: dt.date) -> Occurrences:
    """Return the dates of a schedule from `first` to `last`, both inclusive."""
    if schedule.end is not None and schedule.end < last:
        last = schedule.end
    if schedule.months is None:
        # Every step is kept, so that it has its number without a walk from the start.
        before = _steps_before(schedule, first)
        days = _dates(schedule, before, last)
    else:
        before, days = 0, [d for d in _dates(schedule, 0, last) if d.month in schedule.months]
    if schedule.most is not None:
        days = days[: max(0, schedule.most - before)]
    early = 0
    while early < len(days) and days[early] < first:
        early += 1
    return Occurrences(before + early + 1, days[early:] if early else days)


def _dates(schedule: Schedule, k: int, last: dt.date) -> list[dt.date]:
    """Return the dates of a schedule from step k on, up to `last`."""
    start, (step, weeks) = schedule.start, schedule.every
    if step == 0:
        return [start] if start <= last else []
    if weeks:
        days = DAYS_IN_WEEK * step
        return [
            dt.date.fromordinal(ordinal)
            for ordinal in range(start.toordinal() + days * k, last.toordinal() + 1, days)
        ]
    months = range(Month.of(start) + step * k, Month.of(last) + 1, step)
    found = _on_day(start.day, months)
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
    start, (step, weeks) = schedule.start, schedule.every
    if step == 0 or start >= first:
        return 0
    if weeks:
        return (first - start).days // (DAYS_IN_WEEK * step)
    return (Month.of(first) - Month.of(start)) // step


def years_between(start: dt.date, day: dt.date) -> int:
    """Return the whole years from one day to a later one; 29 February turns on 28 without one."""
    years = day.year - start.year
    return years - (add_years(start, years) > day)
