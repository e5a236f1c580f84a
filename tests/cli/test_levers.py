"""`cae levers`: on the example, in both languages, and what it refuses."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.kit import run_cae

EXAMPLE = Path(__file__).parents[2] / "examples" / "marcelle-et-lulu.toml"
TODAY = "2023-03-01"


def levers(*arguments: str, **options: Any) -> Any:
    return run_cae("levers", *arguments, "-f", str(EXAMPLE), "--today", TODAY, **options)


def test_the_sum_for_each_earlier_month() -> None:
    found = levers("--json", lang="en").json
    # From August the lowest treasury is 6,867.08, at the end of February 2024. From July one more
    # month of 2 × 1,168.16 is paid, and 2 × 2 × 1,169.75 must be left:
    # 4,679.00 + 2,336.32 − 6,867.08 = 148.24; from June 2,336.32 more, and so on.
    assert found["first_salary"] == "2023-08"
    assert [(one["month"], one["short"]) for one in found["earlier"]] == [
        ("2023-03", 9493.52), ("2023-04", 7157.2), ("2023-05", 4820.88), ("2023-06", 2484.56),
        ("2023-07", 148.24),
    ]  # fmt: skip
    assert {one["binding_month"] for one in found["earlier"]} == {"2024-02"}
    assert found["month"] == found["earlier"][-1]
    # 12 months from July: 6 × 2,336.32 + 6 × 2,339.50 against what the work brings
    assert found["month"]["lack_over_year"] == 197.24


def test_in_words() -> None:
    french = levers(lang="fr").stdout.replace("\u00a0", " ").replace("\u202f", " ")
    assert "Pour juillet 2023 : il manque 148,24 € à la fin de février 2024" in french
    assert "Garage du Buëch paie dès la facture" in french
    english = levers(lang="en").stdout
    assert "For July 2023: €148.24 is missing at the end of February 2024" in english


def test_another_month_may_be_asked_for() -> None:
    found = levers("2023-06", "--json").json
    assert (found["month"]["month"], found["month"]["short"]) == ("2023-06", 2484.56)
    held = levers("2023-09", lang="en")
    assert "From September 2023 on nothing is missing" in held.stdout
    assert levers("2023-09", "--json").json["levers"] == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_fits_eighty_columns(lang: str) -> None:
    shown = levers(lang=lang, tty=True, env={"NO_COLOR": "1"}).stdout
    assert [line for line in shown.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize(
    ("month", "told"),
    [
        ("2023-02", "MONTH: February 2023 is past."),
        ("2026-03", "MONTH: March 2026 is too far."),
        ("mars", "MONTH: “mars” is not a month."),
    ],
)
def test_months_that_are_refused(month: str, told: str) -> None:
    found = levers(month, lang="en")
    assert (found.exit_code, found.stdout) == (2, "")
    assert told in found.stderr


def test_the_first_and_the_last_month_are_not() -> None:
    assert levers("2023-03").exit_code == 0
    assert levers("2026-02").exit_code == 0


def test_a_view_is_chosen() -> None:
    # With the quote of Alpes Bois at 70 %, July lasts.
    assert levers("--view", "expected", "--json").json["first_salary"] == "2023-07"
    assert levers("--view", "sure").exit_code == 2


def test_as_a_table() -> None:
    found = levers("--csv", lang="en").stdout.splitlines()
    assert found[0] == (
        "Who decides,Lever,Brings,Brings over twelve months,First salary,Months gained,Enough"
    )
    assert "A client,Garage du Buëch pays on invoice,430.00,430.00,2023-07,1,yes" in found
