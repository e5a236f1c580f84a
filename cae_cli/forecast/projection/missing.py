"""The missing turnover: how much more a month it takes for a pay to last."""

from collections.abc import Callable
from typing import NamedTuple

from cae_cli.forecast.flows import Flows
from cae_cli.forecast.projection.first_salary import first_lasting
from cae_cli.forecast.projection.holding import Demand
from cae_cli.forecast.projection.horizon import YEAR
from cae_cli.forecast.projection.ledger import Ledger
from cae_cli.forecast.projection.pay import Level
from cae_cli.forecast.projection.search import smallest
from cae_cli.money import Euros

#: No activity is asked for more turnover a month than this (euros) before "never" is answered.
MOST_TURNOVER = Euros(2**24)
#: A turnover that shows what each euro more brings.
_TRIAL = Euros(1_000)


class Missing(NamedTuple):
    """More turnover a month, in whole euros, and the first month from which the pay then lasts."""

    euros: Euros
    month: int  # an index
    flows: Flows


def missing_turnover(
    ledger: Ledger,
    level: Level,
    demand: Demand,
    months: range,
    with_more: Callable[[Euros], Flows],
) -> Missing | None:
    """Return the smallest whole amount of euros a month that makes a pay last.

    It is the smallest wherever more turnover never hurts: on every marginal scale.

    Args:
        ledger: the activity in one view, where the pay does not last.
        level: what everyone is paid.
        demand: what the pay must respect.
        months: in which the pay may begin.
        with_more: the flows of the view with more turnover, in euros a month.

    Returns:
        None when no amount suffices.
    """
    known: dict[Euros, Ledger] = {}

    def with_euros(euros: Euros) -> Ledger:
        if euros not in known:
            known[euros] = Ledger(ledger.conditions, with_more(euros))
        return known[euros]

    def suffices(euros: int) -> bool:
        return first_lasting(with_euros(Euros(euros)), level, demand, likely) is not None

    guesses = _guesses(ledger, with_euros(_TRIAL), level, demand, months)
    likely = sorted(months, key=lambda month: guesses.get(month, MOST_TURNOVER))
    found = smallest(suffices, min(guesses.values(), default=1), most=MOST_TURNOVER)
    if found is None:
        return None
    euros = Euros(found)
    month = first_lasting(with_euros(euros), level, demand, months)
    return None if month is None else Missing(euros, month, known[euros].flows)


def _guesses(
    ledger: Ledger, more: Ledger, level: Level, demand: Demand, months: range
) -> dict[int, int]:
    """Return about how many euros suffice for each month, as if all brought what some bring."""
    guesses = {}
    for month in months:
        if not level.costs[month]:
            continue
        course, costs = ledger.course(month, level.payees), level.costs_from(month)
        richer = more.course(month, level.payees)
        earned = course.income(month, month + YEAR)
        brought = richer.income(month, month + YEAR) - earned
        least = _times(sum(costs[month : month + YEAR]) - earned, brought)
        paid = sum(costs[:month])
        for i in range(month, month + demand.lasting):
            if least is None:
                break
            paid += costs[i]
            short = demand.reserve(costs[i]) + paid - course.treasury(i)
            times = _times(short, richer.treasury(i) - course.treasury(i))
            least = None if times is None else max(least, times)
        if least is not None:
            guesses[month] = least
    return guesses


def _times(short: int, brought: int) -> int | None:
    """Return how many euros make up for what is short; None where they bring nothing."""
    if short <= 0:
        return 1
    return None if brought <= 0 else -(-short * _TRIAL // brought)
