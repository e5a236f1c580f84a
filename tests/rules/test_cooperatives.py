"""Known cooperatives: their data, and a year of each computed by hand (cases/cooperatives.toml)."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cae_cli.errors import CaeError
from cae_cli.money import to_cents
from cae_cli.months import Month
from cae_cli.rules.contribution import (
    MonthContribution,
    MonthFacts,
    Opening,
    PersonFacts,
    contributions,
)
from cae_cli.rules.contribution_rule import ContributionRule, Phase
from cae_cli.rules.cooperatives import (
    CapePractice,
    CooperativeRules,
    FirstSalaryPractice,
    MinimumPay,
    PageDate,
    Provision,
    preset,
    preset_ids,
)

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "cooperatives.toml").read_text("utf-8"),
    parse_float=Decimal,
)["case"]
JANUARY = Month.parse("2026-01")
NO_RULE = ContributionRule()


def cents(amounts: Any) -> list[int]:
    return [to_cents(a) for a in (amounts if isinstance(amounts, list) else [amounts] * 12)]


def year_of(case: Mapping[str, Any]) -> list[MonthContribution]:
    entered = Month.parse(case.get("entered", "2026-01"))
    never = "2199-12"
    cesa = Month.parse(case.get("cesa_from", never))
    associate = Month.parse(case.get("associate_from", never))
    paid = Month.parse(case.get("paid_from", never))
    columns = zip(
        *(cents(case.get(key, 0)) for key in ("invoiced", "cashed", "direct")), strict=True
    )
    months = []
    for i, (invoiced, cashed, direct) in enumerate(columns):
        month = JANUARY + i
        phase: Phase = "associate" if month >= associate else "cesa" if month >= cesa else "cape"
        person = PersonFacts(phase, month - entered, month < paid, who=0)
        months.append(MonthFacts(month, invoiced, cashed, direct, (person,)))
    opening = Opening(base_since_entry=to_cents(case.get("counted_before", 0)))
    return contributions(preset(case["cooperative"]).rule, months, opening)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["title"]))
def test_a_year_computed_by_hand(case: Mapping[str, Any]) -> None:
    taken = [month.total for month in year_of(case)]
    assert taken == cents(case["contribution"])
    if "year" in case:
        assert sum(taken) == to_cents(case["year"])


def test_every_known_cooperative_has_such_a_year() -> None:
    assert {case["cooperative"] for case in CASES} == set(preset_ids())


def test_the_published_cooperatives_are_known() -> None:
    assert preset_ids() == (
        "artefacts",
        "astrolabe",
        "codeurs-en-liberte",
        "coodyssee",
        "coopaname",
        "crealead",
        "encom1",
        "equinoxe",
        "lets-co-up",
        "mosaique",
        "opteos",
        "opteos-formation",
        "solstice",
        "tumukumakop",
    )


@pytest.mark.parametrize("preset_id", preset_ids())
def test_data_is_complete_and_well_formed(preset_id: str) -> None:
    known = preset(preset_id)
    assert known.id == preset_id
    assert known.name
    assert known.source.publisher
    assert known.source.page
    assert known.source.certainty in ("published", "reported", "unconfirmed")
    assert set(known.assumed) <= {"counted", "mode", "period"}
    for note in known.notes:
        assert note.kind in ("unknown", "caveat", "relief", "practice")
        assert note.text.fr != note.text.en
        assert not set("'") & set(note.text.fr)
        assert "{" not in note.text.fr + note.text.en
    bounds = [bracket.up_to for bracket in known.rule.brackets]
    assert bounds[-1] is None
    inner = [bound for bound in bounds[:-1] if bound is not None]
    assert len(inner) == len(bounds) - 1
    assert inner == sorted(set(inner))


@pytest.mark.parametrize("preset_id", preset_ids())
def test_data_holds_no_key_that_is_not_read(preset_id: str) -> None:
    path = Path(__file__).parents[2] / "cae_cli/rules/data/cooperatives" / f"{preset_id}.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    known = {
        "": {"name", "assumed", "source", "contribution", "entry", "first_salary", "cape", "notes"},
        "source": {"publisher", "page", "dated", "certainty"},
        "entry": {"provision", "months"},
        "first_salary": {"gross", "net", "hours", "months", "page", "dated"},
        "cape": {"period", "renewals", "shortest", "longest", "page", "dated"},
    }
    assert set(data) <= known[""]
    for table, keys in known.items():
        assert set(data.get(table, {})) <= keys
    assert all(set(note) == {"kind", "fr", "en"} for note in data.get("notes", ()))


def test_dates_of_pages() -> None:
    assert preset("astrolabe").source.dated == PageDate(2023, Month.parse("2023-03"))
    assert preset("solstice").source.dated.last_month == Month.parse("2017-12")
    assert preset("coodyssee").source.dated.last_month is None


def test_practice_of_the_first_salary_and_of_the_cape() -> None:
    # Optéos (2019-09): 10 hours a month, and a salary one can foresee over 3 months.
    minimum = MinimumPay(gross=None, net=None, hours=Decimal(10))
    since = PageDate(2019, Month.parse("2019-09"))
    assert preset("opteos").first_salary == FirstSalaryPractice(minimum, 3, "opteos.fr/CESA", since)
    assert preset("coodyssee").first_salary is None
    # Artefacts (2016): four months, renewable three times.
    cape = preset("artefacts").cape
    assert cape == CapePractice(4, 3, None, None, "artefacts.coop/infos-generales", PageDate(2016))


def test_a_provision_at_entry_is_an_advance_on_the_floor_and_takes_nothing_more() -> None:
    # 600 is the floor of six months of CAPE: 6 × 1,200 / 12.
    known = preset("astrolabe")
    assert known.provision == Provision(60_000, 6)
    idle = [
        MonthFacts(JANUARY + i, 0, 0, 0, (PersonFacts("cape", i, True, who=0),)) for i in range(6)
    ]
    assert sum(month.total for month in contributions(known.rule, idle)) == 60_000


@pytest.mark.parametrize("typed", ["coodysee", "", "../solstice", "solstice.toml", "SOLSTICE"])
def test_an_unknown_cooperative_is_refused(typed: str) -> None:
    with pytest.raises(CaeError) as caught:
        preset(typed)
    remedy = caught.value.problem.remedy
    assert remedy is not None
    assert "solstice" in remedy.values["ids"]  # type: ignore[operator]


class SmicOf2026:
    smic_hourly = 12_02

    def gross_for_net(self, net: int) -> int:
        return net + 1


def rules(preset_id: str | None, **own: Any) -> CooperativeRules:
    return CooperativeRules.of(preset_id, ContributionRule.model_validate(own))


def test_minimum_pay_is_the_cooperatives_else_ten_hours_at_the_smic() -> None:
    assert rules("astrolabe").minimum_gross(SmicOf2026()) == 150_00
    assert rules("opteos").minimum_gross(SmicOf2026()) == 120_20  # 10 × 12.02
    assert rules("coodyssee").minimum_gross(SmicOf2026()) == 120_20
    assert rules(None).minimum_gross(SmicOf2026()) == 120_20


def test_a_minimum_told_net_is_turned_into_gross() -> None:
    known = preset("coodyssee")
    asked = FirstSalaryPractice(MinimumPay(None, 200_00, None), None, "a page", PageDate())
    told = CooperativeRules(known._replace(first_salary=asked), NO_RULE, known.rule)
    assert told.minimum_gross(SmicOf2026()) == 200_01


def test_the_dossiers_keys_take_the_place_of_the_presets() -> None:
    own = rules("mosaique", floor_per_month=Decimal(50)).rule
    assert own.floor_per_month == 50_00
    assert own.cap_per_year == 8_400_00
    assert own.brackets == preset("mosaique").rule.brackets


def test_rules_are_told_or_not() -> None:
    assert rules("coodyssee").told
    assert rules(None, fixed_per_month=Decimal(10)).told
    assert not rules(None).told
