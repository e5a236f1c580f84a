from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cae_cli.errors import CaeError
from cae_cli.months import Month
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.law import payroll_for
from cae_cli.rules.payroll.settings import HealthInsurance, PayrollSettings, Provident
from cae_cli.rules.payroll.yardsticks import EQUIVALENT, FULL_TIME
from tests.rules.payroll.strategies import payrolls, pays


@given(payrolls, pays)
def test_the_gross_of_a_cost_costs_the_same_and_is_the_largest(paid: Payroll, gross: int) -> None:
    cost = paid.cost(gross)
    largest = paid.gross_for_cost(cost)
    assert largest >= gross
    assert paid.cost(largest) == cost
    assert paid.cost(largest + 1) > cost


@given(payrolls, pays)
def test_a_budget_is_never_exceeded(paid: Payroll, more: int) -> None:
    budget = paid.cost(0) + more
    gross = paid.gross_for_cost(budget)
    assert paid.cost(gross) <= budget < paid.cost(gross + 1)


@given(payrolls, pays, pays)
def test_the_gross_of_a_net_is_the_smallest(paid: Payroll, wanted: int, other: int) -> None:
    net = paid.net(wanted)
    gross = paid.gross_for_net(net)
    assert gross <= wanted
    assert paid.net(gross) >= net
    assert all(paid.net(less) < net for less in range(max(gross - 150, 0), gross))
    if other < gross:
        assert paid.net(other) < net


@given(payrolls, st.integers(-1500, 1500))
def test_the_gross_of_a_net_near_the_ceiling_against_every_cent(paid: Payroll, away: int) -> None:
    net = paid.net(paid.ceiling) + away
    start = max(paid.ceiling - 6_000, 0)
    first = next(g for g in range(start, paid.ceiling + 9_000) if paid.net(g) >= net)
    if first > start:
        assert paid.gross_for_net(net) == first
    else:  # already reached below the stretch that is searched here
        assert paid.gross_for_net(net) <= first


def test_net_falls_at_the_ceiling_and_the_smallest_gross_is_below_it() -> None:
    paid = payroll_for(Month.parse("2026-02"), PayrollSettings())
    top = paid.net(400_500)
    assert paid.gross_for_net(top) == min(g for g in range(400_490, 400_501) if paid.net(g) >= top)
    # one cent more is only reached where the pay has made up for the 5.60 € of technical balance
    beyond = paid.gross_for_net(top + 1)
    assert beyond > 401_100
    assert all(paid.net(gross) <= top for gross in range(400_501, beyond))


def test_a_jump_of_the_cost_leaves_a_part_of_the_budget_unspent() -> None:
    # 2025-09, 60 staff: beyond 2.25 SMIC = 4 054.05 the health rate rises by 6 points
    paid = payroll_for(Month.parse("2025-09"), PayrollSettings(headcount=60), FULL_TIME)
    assert paid.net(405_405) == 320_502
    assert paid.cost(405_405) == 549_064
    for budget in (549_064, 560_000, 573_390):
        assert paid.gross_for_cost(budget) == 405_405
    assert paid.gross_for_cost(549_063) < 405_405 < paid.gross_for_cost(573_391)


def test_nothing_is_paid_from_a_budget_that_covers_take_whole() -> None:
    settings = PayrollSettings(headcount=60, health_insurance=HealthInsurance(employer=29))
    paid = payroll_for(Month.parse("2026-02"), settings)
    # 29.00 and the social levy of 8 %: 2.32
    assert paid.gross_for_cost(3_132) == 0
    with pytest.raises(CaeError) as error:
        paid.gross_for_cost(3_131)
    assert error.value.problem.code == "CAE-P005"


def test_no_gross_gives_a_net_when_covers_take_every_euro() -> None:
    settings = PayrollSettings(provident=Provident(employee=Decimal("0.9")))
    paid = payroll_for(Month.parse("2026-02"), settings)
    assert paid.gross_for_net(0) == 0
    with pytest.raises(CaeError) as error:
        paid.gross_for_net(100_000)
    assert error.value.problem.code == "CAE-P004"


def test_a_net_of_nothing_needs_no_gross() -> None:
    paid = payroll_for(Month.parse("2026-02"), PayrollSettings(), EQUIVALENT)
    assert paid.gross_for_net(0) == 0
    assert paid.gross_for_net(1) == 1  # every contribution of one cent rounds to nothing
