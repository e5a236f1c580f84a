"""Ceilings counted from January: capped old age, tranches 1 and 2, CET, as the law has them.

By hand: the base of a line in a month is what it is over the year so far less what it was before,
each rounded once on its rate. 60 staff and work accidents of 1 % unless said.
"""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cae_cli.months import Month
from cae_cli.rules.payroll.engine import Payroll, Payslip
from cae_cli.rules.payroll.law import payroll_for
from cae_cli.rules.payroll.settings import HealthInsurance, PayrollSettings, Provident
from cae_cli.rules.payroll.year import START, YearSoFar, next_month, payslips_of_year

LARGE, SMALL = PayrollSettings(headcount=60), PayrollSettings(headcount=8)


def year(first: str, pays: Sequence[int], settings: PayrollSettings) -> list[Payslip]:
    months = [payroll_for(Month.parse(first) + i, settings) for i in range(len(pays))]
    return list(payslips_of_year(zip(months, pays, strict=True)))


def alone(first: str, pays: Sequence[int], settings: PayrollSettings) -> list[Payslip]:
    months = [payroll_for(Month.parse(first) + i, settings) for i in range(len(pays))]
    return [month.payslip(pay) for month, pay in zip(months, pays, strict=True)]


def more(first: str, pays: Sequence[int], settings: PayrollSettings) -> tuple[int, int]:
    """Return what the year adds to each side, in cents; the reduction left aside."""
    counted, by_month = year(first, pays, settings), alone(first, pays, settings)
    employee = sum(slip.employee_contributions for slip in counted)
    employee -= sum(slip.employee_contributions for slip in by_month)
    return employee, sum(map(before, counted)) - sum(map(before, by_month))


def before(slip: Payslip) -> int:
    return slip.employer_contributions + slip.general_reduction


def test_one_large_month_after_eleven_small_ones() -> None:
    """CESA 2026, ceiling 4 005: eleven times 1 300, then 12 000; 26 300 is below 48 060.

    December alone has 7 995 in tranche 2 and owes the CET; in the year all of it is in tranche 1.
    Employee: old age 828.00 for 276.35 (+ 551.65: 276.345 rounds up), pension 378.00 for 126.16 +
    690.77 (− 438.93), CEG 103.20 for 34.44 + 86.35 (− 17.59), CET 0 for 16.80: + 78.33.
    Rounded once the four are 551.655 − 438.9255 − 17.589 − 16.80 = 78.34.
    Employer: 1 026.00 for 342.43 (+ 683.57), 566.40 for 189.04 + 1 035.35 (− 657.99), 154.80 for
    51.66 + 129.52 (− 26.38), 0 for 25.20: − 26.00.
    """
    pays = [130_000] * 11 + [1_200_000]
    assert more("2026-01", pays, LARGE) == (7_833, -2_600)
    slips = year("2026-01", pays, LARGE)
    december = payroll_for(Month.parse("2026-12"), LARGE)
    assert slips[11].net == december.net(1_200_000) - 7_833
    # the housing fund of the small is capped as well: 0.10 % of 7 995 more
    assert more("2026-01", pays, SMALL) == (7_833, -2_600 + 799)


def test_what_fell_in_tranche_2_is_taken_back_month_after_month() -> None:
    """2026: 6 005 in January, then 2 005: 8 010 is two ceilings, so tranche 1 and no CET.

    February's bases are 4 005 in tranche 1 (2 005 + 2 000) and − 2 000 in tranche 2; the CET of
    January, on 6 005, is given back. Employee: old age 6.90 % of 4 005 276.35 (276.345), 0.40 % of
    2 005 8.02, pension 126.16 (126.1575) − 172.80, CEG 34.44 (34.443) − 21.60, CET − 8.41 (8.407),
    CSG on 1 969.91: 133.95 and 57.13. In all 433.24.
    """
    _, february = year("2026-01", [600_500, 200_500], LARGE)
    assert february.employee_contributions == 43_324
    assert february.net == 200_500 - 43_324


