"""What an answer rests on and what it warns of: each note when it is due, and only then."""

import datetime as dt

import pytest

from cae_cli.errors import Note
from cae_cli.forecast.answer import Answer
from cae_cli.forecast.change import Change
from cae_cli.forecast.notes import below_reserve, past_deadline, shown, warnings
from cae_cli.language import Language
from cae_cli.months import Month
from cae_cli.rules.payroll.law import shipped_law
from tests.forecast.kit import (
    COST,
    PAID_900,
    TWELVE_PERCENT,
    answer,
    client,
    notes,
    person,
    treasury,
)

BASE = TWELVE_PERCENT + PAID_900


def rests(text: str, today: dt.date = dt.date(2023, 6, 15)) -> dict[str, Note]:
    return notes(answer(text, today))[0]


def warned(text: str, today: dt.date = dt.date(2023, 6, 15)) -> dict[str, Note]:
    return notes(answer(text, today))[1]


def english(note: Note) -> str:
    return Language("en").tell(note.text).replace("\N{NO-BREAK SPACE}", " ")


def test_what_every_answer_rests_on() -> None:
    # candidates up to May 2026 go beyond the law of 2023
    assert list(rests(BASE + client("3000"))) == [
        "own-contribution-rule",
        "payroll",
        "absences",
        "payroll-extrapolated",
        "cape-balance",
        "cape-contributions",
        "no-contract",
        "reserve",
        "lasting",
        "turnover",
    ]
    text = "[salary]\nnet_target = 900\nsustain_months = 18\nreserve_months = 1.5\n"
    assert "18 months" in english(rests(text)["reserve"])
    assert "1.5 ×" in english(rests(text)["reserve"])


def test_the_rules_of_the_cooperative_are_told() -> None:
    assert "own-contribution-rule" not in rests(PAID_900)
    known = '[cooperative]\npreset = "coodyssee"\n'
    assert "own-contribution-rule" not in rests(known + PAID_900)
    over = known + "contribution = { fixed_per_month = 5 }\n" + PAID_900
    assert "replaces" in english(rests(over)["own-contribution-rule"])
    alone = english(rests(BASE)["own-contribution-rule"])
    assert "replaces" not in alone
    assert "other-cooperative" not in rests(known)
    other = notes(answer(BASE, change=Change(cooperative="coodyssee")))[0]
    assert "Coodyssée" in english(other["other-cooperative"])
    same = notes(answer(known, change=Change(cooperative="coodyssee")))[0]
    assert "other-cooperative" not in same


def test_without_a_cooperative_nothing_is_taken_and_that_is_said() -> None:
    found = answer(PAID_900 + client("3000"))
    assert {row.contribution.total for row in found.views["signed"].months} == {0}
    assert "no-contribution-rule" in notes(found)[1]
    assert "no-contribution-rule" not in warned(BASE)
    assert "no-contribution-rule" not in warned('[cooperative]\npreset = "coodyssee"\n')


def test_the_treasury_must_be_told() -> None:
    assert "no-treasury" in warned(BASE)
    assert "no-treasury" in warned(BASE + "[treasury]\nbalance = 100\n")
    assert "no-treasury" not in warned(BASE + treasury("0"))


@pytest.mark.parametrize(
    ("contracts", "said"),
    [
        ([], True),  # one is taken to run
        (["cape 2022-10-03"], True),
        (["cape 2022-10-03 2023-06-01", "cesa 2023-06-02"], True),  # a day of CAPE in June
        (["cape 2022-10-03 2023-05-31", "cesa 2023-06-01"], False),
        (["cesa 2023-07-01"], False),
        (["other 2022-10-03 2023-07-31", "cesa 2023-07-01"], False),
        (["cape 2022-10-03", "cesa 2023-07-01"], True),  # still open
    ],
)
def test_the_balance_of_the_cape_is_carried_over(contracts: list[str], said: bool) -> None:
    text = BASE + treasury("0") + person("Lulu", *contracts)
    assert ("cape-balance" in rests(text)) is said
    assert "cape-balance" not in rests(text.replace("net_target = 900", "net_target = 0"))


def test_a_cesa_is_taken_to_be_signed_with_the_first_salary() -> None:
    three = (
        person("Marcelle", "cape 2022-10-03")
        + person("Lulu", "cape 2022-10-03 2023-05-31", "cesa 2023-06-01")
        + person("Zoé", "cape 2022-10-03", more="net_target = 0")
    )
    found = rests(BASE + treasury("0") + three)
    told = english(found["cesa-with-first-salary"])
    assert "Marcelle" in told
    assert "Lulu" not in told
    assert "Zoé" not in told
    assert "no-contract" not in found
    assert "2023" in english(rests(BASE + person("Lulu"))["no-contract"])
    assert "cesa-with-first-salary" not in rests(BASE)  # nobody has a name
    assert "no-contract" in rests(BASE)
    assert "no-contract" not in rests(TWELVE_PERCENT)


