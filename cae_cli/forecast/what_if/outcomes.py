"""What an answer comes to, in the few figures that scenarios are compared by."""

import datetime as dt
from typing import NamedTuple

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.flows import View
from cae_cli.forecast.membership import membership
from cae_cli.forecast.projection.holding import held
from cae_cli.forecast.projection.horizon import YEAR
from cae_cli.forecast.projection.pay import Pay
from cae_cli.months import LOOK_AHEAD, Month


class Outcome(NamedTuple):
    """Some figures of an answer; cents."""

    first: Month | None  # from which everyone's target lasts
    lasting: tuple[Pay, ...]  # the highest pay that lasts, of everyone; empty: none
    lowest: int  # the lowest treasury at a month's end, over two years from today's
    lowest_month: Month
    turnover: int  # invoiced over the twelve months from today's
    deadline: dt.date | None  # the last day on which someone may become an associate


class Holding(NamedTuple):
    """How long a pay that begins in a month holds."""

    start: Month
    months: int
    open_end: bool  # to the end of the look
    breaks: Month | None  # the first month end below the reserve
    short: int  # what is missing then, in cents


def outcome(answer: Answer, view: View) -> Outcome:
    """Return what an answer comes to in a view."""
    found, present = answer.views[view], answer.horizon.present
    coming = found.months[present : present + LOOK_AHEAD]
    lowest = min(coming, key=lambda row: row.treasury)
    return Outcome(
        found.lasting_start,
        () if found.lasting is None else found.lasting.pays,
        lowest.treasury,
        lowest.month,
        sum(found.ledger.flows.invoiced[present : present + YEAR]),
        _deadline(answer),
    )


def _deadline(answer: Answer) -> dt.date | None:
    people = [membership(person, answer.today) for person in answer.dossier.entrepreneurs]
    return min((who.owed_by for who in people if who.owed_by is not None), default=None)


def holding(answer: Answer, view: View, start: Month) -> Holding:
    """Return how long everyone's target holds from a month on, at most as long as is looked at."""
    level, ledger, horizon = answer.team.target, answer.views[view].ledger, answer.horizon
    place = horizon.place_of(start)
    course, costs = ledger.course(place, level.payees), level.costs_from(place)
    found = held(course, costs, place, answer.demand.look, answer.demand)
    if found.months == answer.demand.look:
        return Holding(start, found.months, True, None, 0)
    breaks = start + found.months
    due = sum(costs[: found.until + 2]) + answer.demand.reserve(costs[found.until + 1])
    return Holding(start, found.months, False, breaks, due - course.treasury(found.until + 1))
