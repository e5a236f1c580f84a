"""What a text sets for a time ends with it: the SMIC of the reduction is frozen in 2026 only."""

from decimal import Decimal

import pytest

from cae_cli.months import Month
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.law import PayrollLaw, shipped_law
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.tables import (
    first_month_in_force,
    laid_over,
    read_tables,
    shipped_tables,
)
from cae_cli.rules.payroll.yardsticks import EQUIVALENT, FULL_TIME, Hours

SETTINGS = PayrollSettings(headcount=60)


def payroll(month: str, hours: Hours = EQUIVALENT, law: PayrollLaw | None = None) -> Payroll:
    return (law or shipped_law()).payroll_for(Month.parse(month), SETTINGS, hours)


@pytest.mark.parametrize("hours", [EQUIVALENT, FULL_TIME])
def test_the_smic_of_2027_costs_what_the_full_coefficient_leaves(hours: Hours) -> None:
    """1 867.02 gross (12.31 × 1820/12), 60 staff, work accidents 1 %, from 2027-01 on.

    Health 13 % 242.71; accidents 18.67; old age 8.55 % 159.63 and 2.11 % 39.39; pension 4.72 %
    88.12; CEG 1.29 % 24.08; family 5.25 % 98.02; unemployment 4 % 74.68; AGS 0.25 % 4.67; CSA
    0.30 % 5.60; FNAL 0.50 % 9.34; training 1 % 18.67; apprenticeship 0.68 % 12.70; construction
    0.45 % 8.40; dialogue 0.016 % 0.30: 804.98. Reduction 0.4021: 750.73 (750.7287).
    1 867.02 + 804.98 − 750.73 = 1 921.27; in December 0.3788 leaves 1 964.77.
    """
    assert payroll("2026-12", hours).cost(186_702) == 196_477
    assert payroll("2027-01", hours).before_reduction(186_702) == 80_498
    assert payroll("2027-01", hours).general_reduction(186_702) == 75_073
    assert payroll("2027-01", hours).cost(186_702) == 192_127
    assert payroll("2031-07", hours).cost(186_702) == 192_127


def test_a_net_of_900_in_2027() -> None:
    """900 net is 1 136.94 gross: a CESA below the SMIC, with the whole coefficient.

    Employee: old age 6.90 % 78.45 and 0.40 % 4.55; pension 3.15 % 35.81; CEG 0.86 % 9.78; CSG base
    1 117.04: 6.80 % 75.96 and 2.90 % 32.39: 236.94, hence 900.00 (and 899.99 a cent below).
    Employer: health 147.80; accidents 11.37; old age 97.21 and 23.99; pension 53.66; CEG 14.67;
    family 59.69; unemployment 45.48; AGS 2.84; CSA 3.41; FNAL 5.68; training 11.37; apprenticeship
    7.73; construction 5.12; dialogue 0.18: 490.20. Reduction 0.4021: 457.16 (457.1636).
    1 136.94 + 490.20 − 457.16 = 1 169.98.
    """
    january = payroll("2027-01")
    assert january.gross_for_net(90_000) == 113_694
    assert january.net(113_693) == 89_999
    assert january.before_reduction(113_694) == 49_020
    assert january.general_reduction(113_694) == 45_716
    assert january.cost(113_694) == 116_998
    # 0.3788 in December: 430.67 (430.6729)
    assert payroll("2026-12").cost(113_694) == 113_694 + 49_020 - 43_067


def test_the_exit_of_the_reduction_follows_the_smic_again() -> None:
    # 3 × 12.31 × 1820/12 = 5 601.05; 3 × 12.02 × 1820/12 = 5 469.10
    assert payroll("2026-12").reduction.coefficient(546_910) == 0
    assert payroll("2027-01").reduction.coefficient(560_104) == 200
    assert payroll("2027-01").reduction.coefficient(560_105) == 0


def test_with_growth_the_smic_of_the_reduction_is_that_of_the_year() -> None:
    law = shipped_law().growing(Decimal("0.02"))
    # 12.31 × 1.02 = 12.5562 → 12.56 an hour; at any pay below it the coefficient is whole
    assert payroll("2026-12", law=law).reduction.coefficient(150_000) == 3788
    assert payroll("2027-01", law=law).reduction.coefficient(150_000) == 4021
    # 12.56 × 1820/12 = 1 904.93
    assert payroll("2027-01", law=law).reduction.coefficient(190_493) == 4021
    assert payroll("2027-01", law=law).reduction.coefficient(191_000) < 4021


def test_the_last_known_month_is_not_moved_by_an_end() -> None:
    assert shipped_law().last_known_month == Month.parse("2026-12")
    told = shipped_law().texts_ended(Month.parse("2026-12"), Month.parse("2027-01"))
    assert told == ("décret 2026-509 (au titre de 2026)",)
    assert shipped_law().texts_ended(Month.parse("2026-12"), Month.parse("2026-12")) == ()


TABLE = read_tables("""
2020-01 = { euros = 1, text = "a" }
2020-06 = { euros = 2, until = "2020-08", text = "b" }
2020-07 = { euros = 3, until = "2020-07", text = "c" }
2021-01 = { euros = 4, text = "d" }
""")


@pytest.mark.parametrize(
    ("month", "since"),
    [
        ("2019-12", None),
        ("2020-05", "2020-01"),
        ("2020-06", "2020-06"),
        ("2020-07", "2020-07"),
        ("2020-08", "2020-06"),
        ("2020-09", "2020-01"),
        ("2021-01", "2021-01"),
    ],
)
def test_after_its_last_month_the_value_before_holds_again(month: str, since: str | None) -> None:
    assert first_month_in_force(TABLE, month) == since


def test_a_contribution_for_one_year_of_ones_own() -> None:
    text = """
    known_until = "2028-12"
    [contribution.fund]
    name = "Fund of 2027"
    2027-01 = { employer = 1.00, until = "2027-12", text = "loi de test" }
    """
    law = PayrollLaw(laid_over(shipped_tables(), read_tables(text)))
    months = ("2026-12", "2027-01", "2027-12", "2028-01")
    keys = [{line.key for line in payroll(month, law=law).in_force} for month in months]
    assert ["fund" in found for found in keys] == [False, True, True, False]
    assert law.last_known_month == Month.parse("2028-12")
