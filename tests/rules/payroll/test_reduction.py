from decimal import Decimal

import pytest

from cae_cli.months import Month
from cae_cli.rules.payroll.law import payroll_for
from cae_cli.rules.payroll.reduction import Reduction
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.yardsticks import EQUIVALENT, FULL_TIME, Hours


def coefficient(
    month: str, gross: int, headcount: int = 60, hours: Hours = FULL_TIME, accidents: str = "0.01"
) -> int:
    settings = PayrollSettings(headcount=headcount, work_accident_rate=Decimal(accidents))
    return payroll_for(Month.parse(month), settings, hours).reduction.coefficient(gross)


def test_the_example_of_service_public_f24542() -> None:
    # 2026, gross 3 500 €, FNAL 0.50 %: 0.0200 + 0.3821 × [½ × (3 × 1823.03 / 3500 − 1)]^1.75
    assert coefficient("2026-01", 350_000) == 615


# 2026, pay of x times 12.02 × 1820/12 = 1 823.03: 0.02 + 0.3781 (or 0.3821) × (½ × (3/x − 1))^1.75.
# At 1.5: ½^1.75 = 0.29730, × 0.3781 = 0.11241; at 2: ¼^1.75 = 0.08839, × 0.3781 = 0.03342.
@pytest.mark.parametrize(
    ("gross", "small", "large"),
    [
        (18_230, 3981, 4021),
        (91_152, 3981, 4021),
        (182_303, 3981, 4021),
        (218_764, 2485, 2510),
        (273_455, 1324, 1336),
        (364_607, 534, 538),
        (455_758, 267, 268),
        (546_909, 200, 200),
        (546_910, 0, 0),
        (700_000, 0, 0),
    ],
)
def test_the_coefficient_of_2026(gross: int, small: int, large: int) -> None:
    assert coefficient("2026-02", gross, 49) == small
    assert coefficient("2026-02", gross, 50) == large


def test_the_smic_of_january_counts_since_june_2026() -> None:
    # at the SMIC, u = ½ × (3 × 12.02 / 12.31 − 1) = 0.964663; u^1.75 = 0.938982
    # 0.02 + 0.3781 × 0.938982 = 0.3750; 0.02 + 0.3821 × 0.938982 = 0.3788
    assert coefficient("2026-06", 186_702, 49) == 3750
    assert coefficient("2026-06", 186_702, 50) == 3788


def test_equivalent_hours_give_one_coefficient_to_every_pay_below_the_smic() -> None:
    below = {coefficient("2026-10", gross, 50, EQUIVALENT) for gross in range(100, 186_703, 777)}
    assert below == {3788}
    # at full time, twice the SMIC of the pay reaches the most of the formula
    assert coefficient("2026-10", 93_351, 50, FULL_TIME) == 4021
    assert coefficient("2026-10", 250_000, 50, EQUIVALENT) == coefficient("2026-10", 250_000, 50)


def test_part_time_counts_the_smic_of_the_contract() -> None:
    # 2025-02, 75.83 h: S = 11.88 × 75.83 = 900.8604; 0.3234/0.6 × (1.6 × S / 1200 − 1) = 0.10842
    assert coefficient("2025-02", 120_000, 60, Decimal("75.83")) == 1084
    # 1.6 × 900.8604 = 1441.37664: nothing beyond
    assert coefficient("2025-02", 144_138, 60, Decimal("75.83")) == 0


@pytest.mark.parametrize(
    ("month", "headcount", "most"),
    [
        ("2017-06", 19, 2809),
        ("2017-06", 20, 2849),
        ("2019-09", 20, 2849),
        ("2019-10", 20, 3254),
        ("2019-12", 49, 3254),
        ("2020-01", 49, 3205),
        ("2020-01", 50, 3245),
        ("2025-04", 49, 3194),
        ("2025-05", 49, 3193),
    ],
)
def test_the_most_of_each_period_and_size(month: str, headcount: int, most: int) -> None:
    assert coefficient(month, 100_000, headcount) == most


def test_no_reduction_from_1_6_smic_on_before_2026() -> None:
    # 1.6 × 11.88 × 1820/12 = 2882.88: 0 there; T / 0.6 × (1.6 S / pay − 1) is 0.00005 at 2882.61
    assert coefficient("2025-06", 288_288, 10) == 0
    assert coefficient("2025-06", 288_000, 10) == 5  # 0.3193/0.6 × 0.001 = 0.00053


def test_a_work_accident_rate_below_the_share_lowers_the_most() -> None:
    # the share of 2026 is 0.49 %: a rate of 0.40 % takes 0.09 points away
    assert coefficient("2026-02", 150_000, 60, FULL_TIME, "0.0040") == 4012
    assert coefficient("2026-02", 150_000, 60, FULL_TIME, "0.0049") == 4021
    assert coefficient("2019-01", 150_000, 60, FULL_TIME, "0") == 2849 - 78


def test_ties_are_decided_exactly() -> None:
    # u = (3 × 3 − 8) / (2 × 8) = 1/16, u^1.75 = 1/128, × 64 steps = half a step
    formula = Reduction(Decimal(0), Decimal(64), (3, 1), (7, 4), 0, 0, 1)
    much = 10**40
    assert formula.of_ratio(3, 8) == 1
    assert formula.of_ratio(3 * much, 8 * much - 1) == 1
    assert formula.of_ratio(3 * much, 8 * much + 1) == 0
    # power 1: (1.6 × 7 − 10) / (0.6 × 10) = 1/5, × 2.5 steps = half a step
    line = Reduction(Decimal(0), Decimal("2.5"), (8, 5), (1, 1), 0, 0, 1)
    assert line.of_ratio(7, 10) == 1
    assert line.of_ratio(7 * much, 10 * much + 1) == 0
