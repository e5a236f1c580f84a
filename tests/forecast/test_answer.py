"""Whole answers on dossiers small enough to follow by hand, under the law of 2023 (see `kit`).

Paid at 30 days, an invoice of the 1st of June is cashed on 1 July, of July on the 31st, of August
on the 31st, of September on 1 October, of October on the 31st, of November on 1 December, of
December and January on the 31st, of February and March in March, of April and May in May: a year
sees twelve of them whatever its first month.
"""

import datetime as dt

import pytest

from cae_cli.errors import CaeError
from cae_cli.forecast.answer import Answer
from cae_cli.forecast.change import Change
from cae_cli.forecast.projection.view import FirstSalary, OnReserves, RunningPay, ViewAnswer
from cae_cli.money import Euros
from cae_cli.months import Month
from tests.forecast.kit import (
    COST,
    GROSS,
    NET,
    PAID_900,
    TWELVE_PERCENT,
    answer,
    client,
    person,
    treasury,
)


def month(text: str) -> Month:
    return Month.parse(text)


def signed(text: str, today: dt.date = dt.date(2023, 6, 15)) -> ViewAnswer:
    return answer(text, today).views["signed"]


def paid(found: ViewAnswer) -> tuple[str, str | None, str | None]:
    start, until = found.paid.start, found.paid.until
    return (
        found.paid.why,
        None if start is None else str(start),
        None if until is None else str(until),
    )


def lasting(found: ViewAnswer) -> tuple[str, list[int]] | None:
    if found.lasting is None:
        return None
    return str(found.lasting.month), [pay.net for pay in found.lasting.pays]


def costs(found: ViewAnswer, months: int) -> list[int]:
    return [row.salary_cost for row in found.months[:months]]


def test_the_ledger_and_the_first_salary_by_hand() -> None:
    found = answer(TWELVE_PERCENT + PAID_900 + client("3000"))
    view = found.views["signed"]
    june, july, august, september, october = view.months[:5]
    assert [row.cashed for row in view.months[:5]] == [0, 600000, 300000, 0, 600000]
    assert {row.contribution.total for row in view.months} == {36000}  # 12 % of 3 000, as invoiced
    assert june.treasury == -36000
    assert july.treasury == -36000 + 600000 - 36000 - COST == 411184
    assert august.treasury == 411184 + 300000 - 36000 - COST == 558368
    assert september.treasury == 558368 - 36000 - COST == 405552
    assert october.treasury == 405552 + 600000 - 36000 - COST
    assert [row.receivable for row in view.months[:4]] == [300000, 0, 0, 300000]
    # 2 640 € a month cover 1 168.16; June would end at −360 − 1 168.16; September is the lowest:
    # later two months with one payment end at 405 552 + 2 × (264 000 − 116 816) and more
    assert view.first_salary == FirstSalary(
        month=month("2023-07"),
        sustained_until=month("2025-06"),
        open_end=True,
        lowest_treasury=405552,
        lowest_month=month("2023-09"),
        on_reserves=None,
        turnover_per_month=300000,
        missing_per_month=Euros(0),
    )
    assert [pay[1:] for pay in found.target_pays(month("2023-07"))] == [(NET, GROSS, COST)]
    assert july.net_salary == NET
    assert paid(view) == ("target", "2023-07", None)
    assert view.running is None
    assert found.lasts("signed")


