"""The next dates of something that recurs."""

import datetime as dt
from itertools import islice

from cae_cli.dossier.model import Client, Expense, Prestation
from cae_cli.forecast.entries import Entry, each
from cae_cli.forecast.sales import sales_of
from cae_cli.months import add_years
from cae_cli.rhythm import occurrences

#: How many years ahead is looked, as long as too little is found; what comes later is not told.
HORIZONS = (1, 5, 20)
TOLD = 3


def next_invoices(
    client: Client, prestation: Prestation, today: dt.date, count: int = TOLD
) -> list[Entry]:
    """Return the next invoices from today on; those from the start if it begins later."""
    first = max(prestation.start, today)
    found: list[Entry] = []
    for years in HORIZONS:
        sale = sales_of(client, prestation, first, add_years(first, years), path=(0, 0))
        dated = (entry for entry in each(sale.invoices) if entry.day >= first)
        found = list(islice(dated, count))
        if len(found) == count:
            break
    return found


def next_dates(expense: Expense, today: dt.date, count: int = TOLD) -> list[dt.date]:
    """Return the next dates from today on; those from its start if it begins later."""
    first = max(expense.start or today, today)
    schedule = expense.schedule(expense.start or today, end=expense.end)
    found: list[dt.date] = []
    for years in HORIZONS:
        found = occurrences(schedule, first, add_years(first, years)).days[:count]
        if len(found) == count:
            break
    return found
