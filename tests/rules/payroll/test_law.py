from decimal import Decimal

import pytest

from cae_cli.errors import CaeError
from cae_cli.language import say
from cae_cli.months import Month
from cae_cli.rules.payroll.law import PayrollLaw, last_known_month, payroll_for, shipped_law
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.tables import laid_over, read_tables, shipped_tables
from cae_cli.rules.payroll.yardsticks import EQUIVALENT, FULL_TIME

SETTINGS = PayrollSettings()


def month(text: str) -> Month:
    return Month.parse(text)


def keys(when: str, headcount: int) -> set[str]:
    lines = payroll_for(month(when), PayrollSettings(headcount=headcount)).in_force
    return {line.key for line in lines}


def test_months_with_the_same_values_share_one_payroll() -> None:
    assert payroll_for(month("2026-02"), SETTINGS) is payroll_for(month("2026-05"), SETTINGS)
    assert payroll_for(month("2026-05"), SETTINGS) is not payroll_for(month("2026-06"), SETTINGS)
    same = PayrollSettings()
    assert payroll_for(month("2026-02"), same) is payroll_for(month("2026-02"), SETTINGS)
    full = payroll_for(month("2026-02"), SETTINGS, FULL_TIME)
    assert payroll_for(month("2026-02"), SETTINGS, EQUIVALENT) is not full


def test_the_latest_values_hold_after_the_last_known_month() -> None:
    assert last_known_month() == month("2026-12")
    assert payroll_for(month("2031-07"), SETTINGS) is payroll_for(month("2027-01"), SETTINGS)


def test_a_month_before_the_first_known_one_is_refused_kindly() -> None:
    with pytest.raises(CaeError) as error:
        payroll_for(month("2016-12"), SETTINGS)
    assert error.value.problem.code == "CAE-P001"
    assert error.value.problem.what.values == {"first": month("2017-01"), "month": month("2016-12")}


def test_an_assumed_growth_moves_the_smic_and_the_ceiling_each_january_after_it() -> None:
    law = shipped_law().growing(Decimal("0.02"))
    known = law.payroll_for(month("2026-12"), SETTINGS)
    first = law.payroll_for(month("2027-01"), SETTINGS)
    second = law.payroll_for(month("2028-12"), SETTINGS)
    assert (known.smic_hourly, known.ceiling) == (1231, 400_500)
    # 12.31 × 1.02 = 12.5562; 4 005 × 1.02 = 4 085.10, to the euro
    assert (first.smic_hourly, first.ceiling) == (1256, 408_500)
    # 12.31 × 1.0404 = 12.807324; 4 005 × 1.0404 = 4 166.802
    assert (second.smic_hourly, second.ceiling) == (1281, 416_700)
    # the SMIC of the reduction is frozen in 2026 only: it is 12.56 as well
    assert first.reduction.smic == 1256 * 1820


@pytest.mark.parametrize(
    ("when", "below", "key_below", "key_from"),
    [
        ("2019-12", 19, "housing_aid_small", "housing_aid_large"),
        ("2020-01", 49, "housing_aid_small", "housing_aid_large"),
        ("2017-01", 10, "training_small", "training_large"),
        ("2026-12", 10, "training_small", "training_large"),
    ],
)
def test_headcount_thresholds(when: str, below: int, key_below: str, key_from: str) -> None:
    assert key_below in keys(when, below)
    assert key_from not in keys(when, below)
    assert key_from in keys(when, below + 1)
    assert key_below not in keys(when, below + 1)


def test_the_construction_effort_is_due_from_20_then_50_staff() -> None:
    assert ["construction" in keys("2019-12", staff) for staff in (19, 20)] == [False, True]
    assert ["construction" in keys("2020-01", staff) for staff in (49, 50)] == [False, True]


def test_every_value_in_force_comes_with_its_text_and_first_month() -> None:
    values = {value.table: value for value in shipped_law().values_in_force(month("2025-06"))}
    assert values["smic"].since == month("2024-11")
    assert values["smic"].text == "décret 2024-951"
    assert values["smic"].values == {"euros": Decimal("11.88")}
    unemployment = values["contribution.unemployment"]
    assert (unemployment.since, unemployment.name) == (
        month("2025-05"),
        say("Unemployment insurance"),
    )
    assert "contribution.agirc_arrco_1" in values


def test_values_laid_over_the_shipped_ones_make_a_new_year() -> None:
    text = """
    known_until = "2027-12"
    [smic]
    2027-01 = { euros = 12.50, text = "décret de test" }
    [contribution.uncapped_old_age]
    2027-01 = { employee = 0.40, employer = 2.20, text = "décret de test" }
    """
    law = PayrollLaw(laid_over(shipped_tables(), read_tables(text)))
    assert law.last_known_month == month("2027-12")
    assert law.smic_hourly(month("2026-12")) == 1231
    assert law.smic_hourly(month("2027-01")) == 1250
    before = law.payroll_for(month("2026-12"), SETTINGS).before_reduction(200_000)
    after = law.payroll_for(month("2027-01"), SETTINGS).before_reduction(200_000)
    assert after - before == 180  # 0.09 % of 2 000 €
    assert last_known_month() == month("2026-12")  # the shipped law is as it was
