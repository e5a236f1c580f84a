"""How long contracts with a cooperative may last: the three-year clock, the trial, the CAPE.

The clock of article L7331-3 of the Code du travail runs only on days on which a contract with the
cooperative runs. What the law leaves open (gaps, overlaps, a CAPE cut short) follows one
convention: effective days are counted, each once, and days without any contract stop the clock.
"""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from cae_cli.months import MONTHS_IN_YEAR, add_months

YEARS_TO_JOIN = 3  # Code du travail, article L7331-3
TRIAL_MONTHS = 8  # at most, renewal included: Code du travail, article L7332-1
CAPE_PERIODS = 3  # one and two renewals: Code de commerce, articles L127-1 to L127-7
CAPE_PERIOD_MONTHS = 12
CAPE_MONTHS = CAPE_PERIODS * CAPE_PERIOD_MONTHS

ONE_DAY = dt.timedelta(days=1)


class ContractSpan(NamedTuple):
    """A contract with the cooperative, both days inclusive; no end: it runs still.

    The start of a CESA is the day of its conclusion, the signature.
    """

    kind: Literal["cape", "cesa", "other"]
    start: dt.date
    end: dt.date | None = None

    @property
    def last(self) -> dt.date:
        """The last day, as far as known."""
        return self.end or dt.date.max


