"""What each month lacks to be that of a first salary, in an answer."""

from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.flows import View
from cae_cli.forecast.projection.horizon import NEXT_MONTHS
from cae_cli.forecast.projection.short import needs, shortfall
from cae_cli.months import Month


class Short(NamedTuple):
    """What paying everyone their target from a month on lacks, in cents."""

    month: Month
    short: int  # above 0: missing at the end of `binding`; else to spare there
    binding: Month
    lack: int  # above 0: what the work of the twelve months lacks to cover their pay

    @property
    def lasts(self) -> bool:
        return self.short <= 0 and self.lack <= 0


def short(answer: Answer, view: View, month: Month) -> Short | None:
    """Return what a month lacks; None where nobody with a target may be paid in it."""
    level, ledger = answer.team.target, answer.views[view].ledger
    start = answer.horizon.place_of(month)
    if not level.costs[start]:
        return None
    course = ledger.course(start, level.payees)
    found = shortfall(course, level.costs_from(start), start, answer.demand)
    first = answer.horizon.first
    return Short(month, found.short, first + found.binding, found.lack)


def need_at(answer: Answer, view: View, month: Month, binding: Month) -> int | None:
    """Return what the end of a month lacks if pay begins in another; None as in `short`."""
    level, ledger = answer.team.target, answer.views[view].ledger
    start = answer.horizon.place_of(month)
    if not level.costs[start]:
        return None
    course = ledger.course(start, level.payees)
    found = needs(course, level.costs_from(start), start, answer.demand)
    return found[min(max(0, binding - month), len(found) - 1)]


def earlier(answer: Answer, view: View) -> Sequence[Short]:
    """Return what each month before the first salary lacks, of those in which pay may begin.

    Where nothing lasts, these are the months of the coming year; whoever is paid already has only
    the month of today.
    """
    horizon, first = answer.horizon, answer.views[view].lasting_start
    present = horizon.first + horizon.present
    if answer.everyone_runs:
        months: Sequence[Month] = [] if first is not None else [present]
    else:
        count = NEXT_MONTHS if first is None else first - present
        months = [present + i for i in range(count)]
    found = [short(answer, view, month) for month in months]
    return [one for one in found if one is not None and not one.lasts]


def aim_of(answer: Answer, view: View) -> Short | None:
    """Return the month to bring about, of which nothing was asked.

    The month before the first salary; where nothing lasts, that of the coming year which lacks
    least; where the pay lasts from today on, the month of today. None without a target.
    """
    if not answer.team.target.payees:
        return None
    decided = answer.dossier.salary.start
    if decided is not None and decided >= answer.horizon.first + answer.horizon.present:
        return short(answer, view, decided)
    found, first = earlier(answer, view), answer.views[view].lasting_start
    if first is not None:
        return found[-1] if found else short(answer, view, first)
    return min(found, key=lambda one: max(one.short, one.lack), default=None)
