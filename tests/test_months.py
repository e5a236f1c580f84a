"""Months add and compare; steps keep the day or clamp it to the month's end."""

import datetime as dt

import pytest

from cae_cli.months import Month, add_months, add_years, end_of_month


def test_a_month_reads_and_writes_itself() -> None:
    month = Month.parse("2026-11")
    assert (month.year, month.number, str(month)) == (2026, 11, "2026-11")
    assert month == Month.of(dt.date(2026, 11, 30))


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "2026-1", "11-2026", "2026-11-01", "nov"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        Month.parse(text)


def test_months_cross_the_year() -> None:
    assert str(Month.parse("2026-11") + 3) == "2027-02"
    assert Month.parse("2027-02") - Month.parse("2026-11") == 3


def test_a_month_knows_its_days() -> None:
    assert Month.parse("2024-02").first_day == dt.date(2024, 2, 1)
    assert Month.parse("2024-02").last_day == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 2, "2023-03-31"),
        ("2023-03-31", -1, "2023-02-28"),
        ("2023-11-15", 14, "2025-01-15"),
    ],
)
def test_months_are_added_by_the_calendar(day: str, months: int, later: str) -> None:
    assert add_months(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(later)


def test_a_leap_day_falls_back_to_the_28th() -> None:
    assert add_years(dt.date(2024, 2, 29), 3) == dt.date(2027, 2, 28)
    assert add_years(dt.date(2024, 2, 29), 4) == dt.date(2028, 2, 29)


def test_the_end_of_a_month() -> None:
    assert end_of_month(dt.date(2023, 2, 3)) == dt.date(2023, 2, 28)
