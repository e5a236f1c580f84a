"""A contribution rule as data: one rule over another, and what depends on pay."""

from decimal import Decimal
from typing import Any

import pytest

from cae_cli.rules.contribution_rule import ContributionRule, depends_on_pay, resolve


def rule(**terms: Any) -> ContributionRule:
    return ContributionRule.model_validate(terms)


PRESET = rule(
    base="margin",
    brackets=[{"rate": Decimal("0.11"), "up_to": 1000}, {"rate": Decimal("0.10")}],
    floor_per_month=40,
    when=[{"phase": "cesa", "floor_per_month": 60}],
)


def test_own_keys_take_the_place_one_by_one() -> None:
    both = resolve(PRESET, rule(floor_per_month=50, counted="cashed"))
    assert (both.floor_per_month, both.counted) == (50_00, "cashed")
    assert (both.base, both.brackets, both.when) == (PRESET.base, PRESET.brackets, PRESET.when)


def test_a_key_given_with_its_default_value_counts_as_given() -> None:
    assert resolve(PRESET, rule(base="turnover", floor_per_month=0)).base == "turnover"
    assert resolve(PRESET, rule(floor_per_month=0)).floor_per_month == 0


def test_lists_are_replaced_as_a_whole() -> None:
    both = resolve(PRESET, rule(brackets=[{"rate": Decimal("0.2")}], when=[]))
    assert [bracket.rate for bracket in both.brackets] == [Decimal("0.2")]
    assert both.when == ()


def test_no_own_key_changes_nothing() -> None:
    assert resolve(PRESET, rule()) == PRESET


@pytest.mark.parametrize(
    ("entry", "depends"),
    [
        ({"phase": "cape", "floor_per_month": 50}, True),
        ({"phase": "cesa", "floor_per_month": 50}, True),
        ({"unpaid": True, "fixed_per_month": 3}, True),
        ({"unpaid": False, "fixed_per_month": 3}, True),
        ({"phase": "associate", "cap_per_year": 5000}, False),
        ({"after_months": 12, "floor_per_month": 100}, False),
        ({"phase": "cesa"}, False),  # changes nothing
    ],
)
def test_what_depends_on_the_month_of_the_first_salary(
    entry: dict[str, Any], depends: bool
) -> None:
    assert depends_on_pay(rule(when=[entry])) is depends


def test_a_rule_without_changes_does_not_depend_on_pay() -> None:
    assert not depends_on_pay(rule(floor_per_month=40))
