"""One pay seen from its four sides: net, gross, employer cost and the turnover that funds it."""

from functools import lru_cache
from typing import Literal, NamedTuple

from cae_cli.errors import CaeError
from cae_cli.language import Amount, say
from cae_cli.money import CENTS_IN_EURO, Euros
from cae_cli.rules.month_alone import MonthAlone
from cae_cli.rules.payroll.engine import Payroll, Payslip

Side = Literal["net", "gross", "cost", "turnover"]
#: A month of more euros, of pay or of turnover, is a slip of the keyboard.
MOST_EUROS = Euros(10_000_000)
#: From one net of a table to the next, in cents.
NET_STEP = 100 * CENTS_IN_EURO


class Salary(NamedTuple):
    """A pay and what it takes; cents. Without a known cooperative no turnover is told."""

    payslip: Payslip
    contribution: int | None
    turnover: int | None
    unspent: int  # of a budget or of a turnover: one more cent of gross would exceed it


class Neighbour(NamedTuple):
    """A net pay near another, and what the next step of net adds; cents."""

    net: int
    salary: Salary
    more_cost: int
    more_turnover: int | None
    here: bool  # it is the pay that was asked


class NetDip(NamedTuple):
    """Where net falls when gross rises: above the ceiling, until a gross makes good for it."""

    ceiling: int  # the gross after which net falls
    net: int  # at the ceiling
    fall: int
    over_from: int  # the smallest gross above it whose net is no smaller


def salary_of(payroll: Payroll, month: MonthAlone | None, side: Side, cents: int) -> Salary:
    """Return the pay of which one side is an amount.

    A net gives the smallest gross that reaches it; a cost or a turnover gives the largest gross
    that it covers.

    Args:
        payroll: the payroll rules of the month.
        month: what the cooperative takes of a month's turnover; None where it is not known.
        side: what the amount is.
        cents: the amount, not negative.

    Raises:
        CaeError: no pay has that net; the budget does not cover what is due without any pay; or a
            turnover is given and no cooperative is known.
    """
    unspent, turnover = 0, None
    if side == "net":
        gross = payroll.gross_for_net(cents)
    elif side == "gross":
        gross = cents
    else:
        turnover = cents if side == "turnover" else None
        budget = cents if turnover is None else _left(month, turnover)
        gross = payroll.gross_for_cost(budget)
        unspent = budget - payroll.cost(gross)
    slip = payroll.payslip(gross)
    if month is None:
        return Salary(slip, None, None, unspent)
    if turnover is None:
        turnover = month.turnover_for(slip.employer_cost)
    return Salary(slip, month.contribution(turnover), turnover, unspent)


def _left(month: MonthAlone | None, turnover: int) -> int:
    if month is None:
        raise CaeError(
            say("Without a cooperative, what is left of a turnover is not known."),
            say("Name one with {flag}, or give a budget with {cost}.",
                flag="--cooperative", cost="--cost"),
            "CAE-P007",
        )  # fmt: skip
    left = month.left(turnover)
    if left < 0:
        raise CaeError(
            say(
                "Of {turnover} of turnover nothing is left: the cooperative takes {contribution}.",
                turnover=Amount(turnover),
                contribution=Amount(month.contribution(turnover)),
            ),
            say("Give a larger turnover."),
            "CAE-P008",
        )
    return left


def neighbours(
    payroll: Payroll, month: MonthAlone | None, net: int, *, step: int = NET_STEP, each_way: int = 3
) -> list[Neighbour]:
    """Return the pays around a net, from low to high, by steps of net; nets are above 0.

    Where the covers leave no net further up there are none.
    """
    nets = [net + i * step for i in range(-each_way, each_way + 2)]
    nets = [around for around in nets if around > 0 or around == net]
    try:
        pays = [salary_of(payroll, month, "net", around) for around in nets]
    except CaeError:
        return []
    found = []
    for around, pay, after in zip(nets, pays, pays[1:], strict=False):
        cost = after.payslip.employer_cost - pay.payslip.employer_cost
        more = None
        if after.turnover is not None and pay.turnover is not None:
            more = after.turnover - pay.turnover
        found.append(Neighbour(around, pay, cost, more, around == net))
    return found


def next_cent(payroll: Payroll, gross: int) -> int:
    """Return what one more cent of gross adds to the employer cost, in cents."""
    return payroll.cost(gross + 1) - payroll.cost(gross)


@lru_cache(maxsize=64)
def net_dip(payroll: Payroll) -> NetDip | None:
    """Return where net falls when gross rises; None where the ceiling costs nothing."""
    ceiling = payroll.ceiling
    net = payroll.net(ceiling)
    fall = net - payroll.net(ceiling + 1)
    if fall < CENTS_IN_EURO:  # a rounding, or the law before 2019
        return None
    # A few hundred cents further, cent by cent: roundings make net no straight line.
    above = range(ceiling + 1, 2 * ceiling)
    over_from = next((gross for gross in above if payroll.net(gross) >= net), None)
    return None if over_from is None else NetDip(ceiling, net, fall, over_from)
