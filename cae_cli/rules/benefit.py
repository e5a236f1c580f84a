"""Unemployment benefit (ARE) beside a pay: the days that are paid, and those kept for later.

The rule is that of Unédic's circular 2025-03: 70 % of the month's gross pay is taken off the
benefit of the month, and what is left is paid in whole days; benefit and pay together do not exceed
the reference pay. Days that are not paid are not lost: they are kept, and the last day of rights
moves away. A pay under a CESA is that of an employee. Amounts are cents, before income tax.

Open: how days are rounded where the limit binds (here: down, so that the limit holds). Left out:
the decrease of high benefits, new rights, other benefits.
"""

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from cae_cli.money import divide, share
from cae_cli.months import Month

TAKEN_OFF = Decimal("0.7")  # of the gross pay, since 2001
THIRTY_DAYS_SINCE = Month.of(dt.date(2025, 4, 1))  # before: the days of the calendar
DAYS_OF_MONTH = 30
DAYS_OF_REFERENCE = Decimal("30.42")  # of a month, in the limit

PENSION = Decimal("0.03")  # of the reference pay, for the complementary pension
LEAST_AFTER_PENSION = 3213  # the pension share takes nothing below it
LEVIES = Decimal("0.067") * Decimal("0.9825")  # CSG 6.2 % and CRDS 0.5 % on 98.25 %
LEAST_WITH_LEVIES = 6100  # a benefit below it pays none, and none goes below it (2026)


class Benefit(NamedTuple):
    """What someone is entitled to, by day."""

    daily: int  # allocation journalière (AJ), more than 0
    reference: int | None = None  # salaire journalier de référence (SJR); None: not known


class BenefitMonth(NamedTuple):
    """What a month gives beside a pay."""

    days: int  # paid
    kept: int  # days of the month that are not paid, for later
    amount: int  # gross: days × the daily amount
    limited: bool  # the limit lowered the days: their rounding is open


def days_of(month: Month) -> int:
    """Return the days of benefit in a month without a pay."""
    return DAYS_OF_MONTH if month >= THIRTY_DAYS_SINCE else month.last_day.day


def beside(benefit: Benefit, gross: int, month: Month) -> BenefitMonth:
    """Return the benefit of a month in which a pay is paid.

    Args:
        benefit: with at least as many days left as the month has.
        gross: the pay of the month before contributions, 0 or more.
        month: the month of the pay.
    """
    most, daily = days_of(month), benefit.daily
    taken, whole = TAKEN_OFF.as_integer_ratio()
    left = most * daily * whole - gross * taken
    days = max(0, divide(left, daily * whole))
    allowed = days if benefit.reference is None else _within(benefit.reference, daily, gross)
    paid = min(days, allowed)
    return BenefitMonth(paid, most - paid, paid * daily, limited=paid < days)


def _within(reference: int, daily: int, gross: int) -> int:
    """Return the most days that keep benefit and pay within the reference pay of a month."""
    per_month, whole = DAYS_OF_REFERENCE.as_integer_ratio()
    return max(0, (reference * per_month - gross * whole) // (daily * whole))


def nil_from(benefit: Benefit, month: Month) -> int:
    """Return the smallest gross pay, in cents, beside which no day is paid.

    It is a little below days × daily amount / 0.7, as less than half a day is not paid.
    """
    low, high = 0, 2 * days_of(month) * benefit.daily  # beside so much nothing is left
    while low < high:
        middle = (low + high) // 2
        if beside(benefit, middle, month).days:
            low = middle + 1
        else:
            high = middle
    return low


def net_daily(benefit: Benefit) -> int | None:
    """Return what is paid for a day, before income tax; None without the reference pay."""
    if benefit.reference is None:
        return None
    daily = benefit.daily
    after = max(daily - share(benefit.reference, PENSION), min(daily, LEAST_AFTER_PENSION))
    if daily < LEAST_WITH_LEVIES:
        return after
    return max(after - share(daily, LEVIES), min(after, LEAST_WITH_LEVIES))
