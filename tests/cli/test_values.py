import datetime as dt

import pytest

from cae_cli.cli.shell import values
from cae_cli.errors import UsageError
from cae_cli.months import Month
from tests.cli.test_numbers import refusal


def test_days() -> None:
    assert values.day("2026-11-23", "--start") == dt.date(2026, 11, 23)
    assert values.day("2024-02-29", "--start") == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "what", "remedy"),
    [
        ("2025-02-29", "not a day of the calendar", "2026-11-23"),
        ("20261123", "not a date", "2026-11-23"),
        ("2026-W01-1", "not a date", "2026-11-23"),
        ("3/10/2022", "not a date", "such as 2022-10-03"),
        ("03.10.2022", "not a date", "such as 2022-10-03"),
        ("1066-10-14", "out of reach", "from 1990 to 2199"),
    ],
)
def test_refused_days(text: str, what: str, remedy: str) -> None:
    told = refusal(values.day, text)
    assert what in told[0]
    assert remedy in told[1]


def test_months_of_a_year() -> None:
    assert values.month("2026-11", "--month") == Month.parse("2026-11")
    assert refusal(values.month, "2026-13")[0] == "--flag: “2026-13” is not a month."
    assert refusal(values.month, "11/2026")[1].endswith("such as 2026-11.")


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("3,4,5,9,10", (3, 4, 5, 9, 10)),
        ("[3, 4]", (3, 4)),
        ("3-5,9", (3, 4, 5, 9)),
        ("11-2", (1, 2, 11, 12)),
        ("9 9 3", (3, 9)),
        ("12", (12,)),
    ],
)
def test_seasons(text: str, months: tuple[int, ...]) -> None:
    assert values.months(text, "--months") == months


@pytest.mark.parametrize("text", ["", "0", "13", "mars", "3-", "3-13", "3,,x"])
def test_refused_seasons(text: str) -> None:
    assert "not a list of months" in refusal(values.months, text)[0]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("month", "month"),
        ("Half-Year", "half-year"),
        (" 2  weeks ", "2 weeks"),
        ("1 month", "month"),
        ("1 weeks", "week"),
        ("18 months", "18 months"),
    ],
)
def test_recurrences(text: str, read: str) -> None:
    assert values.every(text, "--every") == read


def test_refused_recurrences() -> None:
    assert refusal(values.every, "monthly")[1].startswith("Did you mean month?")
    assert refusal(values.every, "2 days")[0] == "--flag: “2 days” is not a rhythm."


def test_choices() -> None:
    assert values.choice("cape", "--kind", ("cape", "cesa")) == "cape"
    assert refusal(lambda text, flag: values.choice(text, flag, ("cape", "cesa")), "CAPE") == (
        "--flag: “CAPE” is not known here.",
        "Did you mean cape? Known: cape, cesa.",
    )


def test_whole_numbers() -> None:
    assert values.whole("36", "--months", 1, 600) == 36
    assert refusal(values.whole, "3.5")[0] == "--flag: “3.5” is not a whole number."
    assert refusal(values.whole, "9" * 13)[0].endswith("is not a whole number.")
    with pytest.raises(UsageError):
        values.whole("0", "--months", 1, 600)
    with pytest.raises(UsageError):
        values.whole("601", "--months", 1, 600)
    assert values.whole("600", "--months", 1, 600) == 600


def test_names() -> None:
    assert values.name("Mairie d’Embrun", "NAME") == "Mairie d’Embrun"
    assert refusal(values.name, "  ")[0] == "--flag: the text is empty."
    assert refusal(values.name, "x" * 201)[0] == f"--flag: “{'x' * 20}…” is too long."


def test_absent_flag_is_no_value() -> None:
    assert values.given(values.month, None, "--month") is None
    assert values.given(values.month, "2026-11", "--month") == Month.parse("2026-11")
