"""The first month from which everyone can be paid, and for how long that holds.

Month m will do when paying everyone from m on leaves every month-end treasury, for `sustain`
months, at or above the reserve: some months of that month's employer cost. The grain is the end
of the month; what happens inside a month is not seen.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from cae_cli.money import share

#: `sustained_until` looks this many months ahead, or as many as the pay must hold.
LOOK_AHEAD = 24
#: No activity is asked for more turnover a month than this (euros) before "never" is answered.
MOST_TURNOVER = 2**30

#: The treasury of each month's end if pay began in a month (an index) and cost nothing.
TreasuryBeforePay = Callable[[int], Sequence[int]]


class Hold(NamedTuple):
    """A pay that holds; months are indices in the window, money is cents."""

    month: int
    sustained_until: int  # the last month in a row that still holds
    lowest_treasury: int  # over the months the pay must hold
    lowest_month: int


class Condition(NamedTuple):
    """What a pay must respect."""

    costs: Sequence[int]  # employer cost of each month, as if pay began with the first
    reserve_months: Decimal
    sustain: int
    shown: int  # months among which the first salary is sought
    costs_from: Callable[[int], Sequence[int]] | None = None  # where they depend on the first month

    def costs_if(self, start: int) -> Sequence[int]:
        """Return the costs of each month if pay begins in one (an index)."""
        return self.costs if self.costs_from is None else self.costs_from(start)

    @property
    def looked_at(self) -> int:
        return max(self.sustain, LOOK_AHEAD)


def first_hold(before_pay: TreasuryBeforePay, condition: Condition) -> Hold | None:
    """Return the pay of the first month that holds long enough, or None."""
    for month in range(condition.shown):
        if not condition.costs[month]:
            continue  # nobody would be paid
        held = _hold(before_pay(month), condition, month)
        if held.sustained_until - month + 1 >= condition.sustain:
            return held
    return None


def _hold(before_pay: Sequence[int], condition: Condition, month: int) -> Hold:
    """Return how long a pay that begins in a month holds: until the one before, if not at all."""
    paid, costs = 0, condition.costs_if(month)
    until, lowest, lowest_month = month - 1, before_pay[month], month
    for i in range(month, month + condition.looked_at):
        paid += costs[i]
        treasury = before_pay[i] - paid
        if treasury < share(costs[i], condition.reserve_months):
            break
        until = i
        if i == month or (treasury < lowest and i < month + condition.sustain):
            lowest, lowest_month = treasury, i
    return Hold(month, until, lowest, lowest_month)


def missing_turnover(
    before_pay_with: Callable[[int], TreasuryBeforePay], condition: Condition
) -> int | None:
    """Return the smallest whole amount of euros a month that makes some month possible.

    Args:
        before_pay_with: the treasury before pay, given more turnover a month in euros.
        condition: what the pay must respect.

    Returns:
        Whole euros a month; None when no amount suffices. The search halves an interval, which
        finds the smallest amount wherever more turnover never hurts: every marginal scale.
    """

    def suffices(euros: int) -> bool:
        return first_hold(before_pay_with(euros), condition) is not None

    enough = 1
    while not suffices(enough):
        enough *= 2
        if enough > MOST_TURNOVER:
            return None
    too_little = enough // 2
    while enough - too_little > 1:
        middle = (enough + too_little) // 2
        if suffices(middle):
            enough = middle
        else:
            too_little = middle
    return enough
