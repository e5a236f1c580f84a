"""`cae compare`: flags, an old dossier, what is refused."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.kit import run_cae

EXAMPLE = Path(__file__).parents[2] / "examples" / "marcelle-et-lulu.toml"
TODAY = "2023-03-01"


def compare(*arguments: str, **options: Any) -> Any:
    return run_cae("compare", *arguments, "-f", str(EXAMPLE), "--today", TODAY, **options)


def test_without_flags_what_is_recorded_and_the_blows() -> None:
    found = compare("--json").json
    assert found["recorded"]["first_salary"] == "2023-08"
    assert found["scenarios"] == []
    assert [one["stress"] for one in found["stresses"]] == ["largest", "late", "firm"]
    assert found["stresses"][0]["client"] == "Mairie de Montgardin"


def test_flags_make_one_scenario() -> None:
    typed = (
        "--without-client",
        "menuiserie faure",
        "--late",
        "30",
        "--prices",
        "-5%",
        "--target",
        "800",
        "--cooperative",
        "opteos",
        "--add",
        "Hôtel: 450/month from 2023-05",
    )
    [one] = compare(*typed, "--json").json["scenarios"]
    assert {key: one[key] for key in ("without_client", "late", "prices", "target", "cooperative",
                                      "added")} == {
        "without_client": ["Menuiserie Faure"], "late": 30, "prices": -0.05, "target": 800,
        "cooperative": "opteos", "added": ["Hôtel"],
    }  # fmt: skip
    shown = compare(*typed, lang="en").stdout
    assert "without Menuiserie Faure, with Hôtel, paid 30 days later, prices down by 5%" in shown


def test_a_client_in_one_go() -> None:
    base = compare("--json").json["recorded"]["turnover_over_year"]
    for typed, more in [
        ("Hôtel: 450/month from 2024-01", 2 * 450),  # January and February 2024
        ("Hôtel:1 200,50/year", 1200.5),
        ("Hôtel : 100", 11 * 100),  # from April 2023 on, by the month
        ("Hôtel: 100/quarter from 2023-05", 4 * 100),
    ]:
        found = compare("--add", typed, "--json")
        assert found.exit_code == 0, found.stderr
        assert found.json["scenarios"][0]["turnover_over_year"] == pytest.approx(base + more)


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--without-client", "Menuiserie For"), 1, "Did you mean “Menuiserie Faure”?"),
        (("--late", "-3"), 2, "--late: “-3” is out of bounds."),
        (("--late", "0"), 2, "--late: “0” is out of bounds."),
        (("--late", "400"), 2, "--late: “400” is out of bounds."),
        (("--prices", "200%"), 2, "--prices: “200%” is more than the whole."),
        (("--target", "beaucoup"), 2, "--target: “beaucoup” is not an amount."),
        (("--cooperative", "opteo"), 1, "Did you mean “opteos”?"),
        (("--add", "Hôtel"), 2, "--add: “Hôtel” tells no client and amount."),
        (("--add", "Hôtel: 45O/month"), 2, "--add: “45O” is not an amount."),
        (("--add", "Hôtel: 450/moth"), 2, "--add: “moth” is not a rhythm."),
        (("--add", "Hôtel: 450 from mars"), 2, "--add: “mars” is not a month."),
        (("--add", "Docteur Allard: 450"), 2, "There is already a client “Docteur Allard”."),
        (("--add", "Hôtel: 450", "--add", "hôtel: 50"), 2, "There is already a client “hôtel”."),
        ((str(EXAMPLE), "--late", "30"), 2, "exclude each other."),
        (("--view", "sure"), 2, "“sure” is not known here."),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], code: int, told: str) -> None:
    found = compare(*arguments, lang="en")
    assert (found.exit_code, found.stdout) == (code, "")
    assert told in found.stderr


def test_why_the_month_moved(tmp_path: Path) -> None:
    old = tmp_path / "ancien.toml"
    text = EXAMPLE.read_text("utf-8")
    old.write_text(text.replace("amount = 450.00", "amount = 250.00"), "utf-8")
    found = compare(str(old), "--json").json
    assert found["first_salary"]["new"] == "2023-08"
    [step] = found["steps"]
    assert (step["kind"], step["name"], step["how"]) == ("clients", "Mairie de Montgardin",
                                                         "changed")  # fmt: skip
    # 200 more a month, 12 % of which are taken, from November 2022 to the month that binds
    assert found["short"]["old"] - found["short"]["new"] == pytest.approx(
        step["brings"] + found["rest"]
    )
    shown = compare(str(old), lang="en").stdout
    assert "client changed: Mairie de Montgardin" in shown
    same = compare(str(EXAMPLE), lang="en").stdout
    assert "Nothing that counts differs." in same


def test_an_old_dossier_that_is_not_there() -> None:
    found = compare("no-such.toml", lang="en")
    assert (found.exit_code, found.stdout) == (1, "")
    assert "There is no dossier no-such.toml." in found.stderr


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_fits_eighty_columns(lang: str) -> None:
    shown = compare("--without-client", "Menuiserie Faure", "--late", "30", "--prices", "-5%",
                    lang=lang, tty=True, env={"NO_COLOR": "1"}).stdout  # fmt: skip
    assert [line for line in shown.splitlines() if len(line) > 80] == []


def test_as_a_table() -> None:
    header, recorded, tried = compare("--target", "450", "--csv", lang="en").stdout.splitlines()
    assert header == (
        "Scenario,First salary,Lasting net,Lowest treasury,Turnover over twelve months,Deadline"
    )
    assert recorded.startswith("as recorded,2023-08,907.00,")
    assert tried.startswith("aiming for €450 net,")


def test_scenarios_of_the_file_stand_beside_the_one_that_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "cae.toml"
    told = '\n[[scenarios]]\nname = "Creux"\nlate = 30\nwithout_client = ["Docteur Allard"]\n'
    more = '[[scenarios]]\nname = "Mieux"\nprices = 0.1\ntarget = 950\n'
    path.write_text(EXAMPLE.read_text("utf-8") + told + more, "utf-8")
    found = run_cae("compare", "-f", str(path), "--today", TODAY, "--target", "800", "--json").json
    assert [one["name"] for one in found["scenarios"]] == ["", "Creux", "Mieux"]
    creux, mieux = found["scenarios"][1:]
    assert (creux["late"], creux["without_client"]) == (30, ["Docteur Allard"])
    assert (mieux["prices"], mieux["target"]) == (0.1, 950)
    shown = run_cae("compare", "-f", str(path), "--today", TODAY, lang="en").stdout
    assert "Creux: without Docteur Allard and paid 30 days later" in shown
