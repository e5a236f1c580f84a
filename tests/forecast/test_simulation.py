"""Whole answers on dossiers small enough to follow by hand.

A net of 900.00 € in 2023 is a gross of 1 136.94 € and an employer cost of 1 168.16 € with 60 staff
and a work-accident rate of 1 %. Employee lines: 78.45 + 4.55 + 35.81 + 9.78 + 75.96 + 32.39 =
236.94. Employer lines: 79.59 + 3.41 + 97.21 + 21.60 + 39.22 + 11.37 + 46.05 + 1.71 + 53.66 + 14.67
+ 5.68 + 11.37 + 7.73 + 5.12 + 0.18 = 398.57, less the reduction 0.3231 × 1 136.94 = 367.35.
"""

import datetime as dt
import tomllib
from decimal import Decimal
from typing import Any

import pytest

from cae_cli.dossier.model import Dossier
from cae_cli.errors import CaeError
from cae_cli.forecast.notes import all_notes
from cae_cli.forecast.simulation import Simulation, simulate
from cae_cli.months import Month
from cae_cli.rules.cooperatives import CooperativeRules
from cae_cli.rules.payroll.law import shipped_law

COST = 116816
TODAY = dt.date(2023, 6, 15)
TWELVE_PERCENT = "[cooperative]\ncontribution = { brackets = [{ rate = 0.12 }] }\n"
PAID_900 = "[salary]\nnet_target = 900\n"


def answer(text: str, today: dt.date = TODAY, **options: Any) -> Simulation:
    head = 'format = 1\nactivity = { name = "Essai" }\n'
    dossier = Dossier.model_validate(tomllib.loads(head + text, parse_float=Decimal))
    rules = CooperativeRules.of(dossier.cooperative.preset, dossier.cooperative.contribution)
    return simulate(dossier, rules, shipped_law(), today, **options)


def codes(simulation: Simulation) -> tuple[list[str], list[str]]:
    assumptions, warnings = all_notes(simulation, shipped_law())
    return [note.code for note in assumptions], [note.code for note in warnings]


ONE_CLIENT = """
[[clients]]
name = "Mairie"
payment_days = 30
prestations = [{ label = "Permanence", amount = 3000, start = 2023-06-01 }]
"""


def test_the_ledger_and_the_first_salary_by_hand() -> None:
    found = answer(TWELVE_PERCENT + PAID_900 + ONE_CLIENT)
    # 1 June is paid on 1 July, 1 July on 31 July, 1 August on 31 August, 1 September on 1 October
    june, july, august, september, october = found.months[:5]
    assert [row.cashed for row in found.months[:5]] == [0, 600000, 300000, 0, 600000]
    assert {row.contribution for row in found.months} == {36000}  # 12 % of 3 000, as invoiced
    assert june.treasury == -36000
    assert july.treasury == -36000 + 600000 - 36000 - COST == 411184
    assert august.treasury == 411184 + 300000 - 36000 - COST == 558368
    assert september.treasury == 558368 - 36000 - COST == 405552
    assert october.treasury == 405552 + 600000 - 36000 - COST
    assert [row.receivable for row in found.months[:4]] == [300000, 0, 0, 300000]
    first = found.first_salary["signed"]
    assert str(first.month) == "2023-07"
    assert (first.lowest_treasury, str(first.lowest_month)) == (405552, "2023-09")
    assert (str(first.sustained_until), first.missing_per_month) == ("2025-06", 0)  # 24 months
    assert [pay[1:] for pay in found.salary] == [(90000, 113694, COST)]
    assert july.net_salary == 90000


def test_the_reserve_delays_the_first_salary() -> None:
    # with a reserve of 4 months, 4 672.64, July (4 111.84) is too early; from August on nobody was
    # paid in July, so the months end at 6 727.84 and, in September, at 5 199.68: they hold
    found = answer(TWELVE_PERCENT + PAID_900 + "reserve_months = 4\n" + ONE_CLIENT)
    first = found.first_salary["signed"]
    assert (str(first.month), first.lowest_treasury) == ("2023-08", 405552 + COST)


def test_two_people_are_paid_from_the_same_money() -> None:
    people = '[[entrepreneurs]]\nname = "Marcelle"\n[[entrepreneurs]]\nname = "Lulu"\n'
    found = answer(TWELVE_PERCENT + PAID_900 + people + ONE_CLIENT)
    assert [pay.name for pay in found.salary] == ["Marcelle", "Lulu"]
    # from July on, September would end at 5 280 − 2 336.32 + 2 640 − 2 336.32 − 360 − 2 336.32 =
    # 551.04, under the reserve; from August on it ends at 2 887.36, above 2 336.32
    august, september = found.months[2:4]
    assert (str(august.month), august.salary_cost, august.net_salary) == (
        "2023-08", 2 * COST, 180000,
    )  # fmt: skip
    assert september.treasury == 288736


