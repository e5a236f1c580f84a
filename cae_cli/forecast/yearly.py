"""What each client, prestation and expense is worth in the twelve months that come.

Amounts are cents excluding VAT, of the invoices dated in the twelve months, price rises included.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cae_cli.dossier.model import Client, Dossier, Expense, Prestation
from cae_cli.forecast.entries import CERTAIN, Entries, Entry, each, entries_of
from cae_cli.forecast.flows import Window, fold, share_by_month
from cae_cli.forecast.upcoming import next_invoices
from cae_cli.money import share
from cae_cli.months import MONTHS_IN_YEAR, Month

#: Where a prestation or an expense stands in the file.
Path = tuple[str | int, ...]


class PrestationYear(NamedTuple):
    """A prestation, its invoices of the year at full price, and weighed by its probability."""

    prestation: Prestation
    full: int
    expected: int
    next_invoice: dt.date | None  # from today on
    next_paid: dt.date | None  # the day it is paid


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
    window = Window(Month.of(today), MONTHS_IN_YEAR)
    entries = entries_of(dossier, window.first, window.last)
    invoiced = defaultdict[Path, list[Entry]](list)
    for entry in each(entries.invoices):
        if entry.day >= window.first.first_day:
            invoiced[entry.source.path].append(entry)
    clients = tuple(_client(client, i, invoiced, today) for i, client in enumerate(dossier.clients))
    return Year(
        window.first,
        window.last,
        clients,
        tuple(_expenses(dossier, entries, window)),
        sum(one.full for one in clients),
        sum(one.expected for one in clients),
        all(p.probability == CERTAIN for client in dossier.clients for p in client.prestations),
    )


def _client(
    client: Client, index: int, invoiced: Mapping[Path, Sequence[Entry]], today: dt.date
) -> ClientYear:
    sold = tuple(
        _prestation(client, prestation, invoiced["clients", index, "prestations", j], today)
        for j, prestation in enumerate(client.prestations)
    )
    return ClientYear(
        client, sold, sum(one.full for one in sold), sum(one.expected for one in sold)
    )


def _prestation(
    client: Client, prestation: Prestation, invoices: Sequence[Entry], today: dt.date
) -> PrestationYear:
    found = next_invoices(client, prestation, today, 1)
    return PrestationYear(
        prestation,
        sum(entry.cents for entry in invoices),
        sum(share(entry.cents, entry.chance) for entry in invoices),
        found[0].day if found else None,
        found[0].paid if found else None,
    )


def _expenses(dossier: Dossier, entries: Entries, window: Window) -> Iterator[ExpenseYear]:
    spent = Counter[Path]()
    for entry in each(entries.expenses):
        spent[entry.source.path] += entry.cents
    invoiced = fold(dossier, entries, window)["expected"].invoiced
    for i, expense in enumerate(dossier.expenses):
        if expense.share_of_turnover is None:
            yield ExpenseYear(expense, spent["expenses", i])
        else:
            yield ExpenseYear(expense, sum(share_by_month(expense, window, invoiced)))
