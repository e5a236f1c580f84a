"""The dates of one person: contracts, trial, membership, benefits."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from cae_cli.dossier.model import Entrepreneur
from cae_cli.fields import MonthDay
from cae_cli.forecast.dates.income import Pay, benefit_ends
from cae_cli.forecast.dates.timeline import Associate, Milestone, Path, Status
from cae_cli.language import say
from cae_cli.months import add_months
from cae_cli.rules.contracts import (
    CAPE_PERIODS,
    ONE_DAY,
    Clock,
    ContractSpan,
    cape_latest_end,
    clock,
)

ACRE_MONTHS = 12  # loi 2025-1403, article 23, and the rules before it
CAPE_LIMITS = say("C. com. L127-1 to L127-7")
THREE_YEARS = "C. trav. L7331-3"


class Person(NamedTuple):
    """What the contracts of one person say today."""

    name: str
    spans: tuple[ContractSpan, ...]  # in order of start
    clock: Clock | None
    associate_since: dt.date | None
    unemployment_benefit_until: dt.date | None
    today: dt.date

    @property
    def status(self) -> Status:
        """Where they stand, judged on the earlier of the legal and the customary date."""
        if self.associate_since is not None and self.associate_since <= self.today:
            return "done"
        if self.clock is None or self.clock.start > self.today:
            return "not-started"
        return "overdue" if self.today >= self.clock.deadline else "open"

    @property
    def gone(self) -> bool:
        """All contracts, a CESA among them, have ended before the deadline: nothing is owed."""
        return (
            self.clock is not None
            and not self.clock.assumed
            and max(span.last for span in self.spans) < min(self.today, self.clock.deadline)
        )

    @property
    def cesa(self) -> dt.date | None:
        """The signature of the first recorded CESA."""
        return self.clock.cesa if self.clock and not self.clock.assumed else None

    def has_cesa_in(self, first: dt.date, last: dt.date) -> bool:
        """Tell whether a recorded CESA runs on a day from first to last, both inclusive."""
        return any(s.kind == "cesa" and s.start <= last and s.last >= first for s in self.spans)


def person(entrepreneur: Entrepreneur, today: dt.date) -> Person:
    """Return what the contracts of an entrepreneur say today."""
    spans = tuple(
        ContractSpan(contract.kind, contract.start, contract.end)
        for contract in sorted(entrepreneur.contracts, key=lambda contract: contract.start)
    )
    return Person(
        entrepreneur.name,
        spans,
        clock(spans, today),
        entrepreneur.associate_since,
        entrepreneur.unemployment_benefit_until,
        today,
    )


def path(who: Person) -> Path:
    """Return the summary of a person's dates."""
    end = cape_latest_end(who.spans)
    if who.clock is None:
        return Path(who.name, Associate(None, None, None, None, who.status), end, None)
    safe = who.clock.last_safe_day
    associate = Associate(
        who.clock.legal_deadline,
        who.clock.customary_date,
        safe,
        None if who.status == "done" else (safe - who.today).days,
        who.status,
    )
    return Path(who.name, associate, end, who.clock.trial_end)


def milestones_of(who: Person, meeting: MonthDay | None, pay: Pay) -> Iterator[Milestone]:
    """Yield the dates of a person, in no order.

    Args:
        who: the person.
        meeting: the yearly general meeting, if known.
        pay: the month of their first salary, as far as the projection sees it.
    """
    yield from _contracts(who)
    if who.clock is not None:
        yield from _limits(who, who.clock)
        if who.status != "done":
            yield from _membership(who, who.clock, meeting)
    if who.associate_since is not None:
        yield Milestone(who.associate_since, "associate-done", say("Associate"), THREE_YEARS)
    if who.unemployment_benefit_until is not None:
        until = who.unemployment_benefit_until
        label = benefit_ends(until, pay)
        yield Milestone(until, "unemployment-benefit-end", label, say("date of the dossier"))


def _contracts(who: Person) -> Iterator[Milestone]:
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


def _end(who: Person, span: ContractSpan, day: dt.date) -> Milestone:
    if span.kind == "cesa":
        return Milestone(day, "cesa-end", say("CESA ends"), "C. trav. L7331-2")
    followed = any(other.last > day for other in who.spans)
    owed = not followed and who.cesa is None and who.status != "done"
    if span.kind == "other":
        label = say("Other contract with the cooperative ends")
        return Milestone(day, "other-end", label, THREE_YEARS, deadline=owed)
    label = say("CAPE ends: renewal or CESA to sign before") if owed else say("CAPE ends")
    return Milestone(day, "cape-end", label, "C. com. L127-1", deadline=owed)


def _limits(who: Person, limits: Clock) -> Iterator[Milestone]:
    """Yield the ends of what may last only so long."""
    latest = cape_latest_end(who.spans)
    if latest is not None:
        label = say("CAPE ends at the latest, all renewals used")
        owed = who.status != "done"
        yield Milestone(latest, "cape-latest-end", label, CAPE_LIMITS, deadline=owed)
    if limits.trial_end is not None:
        label = say("Trial period ends at the latest")
        yield Milestone(limits.trial_end, "trial-end", label, "C. trav. L7332-1")
    begun = next((span.start for span in who.spans if span.kind != "other"), None)
    if begun is not None:
        acre_end = add_months(begun, ACRE_MONTHS) - ONE_DAY
        if acre_end >= who.today:  # what may never have been granted is not told of the past
            label = say("ACRE ends, if you were granted it")
            yield Milestone(acre_end, "acre-end", label, say("12 months, on request to the URSSAF"))


def _membership(who: Person, limits: Clock, meeting: MonthDay | None) -> Iterator[Milestone]:
    """Yield the dates by which one must be associate."""
    legal, customary, owed = limits.legal_deadline, limits.customary_date, not who.gone
    label = say("Last safe day to become associate")
    yield Milestone(
        limits.last_safe_day, "associate-last-safe-day", label, THREE_YEARS, deadline=owed
    )
    label = say("Be associate before this day, or the CESA ends")
    yield Milestone(legal, "associate-legal-deadline", label, THREE_YEARS, deadline=owed)
    if customary != legal:
        label = say("Third anniversary of the first contract: be associate before, by custom")
        basis = say("practice of cooperatives, not the law")
        yield Milestone(customary, "associate-customary", label, basis, deadline=owed)
    last = meeting and last_meeting_before(meeting, limits)
    if last:
        label = say("Last general meeting before the associate deadline")
        basis = say("statutes of the cooperative")
        yield Milestone(last, "associate-general-meeting", label, basis, deadline=owed)


def last_meeting_before(meeting: MonthDay, limits: Clock) -> dt.date | None:
    """Return the last general meeting of the three years, the deadline's own day excluded."""
    year = limits.deadline.year
    days = (dt.date(y, meeting.month, meeting.day) for y in (year, year - 1))
    return next((day for day in days if limits.start <= day < limits.deadline), None)