def test_nobody_is_paid_before_the_month_of_their_own_cesa() -> None:
    people = """
    [treasury]
    month = "2023-06"
    [[entrepreneurs]]
    name = "Marcelle"
    contracts = [{ kind = "cesa", start = 2023-08-20 }]
    """
    found = answer(TWELVE_PERCENT + PAID_900 + people + ONE_CLIENT)
    assert str(found.first_salary["signed"].month) == "2023-08"  # the whole month is paid
    assert [row.salary_cost for row in found.months[:3]] == [0, 0, COST]


def test_a_decided_start_is_followed_and_its_broken_months_are_marked() -> None:
    found = answer(TWELVE_PERCENT + PAID_900 + 'start = "2023-06"\n' + ONE_CLIENT)
    assert found.months[0].treasury == -36000 - COST
    assert found.below_reserve == {Month.parse("2023-06")}
    assert str(found.first_salary["signed"].month) == "2023-07"
    assert "decided-start-breaks" in codes(found)[1]


def test_what_is_missing_is_a_whole_number_of_euros_that_just_suffices() -> None:
    text = TWELVE_PERCENT + PAID_900 + '[treasury]\nbalance = 0\nmonth = "2023-06"\n'
    found = answer(text).first_salary["signed"]
    assert found.month is None
    assert found.missing_per_month is not None

    def with_client(euros: int) -> str:
        return text + ONE_CLIENT.replace("3000", str(euros)).replace(
            "2023-06-01", "2023-06-01, end = 2026-05-31"
        )

    enough, less = found.missing_per_month, found.missing_per_month - 1
    assert answer(with_client(enough)).first_salary["signed"].month is not None
    assert answer(with_client(less)).first_salary["signed"].month is None


def test_no_turnover_may_be_enough() -> None:
    text = PAID_900 + '[[expenses]]\nlabel = "Tout"\nshare_of_turnover = 1.0\n'
    found = answer(text).first_salary["signed"]
    assert (found.month, found.missing_per_month) == (None, None)


def test_without_a_target_no_month_is_sought() -> None:
    found = answer(TWELVE_PERCENT + ONE_CLIENT)
    assert {first.month for first in found.first_salary.values()} == {None}
    assert found.minimum_month["signed"] is not None
    assert found.salary == ()


def test_without_a_cooperative_nothing_is_taken_and_that_is_said() -> None:
    found = answer(PAID_900 + ONE_CLIENT)
    assert {row.contribution for row in found.months} == {0}
    assert codes(found)[1][0] == "no-contribution-rule"


def test_the_minimum_pay_is_ten_hours_at_the_smic() -> None:
    # 300 € a month, 264 after 12 %: the 10 hours at 11.52 € cost 1.029… × 115.20, about 119 €
    found = answer(TWELVE_PERCENT + PAID_900 + ONE_CLIENT.replace("3000", "300"))
    assert found.first_salary["signed"].month is None
    assert str(found.minimum_month["signed"]) == "2023-07"
    assert found.minimum_gross == 11520


def test_the_views_differ_by_what_is_not_signed() -> None:
    more = ONE_CLIENT.replace("Mairie", "Hôtel").replace(
        "2023-06-01", "2023-06-01, probability=0.5"
    )
    found = answer(TWELVE_PERCENT + PAID_900 + more, view="all")
    months = {view: first.month for view, first in found.first_salary.items()}
    assert months["signed"] is None
    # weighed by half, September would end at −180 + 3 000 − 180 − 1 168.16 + 151.84 − 1 348.16 < 0
    assert str(months["all"]) == "2023-07"
    assert found.months[0].invoiced == 300000


def test_the_window_starts_where_the_dossier_says() -> None:
    assert str(answer(ONE_CLIENT, today=dt.date(2023, 5, 31)).window.first) == "2023-05"
    assert str(answer('[treasury]\nmonth = "2023-01"\n' + ONE_CLIENT).window.first) == "2023-01"
    assert str(answer("", today=dt.date(2024, 2, 9)).window.first) == "2024-02"
    assert str(answer(ONE_CLIENT, shown=12).window.last_shown) == "2024-05"