def test_the_technical_balance_of_an_uneven_year_of_43000_in_2019() -> None:
    """The ceiling of 2019 is 40 524: 43 000 over the year owe the CET on all, in one go.

    3 000, six times 2 500 and five times 5 000: month by month only the 25 000 owe it. The year
    passes its ceilings in November (38 000 against 37 147): 0.14 % of 38 000 then, 53.20, and of
    5 000 in December. Tranche 2 is 853 at the end of November and 2 476 at the end of December.
    """
    pays = [300_000] + [250_000] * 6 + [500_000] * 5
    slips, months = year("2019-01", pays, LARGE), alone("2019-01", pays, LARGE)
    # October: 33 000 against 33 770, all in tranche 1. Old age 345.00 + 20.00, pension 157.50, CEG
    # 43.00, CSG on 4 912.50: 334.05 + 142.46
    assert slips[9].employee_contributions == 104_201
    # November: tranche 1 4 147, tranche 2 853. Old age 286.14 (286.143) + 20.00, pension 130.63
    # (130.6305) + 73.70 (73.6992), CEG 35.66 (35.6642) + 9.21 (9.2124), CET 53.20, CSG 476.51
    assert slips[10].employee_contributions == 108_505
    # December: tranche 1 3 377, tranche 2 1 623. Old age 233.01 (233.013) + 20.00, pension 106.38
    # (106.3755) + 140.23 (140.2272), CEG 29.04 (29.0422) + 17.53 (17.5284), CET 7.00, CSG 476.51
    assert slips[11].employee_contributions == 102_970
    # each month alone is as December is
    assert [slip.employee_contributions for slip in months[7:]] == [102_970] * 5


UNEVEN = [
    # 2025 (3 925): 4 000 alone has 75 in tranche 2 and owes the CET. A month of 4 000 in the year:
    # employee 276.00 for 270.83 (+ 5.17), 126.00 for 123.64 + 6.48 (− 4.12), 34.40 for 33.76 + 0.81
    # (− 0.17), CET − 5.60: − 4.72. Employer 342.00 for 335.59 (+ 6.41), 188.80 for 185.26 + 9.71
    # (− 6.17), 51.60 for 50.63 + 1.22 (− 0.25), CET − 8.40, FNAL 4.00 for 3.93 (+ 0.07): − 8.34.
    # Health and family, rounded on the year: 2 436.76 for 2 436.78, 1 200.97 for 1 200.96
    ("2025-01", 180_180, 400_000, 6 * -472, 6 * -834 - 2 + 1),
    # 2 400 is below the ceiling in every month
    ("2025-01", 90_000, 240_000, 0, 0),
    # 4 000 is below 4 005
    ("2026-01", 182_303, 400_000, 0, 0),
    ("2026-01", 90_000, 240_000, 0, 0),
]


@pytest.mark.parametrize(("first", "low", "high", "employee", "employer"), UNEVEN)
def test_uneven_years_with_the_low_pays_first(
    first: str, low: int, high: int, employee: int, employer: int
) -> None:
    assert more(first, [low] * 6 + [high] * 6, SMALL) == (employee, employer)


def test_the_cost_and_net_of_the_first_uneven_year() -> None:
    # 2025: the year gives no reduction, where the months give 3 452.58; ceilings spare 50.05 of it
    # and 28.32 of the employee's contributions
    pays = [180_180] * 6 + [400_000] * 6
    counted, months = year("2025-01", pays, SMALL), alone("2025-01", pays, SMALL)
    assert sum(slip.general_reduction for slip in months) == 345_258
    assert sum(slip.general_reduction for slip in counted) == 0
    cost = sum(slip.employer_cost for slip in counted) - sum(slip.employer_cost for slip in months)
    assert cost == 345_258 - 5_005
    assert sum(slip.net for slip in counted) - sum(slip.net for slip in months) == 2_832


def test_the_order_of_the_months_changes_no_base_of_the_year() -> None:
    low, high = [180_180] * 6, [400_000] * 6
    rising, falling = year("2025-01", low + high, SMALL), year("2025-01", high + low, SMALL)
    # bases add up to the same; what is rounded is not: two roundings a line and month
    nets = [sum(slip.net for slip in slips) for slips in (rising, falling)]
    assert abs(nets[0] - nets[1]) <= 12 * 7
    # 24 000 against 23 550 at the end of June: above, as each month alone
    months = alone("2025-01", high, SMALL)
    assert [slip.net for slip in falling[:6]] == [slip.net for slip in months]
    # July: 25 801.80 against 27 475: 450 leave tranche 2 for tranche 1, and the CET of 24 000 is
    # given back: old age + 31.05, pension + 14.17 − 38.88, CEG + 3.87 − 4.86, CET − 33.60
    assert falling[6].net == payroll_for(Month.parse("2025-07"), SMALL).net(180_180) + 2_825


