"""What a pay lacks, counted by hand on a few months."""

from collections.abc import Sequence
from decimal import Decimal

from cae_cli.forecast.projection.holding import Demand
from cae_cli.forecast.projection.short import needs, shortfall

MONTHS = 30


class Steady:
    """A treasury that is what it is told, and work that brings the same each month; cents."""

    def __init__(self, treasury: Sequence[int], income: int) -> None:
        self._treasury = [*treasury, *[treasury[-1]] * (MONTHS - len(treasury))]
        self._income = income

    def treasury(self, i: int) -> int:
        return self._treasury[i]

    def income(self, start: int, stop: int) -> int:
        return self._income * (stop - start)


def growing(first: int, step: int) -> list[int]:
    return [first + step * i for i in range(MONTHS)]


def test_the_need_of_each_month_is_the_reserve_and_the_pay_so_far_less_the_treasury() -> None:
    demand = Demand(Decimal(2), 12)
    found = needs(Steady(growing(500, 100), 100), [100] * MONTHS, 1, demand)
    # paid from month 1 on: 100, 200…; before it, month 0 costs 100 as well (paid already)
    # month 1: 2 × 100 + 200 − 600 = −200; month 2: 200 + 300 − 700 = −200
    assert found == [-200] * 12


def test_the_sum_is_the_most_that_is_missing_and_its_month_the_first_such() -> None:
    treasury = [1000, 1000, 400, 400, 1000, *[5000] * 20]
    found = shortfall(Steady(treasury, 300), [0] + [100] * (MONTHS - 1), 1, Demand(Decimal(1), 12))
    # month 2: 100 + 200 − 400 = −100; month 3: 100 + 300 − 400 = 0; others are lower
    assert (found.short, found.binding) == (0, 3)
    assert found.lack == 12 * 100 - 12 * 300
    assert found.lasts


def test_of_equal_months_the_first_binds() -> None:
    found = shortfall(Steady(growing(0, 100), 100), [100] * MONTHS, 0, Demand(Decimal(0), 12))
    # 100 × (i + 1) − 100 × i = 100 in each month
    assert (found.short, found.binding, found.lack) == (100, 0, 0)
    assert not found.lasts


def test_a_pay_that_holds_may_not_last() -> None:
    found = shortfall(Steady([10_000], 90), [100] * MONTHS, 0, Demand(Decimal(0), 12))
    assert found.short == 12 * 100 - 10_000
    assert found.lack == 12 * 10
    assert not found.lasts
    covered = shortfall(Steady([10_000], 100), [100] * MONTHS, 0, Demand(Decimal(0), 12))
    assert covered.lack == 0
    assert covered.lasts


def test_it_must_hold_a_year_or_as_long_as_is_asked() -> None:
    treasury = [*[2_000] * 13, *[0] * 5]
    short_look = shortfall(Steady(treasury, 500), [100] * MONTHS, 0, Demand(Decimal(0), 3))
    assert short_look.short == 12 * 100 - 2_000  # twelve months, not three
    long_look = shortfall(Steady(treasury, 500), [100] * MONTHS, 0, Demand(Decimal(0), 14))
    assert (long_look.short, long_look.binding) == (14 * 100, 13)
