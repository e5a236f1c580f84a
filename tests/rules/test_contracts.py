"""Contract histories whose dates are computed by hand, in the comment beside each."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cae_cli.months import add_months
from cae_cli.rules.contracts import (
    Clock,
    ContractSpan,
    cape_excess,
    cape_latest_end,
    clock,
    gaps_between,
    overlapping,
)

TODAY = "2026-11-23"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def spans(*texts: str) -> list[ContractSpan]:
    """Read contracts written as "cape 2024-01-01 2024-06-30", without the end if it runs still."""
    read = []
    for text in texts:
        kind, start, *end = text.split()
        assert kind in {"cape", "cesa", "other"}
        read.append(ContractSpan(kind, day(start), day(end[0]) if end else None))  # type: ignore[arg-type]
    return read


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
    assert found.last_safe_day == day(legal) - dt.timedelta(days=1)
    assert found.deadline == day(customary)
    assert found.gap_days == gap_days
    assert found.trial_end == (None if trial_end is None else day(trial_end))
    assert not found.assumed


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


def test_missing_cesa_is_signed_today_when_the_last_contract_is_past() -> None:
    # without a contract: September 30 + October 31 + 1 to 22 November = 83 days
    # 1 September 2028 + 30 = 1 October, + 31 = 1 November, + 22 = 23 November
    found = told("cape 2025-09-01 2026-08-31")
    assert (found.cesa, found.assumed, found.gap_days) == (day(TODAY), True, 83)
    assert found.customary_date == day("2028-09-01")
    assert found.legal_deadline == day("2028-11-23")
    assert found.trial_end is None


def test_a_day_beyond_the_calendar_is_its_last_day() -> None:
    found = told("cape 2025-09-01 2026-08-31", today="9999-12-31")
    assert found.legal_deadline == dt.date.max


def test_overlap() -> None:
    assert overlapping(spans("cape 2024-01-01 2024-06-30", "cesa 2024-06-30"))
    assert not overlapping(spans("cape 2024-01-01 2024-06-30", "cesa 2024-07-01"))


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
    assert all(gap.days > 0 for gap in gaps)
    assert [g.first + dt.timedelta(days=k) for g in gaps for k in range(g.days)] == free


# (contracts, last day that renewals can reach)
LATEST_ENDS = {
    # 3 × 12 months from 1 September 2026
    "open": (["cape 2026-09-01"], "2029-08-31"),
    # 6 months, then 2 × 12
    "one of six months": (["cape 2026-01-01 2026-06-30"], "2028-06-30"),
    # 4 + 4 months, one renewal of 12 from 1 September 2026
    "two of four months": (
        ["cape 2026-01-01 2026-04-30", "cape 2026-05-01 2026-08-31"], "2027-08-31",
    ),
    # second period open: 12 months, and one renewal of 12
    "second one open": (["cape 2025-01-01 2025-06-30", "cape 2025-07-01"], "2027-06-30"),
    # no renewal left, whatever the lengths
    "three short ones": (
        ["cape 2026-01-01 2026-03-31", "cape 2026-04-01 2026-06-30", "cape 2026-07-01 2026-09-30"],
        "2026-09-30",
    ),
    # third one open: 12 months from 1 July 2026
    "third one open": (
        ["cape 2026-01-01 2026-03-31", "cape 2026-04-01 2026-06-30", "cape 2026-07-01"],
        "2027-06-30",
    ),
    # 18 months, more than allowed: 36 in all come before 18 + 2 × 12
    "a long one": (["cape 2025-01-01 2026-06-30"], "2027-12-31"),
    # beyond 36 months already: what was signed is its own limit
    "forty months": (["cape 2023-01-01 2026-04-30"], "2026-04-30"),
    # January and February 2026 do not count; 2028 has a 29 February
    "with a gap": (["cape 2025-01-01 2025-12-31", "cape 2026-03-01"], "2028-02-29"),
    # 29 February + 36 months: 28 February 2027, and the day before it
    "from a leap day": (["cape 2024-02-29"], "2027-02-27"),
    "another contract runs": (["other 2026-01-01"], None),
    "cesa signed": (["cape 2026-01-01 2026-06-30", "cesa 2026-07-01"], None),
    "nothing": ([], None),
}  # fmt: skip


@pytest.mark.parametrize("case", LATEST_ENDS.values(), ids=LATEST_ENDS)
def test_cape_latest_end(case: tuple[list[str], str | None]) -> None:
    contracts, latest = case
    assert cape_latest_end(spans(*contracts)) == (None if latest is None else day(latest))


def test_cape_within_the_limits() -> None:
    contracts = spans(
        "cape 2025-01-01 2025-12-31", "cape 2026-03-01 2027-02-28", "cape 2027-03-01 2028-02-29"
    )
    assert cape_excess(contracts, day(TODAY)) == (0, (), False)
    assert cape_excess(spans("cape 2024-02-29 2025-02-28"), day(TODAY)) == (0, (), False)
    assert cape_excess(spans("cesa 2020-01-01"), day(TODAY)) == (0, (), False)


def test_four_cape_periods() -> None:
    contracts = spans(
        "cape 2016-01-01 2016-04-30", "cape 2016-05-01 2016-08-31",
        "cape 2016-09-01 2016-12-31", "cape 2017-01-01 2017-04-30",
    )  # fmt: skip
    assert cape_excess(contracts, day(TODAY)) == (4, (), False)


def test_a_cape_of_a_year_and_a_day() -> None:
    found = cape_excess(spans("cape 2025-01-01 2026-01-01"), day(TODAY))
    assert found == (0, (day("2025-01-01"),), False)


def test_an_open_cape_is_counted_until_today() -> None:
    contracts = spans("cape 2025-11-24")
    assert cape_excess(contracts, day("2026-11-23")) == (0, (), False)
    assert cape_excess(contracts, day("2026-11-24")).long_periods == (day("2025-11-24"),)


def test_more_than_36_months_in_all() -> None:
    # 24 months, February and March 2025 without (59 days), then to the 12 months that are left:
    # 31 March 2026; one day more is too long
    within = spans("cape 2023-02-01 2025-01-31", "cape 2025-04-01 2026-03-31")
    assert not cape_excess(within, day(TODAY)).too_long_in_all
    beyond = spans("cape 2023-02-01 2025-01-31", "cape 2025-04-01 2026-04-01")
    assert cape_excess(beyond, day(TODAY)).too_long_in_all
