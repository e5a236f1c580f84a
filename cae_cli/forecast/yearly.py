"""What each client, prestation and expense is worth in the twelve months that come.

Amounts are cents excluding VAT, of the invoices dated in the twelve months, price rises included.
"""

import datetime as dt
from typing import NamedTuple

from cae_cli.dossier.model import Client, Dossier, Expense, Prestation
from cae_cli.forecast.flows import CERTAIN, Window, expense_by_month, flows_by_view, invoices
from cae_cli.forecast.upcoming import next_dates
from cae_cli.money import share
from cae_cli.months import MONTHS_IN_YEAR, Month


class PrestationYear(NamedTuple):
    """A prestation, its invoices of the year at full price, and weighed by its probability."""

    prestation: Prestation
    full: int
    expected: int
    next_invoice: dt.date | None  # from today on


class ClientYear(NamedTuple):
    """A client, its prestations and their sums."""

    client: Client
    prestations: tuple[PrestationYear, ...]
    full: int
    expected: int


class ExpenseYear(NamedTuple):
    """An expense and what it costs in the year, with the expected turnover."""

    expense: Expense
    cost: int


class Year(NamedTuple):
    """Twelve months, both ends inclusive."""

    first: Month
    last: Month
    clients: tuple[ClientYear, ...]
    expenses: tuple[ExpenseYear, ...]
    full: int
    expected: int
    all_signed: bool  # every price is certain: full and expected are the same


def year_ahead(dossier: Dossier, today: dt.date) -> Year:
    """Return the twelve months from the month of today on."""
    window = Window(Month.of(today), MONTHS_IN_YEAR, MONTHS_IN_YEAR)
    clients = tuple(_client(client, window, today) for client in dossier.clients)
    shared = any(expense.share_of_turnover is not None for expense in dossier.expenses)
    empty = [0] * window.length
    invoiced = flows_by_view(dossier, window)["expected"].invoiced if shared else empty
    return Year(
        window.first,
        window.last_shown,
        clients,
        tuple(
            ExpenseYear(expense, sum(expense_by_month(expense, window, invoiced)))
            for expense in dossier.expenses
        ),
        sum(one.full for one in clients),
        sum(one.expected for one in clients),
        all(p.probability == CERTAIN for client in dossier.clients for p in client.prestations),
    )


def _client(client: Client, window: Window, today: dt.date) -> ClientYear:
    sold = tuple(_prestation(client, p, window, today) for p in client.prestations)
    return ClientYear(
        client, sold, sum(one.full for one in sold), sum(one.expected for one in sold)
    )


def _prestation(
    client: Client, prestation: Prestation, window: Window, today: dt.date
) -> PrestationYear:
    opening = window.first.first_day
    found = invoices(client, prestation, window)
    prices = [price for day, _, price in found if day >= opening]
    dates = next_dates(prestation, today, 1)
    return PrestationYear(
        prestation,
        sum(prices),
        sum(share(price, prestation.probability) for price in prices),
        dates[0] if dates else None,
    )
