"""What comes in and goes out each month before any salary, in each view of the future.

Three views: `signed` keeps what is certain (probability 1), `expected` weighs each amount by its
probability, `all` takes everything in full. All amounts are cents, excluding VAT.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from operator import add, sub
from typing import Literal, NamedTuple, Self

from cae_cli.dossier.model import Dossier, Expense
from cae_cli.forecast.entries import Entries, Series, entries_of
from cae_cli.money import divide
from cae_cli.months import MONTHS_IN_YEAR, Month

View = Literal["signed", "expected", "all"]
VIEWS: tuple[View, ...] = ("signed", "expected", "all")
#: The months, as indices in the window, in which invoices are dated and in which they are paid.
Dated = tuple[Sequence[int], Sequence[int]]


class Window(NamedTuple):
    """The months looked at: the first one, and how many."""

    first: Month
    length: int

    @property
    def last(self) -> Month:
        return self.first + (self.length - 1)

    @property
    def months(self) -> list[Month]:
        return [self.first + i for i in range(self.length)]


class Flows(NamedTuple):
    """Cents for each month of the window; lists are as long as the window."""

    invoiced: list[int]
    cashed: list[int]
    receivable: list[int]  # at the month's end: invoiced, to be paid in the window, not yet paid
    direct_expenses: list[int]  # the part of the expenses that lowers the gross margin
    expenses: list[int]  # costs of invoices, expenses that recur and that follow turnover
    investments: list[int]
    internal_invoiced: list[int]  # the part of the turnover with other members of the cooperative
    internal_cashed: list[int]


class _Sums:
    """What is dated and what is paid each month, and what was owed when the first one opened."""

    def __init__(self, window: Window) -> None:
        empty = [0] * window.length
        self.dated, self.paid = empty.copy(), empty.copy()
        self.dated_internal, self.paid_internal = empty.copy(), empty.copy()
        self.owed = 0

    def add(self, months: Dated, amounts: Sequence[int], *, internal: bool) -> None:
        """Add entries, each with its amount."""
        dated, paid, length = self.dated, self.paid, len(self.paid)
        for month, paid_in, amount in zip(*months, amounts, strict=True):
            if paid_in < length:
                paid[paid_in] += amount
                if month < 0:
                    self.owed += amount
            if month >= 0:
                dated[month] += amount
        if internal:
            self._add_internal(months, amounts)

    def _add_internal(self, months: Dated, amounts: Sequence[int]) -> None:
        for month, paid_in, amount in zip(*months, amounts, strict=True):
            if month >= 0:
                self.dated_internal[month] += amount
            if paid_in < len(self.paid_internal):
                self.paid_internal[paid_in] += amount

    def plus(self, other: Self) -> Self:
        """Add all that another holds, and return this one."""
        self.dated = list(map(add, self.dated, other.dated))
        self.paid = list(map(add, self.paid, other.paid))
        self.dated_internal = list(map(add, self.dated_internal, other.dated_internal))
        self.paid_internal = list(map(add, self.paid_internal, other.paid_internal))
        self.owed += other.owed
        return self

    @property
    def receivable(self) -> list[int]:
        changes = map(sub, self.dated, self.paid)
        return list(accumulate(changes, initial=self.owed))[1:]


def flows_by_view(dossier: Dossier, window: Window) -> dict[View, Flows]:
    """Return the flows of the three views; if all is signed, the three are one value."""
    return fold(dossier, entries_of(dossier, window.first, window.last), window)


def fold(dossier: Dossier, entries: Entries, window: Window) -> dict[View, Flows]:
    """Return entries folded by month and view.

    Args:
        dossier: where the entries come from; its expenses that follow turnover are added.
        entries: those of the months of the window.
        window: the months looked at.
    """
    turnover = _by_view(entries.invoices, window)
    costs = _by_view(entries.costs, window)
    certain = _flows(dossier, entries, window, turnover.signed, costs.signed)
    if turnover.signed is turnover.all:
        return dict.fromkeys(VIEWS, certain)
    return {
        "signed": certain,
        "expected": _flows(dossier, entries, window, turnover.expected, costs.expected),
        "all": _flows(dossier, entries, window, turnover.all, costs.all),
    }


class _ByView(NamedTuple):
    """The same sums in each view; the three are one value where all is signed."""

    signed: _Sums
    expected: _Sums
    all: _Sums


def _by_view(several: Iterable[Series], window: Window) -> _ByView:
    signed, expected, everything = _Sums(window), _Sums(window), _Sums(window)
    all_signed = True
    for series in several:
        dated = _months_of(series.days, window), _months_of(series.paid, window)
        internal = series.source.internal
        if series.signed:
            signed.add(dated, series.cents, internal=internal)
        else:
            all_signed = False
            expected.add(dated, weighed(series), internal=internal)
            everything.add(dated, series.cents, internal=internal)
    if all_signed:
        return _ByView(signed, signed, signed)
    return _ByView(signed, expected.plus(signed), everything.plus(signed))


def _months_of(days: Iterable[dt.date], window: Window) -> list[int]:
    """Return the months of some days, as indices in the window."""
    origin = window.first + 1
    return [day.year * MONTHS_IN_YEAR + day.month - origin for day in days]


def weighed(series: Series) -> list[int]:
    """Return each amount × its probability, rounded."""
    numerator, denominator = series.chance.as_integer_ratio()
    known = {cents: divide(cents * numerator, denominator) for cents in set(series.cents)}
    return [known[cents] for cents in series.cents]


def _flows(
    dossier: Dossier, entries: Entries, window: Window, turnover: _Sums, costs: _Sums
) -> Flows:
    direct, total = shares_by_month(dossier, window, turnover.dated)
    dated = _by_month((one for one in entries.expenses if one.source.direct), window)
    both = map(add, costs.paid, dated)
    return Flows(
        invoiced=turnover.dated,
        cashed=turnover.paid,
        receivable=turnover.receivable,
        direct_expenses=list(map(add, direct, both)),
        expenses=[
            sum(parts)
            for parts in zip(total, costs.paid, _by_month(entries.expenses, window), strict=True)
        ],
        investments=_by_month(entries.investments, window),
        internal_invoiced=turnover.dated_internal,
        internal_cashed=turnover.paid_internal,
    )


def _by_month(paid: Iterable[Series], window: Window) -> list[int]:
    """Return what is paid in each month of the window."""
    amounts = [0] * window.length
    for series in paid:
        for month, cents in zip(_months_of(series.paid, window), series.cents, strict=True):
            amounts[month] += cents
    return amounts


def shares_by_month(
    dossier: Dossier, window: Window, invoiced: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Return the expenses that follow the turnover invoiced: the direct ones, and all of them."""
    direct, total = [0] * window.length, [0] * window.length
    for expense in dossier.expenses:
        if expense.share_of_turnover is not None:
            amounts = share_by_month(expense, window, invoiced)
            total = list(map(add, total, amounts))
            if expense.direct:
                direct = list(map(add, direct, amounts))
    return direct, total


