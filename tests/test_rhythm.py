"""Dates are computed from the start: no drift, no month skipped."""

import datetime as dt
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cae_cli.rhythm import (
    Recurrence,
    Schedule,
    occurrences,
    walked,
    yearly_days_after,
    years_between,
)

MONTHLY, QUARTERLY, YEARLY = Recurrence(1), Recurrence(3), Recurrence(12)
ONCE, WEEKLY, FORTNIGHTLY = Recurrence(0), Recurrence(1, "week"), Recurrence(2, "week")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def dates(schedule: Schedule, first: str = "2000-01-01", last: str = "2024-12-31") -> list[str]:
    return [str(found) for found in occurrences(schedule, day(first), day(last)).days]


def test_the_end_of_the_month_is_kept() -> None:
    schedule = Schedule(day("2024-01-31"), MONTHLY)
    assert dates(schedule, last="2024-05-31") == [
        "2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31",
    ]  # fmt: skip


def test_a_leap_day_each_year() -> None:
    schedule = Schedule(day("2020-02-29"), YEARLY)
    assert dates(schedule) == [
        "2020-02-29", "2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29",
    ]  # fmt: skip


def test_a_quarter_is_anchored_to_its_own_start() -> None:
    schedule = Schedule(day("2023-11-30"), QUARTERLY)
    assert dates(schedule, last="2024-11-30") == [
        "2023-11-30", "2024-02-29", "2024-05-30", "2024-08-30", "2024-11-30",
    ]  # fmt: skip


def test_weeks_are_seven_days() -> None:
    assert dates(Schedule(day("2024-02-26"), WEEKLY), last="2024-03-11") == [
        "2024-02-26", "2024-03-04", "2024-03-11",
    ]  # fmt: skip
    assert dates(Schedule(day("2024-12-09"), FORTNIGHTLY)) == ["2024-12-09", "2024-12-23"]


def test_every_five_months() -> None:
    schedule = Schedule(day("2023-10-31"), Recurrence(5))
    assert dates(schedule) == ["2023-10-31", "2024-03-31", "2024-08-31"]


def test_once_is_once_and_the_season_applies_to_it() -> None:
    assert dates(Schedule(day("2024-03-15"), ONCE)) == ["2024-03-15"]
    assert dates(Schedule(day("2024-03-15"), ONCE, months=(4,))) == []


def test_an_end_is_inclusive() -> None:
    assert dates(Schedule(day("2024-10-15"), MONTHLY, end=day("2024-12-15"))) == [
        "2024-10-15", "2024-11-15", "2024-12-15",
    ]  # fmt: skip
    assert dates(Schedule(day("2024-10-15"), MONTHLY, end=day("2024-12-14")))[-1] == "2024-11-15"


def test_a_count_counts_what_the_season_keeps() -> None:
    schedule = Schedule(day("2023-10-01"), MONTHLY, most=4, months=(3, 4, 10))
    # October 2023, then March and April 2024, then October 2024
    assert dates(schedule) == ["2023-10-01", "2024-03-01", "2024-04-01", "2024-10-01"]


def test_a_count_is_followed_from_the_start_whatever_the_window() -> None:
    schedule = Schedule(day("2023-10-01"), MONTHLY, most=4)
    assert dates(schedule, first="2023-12-15") == ["2024-01-01"]


def numbers(schedule: Schedule, first: str, last: str = "2024-12-31") -> tuple[int, list[str]]:
    found = occurrences(schedule, day(first), day(last))
    return found.number, [str(one) for one in found.days]


def test_the_number_of_an_occurrence_counts_from_the_start() -> None:
    monthly = Schedule(day("2023-10-15"), MONTHLY)  # 15 Dec is the third, 15 Jan the fourth
    assert numbers(monthly, "2023-12-16", "2024-02-14") == (4, ["2024-01-15"])
    assert numbers(monthly, "2023-12-15", "2023-12-15") == (3, ["2023-12-15"])
    weekly = Schedule(day("2024-01-01"), WEEKLY)  # 1, 8, 15, 22 January
    assert numbers(weekly, "2024-01-16", "2024-01-28") == (4, ["2024-01-22"])
    assert numbers(Schedule(day("2024-03-15"), ONCE), "2024-03-15") == (1, ["2024-03-15"])


def test_the_number_of_an_occurrence_counts_what_the_season_keeps() -> None:
    schedule = Schedule(day("2023-01-10"), MONTHLY, months=(3, 9))
    # March and September 2023, then March 2024: the third
    assert numbers(schedule, "2024-01-01", "2024-08-31") == (3, ["2024-03-10"])


def test_a_count_that_is_used_up_leaves_nothing() -> None:
    schedule = Schedule(day("2006-12-05"), MONTHLY, most=12)
    assert dates(schedule, first="2007-11-05") == ["2007-11-05"]  # the twelfth
    assert dates(schedule, first="2007-11-06") == []


def test_the_window_is_inclusive() -> None:
    schedule = Schedule(day("2020-01-15"), MONTHLY)
    assert dates(schedule, "2024-03-15", "2024-05-15") == ["2024-03-15", "2024-04-15", "2024-05-15"]
    assert dates(schedule, "2024-03-16", "2024-05-14") == ["2024-04-15"]


