"""`cae list`: what is recorded, and what it brings in twelve months."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.kit import run_cae

#: Today is 23 November 2026, so the twelve months are November 2026 to October 2027.
#: Permanence: 12 invoices of 450 = 5,400. Audit: December, March, June, September = 4 × 1,000, of
#: which half is expected: 2,000. Together 7,400 expected; 5,400 / 7,400 = 0.7297, 2,000 / 7,400 =
#: 0.2703. The telephone costs 12 × 25 = 300; plants 5% of 7,400 = 370.
DOSSIER = """\
format = 1
activity.name = "Éa"
[salary]
net_target = 900
[[entrepreneurs]]
name = "Éa"
contracts = [{ kind = "cape", start = 2026-01-05, end = 2026-12-31 }]
[[entrepreneurs]]
name = "Lulu"
net_target = 800
associate_since = 2025-06-14
contracts = [{ kind = "cape", start = 2022-01-03, end = 2022-12-31 },
             { kind = "cesa", start = 2023-01-01 }]
[[clients]]
name = "Mairie de Gap"
[[clients.prestations]]
label = "Permanence"
amount = 450
start = 2026-10-01
[[clients]]
name = "=cmd()"
[[clients.prestations]]
label = "Audit [bold]"
rate = 100
quantity = 10
every = "quarter"
start = 2026-12-01
probability = 0.5
[[clients.prestations]]
label = "Passé"
amount = 10
every = "2 weeks"
start = 2020-01-01
end = 2020-12-31
[[clients]]
name = "Sans rien"
[[expenses]]
label = "Téléphone"
amount = 25
[[expenses]]
label = "Végétaux"
share_of_turnover = 0.05
[[investments]]
label = "Tondeuse"
amount = 4800
date = 2027-03-15
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cae.toml").write_text(DOSSIER, "utf-8")
    return tmp_path


def test_values_and_shares_of_the_year(folder: Path) -> None:
    answer = run_cae("list", "--json", cwd=folder).json
    assert (answer["from"], answer["to"]) == ("2026-11", "2027-10")
    assert answer["turnover"] == {"full": 9400.0, "expected": 7400.0}
    assert [(c["year"], c["expected"], c["share"]) for c in answer["clients"]] == [
        (5400.0, 5400.0, 0.73),
        (4000.0, 2000.0, 0.27),
        (0.0, 0.0, 0.0),
    ]
    permanence = answer["clients"][0]["prestations"][0]
    assert (permanence["price"], permanence["next_invoice"]) == (450.0, "2026-12-01")
    audit, past = answer["clients"][1]["prestations"]
    assert (audit["price"], audit["every"], audit["probability"]) == (1000.0, "quarter", 0.5)
    assert (past["every"], past["next_invoice"], past["year"]) == ("2 weeks", None, 0.0)
    assert [expense["year"] for expense in answer["expenses"]] == [300.0, 370.0]
    assert [person["net_target"] for person in answer["entrepreneurs"]] == [900.0, 800.0]
    assert answer["entrepreneurs"][1]["contracts"][1] == {
        "kind": "cesa",
        "start": "2023-01-01",
        "end": None,
    }
    assert answer["investments"][0]["date"] == "2027-03-15"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("flags", [(), ("--csv",), ("--json",)])
def test_answers(
    folder: Path, lang: str, flags: tuple[str, ...], snapshot: SnapshotAssertion
) -> None:
    result = run_cae("list", *flags, lang=lang, cwd=folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == snapshot


def test_a_formula_does_not_reach_the_spreadsheet(folder: Path) -> None:
    assert "\r\n'=cmd()," in run_cae("list", "--csv", lang="en", cwd=folder).stdout


def test_an_empty_dossier(tmp_path: Path) -> None:
    (tmp_path / "cae.toml").write_text('format = 1\nactivity.name = "x"\n', "utf-8")
    result = run_cae("list", lang="en", cwd=tmp_path)
    assert (result.exit_code, result.stdout) == (0, "No client is recorded yet.\n")
    assert run_cae("list", "--json", cwd=tmp_path).json["clients"] == []


def test_when_all_is_signed_nothing_is_expected_apart(folder: Path) -> None:
    path = folder / "cae.toml"
    path.write_text(DOSSIER.replace("probability = 0.5\n", ""), "utf-8")
    shown = run_cae("list", lang="en", cwd=folder).stdout
    assert shown.startswith("Turnover from November 2026 to October 2027: €9,400, all signed.\n")
    assert "Expected" not in shown


def test_on_a_terminal_names_are_text(folder: Path) -> None:
    shown = run_cae("list", lang="en", cwd=folder, tty=True, env={"COLUMNS": "120"}).stdout
    assert "Audit [bold]" in shown
