"""What comes in and goes out each month before any salary, in each view of the future.

Three views: `signed` keeps what is certain (probability 1), `expected` weighs each price by its
probability, `all` takes everything at full price. All amounts are cents, excluding VAT.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from operator import add
from typing import Literal, NamedTuple

from cae_cli.dossier.model import Client, Dossier, Expense, Prestation
from cae_cli.forecast.recurrence import Schedule, occurrences, years_between
from cae_cli.money import divide, share
from cae_cli.months import MONTHS_IN_YEAR, Month, end_of_month

View = Literal["signed", "expected", "all"]
VIEWS: tuple[View, ...] = ("signed", "expected", "all")
CERTAIN = Decimal(1)


class Window(NamedTuple):
    """The months looked at: the first one, how many are shown, how many are computed."""

    first: Month
    shown: int
    length: int

    @property
    def last_shown(self) -> Month:
        return self.first + (self.shown - 1)

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
    direct_expenses: list[int]  # the part of the expenses that lowers the gross margin
    expenses: list[int]
    investments: list[int]
    receivable_before: int  # invoiced before the window and due in its shown months


#: One invoice: its day, the day it is paid, its full price in cents (a bare tuple: there are many).
Invoice = tuple[dt.date, dt.date, int]


def invoices(client: Client, prestation: Prestation, window: Window) -> Iterator[Invoice]:
    """Yield the invoices dated in the window, and earlier ones that are paid in it."""
    patience = dt.timedelta(days=client.payment_days)
    schedule = Schedule(
        prestation.start, prestation.every, prestation.end, prestation.count, prestation.months
    )
    price = full_price(prestation)
    price_on = _rising(price, prestation) if prestation.yearly_increase else None
    opening = window.first.first_day - patience
    for day in occurrences(schedule, opening, window.last.last_day):
        due = end_of_month(day + patience) if client.end_of_month else day + patience
        yield day, due, price if price_on is None else price_on(day)


def full_price(prestation: Prestation) -> int:
    """Return the price of the first invoice in cents: the amount, or rate × quantity rounded."""
    if prestation.amount is not None:
        return prestation.amount
    return share(prestation.rate or 0, prestation.quantity or Decimal(0))


def _rising(price: int, item: Prestation | Expense) -> Callable[[dt.date], int]:
    """Return the price of each day: raised at each anniversary of the start, rounded once."""
    start = item.start
    if not item.yearly_increase or start is None:
        return lambda _: price
    numerator, denominator = (1 + item.yearly_increase).as_integer_ratio()

    @cache
    def after(years: int) -> int:
        return divide(price * numerator**years, denominator**years)

    return lambda day: after(years_between(start, day))


class _Turnover:
    """What prestations bring, summed by month."""

    def __init__(self, window: Window) -> None:
        self.invoiced = [0] * window.length
        self.cashed = [0] * window.length
        self.receivable_before = 0
        self._origin = int(window.first)
        self._last_shown = window.shown

    def add(self, items: Iterable[Invoice], probability: Decimal = CERTAIN) -> None:
        """Add invoices at their price, or at their price × probability, rounded each."""
        invoiced, cashed, origin = self.invoiced, self.cashed, self._origin
        length, certain = len(cashed), probability == CERTAIN
        known: dict[int, int] = {}
        for day, due, price in items:
            if certain:
                amount = price
            elif price in known:
                amount = known[price]
            else:
                amount = known[price] = share(price, probability)
            month = day.year * MONTHS_IN_YEAR + day.month - 1 - origin
            paid_in = due.year * MONTHS_IN_YEAR + due.month - 1 - origin
            if month >= 0:
                invoiced[month] += amount
            elif paid_in < self._last_shown:
                self.receivable_before += amount
            if paid_in < length:
                cashed[paid_in] += amount

    def plus(self, other: "_Turnover") -> "_Turnover":
        """Add all that another holds, and return this one."""
        self.invoiced = list(map(add, self.invoiced, other.invoiced))
        self.cashed = list(map(add, self.cashed, other.cashed))
        self.receivable_before += other.receivable_before
        return self


def flows_by_view(dossier: Dossier, window: Window) -> dict[View, Flows]:
    """Return the flows of the three views; if all is signed, the three are one value."""
    signed, expected, everything = _Turnover(window), _Turnover(window), _Turnover(window)
    all_signed = True
    for client in dossier.clients:
        for prestation in client.prestations:
            if prestation.probability == CERTAIN:
                signed.add(invoices(client, prestation, window))
                continue
            all_signed = False
            items = list(invoices(client, prestation, window))
            expected.add(items, prestation.probability)
            everything.add(items)
    certain = _flows(dossier, window, signed)
    if all_signed:
        return dict.fromkeys(VIEWS, certain)
    return {
        "signed": certain,
        "expected": _flows(dossier, window, expected.plus(signed)),
        "all": _flows(dossier, window, everything.plus(signed)),
    }


def _flows(dossier: Dossier, window: Window, turnover: _Turnover) -> Flows:
    direct, expenses = _expenses(dossier, window, turnover.invoiced)
    return Flows(
        turnover.invoiced,
        turnover.cashed,
        direct,
        expenses,
        _investments(dossier, window),
        turnover.receivable_before,
    )


def _expenses(dossier: Dossier, window: Window, invoiced: list[int]) -> tuple[list[int], list[int]]:
    """Return the direct expenses, and all expenses, of each month."""
    direct, total = [0] * window.length, [0] * window.length
    for expense in dossier.expenses:
        amounts = expense_by_month(expense, window, invoiced)
        for i, amount in enumerate(amounts):
            total[i] += amount
            if expense.direct:
                direct[i] += amount
    return direct, total


def expense_by_month(expense: Expense, window: Window, invoiced: list[int]) -> list[int]:
    """Return what an expense costs in each month of the window, in cents."""
    if expense.share_of_turnover is not None:
        rate = expense.share_of_turnover
        return [
            share(amount, rate) if _counts(expense, month) else 0
            for month, amount in zip(window.months, invoiced, strict=True)
        ]
    amounts = [0] * window.length
    opening = window.first.first_day
    schedule = Schedule(
        expense.start or opening, expense.every, expense.end, expense.count, expense.months
    )
    price_on = _rising(expense.amount or 0, expense)
    for day in occurrences(schedule, opening, window.last.last_day):
        amounts[Month.of(day) - window.first] += price_on(day)
    return amounts


def _counts(expense: Expense, month: Month) -> bool:
    """Tell whether a month is in the season and has a day from the start to the end, inclusive."""
    return (
        (expense.months is None or month.number in expense.months)
        and (expense.start is None or expense.start <= month.last_day)
        and (expense.end is None or expense.end >= month.first_day)
    )


def _investments(dossier: Dossier, window: Window) -> list[int]:
    amounts = [0] * window.length
    for investment in dossier.investments:
        index = Month.of(investment.date) - window.first
        if 0 <= index < window.length:
            amounts[index] += investment.amount
    return amounts


def with_more_turnover(flows: Flows, dossier: Dossier, window: Window, monthly: int) -> Flows:
    """Return flows with some more turnover, in cents, on the 1st of every shown month.

    It is paid at 30 days. The expenses that follow turnover follow it.
    """
    invoiced, cashed = flows.invoiced.copy(), flows.cashed.copy()
    for i in range(window.shown):
        invoiced[i] += monthly
        paid_in = Month.of((window.first + i).first_day + dt.timedelta(days=30)) - window.first
        if paid_in < window.length:
            cashed[paid_in] += monthly
    direct, expenses = _expenses(dossier, window, invoiced)
    return flows._replace(
        invoiced=invoiced, cashed=cashed, direct_expenses=direct, expenses=expenses
    )
