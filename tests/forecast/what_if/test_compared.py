"""Scenarios, blows and steps, counted by hand.

A net of 900 € costs 1,168.16 a month from August to December 2023, 1,169.75 from January 2024 on
and 1,170.32 from July 2024 on: from August 2023, 14,029.62 in twelve months.
"""

import datetime as dt
from decimal import Decimal

import pytest

from cae_cli.forecast.answer import Answer, project
from cae_cli.forecast.what_if.compared import compared
from cae_cli.forecast.what_if.moved import Moved, moved
from cae_cli.forecast.what_if.outcomes import Holding
from cae_cli.forecast.what_if.scenarios import Scenario
from cae_cli.forecast.what_if.stress_notes import stress_notes
from cae_cli.forecast.what_if.stresses import Stress, stresses
from cae_cli.months import Month
from cae_cli.rules.payroll.law import shipped_law
from tests.forecast.what_if.told import dossier

TODAY = dt.date(2023, 8, 15)
COST = 116816

STEADY = """
[treasury]
balance = 1100
month = "2023-08"
[salary]
net_target = 900
reserve_months = 0
[[clients]]
name = "A"
payment = "on invoice"
prestations = [{ label = "a", amount = 1200, start = 2023-08-10 }]
"""


def answer(text: str) -> Answer:
    return project(dossier(text), TODAY, shipped_law())


def blows(text: str) -> dict[str, Stress]:
    return {one.blow: one for one in stresses(answer(text), "signed", shipped_law())}


def test_three_blows() -> None:
    found = blows(STEADY)
    assert list(found) == ["largest", "late", "firm"]
    assert {(one.before.months, one.before.open_end) for one in found.values()} == {(24, True)}
    # A leaves on 1 September: 1,100 + 1,200 − 2 × 1,168.16 at the end of it
    september = Month.parse("2023-09")
    left = Holding(Month.parse("2023-08"), 1, False, september, 2 * COST - 230_000)
    assert (found["largest"].name, found["largest"].after) == ("A", left)
    # 10 August is paid on 9 September: nothing comes in before
    assert found["late"].after == Holding(
        Month.parse("2023-08"), 0, False, Month.parse("2023-08"), COST - 110_000
    )
    assert found["firm"].after == left


def test_nobody_leaves_before_what_is_firm() -> None:
    text = STEADY.replace('name = "A"', 'name = "A"\nfirm_until = 2023-10-31')
    found = blows(text)
    # Three invoices, August to October; five months cost 5 × 1,168.16 = 5,840.80, 4,700 came in
    held = Holding(Month.parse("2023-08"), 4, False, Month.parse("2023-12"), 5 * COST - 470_000)
    assert found["largest"].after == held
    assert found["firm"].after == held


def test_a_contract_with_an_end_is_firm_until_then() -> None:
    text = STEADY.replace("2023-08-10", "2023-08-10, end = 2023-10-31, renews = 0.5")
    more = '[[clients]]\nname = "B"\npayment = "on invoice"\n'
    more += 'prestations = [{ label = "b", amount = 2000, start = 2023-11-02 }]\n'
    # The target lasts thanks to B, who has told no commitment: gone from the first month
    held = blows(text + more)["firm"].after
    assert (held.months, str(held.breaks)) == (4, "2023-12")


def test_blows_strike_once_the_pay_has_begun() -> None:
    # Nothing to be paid with before October: 1,200 then are left for the two months without pay
    text = STEADY.replace("2023-08-10", "2023-10-10").replace("balance = 1100", "balance = 0")
    found = blows(text)
    assert str(found["largest"].before.start) == "2023-10"
    # October: 1,200 − 1,168.16; November: nobody pays any more
    assert found["largest"].after.months == 1


def test_simulate_warns_where_late_payments_break_the_pay() -> None:
    codes = [note.code for note in stress_notes(answer(STEADY), "signed", shipped_law())]
    assert codes == ["late-payments-break"]
    firm = STEADY.replace('name = "A"', 'name = "A"\nfirm_until = 2023-10-31')
    codes = [note.code for note in stress_notes(answer(firm), "signed", shipped_law())]
    assert codes == ["late-payments-break", "end-of-firm-breaks"]
    rich = STEADY.replace("balance = 1100", "balance = 3000")
    assert list(stress_notes(answer(rich), "signed", shipped_law())) == []


def test_scenarios_side_by_side() -> None:
    names = ["without", "dearer", "late", "less"]
    scenarios = [
        Scenario("without", without=("A",)),
        Scenario("dearer", prices=Decimal("0.5")),
        Scenario("late", late=30),
        Scenario("less", target=45_000),
    ]
    found = compared(answer(STEADY), shipped_law(), "signed", scenarios)
    # 1,100 + 1,200 − 1,168.16 at the end of August, and it grows from there
    assert (found.recorded.lowest, str(found.recorded.lowest_month)) == (113_184, "2023-08")
    assert found.recorded.turnover == 12 * 120_000
    assert str(found.recorded.first) == "2023-08"
    tried = {one.scenario.name: one.outcome for one in found.tried}
    assert list(tried) == names
    assert (tried["without"].turnover, tried["without"].first) == (120_000, None)
    assert tried["dearer"].turnover == 120_000 + 11 * 180_000
    assert tried["late"].turnover == found.recorded.turnover
    assert str(tried["late"].first) == "2023-09"
    assert tried["late"].lowest == 110_000  # August is not paid
    assert str(tried["less"].first) == "2023-08"


def test_several_things_at_once_make_one_scenario() -> None:
    both = Scenario("", without=("A",), prices=Decimal("0.5"), late=30, cooperative="artefacts")
    [one] = compared(answer(STEADY), shipped_law(), "signed", [both]).tried
    # Only August's invoice; 10 % are taken of it
    assert one.outcome.turnover == 120_000
    assert one.outcome.lowest == 110_000 - 12_000


def since(old: str, new: str) -> Moved:
    return moved(dossier(old), answer(new), shipped_law(), "signed")


def test_steps_add_up() -> None:
    old = STEADY.replace("1200,", "1160,") + '[[expenses]]\nlabel = "x"\namount = 0.5\n'
    new = STEADY.replace("balance = 1100", "balance = 1000")
    found = since(old, new)
    assert str(found.month) == "2023-08"
    told = [(one.part.kind, one.part.name, one.part.how, one.brings) for one in found.steps]
    # Before: 14,029.62 + 12 × 0.50 − 1,100 − 12 × 1,160 = −984.38 in July 2024, which binds.
    # With 1,200: 1,168.16 + 0.50 − 1,000 − 1,200 = −1,031.34 in August, which then binds.
    assert told == [
        ("treasury", "", "changed", -10_000),
        ("clients", "A", "changed", 103_134 - 88_438),
        ("expenses", "x", "removed", 50),
    ]
    assert found.before is not None
    assert found.after is not None
    assert (found.before.short, found.after.short) == (-98_438, -103_184)
    assert found.total == sum(one.brings for one in found.steps) + found.rest == 4_746
    assert [one.first for one in found.steps] == [None, found.month, found.month]


def test_what_nobody_decides_is_the_rest() -> None:
    assumed = "[assumptions]\nsmic_growth = 0.5\n"
    found = since(STEADY, STEADY + assumed)
    assert found.steps == []
    assert found.total == found.rest


@pytest.mark.parametrize("change", ["1200,", "balance = 1100", "net_target = 900"])
def test_nothing_moves_without_a_difference(change: str) -> None:
    assert since(STEADY, STEADY).steps == []
    other = STEADY.replace(change, change.replace("1", "2").replace("9", "8"))
    assert len(since(STEADY, other).steps) == 1
