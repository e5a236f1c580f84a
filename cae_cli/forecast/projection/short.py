"""By how much a pay that begins in a month falls short, and when: one sum to ask for.

need(t) = R·c(t) + Σc − B(t): what the treasury lacks at the end of month t to leave the reserve,
with B the treasury before any pay and Σc the pay up to t. The most of it over the months that the
pay must hold is the sum; its month is the *binding* one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.forecast.projection.holding import Course, Demand
from cae_cli.forecast.projection.horizon import YEAR


class Shortfall(NamedTuple):
    """What a pay lacks; months are indices, money is cents."""

    short: int  # above 0: this is missing; else what is to spare, at the month that binds
    binding: int  # the first month in which it is largest
    lack: int  # pay of the twelve months less what their work brings; above 0: it does not last

    @property
    def lasts(self) -> bool:
        """Whether the pay lasts: it holds, and the work of the year covers it."""
        return self.short <= 0 and self.lack <= 0


def needs(course: Course, costs: Sequence[int], start: int, demand: Demand) -> list[int]:
    """Return what each month end lacks, from the start to the last month that must hold."""
    paid, found = sum(costs[:start]), []
    for i in range(start, start + demand.lasting):
        paid += costs[i]
        found.append(demand.reserve(costs[i]) + paid - course.treasury(i))
    return found


def shortfall(course: Course, costs: Sequence[int], start: int, demand: Demand) -> Shortfall:
    """Return what a pay that begins in a month lacks to last; see `held` for the arguments."""
    found = needs(course, costs, start, demand)
    short = max(found)
    lack = sum(costs[start : start + YEAR]) - course.income(start, start + YEAR)
    return Shortfall(short, start + found.index(short), lack)
