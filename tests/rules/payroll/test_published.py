"""Figures published by Urssaf, service-public and the trade press, each to be reproduced."""

from fractions import Fraction

import pytest

from cae_cli.months import Month
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.law import payroll_for
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.yardsticks import FULL_TIME
from cae_cli.rules.payroll.year import payslips_of_year


def payroll(month: str, headcount: int) -> Payroll:
    return payroll_for(Month.parse(month), PayrollSettings(headcount=headcount), FULL_TIME)


@pytest.mark.parametrize(
    ("month", "headcount", "gross", "coefficient"),
    [
        # service-public F24542: 50 staff and more in 2026, the SMIC and 3 500; 2 000 and 2 500
        ("2026-02", 50, 182_303, 4021),
        ("2026-02", 50, 350_000, 615),
        ("2026-02", 50, 200_000, 3178),
        # below 50 staff: 1, 1.25 and 3.1 SMIC
        ("2026-02", 49, 182_303, 3981),
        ("2026-02", 49, 227_879, 2225),
        ("2026-02", 49, 565_139, 0),
    ],
)
def test_coefficients(month: str, headcount: int, gross: int, coefficient: int) -> None:
    assert payroll(month, headcount).reduction.coefficient(gross) == coefficient


def test_reductions_of_a_month() -> None:
    assert payroll("2021-03", 49).general_reduction(200_000) == 26_040  # 0.1302
    assert payroll("2026-02", 49).general_reduction(250_000) == 42_975  # 0.1719


def test_the_reduction_of_a_year_at_the_smic_which_rises_in_may_2023() -> None:
    # 15 staff: 4 × 1 709.28 + 8 × 1 747.20 = 20 814.72; 0.3191 of it is 6 641.98
    months = [payroll(f"2023-{number:02d}", 15) for number in range(1, 13)]
    slips = payslips_of_year([(month, month.smic_monthly) for month in months])
    assert sum(slip.gross for slip in slips) == 2_081_472
    assert sum(slip.general_reduction for slip in slips) == 664_198


def test_the_technical_balance_of_4000_in_2019() -> None:
    due = next(line for line in payroll("2019-11", 60).lines(400_000) if line.key == "cet")
    assert (due.employee, due.employer) == (560, 840)


@pytest.mark.parametrize(
    ("month", "end"),
    [
        ("2018-06", 239_755),
        # 1.6 × 10.25 × 151.67; the law counts 1820/12 hours, 5 cents less
        ("2021-03", 248_738),
        ("2025-06", 288_288),
        # three times 1 823.03, which is rounded: the law has 5 469.10
        ("2026-02", 546_909),
    ],
)
def test_where_the_reduction_ends(month: str, end: int) -> None:
    formula = payroll(month, 60).reduction
    times, unit = formula.multiple
    exact = Fraction(times * formula.smic, unit * formula.parts)
    assert abs(exact - end) <= 6
    assert formula.coefficient(end + 6) == 0
    # the last tens of euros are less than half a step of the coefficient (none since 2026)
    assert formula.coefficient(end - 100) > 0
