"""`cae explain`: every figure, on the lines of the file, in both languages; what it refuses."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.kit import run_cae

EXAMPLE = Path(__file__).parents[2] / "examples" / "marcelle-et-lulu.toml"
FIGURES = ("first-salary", "lasting-net", "short", "treasury", "contribution", "cost", "deadline")


def explain(*arguments: str, **options: Any) -> Any:
    return run_cae("explain", *arguments, "-f", str(EXAMPLE), "--today", "2023-03-01", **options)


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_sentence_and_at_most_seven_lines_that_add_up(figure: str, lang: str) -> None:
    found = explain(figure, lang=lang)
    assert (found.exit_code, found.stderr) == (0, "")
    said, _, parts = found.stdout.partition("\n\n")
    assert 2 <= len(said.splitlines()) <= 4
    lines = [line.split("  ")[0] if line[:1] != " " else line.strip().split("  ")[0]
             for line in parts.splitlines()]  # fmt: skip
    assert 1 <= len(lines) - 1 <= 7
    cents = [
        int("".join(c for c in line if c.isdigit())) * (-1 if "−" in line else 1) for line in lines
    ]
    assert sum(cents[:-1]) == cents[-1]


def test_lines_of_the_file_and_rules_are_named() -> None:
    shown = explain("treasury", "2024-02", lang="en").stdout
    lines = EXAMPLE.read_text("utf-8").splitlines()
    number = 1 + next(i for i, line in enumerate(lines) if "Deux ordinateurs" in line) - 1
    assert f"Deux ordinateurs d'occasion, once ({EXAMPLE}:{number})" in shown
    assert "[CSS D242-4]" in explain("lasting-net", lang="en").stdout
    assert "Code du travail, L7331-3" in explain("deadline", lang="en").stdout


def test_all_of_it_on_demand() -> None:
    short, deep = (explain("treasury", "2024-02", *flags, lang="en").stdout.splitlines()
                   for flags in ((), ("--deep",)))  # fmt: skip
    assert len(deep) > len(short)
    assert any("Coopérative Alpes Bois" in line for line in deep) is False  # not signed
    assert any("Association Montagne Partagée" in line for line in deep)


def test_in_json() -> None:
    found = explain("short", "2023-07", "--json").json
    # July 2023 lacks 148.24 at the end of February 2024: see `cae levers`
    assert (found["figure"], found["month"], found["unit"]) == ("short", "2023-07", "euros")
    assert found["value"] == 148.24
    assert round(sum(part["value"] for part in found["parts"]), 2) == 148.24
    reserve = found["parts"][0]
    lines = EXAMPLE.read_text("utf-8").splitlines()
    assert lines[reserve["line"] - 1].startswith("reserve_months")
    assert explain("deadline", "--json").json["unit"] == "days"


def test_without_a_figure_the_first_salary() -> None:
    assert explain("--json").json["figure"] == "first-salary"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("tresury",), "Did you mean treasury?"),
        (("first-salary", "2023-07"), "first-salary has no month of its own."),
        (("short", "2023-02"), "MONTH: February 2023 is past."),
        (("treasury", "2022-09"), "MONTH: September 2022 is past."),
        (("cost", "2030-01"), "MONTH: January 2030 is too far."),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], told: str) -> None:
    found = explain(*arguments, lang="en")
    assert (found.exit_code, found.stdout) == (2, "")
    assert told in found.stderr


def test_a_month_that_is_past_has_a_treasury() -> None:
    # 700 of computers and 58 of telephone in October 2022
    assert explain("treasury", "2022-10", "--json").json["value"] == -758


def test_where_there_is_no_such_figure(tmp_path: Path) -> None:
    path = tmp_path / "cae.toml"
    path.write_text('format = 1\nactivity = { name = "x" }\n', "utf-8")
    for figure in FIGURES:
        found = run_cae("explain", figure, "-f", str(path), lang="en")
        assert (found.exit_code, found.stderr) == (0, "")
    found = run_cae("explain", "deadline", "-f", str(path), "--json")
    assert found.json["parts"] == []


@pytest.mark.parametrize("figure", FIGURES)
def test_it_fits_eighty_columns(figure: str) -> None:
    shown = explain(figure, tty=True, env={"NO_COLOR": "1"}).stdout
    assert [line for line in shown.splitlines() if len(line) > 80] == []


def test_as_a_table() -> None:
    header, *rows = explain("contribution", "2023-09", "--csv", lang="en").stdout.splitlines()
    assert header == "Part,Value,Where,Rule"
    assert rows[0].startswith('"by the scale, on what the period brings so far",350.16,')
