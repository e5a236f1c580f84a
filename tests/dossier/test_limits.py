"""A floor above the cap: in the plain rule, in a phase, and against a known cooperative."""

import pytest

from cae_cli.dossier.reading import read_text
from cae_cli.errors import InvalidInputError, Problem
from cae_cli.language import Language
from cae_cli.rules.contribution_limits import MOST_CHANGES, Excess, excesses
from cae_cli.rules.contribution_rule import ContributionRule
from cae_cli.rules.cooperatives import preset, preset_ids

ENGLISH = Language("en")
RULE = "[cooperative.contribution]"
FIRST = f"{RULE}, change number 1"


def problems(text: str) -> list[Problem]:
    try:
        read_text("cae.toml", text, presets=preset_ids())
    except InvalidInputError as error:
        return error.problems
    return []


def told(cooperative: str) -> list[tuple[int, str]]:
    """Return the line and the sentence of each problem; the third line is the preset's."""
    text = f'format = 1\n[cooperative]\n{cooperative}\n[activity]\nname = "Éa"\n'
    found = problems(text)
    assert {problem.code for problem in found} <= {"CAE-D079"}
    assert all(problem.remedy for problem in found)
    return [(p.place.line, ENGLISH.tell(p.what)) for p in found if p.place]


def own(keys: str, known: str = "") -> list[tuple[int, str]]:
    head = f'preset = "{known}"\n' if known else "\n"
    return told(f"{head}[cooperative.contribution]\n{keys}")


def test_a_floor_that_just_reaches_the_cap_is_fine() -> None:
    assert own("cap_per_year = 1200\nfloor_per_month = 100\nfloor_per_year = 1200.00") == []


def test_both_floors_of_the_plain_rule() -> None:
    assert own("cap_per_year = 1200\nfloor_per_month = 100.01\nfloor_per_year = 1200.01") == [
        (6, f"{RULE}: over a year, “floor_per_month” exceeds “cap_per_year”."),
        (7, f"{RULE}: over a year, “floor_per_year” exceeds “cap_per_year”."),
    ]


def test_a_floor_of_a_phase_above_the_common_cap() -> None:
    keys = 'cap_per_year = 2000\n[[cooperative.contribution.when]]\nphase = "cesa"\n'
    assert own(keys + "floor_per_year = 2000") == []
    assert own(keys + "floor_per_year = 2160") == [
        (8, f"{FIRST}: over a year, “floor_per_year” exceeds “cap_per_year”.")
    ]


def test_a_floor_and_a_cap_of_the_same_phase() -> None:
    keys = '[[cooperative.contribution.when]]\nphase = "cesa"\nfloor_per_year = 2160\n'
    assert own(keys) == []
    assert own(keys + "cap_per_year = 2000") == [
        (7, f"{FIRST}: over a year, “floor_per_year” exceeds “cap_per_year”.")
    ]


def test_a_cap_of_a_phase_below_the_common_floor() -> None:
    keys = 'floor_per_month = 100\n[[cooperative.contribution.when]]\nphase = "associate"\n'
    assert own(keys + "cap_per_year = 1000") == [
        (5, f"{RULE}: over a year, “floor_per_month” exceeds “cap_per_year”.")
    ]


def test_phases_that_never_meet_do_not_count() -> None:
    keys = (
        '[[cooperative.contribution.when]]\nphase = "cape"\ncap_per_year = 1000\n'
        '[[cooperative.contribution.when]]\nphase = "cesa"\nfloor_per_year = 2000\n'
    )
    assert own(keys) == []


def test_a_later_change_wins() -> None:
    # Under a CESA the cap is 3,000, unless 24 months have passed: then it is 1,500 again.
    keys = (
        "cap_per_year = 1000\n"
        '[[cooperative.contribution.when]]\nphase = "cesa"\nfloor_per_year = 2000\n'
        "cap_per_year = 3000\n"
    )
    assert own(keys) == []
    later = "[[cooperative.contribution.when]]\nafter_months = 24\ncap_per_year = 1500\n"
    assert own(keys + later) == [
        (8, f"{FIRST}: over a year, “floor_per_year” exceeds “cap_per_year”.")
    ]


def test_own_floor_above_the_cap_of_the_preset() -> None:
    # Mosaïque: 8,400 a year at most; 12 × 701 is 8,412. Solstice: 5,500, then 5,000 once associate.
    assert own("floor_per_month = 700", "mosaique") == []
    assert own("floor_per_month = 701", "mosaique") == [
        (5, f"{RULE}: over a year, “floor_per_month” exceeds the cap of “mosaique”, €8,400.")
    ]
    assert own("floor_per_year = 5000", "solstice") == []
    assert own("floor_per_year = 5200", "solstice") == [
        (5, f"{RULE}: over a year, “floor_per_year” exceeds the cap of “solstice”, €5,000.")
    ]


def test_own_cap_below_the_floor_of_the_preset() -> None:
    # Solstice: 80 a month for a year, then 100: 1,200; once associate its own cap is back.
    assert own("cap_per_year = 1200", "solstice") == []
    assert own("cap_per_year = 900", "solstice") == [
        (5, f"{RULE}: “cap_per_year” is below the floor of “solstice”, €1,200 a year.")
    ]


def test_own_changes_take_the_place_of_those_of_the_preset() -> None:
    # Without the months after the first year, the floor stays 80 a month: 960.
    change = '[[cooperative.contribution.when]]\nphase = "associate"\n'
    assert own("cap_per_year = 960\n" + change, "solstice") == []
    assert own(change + "cap_per_year = 959", "solstice") == [
        (7, f"{FIRST}: “cap_per_year” is below the floor of “solstice”, €960 a year.")
    ]


@pytest.mark.parametrize("preset_id", preset_ids())
def test_no_known_cooperative_asks_more_than_it_allows(preset_id: str) -> None:
    assert excesses(preset(preset_id).rule) == []


def test_amounts_are_told_by_the_year() -> None:
    rule = ContributionRule.model_validate({"floor_per_month": 100, "cap_per_year": 1000})
    excess = Excess(("floor_per_month",), ("cap_per_year",), 1200_00, 1000_00)
    assert excesses(rule) == [excess]


def test_very_many_changes_leave_the_plain_rule() -> None:
    change = {"phase": "cesa", "floor_per_year": 2000}
    data = {"cap_per_year": 1000, "floor_per_year": 1001, "when": [change] * (MOST_CHANGES + 1)}
    assert [e.floor_at for e in excesses(ContributionRule.model_validate(data))] == [
        ("floor_per_year",)
    ]
