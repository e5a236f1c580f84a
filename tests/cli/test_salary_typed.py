"""What a person types to `cae salary`: whatever has one reading is taken, and echoed."""

from pathlib import Path

import pytest

from tests.cli.kit import Result, run_cae


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # where no dossier is


def salary(*flags: str, lang: str = "en", stdin: str = "") -> Result:
    return run_cae("salary", *flags, "--month", "2026-02", lang=lang, stdin=stdin)


def kind(hours: str) -> str:
    (note, *_) = salary("--gross", "1000", "--hours", hours, "--json").json["assumptions"]
    return str(note["text"])


@pytest.mark.parametrize(
    "typed", ["equivalent", "équivalent", "Equivalent", "équivalentes", "heures équivalentes"]
)
def test_equivalent_hours(typed: str) -> None:
    assert kind(typed).startswith("Pay of a CESA (equivalent hours)")


@pytest.mark.parametrize(
    "typed", ["full", "full time", "full-time", "plein", "temps plein", "Temps complet"]
)
def test_full_time(typed: str) -> None:
    assert kind(typed).startswith("Pay of a full-time contract")


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("104", "104"),
        ("104,5", "104.5"),
        ("104 h", "104"),
        ("104 heures par mois", "104"),
        ("35 h/mois", "35"),
        ("24 h/semaine", "104"),  # 24 × 52 / 12
        ("20 hours per week", "86.67"),  # 86.666…
        ("35 h par semaine", "151.67"),
    ],
)
def test_contractual_hours(typed: str, hours: str) -> None:
    assert kind(typed).startswith(f"Pay of a contract of {hours} hours a month")


def test_hours_of_a_week_are_echoed_as_those_of_a_month() -> None:
    told = salary("--gross", "1000", "--hours", "20 h/semaine").stderr
    assert told == "Understood: --hours 86.67 hours a month.\n"
    told = salary("--gross", "1000", "--hours", "20 h/semaine", lang="fr").stderr
    assert "86,67 heures par mois" in told
    assert salary("--gross", "1000", "--hours", "104").stderr == ""


@pytest.mark.parametrize("typed", ["35", "35 h"])
def test_the_hours_of_a_full_week_have_two_readings(typed: str) -> None:
    refused = salary("--gross", "1000", "--hours", typed)
    assert refused.exit_code == 2
    assert "can be read in two ways" in refused.stderr
    assert "full" in refused.stderr
    assert "35 h/mois" in refused.stderr


@pytest.mark.parametrize("typed", ["N", "24 bananas", "fulll", ""])
def test_what_has_no_reading_is_refused(typed: str) -> None:
    refused = salary("--gross", "1000", "--hours", typed)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr


@pytest.mark.parametrize("typed", ["coodyssee", "Coodyssée", "COODYSSEE", " coodyssée "])
def test_a_cooperative_by_its_name(typed: str) -> None:
    found = salary("--gross", "1823.03", "--cooperative", typed, "--json").json
    assert found["turnover"] == 2131.84  # 12 % of it leaves 1 876.02


def test_two_cooperatives_of_one_beginning_are_told_apart() -> None:
    flags = ("--gross", "1000", "--cooperative")
    assert "Optéos (formation)" in salary(*flags, "Optéos (formation)").stdout
    assert "Optéos (formation)" not in salary(*flags, "Optéos").stdout
    assert "lets-co-up" in salary(*flags, "lets co").stderr


@pytest.mark.parametrize(
    ("flag", "typed"),
    [("--net", "1 443,10 €"), ("--gross", "€1,823.03"), ("--gross", "1.823,03 euros")],
)
def test_amounts_the_french_way_and_ours(flag: str, typed: str) -> None:
    assert salary(flag, typed, "--json").json["employer_cost"] == 1876.02


def test_a_list_of_amounts_is_not_echoed_line_by_line() -> None:
    many = "1.823,03 €\n" * 3 + "5.\n"
    found = salary("--gross", "-", "--csv", stdin=many)
    assert len(found.stdout.splitlines()) == 5
    assert found.stderr == ""
