"""Every dated thing of a dossier with its source: who, what, which occurrence, when, how much.

Amounts are cents excluding VAT, in full: how sure a thing is stands beside it. The expenses that
follow turnover are no entries: they depend on what a view invoices (see `flows`).
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from cae_cli.dossier.model import Dossier, Expense, Investment
from cae_cli.forecast.prices import prices_on
from cae_cli.forecast.sales import sales_of
from cae_cli.forecast.series import CERTAIN, Entry, Series, Source
from cae_cli.months import Month
from cae_cli.rhythm import occurrences

__all__ = ["CERTAIN", "Entries", "Entry", "Series", "Source", "each", "entries_of", "sales_of"]


class Entries(NamedTuple):
    """The entries of some months, each kind in the order of the file; `each` gives them singly."""

    invoices: tuple[Series, ...] = ()
    costs: tuple[Series, ...] = ()  # what invoices cost directly, paid on their dates
    expenses: tuple[Series, ...] = ()
    investments: tuple[Series, ...] = ()


def each(series: Iterable[Series]) -> Iterator[Entry]:
    """Return the entries of some series one by one."""
    return chain.from_iterable(series)


def entries_of(dossier: Dossier, first: Month, last: Month) -> Entries:
    """Return what happens from the first day of a month to the last day of another.

    Invoices dated before are among them if they are paid from that first day on. An expense
    without a start begins on that day.
    """
    days = first.first_day, last.last_day
    sales = [
        sales_of(client, prestation, *days, path=(i, j))
        for i, client in enumerate(dossier.clients)
        for j, prestation in enumerate(client.prestations)
    ]
    return Entries(
        tuple(series for sale in sales for series in sale.invoices),
        tuple(series for sale in sales for series in sale.costs),
        tuple(
            _payments(expense, *days, index=i)
            for i, expense in enumerate(dossier.expenses)
            if expense.share_of_turnover is None
        ),
        tuple(
            _investment(investment, index=i)
            for i, investment in enumerate(dossier.investments)
            if days[0] <= investment.date <= days[1]
        ),
    )


def _payments(expense: Expense, first: dt.date, last: dt.date, *, index: int) -> Series:
    source = Source("expense", "", expense.label, ("expenses", index), expense.direct)
    start = expense.start or first
    number, days = occurrences(expense.schedule(start, end=expense.end), first, last)
    return Series(source, number, days, days, prices_on(days, expense, start))


def _investment(investment: Investment, *, index: int) -> Series:
    source = Source("investment", "", investment.label, ("investments", index))
    return Series(source, 1, [investment.date], [investment.date], [investment.amount])
