"""What paying everyone costs, month by month, under the payroll rules of each month."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from cae_cli.forecast.flows import Window
from cae_cli.forecast.people import Person
from cae_cli.months import MONTHS_IN_YEAR
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.year import START, next_month


class Pay(NamedTuple):
    """The pay of one person in one month, in cents."""

    name: str
    net: int
    gross: int
    employer_cost: int


#: What each person (in their order) is paid in each month of the window.
PayMonths = Sequence[tuple[Pay | None, ...]]


class PayPlan:
    """What paying everyone gives and costs, month by month, were pay to begin in some month.

    Where the reduction is counted by the month, the cost of a month does not depend on the first
    one. Counted over the civil year it does, within the year in which pay begins: the following
    years begin in January, whenever pay began. What was paid before the window is not known, and
    not counted.

    Args:
        alone: the pays of each month, their cost being that of the month by itself.
        window: the months.
        payrolls: the payroll rules of each month.
        by_year: count the reduction over the civil year.
    """

    def __init__(
        self, alone: PayMonths, window: Window, payrolls: Sequence[Payroll], *, by_year: bool
    ) -> None:
        self.alone = alone
        self.by_year = by_year
        self._window = window
        self._payrolls = payrolls
        self._months: dict[int, PayMonths] = {}
        self._costs: dict[int, Sequence[int]] = {}

    def months(self, start: int) -> PayMonths:
        """Return the pays of each month if pay begins in one (an index); earlier ones are idle."""
        if not self.by_year:
            return self.alone
        if start not in self._months:
            self._months[start] = self._counted_by_year(start)
        return self._months[start]

    def costs(self, start: int) -> Sequence[int]:
        """Return the employer cost of each month, in cents, if pay begins in one (an index)."""
        key = start if self.by_year else 0
        if key not in self._costs:
            self._costs[key] = [
                sum(pay.employer_cost for pay in pays if pay is not None)
                for pays in self.months(start)
            ]
        return self._costs[key]

    def _counted_by_year(self, start: int) -> PayMonths:
        length = self._window.length
        if start == 0:
            return self._count(0, length)
        whole = self.months(0)
        january = min(start + -(start + self._window.first) % MONTHS_IN_YEAR, length)
        return [*whole[:start], *self._count(start, january), *whole[january:]]

    def _count(self, start: int, end: int) -> PayMonths:
        """Return the pays of some months, the first of which opens the count."""
        people = zip(*self.alone[start:end], strict=True)
        counted = [self._person(pays, start) for pays in people]
        return list(zip(*counted, strict=True)) if counted else self.alone[start:end]

    def _person(self, pays: Sequence[Pay | None], start: int) -> Iterator[Pay | None]:
        so_far = START
        for i, pay in enumerate(pays, start):
            if (self._window.first + i).number == 1:
                so_far = START
            if pay is None:
                yield None
                continue
            slip, so_far = next_month(so_far, self._payrolls[i], pay.gross)
            yield pay._replace(net=slip.net, employer_cost=slip.employer_cost)


def pay_plan(
    people: Sequence[Person],
    window: Window,
    payrolls: Sequence[Payroll],
    gross_of: Callable[[Person, Payroll], int],
    *,
    by_year: bool = False,
) -> PayPlan:
    """Return the pays of each month: a person is paid in the months of their CESA.

    Args:
        people: the persons of the activity.
        window: the months to plan for.
        payrolls: the payroll rules of each month.
        gross_of: the gross pay in cents of a person under given rules; 0 for no pay.
        by_year: count the general reduction over the civil year, not by the month.
    """
    known: dict[tuple[int, Payroll], Pay | None] = {}

    def pay_of(index: int, payroll: Payroll) -> Pay | None:
        key = (index, payroll)
        if key not in known:
            known[key] = _pay(people[index], payroll, gross_of(people[index], payroll))
        return known[key]

    alone = [
        tuple(
            pay_of(index, payroll) if person.may_be_paid(month) else None
            for index, person in enumerate(people)
        )
        for month, payroll in zip(window.months, payrolls, strict=True)
    ]
    return PayPlan(alone, window, payrolls, by_year=by_year)


def _pay(person: Person, payroll: Payroll, gross: int) -> Pay | None:
    if not gross:
        return None
    return Pay(person.name, payroll.net(gross), gross, payroll.cost(gross))


def target_gross(person: Person, payroll: Payroll) -> int:
    """Return the smallest gross, in cents, whose net reaches the person's target; 0 without one."""
    return payroll.gross_for_net(person.net) if person.net else 0
