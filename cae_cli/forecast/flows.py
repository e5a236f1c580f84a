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
from cae_cli.forecast.entries import CERTAIN, Entries, Series, entries_of
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
    expenses: list[int]
    investments: list[int]


class _Turnover:
    """What is invoiced and cashed each month, and what was owed when the first one opened."""

    def __init__(self, window: Window) -> None:
        self.invoiced = [0] * window.length
        self.cashed = [0] * window.length
        self.owed = 0

    def add(self, dated: Dated, amounts: Sequence[int]) -> None:
        """Add invoices, each with its amount."""
        invoiced, cashed, length = self.invoiced, self.cashed, len(self.cashed)
        for month, paid_in, amount in zip(*dated, amounts, strict=True):
            if paid_in < length:
                cashed[paid_in] += amount
                if month < 0:
                    self.owed += amount
            if month >= 0:
                invoiced[month] += amount

    def plus(self, other: Self) -> Self:
        """Add all that another holds, and return this one."""
        self.invoiced = list(map(add, self.invoiced, other.invoiced))
        self.cashed = list(map(add, self.cashed, other.cashed))
        self.owed += other.owed
        return self

    @property
    def receivable(self) -> list[int]:
        changes = map(sub, self.invoiced, self.cashed)
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
    signed, expected, everything = _Turnover(window), _Turnover(window), _Turnover(window)
    all_signed = True
    for series in entries.invoices:
        dated = _months_of(series.days, window), _months_of(series.paid, window)
        if series.chance == CERTAIN:
            signed.add(dated, series.cents)
        else:
            all_signed = False
            expected.add(dated, _weighed(series))
            everything.add(dated, series.cents)
    certain = _flows(dossier, entries, window, signed)
    if all_signed:
        return dict.fromkeys(VIEWS, certain)
    return {
        "signed": certain,
        "expected": _flows(dossier, entries, window, expected.plus(signed)),
        "all": _flows(dossier, entries, window, everything.plus(signed)),
    }


def _months_of(days: Iterable[dt.date], window: Window) -> list[int]:
    """Return the months of some days, as indices in the window."""
    origin = window.first + 1
    return [day.year * MONTHS_IN_YEAR + day.month - origin for day in days]


def _weighed(series: Series) -> list[int]:
    """Return each amount × its probability, rounded."""
    numerator, denominator = series.chance.as_integer_ratio()
    known = {cents: divide(cents * numerator, denominator) for cents in set(series.cents)}
    return [known[cents] for cents in series.cents]


def _flows(dossier: Dossier, entries: Entries, window: Window, turnover: _Turnover) -> Flows:
    direct, total = shares_by_month(dossier, window, turnover.invoiced)
    dated = _by_month((one for one in entries.expenses if one.source.direct), window)
    return Flows(
        turnover.invoiced,
        turnover.cashed,
        turnover.receivable,
        list(map(add, direct, dated)),
        list(map(add, total, _by_month(entries.expenses, window))),
        _by_month(entries.investments, window),
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
    return [
        divide(amount * numerator, denominator) if _counts(expense, month) else 0
        for month, amount in zip(window.months, invoiced, strict=True)
    ]


def _counts(expense: Expense, month: Month) -> bool:
    """Tell whether a month is in the season and has a day from the start to the end, inclusive."""
    return (
        (expense.months is None or month.number in expense.months)
        and (expense.start is None or expense.start <= month.last_day)
        and (expense.end is None or expense.end >= month.first_day)
    )


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
