"""Contract histories whose dates are computed by hand, in the comment beside each."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cae_cli.months import add_months
from cae_cli.rules.contracts import (
    Clock,
    ContractSpan,
    Days,
    clock,
    gaps_between,
    overlapping,
    stretches,
)
from tests.rules.histories import day, spans

TODAY = "2026-11-23"


def told(*texts: str, today: str = TODAY) -> Clock:
    found = clock(spans(*texts), day(today))
    assert found is not None
    return found


# (contracts, customary date, legal deadline, days not counted, end of the trial)
HISTORIES = {
    # 2024-01-01 + 3 years; the 18 months of CAPE leave no trial of 8
    "cape then cesa": (
        ["cape 2024-01-01 2025-06-30", "cesa 2025-07-01"],
        "2027-01-01", "2027-01-01", 0, None,
    ),
    # 2026-02-15 + 3 years; + 8 months is 15 October
    "cesa alone": (["cesa 2026-02-15"], "2029-02-15", "2029-02-15", 0, "2026-10-15"),
    # 2027 has no 29 February: its last day of February; + 8 months is 29 October
    "cesa on 29 February": (["cesa 2024-02-29"], "2027-02-28", "2027-02-28", 0, "2024-10-29"),
    # July without a contract: 31 days; 1 January 2027 + 31 = 1 February
    # trial: 1 September 2024 + 31 = 2 October (September has 30 days)
    "one gap": (
        ["cape 2024-01-01 2024-06-30", "cesa 2024-08-01"],
        "2027-01-01", "2027-02-01", 31, "2024-10-02",
    ),
    # September (30) + 1 to 15 April (15) = 45; 1 March 2026 + 31 = 1 April, + 14 = 15 April
    # trial: 1 November 2023 + 30 = 1 December 2023, before the CESA
    "two gaps": (
        ["cape 2023-03-01 2023-08-31", "cape 2023-10-01 2024-03-31", "cesa 2024-04-16"],
        "2026-03-01", "2026-04-15", 45, None,
    ),
    # the fixed-term contract lies inside the CAPE: counted once
    "overlap inside": (
        ["cape 2024-01-01 2024-12-31", "other 2024-06-01 2024-09-30", "cesa 2025-01-01"],
        "2027-01-01", "2027-01-01", 0, None,
    ),
    # 15 to 31 March twice, once counted; 16 to 31 May without a contract: 16 days
    # trial: 1 September 2024 + 16
    "overlap then gap": (
        ["cape 2024-01-01 2024-03-31", "other 2024-03-15 2024-05-15", "cesa 2024-06-01"],
        "2027-01-01", "2027-01-17", 16, "2024-09-17",
    ),
    # three years of CAPE: nothing is left on the day of the CESA
    "36 months of cape": (
        [
            "cape 2022-01-01 2022-12-31", "cape 2023-01-01 2023-12-31",
            "cape 2024-01-01 2024-12-31", "cesa 2025-01-01",
        ],
        "2025-01-01", "2025-01-01", 0, None,
    ),
    # the gap begins on 1 January 2025, the day the three years are run: it adds nothing
    "gap after the three years": (
        ["cape 2022-01-01 2024-12-31", "cesa 2025-03-01"],
        "2025-01-01", "2025-01-01", 0, None,
    ),
    # the gap begins on 31 December, one day before: 1 + 9 days; 1 January 2025 + 10
    "gap on the last day": (
        ["cape 2022-01-01 2024-12-30", "cesa 2025-01-10"],
        "2025-01-01", "2025-01-11", 10, None,
    ),
    # 45 days of a CAPE meant for longer: the days that ran count
    "cape cut short": (
        ["cape 2024-01-01 2024-02-14", "cesa 2024-02-15"],
        "2027-01-01", "2027-01-01", 0, "2024-09-01",
    ),
    # 11 to 30 November (20) + December (31) + 2021 (365) = 416
    # 11 May 2023 + 366 (over 29 February 2024) = 11 May 2024, + 20 = 31 May, + 30 = 30 June
    # trial: 11 January 2021 + 365 = 11 January 2022, + 20 = 31 January, + 28 + 3 = 3 March
    "other contract, long ago": (
        ["other 2020-05-11 2020-11-10", "cesa 2022-01-01"],
        "2023-05-11", "2024-06-30", 416, "2022-03-03",
    ),
    # 31 August + 8 months: April has 30 days
    "first day of a long month": (
        ["cape 2023-08-31 2024-02-29", "cesa 2024-03-01"],
        "2026-08-31", "2026-08-31", 0, "2024-04-30",
    ),
    # the gap is 29 February
    "gap of a leap day": (
        ["cape 2024-01-01 2024-02-28", "cesa 2024-03-01"],
        "2027-01-01", "2027-01-02", 1, "2024-09-02",
    ),
    # in a common year the same contracts leave no gap
    "no leap day": (
        ["cape 2023-01-01 2023-02-28", "cesa 2023-03-01"],
        "2026-01-01", "2026-01-01", 0, "2023-09-01",
    ),
    # the CAPE was never closed in the file: both run, days count once
    "cesa during an open cape": (
        ["cape 2025-01-01", "cesa 2025-06-01"],
        "2028-01-01", "2028-01-01", 0, "2025-09-01",
    ),
    # 2 May 2023 to 1 May 2024, over 29 February: 366 days
    # 2 May 2025 + 365 = 2 May 2026, + 1; trial of the first CESA: 2 January 2023
    "two cesa": (
        ["cesa 2022-05-02 2023-05-01", "cesa 2024-05-02"],
        "2025-05-02", "2026-05-03", 366, "2023-01-02",
    ),
    # the longer contract covers the end of the shorter; January 2025 is empty: 31 days
    "cape inside another contract": (
        ["other 2023-01-01 2024-12-31", "cape 2023-02-01 2023-07-31", "cesa 2025-02-01"],
        "2026-01-01", "2026-02-01", 31, None,
    ),
    # written in any order: 1 to 9 June without a contract; 1 July 2026 + 9
    # trial: 1 March 2024 is before the CESA
    "not in order": (
        ["cesa 2024-06-10", "cape 2024-01-01 2024-05-31", "cape 2023-07-01 2023-12-31"],
        "2026-07-01", "2026-07-10", 9, None,
    ),
    # 8 months of CAPE: the trial would end on 1 September, not after the signature
    "eight months of cape": (
        ["cape 2024-01-01 2024-08-31", "cesa 2024-09-01"],
        "2027-01-01", "2027-01-01", 0, None,
    ),
    # one day less leaves one day of trial
    "a day short of eight months": (
        ["cape 2024-01-01 2024-08-30", "cesa 2024-08-31"],
        "2027-01-01", "2027-01-01", 0, "2024-09-01",
    ),
    # a CESA that ended early: its end changes nothing
    "early end": (
        ["cape 2024-01-01 2024-06-30", "cesa 2024-07-01 2025-03-31"],
        "2027-01-01", "2027-01-01", 0, "2024-09-01",
    ),
}  # fmt: skip


@pytest.mark.parametrize("history", HISTORIES.values(), ids=HISTORIES)
def test_history(history: tuple[list[str], str, str, int, str | None]) -> None:
    contracts, customary, legal, gap_days, trial_end = history
    found = told(*contracts)
    assert found.customary_date == day(customary)
    assert found.legal_deadline == day(legal)
    assert found.last_day == day(customary) - dt.timedelta(days=1)
    assert found.last_day_by_law == min(day(legal), found.by_months) - dt.timedelta(days=1)
    assert found.gap_days == gap_days
    assert found.trial_end == (None if trial_end is None else day(trial_end))
    assert not found.assumed
    if not gap_days:
        assert found.by_months == found.legal_deadline == found.customary_date


# (contracts, start of the last + 36 months − the earlier ones in months and days)
BY_MONTHS = {
    # 18 months of CAPE, then July to September without: 2025-10-01 + 18 months; in days, 92 more
    # than 1 January 2027
    "a quarter": (["cape 2024-01-01 2025-06-30", "cesa 2025-10-01"], "2027-04-01", "2027-04-03"),
    # 6 months; 1 August 2024 + 30 months
    "one gap": (HISTORIES["one gap"][0], "2027-02-01", "2027-02-01"),
    # 6 + 6 months; 16 April 2024 + 24 months
    "two gaps": (HISTORIES["two gaps"][0], "2026-04-16", "2026-04-15"),
    # 1 January to 15 May, each day once: 4 months and 15 days; 1 June 2024 + 32 months is
    # 1 February 2027, less 15 days
    "overlap then gap": (HISTORIES["overlap then gap"][0], "2027-01-17", "2027-01-17"),
    # 35 months, and 30 days of December; 10 January 2025 + 1 month is 10 February, less 30 days
    "gap on the last day": (HISTORIES["gap on the last day"][0], "2025-01-11", "2025-01-11"),
    # 6 months; 1 January 2022 + 30 months
    "long ago": (HISTORIES["other contract, long ago"][0], "2024-07-01", "2024-06-30"),
    # 1 month and 28 days; 1 March 2024 + 35 months is 1 February 2027, less 28 days
    "leap day": (HISTORIES["gap of a leap day"][0], "2027-01-04", "2027-01-02"),
    # the first CESA lasted 12 months; 2 May 2024 + 24 months
    "two cesa": (HISTORIES["two cesa"][0], "2026-05-02", "2026-05-03"),
    # the two CAPE follow one another: 11 months; 10 June 2024 + 25 months
    "not in order": (HISTORIES["not in order"][0], "2026-07-10", "2026-07-10"),
    # 14 months and the 17 days from 15 to 31 March; months first: 1 October 2025 + 22 months is
    # 1 August 2027, less 17 days; in days: 15 January 2027 + 183 (April to September)
    "months, then days": (
        ["cape 2024-01-15 2025-03-31", "cesa 2025-10-01"], "2027-07-15", "2027-07-17",
    ),
    # 18 months, 92 days without, then 3 months of CAPE before the CESA: 36 − 21 months from it
    "cape again before the cesa": (
        ["cape 2023-01-01 2024-06-30", "cape 2024-10-01 2024-12-31", "cesa 2025-01-01"],
        "2026-04-01", "2026-04-03",
    ),
    # no CESA follows the gap: from the contract that does, whose own days are ahead
    "a cape that runs": (
        ["cape 2024-01-01 2025-06-30", "cape 2025-10-01"], "2027-04-01", "2027-04-03",
    ),
    # the CESA counts, not the other contract that begins during it
    "another one during the cesa": (
        ["cape 2024-01-01 2025-06-30", "cesa 2025-10-01", "other 2025-12-31"],
        "2027-04-01", "2027-04-03",
    ),
    # after a gap, the contract that follows it counts: the first CESA lasted 12 months
    "another one after the cesa": (
        ["cesa 2024-01-01 2024-12-31", "other 2025-04-01"], "2027-04-01", "2027-04-01",
    ),
    # the second CESA: before it 18 months, then 2 months and 30 days; 31 December 2025 + 16 months
    # is 30 April 2027 (it has no 31st), less 30 days
    "the cesa signed again": (
        ["cape 2024-01-01 2025-06-30", "cesa 2025-10-01 2025-12-30", "cesa 2025-12-31"],
        "2027-03-31", "2027-04-03",
    ),
    # 6 and 5 months; 1 March 2024 + 25 months; in days: 31 of July, 31 of January, 29 of February
    "after two gaps": (
        ["cape 2023-01-01 2023-06-30", "cesa 2023-08-01 2023-12-31", "other 2024-03-01"],
        "2026-04-01", "2026-04-02",
    ),
    # 6 months and 20 days, 30 August without, then up to 10 February: the three years are over on
    # the very day of the CESA
    "over on the day of the cesa": (
        ["cape 2021-02-10 2021-08-29", "cape 2021-08-31 2024-02-10", "cesa 2024-02-11"],
        "2024-02-11", "2024-02-11",
    ),
    # 3 months; 1 October 9996 + 33 months, in the last year of the calendar; 183 days without
    "the last year": (
        ["cape 9996-01-01 9996-03-31", "cesa 9996-10-01"], "9999-07-01", "9999-07-03",
    ),
    # 1 July 2024 without: the three years are over on 1 October, before the CESA of January
    "over before the cesa": (
        ["cape 2021-10-01 2024-06-30", "cape 2024-07-02 2024-10-01", "cesa 2025-01-01"],
        "2024-10-02", "2024-10-02",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BY_MONTHS.values(), ids=BY_MONTHS)
def test_earlier_contracts_in_months_and_days(case: tuple[list[str], str, str]) -> None:
    contracts, by_months, legal = case
    found = told(*contracts)
    assert (found.by_months, found.legal_deadline) == (day(by_months), day(legal))
    assert found.last_day_by_law == min(day(by_months), day(legal)) - dt.timedelta(days=1)


def test_the_earliest_reading_is_the_deadline() -> None:
    # 30 August without a contract. 10 February to 29 August is 6 months and 20 days; 31 August
    # 2023 + 30 months is 28 February 2026 (it has no 31st), less 20 days: 8 February.
    found = told("cape 2023-02-10 2023-08-29", "cesa 2023-08-31")
    assert found.customary_date == day("2026-02-10")
    assert found.legal_deadline == day("2026-02-11")
    assert found.by_months == day("2026-02-08")
    assert found.last_day == found.last_day_by_law == day("2026-02-07")


@pytest.mark.parametrize(
    ("first", "last", "months", "days"),
    [
        ("2024-01-01", "2025-06-30", 18, 0),
        ("2024-01-01", "2024-01-01", 0, 1),
        ("2024-01-01", "2024-01-30", 0, 30),
        ("2024-01-01", "2024-01-31", 1, 0),
        ("2022-10-03", "2023-07-31", 9, 29),  # 9 months to 2 July, 3 to 31 July
        ("2024-01-31", "2024-02-28", 1, 0),  # the month from the 31st ends on the eve of the 29th
        ("2024-02-29", "2025-02-27", 12, 0),
        ("2023-12-15", "2024-02-20", 2, 6),  # over the new year; 15 to 20 February
    ],
)
def test_days_as_months_and_days(first: str, last: str, months: int, days: int) -> None:
    assert Days(day(first), day(last)).in_months == (months, days)


def test_stretches_join_what_follows_and_what_overlaps() -> None:
    found = stretches(
        spans("cape 2024-01-01 2024-03-31", "other 2024-04-01 2024-06-30",
              "other 2024-05-01 2024-05-31", "cesa 2024-07-02")
    )  # fmt: skip
    assert found == [
        (day("2024-01-01"), day("2024-06-30")),
        (day("2024-07-02"), dt.date.max),
    ]
    assert gaps_between(spans("cape 2024-01-01 2024-06-30", "cesa 2024-07-02")) == [
        (day("2024-07-01"), day("2024-07-01"))
    ]


def test_without_contract_there_is_no_clock() -> None:
    assert clock([], day(TODAY)) is None


def test_open_cape_is_followed_without_a_gap() -> None:
    found = told("cape 2026-09-01")
    assert (found.cesa, found.assumed, found.trial_end) == (None, True, None)
    assert found.legal_deadline == found.customary_date == day("2029-09-01")


def test_missing_cesa_is_signed_the_day_after_the_last_contract() -> None:
    found = told("cape 2026-09-01 2027-08-31")
    assert (found.cesa, found.assumed) == (day("2027-09-01"), True)
    assert found.legal_deadline == day("2029-09-01")
    two = told("cape 2026-09-01 2026-12-31", "cape 2027-01-01 2027-08-31")
    assert (two.cesa, two.gap_days) == (day("2027-09-01"), 0)


def test_missing_cesa_is_signed_today_when_the_last_contract_is_past() -> None:
    # without a contract: September 30 + October 31 + 1 to 22 November = 83 days
    # 1 September 2028 + 30 = 1 October, + 31 = 1 November, + 22 = 23 November
    found = told("cape 2025-09-01 2026-08-31")
    assert (found.cesa, found.assumed, found.gap_days) == (day(TODAY), True, 83)
    assert found.customary_date == day("2028-09-01")
    assert found.legal_deadline == found.by_months == day("2028-11-23")  # 12 months of CAPE
    assert found.trial_end is None


def test_a_day_beyond_the_calendar_is_its_last_day() -> None:
    found = told("cape 2025-09-01 2026-08-31", today="9999-12-31")
    assert found.legal_deadline == found.by_months == dt.date.max
    # 1 January 9997 + 3 years is 1 January 10000: the reading in days stands in its place
    near = told("cesa 9996-01-01 9996-06-30", "cesa 9997-01-01")
    assert near.by_months == near.legal_deadline == day("9999-07-04")  # 1 January + 184


def test_overlap() -> None:
    assert overlapping(spans("cape 2024-01-01 2024-06-30", "cesa 2024-06-30"))
    assert not overlapping(spans("cape 2024-01-01 2024-06-30", "cesa 2024-07-01"))
    assert overlapping(
        spans("cape 2024-01-01 2024-06-30", "cesa 2024-07-01", "other 2024-08-01 2024-08-31")
    )


FIRST = dt.date(2020, 1, 1)
contract_lists = st.lists(
    st.tuples(st.integers(0, 1500), st.integers(0, 600)).map(
        lambda pair: ContractSpan(
            "other",
            FIRST + dt.timedelta(days=pair[0]),
            FIRST + dt.timedelta(days=pair[0] + pair[1]),
        )
    ),
    min_size=1,
    max_size=5,
)


@given(contract_lists, st.integers(0, 2500))
def test_the_clock_agrees_with_a_walk_day_by_day(
    contracts: list[ContractSpan], signed: int
) -> None:
    """Each day without a contract, met before the three years are run, moves their end by one."""
    cesa = FIRST + dt.timedelta(days=signed)
    history = [*contracts, ContractSpan("cesa", cesa)]
    start = min(span.start for span in history)
    last = max(span.start for span in history)
    end, walker = add_months(start, 36), start
    while walker < min(end, last):
        if not any(span.start <= walker <= span.last for span in history):
            end += dt.timedelta(days=1)
        walker += dt.timedelta(days=1)
    found = clock(history, FIRST)
    assert found is not None
    assert found.legal_deadline == end
    assert found.legal_deadline - found.customary_date == dt.timedelta(days=found.gap_days)


@given(contract_lists)
def test_gaps_are_the_days_no_contract_covers(contracts: list[ContractSpan]) -> None:
    start = min(span.start for span in contracts)
    days = (max(span.last for span in contracts) - start).days + 1
    walked = [start + dt.timedelta(days=k) for k in range(days)]
    free = [d for d in walked if not any(s.start <= d <= s.last for s in contracts)]
    gaps = gaps_between(contracts)
    assert all(gap.length > 0 for gap in gaps)
    assert [g.first + dt.timedelta(days=k) for g in gaps for k in range(g.length)] == free
