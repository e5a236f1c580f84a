"""What everyone is paid, and what it costs, month by month, under the payroll rules of each.

Whoever is paid already (a CESA runs today, and there is a target) is paid in every month. The
others are paid from the month in which their pay begins. Where the reduction is counted over the
civil year, the cost of a month depends on the months paid before it in its year; what was paid
before the projection is not known, and not counted.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from cae_cli.forecast.projection.people import Person
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.year import START, YearSoFar, next_month


class Pay(NamedTuple):
    """The pay of one person in one month, in cents."""

    name: str
    net: int
    gross: int
    employer_cost: int


#: What each person (in their order) is paid in a month.
Pays = tuple[Pay | None, ...]


class Circumstances(NamedTuple):
    """What decides the pays of a month: months that share them share their pays."""

    payroll: Payroll
    may_be_paid: tuple[bool, ...]  # by person
    targets: tuple[int, ...]  # net cents, by person


class Team:
    """The people of an activity over the months of a projection.

    Args:
        people: everyone.
        months: the months, in order.
        payroll_of: the payroll rules of a month.
        running: who is paid already, as indices in `people`.
        by_year: the reduction is counted over the civil year, not by the month.
    """

    def __init__(
        self,
        people: Sequence[Person],
        months: Sequence[Month],
        payroll_of: Callable[[Month], Payroll],
        *,
        running: frozenset[int],
        by_year: bool,
    ) -> None:
        self.people = people
        self.months = months
        self.running = running
        self.by_year = by_year
        self.payrolls = [payroll_of(month) for month in months]
        known: dict[Circumstances, int] = {}
        #: For each month, the number of its circumstances.
        self.kinds = [
            known.setdefault(self._circumstances(month, payroll), len(known))
            for month, payroll in zip(months, self.payrolls, strict=True)
        ]
        self.circumstances = list(known)
        self._gross: dict[tuple[Payroll, int], int] = {}
        self._costs: dict[tuple[Payroll, int], int] = {}

    def _circumstances(self, month: Month, payroll: Payroll) -> Circumstances:
        return Circumstances(
            payroll,
            tuple([person.may_be_paid(month) for person in self.people]),
            tuple([person.net_in(month) for person in self.people]),
        )

    def gross_for_net(self, payroll: Payroll, net: int) -> int:
        """Return the smallest gross whose net reaches an amount; 0 for none. Cents."""
        if not net:
            return 0
        key = (payroll, net)
        if key not in self._gross:
            self._gross[key] = payroll.gross_for_net(net)
        return self._gross[key]

    def cost(self, payroll: Payroll, gross: int) -> int:
        """Return the employer cost of a gross pay, the month counted by itself; cents."""
        key = (payroll, gross)
        if key not in self._costs:
            self._costs[key] = payroll.cost(gross)
        return self._costs[key]

    def target_gross(self, who: int, now: Circumstances) -> int:
        """Return the gross of a person's target, in cents; 0 without one."""
        return self.gross_for_net(now.payroll, now.targets[who])

    @cached_property
    def target(self) -> "Level":
        """Everyone's target."""
        return Level(self, self.target_gross)


