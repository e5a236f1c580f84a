"""Months as far as a screen allows, the rest folded into quarters and years, with their totals."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cae_cli.forecast.projection.ledger import LedgerMonth
from cae_cli.months import MONTHS_IN_YEAR, Month

_QUARTER = 3
#: However small the screen, at least these months are shown one by one.
LEAST_MONTHS = 3


class Span(NamedTuple):
    """Some months in a row as one line; sums, except the treasury at the end of the last."""

    months: Sequence[LedgerMonth]

    @property
    def first(self) -> Month:
        return self.months[0].month

    @property
    def last(self) -> Month:
        return self.months[-1].month

    @property
    def amounts(self) -> tuple[int, int, int, int, int]:
        """Invoiced, cashed, taken and paid over the months, then the treasury at their end."""
        return (
            sum(row.invoiced for row in self.months),
            sum(row.cashed for row in self.months),
            sum(row.taken for row in self.months),
            sum(row.salary_cost for row in self.months),
            self.months[-1].treasury,
        )


def unfolded(rows: Sequence[LedgerMonth]) -> list[Span]:
    """Return every month as a line of its own."""
    return [Span([row]) for row in rows]


def folded(rows: Sequence[LedgerMonth], present: int, most: int) -> list[Span]:
    """Return months as at most some lines where that is possible.

    What lies before the present is one line; then come months one by one, as many as there is room
    for, then quarters to the end of a civil year, then years.

    Args:
        rows: all the months.
        present: how many of them lie before the month of today.
        most: lines there is room for.
    """
    past = [Span(rows[:present])] if present else []
    coming = rows[present:]
    room = most - len(past)
    for fold in (_by_quarter, _by_year, _by_two_years, _at_once):
        for singles in range(len(coming), LEAST_MONTHS - 1, -1):
            rest = fold(coming[singles:])
            if singles + len(rest) <= room:
                return [*past, *unfolded(coming[:singles]), *rest]
    singles = min(LEAST_MONTHS, len(coming))
    return [*past, *unfolded(coming[:singles]), *_at_once(coming[singles:])]


def _by_quarter(rows: Sequence[LedgerMonth]) -> list[Span]:
    """Fold months into the quarters of their first civil year, then into years."""
    year = rows[0].month.year if rows else 0
    return _grouped(rows, lambda m: (m.year, (m.number - 1) // _QUARTER if m.year == year else 0))


def _by_year(rows: Sequence[LedgerMonth]) -> list[Span]:
    return _grouped(rows, lambda month: (month.year, 0))


def _by_two_years(rows: Sequence[LedgerMonth]) -> list[Span]:
    """Fold months into the rest of their first civil year, the next year, and all that follows."""
    year = rows[0].month.year if rows else 0
    return _grouped(rows, lambda month: (min(month.year, year + 2), 0))


def _at_once(rows: Sequence[LedgerMonth]) -> list[Span]:
    return _grouped(rows, lambda _: (0, 0))


def _grouped(
    rows: Sequence[LedgerMonth], group_of: Callable[[Month], tuple[int, int]]
) -> list[Span]:
    """Return months in a row of one group as one span each; groups follow one another."""
    groups: dict[tuple[int, int], list[LedgerMonth]] = {}
    for row in rows:
        groups.setdefault(group_of(row.month), []).append(row)
    return [Span(group) for group in groups.values()]


def is_year(span: Span) -> bool:
    """Tell whether a span is a whole civil year."""
    return len(span.months) == MONTHS_IN_YEAR and span.first.number == 1


def quarter(span: Span) -> int:
    """Return the number of the quarter that a span is, 1 to 4; 0 if it is none."""
    begins = (span.first.number - 1) % _QUARTER == 0
    whole = len(span.months) == _QUARTER and begins
    return (span.first.number - 1) // _QUARTER + 1 if whole else 0
