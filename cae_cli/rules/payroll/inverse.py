"""From a net or a budget back to the gross, exact to the cent.

Cost never decreases, so a budget is a bisection on cents. Net does: each line's rounding takes a
cent back here and there, and passing the ceiling costs a few euros. But before rounding net is a
straight line between two bounds of a base, from which rounding strays by a known bound; the
smallest gross that reaches a net is looked for, cent by cent, only in that narrow band.
"""

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from cae_cli.errors import CaeError
from cae_cli.language import Amount, say
from cae_cli.rules.payroll.lines import UNIT
from cae_cli.rules.payroll.sums import EmployeeSums

SQUARE = UNIT * UNIT  # exact net: a rate of a rate (CSG on a provident cover) in whole numbers
_LEAST_KEPT = SQUARE // 100  # of each euro of gross, for a net to have a gross


class Piece(NamedTuple):
    """Exact net on pay above `start` (exclusive), up to `end` (inclusive): a straight line."""

    start: int
    end: int
    constant: int  # in 1/SQUARE of a cent, as the slope
    slope: int


class Pieces(NamedTuple):
    """All of them, and how far the rounded net strays from them, in cents."""

    pieces: tuple[Piece, ...]
    stray: int


def pieces_of(employee: EmployeeSums) -> Pieces:
    """Return the straight lines of net before rounding."""
    bounds = {0}
    for group in employee.groups:
        bounds |= {group.above, group.up_to, group.only_above}
    for part, _ in employee.both:
        bounds |= {part.above, part.up_to, part.only_above, part.allowance_up_to}
    starts = sorted(bounds)
    ends = [*starts[1:], starts[-1] + UNIT]
    rounded = sum(len(group.rates) for group in employee.groups)
    rounded += sum(len(rates) + 1 for _, rates in employee.both) + len(employee.covers.rates)
    pieces = [_piece(employee, start, end) for start, end in zip(starts, ends, strict=True)]
    return Pieces(tuple(pieces), rounded // 2 + 1)


def _piece(employee: EmployeeSums, start: int, end: int) -> Piece:
    """Return the line of net, from the rates of the bases a pay between two bounds has."""
    constant, slope = -employee.fixed * SQUARE, SQUARE
    for above, up_to, only_above, rates in employee.groups:
        rate = sum(rates) * UNIT // 2
        if start < only_above:
            continue
        if start < up_to:
            slope -= rate
            constant += above * rate
        else:
            constant -= (up_to - above) * rate
    for part, rates in employee.both:
        rate = sum(rates) // 2
        lowered = start < part.allowance_up_to
        slope -= rate * (UNIT - (part.allowance if lowered else 0))
        slope -= rate * sum(employee.covers.rates) // 2
        constant -= rate * UNIT * employee.covers.fixed
        if not lowered:
            constant += rate * part.allowance * part.allowance_up_to
    return Piece(start, end, constant, slope)


def smallest_gross(net_of: Callable[[int], int], net: int, pieces: Pieces) -> int:
    """Return the smallest gross whose net reaches an amount (all in cents).

    Raises:
        CaeError: of each euro more of gross, less than a cent is left: no gross is told.
    """
    if net_of(0) >= net:
        return 0
    least = (net - pieces.stray) * SQUARE
    for start, end, constant, slope in pieces.pieces:
        if slope < _LEAST_KEPT:
            raise CaeError(
                say("No gross pay gives {net} net with these rates.", net=Amount(net)),
                say("Lower the employee's share of provident cover."),
                "CAE-P004",
            )
        gross = max(start + 1, -((constant - least) // slope))
        while gross <= end:
            if net_of(gross) >= net:
                return gross
            gross += 1
    raise AssertionError("the last piece has no end in sight")


def largest_gross(cost_of: Callable[[int], int], budget: int) -> int:
    """Return the largest gross whose cost does not exceed a budget (all in cents).

    Raises:
        CaeError: nothing is left of the budget for a pay.
    """
    fixed = cost_of(0)
    if fixed > budget:
        raise CaeError(
            say(
                "A budget of {budget} leaves no pay: covers alone cost {fixed}.",
                budget=Amount(budget),
                fixed=Amount(fixed),
            ),
            say("Give a larger budget, or lower the fixed covers."),
            "CAE-P005",
        )
    return bisect_right(range(budget + 1), budget, key=cost_of) - 1
