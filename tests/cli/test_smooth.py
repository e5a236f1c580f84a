"""`cae smooth`: on the example, in both languages, and what it refuses."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.kit import run_cae

EXAMPLE = Path(__file__).parents[2] / "examples" / "marcelle-et-lulu.toml"


def smooth(*arguments: str, **options: Any) -> Any:
    return run_cae("smooth", *arguments, "-f", str(EXAMPLE), "--today", "2023-03-01", **options)


def test_the_constant_cost_from_august() -> None:
    found = smooth("--json").json
    assert len(found["starts"]) == 12
    august = next(one for one in found["starts"] if one["month"] == "2023-08")
    # 32,887.84 at the end of June 2024 for eleven months and two kept
    assert (august["constant_cost"], august["binding_month"]) == (2529.83, "2024-06")
    assert found["chosen"] == "2023-08"
    assert found["ways"]["smoothed"]["pension_quarters"] == 4


def test_a_start_may_be_chosen() -> None:
    assert smooth("2023-10", "--json").json["chosen"] == "2023-10"
    assert smooth("2024-08", "--json").json["chosen"] == "2024-08"  # beyond the coming year


def test_a_fixed_part_may_be_told() -> None:
    small, large = (smooth("--fixed", net, "--json").json["ways"] for net in ("100", "800"))
    assert small["reduction_lost"] > large["reduction_lost"] > 0
    assert smooth("--fixed", "2000", "--json").json["ways"]["with_balance"] is None


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("2023-02",), "MONTH: February 2023 is past."),
        (("2030-01",), "MONTH: January 2030 is too far."),
        (("--fixed", "-5"), "--fixed: “-5” is negative."),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], told: str) -> None:
    found = smooth(*arguments, lang="en")
    assert (found.exit_code, found.stdout) == (2, "")
    assert told in found.stderr


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_fits_eighty_columns(lang: str) -> None:
    shown = smooth(lang=lang, tty=True, env={"NO_COLOR": "1"}).stdout
    assert [line for line in shown.splitlines() if len(line) > 80] == []


def test_as_a_table() -> None:
    header, *rows = smooth("--csv", lang="en").stdout.splitlines()
    assert header == "Start,Constant cost,Constant net,Month that decides,Lasts"
    assert "2023-08,2529.83,973.72,2024-06,no" in rows


@pytest.mark.parametrize(
    ("settlement", "told"),
    [
        ("", "Ask your cooperative whether it may stay"),
        ('carry = "all"', "It may stay in the account over the year's end."),
        ('carry = "none"', "It may not stay over the year's end"),
        ('carry = "until"\nuntil = 7', "It may stay in the account until the end of July 2024."),
    ],
)
def test_what_may_stay_over_the_year_end(tmp_path: Path, settlement: str, told: str) -> None:
    path = tmp_path / "cae.toml"
    text = EXAMPLE.read_text("utf-8") + f"\n[cooperative.settlement]\n{settlement}\n"
    path.write_text(text, "utf-8")
    shown = run_cae("smooth", "-f", str(path), "--today", "2023-03-01", lang="en").stdout
    assert told in shown
    assert "is left at the end of December 2023" in shown
