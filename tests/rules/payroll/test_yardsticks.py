from decimal import Decimal

import pytest

from cae_cli.errors import CaeError
from cae_cli.rules.payroll.yardsticks import EQUIVALENT, FULL_TIME, Yardsticks, yardsticks_of


def test_a_full_time_month_is_exactly_a_twelfth_of_1820_hours() -> None:
    full = yardsticks_of(1202, 400_500, 1820, FULL_TIME)
    assert full == Yardsticks(1202, 400_500, (1820, 12), equivalent=False)
    assert full.limit(Decimal(3), 1202) == 546_910  # exactly 3 × 12.02 × 1820/12
    assert yardsticks_of(1202, 400_500, 1820, EQUIVALENT).hours == (1820, 12)


def test_a_limit_is_the_last_cent_that_does_not_exceed_it() -> None:
    # 2019: 3.5 × 10.03 × 1820/12 = 5 324.258…
    assert yardsticks_of(1003, 337_700, 1820, FULL_TIME).limit(Decimal("3.5"), 1003) == 532_425


def test_contractual_hours_reduce_the_ceiling_and_the_limits() -> None:
    half = yardsticks_of(1188, 392_500, 1820, Decimal(91))
    assert half.ceiling == 235_500  # 3 925 × 91 / (1820/12) = 3 925 × 0.6
    assert half.limit(Decimal("2.25"), 1188) == 243_243  # 2.25 × 11.88 × 91 = 2 432.43


def test_full_time_is_written_151_67() -> None:
    assert yardsticks_of(1202, 400_500, 1820, Decimal("151.67")) == yardsticks_of(
        1202, 400_500, 1820, FULL_TIME
    )


@pytest.mark.parametrize("hours", ["0", "-10", "151.68", "NaN", "Infinity"])
def test_impossible_hours_are_refused_kindly(hours: str) -> None:
    with pytest.raises(CaeError) as error:
        yardsticks_of(1202, 400_500, 1820, Decimal(hours))
    assert error.value.problem.code == "CAE-P003"