def test_a_window_before_the_known_payroll_rules_is_refused() -> None:
    with pytest.raises(CaeError) as refused:
        answer('[treasury]\nmonth = "2016-12"\n')
    assert refused.value.problem.code == "CAE-S001"


def test_the_months_without_income_are_told() -> None:
    people = '[[entrepreneurs]]\nname = "Marcelle"\nunemployment_benefit_until = 2023-04-30\n'
    found = answer(TWELVE_PERCENT + PAID_900 + people + ONE_CLIENT)
    (note,) = [n for n in all_notes(found, shipped_law())[1] if n.code == "months-without-income"]
    assert note.text.number == 2  # May and June; the salary of July is the first


def test_past_the_deadline_months_are_marked() -> None:
    people = """
    [[entrepreneurs]]
    name = "Marcelle"
    contracts = [{ kind = "cape", start = 2022-10-03 }]
    """
    found = answer('[treasury]\nmonth = "2023-06"\n' + people)
    # the three years end on 3 October 2025: from that month's end on
    assert min(found.past_deadline) == Month.parse("2025-10")
    assert "associate-deadline" in codes(found)[1]


def test_who_is_paid_already_reads_until_when() -> None:
    people = """
    [[entrepreneurs]]
    name = "Arnaud"
    contracts = [{ kind = "cesa", start = 2022-01-01 }]
    """
    text = '[treasury]\nmonth = "2023-06"\nbalance = 5000\n' + people
    assert answer(TWELVE_PERCENT + PAID_900 + text + ONE_CLIENT).pay_goes_on
    assert not answer(
        TWELVE_PERCENT + PAID_900 + text.replace("5000", "0") + ONE_CLIENT
    ).pay_goes_on


# 2026, 60 staff: 900 € net are 1 136.94 € gross, under the SMIC, so a month alone has the
# coefficient 0.4021 until May and 0.3788 from June on, where hours follow 12.31 € and the formula
# 12.02 €.
UNEVEN_YEAR = '[treasury]\nmonth = "2026-01"\nbalance = 50000\n' + PAID_900
ANNUAL = '[cooperative.payroll]\nreduction = "annual"\n'


def june_cost(text: str, start: str) -> int:
    found = answer(text.replace(PAID_900, f'{PAID_900}start = "{start}"\n'))
    (june,) = [row for row in found.months if str(row.month) == "2026-06"]
    return june.salary_cost


def test_the_reduction_by_the_year_counts_from_the_first_month_paid() -> None:
    # From March on: SMIC (3 + 12.02 / 12.31) × 1 136.94 for 4 × 1 136.94, so
    # 0.02 + 0.3821 × 0.991166^1.75 = 0.3962: 1 801.82 in all, less 0.4021 × 3 410.82 = 1 371.49,
    # leaves 430.33 for June; June alone has 0.3788 × 1 136.94 = 430.67
    alone = june_cost(UNEVEN_YEAR, "2026-03")
    assert june_cost(UNEVEN_YEAR + ANNUAL, "2026-03") - alone == 43_067 - 43_033
    assert june_cost(UNEVEN_YEAR + ANNUAL, "2026-06") == alone
    assert june_cost(UNEVEN_YEAR, "2026-06") == alone


def test_the_first_salary_is_sought_with_the_costs_of_the_ledger() -> None:
    text = UNEVEN_YEAR.replace("50000", "20000") + ANNUAL + "[[clients]]\n" + ONE_CLIENT[12:]
    for treasury in ("20000", "-4000", "-9000"):
        found = answer(text.replace("20000", treasury))
        first = found.first_salary["signed"]
        assert first.month is not None
        held = [row.treasury for row in found.months if row.month >= first.month][:12]
        assert first.lowest_treasury == min(held)
    assert codes(found)[0].count("payroll-annual") == 1


def test_the_smic_may_rise_after_the_last_known_month() -> None:
    # known until December 2026: 12.31 € an hour; 2 % more is 12.5562, 12.56 €; ten hours are 125.60
    text = '[treasury]\nmonth = "2027-01"\n' + PAID_900 + ONE_CLIENT
    growth = "[assumptions]\nsmic_growth = 0.02\n"
    assert answer(text).minimum_gross == 12_310
    assert answer(text + growth).minimum_gross == 12_560
    for extra, said in (("", "are held."), (growth, "rise by {growth}")):
        notes = all_notes(answer(text + extra), shipped_law())[0]
        (note,) = [note for note in notes if note.code == "payroll-extrapolated"]
        assert said in note.text.text
