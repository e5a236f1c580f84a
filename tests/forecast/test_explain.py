"""Where figures come from: what they are made of adds up, on every example, to the cent."""

import datetime as dt
from pathlib import Path

import pytest

from cae_cli.dossier.reading import load
from cae_cli.forecast.answer import Answer, project
from cae_cli.forecast.explain.explain import explain
from cae_cli.forecast.explain.part import KINDS, Explained, Kind, Part
from cae_cli.forecast.flows import VIEWS, View
from cae_cli.months import Month
from cae_cli.rules.payroll.law import shipped_law
from tests.forecast.what_if.told import dossier

EXAMPLES = Path(__file__).parents[2] / "examples"
DAYS = {
    "marcelle-et-lulu": "2023-03-01",
    "arnaud-paysagiste": "2026-11-23",
    "complet": "2026-11-23",
    "ma-cooperative": "2027-01-10",
}


def example(name: str) -> Answer:
    today = dt.date.fromisoformat(DAYS[name])
    return project(load(str(EXAMPLES / f"{name}.toml")).dossier, today, shipped_law())


def adds_up(part: Explained | Part) -> None:
    """Check that the parts of a figure add up to it, all the way down."""
    if part.parts:
        assert sum(one.value for one in part.parts) == part.value
    for one in part.parts:
        adds_up(one)


def leaves(found: Explained) -> list[Part]:
    return [leaf for part in found.parts for leaf in part.leaves]


@pytest.mark.parametrize("name", DAYS)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("kind", KINDS)
def test_leaves_add_up_to_the_figure(name: str, view: View, kind: Kind) -> None:
    answer = example(name)
    for ahead in (None, 0, 5, 14):
        month = None if ahead is None else answer.horizon.first + answer.horizon.present + ahead
        found = explain(answer, view, kind, month)
        if found is None:
            assert kind in {"deadline", "short"}
            continue
        adds_up(found)
        assert sum(leaf.value for leaf in leaves(found)) == found.value
        assert all(leaf.path for leaf in leaves(found)), found


@pytest.mark.parametrize("name", DAYS)
def test_the_figures_are_those_of_the_answer(name: str) -> None:
    answer = example(name)
    view = answer.views["signed"]
    for row in view.months[answer.horizon.present :: 7]:
        told = explain(answer, "signed", "treasury", row.month)
        taken = explain(answer, "signed", "contribution", row.month)
        assert told is not None
        assert taken is not None
        assert (told.value, taken.value) == (row.treasury, row.contribution.total)
    first = view.first_salary.month
    assert first is not None
    costs = explain(answer, "signed", "cost", first)
    assert costs is not None
    assert costs.value == sum(
        pay.employer_cost for pay in answer.team.target.pays_from(answer.horizon.place_of(first))[
            answer.horizon.place_of(first)] if pay is not None
    )  # fmt: skip
    net = explain(answer, "signed", "lasting-net", None)
    assert net is not None
    assert view.lasting is not None
    assert net.value == max(pay.net for pay in view.lasting.pays)


TODAY = dt.date(2023, 8, 15)
STEADY = """
[treasury]
balance = 1100
month = "2023-08"
[cooperative.contribution]
brackets = [{ rate = 0.1 }]
fixed_per_month = 7
[salary]
net_target = 900
reserve_months = 0.5
[[clients]]
name = "A"
payment = "on invoice"
prestations = [{ label = "a", amount = 1500, start = 2023-08-01 }]
[[expenses]]
label = "Téléphone"
amount = 20
[[investments]]
label = "Four"
amount = 300
date = 2023-09-10
"""


def told(kind: Kind, month: str | None = None) -> Explained:
    answer = project(dossier(STEADY), TODAY, shipped_law())
    found = explain(answer, "signed", kind, None if month is None else Month.parse(month))
    assert found is not None
    return found


def parts(found: Explained | Part) -> list[tuple[str, int, tuple[str | int, ...]]]:
    return [(one.text.text, one.value, one.path) for one in found.parts]


def test_a_treasury_by_hand() -> None:
    found = told("treasury", "2023-09")
    # two months: 2 × 1,500 cashed, 10 % and 7 taken each, 20 spent each, 300 once, 1,168.16 paid
    assert [value for _, value, _ in parts(found)] == [
        110_000, 300_000, -2 * 15_700, -4_000, -30_000, -2 * 116_816,
    ]  # fmt: skip
    assert found.value == 110_000 + 300_000 - 31_400 - 4_000 - 30_000 - 233_632
    cashed = found.parts[1].parts[0]
    assert (cashed.text.values["name"], cashed.path) == ("A", ("clients", 0))
    assert cashed.parts[0].path == ("clients", 0, "prestations", 0)
    assert found.parts[3].parts[0].path == ("expenses", 0)


def test_what_a_first_salary_has_to_spare_by_hand() -> None:
    found = told("first-salary")
    assert (found.month, found.why_not) == (Month.parse("2023-08"), [])
    # September: half of 1,168.16 is kept, twice 1,168.16 is paid; the treasury before any pay is
    # 1,100 + 3,000 − 314 − 40 − 300 = 3,446
    assert found.value == 58_408 + 2 * 116_816 - 344_600
    assert [value for _, value, _ in parts(found)] == [
        58_408, 233_632, -110_000, -300_000, 31_400, 4_000, 30_000,
    ]  # fmt: skip


def test_a_contribution_by_hand() -> None:
    found = told("contribution", "2023-09")
    assert [(value, path) for _, value, path in parts(found)] == [
        (15_000, ("cooperative", "contribution")), (700, ("cooperative", "contribution")),
    ]  # fmt: skip


def test_a_cost_down_to_the_lines_of_a_payslip_with_their_texts() -> None:
    found = told("cost", "2023-09")
    assert found.value == 116_816
    [person] = found.parts
    assert person.parts[0].value == 90_000
    assert sum(one.value for one in person.parts) == 116_816
    employer = person.parts[2].parts
    assert any(one.value < 0 for one in employer)  # the general reduction
    assert all(one.rule is not None for one in employer)


def test_why_not_the_month_before_nor_a_euro_more() -> None:
    answer = example("marcelle-et-lulu")
    first = explain(answer, "signed", "first-salary", None)
    assert first is not None
    assert [str(said.values["month"]) for said in first.why_not] == ["2023-07", "2023-07"]
    assert first.why_not[0].values["short"] == (14_824,)
    net = explain(answer, "signed", "lasting-net", None)
    assert net is not None
    assert len(net.why_not) == 1


def test_a_deadline_in_days() -> None:
    text = """
    [[entrepreneurs]]
    name = "Léa"
    contracts = [
      { kind = "cape", start = 2023-01-10, end = 2023-03-10 },
      { kind = "cape", start = 2023-04-10 },
    ]
    """
    answer = project(dossier(text), TODAY, shipped_law())
    found = explain(answer, "signed", "deadline", None)
    assert found is not None
    # Three years from 10 January 2023, 1,096 days with 29 February 2024; the day before
    assert [one.value for one in found.parts] == [1096, -1]
    assert (found.value, found.unit) == (1095, "days")
    assert str(found.sentence.values["day"]) == "2026-01-09"
    [other] = found.why_not
    assert other.values["count"] == 30  # from 11 March to 9 April


def test_nobody_owes_a_deadline_without_contracts() -> None:
    answer = project(dossier(STEADY), TODAY, shipped_law())
    assert explain(answer, "signed", "deadline", None) is None
