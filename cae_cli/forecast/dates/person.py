"""The dates of one person: contracts, trial, membership, benefits."""

import datetime as dt
from collections.abc import Iterator

from cae_cli.fields import MonthDay
from cae_cli.forecast.dates.income import FirstPay, benefit_ends
from cae_cli.forecast.dates.timeline import Milestone
from cae_cli.forecast.membership import Membership
from cae_cli.language import Said, say
from cae_cli.months import add_months
from cae_cli.rules.cape import CAPE_PERIODS, cape_latest_end, cape_renewal_due
from cae_cli.rules.contracts import ONE_DAY, Clock, ContractSpan

ACRE_MONTHS = 12  # loi 2025-1403, article 23, and the rules before it
CAPE_LIMITS = say("C. com. L127-1 to L127-7")
THREE_YEARS = "C. trav. L7331-3"


def milestones_of(
    who: Membership, meeting: MonthDay | None, benefit_until: dt.date | None, pay: FirstPay
) -> Iterator[Milestone]:
    """Yield the dates of a person, in no order.

    Args:
        who: the person.
        meeting: the yearly general meeting, if known.
        benefit_until: the last day of their unemployment benefit, if any.
        pay: the month of their first salary, as far as the projection sees it.
    """
    yield from _contracts(who)
    if who.clock is not None:
        yield from _limits(who, who.clock)
        if who.status != "done":
            yield from _membership(who, who.clock, meeting)
    if who.associate_since is not None:
        label = say("Associate") if who.status == "done" else say("To become associate, as planned")
        yield Milestone(who.associate_since, "associate-done", label, THREE_YEARS)
    if benefit_until is not None:
        label = benefit_ends(benefit_until, pay)
        basis = say("date of the dossier")
        yield Milestone(benefit_until, "unemployment-benefit-end", label, basis)


def _contracts(who: Membership) -> Iterator[Milestone]:
    periods = 0
    for span in who.spans:
        if span.kind == "cape":
            periods += 1
            yield _cape_start(span.start, periods)
        elif span.kind == "cesa":
            yield Milestone(span.start, "cesa-start", say("CESA signed"), "C. trav. L7331-2")
        else:
            label = say("Other contract with the cooperative starts")
            yield Milestone(span.start, "other-start", label, THREE_YEARS)
        if span.end is not None:
            yield _end(who, span, span.end)


def _cape_start(day: dt.date, period: int) -> Milestone:
    if period == 1:
        return Milestone(day, "cape-start", say("CAPE starts"), "C. com. L127-1")
    label = say("CAPE renewed: period {period} of {most} at most", period=period, most=CAPE_PERIODS)
    return Milestone(day, "cape-renewal", label, CAPE_LIMITS)


def _end(who: Membership, span: ContractSpan, day: dt.date) -> Milestone:
    if span.kind == "cesa":
        return Milestone(day, "cesa-end", say("CESA ends"), "C. trav. L7331-1")
    followed = any(other.last > day for other in who.spans)
    owed = not followed and who.cesa is None and who.status != "done"
    if span.kind == "other":
        label = say("Other contract with the cooperative ends")
        return Milestone(day, "other-end", label, THREE_YEARS, deadline=owed)
    label = say("CAPE ends: renewal or CESA to sign before") if owed else say("CAPE ends")
    return Milestone(day, "cape-end", label, "C. com. L127-1", deadline=owed)


def _limits(who: Membership, limits: Clock) -> Iterator[Milestone]:
    """Yield the ends of what may last only so long."""
    owed = who.status != "done"
    renewal = cape_renewal_due(who.spans)
    if renewal is not None:
        label = say("CAPE to renew by then, or CESA to sign: twelve months at most")
        yield Milestone(renewal, "cape-renewal-due", label, CAPE_LIMITS, deadline=owed)
    latest = cape_latest_end(who.spans)
    if latest is not None:
        label = say("CAPE ends at the latest, all renewals used")
        yield Milestone(latest, "cape-latest-end", label, CAPE_LIMITS, deadline=owed)
    if limits.trial_end is not None:
        label = say("Trial period ends at the latest")
        yield Milestone(limits.trial_end, "trial-end", label, "C. trav. L7332-1")
    acre = acre_end(who)
    if acre is not None and acre >= who.today:  # what may never have been granted
        label = say("ACRE ends, if you were granted it")
        yield Milestone(acre, "acre-end", label, "C. trav. R5142-3, R5142-6")


def acre_end(who: Membership) -> dt.date | None:
    """Return the last day of ACRE: twelve months of CAPE at most, none without a CAPE."""
    capes = [span for span in who.spans if span.kind == "cape"]
    if not capes:
        return None
    year = add_months(capes[0].start, ACRE_MONTHS) - ONE_DAY
    return year if who.cesa is None else min(year, max(span.last for span in capes))


def _membership(who: Membership, limits: Clock, meeting: MonthDay | None) -> Iterator[Milestone]:
    """Yield the dates by which one must be associate."""
    owed = not who.gone
    by_law = limits.last_day_by_law
    if by_law == limits.last_day:
        label = say("Last day to become associate, or the CESA ends")
        basis: str | Said = THREE_YEARS
    else:
        label = say("Last day to become associate, by custom")
        basis = say("practice of cooperatives, not the law")
        said = say("Last day to become associate by law, or the CESA ends")
        yield Milestone(by_law, "associate-by-law", said, THREE_YEARS, deadline=owed)
    yield Milestone(limits.last_day, "associate-deadline", label, basis, deadline=owed)
    if meeting is not None:
        label = say("Last general meeting before the associate deadline")
        basis = say("statutes of the cooperative")
        last = last_meeting(meeting, limits)
        yield Milestone(last, "associate-general-meeting", label, basis, deadline=owed)


def last_meeting(meeting: MonthDay, limits: Clock) -> dt.date:
    """Return the last general meeting at which one can still become associate in time."""
    day = dt.date(limits.last_day.year, meeting.month, meeting.day)
    return day if day <= limits.last_day else day.replace(year=day.year - 1)
