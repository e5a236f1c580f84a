"""The answer of the timeline: the dates of an activity and of its people."""

import datetime as dt
from typing import NamedTuple

from cae_cli.errors import Note
from cae_cli.forecast.membership import Membership
from cae_cli.language import Said
from cae_cli.months import Month

#: Every kind of event, in the order in which those of one day are told.
KINDS = (
    "cape-start", "cape-renewal", "cape-end", "cape-renewal-due", "cape-latest-end", "other-start",
    "other-end", "cesa-start", "cesa-end", "trial-end", "first-invoice", "first-cash",
    "salary-start", "first-salary", "unemployment-benefit-end", "acre-end", "pension-quarters",
    "year-end", "general-meeting", "variable-part-settled", "associate-general-meeting",
    "associate-done", "associate-deadline", "associate-by-law",
)  # fmt: skip


class PensionYear(NamedTuple):
    """The pension quarters that the salaries of a person validate in a civil year."""

    name: str  # empty for the unnamed person of a dossier without entrepreneurs
    year: int
    quarters: int  # 1 to 4


class Facts(NamedTuple):
    """What the forecast of the signed turnover knows; None: it does not happen in it."""

    first_invoice: dt.date | None = None
    first_cash: dt.date | None = None
    first_salary: Month | None = None
    pension: tuple[PensionYear, ...] = ()


class Milestone(NamedTuple):
    """A date that matters, before it is told whose it is and how far away.

    The basis is an article, or says what the date rests on where no article settles it.
    """

    date: dt.date
    kind: str  # one of KINDS
    label: Said
    basis: str | Said
    deadline: bool = False  # something is still owed by this day


class Event(NamedTuple):
    """A milestone of a person, or of all (entrepreneur None); days from today, past below 0.

    The rank counts the events of one kind and person, from 1, in order of date: selecting some of
    the events does not change it.
    """

    date: dt.date
    kind: str
    entrepreneur: str | None
    label: Said
    basis: str | Said
    days: int
    deadline: bool = False
    rank: int = 1


class PersonDates(NamedTuple):
    """The dates of one person that say where they stand."""

    membership: Membership
    cape_latest_end: dt.date | None
    trial_end: dt.date | None


class Timeline(NamedTuple):
    """The whole answer; events in order of date."""

    today: dt.date
    entrepreneurs: tuple[PersonDates, ...]
    events: tuple[Event, ...]
    assumptions: tuple[Note, ...]
    warnings: tuple[Note, ...]
    whole: bool = True  # False: some events were left out


def select(
    timeline: Timeline,
    first: dt.date | None = None,
    last: dt.date | None = None,
    *,
    only_deadlines: bool = False,
) -> Timeline:
    """Return a timeline with the events of some days (both inclusive), or its deadlines only."""
    return timeline._replace(
        whole=first is None and last is None and not only_deadlines,
        events=tuple(
            event
            for event in timeline.events
            if (first is None or event.date >= first)
            and (last is None or event.date <= last)
            and (event.deadline or not only_deadlines)
        ),
    )


def deadlines_within(timeline: Timeline, days: int) -> tuple[Event, ...]:
    """Return the deadlines at most some days away, and those that passed unmet."""
    return tuple(event for event in timeline.events if event.deadline and event.days <= days)
