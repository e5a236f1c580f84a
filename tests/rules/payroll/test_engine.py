from decimal import Decimal

import pytest
from hypothesis import given

from cae_cli.months import Month
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.law import payroll_for
from cae_cli.rules.payroll.settings import HealthInsurance, PayrollSettings, Provident
from cae_cli.rules.payroll.yardsticks import EQUIVALENT, FULL_TIME, Hours
from tests.rules.payroll.strategies import payrolls, pays


def payroll(month: str, headcount: int = 60, hours: Hours = FULL_TIME) -> Payroll:
    return payroll_for(Month.parse(month), PayrollSettings(headcount=headcount), hours)


def employer_rate(paid: Payroll, gross: int, key: str) -> Decimal:
    return next(line.employer_rate for line in paid.lines(gross) if line.key == key)


# The last pay at the reduced rate: multiple × SMIC × 1820/12, rounded down to the cent, inclusive.
@pytest.mark.parametrize(
    ("month", "line", "limit", "reduced", "full"),
    [
        ("2017-01", "family", 518_093, "0.0345", "0.0525"),  # 3.5 × 9.76 → 5180.93
        ("2018-12", "family", 524_463, "0.0345", "0.0525"),  # 3.5 × 9.88 → 5244.63
        ("2019-11", "health", 380_304, "0.07", "0.13"),  # 2.5 × 10.03 → 3803.04
        ("2019-11", "family", 532_425, "0.0345", "0.0525"),  # 3.5 × 10.03 → 5324.258
        ("2023-05", "health", 436_800, "0.07", "0.13"),  # 2.5 × 11.52 = 4368.00 exactly
        ("2023-05", "family", 611_520, "0.0345", "0.0525"),  # 3.5 × 11.52 = 6115.20 exactly
        ("2024-12", "health", 436_800, "0.07", "0.13"),  # the SMIC of December 2023
        ("2024-12", "family", 611_520, "0.0345", "0.0525"),
        ("2025-01", "health", 405_405, "0.07", "0.13"),  # 2.25 × 11.88 = 4054.05 exactly
        ("2025-12", "family", 594_594, "0.0345", "0.0525"),  # 3.3 × 11.88 = 5945.94 exactly
    ],
)
def test_a_reduced_rate_holds_up_to_its_limit_and_not_a_cent_beyond(
    month: str, line: str, limit: int, reduced: str, full: str
) -> None:
    for hours in (FULL_TIME, EQUIVALENT):
        paid = payroll(month, 60, hours)
        assert employer_rate(paid, 100_000, line) == Decimal(reduced)
        assert employer_rate(paid, limit, line) == Decimal(reduced)
        assert employer_rate(paid, limit + 1, line) == Decimal(full)
        points = Decimal(full) - Decimal(reduced)
        jump = paid.cost(limit + 1) - paid.cost(limit)
        assert abs(jump - points * limit) <= 3  # the step of one cent, rounded line by line


def test_the_reduced_rates_are_gone_in_2026() -> None:
    assert employer_rate(payroll("2026-01"), 150_000, "health") == Decimal("0.13")
    assert employer_rate(payroll("2026-01"), 150_000, "family") == Decimal("0.0525")
    assert employer_rate(payroll("2018-12"), 150_000, "health") == Decimal("0.13")


def test_the_general_reduction_stops_at_three_smic_in_2026() -> None:
    paid = payroll("2026-02")
    assert paid.general_reduction(546_909) == 10_938  # 2 % of 5 469.09 = 109.3818
    assert paid.general_reduction(546_910) == 0


def test_the_technical_balance_is_due_on_all_of_a_pay_above_the_ceiling() -> None:
    paid = payroll("2026-02")
    assert "cet" not in {line.key for line in paid.lines(400_500)}
    due = next(line for line in paid.lines(400_501) if line.key == "cet")
    # 0.14 % and 0.21 % of 4 005.01 are 5.607 and 8.411
    assert (due.base, due.employee, due.employer) == (400_501, 561, 841)
    assert paid.net(400_501) < paid.net(400_500)


def test_a_payslip_above_four_and_eight_ceilings() -> None:
    # 2026, ceiling 4 005: unemployment on 16 020 at most; tranche 2 from 4 005 to 32 040
    bases = {line.key: line.base for line in payroll("2026-02").lines(3_500_000)}
    assert bases["capped_old_age"] == 400_500
    assert bases["unemployment"] == bases["wage_guarantee"] == 1_602_000
    assert bases["agirc_arrco_2"] == bases["ceg_2"] == 2_803_500
    assert bases["cet"] == 3_204_000
    # 98.25 % of 16 020 is 15 739.65; the other 18 980 are counted whole
    assert bases["deductible_csg"] == bases["csg_crds"] == 3_471_965


def test_the_employee_side_of_2017() -> None:
    # 2017-01, gross 5 000, ceiling 3 269 (beyond: 1 731). Health 37.50; old age 225.56 + 20.00;
    # unemployment 120.00; Arrco 101.34 + 140.21; AGFF 26.15 + 15.58; CSG base 4 912.50:
    # 250.54 + 142.46. In all 1 079.34.
    assert payroll("2017-01").payslip(500_000).employee_contributions == 107_934


COVERED = PayrollSettings(
    headcount=60,
    mobility_rate=Decimal("0.02"),
    health_insurance=HealthInsurance(employer=29, employee=29),
    provident=Provident(employer=Decimal("0.01"), employee=Decimal("0.01")),
    occupational_health=10,
)


