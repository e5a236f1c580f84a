"""The payroll of a month: gross to net and to employer cost, and both ways back.

Every line is rounded to the cent on its own base, half up, as on a payslip.
"""

from decimal import Decimal
from typing import NamedTuple

from cae_cli.language import Said, mark
from cae_cli.money import divide
from cae_cli.rules.payroll.inverse import Pieces, largest_gross, pieces_of, smallest_gross
from cae_cli.rules.payroll.lines import ON_BOTH, ON_COVERS, UNIT, LineInForce, Share
from cae_cli.rules.payroll.reduction import ONE, Reduction
from cae_cli.rules.payroll.sums import capped, covers_of, employee_sums, employer_sums
from cae_cli.rules.payroll.yardsticks import Yardsticks

REDUCTION_KEY = "general_reduction"
_REDUCTION = mark("General reduction of employer contributions")


class Payslip(NamedTuple):
    """The sums of a payslip, in cents; employer contributions are what the reduction leaves."""

    gross: int
    net: int
    employer_cost: int
    employee_contributions: int
    employer_contributions: int
    general_reduction: int


class PayslipLine(NamedTuple):
    """One line of a payslip: amounts in cents, exact rates; a fixed amount has no base."""

    key: str
    name: Said | str  # a text where it is one's own
    text: str  # where the value comes from
    base: int | None
    employee_rate: Decimal
    employee: int
    employer_rate: Decimal
    employer: int


class Payroll:
    """The payroll of a month for one employer and one kind of contract.

    Pay is in cents, from 0. Months with the same values share one object.
    """

    def __init__(
        self,
        lines: tuple[LineInForce, ...],
        reduction: Reduction,
        yardsticks: Yardsticks,
        reduction_text: str,
    ) -> None:
        self.in_force = lines
        self.reduction = reduction
        self.yardsticks = yardsticks
        self._reduction_text = reduction_text
        self._employee = employee_sums(lines)
        self._employer = employer_sums(lines)
        self.covers = covers_of(lines)
        self.capped = capped(lines)
        self._pieces: Pieces | None = None

    @property
    def smic_hourly(self) -> int:
        """The SMIC of the month, in cents an hour."""
        return self.yardsticks.smic

    @property
    def smic_monthly(self) -> int:
        """The SMIC of the hours of a month (full time, unless the contract has fewer), in cents."""
        hours, parts = self.yardsticks.hours
        return divide(self.yardsticks.smic * hours, parts)

    @property
    def ceiling(self) -> int:
        """The social-security ceiling that counts here, in cents a month."""
        return self.yardsticks.ceiling

    def net(self, gross: int) -> int:
        """Return the net pay before income tax, in cents."""
        return gross - self._employee.at(gross)

    def before_reduction(self, gross: int) -> int:
        """Return the employer contributions before the general reduction, in cents."""
        return self._employer.at(gross)

    def general_reduction(self, gross: int) -> int:
        """Return the general reduction of the month alone, in cents."""
        return self._reduced(gross, self._employer.at(gross))

    def cost(self, gross: int) -> int:
        """Return the employer cost, in cents: it never decreases when gross rises."""
        employer = self._employer.at(gross)
        return gross + employer - self._reduced(gross, employer)

    def payslip(self, gross: int) -> Payslip:
        """Return the sums of a payslip."""
        employee = self._employee.at(gross)
        employer = self._employer.at(gross)
        reduction = self._reduced(gross, employer)
        left = employer - reduction
        return Payslip(gross, gross - employee, gross + left, employee, left, reduction)

    def _reduced(self, gross: int, employer: int) -> int:
        """Return the reduction: never more than the contributions, which round to 0 on cents."""
        if not gross:
            return 0
        return min(divide(self.reduction.coefficient(gross) * gross, ONE), employer)

    def lines(self, gross: int) -> tuple[PayslipLine, ...]:
        """Return every line of a payslip, in its order; the reduction is the last, negative."""
        covers = self.covers.share(gross)
        lines = [line for line in self.in_force if _is_due(line, gross, covers)]
        shown = [_payslip_line(line, gross, covers) for line in lines]
        reduction = self.general_reduction(gross)
        if reduction:
            rate = -Decimal(self.reduction.coefficient(gross)) / ONE
            zero = Decimal(0)
            text = self._reduction_text
            shown.append(
                PayslipLine(REDUCTION_KEY, _REDUCTION, text, gross, zero, 0, rate, -reduction)
            )
        return tuple(shown)

    def gross_for_net(self, net: int) -> int:
        """Return the smallest gross, in cents, whose net reaches an amount.

        Net falls by a few euros where pay passes the ceiling (employee CET), and by a cent here
        and there from rounding: a larger gross may have a smaller net.

        Raises:
            CaeError: contributions take the whole of each euro more, so that none reaches it.
        """
        if self._pieces is None:
            self._pieces = pieces_of(self._employee)
        return smallest_gross(self.net, net, self._pieces)

    def gross_for_cost(self, budget: int) -> int:
        """Return the largest gross, in cents, whose employer cost does not exceed a budget.

        Inside a jump of the cost a part of the budget stays unspent: `budget - cost(gross)`.

        Raises:
            CaeError: the budget is below what the employer pays without any gross.
        """
        return largest_gross(self.cost, budget)


def _base(line: LineInForce, gross: int, covers: int) -> int:
    if line.on == ON_COVERS:
        return covers
    return line.part.of(gross) + (covers if line.on == ON_BOTH else 0)


def _is_due(line: LineInForce, gross: int, covers: int) -> bool:
    """Tell whether a line has its place on a payslip: one whose base is not reached has not."""
    return _base(line, gross, covers) > 0 or _is_fixed(line)


def _is_fixed(line: LineInForce) -> bool:
    return bool(line.employee.fixed or line.employer.fixed)


def _payslip_line(line: LineInForce, gross: int, covers: int) -> PayslipLine:
    base = _base(line, gross, covers)

    def amount(share: Share) -> tuple[Decimal, int]:
        rate = share.rate_at(gross)
        return Decimal(rate) / UNIT, share.fixed + divide(base * rate, UNIT)

    shown = None if _is_fixed(line) else base
    return PayslipLine(
        line.key, line.name, line.text, shown, *amount(line.employee), *amount(line.employer)
    )
