"""The year: the reduction and the reduced rates counted over it (ceilings have their own tests).

The sums of a year are worked out by hand: C = T / 0.6 × (1.6 × SMIC / pay − 1) in 2025, at most T;
C = 0.02 + 0.3781 × [½ × (3 × SMIC / pay − 1)]^1.75 in 2026, at most 0.3981. A CESA below the SMIC
has the hours it pays for: its pay is its SMIC.
"""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cae_cli.months import Month
from cae_cli.rules.payroll.engine import Payroll, Payslip
from cae_cli.rules.payroll.law import payroll_for
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.year import payslips_of_year
from tests.rules.payroll import strategies

SMALL = PayrollSettings(headcount=8)


def dated(year: int, pays: Sequence[int], settings: PayrollSettings = SMALL) -> list[Payroll]:
    return [payroll_for(Month.parse(f"{year}-{i:02d}"), settings) for i in range(1, len(pays) + 1)]


def same(month: str, pays: Sequence[int]) -> list[Payroll]:
    return [payroll_for(Month.parse(month), SMALL)] * len(pays)


def reductions(slips: Sequence[Payslip]) -> int:
    return sum(slip.general_reduction for slip in slips)


def yearly(payrolls: Sequence[Payroll], pays: Sequence[int]) -> Sequence[Payslip]:
    return payslips_of_year(zip(payrolls, pays, strict=True))


def monthly(payrolls: Sequence[Payroll], pays: Sequence[int]) -> list[Payslip]:
    return [payroll.payslip(pay) for payroll, pay in zip(payrolls, pays, strict=True)]


# One set of parameters for the twelve months: T = 0.3193 in 2025, 12.02 € an hour in 2026.
UNEVEN = [
    # 6 × 0.3193 × 1 801.80 = 6 × 575.31, and 4 000 is above 1.6 SMIC; over the year 34 810.80 is
    # above 1.6 × 21 621.60 = 34 594.56
    ("2025-09", 180_180, 400_000, 345_186, 0),
    # 6 × 0.3193 × 900 = 6 × 287.37 and 6 × 0.1071 × 2 400 = 6 × 257.04; over the year the SMIC is
    # 6 × 900 + 6 × 1 801.80 = 16 210.80 and C = 0.1650 of 19 800
    ("2025-09", 90_000, 240_000, 326_646, 326_700),
    # 6 × 0.3981 × 1 823.03 = 6 × 725.75 and 6 × 0.0395 × 4 000 = 6 × 158.00; over the year
    # C = 0.1096 of 34 938.18
    ("2026-02", 182_303, 400_000, 530_250, 382_922),
    # 6 × 0.3981 × 900 = 6 × 358.29 and 6 × 0.1927 × 2 400 = 6 × 462.96 …
    ("2026-02", 90_000, 240_000, 492_750, 479_160),
]


@pytest.mark.parametrize(("month", "low", "high", "by_month", "by_year"), UNEVEN)
def test_an_uneven_year_with_one_set_of_parameters(
    month: str, low: int, high: int, by_month: int, by_year: int
) -> None:
    pays = [low] * 6 + [high] * 6
    payrolls = same(month, pays)
    assert reductions(monthly(payrolls, pays)) == by_month
    assert reductions(yearly(payrolls, pays)) == by_year


def test_the_first_uneven_year_with_the_parameters_of_each_month() -> None:
    # T is 0.3194 until April: 4 × 575.49 + 2 × 575.31 = 3 452.58
    pays = [180_180] * 6 + [400_000] * 6
    assert reductions(monthly(dated(2025, pays), pays)) == 345_258
    assert reductions(yearly(dated(2025, pays), pays)) == 0


def test_what_was_given_too_much_is_taken_back_as_pay_rises() -> None:
    pays = [180_180, 180_180, 400_000]
    first, second, third = yearly(same("2025-09", pays), pays)
    assert first.general_reduction == 57_531
    assert second.general_reduction == 57_532  # 0.3193 × 3 603.60 = 1 150.63, less 575.31
    # over three months: SMIC 5 405.40, pay 7 603.60, C = 0.5321666 × 0.1374559 = 0.0731: 555.82
    assert third.general_reduction == 55_582 - 115_063 == -59_481
    assert third.employer_cost == third.gross + third.employer_contributions


