"""When something recurs: dates computed from the start, never from one another.

Occurrence k is start + k periods, its day clamped to the month's end, so that 31 January is
followed by 28 February and then by 31 March.
"""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from itertools import count
from typing import NamedTuple

from cae_cli.fields import Recurrence
from cae_cli.months import MONTHS_IN_YEAR, Month, add_months

DAYS_IN_WEEK = 7


class Schedule(NamedTuple):
    """What decides the dates of a prestation or an expense; start and end are inclusive."""

    start: dt.date
    every: Recurrence
    end: dt.date | None = None
    most: int | None = None  # dates kept, the season considered
    months: tuple[int, ...] | None = None  # the season, 1 to 12; other months are skipped


def occurrences(schedule: Schedule, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield the dates of a schedule from `first` to `last`, both inclusive, in order."""
    if schedule.end is not None and schedule.end < last:
        last = schedule.end
    # Counted dates must be followed from the start; otherwise the walk begins near `first`.
    k = 0 if schedule.most is not None else _steps_before(schedule, first)
    kept = 0
    for day in _dates(schedule, k):
        if day > last:
            return
        if schedule.months is not None and day.month not in schedule.months:
            continue
        kept += 1
        if schedule.most is not None and kept > schedule.most:
            return
        if day >= first:
            yield day


def _dates(schedule: Schedule, k: int) -> Iterator[dt.date]:
    """Return the dates of a schedule from number k on, each computed from the start."""
    start, (step, weeks) = schedule.start, schedule.every
    if step == 0:
        return iter((start,))
    if weeks:
        days = DAYS_IN_WEEK * step
        return map(dt.date.fromordinal, count(start.toordinal() + days * k, days))
    return map(partial(add_months, start), count(step * k, step))


def _steps_before(schedule: Schedule, first: dt.date) -> int:
    """Return a step whose date is not after `first`, and close to it."""
    start, (step, weeks) = schedule.start, schedule.every
    if step == 0 or start >= first:
        return 0
    if weeks:
        return (first - start).days // (DAYS_IN_WEEK * step)
    return max(0, (Month.of(first) - Month.of(start)) // step)


def years_between(start: dt.date, day: dt.date) -> int:
    """Return the whole years from one day to another, counted in months."""
    return (Month.of(day) - Month.of(start)) // MONTHS_IN_YEAR
