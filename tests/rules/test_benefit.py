"""Unemployment benefit beside a pay: every published example, then the limits by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cae_cli.months import Month
from cae_cli.rules.benefit import Benefit, beside, days_of, net_daily, nil_from

TODAY = Month.parse("2026-11")


def cents(euros: str) -> int:
    return int(Decimal(euros) * 100)


def benefit(daily: str, reference: str | None = None) -> Benefit:
    return Benefit(cents(daily), None if reference is None else cents(reference))


#: Daily amount, reference pay, gross, month, days paid, amount.
PUBLISHED = {
    # 1 710 − 1 470 = 240; 240 / 57 = 4.21
    "Unédic circular 2025-03": ("57", "100", "2100", "2025-04", 4, "228"),
    # 1 110 − 840 = 270; 7.3
    "OpenFisca: 1 200": ("37", "48", "1200", "2025-04", 7, "259"),
    # 1 110 − 262.50 = 847.50; 22.9
    "OpenFisca: 375": ("37", "45", "375", "2025-04", 23, "851"),
    # 1 071.30 − 1 260 is below 0
    "OpenFisca: 1 800": ("35.71", "58.38", "1800", "2025-04", 0, "0"),
    # 831.60 − 147 = 684.60; 24.7
    "OpenFisca: 210": ("27.72", "48.63", "210", "2025-04", 25, "693"),
    # 642.60 are 18.3 days, taken off 28, 29, 30 and 31
    "OpenFisca: February": ("35.11", "56.91", "918", "2023-02", 10, "351.10"),
    "OpenFisca: February of a leap year": ("35.11", "56.91", "918", "2024-02", 11, "386.21"),
    "OpenFisca: April": ("35.11", "56.91", "918", "2024-04", 12, "421.32"),
    "OpenFisca: May": ("35.11", "56.91", "918", "2024-05", 13, "456.43"),
    # 992 − 420 = 572; 17.9
    "bizouard.com": ("32", None, "600", "2025-03", 18, "576"),
}


@pytest.mark.parametrize("case", PUBLISHED.values(), ids=PUBLISHED)
def test_published_examples(case: tuple[str, str | None, str, str, int, str]) -> None:
    daily, reference, gross, month, days, amount = case
    found = beside(benefit(daily, reference), cents(gross), Month.parse(month))
    assert (found.days, found.amount) == (days, cents(amount))
    assert not found.limited


def test_days_that_are_not_paid_are_kept() -> None:
    assert beside(benefit("57", "100"), cents("2100"), Month.parse("2025-04")).kept == 26
    # The pay of 900 € net in 2026: 1 350 − 795.86 = 554.14; 12.3 days of 45 €
    found = beside(benefit("45", "75"), cents("1136.94"), TODAY)
    assert found == (12, 18, cents("540"), False)
    # before April 2025 a month has the days of the calendar: 31 − 18
    assert beside(benefit("32"), cents("600"), Month.parse("2025-03")).kept == 13


@pytest.mark.parametrize(
    ("month", "days"),
    [
        ("2025-02", 28),
        ("2024-02", 29),
        ("2025-03", 31),
        ("2025-04", 30),
        ("2025-05", 30),
        ("2026-02", 30),
    ],
)
def test_a_month_has_thirty_days_since_april_2025(month: str, days: int) -> None:
    assert days_of(Month.parse(month)) == days
    assert beside(benefit("45", "75"), 0, Month.parse(month)) == (days, 0, days * 4500, False)


def test_half_a_day_is_paid() -> None:
    # 300 − 0.7 × 378.57 = 35.001: 3.5001 days of 10 €; 378.58 leaves 34.994
    assert beside(benefit("10"), cents("378.57"), TODAY).days == 4
    assert beside(benefit("10"), cents("378.58"), TODAY).days == 3
    # exactly half: 0.7 × 350 = 245, and 55 are 5.5 days
    assert beside(benefit("10"), cents("350"), TODAY).days == 6


def test_benefit_and_pay_stay_within_the_reference_pay() -> None:
    # 22.50 a day, reference 30: 675 − 592.20 = 82.80, 3.7 days: 4. The limit is 912.60, and 846
    # leave 66.60: 2.96 days, of which 2 are whole; rounded to the nearest it would be 3
    found = beside(benefit("22.5", "30"), cents("846"), TODAY)
    assert found == (2, 28, cents("45"), True)
    assert beside(benefit("22.5"), cents("846"), TODAY) == (4, 26, cents("90"), False)
    # 30.42 × 48 = 1 460.16: 1 200 and 7 days of 37 are 1 459
    assert not beside(benefit("37", "48"), cents("1200"), TODAY).limited
    # exactly at the limit: 30.42 × 50 = 1 521 = 981 + 12 × 45; 1 350 − 686.70 is 14.7 days
    assert beside(benefit("45", "50"), cents("981"), TODAY) == (12, 18, cents("540"), True)
    assert beside(benefit("45", "50"), cents("981.01"), TODAY).days == 11
    # above the limit nothing is paid: 30.42 × 20 = 608.40
    assert beside(benefit("45", "20"), cents("700"), TODAY) == (0, 30, 0, True)


def test_from_which_pay_nothing_is_paid() -> None:
    # 30 × 45 / 0.7 = 1 928.57: nothing is left; half a day is left at 29.5 × 45 / 0.7 = 1 896.43
    assert beside(benefit("45", "75"), cents("1928.58"), TODAY).days == 0
    assert nil_from(benefit("45", "75"), TODAY) == cents("1896.43")
    assert beside(benefit("45", "75"), cents("1896.42"), TODAY).days == 1
    # the limit may come first: 30.42 × 50 = 1 521, less one day of 45
    assert nil_from(benefit("45", "50"), TODAY) == cents("1476.01")


@pytest.mark.parametrize(
    ("daily", "reference", "net"),
    [
        ("39.90", "70", "37.80"),  # published: less 3 % of 70
        ("32.50", "60", "32.13"),  # 32.50 − 1.80 = 30.70
        ("32.13", "60", "32.13"),
        ("31.59", "60", "31.59"),  # below it nothing is taken
        ("33.93", "60", "32.13"),  # exactly
        ("33.94", "60", "32.14"),
        ("60.99", "100", "57.99"),  # 3 % of 100, and no levies below 61
        # 61 − 3 = 58: already below 61, the levies take nothing more
        ("61", "100", "58"),
        # 68 − 3.60 = 64.40; 6.7 % of 98.25 % of 68 is 4.48: 59.92, so that 61 are left
        ("68", "120", "61"),
        # 80 − 4.20 = 75.80; 6.58275 % of 80 is 5.27
        ("80", "140", "70.53"),
    ],
)
def test_what_a_day_is_net(daily: str, reference: str, net: str) -> None:
    assert net_daily(benefit(daily, reference)) == cents(net)


def test_the_net_of_a_day_needs_the_reference_pay() -> None:
    assert net_daily(benefit("39.90")) is None


@given(
    st.integers(1, 30_000), st.none() | st.integers(1, 50_000), st.integers(0, 1_000_000),
    st.integers(Month.parse("2017-01"), Month.parse("2030-12")).map(Month),
)  # fmt: skip
def test_more_pay_never_brings_more_benefit(
    daily: int, reference: int | None, gross: int, month: Month
) -> None:
    found, more = (beside(Benefit(daily, reference), pay, month) for pay in (gross, gross + 100))
    assert 0 <= more.days <= found.days <= days_of(month)
    assert found.days + found.kept == days_of(month)
    assert found.amount == found.days * daily
    if found.days and reference is not None:
        assert (gross + found.amount) * 100 <= 3042 * reference


@given(st.integers(1, 30_000), st.none() | st.integers(1, 50_000))
def test_one_cent_less_of_pay_brings_a_day(daily: int, reference: int | None) -> None:
    found = Benefit(daily, reference)
    nil = nil_from(found, TODAY)
    assert beside(found, nil, TODAY).days == 0
    assert nil == 0 or beside(found, nil - 1, TODAY).days > 0