def test_payroll_is_told() -> None:
    settings = "[cooperative.payroll]\nheadcount = 8\nwork_accident_rate = 0.0123\n"
    found = rests(settings + PAID_900)
    assert "headcount 8" in english(found["payroll"])
    assert "1.23%" in english(found["payroll"]).replace(" %", "%")
    assert "payroll-annual" not in found
    assert "payroll-annual" in rests('[cooperative.payroll]\nreduction = "annual"\n' + PAID_900)


def test_the_smic_may_rise_after_the_last_known_month() -> None:
    # known until December 2026: 12.31 € an hour; 2 % more is 12.5562, 12.56 €; ten hours are 125.60
    text = treasury("0", "2027-01") + PAID_900 + client("3000", "2027-01-01")
    growth = "[assumptions]\nsmic_growth = 0.02\n"
    january = dt.date(2027, 1, 10)

    def projected(extra: str) -> Answer:
        return answer(text + extra, january, law=shipped_law())

    assert projected("").minimum_gross(Month.parse("2027-01")) == 12_310
    assert projected(growth).minimum_gross(Month.parse("2027-01")) == 12_560
    for extra, said in (("", "are held."), (growth, "rise by {growth}")):
        note = notes(projected(extra))[0]["payroll-extrapolated"]
        assert said in note.text.text


def test_the_months_looked_at_decide_whether_payroll_is_extrapolated() -> None:
    # the law of 2023 is known until December 2023: candidates up to that month need no more
    assert "payroll-extrapolated" in rests(BASE, dt.date(2021, 2, 1))  # up to January 2024
    assert "payroll-extrapolated" not in rests(BASE, dt.date(2021, 1, 31))


# Decided from June on: −1 528.16, then July 2 943.68.
def test_a_decided_start_that_breaks() -> None:
    text = BASE + 'start = "2023-06"\n' + client("3000")
    found = answer(text)
    view = found.views["signed"]
    assert below_reserve(found, view) == [Month.parse("2023-06")]
    note = notes(found)[1]["decided-start-breaks"]
    assert note.text.number == 1
    assert "June 2023" in english(note)
    assert "decided-start-breaks" not in warned(text.replace('"2023-06"', '"2023-07"'))
    # not decided: what breaks is no warning of a decision
    assert "decided-start-breaks" not in warned(BASE + treasury("5000") + RUNNING)


RUNNING = person("Arnaud", "cesa 2022-01-01")


def test_a_month_at_the_reserve_is_not_below_it() -> None:
    # two months of 1 168.16 are left at the end of June, so one at the end of July, none in August
    text = PAID_900 + treasury("3504.48") + RUNNING
    found = answer(text)
    view = found.views["signed"]
    assert [row.treasury for row in view.months[:3]] == [2 * COST, COST, 0]
    assert below_reserve(found, view)[0] == Month.parse("2023-08")
    # to the last month shown: the 36th, May 2026
    assert below_reserve(found, view)[-1] == Month.parse("2026-05")
    assert len(shown(found, view)) == 36
    # nobody is paid: no reserve is asked for
    alone = answer(PAID_900 + treasury("0"))
    assert below_reserve(alone, alone.views["signed"]) == []
    later = answer(PAID_900 + treasury("0", "2023-01"))
    assert str(shown(later, later.views["signed"])[-1].month) == "2026-05"


def test_a_treasury_below_zero_before_any_salary() -> None:
    # June ends at −360 and July pays: one month
    note = warned(BASE + client("3000"))["treasury-negative"]
    assert (note.text.number, english(note)) == (
        1, "The treasury is negative at the end of June 2023, before any salary.",
    )  # fmt: skip
    # June alone, before a client pays in July
    late = BASE + treasury("-0.01") + client("3000", "2023-07-01", days=0)
    assert warned(late)["treasury-negative"].text.number == 1
    assert "treasury-negative" not in warned(late.replace("-0.01", "0"))
    # a month with a salary is told otherwise
    assert "treasury-negative" not in warned(BASE + treasury("0") + RUNNING)


def test_who_has_no_target() -> None:
    both = person("Lulu") + person("Zoé", more="net_target = 0")
    assert "Zoé" in english(warned(BASE + both)["no-target"])
    assert "Lulu" not in english(warned(BASE + both)["no-target"])
    assert "no-target" not in warned(BASE + person("Lulu"))
    assert "no-target" not in warned(TWELVE_PERCENT + both.replace("Lulu", "Éa"))


@pytest.mark.parametrize(
    ("net", "said"),
    [
        # 115.20 gross, ten hours at 11.52 €, is the least: 91 net are 114.96, 92 are 116.22
        ("91", True),
        ("92", False),
    ],
)
def test_a_target_below_the_minimum_pay(net: str, said: bool) -> None:
    text = TWELVE_PERCENT + f"[salary]\nnet_target = {net}\n" + client("3000")
    assert ("below-minimum-pay" in warned(text)) is said