# 1 328 € a month are 1 168.64 after 12 %, just above 1 168.16. Before any pay the months end at
# −159.36 (June), 2 337.28, 3 505.92, 3 346.56 (September), 5 843.20, 5 683.84, 8 180.48, 9 349.12,
# 9 189.76 (February), 11 686.40, 11 527.04, 14 023.68 (May), 13 864.32, 16 360.96 …
# From July on September would be 3 346.56 − 3 × 1 168.16 < 0; from August on, 1 010.24, below the
# reserve. From September on: 2 178.40, 3 506.88, 2 179.36, … never lower than the first.
def test_a_pay_lasts_that_is_just_earned() -> None:
    view = signed(TWELVE_PERCENT + PAID_900 + client("1328"))
    first = view.first_salary
    assert (first.month, first.sustained_until) == (month("2023-09"), month("2025-08"))
    assert (first.lowest_treasury, first.lowest_month) == (217840, month("2023-09"))
    assert (first.on_reserves, first.turnover_per_month, first.missing_per_month) == (
        None,
        132800,
        0,
    )
    # 901 € would cost 1 169.16 at least
    assert lasting(view) == ("2023-09", [NET])
    assert costs(view, 4) == [0, 0, 0, COST]


def test_a_pay_that_is_not_quite_earned_lives_on_reserves() -> None:
    # 1 327 € are 1 167.76: 0.40 short each month. September then ends at 3 × 1 327 − 4 × 159.24 −
    # 1 168.16 = 2 175.88, and 24 months later 9.60 less: it holds as long as one looks.
    found = answer(TWELVE_PERCENT + PAID_900 + client("1327"))
    view = found.views["signed"]
    assert view.first_salary == FirstSalary(
        month=None,
        sustained_until=None,
        open_end=False,
        lowest_treasury=None,
        lowest_month=None,
        on_reserves=OnReserves(month("2023-09"), month("2025-08"), open_end=True),
        turnover_per_month=132700,
        missing_per_month=Euros(1),
    )
    # 899 € cost 1 167.16 at most, 900 are too many; begun in July or August, September would break
    assert lasting(view) == ("2023-09", [89900])
    assert paid(view) == ("lasting", "2023-09", None)
    assert view.months[3].net_salary == 89900
    assert not found.lasts("signed")


def test_savings_alone_hold_for_a_while() -> None:
    # 20 000 = 16 months and the reserve: 17 × 1 168.16 = 19 858.72
    view = signed(TWELVE_PERCENT + PAID_900 + treasury("20000"))
    reserves = OnReserves(month("2023-06"), month("2024-09"), open_end=False)
    assert view.first_salary.on_reserves == reserves
    # 12 × 0.88 × 1 328 = 14 023.68 cover 14 017.92; 1 327 do not
    assert (view.first_salary.month, view.first_salary.missing_per_month) == (None, 1328)
    assert (view.first_salary.turnover_per_month, view.lasting) == (0, None)
    # the ledger pays these sixteen months, and stops
    assert paid(view) == ("reserves", "2023-06", "2024-09")
    assert costs(view, 18) == [*[COST] * 16, 0, 0]
    assert view.months[15].treasury == view.months[17].treasury == 2000000 - 16 * COST == 130944


def test_the_reserve_delays_the_first_salary() -> None:
    # with a reserve of 4 months, 4 672.64, July (4 111.84) is too early; from August on nobody was
    # paid in July, so the months end at 6 751.84 and, in September, at 5 223.68: they hold
    found = signed(TWELVE_PERCENT + PAID_900 + "reserve_months = 4\n" + client("3000"))
    first = found.first_salary
    assert (first.month, first.lowest_treasury) == (month("2023-08"), 405552 + COST)


def test_two_people_are_paid_from_the_same_money() -> None:
    both = person("Marcelle") + person("Lulu")
    found = answer(TWELVE_PERCENT + PAID_900 + both + client("3000"))
    view = found.views["signed"]
    # from July on, September would end at 5 280 − 2 336.32 + 2 640 − 2 336.32 − 360 − 2 336.32 =
    # 551.04, under the reserve; from August on it ends at 2 887.36, above 2 336.32
    assert paid(view) == ("target", "2023-08", None)
    assert [pay.name for pay in found.target_pays(month("2023-08"))] == ["Marcelle", "Lulu"]
    august, september = view.months[2:4]
    assert (august.salary_cost, august.net_salary) == (2 * COST, 2 * NET)
    assert september.treasury == 288736


