"""What the answer of one pay rests on, and what it warns of; every note has a stable code."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from cae_cli.errors import Note
from cae_cli.language import Amount, Percent, say, say_n
from cae_cli.months import Month
from cae_cli.rules import cooperative_notes
from cae_cli.rules.cooperatives import CooperativeRules
from cae_cli.rules.month_alone import MonthAlone
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.extrapolation import NO_GROWTH, extrapolation
from cae_cli.rules.payroll.law import PayrollLaw
from cae_cli.rules.payroll.left_out import left_out
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.yardsticks import EQUIVALENT, FULL_TIME, Hours
from cae_cli.rules.salary import NetDip, Salary, net_dip, next_cent

#: How near the ceiling a pay is warned: in parts of the ceiling.
_NEAR = 100


def payroll_assumptions(
    law: PayrollLaw,
    last: Month,
    settings: PayrollSettings,
    hours: Hours,
    growth: Decimal = NO_GROWTH,
) -> Iterator[Note]:
    """Yield what a payroll rests on: the contract, the employer, the law of its last month."""
    values = {
        "headcount": settings.headcount,
        "rate": Percent(settings.work_accident_rate),
        "hours": hours,
    }
    if hours == EQUIVALENT:
        text = say(
            "Pay of a CESA (equivalent hours), non-executive, outside Alsace-Moselle: headcount "
            "{headcount}, work-accident rate {rate}. Net is before income tax.",
            **values,
        )
    elif hours == FULL_TIME:
        text = say(
            "Pay of a full-time contract, non-executive, outside Alsace-Moselle: headcount "
            "{headcount}, work-accident rate {rate}. Net is before income tax.",
            **values,
        )
    else:
        text = say(
            "Pay of a contract of {hours} hours a month, non-executive, outside Alsace-Moselle: "
            "headcount {headcount}, work-accident rate {rate}. Net is before income tax.",
            **values,
        )
    yield Note("payroll", text)
    yield from left_out(settings)
    yield from extrapolation(law, last, growth)


def alone() -> Note:
    """Return the note on an answer that counts a month by itself."""
    return Note(
        "month-alone",
        say(
            "The month is counted alone: the general reduction and the ceilings are settled by the "
            "year where pay is uneven."
        ),
    )


def by_the_year() -> Note:
    """Return the note on an answer that counts the months of a year together."""
    return Note(
        "year-counted",
        say(
            "By the year: the general reduction, the reduced rates and the ceilings (old age, "
            "tranches, CET) follow pay since January, month after month; a month without pay adds "
            "nothing to them."
        ),
    )


def cooperative_assumptions(cooperative: CooperativeRules, month: MonthAlone) -> Iterator[Note]:
    """Yield what a turnover rests on: how the month is counted, then the cooperative's data."""
    if month.flat_rate is None:
        yield Note(
            "contribution-month-alone",
            say(
                "The contribution is that of this month alone, for a person already paid whose "
                "first months are over: yearly steps are taken from their beginning, yearly floors "
                "and fees for a twelfth."
            ),
        )
    if month.on_margin:
        yield Note(
            "contribution-on-margin",
            say("The contribution counts on the margin: invoice direct expenses on top."),
        )
    if cooperative.preset is not None:
        yield from cooperative_notes.assumptions(cooperative.preset, cooperative.own)


def cooperative_warnings(cooperative: CooperativeRules, today: dt.date) -> list[Note]:
    """Return what is doubtful in the rules of the cooperative."""
    return cooperative_notes.warnings(cooperative.rule, cooperative.preset, today)


def negative_nets(salaries: Iterable[Salary]) -> Iterator[Note]:
    """Yield how many pays of a list leave less than nothing."""
    count = sum(salary.payslip.net < 0 for salary in salaries)
    if count:
        yield Note(
            "negative-net",
            say_n(
                "The net of {count} pay is below zero: the employee's share of covers is more than "
                "it leaves.",
                "The net of {count} pays is below zero: the employee's share of covers is more "
                "than they leave.",
                count,
            ),
        )


def negative_months(months: Sequence[Month]) -> Iterator[Note]:
    """Yield the months whose pay leaves less than nothing, where there are any."""
    if months:
        yield Note(
            "negative-net",
            say(
                "The net is below zero in {months}: the employee's share of covers is more than "
                "the pay leaves.",
                months=list(months),
            ),
        )


def salary_warnings(payroll: Payroll, salary: Salary) -> Iterator[Note]:
    """Yield what is odd at one pay: nothing left, money that buys nothing, a net that falls."""
    gross, net = salary.payslip.gross, salary.payslip.net
    if net < 0:
        yield Note(
            "negative-net",
            say(
                "The net is below zero: the employee's share of covers is more than this pay "
                "leaves; {short} would have to be paid in or kept back later.",
                short=Amount(-net),
            ),
        )
    if salary.unspent:
        yield Note(
            "unspent",
            say(
                "{unspent} is left unspent: one more cent of gross costs {jump} more.",
                unspent=Amount(salary.unspent),
                jump=Amount(next_cent(payroll, gross)),
            ),
        )
    dip = net_dip(payroll)
    if dip is not None and dip.ceiling - dip.ceiling // _NEAR <= gross < dip.over_from:
        yield _near_the_ceiling(payroll, salary, dip)


def _near_the_ceiling(payroll: Payroll, salary: Salary, dip: NetDip) -> Note:
    values = {
        "ceiling": Amount(dip.ceiling),
        "net": Amount(dip.net),
        "fall": Amount(dip.fall),
        "over_from": Amount(dip.over_from),
    }
    if salary.payslip.gross > dip.ceiling:
        text = say(
            "A gross of {ceiling}, the ceiling, gives more: {net} net, for {saved} less of "
            "employer cost. Above it net falls by {fall}, and passes it again only from "
            "{over_from} on.",
            saved=Amount(salary.payslip.employer_cost - payroll.cost(dip.ceiling)),
            **values,
        )
    else:
        text = say(
            "Do not raise this pay just above the ceiling, {ceiling}: net falls by {fall} "
            "there, and passes {net} again only from {over_from} of gross on.",
            **values,
        )
    return Note("net-falls", text)
