"""What paying everyone costs, month by month, under the payroll rules of each month."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cae_cli.forecast.flows import Window
from cae_cli.forecast.people import Person
from cae_cli.rules.payroll.engine import Payroll


class Pay(NamedTuple):
    """The pay of one person in one month, in cents."""

    name: str
    net: int
    gross: int
    employer_cost: int


#: What each person (in their order) is paid in each month, were pay to begin with the first one.
PayPlan = Sequence[tuple[Pay | None, ...]]


def pay_plan(
    people: Sequence[Person],
    window: Window,
    payrolls: Sequence[Payroll],
    gross_of: Callable[[Person, Payroll], int],
) -> PayPlan:
    """Return the pays of each month: a person is paid in the months of their CESA.

    Args:
        people: the persons of the activity.
        window: the months to plan for.
        payrolls: the payroll rules of each month.
        gross_of: the gross pay in cents of a person under given rules; 0 for no pay.
    """
    known: dict[tuple[int, Payroll], Pay | None] = {}

    def pay_of(index: int, payroll: Payroll) -> Pay | None:
        key = (index, payroll)
        if key not in known:
            known[key] = _pay(people[index], payroll, gross_of(people[index], payroll))
        return known[key]

    return [
        tuple(
            pay_of(index, payroll) if person.may_be_paid(month) else None
            for index, person in enumerate(people)
        )
        for month, payroll in zip(window.months, payrolls, strict=True)
    ]


def _pay(person: Person, payroll: Payroll, gross: int) -> Pay | None:
    if not gross:
        return None
    return Pay(person.name, payroll.net(gross), gross, payroll.cost(gross))


def target_gross(person: Person, payroll: Payroll) -> int:
    """Return the smallest gross, in cents, whose net reaches the person's target; 0 without one."""
    return payroll.gross_for_net(person.net) if person.net else 0


def costs(plan: PayPlan) -> list[int]:
    """Return the employer cost of each month of a plan, in cents."""
    return [sum(pay.employer_cost for pay in pays if pay is not None) for pays in plan]
