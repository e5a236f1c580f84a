"""Who is under which contract in which month, and from when each may be paid."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.dossier.model import Contract, Dossier, Entrepreneur
from cae_cli.months import Month, end_of_month
from cae_cli.rules.contribution_rule import Phase

FOREVER = Month.of(dt.date.max)


class Span(NamedTuple):
    """The months of a contract."""

    cesa: bool
    first: Month
    last: Month  # the last month with a day of contract
    last_whole: Month  # the last month on whose last day it runs


class Person(NamedTuple):
    """An entrepreneur as the projection sees them; `net` is the monthly target in cents."""

    name: str  # empty for the unnamed person of a dossier without entrepreneurs
    net: int  # 0: no target
    contracts: tuple[Contract, ...]
    spans: tuple[Span, ...]
    has_cesa: bool
    associate_since: dt.date | None
    associate_month: Month  # FOREVER: not an associate
    steps: tuple[tuple[Month, int], ...] = ()  # the targets that follow, each from a month on

    def net_in(self, month: Month) -> int:
        """Return the target of a month, in net cents; 0 without one."""
        reached = [net for since, net in self.steps if since <= month]
        return reached[-1] if reached else self.net

    def under_cesa(self, day: dt.date) -> bool:
        """Tell whether a recorded CESA runs on a day."""
        return any(
            contract.kind == "cesa" and contract.start <= day and (contract.end or day) >= day
            for contract in self.contracts
        )

    def entry(self, window_first: Month) -> Month:
        """Return the month of the first contract, else the first of the projection."""
        return min((span.first for span in self.spans), default=window_first)

    def may_be_paid(self, month: Month) -> bool:
        """Tell whether a salary may be paid: in the months of a CESA; any, if none is recorded."""
        if not self.has_cesa:
            return True
        return any(span.cesa and span.first <= month <= span.last for span in self.spans)

    def phase(self, month: Month, *, paid: bool) -> Phase | None:
        """Return the phase in force on a month's last day; None without a contract that month.

        Without a recorded CESA the first salary begins one. Until then the last contract on
        record (or, without any, a CAPE) is taken to go on: the activity is invoiced by someone.
        """
        if self.associate_month <= month:
            return "associate"
        if not self.has_cesa:
            started = not self.spans or self.spans[0].first <= month
            return "cesa" if paid else "cape" if started else None
        running = [span for span in self.spans if span.first <= month <= span.last]
        in_force = [span for span in running if span.last_whole >= month] or running
        if not running:
            return None
        return "cesa" if any(span.cesa for span in in_force) else "cape"


def people(dossier: Dossier) -> Sequence[Person]:
    """Return the persons of the activity: those recorded, or one who has no name."""
    if not dossier.entrepreneurs:
        goal = dossier.salary
        steps = tuple((step.since, step.net) for step in goal.net_steps)
        return (Person("", goal.net_target or 0, (), (), False, None, FOREVER, steps),)
    return tuple(_person(dossier, entrepreneur) for entrepreneur in dossier.entrepreneurs)


def _person(dossier: Dossier, entrepreneur: Entrepreneur) -> Person:
    contracts = tuple(sorted(entrepreneur.contracts, key=lambda contract: contract.start))
    since = entrepreneur.associate_since
    return Person(
        name=entrepreneur.name,
        net=dossier.net_target(entrepreneur) or 0,
        contracts=contracts,
        spans=tuple(_span(contract) for contract in contracts),
        has_cesa=any(contract.kind == "cesa" for contract in contracts),
        associate_since=since,
        associate_month=FOREVER if since is None else Month.of(since),
        steps=_steps(dossier, entrepreneur),
    )


def _steps(dossier: Dossier, entrepreneur: Entrepreneur) -> tuple[tuple[Month, int], ...]:
    """Return the targets of a person that follow the first, each from a month on."""
    told = sorted(step.since for step in (*dossier.salary.net_steps, *entrepreneur.net_steps))
    return tuple((month, dossier.net_target(entrepreneur, month) or 0) for month in told)


def _span(contract: Contract) -> Span:
    cesa, first, end = contract.kind == "cesa", Month.of(contract.start), contract.end
    if end is None:
        return Span(cesa, first, FOREVER, FOREVER)
    last = Month.of(end)
    return Span(cesa, first, last, last if end == end_of_month(end) else last + -1)


def months_without_income(benefit_until: dt.date, pay: Month) -> int:
    """Return the whole months between the last one with benefit and the first with a salary.

    A month with some days of benefit counts as one with income.
    """
    return max(0, pay - Month.of(benefit_until) - 1)
