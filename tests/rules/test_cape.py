"""CAPE periods whose limits are computed by hand, in the comment beside each."""

import pytest

from cae_cli.rules.cape import cape_excess, cape_latest_end, cape_renewal_due
from tests.rules.histories import day, spans

TODAY = "2026-11-23"

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


# (contracts, last day of the twelve months of the CAPE that runs)
RENEWALS = {
    "first": (["cape 2026-09-01"], "2027-08-31"),
    "second": (["cape 2025-01-01 2025-12-31", "cape 2026-01-01"], "2026-12-31"),
    "third, the last": (
        ["cape 2024-01-01 2024-12-31", "cape 2025-01-01 2025-12-31", "cape 2026-01-01"], None,
    ),
    "from a leap day": (["cape 2024-02-29"], "2025-02-27"),
    "with an end": (["cape 2026-09-01 2027-02-28"], None),
    "cesa signed": (["cape 2026-01-01", "cesa 2026-07-01"], None),
    "another contract": (["other 2026-01-01"], None),
}  # fmt: skip


@pytest.mark.parametrize("case", RENEWALS.values(), ids=RENEWALS)
def test_cape_renewal_due(case: tuple[list[str], str | None]) -> None:
    contracts, due = case
    assert cape_renewal_due(spans(*contracts)) == (None if due is None else day(due))