def test_the_reduced_rates_follow_the_year_too() -> None:
    # 2025, 8 staff: 3 000 then 5 000 is 8 000, under 2 × 4 054.05: health stays at 7 % of it, where
    # the month alone pays 13 % of 5 000; the family rate is reduced on both
    pays = [300_000, 500_000]
    payrolls = same("2025-09", pays)
    alone, year = monthly(payrolls, pays), yearly(payrolls, pays)
    health = 500_000 * 6 // 100
    # ceilings: 925 more in tranche 1 than the month alone and less in tranche 2, CET on 8 000. Old
    # age 414.68 for 335.59, pension 228.92 for 185.26 and 19.43 for 139.21, CEG 62.57 for 50.63 and
    # 2.43 for 17.42, CET 16.80 for 10.50, FNAL 4.85 for 3.93: 7.14 more
    assert alone[1].general_reduction == year[1].general_reduction == 0
    assert alone[1].employer_cost - year[1].employer_cost == health - 714
    # then 5 000 again: 13 000 passes 3 × 4 054.05 = 12 162.15 and all of it owes 13 %
    more = yearly(same("2025-09", [*pays, 0]), [*pays, 500_000])[2]
    assert more.employer_cost - payrolls[0].cost(500_000) == 800_000 * 6 // 100


def test_the_limit_of_a_year_is_cut_to_the_cent_once() -> None:
    # 2019: 12 × 3.5 × 10.03 × 1820/12 = 63 891.10; twelve limits cut to the cent make 63 891.00
    pays = [532_425] * 11 + [532_435]  # 63 891.10: at most the limit, so 3.45 % on all of it
    slips, alone = yearly(dated(2019, pays), pays), monthly(dated(2019, pays), pays)
    # family: 5.25 % of 5 324.35 = 279.53 alone; 2 204.24 − 2 020.55 = 183.69 in the year; health,
    # at 13 % both ways: 692.17 alone; 8 305.84 − 7 613.68 = 692.16 in the year
    assert alone[11].employer_cost - slips[11].employer_cost == 27_953 - 18_369 + 1


def test_a_change_of_t_in_2019_is_a_supplement_on_the_pay_of_october_to_december() -> None:
    # pay at 1.2 SMIC all year: 0.2809 / 0.6 × (1.6 / 1.2 − 1) = 0.15605… → 0.1561 (pay is rounded
    # to 1 825.47, which leaves 0.15605 above the tie), 0.3214 / 0.6 × 0.33333 = 0.1786
    pays = [182_547] * 12
    slips = yearly(dated(2019, pays), pays)
    by_hand = round(0.1561 * 9 * 182_547) + round(0.1786 * 3 * 182_547)
    assert abs(reductions(slips) - by_hand) <= round(0.0001 * 12 * 182_547)


def test_a_month_without_pay_adds_no_smic() -> None:
    pays = [90_000, 0, 240_000]
    payrolls = same("2025-09", pays)
    with_gap = yearly(payrolls, pays)
    without = yearly(payrolls[:2], [90_000, 240_000])
    assert with_gap[1] == payrolls[0].payslip(0)
    assert [with_gap[0], with_gap[2]] == list(without)


@given(
    st.integers(2017, 2026),
    strategies.settings,
    st.lists(strategies.pays, min_size=1, max_size=12),
)
def test_properties(year: int, settings: PayrollSettings, pays: list[int]) -> None:
    payrolls = dated(year, pays, settings)
    slips = yearly(payrolls, pays)
    total = 0
    for pay, slip in zip(pays, slips, strict=True):
        assert slip.gross == pay
        assert slip.net == pay - slip.employee_contributions
        assert slip.employer_cost == pay + slip.employer_contributions
        total += slip.employer_contributions
        assert total >= 0  # the reduction never exceeds what the year owes
    assert slips[0] == payrolls[0].payslip(pays[0])  # one month is a year so far


@given(strategies.months, strategies.settings, strategies.pays)
def test_equal_pay_gives_what_the_months_give(
    month: Month, settings: PayrollSettings, pay: int
) -> None:
    payroll = payroll_for(month, settings)
    slips = payslips_of_year([(payroll, pay)] * 12)
    # a rounding of the reduction and of two lines, each month
    assert abs(sum(slip.employer_cost for slip in slips) - 12 * payroll.cost(pay)) <= 12 * 3