class Level:
    """One level of pay: what each person gets in each month, the month counted by itself.

    Args:
        team: the people and their months.
        gross_of: the gross of a person (an index) in given circumstances, in cents; 0 for no pay.
        months: the months that are asked about (indices); without, all are.
    """

    def __init__(
        self,
        team: Team,
        gross_of: Callable[[int, Circumstances], int],
        months: range | None = None,
    ) -> None:
        self.team = team
        asked = set(team.kinds if months is None else team.kinds[months.start : months.stop])
        nobody = (0,) * len(team.people)
        self._gross = [
            tuple(gross_of(who, now) if may else 0 for who, may in enumerate(now.may_be_paid))
            if kind in asked
            else nobody
            for kind, now in enumerate(team.circumstances)
        ]
        #: Who is paid, as indices, in some month.
        self.payees = frozenset(
            who for paid in self._gross for who, gross in enumerate(paid) if gross
        )
        costs = [
            sum(team.cost(now.payroll, gross) for gross in paid if gross)
            for now, paid in zip(team.circumstances, self._gross, strict=True)
        ]
        #: The employer cost of each month, in cents, were everyone paid in it.
        self.costs = [costs[kind] for kind in team.kinds]

    @cached_property
    def _pays(self) -> Sequence[Pays]:
        return [
            tuple(
                _pay(person, now.payroll, gross) if gross else None
                for person, gross in zip(self.team.people, paid, strict=True)
            )
            for now, paid in zip(self.team.circumstances, self._gross, strict=True)
        ]

    def pays(self, i: int) -> Pays:
        """Return the pays of a month (an index)."""
        return self._pays[self.team.kinds[i]]

    def pays_from(self, start: int | None, until: int | None = None) -> list[Pays]:
        """Return the pays of every month if this level begins in one; None: it never does.

        Before it begins, and after `until` (inclusive), only those already paid are, their target.
        """
        length = len(self.team.months)
        start = length if start is None else start
        end = length if until is None else until + 1
        before = self._running
        alone = [self.pays(i) if start <= i < end else before[i] for i in range(length)]
        return _counted_by_year(self.team, alone, 0) if self.team.by_year else alone

    def costs_from(self, start: int) -> Sequence[int]:
        """Return the employer cost of every month if this level begins in one; cents.

        A start after the last month is none: those already paid are all that costs.
        """
        if start >= len(self.team.months):
            return self._running_costs
        if self.team.by_year:
            return self._yearly_costs_from(start)
        if not start:
            return self.costs
        return self._running_costs[:start] + self.costs[start:]

    @cached_property
    def _running(self) -> Sequence[Pays]:
        """What those already paid get in each month: their target."""
        team = self.team
        nobody: Pays = (None,) * len(team.people)
        if not team.running:
            return [nobody] * len(team.months)
        return [
            tuple(
                pay if who in team.running else None for who, pay in enumerate(team.target.pays(i))
            )
            for i in range(len(team.months))
        ]

    @cached_property
    def _running_costs(self) -> list[int]:
        team, pays = self.team, self._running
        return [_cost(now) for now in (_counted_by_year(team, pays, 0) if team.by_year else pays)]

    def _yearly_costs_from(self, start: int) -> Sequence[int]:
        """Count the civil year of the start alone: those before and after do not depend on it."""
        known = self._known_costs
        if start not in known:
            months = self.team.months
            january = max(0, start - months[start] % MONTHS_IN_YEAR)
            next_january = start - months[start] % MONTHS_IN_YEAR + MONTHS_IN_YEAR
            alone = [*self._running[january:start], *map(self.pays, range(start, len(months)))]
            year = _counted_by_year(self.team, alone[: next_january - january], january)
            known[start] = [
                *self._running_costs[:january],
                *map(_cost, year),
                *self._whole_costs[next_january:],
            ]
        return known[start]

    @cached_property
    def _known_costs(self) -> dict[int, list[int]]:
        return {}

    @cached_property
    def _whole_costs(self) -> list[int]:
        return [_cost(pays) for pays in self.pays_from(0)]


def _pay(person: Person, payroll: Payroll, gross: int) -> Pay:
    return Pay(person.name, payroll.net(gross), gross, payroll.cost(gross))


def _cost(pays: Pays) -> int:
    return sum(pay.employer_cost for pay in pays if pay is not None)


def _counted_by_year(team: Team, alone: Sequence[Pays], first: int) -> list[Pays]:
    """Return the pays of months in a row with the cost and net that their civil year gives.

    The first of them (an index) opens the count, and each January anew.
    """
    people = zip(*alone, strict=True)
    return list(zip(*(_year_of(team, pays, first) for pays in people), strict=True))


def _year_of(team: Team, pays: Sequence[Pay | None], first: int) -> Iterator[Pay | None]:
    so_far: YearSoFar = START
    for i, pay in enumerate(pays, first):
        if team.months[i] % MONTHS_IN_YEAR == 0:
            so_far = START
        if pay is None:
            yield None
            continue
        slip, so_far = next_month(so_far, team.payrolls[i], pay.gross)
        yield pay._replace(net=slip.net, employer_cost=slip.employer_cost)
