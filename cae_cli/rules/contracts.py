"""When someone must have become an associate: the three-year clock, and the trial.

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
MONTHS_TO_JOIN = YEARS_TO_JOIN * MONTHS_IN_YEAR
TRIAL_MONTHS = 8  # at most, renewal included: Code du travail, article L7332-1

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


class Days(NamedTuple):
    """Some days in a row, both ends inclusive."""

    first: dt.date
    last: dt.date

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def in_months(self) -> tuple[int, int]:
        """The same as whole months, and the days that are left after them."""
        after = self.last + ONE_DAY
        months = (after.year - self.first.year) * MONTHS_IN_YEAR + after.month - self.first.month
        if add_months(self.first, months) > after:
            months -= 1
        return months, (after - add_months(self.first, months)).days


class Clock(NamedTuple):
    """When the three years of one person end: one must be an associate before these dates.

    The law does not say how days without a contract and odd days count: three readings.
    """

    start: dt.date  # of the first contract
    cesa: dt.date | None  # signature of the first CESA; None while a contract without end runs
    assumed: bool  # True: no CESA is recorded, `cesa` is when one is taken to be signed
    gap_days: int  # that the clock did not count
    customary_date: dt.date  # third anniversary of the first contract
    legal_deadline: dt.date  # the same, and the days of the gaps
    by_months: dt.date  # from the last contract, less the earlier ones in months and days
    trial_end: dt.date | None  # None: no CESA, or no trial is left when it is signed

    @property
    def last_day(self) -> dt.date:
        """The last day on which becoming an associate respects every reading."""
        return min(self.customary_date, self.legal_deadline, self.by_months) - ONE_DAY

    @property
    def last_day_by_law(self) -> dt.date:
        """The same, custom left aside."""
        return min(self.legal_deadline, self.by_months) - ONE_DAY


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
    legal, gap_days = after_running(start, MONTHS_TO_JOIN, gaps)
    trial_end, _ = after_running(start, TRIAL_MONTHS, gaps)
    return Clock(
        start,
        cesa,
        assumed=recorded is None,
        gap_days=gap_days,
        customary_date=add_months(start, MONTHS_TO_JOIN),
        legal_deadline=legal,
        by_months=_by_months(spans, legal) if gap_days else legal,
        trial_end=trial_end if recorded is not None and trial_end > recorded else None,
    )


def stretches(spans: Sequence[ContractSpan]) -> list[Days]:
    """Return the days on which a contract runs, in order.

    Overlapping contracts count once; one that starts the day after another ends leaves no gap.
    """
    found: list[Days] = []
    for span in sorted(spans, key=lambda span: span.start):
        if found and span.start - found[-1].last <= ONE_DAY:
            found[-1] = Days(found[-1].first, max(found[-1].last, span.last))
        else:
            found.append(Days(span.start, span.last))
    return found


def gaps_between(spans: Sequence[ContractSpan]) -> list[Days]:
    """Return the days between the first and the last contract on which none runs, in order."""
    return [
        Days(earlier.last + ONE_DAY, later.first - ONE_DAY)
        for earlier, later in pairwise(stretches(spans))
    ]


def overlapping(spans: Sequence[ContractSpan]) -> bool:
    """Tell whether two contracts run on the same day."""
    ordered = sorted(spans, key=lambda span: span.start)
    return any(later.start <= earlier.last for earlier, later in pairwise(ordered))


def after_running(start: dt.date, months: int, gaps: Sequence[Days]) -> tuple[dt.date, int]:
    """Return the day on which the clock has run some months, and the days it stood still.

    A gap that begins on or after that day adds nothing.
    """
    end, still = add_months(start, months), 0
    for gap in gaps:
        if gap.first >= end:
            break
        still += gap.length
        end = _later(end, gap.length)
    return end, still


def _later(day: dt.date, days: int) -> dt.date:
    """Return a day some days later, or the last day of the calendar."""
    return day + dt.timedelta(days=min(days, (dt.date.max - day).days))


def _by_months(spans: Sequence[ContractSpan], legal: dt.date) -> dt.date:
    """Return the start of the last contract + 3 years − the earlier ones in months and days.

    Months first, then days (article 641). The last contract is the last CESA, unless others follow
    it after a gap. Where contracts follow one another without a gap, the readings are one: this is
    for where they do not.

    Args:
        spans: contracts, a CESA that is taken to be signed among them.
        legal: the end of the three years with the gaps counted in days.
    """
    since = stretches(spans)[-1].first
    last_ones = [span for span in spans if span.start >= since]
    signed = [span.start for span in last_ones if span.kind == "cesa"]
    last = max(signed or [span.start for span in last_ones])
    if legal <= last:
        return legal  # the three years are over before it begins
    earlier = [Days(ran.first, min(ran.last, last - ONE_DAY)) for ran in stretches(spans)]
    months, days = (sum(counts) for counts in zip(*(ran.in_months for ran in earlier), strict=True))
    if last.year + YEARS_TO_JOIN > dt.MAXYEAR:
        return legal
    return add_months(last, MONTHS_TO_JOIN - months) - dt.timedelta(days=days)