def test_covers_and_local_levies_by_hand() -> None:
    """2026-02, gross 2 000, health cover 29 + 29, provident 1 % + 1 %, mobility 2 %."""
    paid = payroll_for(Month.parse("2026-02"), COVERED).payslip(200_000)
    # Employee: old age 138.00 + 8.00; pension 63.00 + 17.20; covers 29.00 + 20.00; CSG base
    # 98.25 % × 2 000 + 29 + 20 = 2 014.00: 136.95 (136.952) + 58.41 (58.406). In all 470.56.
    assert paid.net == 200_000 - 47_056
    # Employer: health 260, CSA 6, old age 171 + 42.20, family 105, accidents 20, unemployment 80,
    # AGS 5, pension 94.40 + 25.80, FNAL 10, training 20, apprenticeship 13.60, construction 9,
    # dialogue 0.32, mobility 40: 902.32; covers 29 + 20, social levy 8 % × 49 = 3.92,
    # occupational health 10: 965.24 in all. Reduction: u = ½ × (5469.1 / 2000 − 1) = 0.867275,
    # u^1.75 = 0.779425; 0.02 + 0.3821 × 0.779425 = 0.3178; 635.60.
    assert paid.general_reduction == 63_560
    assert paid.employer_cost == 200_000 + 96_524 - 63_560


def test_small_employers_owe_no_mobility_nor_social_levy() -> None:
    month = Month.parse("2026-02")
    for headcount, due in ((10, set()), (11, {"mobility", "social_levy"})):
        settings = COVERED.model_copy(update={"headcount": headcount})
        keys = {line.key for line in payroll_for(month, settings).lines(200_000)}
        assert keys & {"mobility", "social_levy"} == due


def test_every_line_of_a_payslip_of_the_smic() -> None:
    """2026-02 at the SMIC, 1 823.03, 60 staff: the rates of the law, each on its own base."""
    shown = {
        line.key: (line.base, line.employee, line.employer)
        for line in payroll("2026-02").lines(182_303)
    }
    assert shown == {
        "health": (182_303, 0, 23_699),  # 13 %: 236.9939
        "work_accidents": (182_303, 0, 1_823),
        "capped_old_age": (182_303, 12_579, 15_587),  # 6.90 %: 125.789; 8.55 %: 155.869
        "uncapped_old_age": (182_303, 729, 3_847),  # 0.40 %: 7.292; 2.11 %: 38.466
        "agirc_arrco_1": (182_303, 5_743, 8_605),  # 3.15 %: 57.425; 4.72 %: 86.047
        "ceg_1": (182_303, 1_568, 2_352),  # 0.86 %: 15.678; 1.29 %: 23.517
        "family": (182_303, 0, 9_571),  # 5.25 %: 95.709
        "unemployment": (182_303, 0, 7_292),  # 4 %: 72.921
        "wage_guarantee": (182_303, 0, 456),  # 0.25 %: 4.558
        "solidarity_autonomy": (182_303, 0, 547),  # 0.30 %: 5.469
        "housing_aid_large": (182_303, 0, 912),  # 0.50 %: 9.115
        "training_large": (182_303, 0, 1_823),
        "apprenticeship": (182_303, 0, 1_240),  # 0.68 %: 12.397
        "construction": (182_303, 0, 820),  # 0.45 %: 8.204
        "social_dialogue": (182_303, 0, 29),  # 0.016 %: 0.292
        "deductible_csg": (179_113, 12_180, 0),  # 98.25 %: 1791.127; 6.80 %: 121.797
        "csg_crds": (179_113, 5_194, 0),  # 2.90 %: 51.943
        "general_reduction": (182_303, 0, -73_304),  # 0.4021: 733.040
    }


def test_the_reduction_of_a_few_cents_is_at_most_the_contributions() -> None:
    # 0.4021 × 0.02 € rounds to a cent, and each contribution on 0.02 € to nothing
    assert payroll("2026-02").payslip(2) == (2, 2, 2, 0, 0, 0)


def test_no_pay_costs_nothing_without_covers() -> None:
    assert payroll("2026-02", 60, EQUIVALENT).payslip(0) == (0, 0, 0, 0, 0, 0)


@given(payrolls, pays)
def test_the_lines_add_up_to_the_payslip(paid: Payroll, gross: int) -> None:
    slip, lines = paid.payslip(gross), paid.lines(gross)
    assert slip.employee_contributions == sum(line.employee for line in lines)
    assert slip.employer_contributions == sum(line.employer for line in lines)
    assert slip.net == gross - slip.employee_contributions == paid.net(gross)
    assert slip.employer_cost == gross + slip.employer_contributions == paid.cost(gross)


@given(payrolls, pays)
def test_net_is_at_most_gross_and_gross_at_most_cost(paid: Payroll, gross: int) -> None:
    assert paid.net(gross) <= gross <= paid.cost(gross)


@given(payrolls, pays, pays)
def test_cost_never_decreases(paid: Payroll, one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert paid.cost(low) <= paid.cost(high)
    assert paid.cost(low) <= paid.cost(low + 1)


@given(payrolls)
def test_cost_never_decreases_cent_by_cent_around_the_smic_and_the_ceiling(paid: Payroll) -> None:
    for centre in (paid.smic_monthly, paid.ceiling):
        costs = [paid.cost(gross) for gross in range(max(centre - 60, 0), centre + 60)]
        assert costs == sorted(costs)