class Gap(NamedTuple):
    """Days between contracts on which none runs, both inclusive."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


class Clock(NamedTuple):
    """When the three years of one person end."""

    start: dt.date  # of the first contract
    cesa: dt.date | None  # signature of the first CESA; None while a contract without end runs
    assumed: bool  # True: no CESA is recorded, `cesa` is when one is taken to be signed
    gap_days: int  # that the clock did not count
    customary_date: dt.date  # third anniversary of the first contract
    legal_deadline: dt.date  # one must be associate before this day
    trial_end: dt.date | None  # None: no CESA, or no trial is left when it is signed

    @property
    def last_safe_day(self) -> dt.date:
        """The last day on which becoming associate respects the legal deadline."""
        return self.legal_deadline - ONE_DAY

    @property
    def deadline(self) -> dt.date:
        """The earlier of the legal and the customary date."""
        return min(self.legal_deadline, self.customary_date)


def clock(spans: Sequence[ContractSpan], today: dt.date) -> Clock | None:
    """Return when the three years end; None without any contract.

    Legal deadline: start of the first contract + 3 years + the days of the gaps, years first, then
    days (Code de procédure civile, article 641). Without a recorded CESA, one is taken to be signed
    on the day after the last contract, or today if that is past. The end of the trial follows the
    same clock with 8 months; there is none when that is not after the signature.

    Args:
        spans: contracts of one person with one cooperative, in any order.
        today: when a missing CESA is signed at the earliest.
    """
    if not spans:
        return None
    start = min(span.start for span in spans)
    recorded = min((span.start for span in spans if span.kind == "cesa"), default=None)
    last = max(span.last for span in spans)
    cesa = recorded
    if recorded is None and last < dt.date.max:
        cesa = max(last + ONE_DAY, today)
        spans = [*spans, ContractSpan("cesa", cesa)]
    gaps = gaps_between(spans)
    legal, gap_days = _after_running(start, YEARS_TO_JOIN * MONTHS_IN_YEAR, gaps)
    trial_end, _ = _after_running(start, TRIAL_MONTHS, gaps)
    return Clock(
        start,
        cesa,
        assumed=recorded is None,
        gap_days=gap_days,
        customary_date=add_months(start, YEARS_TO_JOIN * MONTHS_IN_YEAR),
        legal_deadline=legal,
        trial_end=trial_end if recorded is not None and trial_end > recorded else None,
    )


def gaps_between(spans: Sequence[ContractSpan]) -> list[Gap]:
    """Return the days between the first and the last contract on which none runs, in order.

    Overlapping contracts count once; one that starts the day after another ends leaves no gap.
    """
    gaps: list[Gap] = []
    covered: dt.date | None = None
    for span in sorted(spans, key=lambda span: span.start):
        if covered is not None and span.start - covered > ONE_DAY:
            gaps.append(Gap(covered + ONE_DAY, span.start - ONE_DAY))
        covered = span.last if covered is None else max(covered, span.last)
    return gaps


def overlapping(spans: Sequence[ContractSpan]) -> bool:
    """Tell whether two contracts run on the same day."""
    ordered = sorted(spans, key=lambda span: span.start)
    return any(later.start <= earlier.last for earlier, later in pairwise(ordered))


def _after_running(start: dt.date, months: int, gaps: Sequence[Gap]) -> tuple[dt.date, int]:
    """Return the day on which the clock has run some months, and the days it stood still.

    A gap that begins on or after that day adds nothing.
    """
    end, still = add_months(start, months), 0
    for gap in gaps:
        if gap.first >= end:
            break
        still += gap.days
        end = _later(end, gap.days)
    return end, still


def _later(day: dt.date, days: int) -> dt.date:
    """Return a day some days later, or the last day of the calendar."""
    return day + dt.timedelta(days=min(days, (dt.date.max - day).days))


def cape_latest_end(spans: Sequence[ContractSpan]) -> dt.date | None:
    """Return the last day of CAPE that the renewals left can reach.

    A period lasts 12 months at most, there are 3 at most, 36 months in all (days between two
    periods not counted). What a cooperative agreed beyond is taken as it is, without renewal.

    Returns:
        None without a CAPE, or once a CESA is recorded.
    """
    capes = _capes(spans)
    if not capes or any(span.kind == "cesa" for span in spans):
        return None
    last, renewals = capes[-1], max(0, CAPE_PERIODS - len(capes))
    if last.end is None:
        by_periods = add_months(last.start, CAPE_PERIOD_MONTHS * (1 + renewals)) - ONE_DAY
    else:
        by_periods = add_months(last.end + ONE_DAY, CAPE_PERIOD_MONTHS * renewals) - ONE_DAY
    if _within_limits(capes):
        return by_periods  # three periods of 12 months are never more than 36
    in_all, _ = _after_running(capes[0].start, CAPE_MONTHS, gaps_between(capes))
    reachable = min(by_periods, in_all - ONE_DAY)
    return reachable if last.end is None else max(reachable, last.end)


def _within_limits(capes: Sequence[ContractSpan]) -> bool:
    """Tell whether there are three periods at most, none that ended of more than 12 months."""
    return len(capes) <= CAPE_PERIODS and not any(
        cape.end is not None and _exceeds(cape.start, cape.end, CAPE_PERIOD_MONTHS)
        for cape in capes
    )


class CapeExcess(NamedTuple):
    """How CAPE periods go beyond what the law allows."""

    periods: int  # how many there are, 0 if not too many
    long_periods: tuple[dt.date, ...]  # starts of the periods of more than 12 months
    too_long_in_all: bool  # more than 36 months


def cape_excess(spans: Sequence[ContractSpan], today: dt.date) -> CapeExcess:
    """Return what goes beyond 3 periods, 12 months for one or 36 in all.

    A period without an end is counted until today.
    """
    capes = [
        ContractSpan("cape", span.start, span.end or max(today, span.start))
        for span in _capes(spans)
    ]
    long = tuple(
        cape.start for cape in capes if _exceeds(cape.start, cape.last, CAPE_PERIOD_MONTHS)
    )
    still = dt.timedelta(days=sum(gap.days for gap in gaps_between(capes)))
    return CapeExcess(
        periods=len(capes) if len(capes) > CAPE_PERIODS else 0,
        long_periods=long,
        too_long_in_all=not _within_limits(capes)
        and _exceeds(capes[0].start, max(cape.last for cape in capes) - still, CAPE_MONTHS),
    )


def _capes(spans: Sequence[ContractSpan]) -> list[ContractSpan]:
    return sorted((span for span in spans if span.kind == "cape"), key=lambda span: span.start)


def _exceeds(first: dt.date, last: dt.date, months: int) -> bool:
    """Tell whether days from first to last, inclusive, are more than some months.

    From 29 February, a year goes to 28 February included: that much is not called an excess.
    """
    limit = add_months(first, months)
    return last > limit or (last == limit and limit.day == first.day)
