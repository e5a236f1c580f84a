"""A pay that runs already, or that is decided: until when it holds."""

from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.forecast.projection.holding import Course, Demand, held


class Break(NamedTuple):
    """The first month end at which a pay leaves less than the reserve; cents."""

    month: int  # an index
    treasury: int
    short: int  # what the reserve lacks; above 0


class Running(NamedTuple):
    """How long a pay holds, as an index; None: not even in the first month looked at."""

    holds_until: int | None
    breaks: Break | None  # None: it holds to the end of the look


def running(course: Course, costs: Sequence[int], start: int, last: int, demand: Demand) -> Running:
    """Return until when a pay holds.

    Args:
        course: what the activity goes through with that pay.
        costs: the employer cost of every month, paid whatever happens; cents.
        start: the first month looked at, an index.
        last: the last one, inclusive.
        demand: the reserve.
    """
    pay = held(course, costs, start, last - start + 1, demand)
    until = pay.until if pay.months else None
    if pay.until == last:
        return Running(until, None)
    at = pay.until + 1
    treasury = course.treasury(at) - sum(costs[: at + 1])
    return Running(until, Break(at, treasury, demand.reserve(costs[at]) - treasury))
