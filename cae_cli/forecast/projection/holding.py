"""Whether a pay holds, and whether it lasts: two different things.

A pay that begins in a month *holds* as long as every month end leaves the treasury at or above the
reserve, some months of that month's employer cost. It *lasts* if it holds for a year at least, and
if over the twelve months from its first the work brings what the pay costs: a year sees every
season. A pay that holds without lasting lives on savings, and ends. The grain is the end of the
month; what happens inside a month is not seen.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple, Protocol

from cae_cli.forecast.projection.horizon import YEAR
from cae_cli.money import share
from cae_cli.months import LOOK_AHEAD


class Course(Protocol):
    """What an activity goes through if pay begins in some month; cents, months are indices."""

    def treasury(self, i: int) -> int:
        """Return the treasury at the end of a month, as if no pay had ever cost anything."""
        ...

    def income(self, start: int, stop: int) -> int:
        """Return what the work of some months (the last excluded) brings."""
        ...


class Demand:
    """What a pay must respect.

    Args:
        reserve_months: the treasury stays at or above this many months of employer cost.
        sustain: months the pay must hold.
    """

    def __init__(self, reserve_months: Decimal, sustain: int) -> None:
        self.sustain = sustain
        self.lasting = max(sustain, YEAR)  # months it must hold to last
        self.look = max(sustain, LOOK_AHEAD)  # months over which it is looked at
        #: The reserve of a month, given its employer cost; cents.
        self.reserve = cache(lambda cost: share(cost, reserve_months))


class Held(NamedTuple):
    """How long a pay holds; months are indices, money is cents."""

    start: int
    until: int  # the last month in a row that holds; the one before the start if none does
    lowest: int  # the lowest treasury from the start to that month
    lowest_month: int

    @property
    def months(self) -> int:
        return self.until - self.start + 1


def held(course: Course, costs: Sequence[int], start: int, most: int, demand: Demand) -> Held:
    """Return how long a pay holds from a month on.

    Args:
        course: of the activity if pay begins in that month.
        costs: the employer cost of every month, those before the start included.
        start: the month, an index.
        most: months looked at.
        demand: the reserve.
    """
    paid = sum(costs[:start])
    until, lowest, lowest_month = start - 1, 0, start
    treasury_at, reserve_of = course.treasury, demand.reserve
    for i in range(start, start + most):
        paid += costs[i]
        treasury = treasury_at(i) - paid
        if treasury < reserve_of(costs[i]):
            break
        if i == start or treasury < lowest:
            lowest, lowest_month = treasury, i
        until = i
    return Held(start, until, lowest, lowest_month)


def is_earned(course: Course, costs: Sequence[int], start: int) -> bool:
    """Tell whether the work of the twelve months from a month on covers their pay."""
    return course.income(start, start + YEAR) >= sum(costs[start : start + YEAR])


def lasts(course: Course, costs: Sequence[int], start: int, demand: Demand) -> bool:
    """Tell whether a pay that begins in a month holds for a year or more, and is earned."""
    if held(course, costs, start, demand.lasting, demand).months < demand.lasting:
        return False
    return is_earned(course, costs, start)
