"""Ways of being paid in a civil year, at the same cost, the reduction counted over the year.

Either the same each month, or a fixed part each month and what is left of the year at once, at the
latest one month after the general meeting (Code du travail, R7331-11 and R7331-12).
"""

from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.forecast.projection.search import smallest
from cae_cli.months import MONTHS_IN_YEAR
from cae_cli.rules.payroll.engine import Payroll, Payslip
from cae_cli.rules.payroll.year import payslips_of_year
from cae_cli.rules.pension import quarters

MOST_GROSS = 100_000_000  # cents
#: The month of the balance where no general meeting is recorded: most meet in June.
USUAL_MONTH = 7


class Way(NamedTuple):
    """A civil year of pay; cents."""

    grosses: tuple[int, ...]  # January first
    net: int
    cost: int
    reduction: int
    quarters: int
    unpaid: int  # months without pay


def way(payrolls: Sequence[Payroll], grosses: Sequence[int]) -> Way:
    """Return what the gross pays of a civil year give."""
    slips = _slips(payrolls, grosses)
    return Way(
        tuple(grosses),
        sum(slip.net for slip in slips),
        sum(slip.employer_cost for slip in slips),
        sum(slip.general_reduction for slip in slips),
        quarters(sum(grosses), payrolls[0].smic_hourly),
        sum(not gross for gross in grosses),
    )


def smoothed(payrolls: Sequence[Payroll], net: int) -> Way:
    """Return twelve months of the same net, each month counted by itself."""
    return way(payrolls, [payroll.gross_for_net(net) for payroll in payrolls])


def with_balance(payrolls: Sequence[Payroll], fixed: int, month: int, budget: int) -> Way | None:
    """Return a fixed part each month and the largest balance that a budget of the year pays.

    Args:
        payrolls: of the twelve months, January first.
        fixed: the gross of the fixed part, in cents.
        month: that of the balance, 1 to 12.
        budget: the employer cost of the year, in cents.

    Returns:
        None where the fixed part alone costs more.
    """

    def grosses(balance: int) -> list[int]:
        return [fixed + (balance if i + 1 == month else 0) for i in range(MONTHS_IN_YEAR)]

    def is_too_much(balance: int) -> bool:
        return _cost(_slips(payrolls, grosses(balance))) > budget

    if is_too_much(0):
        return None
    guess = max(1, budget - _cost(_slips(payrolls, grosses(0))))
    balance = (smallest(is_too_much, guess, most=MOST_GROSS) or MOST_GROSS) - 1
    return way(payrolls, grosses(balance))


def _slips(payrolls: Sequence[Payroll], grosses: Sequence[int]) -> Sequence[Payslip]:
    return payslips_of_year(list(zip(payrolls, grosses, strict=True)))


def _cost(slips: Sequence[Payslip]) -> int:
    return sum(slip.employer_cost for slip in slips)