def test_a_month_without_pay_adds_no_ceiling() -> None:
    january = payroll_for(Month.parse("2026-01"), LARGE)
    _, so_far = next_month(START, january, 400_500)
    slip, after = next_month(so_far, january, 0)
    assert (slip, after) == (january.payslip(0), so_far)
    # 1 more than two ceilings, not three: the CET is due on all
    slip, _ = next_month(after, january, 400_600)
    # old age 276.35 + 16.02 (16.024), pension 126.16 + 0.09, CEG 34.44 + 0.01, CET of 8 011 11.22
    # (11.2154), CSG on 3 935.90 (3 935.895): 267.64 and 114.14
    assert slip.employee_contributions == 84_607


def test_the_ceilings_of_a_year_at_four_and_eight() -> None:
    # 2026: 40 000, then 1 000. Unemployment and AGS on 16 020 in January, and on 32 040 of 41 000
    # at the end of February: 16 020 more, in a month that pays 1 000
    january, february = year("2026-01", [4_000_000, 100_000], LARGE)
    single = payroll_for(Month.parse("2026-02"), LARGE).payslip(100_000)
    assert january == payroll_for(Month.parse("2026-01"), LARGE).payslip(4_000_000)
    # employer: old age 8.55 % and tranche 1 on 4 005, tranche 2 from 28 035 to 32 990 (41 000 −
    # 8 010): 4 955; CET from 32 040 to 41 000: 8 960; the others on 1 000
    on_1000 = 13_000 + 300 + 2_110 + 5_250 + 1_000 + 500 + 1_000 + 680 + 450 + 16
    capped = 34_243 + 18_904 + 64_167 + 5_166 + 8_027 + 1_882 + 64_080 + 4_005
    assert before(february) == on_1000 + capped
    assert before(single) < before(february)


COVERED = PayrollSettings(
    headcount=60,
    health_insurance=HealthInsurance(employer=29, employee=29),
    provident=Provident(employer=Decimal("0.01"), employee=Decimal("0.01")),
)


def test_the_allowance_of_the_csg_is_counted_on_the_ceilings_of_the_year() -> None:
    """2026: 20 020.60 then 2 000 with covers: 98.25 % up to 16 020, then up to 32 040.

    February counts 2 000 and the 4 000.60 left out in January: 98.25 % of 6 000.60 less 4 000.60 is
    1 894.99, plus 49 of covers: 1 943.99. Health 29.00, provident 20.00, old age 276.35 + 8.00,
    pension 126.16 − 173.23 (− 2 005), CEG 34.44 − 21.65 (21.654), CET 2.80, CSG 132.19 (132.191)
    and 56.38 (56.376).
    """
    _, february = year("2026-01", [2_002_060, 200_000], COVERED)
    assert february.employee_contributions == 49_044


@given(st.lists(st.integers(0, 900_000), min_size=1, max_size=12), st.sampled_from([8, 60]))
def test_over_a_year_each_base_is_that_of_the_year(pays: list[int], headcount: int) -> None:
    payroll = payroll_for(Month.parse("2026-02"), PayrollSettings(headcount=headcount))
    slips = payslips_of_year([(payroll, pay) for pay in pays])
    pay, ceiling = sum(pays), 400_500 * sum(map(bool, pays))
    first, second = min(pay, ceiling), max(pay - ceiling, 0)
    csg = sum(pays) - Decimal("0.0175") * min(pay, 4 * ceiling)
    due = Decimal("0.0730") * pay - Decimal("0.0690") * second
    due += Decimal("0.0401") * first + Decimal("0.0972") * second + Decimal("0.0970") * csg
    due += Decimal("0.0014") * pay if pay > ceiling else 0
    assert abs(sum(slip.employee_contributions for slip in slips) - due) <= 6 * len(pays)


@given(st.lists(st.integers(1, 400_500), min_size=1, max_size=12))
def test_below_the_ceiling_net_is_that_of_the_month_alone(pays: list[int]) -> None:
    months = [payroll_for(Month.parse("2026-01") + i, COVERED) for i in range(len(pays))]
    slips = payslips_of_year(zip(months, pays, strict=True))
    assert [slip.net for slip in slips] == [
        month.net(pay) for month, pay in zip(months, pays, strict=True)
    ]


def test_the_year_so_far_counts_the_ceilings_of_months_with_pay() -> None:
    payroll: Payroll = payroll_for(Month.parse("2026-02"), LARGE)
    so_far = YearSoFar()
    for pay in (100_000, 0, 500_000):
        _, so_far = next_month(so_far, payroll, pay)
    assert (so_far.pay, so_far.ceiling) == (600_000, 801_000)