def test_two_targets_share_what_lasts_in_proportion() -> None:
    # 1 328 € a month are 1 168.64. 900 and 450 cost 1.5 × as much as 900, about 1 752: two thirds
    # of them, about 600 and 300, last
    both = person("Marcelle") + person("Lulu", more="net_target = 450")
    view = signed(TWELVE_PERCENT + PAID_900 + both + client("1328"))
    assert view.lasting is not None
    high, low = (pay.net for pay in view.lasting.pays)
    assert 59000 < high < 61000
    assert low == high // 200 * 100
    assert sum(pay.employer_cost for pay in view.lasting.pays) <= 116864


def test_nobody_is_paid_before_the_month_of_their_own_cesa() -> None:
    text = treasury("0") + person("Marcelle", "cesa 2023-08-20")
    view = signed(TWELVE_PERCENT + PAID_900 + text + client("3000"))
    assert paid(view) == ("target", "2023-08", None)  # the whole month is paid
    assert costs(view, 3) == [0, 0, COST]


def test_candidates_begin_with_the_month_of_today() -> None:
    # the treasury of January 2023 and a client since then: 2 640 € a month would pay since
    # February; today is in June, and what was not paid until then is there
    text = TWELVE_PERCENT + PAID_900 + treasury("5000", "2023-01") + client("3000", "2023-01-01")
    found = answer(text)
    view = found.views["signed"]
    assert str(found.horizon.first) == "2023-01"
    assert view.first_salary.month == month("2023-06")
    assert view.minimum_month == month("2023-06")
    assert lasting(view) is not None
    assert costs(view, 7) == [0, 0, 0, 0, 0, COST, COST]
    # before: paid on 31 January, 3 and 31 March, 1 and 31 May: 5 000 + 5 × 3 000 − 6 × 360 − COST
    assert view.months[5].treasury == 500000 + 5 * 300000 - 6 * 36000 - COST


def test_the_last_candidate_is_the_36th_month() -> None:
    # a client who begins on 1 May 2026, the 36th month from June 2023, and pays at once
    late = client("3000", "2026-05-01", days=0)
    assert signed(TWELVE_PERCENT + PAID_900 + late).first_salary.month == month("2026-05")
    later = client("3000", "2026-06-01", days=0)
    view = signed(TWELVE_PERCENT + PAID_900 + later)
    assert view.first_salary.month is None
    # none of the next twelve months sees it: 1 328 € are missing, of which none is signed
    assert (view.first_salary.missing_per_month, view.first_salary.turnover_per_month) == (1328, 0)


def test_a_decided_start_is_followed_and_its_broken_months_are_told() -> None:
    view = signed(TWELVE_PERCENT + PAID_900 + 'start = "2023-06"\n' + client("3000"))
    assert paid(view) == ("decided", "2023-06", None)
    assert view.months[0].treasury == -36000 - COST
    assert view.first_salary.month == month("2023-07")
    # −1 528.16 lacks 1 168.16 more
    assert view.running == RunningPay(None, month("2023-06"), -152816, 152816 + COST)


def test_a_decided_start_in_the_future() -> None:
    text = TWELVE_PERCENT + PAID_900 + 'start = "2023-09"\n' + treasury("6000")
    view = signed(text)
    assert paid(view) == ("decided", "2023-09", None)
    # 6 000 from September on: 4 831.84, 3 663.68, 2 495.52, 1 327.36 (December), 159.20: 1 008.96
    # less than a month's cost
    assert view.running == RunningPay(month("2023-12"), month("2024-01"), 15920, 100896)
    assert costs(view, 5) == [0, 0, 0, COST, COST]
    # it is what lasts from then that is told: nothing here
    assert (view.lasting, view.first_salary.on_reserves) == (None, None)


