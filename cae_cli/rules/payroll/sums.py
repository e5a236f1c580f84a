"""The same lines, prepared so that the sum of a side is a few whole-number operations.

A projection asks for net and cost thousands of times. Lines on the same part of pay are grouped:
one base, then a product and a half-up rounding for each rate.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from cae_cli.rules.payroll.lines import ON_BOTH, ON_COVERS, ON_PAY, UNIT, LineInForce, Part

_TWICE = 2 * UNIT  # rates are kept doubled: (base × 2 rate + UNIT) // 2 UNIT rounds half up


class Group(NamedTuple):
    """Lines on the same part of pay, whose rates (doubled) are above 0."""

    above: int
    up_to: int
    only_above: int
    rates: tuple[int, ...]


def grouped(rates: Iterable[tuple[Part, int]]) -> tuple[Group, ...]:
    """Group rates by the part of pay they apply to."""
    due = sorted((part, rate) for part, rate in rates if rate)
    return tuple(
        Group(part.above, part.up_to, part.only_above, tuple(2 * rate for _, rate in same))
        for part, same in groupby(due, key=lambda pair: pair[0])
    )


def sum_of(groups: tuple[Group, ...], pay: int) -> int:
    """Return the sum of lines, in cents, each rounded half up."""
    total = 0
    for above, up_to, only_above, rates in groups:
        if pay > only_above:
            base = (pay if pay < up_to else up_to) - above  # noqa: FURB136 - half the time of min()
            for rate in rates:
                total += (base * rate + UNIT) // _TWICE
    return total


class Covers(NamedTuple):
    """What the employer pays for health and provident covers."""

    fixed: int
    rates: tuple[int, ...]

    def share(self, pay: int) -> int:
        """Return it in cents: the base of the social levy, and a part of that of the CSG."""
        return self.fixed + sum((pay * rate + UNIT) // _TWICE for rate in self.rates)


class EmployeeSums(NamedTuple):
    """The employee's contributions."""

    fixed: int
    groups: tuple[Group, ...]
    both: tuple[tuple[Part, tuple[int, ...]], ...]  # on pay, less an allowance, and on covers
    covers: Covers

    def at(self, pay: int) -> int:
        """Return their sum, in cents."""
        total = self.fixed + sum_of(self.groups, pay)
        for part, rates in self.both:
            base = part.of(pay) + self.covers.share(pay)
            for rate in rates:
                total += (base * rate + UNIT) // _TWICE
        return total


class EmployerSums(NamedTuple):
    """The employer's contributions before the general reduction."""

    fixed: int
    groups: tuple[tuple[int, tuple[Group, ...]], ...]  # for pay up to a limit, in cents
    levies: tuple[int, ...]  # on covers
    covers: Covers

    def at(self, pay: int) -> int:
        """Return their sum, in cents."""
        total = self.fixed
        for limit, groups in self.groups:
            if pay <= limit:
                total += sum_of(groups, pay)
                break
        if self.levies:
            share = self.covers.share(pay)
            for rate in self.levies:
                total += (share * rate + UNIT) // _TWICE
        return total


class Capped(NamedTuple):
    """Lines on the same part of pay, bounded by ceilings: counted by the year, their base moves."""

    part: Part
    covers: bool  # the base has the employer's share of covers as well
    employee: tuple[int, ...]  # rates, not doubled
    employer: tuple[int, ...]


def capped(lines: tuple[LineInForce, ...]) -> tuple[Capped, ...]:
    """Return the lines that ceilings bound; none of these has a reduced rate."""
    groups: dict[tuple[Part, bool], list[LineInForce]] = {}
    for line in lines:
        if line.on != ON_COVERS and line.part != Part():
            groups.setdefault((line.part, line.on == ON_BOTH), []).append(line)
    return tuple(
        Capped(
            part,
            covers,
            tuple(line.employee.rate for line in same if line.employee.rate),
            tuple(line.employer.rate for line in same if line.employer.rate),
        )
        for (part, covers), same in groups.items()
    )


def covers_of(lines: tuple[LineInForce, ...]) -> Covers:
    """Return the employer's share of the lines that are covers."""
    covers = [line.employer for line in lines if line.cover]
    return Covers(
        sum(side.fixed for side in covers), tuple(2 * side.rate for side in covers if side.rate)
    )


def employee_sums(lines: tuple[LineInForce, ...]) -> EmployeeSums:
    """Prepare the employee's side of lines."""
    both = groupby((line for line in lines if line.on == ON_BOTH), key=lambda line: line.part)
    return EmployeeSums(
        sum(line.employee.fixed for line in lines),
        grouped((line.part, line.employee.rate) for line in lines if line.on == ON_PAY),
        tuple((part, tuple(2 * line.employee.rate for line in same)) for part, same in both),
        covers_of(lines),
    )


def employer_sums(lines: tuple[LineInForce, ...]) -> EmployerSums:
    """Prepare the employer's side of lines: one set of rates between two limits of pay."""
    on_pay = [line for line in lines if line.on == ON_PAY]
    limits = sorted({line.employer.limit for line in on_pay if line.employer.limit >= 0})
    ends = (*limits, 10 * max(line.part.up_to for line in on_pay))
    return EmployerSums(
        sum(line.employer.fixed for line in lines),
        tuple(
            (end, grouped((line.part, line.employer.rate_at(end)) for line in on_pay))
            for end in ends
        ),
        tuple(2 * line.employer.rate for line in lines if line.on == ON_COVERS),
        covers_of(lines),
    )
