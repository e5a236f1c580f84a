"""The first month that holds, on treasuries small enough to follow by hand."""

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cae_cli.forecast.first_salary import (
    LOOK_AHEAD,
    Condition,
    Hold,
    TreasuryBeforePay,
    first_hold,
    missing_turnover,
)


def always(before_pay: Sequence[int]) -> TreasuryBeforePay:
    return lambda _: before_pay


def condition(cost: int, length: int, sustain: int, shown: int, reserve: str = "0") -> Condition:
    return Condition([cost] * length, Decimal(reserve), sustain, shown)


def test_the_first_month_that_lasts_is_found() -> None:
    # 100 comes in every month but the third; pay costs 80 and must hold 3 months
    before_pay = [100, 200, 200, 300, 400, *range(500, 500 + 100 * LOOK_AHEAD, 100)]
    # from month 0: 20, 40, -40: no. From month 1: 120, 40, 60, 80, 100… holds
    found = first_hold(always(before_pay), condition(80, len(before_pay), sustain=3, shown=2))
    assert found == Hold(1, sustained_until=LOOK_AHEAD, lowest_treasury=40, lowest_month=2)


def test_the_reserve_is_kept_above() -> None:
    before_pay = [100 * (i + 1) for i in range(40)]
    # pay of 80 leaves 20 in its first month, 20 × k after k months; a reserve of 1 month is 80
    found = first_hold(always(before_pay), condition(80, 40, sustain=2, shown=10, reserve="1"))
    # from month m: 100(m+1) - 80 ≥ 80 and then rising: m = 1 gives 120
    assert found is not None
    assert (found.month, found.lowest_treasury, found.lowest_month) == (1, 120, 1)


def test_how_long_it_lasts_is_told() -> None:
    before_pay = [500, 500, 500, 500, 500, *[500] * 30]
    # 100 a month out of 500: months 0 to 4 end at 400…0, month 5 at -100
    found = first_hold(always(before_pay), condition(100, 35, sustain=3, shown=5))
    assert found == Hold(0, sustained_until=4, lowest_treasury=200, lowest_month=2)


def test_nobody_is_paid_before_a_cesa() -> None:
    costs = [0, 0, *[10] * 40]
    found = first_hold(always([1000] * 42), Condition(costs, Decimal(1), 12, 10))
    assert found is not None
    assert found.month == 2


def test_no_month_may_do() -> None:
    assert first_hold(always([50] * 60), condition(10, 60, sustain=12, shown=36)) is None


def test_the_missing_turnover_is_the_smallest_that_suffices() -> None:
    def with_more(euros: int) -> TreasuryBeforePay:
        # 88 % of each euro stays, from the second month on
        return always([88 * euros * i for i in range(60)])

    # pay of 100.00 a month from month 1 on: 0.88 × euros ≥ 100 → 113.6; from month 11 on, the
    # money of 10 more months helps: 0.88 × e × (11 + 12 − 1 = 22) ≥ 12 × 100 → e ≥ 61.98;
    # the last month sought, 35: 0.88 × e × 46 ≥ 1200 → e ≥ 29.6, and month 35 itself: 30
    missing = missing_turnover(with_more, condition(10000, 60, sustain=12, shown=36))
    assert missing == 30


def test_no_turnover_may_suffice() -> None:
    assert missing_turnover(lambda _: always([0] * 60), condition(1, 60, 12, 36)) is None


@given(
    st.lists(st.integers(-5000, 5000), min_size=60, max_size=60),
    st.lists(st.integers(0, 900), min_size=60, max_size=60),
    st.integers(1, 24),
)
def test_what_is_found_holds_and_nothing_earlier_does(
    before_pay: list[int], costs: list[int], sustain: int
) -> None:
    given_ = Condition(costs, Decimal(1), sustain, 36)
    found = first_hold(always(before_pay), given_)

    def holds(month: int) -> bool:
        ends = [before_pay[i] - sum(costs[month : i + 1]) for i in range(month, month + sustain)]
        return costs[month] > 0 and all(
            end >= cost for end, cost in zip(ends, costs[month:], strict=False)
        )

    expected = next((month for month in range(36) if holds(month)), None)
    assert (found.month if found else None) == expected
