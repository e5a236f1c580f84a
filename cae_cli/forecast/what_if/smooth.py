"""The pay that holds: constant from each start, by season, and ways of being paid."""

from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.flows import View
from cae_cli.forecast.projection.lasting_net import level_of
from cae_cli.forecast.what_if.constant import Constant, constant, constants
from cae_cli.forecast.what_if.seasons import Season, season
from cae_cli.forecast.what_if.ways import USUAL_MONTH, Way, smoothed, with_balance
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.rules.payroll.law import PayrollLaw


class Ways(NamedTuple):
    """Two ways of being paid in a civil year, at the same cost; of the best paid person."""

    january: Month
    name: str  # of the person; "" where there is one only
    fixed: int  # gross of the fixed part, in cents
    balance_month: int  # 1 to 12
    meeting_known: bool
    smoothed: Way
    balance: Way | None  # None: the fixed part alone costs more


class Smoothed(NamedTuple):
    """The pay that holds."""

    answer: Answer
    view: View
    constants: Sequence[Constant]  # one for each start of the coming year
    chosen: Constant | None  # from which the rest is told
    season: Season | None  # None: two levels bring no more
    ways: Ways | None
    year_end: Month | None  # the first December in which it is paid
    carried: int  # what is then left in the treasury, in cents


def smooth(
    answer: Answer,
    law: PayrollLaw,
    view: View = "signed",
    month: Month | None = None,
    fixed_net: int | None = None,
) -> Smoothed:
    """Return the pay that holds from each start, and from one of them how it may be paid.

    Args:
        answer: of the dossier as it stands.
        law: the payroll rules that it was projected with.
        view: the view of the turnover.
        month: the start that is looked at closely; without one, the first salary, else the first.
        fixed_net: the net of the fixed part, in cents; without one, the minimum pay.
    """
    found = constants(answer, view)
    if month is None:
        month = answer.views[view].lasting_start or (found[0].month if found else None)
    chosen = next((one for one in found if one.month == month), None)
    if chosen is None and month is not None:
        chosen = constant(answer, view, month)
    if chosen is None or not chosen.net:
        return Smoothed(answer, view, found, chosen, None, None, None, 0)
    december = Month(chosen.month + MONTHS_IN_YEAR - chosen.month.number)
    return Smoothed(
        answer,
        view,
        found,
        chosen,
        season(answer, view, law, chosen),
        _ways(answer, chosen, fixed_net),
        december,
        _left(answer, view, chosen, december),
    )


def _ways(answer: Answer, chosen: Constant, fixed_net: int | None) -> Ways:
    start = chosen.month
    january = start if start.number == 1 else Month(start + MONTHS_IN_YEAR + 1 - start.number)
    settings = answer.dossier.cooperative.payroll
    payrolls = [answer.law.payroll_for(january + i, settings) for i in range(MONTHS_IN_YEAR)]
    meeting = answer.dossier.cooperative.general_meeting
    month = USUAL_MONTH if meeting is None else meeting.month % MONTHS_IN_YEAR + 1
    fixed = (
        answer.minimum_gross(january) if fixed_net is None else payrolls[0].gross_for_net(fixed_net)
    )
    even = smoothed(payrolls, chosen.net)
    who = chosen.nets.index(chosen.net)
    name = answer.people[who].name if len(answer.people) > 1 else ""
    balance = with_balance(payrolls, fixed, month, even.cost)
    return Ways(january, name, fixed, month, meeting is not None, even, balance)


def _left(answer: Answer, view: View, chosen: Constant, december: Month) -> int:
    """Return what is left in the treasury at the end of a month, with the constant pay."""
    level = level_of(answer.team, chosen.nets)
    start, end = (answer.horizon.place_of(month) for month in (chosen.month, december))
    course = answer.views[view].ledger.course(start, level.payees)
    return course.treasury(end) - sum(level.costs_from(start)[: end + 1])
