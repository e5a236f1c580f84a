"""The months of a projection, counted on a calendar."""

import datetime as dt

from cae_cli.forecast.projection.horizon import Horizon, horizon
from cae_cli.months import Month


def of(first: str, today: dt.date, sustain: int = 12, decided: str | None = None) -> Horizon:
    start = None if decided is None else Month.parse(decided)
    return horizon(Month.parse(first), today, sustain, start)


def test_candidates_are_the_36_months_from_that_of_today() -> None:
    found = of("2022-10", dt.date(2023, 3, 31))
    # October, November, December, January, February: five months before March
    assert found.present == 5
    assert found.candidates == range(5, 41)
    assert found.next_months == range(5, 17)
    assert str(found.first + found.next_months[-1]) == "2024-02"
    assert str(found.last_candidate) == "2026-02"
    # the last one, February 2026, is followed for 24 months, up to January 2028
    assert (found.last_start, found.look) == (40, 24)
    assert found.length == 64
    assert str(found.last) == "2028-01"
    assert [str(month) for month in (found.months[0], found.months[-1])] == ["2022-10", "2028-01"]
    assert len(found.months) == 64


def test_it_begins_with_today_where_that_is_earlier() -> None:
    found = of("2023-06", dt.date(2023, 3, 1))
    assert (found.present, found.candidates) == (0, range(36))
    assert str(found.last_candidate) == "2026-05"
    assert of("2023-06", dt.date(2023, 6, 1)).present == 0
    assert of("2023-06", dt.date(2023, 7, 1)).present == 1


def test_a_pay_that_must_hold_longer_is_followed_longer() -> None:
    assert of("2023-06", dt.date(2023, 6, 1), sustain=24).look == 24
    found = of("2023-06", dt.date(2023, 6, 1), sustain=25)
    assert (found.look, found.length) == (25, 35 + 25)


def test_a_decided_month_after_the_candidates_is_computed_too() -> None:
    today = dt.date(2023, 6, 1)
    assert of("2023-06", today, decided="2026-05").last_start == 35
    later = of("2023-06", today, decided="2026-06")
    assert (later.last_start, later.length) == (36, 60)
    assert str(later.last_candidate) == "2026-05"  # where a first salary is looked for
    assert of("2023-06", today, decided="2020-01").last_start == 35


def test_months_have_a_place() -> None:
    found = of("2023-06", dt.date(2023, 6, 1))
    assert found.place_of(Month.parse("2023-06")) == 0
    assert found.place_of(Month.parse("2024-06")) == 12
    assert found.place_of(Month.parse("2022-01")) == 0
