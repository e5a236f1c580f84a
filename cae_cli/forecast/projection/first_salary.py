"""The first month from which a pay lasts, and the first from which it holds on reserves."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cae_cli.forecast.projection.holding import Course, Demand, Held, held, is_earned, lasts
from cae_cli.forecast.projection.ledger import Ledger
from cae_cli.forecast.projection.pay import Level


class Found(NamedTuple):
    """What some months, candidates for a first salary, allow."""

    lasting: Held | None  # the first pay that lasts
    on_reserves: Held | None  # the first that holds, where it comes earlier and does not last


def first_salary(ledger: Ledger, level: Level, demand: Demand, candidates: Iterable[int]) -> Found:
    """Return the first pay of a level that lasts, and the first that only holds, if earlier.

    Args:
        ledger: the activity in one view.
        level: what everyone is paid.
        demand: what the pay must respect.
        candidates: the months in which it may begin, in order; one in which nobody could be paid
            does not count.
    """
    on_reserves = None
    for month, course, costs in _each(ledger, level, candidates):
        pay = held(course, costs, month, demand.look, demand)
        if pay.months < demand.sustain:
            continue
        if pay.months >= demand.lasting and is_earned(course, costs, month):
            return Found(pay, on_reserves)
        if on_reserves is None:
            on_reserves = pay
    return Found(None, on_reserves)


def first_hold(
    ledger: Ledger, level: Level, demand: Demand, candidates: Iterable[int]
) -> int | None:
    """Return the first month in which a pay of a level holds, or None; see `first_salary`."""
    for month, course, costs in _each(ledger, level, candidates):
        if held(course, costs, month, demand.sustain, demand).months >= demand.sustain:
            return month
    return None


def first_lasting(
    ledger: Ledger, level: Level, demand: Demand, candidates: Iterable[int]
) -> int | None:
    """Return the first month from which a pay of a level lasts, or None; see `first_salary`."""
    for month, course, costs in _each(ledger, level, candidates):
        if lasts(course, costs, month, demand):
            return month
    return None


def _each(
    ledger: Ledger, level: Level, candidates: Iterable[int]
) -> Iterator[tuple[int, Course, Sequence[int]]]:
    """Yield the months in which someone is paid, what then happens, and what it costs."""
    for month in candidates:
        if level.costs[month]:
            yield month, ledger.course(month, level.payees), level.costs_from(month)
