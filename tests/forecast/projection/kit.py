"""Activities and people small enough to follow by hand, in whole units instead of cents."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast

from cae_cli.forecast.flows import Flows
from cae_cli.forecast.projection.holding import Demand
from cae_cli.forecast.projection.horizon import Horizon, horizon
from cae_cli.forecast.projection.ledger import Conditions, Ledger, Staff
from cae_cli.forecast.projection.pay import Team
from cae_cli.forecast.projection.people import FOREVER, Person
from cae_cli.months import Month
from cae_cli.rules.contribution import Opening
from cae_cli.rules.contribution_rule import ContributionRule
from cae_cli.rules.payroll.engine import Payroll

FIRST = Month.parse("2023-01")
TODAY = dt.date(2023, 1, 10)
SPAN = horizon(FIRST, TODAY, 12)  # 36 candidates, the last followed for 24 months: 59 months
NO_RULE = ContributionRule()


class _Plain:
    """A payroll without any contribution: net, gross and employer cost are one."""

    def gross_for_net(self, net: int) -> int:
        return net

    def net(self, gross: int) -> int:
        return gross

    def cost(self, gross: int) -> int:
        return gross


PLAIN = cast(Payroll, _Plain())


def rule(**terms: Any) -> ContributionRule:
    return ContributionRule.model_validate(terms)


def unnamed(net: int) -> Person:
    """Return someone without a contract on record."""
    return Person("", net, (), (), False, None, FOREVER)


def team(*people: Person, months: Horizon = SPAN, running: Sequence[int] = ()) -> Team:
    return Team(people, months.months, lambda _: PLAIN, running=frozenset(running), by_year=False)


def demand(reserve: str = "0", sustain: int = 12) -> Demand:
    return Demand(Decimal(reserve), sustain)


def stretched(amounts: Sequence[int], length: int) -> list[int]:
    """Return amounts, the last of which goes on."""
    return [*amounts, *[amounts[-1]] * (length - len(amounts))][:length]


def flows(
    invoiced: Sequence[int] = (0,),
    cashed: Sequence[int] | None = None,
    expenses: Sequence[int] = (0,),
    investments: Sequence[int] = (0,),
    length: int = SPAN.length,
) -> Flows:
    """Return flows whose last amount goes on; paid at once unless told otherwise."""
    paid = invoiced if cashed is None else cashed
    return Flows(
        stretched(invoiced, length),
        stretched(paid, length),
        [0] * length,
        [0] * length,
        stretched(expenses, length),
        stretched([*investments, 0], length),
        [0] * length,
        [0] * length,
    )


def ledger(
    given: Flows,
    *people: Person,
    terms: ContributionRule = NO_RULE,
    balance: int = 0,
    months: Horizon = SPAN,
    running: Sequence[int] = (),
    opening: Opening = Opening(),  # noqa: B008 - immutable
) -> Ledger:
    staff = Staff(people, months.first, frozenset(running))
    return Ledger(Conditions(months, staff, terms, opening, balance), given)
