"""The reduction, the reduced rates and the ceilings counted over the civil year, month after month.

The law settles all three by the year (CSS L241-13, D241-8, L241-2-1, L241-6-1; R242-2). A payroll
that counts progressively gives each month what the year so far entitles to, less what it already
gave:

    reduction of a month = C(SMIC so far, pay so far) × pay so far − reductions already given
    base of a line       = its part of pay so far, less its part of pay before the month

and as the reduction the rates reduced up to a limit, which pay so far is compared with. The SMIC of
a month follows its hours, and its ceiling counts where there is pay: a month without adds none (our
reading of R242-2, which leaves out absences without pay). Where T changes within a year (2019,
2025), the pay of each month has the T of that month, measured over the year.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from cae_cli.money import divide
from cae_cli.rules.payroll.engine import Payroll, Payslip
from cae_cli.rules.payroll.lines import UNIT, Part
from cae_cli.rules.payroll.reduction import ONE, Reduction

_NOTHING = Fraction(0)


class ReducedLine(NamedTuple):
    """The year so far of a line whose rate is reduced for a small pay; cents."""

    key: str
    pay: int
    limit: Fraction  # of the months with pay, in proportion of their hours
    given: int  # contributions of the earlier months


class YearSoFar(NamedTuple):
    """What the months of a civil year add up to; cents, and none before the first."""

    pay: int = 0
    ceiling: int = 0  # of the months with pay
    smic: Fraction = _NOTHING  # in cents, for the hours of each month
    by_formula: tuple[tuple[Reduction, int], ...] = ()  # the pay of the months that share one
    before_reduction: int = 0  # employer contributions
    reduced: int = 0  # reductions given
    lines: tuple[ReducedLine, ...] = ()


START = YearSoFar()


def next_month(year: YearSoFar, payroll: Payroll, gross: int) -> tuple[Payslip, YearSoFar]:
    """Return the payslip of one more month of a civil year, and the year after it.

    The reduction of a month is negative where the earlier ones were given too much, and so is the
    base of a line where they counted too much of pay.

    Args:
        year: the months before, from the first one paid.
        payroll: the rules of the month.
        gross: the pay of the month, in cents; 0 for a month without pay.
    """
    slip = payroll.payslip(gross)
    if not gross:
        return slip, year
    hours = _hours(payroll, gross)
    lines, more = _reduced_lines(year, payroll, gross, hours)
    employee_more, employer_more = _beyond_ceilings(year, payroll, gross)
    employee = slip.employee_contributions + employee_more
    employer = slip.employer_contributions + slip.general_reduction + more + employer_more
    formula = payroll.reduction
    now = YearSoFar(
        pay=year.pay + gross,
        ceiling=year.ceiling + payroll.ceiling,
        smic=year.smic + hours * Fraction(formula.smic, formula.parts),
        by_formula=_added(year.by_formula, formula, gross),
        before_reduction=year.before_reduction + employer,
        lines=lines,
    )
    due = min(_reduction(now), now.before_reduction)
    reduction = due - year.reduced
    left = employer - reduction
    return (
        Payslip(gross, gross - employee, gross + left, employee, left, reduction),
        now._replace(reduced=due),
    )


def payslips_of_year(months: Iterable[tuple[Payroll, int]]) -> Sequence[Payslip]:
    """Return the payslips of the months of a civil year, given their rules and gross pay."""
    year, found = START, []
    for payroll, gross in months:
        slip, year = next_month(year, payroll, gross)
        found.append(slip)
    return found


def _hours(payroll: Payroll, gross: int) -> Fraction:
    """Return the hours of a month, as a part of those of its contract: all, unless equivalent."""
    floor = payroll.reduction.floor
    pay = gross * payroll.reduction.parts
    return Fraction(pay, floor) if pay < floor else Fraction(1)


def _added(
    by_formula: tuple[tuple[Reduction, int], ...], formula: Reduction, pay: int
) -> tuple[tuple[Reduction, int], ...]:
    """Add a month's pay to that of the months with the same T; the SMIC is counted apart."""
    bare = formula._replace(smic=0, floor=0, parts=1)
    if by_formula and by_formula[-1][0] == bare:
        return (*by_formula[:-1], (bare, by_formula[-1][1] + pay))
    return (*by_formula, (bare, pay))


def _reduction(year: YearSoFar) -> int:
    smic, unit = year.smic.as_integer_ratio()
    return sum(
        divide(formula.of_ratio(smic, year.pay * unit) * pay, ONE)
        for formula, pay in year.by_formula
    )


def _reduced_lines(
    year: YearSoFar, payroll: Payroll, gross: int, hours: Fraction
) -> tuple[tuple[ReducedLine, ...], int]:
    """Return the lines with a reduced rate, and what the year adds to those of the month alone."""
    before = {line.key: line for line in year.lines}
    lines, more = [], 0
    for line in payroll.in_force:
        side = line.employer
        if side.limit < 0:
            continue
        earlier = before.get(line.key, ReducedLine(line.key, 0, _NOTHING, 0))
        pay, limit = earlier.pay + gross, earlier.limit + hours * side.exact_limit
        due = divide(pay * (side.reduced if pay <= limit else side.rate), UNIT)
        more += due - earlier.given - divide(gross * side.rate_at(gross), UNIT)
        lines.append(ReducedLine(line.key, pay, limit, due))
    return tuple(lines), more


def _beyond_ceilings(year: YearSoFar, payroll: Payroll, gross: int) -> tuple[int, int]:
    """Return what ceilings counted over the year add to the contributions of each side."""
    if year.pay <= year.ceiling and gross <= payroll.ceiling:
        return 0, 0  # below one ceiling, in the year as in the month: every part is the same
    employee = employer = 0
    covers = payroll.covers.share(gross)
    for part, with_covers, employee_rates, employer_rates in payroll.capped:
        alone, base = part.of(gross), _base_in_year(part, year, payroll.ceiling, gross)
        if base != alone:
            share = covers if with_covers else 0
            employee += _more(alone + share, base + share, employee_rates)
            employer += _more(alone + share, base + share, employer_rates)
    return employee, employer


def _base_in_year(part: Part, year: YearSoFar, ceiling: int, gross: int) -> int:
    """Return the base that a month adds to those of the year; negative where it takes back."""
    counted, lowered = part.over(year.ceiling + ceiling, ceiling).counted(year.pay + gross)
    counted_before, lowered_before = part.over(year.ceiling, ceiling).counted(year.pay)
    return part.base(counted - counted_before, lowered - lowered_before)


def _more(alone: int, base: int, rates: Iterable[int]) -> int:
    return sum(divide(base * rate, UNIT) - divide(alone * rate, UNIT) for rate in rates)
