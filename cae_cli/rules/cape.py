"""How long a CAPE may last: three periods, twelve months each, thirty-six in all.

Code de commerce, articles L127-1 to L127-7. Days between two periods are not counted.
"""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.months import add_months
from cae_cli.rules.contracts import ONE_DAY, ContractSpan, after_running, gaps_between

CAPE_PERIODS = 3  # one and two renewals
CAPE_PERIOD_MONTHS = 12
CAPE_MONTHS = CAPE_PERIODS * CAPE_PERIOD_MONTHS


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
    in_all, _ = after_running(capes[0].start, CAPE_MONTHS, gaps_between(capes))
    reachable = min(by_periods, in_all - ONE_DAY)
    return reachable if last.end is None else max(reachable, last.end)


def cape_renewal_due(spans: Sequence[ContractSpan]) -> dt.date | None:
    """Return the last day of the twelve months of a CAPE without an end, if it can be renewed.

    Returns:
        None without such a CAPE, when it is the last period, or once a CESA is recorded.
    """
    capes = _capes(spans)
    if not 0 < len(capes) < CAPE_PERIODS or any(span.kind == "cesa" for span in spans):
        return None
    last = capes[-1]
    return None if last.end else add_months(last.start, CAPE_PERIOD_MONTHS) - ONE_DAY


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
    still = dt.timedelta(days=sum(gap.length for gap in gaps_between(capes)))
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