@pytest.mark.parametrize(
    ("start", "on", "years"),
    [
        ("2023-03-31", "2024-03-30", 0),  # the anniversary counts to the day
        ("2023-03-31", "2024-03-31", 1),
        ("2023-03-31", "2024-04-01", 1),
        ("2020-02-29", "2021-02-27", 0),
        ("2020-02-29", "2021-02-28", 1),  # the last day of a February that is not leap
        ("2020-02-29", "2024-02-28", 3),  # a leap February has its 29th
        ("2020-02-29", "2024-02-29", 4),
        ("2023-12-31", "2024-01-01", 0),
        ("2023-05-10", "2023-05-10", 0),
    ],
)
def test_whole_years(start: str, on: str, years: int) -> None:
    assert years_between(day(start), day(on)) == years


schedules = st.builds(
    Schedule,
    start=st.dates(day("2015-01-01"), day("2030-12-31")),
    every=st.builds(Recurrence, st.integers(1, 30), st.sampled_from(["day", "week", "month"])),
    most=st.none() | st.integers(1, 60),
    months=st.none() | st.sets(st.integers(1, 12), min_size=1).map(tuple),
)


@given(schedules, st.dates(day("2015-01-01"), day("2035-12-31")), st.integers(0, 2000))
def test_no_date_is_lost_between_two_windows(schedule: Schedule, cut: dt.date, days: int) -> None:
    last = cut + dt.timedelta(days=days)
    before = occurrences(schedule, schedule.start, cut)
    after = occurrences(schedule, cut + dt.timedelta(days=1), last)
    assert before.days + after.days == occurrences(schedule, schedule.start, last).days
    assert before.number == 1
    if after.days:
        assert after.number == len(before.days) + 1


@given(schedules)
def test_dates_stay_on_the_day_of_the_start_or_the_month_end(schedule: Schedule) -> None:
    for found in occurrences(schedule, schedule.start, day("2036-12-31")).days:
        if schedule.every.days:
            assert (found - schedule.start).days % schedule.every.days == 0
        else:
            month_end = (found + dt.timedelta(days=1)).day == 1
            assert found.day == schedule.start.day or (found.day < schedule.start.day and month_end)


@pytest.mark.parametrize("unit", ["week", "month"])
def test_a_long_past_is_not_walked(unit: Literal["week", "month"]) -> None:
    schedule = Schedule(day("1990-01-31"), Recurrence(1, unit))
    assert len(dates(schedule, "2024-11-25", "2024-12-31")) in (2, 5)


def test_the_last_day_of_each_month() -> None:
    schedule = Schedule(day("2024-01-15"), Recurrence(1, "month-end"))
    assert dates(schedule, last="2024-03-30") == ["2024-01-31", "2024-02-29"]
    assert dates(schedule, "2024-02-29", "2024-02-29") == ["2024-02-29"]
    assert numbers(schedule, "2024-03-01", "2024-03-31") == (3, ["2024-03-31"])


def test_days_are_counted_one_by_one() -> None:
    schedule = Schedule(day("2024-02-25"), Recurrence(3, "day"))
    assert dates(schedule, last="2024-03-05") == [
        "2024-02-25", "2024-02-28", "2024-03-02", "2024-03-05",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "on", "yearly", "times"),
    [
        ("2025-09-01", "2025-12-31", (1, 1), 0),
        ("2025-09-01", "2026-01-01", (1, 1), 1),
        ("2025-09-01", "2027-01-01", (1, 1), 2),
        ("2026-01-01", "2026-12-31", (1, 1), 0),  # the start itself does not count
        ("2026-01-01", "2027-01-01", (1, 1), 1),
        ("2025-12-31", "2026-01-01", (1, 1), 1),
        ("2025-03-10", "2025-06-14", (6, 15), 0),
        ("2025-03-10", "2025-06-15", (6, 15), 1),
        ("2025-06-15", "2026-06-14", (6, 15), 0),
    ],
)
def test_days_of_every_year_after_a_start(
    start: str, on: str, yearly: tuple[int, int], times: int
) -> None:
    assert yearly_days_after(day(start), day(on), yearly) == times


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("once", Recurrence(0)),
        ("month", Recurrence(1)),
        ("quarter", Recurrence(3)),
        ("half-year", Recurrence(6)),
        ("year", Recurrence(12)),
        ("week", Recurrence(1, "week")),
        ("2 weeks", Recurrence(2, "week")),
        ("month-end", Recurrence(1, "month-end")),
        ("10 days", Recurrence(10, "day")),
        ("5 months", Recurrence(5)),
    ],
)
def test_recurrences_are_read_and_written(text: str, recurrence: Recurrence) -> None:
    assert Recurrence.parse(text) == recurrence
    assert str(recurrence) == text


@pytest.mark.parametrize("text", ["", "monthly", "0 days", "2 years", "10000 days", "1 day", "²"])
def test_other_rhythms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        Recurrence.parse(text)


@given(schedules, st.dates(day("2015-01-01"), day("2035-12-31")), st.integers(0, 2000))
def test_no_fewer_dates_are_foreseen_than_are_looked_at(
    schedule: Schedule, first: dt.date, length: int
) -> None:
    last = first + dt.timedelta(days=length)
    assert walked(schedule, first, last) >= len(occurrences(schedule, first, last).days)
