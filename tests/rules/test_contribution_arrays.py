"""The contribution of many futures: to the cent what each gives by itself."""

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cae_cli.months import Month
from cae_cli.rules.contribution import (
    NOTHING_BEFORE,
    MonthFacts,
    Opening,
    People,
    PersonFacts,
    contributions,
)
from cae_cli.rules.contribution_arrays import (
    ArrayScale,
    CentsArray,
    FutureFacts,
    contributions_of_futures,
)
from cae_cli.rules.contribution_rule import Bracket, ContributionRule, Phase
from cae_cli.rules.contribution_terms import scale
from cae_cli.rules.cooperatives import preset, preset_ids
from tests.rules.test_contribution_properties import bracket_lists, rules

FUTURES, MONTHS = 60, 60
FIRST = Month.parse("2026-09")


def people_of(start: int, associate: int) -> list[People]:
    """Return two persons over the months: a CAPE, a CESA from `start`, an associate later."""

    def phases(i: int) -> People:
        phase: Phase = "cape" if i < start else "cesa" if i < associate else "associate"
        later: Phase = "cape" if i < start + 7 else "cesa"
        first = PersonFacts(phase, i, unpaid=i < start, who=0)
        second = PersonFacts(later, i - 3, unpaid=i < start + 7, who=1)
        return (first, second) if 3 <= i < 50 else (first,)

    return [phases(i) for i in range(MONTHS)]