def test_a_decided_start_in_the_past() -> None:
    # paid since April; June opens with 6 000 − 2 × 1 168.16 and ends with 2 495.52, July with
    # 1 327.36, August with 159.20
    text = TWELVE_PERCENT + PAID_900 + 'start = "2023-04"\n' + treasury("6000", "2023-04")
    view = signed(text)
    assert paid(view) == ("decided", "2023-04", None)
    assert view.running == RunningPay(month("2023-07"), month("2023-08"), 15920, 100896)
    assert costs(view, 3) == [COST] * 3
    # decided before the projection: paid from its first month
    earlier = TWELVE_PERCENT + PAID_900 + 'start = "2022-04"\n' + treasury("6000", "2023-04")
    assert costs(signed(earlier), 2) == [COST] * 2


def test_what_is_missing_is_a_whole_number_of_euros_that_just_suffices() -> None:
    text = TWELVE_PERCENT + PAID_900 + treasury("0")
    assert signed(text).first_salary.missing_per_month == 1328
    # two people and 1 450 € a month: (1 450 + x) × 0.88 ≥ 2 336.32 gives 1 204.91
    both = text + person("Claire") + person("Sophie") + client("1450")
    first = signed(both).first_salary
    assert (first.missing_per_month, first.turnover_per_month) == (1205, 145000)
    for euros, lasts in ((1205, True), (1204, False)):
        more = both + client(str(euros)).replace("Mairie", "Encore")
        found = signed(more).first_salary
        assert (found.month is not None) is lasts


def test_no_turnover_may_be_enough() -> None:
    view = signed(PAID_900 + '[[expenses]]\nlabel = "Tout"\nshare_of_turnover = 1.0\n')
    first = view.first_salary
    assert (first.month, first.missing_per_month) == (None, None)
    assert paid(view) == ("nothing", None, None)


def test_without_a_target_no_month_is_sought() -> None:
    found = answer(TWELVE_PERCENT + client("1328"))
    view = found.views["signed"]
    assert (view.first_salary.month, view.first_salary.missing_per_month) == (None, None)
    assert view.minimum_month is not None
    assert not found.has_target
    # the lasting net is the answer, and what the ledger pays
    assert lasting(view) == ("2023-09", [NET])
    assert paid(view) == ("lasting", "2023-09", None)


def test_the_minimum_pay_is_ten_hours_at_the_smic() -> None:
    # 300 € a month are 264 after 12 %. Ten hours at 11.52 € are 115.20 gross and cost 2.75 % more,
    # 118.36; June ends at −36 and July, before pay, at 528: twice that, and more each month
    found = answer(TWELVE_PERCENT + PAID_900 + client("300"))
    view = found.views["signed"]
    assert view.first_salary.month is None
    assert view.minimum_month == month("2023-07")
    assert found.minimum_gross(month("2023-07")) == 11520
    # 11.27 € until April 2023
    assert found.minimum_gross(month("2023-04")) == 11270


def test_a_lasting_net_below_the_minimum_is_none() -> None:
    # 92 € net are 92 / 0.7916 = 116.22 gross and cost 119.41; 91 are 114.96, less than 115.20
    enough = TWELVE_PERCENT + PAID_900 + treasury("1000") + client("136")  # 119.68 are left
    assert lasting(signed(enough)) == ("2023-06", [9200])
    less = enough.replace("136", "135")  # 118.80
    assert lasting(signed(less)) is None
    assert paid(signed(less)) == ("nothing", None, None)


def test_the_views_differ_by_what_is_not_signed() -> None:
    found = answer(TWELVE_PERCENT + PAID_900 + client("3000", more=", probability = 0.5"))
    months = {view: one.first_salary.month for view, one in found.views.items()}
    assert months["signed"] is None
    # weighed by half: 1 320 a month against 1 168.16. July ends at 2 640 before pay, August at
    # 3 960, September at 3 780: from July on it ends at 275.52, from August on at 1 443.68
    assert months["expected"] == month("2023-08")
    assert months["all"] == month("2023-07")
    assert found.views["all"].months[0].invoiced == 300000
    assert found.views["expected"].months[0].invoiced == 150000
    assert not found.all_signed
    certain = answer(TWELVE_PERCENT + PAID_900 + client("3000"))
    assert certain.all_signed
    assert certain.views["signed"] is certain.views["all"] is certain.views["expected"]


