"""What `cae salary` warns of and rests on, in text and in every form for programs."""

import csv
import io
import json

import pytest

from tests.cli.kit import Result, run_cae

COVER = ("--health-insurance-employee", "29", "--month", "2026-02")
# 10 gross: old age 0.69 + 0.04, pension 0.32 (0.315), CEG 0.09, CSG on 9.83 0.67 + 0.29: 2.10; and
# 29 of mutuelle: 10 − 31.10 = − 21.10


def salary(*flags: str, lang: str = "en", stdin: str = "") -> Result:
    return run_cae("salary", *flags, lang=lang, stdin=stdin)


def codes(notes: list[dict[str, str]]) -> list[str]:
    return [note["code"] for note in notes]


def test_a_net_below_zero_is_warned_of_in_text() -> None:
    shown = salary("--gross", "10", *COVER).stdout
    assert "−€21.10 net" in shown
    assert "! The net is below zero" in shown
    assert "€21.10 would have to be paid in" in shown
    french = salary("--gross", "10", *COVER, lang="fr").stdout
    assert "! Le net est négatif" in french


def test_a_net_of_zero_is_not() -> None:
    # the smallest gross whose net, 29 taken, reaches 0
    found = salary("--net", "0", *COVER, "--json").json
    assert found["net"] >= 0
    assert found["warnings"] == []
    assert "below zero" not in salary("--net", "0", *COVER).stdout
    # without covers, no pay leaves 0
    assert "below zero" not in salary("--gross", "-", stdin="0\n").stdout
    year = salary("--gross", "-", "--year", "2026", "--json", stdin="0\n").json
    assert (year["annual"]["net"], year["warnings"]) == (0, [])


@pytest.mark.parametrize(
    "flags",
    [
        ("--gross", "10"),
        ("--gross", "0"),
        ("--cost", "20"),
        ("--turnover", "20", "--cooperative", "coodyssee"),
    ],
)
def test_a_net_below_zero_is_warned_of_from_every_side(flags: tuple[str, ...]) -> None:
    found = salary(*flags, *COVER, "--json")
    assert found.json["net"] < 0
    assert codes(found.json["warnings"]) == ["negative-net"]
    assert found.stderr == ""
    assert "below zero" in salary(*flags, *COVER, "--csv").stderr


def test_in_a_list_each_line_of_json_has_its_own_warnings() -> None:
    found = salary("--gross", "-", *COVER, "--json", stdin="10\n2000\n")
    first, second = map(json.loads, found.stdout.splitlines())
    assert (codes(first["warnings"]), second["warnings"]) == (["negative-net"], [])
    assert found.stderr == ""


def test_in_a_list_for_people_they_are_counted() -> None:
    told = "! The net of 2 pays is below zero"
    assert told in salary("--gross", "-", *COVER, stdin="10\n20\n2000\n").stdout
    assert told[2:] in salary("--gross", "-", *COVER, "--csv", stdin="10\n20\n2000\n").stderr
    assert "below zero" not in salary("--gross", "-", *COVER, stdin="2000\n").stdout


def test_in_a_year_the_months_are_named() -> None:
    flags = ("--gross", "-", "--year", "2026", "--health-insurance-employee", "29")
    shown = salary(*flags, stdin="2000\n10\n0\n").stdout
    assert "! The net is below zero in February 2026 and March 2026" in shown
    found = salary(*flags, "--json", stdin="2000\n10\n").json
    assert codes(found["warnings"]) == ["negative-net"]
    assert "year-counted" in codes(found["assumptions"])
    assert "below zero" in salary(*flags, "--csv", stdin="2000\n10\n").stderr
    assert salary(*flags, "--json", stdin="2000\n").json["warnings"] == []


def test_json_has_what_the_page_has() -> None:
    # 4 010 is just above the ceiling, 4 005: net falls there
    found = salary("--gross", "4010", "--month", "2027-01", "--json", "--cooperative", "coodyssee")
    assert codes(found.json["warnings"])[0] == "net-falls"
    assumed = codes(found.json["assumptions"])
    assert {"payroll", "month-alone", "payroll-extrapolated", "payroll-ended"} < set(assumed)
    assert found.stderr == ""
    assert codes(salary("--cost", "5600", "--month", "2025-09", "--json").json["warnings"]) == [
        "unspent"
    ]


@pytest.mark.parametrize(("headcount", "told"), [("249", False), ("250", True)])
def test_the_supplement_of_large_employers_is_said(headcount: str, *, told: bool) -> None:
    found = salary("--gross", "2000", "--headcount", headcount, "--json").json
    notes = {note["code"]: note["text"] for note in found["assumptions"]}
    assert ("apprenticeship-supplement" in notes) is told
    if told:
        assert "(0.05% to 0.6% of pay" in notes["apprenticeship-supplement"]
    assert "sick leave and maternity" in notes["absences"]


def test_a_csv_has_only_amounts() -> None:
    rows = list(csv.DictReader(io.StringIO(salary("--gross", "10", *COVER, "--csv").stdout)))
    assert rows[0]["Net"] == "-21.10"