def futures(
    seed: int, people: Sequence[People], largest: int = 900_000, count: int = FUTURES
) -> list[FutureFacts]:
    """Return random months: quiet ones, credit notes, and more cashed than invoiced."""
    random = np.random.default_rng(seed)

    def amounts(least: int, most: int) -> np.ndarray:
        drawn = random.integers(least, most, count, dtype=np.int64)
        return np.where(random.random(count) < 0.2, 0, drawn)

    return [
        FutureFacts(
            FIRST + i,
            amounts(-largest // 10, largest),
            amounts(-largest // 10, largest),
            amounts(0, largest // 3),
            who,
            amounts(-largest // 20, largest // 4),
            amounts(-largest // 20, largest // 4),
        )
        for i, who in enumerate(people)
    ]


def _of(part: CentsArray | int, future: int) -> int:
    return part if isinstance(part, int) else int(part[future])


def assert_same(
    rule: ContributionRule, months: Sequence[FutureFacts], opening: Opening = NOTHING_BEFORE
) -> None:
    found = contributions_of_futures(rule, months, opening)
    for future in range(len(months[0].invoiced)):
        facts = [
            MonthFacts(
                month.month,
                int(month.invoiced[future]),
                int(month.cashed[future]),
                int(month.direct_expenses[future]),
                month.people,
                int(_of(month.internal_invoiced, future)),
                int(_of(month.internal_cashed, future)),
            )
            for month in months
        ]
        alone = contributions(rule, facts, opening)
        for one, many in zip(alone, found, strict=True):
            assert [int(_of(part, future)) for part in many] == list(one)


@pytest.mark.parametrize("name", preset_ids())
@pytest.mark.parametrize(("start", "associate"), [(0, 60), (9, 24), (60, 60)])
def test_every_preset(name: str, start: int, associate: int) -> None:
    months = futures(start + len(name), people_of(start, associate))
    assert_same(preset(name).rule, months)


@pytest.mark.parametrize("name", preset_ids())
def test_every_preset_after_what_was_counted_before(name: str) -> None:
    people = people_of(4, 30)
    opening = Opening(2_345_678, 123_456, 7_654_321, tuple(people[:3]))
    assert_same(preset(name).rule, futures(7, people), opening)
    untold = opening._replace(contribution_this_year=None)
    assert_same(preset(name).rule, futures(8, people), untold)


@given(rules(), st.integers(0, 1000), st.integers(0, 20))
def test_any_rule(rule: ContributionRule, seed: int, start: int) -> None:
    assert_same(rule, futures(seed, people_of(start, start + 9)[:30], count=3))


@given(bracket_lists(), st.sampled_from(["marginal", "whole"]), st.integers(0, 1000))
def test_a_scale_at_its_steps(brackets: tuple[Bracket, ...], mode: str, seed: int) -> None:
    exact = scale(brackets, mode)  # type: ignore[arg-type]
    bounds = [bracket.up_to for bracket in brackets if bracket.up_to is not None]
    around = [bound + i for bound in (*bounds, 0, seed) for i in (-1, 0, 1)]
    found = ArrayScale(exact).of(np.array(around, np.int64))
    assert [int(amount) for amount in found] == [exact.of(base) for base in around]


def test_a_bound_belongs_to_its_step() -> None:
    # 10 % to 1 000.00, 20 % above: 100.00, then 100.00 (100.002) and 100.01 (100.006)
    brackets = (
        Bracket(rate=Decimal("0.1"), up_to=Decimal(1000)),
        Bracket(rate=Decimal("0.2")),
    )
    bases = np.array([-5, 0, 100_000, 100_001, 100_003], np.int64)
    found = ArrayScale(scale(brackets, "marginal")).of(bases)
    assert found.tolist() == [0, 0, 10_000, 10_000, 10_001]
    whole = ArrayScale(scale(brackets, "whole")).of(bases)
    assert whole.tolist() == [0, 0, 10_000, 20_000, 20_001]


def test_what_does_not_fit_64_bits_is_exact_all_the_same() -> None:
    # rates of eight decimals over a base of 10 billion euros: products of 10**12 × 10**8
    brackets = (
        Bracket.model_construct(rate=Decimal("0.12345678"), up_to=10**11),
        Bracket.model_construct(rate=Decimal("0.08765432"), up_to=None),
    )
    exact = scale(brackets, "marginal")
    bases = np.array([10**11, 10**12 + 7, 10**14 + 1, -(10**14)], np.int64)
    found = ArrayScale(exact).of(bases)
    assert [int(amount) for amount in found] == [exact.of(int(base)) for base in bases]
    rule = ContributionRule.model_construct(brackets=brackets, period="entry")
    assert_same(rule, futures(3, people_of(2, 9), largest=10**13, count=5))


def test_a_rule_without_a_scale_and_no_month() -> None:
    assert contributions_of_futures(ContributionRule(), []) == []
    assert_same(ContributionRule(), futures(1, people_of(1, 2)[:3], count=2))


def test_futures_do_not_touch_what_they_are_given() -> None:
    months = futures(5, people_of(9, 24)[:13])
    before = [month.invoiced.copy() for month in months]
    contributions_of_futures(preset("opteos").rule, months)
    assert all((was == month.invoiced).all() for was, month in zip(before, months, strict=True))


def test_work_for_members_bears_its_own_rate() -> None:
    # 5 % of 1 000.10, half up: 50.01 (50.005); the rest, 2 000.00, at 10 %
    rule = ContributionRule.model_validate(
        {"brackets": [{"rate": Decimal("0.1")}], "internal_rate": Decimal("0.05")}
    )
    month = FutureFacts(
        FIRST, np.array([300_010, 200_000]), np.array([0, 0]), np.array([0, 0]),
        people_of(1, 2)[0], np.array([100_010, 0]), 0,
    )  # fmt: skip
    (found,) = contributions_of_futures(rule, [month])
    assert (found.internal.tolist(), found.total.tolist()) == ([5_001, 0], [25_001, 20_000])


def test_a_large_amount_for_members_is_exact_too() -> None:
    rule = ContributionRule.model_construct(internal_rate=Decimal("0.12345678"))
    assert_same(rule, futures(4, people_of(2, 9)[:5], largest=10**14, count=4))


@pytest.mark.parametrize("counted", ["invoiced", "cashed"])
@pytest.mark.parametrize("base", ["turnover", "margin"])
@pytest.mark.parametrize("exempt", [0, 3])
def test_work_for_members_under_every_reading(counted: str, base: str, exempt: int) -> None:
    rule = ContributionRule.model_validate(
        {
            "counted": counted,
            "base": base,
            "exempt_months": exempt,
            "brackets": [{"rate": Decimal("0.1")}],
            "internal_rate": Decimal("0.05"),
        }
    )
    assert_same(rule, futures(6, people_of(2, 9)[:14], count=4))
