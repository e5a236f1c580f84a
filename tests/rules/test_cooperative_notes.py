"""What is told about a cooperative's data: source, assumptions, cliffs, age."""

import datetime as dt
from decimal import Decimal

import pytest

from cae_cli.language import Amount, Language, say
from cae_cli.rules.contribution_rule import Bracket, ContributionRule
from cae_cli.rules.cooperative_notes import assumptions, cliffs, warnings
from cae_cli.rules.cooperatives import preset, preset_ids

ENGLISH = Language("en")
FRENCH = Language("fr")
TODAY = dt.date(2026, 11, 23)


def told(preset_id: str, own: ContributionRule | None = None) -> list[str]:
    return [ENGLISH.tell(note.text) for note in assumptions(preset(preset_id), own)]


def test_the_source_comes_first_with_its_date() -> None:
    assert told("astrolabe")[0] == (
        "Rules of Astrolabe: published by the cooperative, "
        "git.astrolabe.coop/AstrolabeCAE/DocumentsPublics, c643dcb38f, March 2023."
    )
    assert told("opteos")[0].endswith("opteos.fr/votre-projet, 2024.")
    assert told("artefacts")[0] == "Rules of Artefacts: reported by others, aaar.fr, 2013."
    assert "not confirmed to be in force" in told("codeurs-en-liberte")[0]


def test_what_a_page_leaves_open_is_told() -> None:
    source, assumed = told("coodyssee")
    assert source.endswith("coodyssee.fr, rémunération de l’entrepreneur salarié, undated.")
    assert assumed == (
        "Coodyssée does not say when turnover counts: when it is invoiced is assumed."
    )


def test_what_the_dossier_says_is_not_assumed() -> None:
    own = ContributionRule(counted="cashed")
    codes = [note.code for note in assumptions(preset("coodyssee"), own)]
    assert codes == ["cooperative-source"]


def test_a_provision_is_told_as_an_advance() -> None:
    [note] = [n for n in assumptions(preset("astrolabe")) if n.code == "cooperative-provision"]
    assert ENGLISH.tell(note.text) == (
        "Astrolabe sets €600 aside at entry: an advance on the floor of the first 6 months, "
        "not more contribution."
    )


def test_a_text_of_the_data_is_told_in_each_language() -> None:
    [note] = [n for n in assumptions(preset("mosaique")) if n.code == "cooperative-caveat"]
    text = note.text.values["text"]
    assert ENGLISH.show(text).startswith("an extra is asked for Qualiopi")
    assert FRENCH.show(text).startswith("un supplément est demandé pour Qualiopi\u202f;")


@pytest.mark.parametrize("preset_id", preset_ids())
def test_every_assumption_can_be_said(preset_id: str) -> None:
    for note in assumptions(preset(preset_id)):
        assert "{" not in ENGLISH.tell(note.text)


def test_the_cliffs_of_solstice() -> None:
    rule = preset("solstice").rule
    # 1,000 × 13 % and 12 %; 2,000 × 12 % and 11 %; 3,333 × 11 % and 10 %: 366.63 and 333.30; one
    # cent more of base adds a tenth of a cent, which rounds away.
    assert cliffs(rule.mode, rule.brackets) == [
        (1000_00, 130_00, 120_00),
        (2000_00, 240_00, 220_00),
        (3333_00, 366_63, 333_30),
    ]
    [note] = [n for n in warnings(rule, None, TODAY) if n.code == "contribution-cliff"]
    assert ENGLISH.tell(note.text) == (
        "The contribution jumps where a step is passed, since the new rate then holds for all of "
        "the base: from €130 to €120 at €1,000, from €240 to €220 at €2,000 and from €366.63 to "
        "€333.30 at €3,333."
    )


def test_a_cliff_of_a_later_stage_counts() -> None:
    rule = ContributionRule.model_validate(
        {
            "brackets": [
                {"up_to": 100, "rate": Decimal("0.10")},
                {"rate": Decimal("0.20")},
            ],
            "when": [{"phase": "cesa", "mode": "whole"}],
        }
    )
    [note] = warnings(rule, None, TODAY)
    values = {"base": Amount(100_00), "at": Amount(10_00), "above": Amount(20_00)}
    assert note.text.values["jumps"] == [say("from {at} to {above} at {base}", **values)]


def test_slices_make_no_cliff() -> None:
    steps = (Bracket(rate=Decimal("0.1"), up_to=100), Bracket(rate=Decimal("0.05")))
    assert cliffs("marginal", steps) == ()
    assert warnings(preset("opteos").rule, preset("opteos"), TODAY) == []


@pytest.mark.parametrize(
    ("preset_id", "today", "old"),
    [
        ("astrolabe", dt.date(2026, 3, 31), False),  # March 2023: three years end in March 2026
        ("astrolabe", dt.date(2026, 4, 1), True),
        ("opteos", dt.date(2027, 12, 31), False),  # some day of 2024
        ("opteos", dt.date(2028, 1, 1), True),
        ("coodyssee", dt.date(2100, 1, 1), False),  # undated: told as such, never as old
    ],
)
def test_data_older_than_three_years(preset_id: str, today: dt.date, *, old: bool) -> None:
    known = preset(preset_id)
    codes = [note.code for note in warnings(known.rule, known, today)]
    assert ("cooperative-old" in codes) is old