def test_the_projection_begins_where_the_dossier_says() -> None:
    def first(text: str, today: dt.date = dt.date(2023, 6, 15)) -> str:
        return str(answer(text, today).horizon.first)

    assert first(client("3000")) == "2023-06"
    assert first(treasury("0", "2023-01") + client("3000")) == "2023-01"
    assert first(client("3000"), dt.date(2024, 2, 9)) == "2024-02"
    assert first(person("Lulu", "cape 2022-10-03")) == "2023-06"
    assert str(answer(treasury("0", "2023-09")).horizon.last_candidate) == "2026-08"


def test_a_projection_before_the_known_payroll_rules_is_refused() -> None:
    with pytest.raises(CaeError) as refused:
        answer(treasury("0", "2016-12"))
    assert refused.value.problem.code == "CAE-S001"
    assert answer(treasury("0", "2017-01"), dt.date(2017, 1, 1)).horizon.present == 0


ARNAUD = person("Arnaud", "cesa 2022-01-01")


def test_who_is_paid_already_reads_until_when() -> None:
    # 5 000 from June on: 3 831.84, 2 663.68, 1 495.52 (August), 327.36: 840.80 short
    found = answer(TWELVE_PERCENT + PAID_900 + treasury("5000") + ARNAUD)
    view = found.views["signed"]
    assert view.running == RunningPay(month("2023-08"), month("2023-09"), 32736, 84080)
    assert paid(view) == ("running", "2023-06", None)
    assert found.everyone_runs
    assert costs(view, 4) == [COST] * 4  # whatever happens
    assert (view.first_salary.month, view.first_salary.missing_per_month) == (None, 1328)
    assert lasting(view) is None


def test_a_running_pay_that_lasts() -> None:
    # June ends at 5 000 − 360 − 1 168.16 = 3 471.84, the lowest: 2 640 come in a month
    view = signed(TWELVE_PERCENT + PAID_900 + treasury("5000") + ARNAUD + client("3000"))
    assert view.running == RunningPay(month("2026-05"), None, 0, 0)
    first = view.first_salary
    assert (first.month, first.lowest_treasury, first.lowest_month) == (
        month("2023-06"), 347184, month("2023-06"),
    )  # fmt: skip
    # the only candidate is the month of today
    assert view.lasting is not None
    assert view.lasting.month == month("2023-06")


def test_nobody_stops_their_pay_to_save_for_a_higher_one() -> None:
    # with nothing in hand June ends at −1 528.16: no pay lasts from today on, one would later
    view = signed(TWELVE_PERCENT + PAID_900 + treasury("0") + ARNAUD + client("3000"))
    assert (view.first_salary.month, view.lasting) == (None, None)
    assert view.running == RunningPay(None, month("2023-06"), -152816, 152816 + COST)


def test_a_running_pay_was_paid_since_the_projection_began() -> None:
    # since March: June, the fourth month, ends at 5 000 − 4 × 1 168.16 = 327.36
    view = signed(TWELVE_PERCENT + PAID_900 + treasury("5000", "2023-03") + ARNAUD)
    assert view.running == RunningPay(None, month("2023-06"), 32736, 84080)
    assert paid(view) == ("running", "2023-03", None)


