"""What comes in and goes out each month before any salary, in each view of the future.

Three views: `signed` keeps what is certain (probability 1), `expected` weighs each price by its
probability, `all` takes everything at full price. All amounts are cents, excluding VAT.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
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


class Invoice(NamedTuple):
    """One invoice of a prestation, at its full price in cents."""

    day: dt.date
    due: dt.date
    price: int


def invoices(client: Client, prestation: Prestation, window: Window) -> Iterator[Invoice]:
    """Yield the invoices dated in the window, and earlier ones that are paid in it."""
    patience = dt.timedelta(days=client.payment_days)
    opening = window.first.first_day
    price = full_price(prestation)
    schedule = Schedule(
        prestation.start, prestation.every, prestation.end, prestation.count, prestation.months
    )
    for day in occurrences(schedule, opening - patience, window.last.last_day):
        due = day + patience
        if client.end_of_month:
            due = end_of_month(due)
        yield Invoice(day, due, _increased(price, prestation, day))


def full_price(prestation: Prestation) -> int:
    """Return the price of the first invoice in cents: the amount, or rate × quantity rounded."""
    if prestation.amount is not None:
        return prestation.amount
    return share(prestation.rate or 0, prestation.quantity or Decimal(0))


def _increased(price: int, item: Prestation | Expense, day: dt.date) -> int:
    """Return the price on a day: raised at each anniversary of the start, rounded once."""
    if not item.yearly_increase or item.start is None:
        return price
    numerator, denominator = (1 + item.yearly_increase).as_integer_ratio()
    years = years_between(item.start, day)
    return divide(price * numerator**years, denominator**years)


def flows_by_view(dossier: Dossier, window: Window) -> dict[View, Flows]:
    """Return the flows of the three views; if all is signed, the three are one value."""
    recorded = [
        (prestation.probability, list(invoices(client, prestation, window)))
        for client in dossier.clients
        for prestation in client.prestations
    ]
    if all(probability == CERTAIN for probability, _ in recorded):
        only = _flows(dossier, window, recorded, "all")
        return dict.fromkeys(VIEWS, only)
    return {view: _flows(dossier, window, recorded, view) for view in VIEWS}


def _flows(
    dossier: Dossier, window: Window, recorded: list[tuple[Decimal, list[Invoice]]], view: View
) -> Flows:
    invoiced, cashed = [0] * window.length, [0] * window.length
    opening, last_shown_day = window.first.first_day, window.last_shown.last_day
    origin = int(window.first)
    receivable_before = 0
    for probability, items in recorded:
        if view == "signed" and probability != CERTAIN:
            continue
        weighed = view == "expected" and probability != CERTAIN
        for day, due, price in items:
            amount = share(price, probability) if weighed else price
            if day >= opening:
                invoiced[day.year * MONTHS_IN_YEAR + day.month - 1 - origin] += amount
            elif due <= last_shown_day:
                receivable_before += amount
            paid_in = due.year * MONTHS_IN_YEAR + due.month - 1 - origin
            if paid_in < window.length:
                cashed[paid_in] += amount
    direct, expenses = _expenses(dossier, window, invoiced)
    return Flows(
        invoiced, cashed, direct, expenses, _investments(dossier, window), receivable_before
    )


def _expenses(dossier: Dossier, window: Window, invoiced: list[int]) -> tuple[list[int], list[int]]:
    """Return the direct expenses, and all expenses, of each month."""
    direct, total = [0] * window.length, [0] * window.length
    for expense in dossier.expenses:
        amounts = _expense(expense, window, invoiced)
        for i, amount in enumerate(amounts):
            total[i] += amount
            if expense.direct:
                direct[i] += amount
    return direct, total


def _expense(expense: Expense, window: Window, invoiced: list[int]) -> list[int]:
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
    for day in occurrences(schedule, opening, window.last.last_day):
        amounts[Month.of(day) - window.first] += _increased(expense.amount or 0, expense, day)
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
