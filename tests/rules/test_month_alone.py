"""What a cooperative takes of a month, and what to invoice for what must remain."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cae_cli.errors import CaeError
from cae_cli.months import Month
from cae_cli.rules.contribution import MonthFacts, PersonFacts, contributions
from cae_cli.rules.contribution_rule import ContributionRule
from cae_cli.rules.cooperatives import preset, preset_ids
from cae_cli.rules.month_alone import MonthAlone


def alone(**keys: object) -> MonthAlone:
    return MonthAlone(ContributionRule.model_validate(keys))


def rate(value: str, **more: object) -> dict[str, object]:
    return {"rate": Decimal(value), **more}


def test_a_flat_rate() -> None:
    # 12 % of 2 131.84 is 255.82, which leaves 1 876.02; one cent less leaves one cent less
    month = alone(brackets=[rate("0.12")])
    assert month.contribution(213_184) == 25_582
    assert month.turnover_for(187_602) == 213_184
    assert month.flat_rate == Decimal("0.12")


def test_fees_and_floors_are_counted_and_yearly_amounts_for_a_twelfth() -> None:
    month = alone(
        brackets=[rate("0.10")],
        fixed_per_month=Decimal(16),
        fixed_per_year=Decimal(30),
        floor_per_year=Decimal(2160),
    )
    # 2 160 / 12 = 180 up to 1 800 of turnover; fees 16 + 30 / 12 = 18.50
    assert month.contribution(0) == 18_000 + 1_850
    assert month.contribution(180_000) == 18_000 + 1_850
    assert month.contribution(200_000) == 20_000 + 1_850
    assert month.flat_rate is None
    assert month.left(10_000) == 10_000 - 19_850
    assert month.turnover_for(100_000) == 119_850  # the floor holds: 1 000 + 198.50
    assert month.turnover_for(0) == 19_850


def test_a_rebate_and_a_cap() -> None:
    # 15 % less 6 000 a year: 500 a month, so nothing up to 3 333.33
    month = alone(brackets=[rate("0.15")], rebate_per_year=Decimal(6000))
    assert month.contribution(333_333) == 0
    assert month.contribution(400_000) == 10_000
    capped = alone(brackets=[rate("0.12")], cap_per_year=Decimal(600), period="month")
    assert capped.turnover_for(1_000_000) == 1_060_000


def test_marginal_steps() -> None:
    # 11 % up to 40 000, 10 % above: 50 000 leaves 35 600 + 9 000
    month = alone(brackets=[rate("0.11", up_to=Decimal(40_000)), rate("0.10")])
    assert month.turnover_for(4_460_000) == 5_000_000
    assert month.turnover_for(3_560_000) == 4_000_000


def test_one_rate_on_all_of_the_base_has_two_turnovers_that_leave_the_same() -> None:
    # 13 % up to 1 000, 12 % above: 1 000 leaves 870; 1 000.01 leaves 880.01. To keep 875 one must
    # pass the step; to keep 869, 998.85 is the smallest
    month = alone(
        brackets=[rate("0.13", up_to=Decimal(1000)), rate("0.12")], mode="whole", period="month"
    )
    assert month.turnover_for(87_500) == 100_001
    assert month.turnover_for(86_900) == 99_885
    # a rate that rises: 10 % up to 1 000 leaves 900, 20 % above: only 1 125 leaves 900 again
    rising = alone(
        brackets=[rate("0.10", up_to=Decimal(1000)), rate("0.20")], mode="whole", period="month"
    )
    assert rising.turnover_for(90_000) == 100_000
    assert rising.turnover_for(90_001) == 112_501


def test_a_cooperative_that_takes_all_is_told() -> None:
    with pytest.raises(CaeError) as error:
        alone(brackets=[rate("1")]).turnover_for(1)
    assert error.value.problem.code == "CAE-P006"


@pytest.mark.parametrize("name", preset_ids())
@given(turnover=st.integers(0, 10_000_000))
def test_it_is_what_the_engine_takes_of_the_first_month_of_a_year(name: str, turnover: int) -> None:
    rule = preset(name).rule
    if rule.fixed_per_year or rule.rebate_per_year:  # counted for a twelfth here
        rule = rule.model_copy(update={"fixed_per_year": 0, "rebate_per_year": 0})
    person = PersonFacts("cesa", 10_000, unpaid=False, who=0)
    facts = MonthFacts(Month.parse("2026-01"), turnover, turnover, 0, (person,))
    (found,) = contributions(rule, [facts])
    assert MonthAlone(rule).contribution(turnover) == found.total


@pytest.mark.parametrize("name", preset_ids())
@given(needed=st.integers(0, 10_000_000))
def test_the_turnover_is_the_smallest_that_leaves_enough(name: str, needed: int) -> None:
    month = MonthAlone(preset(name).rule)
    turnover = month.turnover_for(needed)
    assert month.left(turnover) >= needed
    assert all(month.left(turnover - less) < needed for less in range(1, min(turnover, 200) + 1))