@pytest.mark.parametrize("reduction", ["monthly", "annual"])
def test_a_running_pay_is_answered_however_the_reduction_is_counted(reduction: str) -> None:
    # By the year, the reduction of n months is 0.3231 × n × 1 136.94, rounded: 367.35, 734.69,
    # 1 102.04, 1 469.38. The second and the fourth month cost 1 168.17, the reserve of the latter.
    left, short = (32736, 84080) if reduction == "monthly" else (32734, 84083)
    expected = RunningPay(month("2023-08"), month("2023-09"), left, short)
    settings = f'[cooperative.payroll]\nreduction = "{reduction}"\n'
    text = TWELVE_PERCENT + settings + PAID_900 + treasury("5000") + ARNAUD
    assert signed(text).running == expected
    assert signed(text + person("Lulu", "cape 2022-10-03")).running == expected


def mixed(balance: str = "0") -> Answer:
    both = ARNAUD + person("Lulu", "cape 2022-10-03 2023-10-02")
    return answer(TWELVE_PERCENT + PAID_900 + treasury(balance) + both + client("3000", days=0))


def test_one_is_paid_already_and_another_is_not() -> None:
    # Paid at once, 2 640 a month are left. Arnaud costs 1 168.16 in every month. June ends at
    # 1 471.84, July at 2 943.68 while Lulu is not paid. From July on with her: 1 775.52, below
    # 2 336.32; from August on: 2 943.68 + 2 640 − 2 336.32 = 3 247.36, then 303.68 more each month
    found = mixed()
    view = found.views["signed"]
    first = view.first_salary
    assert (first.month, first.lowest_treasury, first.lowest_month) == (
        month("2023-08"), 324736, month("2023-08"),
    )  # fmt: skip
    assert not found.everyone_runs
    assert paid(view) == ("target", "2023-08", None)
    assert costs(view, 3) == [COST, COST, 2 * COST]
    assert [pay is not None for pay in view.months[0].pays] == [True, False]
    # his own pay holds as far as one looks
    assert view.running == RunningPay(month("2026-05"), None, 0, 0)


def test_a_target_of_zero_is_not_paid() -> None:
    text = TWELVE_PERCENT + PAID_900 + person("Lulu") + person("Zoé", more="net_target = 0")
    found = answer(text + client("3000"))
    assert [pay.name for pay in found.target_pays(month("2023-07"))] == ["Lulu"]
    assert found.views["signed"].first_salary.month == month("2023-07")
    assert not answer(person("Lulu", more="net_target = 0")).has_target


def test_other_rules_may_be_tried() -> None:
    text = TWELVE_PERCENT + PAID_900 + client("1328")
    found = answer(text, change=Change(cooperative="coodyssee"))
    assert found.cooperative.elsewhere
    assert found.views["signed"].first_salary.month == month("2023-09")  # 12 % as well
    with pytest.raises(CaeError):
        answer(text, change=Change(cooperative="nulle-part"))


def test_the_floor_of_a_cesa_comes_with_the_first_salary() -> None:
    # 10 % of 1 000 paid at once are 100; a floor of 1 800 a year under a CESA makes it 150
    rules = (
        "[cooperative.contribution]\nbrackets = [{ rate = 0.10 }]\n"
        '[[cooperative.contribution.when]]\nphase = "cesa"\nfloor_per_year = 1800\n'
    )
    text = rules + "[salary]\nnet_target = 100\n" + treasury("0") + client("1000", days=0)
    view = signed(text)
    assert view.first_salary.month == month("2023-06")
    taken = [row.contribution.total for row in view.months[:8]]
    assert taken == [15000] * 8
    unpaid = signed(rules + treasury("0") + client("10", days=0))
    assert [row.contribution.total for row in unpaid.months[:2]] == [100, 100]


def test_what_lasts_with_the_minimum_of_the_reserve() -> None:
    # no reserve at all: July ends at 2 337.28 before pay, September at 3 346.56: three months cost
    # 3 504.48; from August on two cost 2 336.32
    text = TWELVE_PERCENT + PAID_900 + "reserve_months = 0\n" + client("1328")
    first = signed(text).first_salary
    assert (first.month, first.lowest_treasury) == (month("2023-08"), 334656 - 2 * COST)
