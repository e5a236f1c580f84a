"""The lasting net: the highest pay that lasts, from some month of the coming year."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from cae_cli.forecast.projection.first_salary import first_lasting
from cae_cli.forecast.projection.holding import Demand
from cae_cli.forecast.projection.horizon import YEAR
from cae_cli.forecast.projection.ledger import Ledger
from cae_cli.forecast.projection.pay import Circumstances, Level, Team
from cae_cli.forecast.projection.search import smallest
from cae_cli.money import Euros, in_cents

#: No net is looked for above this many euros a month.
MOST_EUROS = Euros(1_000_000)
_FIRST_GUESS = Euros(1_000)
_REFINED = 2  # times


class LastingNet(NamedTuple):
    """A pay that lasts, and the first month from which it does."""

    month: int  # an index
    nets: tuple[int, ...]  # net cents of each person, whole euros; 0: not paid
    level: Level


class Shares:
    """How a pay is shared: in proportion to the targets, the highest first; equally without any.

    Args:
        targets: the net targets of all persons, in cents; 0 for none.
    """

    def __init__(self, targets: Sequence[int]) -> None:
        self._targets = targets if any(targets) else [1] * len(targets)
        self._highest = max(self._targets)

    def nets(self, highest: Euros) -> tuple[int, ...]:
        """Return everyone's net in cents, rounded down to the euro, given the highest in euros."""
        return tuple(in_cents(Euros(target * highest // self._highest)) for target in self._targets)


def level_of(team: Team, nets: Sequence[int], months: range | None = None) -> Level:
    """Return the level that pays everyone a net (cents), in some months or in all."""

    def gross_of(who: int, now: Circumstances) -> int:
        return team.gross_for_net(now.payroll, nets[who])

    return Level(team, gross_of, months)


def lasting_net(
    ledger: Ledger,
    team: Team,
    demand: Demand,
    months: range,
    least_gross: Callable[[Circumstances], int],
) -> LastingNet | None:
    """Return the highest pay that lasts from one of some months on, and the first such month.

    Args:
        ledger: the activity in one view.
        team: its people.
        demand: what the pay must respect.
        months: in which it may begin.
        least_gross: the cooperative's minimum pay, in cents: below it no pay is told.
    """
    shares = Shares([person.net for person in team.people])
    looked_at = range(months.start, months.stop - 1 + demand.lasting)

    @cache
    def level(euros: Euros) -> Level:
        return level_of(team, shares.nets(euros), looked_at)

    def is_too_much(euros: int) -> bool:
        return first_lasting(ledger, level(Euros(euros)), demand, months) is None

    guess = _guess(ledger, level, demand, months)
    found = smallest(is_too_much, guess + 1, most=MOST_EUROS)
    euros = MOST_EUROS if found is None else Euros(found - 1)
    if not euros:
        return None
    month = first_lasting(ledger, level(euros), demand, months)
    if month is None or _is_below(level(euros), month, least_gross):
        return None
    nets = shares.nets(euros)
    return LastingNet(month, nets, level_of(team, nets))


def _is_below(level: Level, month: int, least_gross: Callable[[Circumstances], int]) -> bool:
    """Tell whether even the highest pay of a month is below the minimum."""
    now = level.team.circumstances[level.team.kinds[month]]
    highest = max((pay.gross for pay in level.pays(month) if pay is not None), default=0)
    return highest < least_gross(now)


def _guess(ledger: Ledger, level: Callable[[Euros], Level], demand: Demand, months: range) -> Euros:
    """Return about how much may last, in whole euros: pay is nearly in proportion to its cost."""
    euros = _FIRST_GUESS
    for _ in range(_REFINED):
        bears = max(_bears(ledger, level(euros), demand, month) for month in months)
        euros = Euros(min(max(int(euros * bears), 1), MOST_EUROS))
    return euros


def _bears(ledger: Ledger, level: Level, demand: Demand, month: int) -> float:
    """Return how many times the cost of a level an activity bears from a month on."""
    course, costs = ledger.course(month, level.payees), level.costs_from(month)
    year = sum(costs[month : month + YEAR])
    if not year:
        return 0.0
    bears = course.income(month, month + YEAR) / year
    paid, before = 0, sum(costs[:month])
    for i in range(month, month + demand.lasting):
        paid += costs[i]
        due = paid + demand.reserve(costs[i])
        if due and course.treasury(i) - before < bears * due:
            bears = (course.treasury(i) - before) / due
            if bears <= 0:
                break
    return bears
