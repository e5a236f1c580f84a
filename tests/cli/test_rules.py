"""`cae rules`: figures are those of the decrees and agreements it names."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.kit import Result, run_cae


def rules(*arguments: str, **options: object) -> Result:
    return run_cae("rules", *arguments, **options)  # type: ignore[arg-type]


def test_a_month_as_a_document() -> None:
    found = rules("--month", "2025-03", "--json").json
    assert (found["command"], found["month"]) == ("rules", "2025-03")
    assert found["smic"] == {
        "hourly": 11.88, "monthly": 1801.8, "since": "2024-11", "until": None,
        "text": "décret 2024-951",
    }  # fmt: skip
    assert found["ceiling"]["monthly"] == 3925
    assert found["working_time"]["hours_per_year"] == 1820
    lines = {line["code"]: line for line in found["contributions"]}
    health = lines["health"]
    assert (health["employer_rate"], health["employee_rate"]) == (0.13, None)
    assert (health["reduced_employer_rate"], health["reduced_up_to_smic"]) == (0.07, 2.25)
    assert health["text"] == "décret 2025-318"
    assert lines["unemployment"]["employer_rate"] == 0.0405  # 4.00 % from May on
    assert lines["social_dialogue"]["employer_rate"] == 0.00016
    assert (lines["housing_aid_large"]["headcount_from"], lines["housing_aid_small"][
        "headcount_below"]) == (50, 50)  # fmt: skip
    assert "arrco_1" not in lines  # ended in 2018
    assert found["reduction"]["amplitude_small"] == 0.3194
    assert found["assumptions"] == []


def test_every_value_has_a_text() -> None:
    for month in ("2017-01", "2019-10", "2026-11"):
        found = rules("--month", month, "--json").json
        values = [found["smic"], found["ceiling"], found["working_time"], found["reduction"]]
        for value in (*values, *found["contributions"]):
            assert value["text"]
            assert "2017-01" <= value["since"] <= month


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("month", ["2017-01", "2019-10", "2025-03", "2026-11"])
def test_the_page_names_every_line_in_80_columns(lang: str, month: str) -> None:
    shown = rules("--month", month, lang=lang).stdout
    table = shown.split("\n\n")[2].splitlines()
    assert max(map(len, table)) <= 80
    for line in rules("--month", month, "--json", lang=lang).json["contributions"]:
        assert line["name"].split()[0] in shown
        assert line["text"].split()[0] in shown


def test_the_page_in_words() -> None:
    shown = " ".join(rules("--month", "2025-03", lang="en").stdout.split())
    assert "SMIC: €11.88 an hour, €1,801.80 a month at full time" in shown
    assert "7% if pay does not exceed 2.25 SMIC of January 2025" in shown
    assert "T = 0.3194 below 50 staff, 0.3234 from 50 staff on" in shown
    later = " ".join(rules(lang="en").stdout.split())  # today's month, 2026-11
    assert "SMIC of the formula: that of January 2026." in later
    assert "from Jun 2026 to Dec 2026: décret 2026-509 (au titre de 2026)" in later
    after = " ".join(rules("--month", "2027-01", lang="en").stdout.split())
    assert "SMIC of the formula" not in after
    assert "since Jan 2026: décrets 2025-887 et 2025-1446" in after


def test_the_end_of_a_value_is_data_too() -> None:
    found = rules("--json").json  # today's month, 2026-11
    assert (found["reduction"]["smic_of"], found["reduction"]["until"]) == ("2026-01", "2026-12")
    after = rules("--month", "2027-01", "--json").json["reduction"]
    assert (after["smic_of"], after["until"]) == (None, None)
    rows = list(csv.DictReader(io.StringIO(rules("--csv", lang="en").stdout)))
    assert {row["Until"] for row in rows if row["Code"] == "reduction"} == {"2026-12"}
    assert {row["Until"] for row in rows if row["Code"] == "smic"} == {""}


def test_the_csv_has_one_row_a_value() -> None:
    text = rules("--month", "2025-03", "--csv", lang="en").stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    found = {(row["Code"], row["Key"]): row["Value"] for row in rows}
    assert found["smic", "euros"] == "11.88"
    assert found["health", "reduced"] == "7"


def test_after_the_last_known_month_it_is_said() -> None:
    notes = rules("--month", "2027-01", "--json", lang="en").json["assumptions"]
    assert {note["code"]: note["text"] for note in notes} == {
        "payroll-extrapolated": "After December 2026, the last known payroll rules are held.",
        "payroll-ended": "What a text set for a time ends with it: "
        "décret 2026-509 (au titre de 2026).",
    }
    assert rules("--month", "2026-12", "--json").json["assumptions"] == []
    assert rules("--month", "2016-12").exit_code == 1
    assert rules("--month", "mars").exit_code == 2


RULES = """
known_until = "2027-12"
[smic]
2027-01 = { euros = 12.55, text = "décret 2026-9999" }
[contribution.health]
2027-01 = { employer = 12.50, text = "LFSS 2027" }
"""


def test_a_file_laid_over_what_ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paie.toml").write_text(RULES, encoding="utf-8")
    found = rules("--month", "2027-03", "--rules", "paie.toml", "--json").json
    assert found["smic"]["hourly"] == 12.55
    assert found["contributions"][0]["employer_rate"] == 0.125
    assert [note["code"] for note in found["assumptions"]] == ["payroll-rules-file"]
    same = rules("--month", "2027-03", "--json", env={"CAE_RULES": "paie.toml"}).json
    assert same["smic"] == found["smic"]


@pytest.mark.parametrize("command", ["simulate", "timeline"])
def test_the_projection_uses_it_too(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paie.toml").write_text(RULES, encoding="utf-8")
    (tmp_path / "cae.toml").write_text(
        'format = 1\nactivity = { name = "Essai" }\n'
        'treasury = { balance = 50000, month = "2027-01" }\nsalary = { net_target = 1500 }\n'
        '[[clients]]\nname = "Mairie"\n'
        'prestations = [{ label = "x", amount = 4000, start = 2026-12-01 }]\n',
        encoding="utf-8",
    )
    found = run_cae(command, "--rules", "paie.toml", "--json").json
    assert "payroll-rules-file" in [note["code"] for note in found["assumptions"]]
    if command == "simulate":
        plain = run_cae(command, "--json").json
        (with_file,), (without,) = found["salary"], plain["salary"]
        # health at 12.50 % for 13 %, and the reduction with hours at 12.55 for 12.31
        assert with_file["gross"] == without["gross"]
        assert with_file["employer_cost"] != without["employer_cost"]
    refused = run_cae(command, "--rules", "none.toml", lang="en")
    assert refused.exit_code == 1
    assert "none.toml" in refused.stderr


def test_names_and_texts_of_a_file_are_data(tmp_path: Path) -> None:
    own = tmp_path / "r.toml"
    own.write_text(
        'contribution.at_mp.name = "N \\u001b]0;OWNED\\u0007 {0}"\n'
        'contribution.at_mp."2026-01" = { employee = 1, text = "T \\u001b[31m\\u202e {x}" }\n'
        "[contribution.health]\n"
        'name = "SMIC"\n'  # a message of the program, and yet not said by it
    )
    for command in (["rules"], ["salary", "--net", "1400", "--lines"]):
        for form in ([], ["--json"], ["--csv"]):
            told = run_cae(*command, *form, "--month", "2026-02", "--rules", str(own), tty=not form)
            assert told.exit_code == 0
            assert not set("\x1b\x07\u202e") & set(told.stdout.replace("\x1b[", "["))
            assert "OWNED" in told.stdout
