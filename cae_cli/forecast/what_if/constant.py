"""The highest pay that holds if it is the same each month.

Of a constant employer cost c that begins in month m, c × (t − m + 1) is paid by the end of month t
and R × c must be left: c ≤ B(t) / (t − m + 1 + R) for each month that must hold, with B the
treasury before any pay. The net that costs as much changes with the rules of each month: the
highest constant net is looked for to the cent.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.flows import View
from cae_cli.forecast.projection.holding import held, is_earned
from cae_cli.forecast.projection.lasting_net import level_of
from cae_cli.forecast.projection.pay import Level
from cae_cli.forecast.projection.search import smallest
from cae_cli.months import Month

#: No net is looked for above this many cents a month.
MOST = 100_000_000
_TRIAL = 100_000


class Constant(NamedTuple):
    """The highest constant pay from a month on; cents."""

    month: Month
    cost: int  # the highest constant employer cost of all
    binding: Month  # the first month end that allows no more
    nets: tuple[int, ...]  # the highest constant net of each person; 0: not paid
    lasts: bool  # the work of the twelve months covers it, too

    @property
    def net(self) -> int:
        """The highest of the nets."""
        return max(self.nets)


def constant_cost(
    treasury: Callable[[int], int], start: int, months: int, reserve: Fraction
) -> tuple[int, int]:
    """Return the highest constant cost, in cents, and the first month that allows no more.

    Args:
        treasury: before any pay of it, at the end of a month (an index); cents.
        start: the month in which it begins.
        months: how many must hold.
        reserve: months of cost that must be left.
    """
    allowed = [Fraction(treasury(start + i)) / (i + 1 + reserve) for i in range(months)]
    least = min(allowed)
    return int(least // 1), start + allowed.index(least)


def shared(targets: Sequence[int], highest: int) -> tuple[int, ...]:
    """Return everyone's net in proportion to the targets, rounded down to the cent.

    Without any target all have the same.
    """
    if not any(targets):
        return (highest,) * len(targets)
    return tuple(target * highest // max(targets) for target in targets)


def constants(answer: Answer, view: View) -> list[Constant]:
    """Return the highest constant pay for each start of the coming year in which one may begin."""
    horizon = answer.horizon
    months = horizon.next_months[:1] if answer.everyone_runs else horizon.next_months
    found = [constant(answer, view, horizon.first + i) for i in months]
    return [one for one in found if one is not None]


def constant(answer: Answer, view: View, month: Month) -> Constant | None:
    """Return the highest constant pay from a month on; None where nobody may be paid in it."""
    ledger, demand = answer.views[view].ledger, answer.demand
    start = answer.horizon.place_of(month)
    targets = [person.net for person in answer.people]
    looked_at = range(start, start + demand.lasting)

    @cache
    def level(cents: int) -> Level:
        return level_of(answer.team, shared(targets, cents), looked_at)

    if not level(_TRIAL).costs[start]:
        return None
    course = ledger.course(start, level(_TRIAL).payees)

    def is_too_much(cents: int) -> bool:
        costs = level(cents).costs_from(start)
        return held(course, costs, start, demand.lasting, demand).months < demand.lasting

    before = sum(level(_TRIAL).costs_from(start)[:start])
    reserve = Fraction(answer.dossier.salary.reserve_months)
    cost, binding = constant_cost(
        lambda i: course.treasury(i) - before, start, demand.lasting, reserve
    )
    guess = max(1, _TRIAL * cost // level(_TRIAL).costs[start])
    cents = (smallest(is_too_much, guess, most=MOST) or MOST) - 1
    lasts = cents > 0 and is_earned(course, level(cents).costs_from(start), start)
    return Constant(
        month, max(0, cost), answer.horizon.first + binding, shared(targets, cents), lasts
    )
