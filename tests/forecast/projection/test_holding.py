"""Whether a pay holds and lasts, on treasuries small enough to follow by hand."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cae_cli.forecast.projection.holding import Demand, Held, held, is_earned
from tests.forecast.projection.kit import demand


class Given(NamedTuple):
    """The treasury of each month end before any pay, and what the work of each month brings."""

    ends: Sequence[int]
    incomes: Sequence[int] = ()

    def treasury(self, i: int) -> int:
        return self.ends[i]

    def income(self, start: int, stop: int) -> int:
        return sum(self.incomes[start:stop])


def test_a_pay_holds_until_the_first_month_below_the_reserve() -> None:
    # 500 in all, 100 a month: 400, 300, 200, 100, 0, and −100 in the sixth month
    found = held(Given([500] * 9), [100] * 9, 0, 8, demand())
    assert found == Held(0, until=4, lowest=0, lowest_month=4)
    assert found.months == 5
    # with a reserve of two months, 200: three months
    found = held(Given([500] * 9), [100] * 9, 0, 8, demand("2"))
    assert found == Held(0, until=2, lowest=200, lowest_month=2)


def test_the_reserve_itself_is_enough() -> None:
    ends = [150, 250, 350]
    # 100 a month leaves 50 each month end: half a month of cost
    assert held(Given(ends), [100] * 3, 0, 3, demand("0.5")).months == 3
    assert held(Given(ends), [100] * 3, 0, 3, demand("0.51")).months == 0
    # 0.505 × 101 = 51.005, rounded to 51, and 151 − 101 is 50
    assert held(Given([151]), [101], 0, 1, demand("0.505")).months == 0
    assert held(Given([152]), [101], 0, 1, demand("0.505")).months == 1


def test_the_reserve_follows_the_cost_of_each_month() -> None:
    # 300 − 100 = 200; then 500 − 100 − 200 = 200, the reserve of that month; then 599 − 400 = 199
    found = held(Given([300, 500, 599]), [100, 200, 100], 0, 3, demand("1"))
    assert found == Held(0, until=2, lowest=199, lowest_month=2)
    assert held(Given([300, 499, 600]), [100, 200, 100], 0, 3, demand("1")).until == 0


def test_it_is_looked_at_for_some_months_only() -> None:
    found = held(Given([1000] * 9), [10] * 9, 3, 4, demand())
    # paid before: 30; from month 3 on 960, 950, 940, 930
    assert found == Held(3, until=6, lowest=930, lowest_month=6)


def test_what_was_paid_before_counts() -> None:
    # someone was paid 40 in months 0 and 1: 200 − 80 − 60 = 60 at the end of month 2, then 0
    found = held(Given([200] * 5), [40, 40, 60, 60, 60], 2, 3, demand())
    assert found == Held(2, until=3, lowest=0, lowest_month=3)


def test_the_lowest_is_the_first_of_equals() -> None:
    # 90, 80, 80, 100
    found = held(Given([100, 100, 110, 140]), [10] * 4, 0, 4, demand())
    assert (found.lowest, found.lowest_month) == (80, 1)


def test_a_pay_that_does_not_even_begin() -> None:
    assert held(Given([9]), [10], 0, 1, demand()) == Held(0, until=-1, lowest=0, lowest_month=0)
    assert held(Given([0] * 6), [10] * 6, 5, 1, demand()).months == 0


def test_a_pay_is_earned_over_its_twelve_months() -> None:
    incomes = [999, *[100] * 11, 40, 999]
    # months 1 to 12 bring 11 × 100 + 40 = 1 140
    course = Given([], incomes)
    assert is_earned(course, [0, *[95] * 13], 1)  # 12 × 95 = 1 140
    assert not is_earned(course, [0, *[95] * 11, 96, 0], 1)
    assert is_earned(course, [999, *[95] * 12, 999], 1)  # the months around do not count


def test_what_lasts_is_looked_at_for_a_year_at_least() -> None:
    for sustain, lasting, look in ((1, 12, 24), (12, 12, 24), (13, 13, 24), (24, 24, 24),
                                   (25, 25, 25)):  # fmt: skip
        asked = demand(sustain=sustain)
        assert (asked.sustain, asked.lasting, asked.look) == (sustain, lasting, look)


@pytest.mark.parametrize(("months", "reserve"), [("0", 0), ("1", 333), ("1.5", 500), ("2", 666)])
def test_the_reserve_is_a_share_of_the_cost(months: str, reserve: int) -> None:
    assert Demand(Decimal(months), 12).reserve(333) == reserve  # 1.5 × 333 = 499.5, rounded up


@given(
    st.lists(st.integers(-500, 5000), min_size=30, max_size=30),
    st.lists(st.integers(0, 900), min_size=30, max_size=30),
    st.integers(0, 5),
)
def test_what_is_told_is_what_counting_finds(ends: list[int], costs: list[int], start: int) -> None:
    found = held(Given(ends), costs, start, 24, demand("1"))
    left = [ends[i] - sum(costs[: i + 1]) for i in range(start, start + 24)]
    good = [end >= cost for end, cost in zip(left, costs[start:], strict=False)]
    months = good.index(False) if False in good else 24
    assert found.months == months
    if months:
        assert found.lowest == min(left[:months])
        assert left[found.lowest_month - start] == found.lowest