def share_by_month(expense: Expense, window: Window, invoiced: Sequence[int]) -> list[int]:
    """Return what an expense that follows turnover costs in each month, rounded each."""
    numerator, denominator = (expense.share_of_turnover or Decimal(0)).as_integer_ratio()
    amounts = [0] * window.length
    for i in _months_counted(expense, window):
        amounts[i] = divide(invoiced[i] * numerator, denominator)
    return amounts


def _months_counted(expense: Expense, window: Window) -> Iterable[int]:
    """Return the months from that of the start to that of the end, in season, as indices."""
    first, last = 0, window.length - 1
    if expense.start is not None:
        first = max(first, Month.of(expense.start) - window.first)
    if expense.end is not None:
        last = min(last, Month.of(expense.end) - window.first)
    months = range(first, last + 1)
    season = expense.months
    if season is None:
        return months
    return [i for i in months if (window.first + i).number in season]


def with_more_turnover(
    flows: Flows, dossier: Dossier, window: Window, monthly: int, start: int
) -> Flows:
    """Return flows with some more turnover, in cents, on the 1st of every month from one on.

    It is paid at 30 days. The expenses that follow turnover follow it.
    """
    invoiced, cashed = flows.invoiced.copy(), flows.cashed.copy()
    for i in range(start, window.length):
        invoiced[i] += monthly
        paid_in = Month.of((window.first + i).first_day + dt.timedelta(days=30)) - window.first
        if paid_in < window.length:
            cashed[paid_in] += monthly
    direct, total = flows.direct_expenses, flows.expenses
    before = shares_by_month(dossier, window, flows.invoiced)
    after = shares_by_month(dossier, window, invoiced)
    return flows._replace(
        invoiced=invoiced,
        cashed=cashed,
        receivable=list(map(add, flows.receivable, _grown(flows, invoiced, cashed))),
        direct_expenses=list(map(add, direct, map(sub, after[0], before[0]))),
        expenses=list(map(add, total, map(sub, after[1], before[1]))),
    )


def _grown(flows: Flows, invoiced: list[int], cashed: list[int]) -> Iterator[int]:
    """Yield how much more is receivable at the end of each month than in some flows."""
    more_invoiced = map(sub, invoiced, flows.invoiced)
    return accumulate(map(sub, more_invoiced, map(sub, cashed, flows.cashed)))