def test_the_lowest_target_is_the_one_below_the_minimum() -> None:
    both = person("Lulu") + person("Léa", more="net_target = 50")
    assert "below-minimum-pay" in warned(BASE + both + client("3000"))
    # what lasts is no target
    assert "below-minimum-pay" not in warned(BASE + both.replace("= 50", "= 91") + client("500"))


def deadline(today: dt.date, *contracts: str, more: str = "") -> str | None:
    found = warned(BASE + treasury("0", "2025-06") + person("Lulu", *contracts, more=more), today)
    note = found.get("associate-deadline")
    return None if note is None else Language("en").tell(note.text)


def test_a_deadline_within_a_year_or_passed() -> None:
    # three years from 3 October 2022: 2 October 2025 is the last day
    cape = "cape 2022-10-03"
    far, near = dt.date(2024, 10, 1), dt.date(2024, 10, 2)
    assert deadline(far, cape) is None
    assert "must be an associate by 2 October 2025" in (deadline(near, cape) or "")
    assert "must be" in (deadline(dt.date(2025, 10, 2), cape) or "")
    assert "should have become" in (deadline(dt.date(2025, 10, 3), cape) or "")
    assert "should have become" in (deadline(dt.date(2031, 1, 1), cape) or "")
    assert deadline(near, cape, more="associate_since = 2024-01-01") is None
    assert deadline(near) is None
    # with days between two contracts, both dates are told
    assert "by law, 12 October 2025" in (
        deadline(near, "cape 2022-10-03 2023-10-02", "cesa 2023-10-13") or ""
    )
    assert "by law" not in (deadline(near, cape) or "")


def test_a_membership_still_to_come_is_told() -> None:
    planned = person("Lulu", "cape 2022-10-03", more="associate_since = 2025-06-14")
    text = BASE + treasury("0", "2025-01") + planned
    assert "associate-planned" in warned(text, dt.date(2025, 6, 13))
    assert "associate-planned" not in warned(text, dt.date(2025, 6, 14))


def test_the_earliest_deadline_is_told_first() -> None:
    planned = person("Léa", "cape 2022-10-03", more="associate_since = 2025-09-14")
    people = planned + person("Lulu", "cape 2022-09-01") + person("Éa")
    found = answer(BASE + treasury("0", "2025-01") + people, dt.date(2025, 9, 1))
    told = warnings(found, found.views["signed"])
    names = [(note.code, english(note).split()[0]) for note in told]
    assert names[:3] == [
        ("associate-deadline", "Lulu"),
        ("associate-deadline", "Léa"),
        ("associate-planned", "Léa"),
    ]


def test_months_past_the_deadline() -> None:
    both = person("Lulu", "cape 2022-10-03") + person("Léa", "cape 2023-01-09")
    assert past_deadline(answer(treasury("0") + both)) == Month.parse("2025-10")
    assert past_deadline(answer(treasury("0") + person("Lulu"))) is None
    # 30 September is the last day: October ends without; a membership planned in time is none late
    one = ("cape 2022-10-01",)
    assert past_deadline(answer(treasury("0") + person("Lulu", *one))) == Month.parse("2025-10")
    two = ("cape 2022-10-02",)
    assert past_deadline(answer(treasury("0") + person("Lulu", *two))) == Month.parse("2025-10")
    for since, month in (("2025-10-01", None), ("2025-10-02", Month.parse("2025-10"))):
        more = f"associate_since = {since}"
        found = answer(treasury("0") + person("Lulu", *two, more=more))
        assert past_deadline(found) == month


@pytest.mark.parametrize(
    ("until", "months"),
    [("2023-04-30", 2), ("2023-05-31", 1), ("2023-06-01", 0), ("2024-01-01", 0)],
)
def test_the_months_without_income_are_told(until: str, months: int) -> None:
    # the salary of July is the first
    text = BASE + client("3000") + person("Lulu", more=f"unemployment_benefit_until = {until}")
    note = warned(text).get("months-without-income")
    assert (note.text.number if note else 0) == months


def test_who_is_paid_already_has_no_first_salary_to_wait_for() -> None:
    more = "unemployment_benefit_until = 2021-01-01"
    arnaud = person("Arnaud", "cesa 2022-01-01", more=more)
    assert "months-without-income" not in warned(BASE + treasury("5000") + arnaud)
    assert "months-without-income" not in warned(PAID_900 + person("Éa", more=more))


def test_the_most_serious_warnings_come_first() -> None:
    text = PAID_900 + 'start = "2023-06"\n' + client("3000") + person(
        "Lulu", "cape 2020-10-03", more="unemployment_benefit_until = 2023-01-31"
    )  # fmt: skip
    assert [*warned(text)] == [
        "associate-deadline",
        "no-treasury",
        "decided-start-breaks",
        "no-contribution-rule",
        "months-without-income",
    ]
