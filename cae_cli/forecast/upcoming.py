"""The next dates of something that recurs."""

import datetime as dt
from itertools import islice

from cae_cli.dossier.model import Client, Expense, Prestation
from cae_cli.forecast.entries import Entry, invoices_of
from cae_cli.forecast.recurrence import Schedule, occurrences
from cae_cli.months import add_years

#: What comes later than this many years is not looked for.
HORIZON_YEARS = 20
TOLD = 3


def next_invoices(
    client: Client, prestation: Prestation, today: dt.date, count: int = TOLD
) -> list[Entry]:
    """Return the next invoices from today on; those from the start if it begins later."""
    first = max(prestation.start, today)
    series = invoices_of(client, prestation, first, add_years(first, HORIZON_YEARS), path=(0, 0))
    return list(islice((entry for entry in series if entry.day >= first), count))


def next_dates(item: Prestation | Expense, today: dt.date, count: int = TOLD) -> list[dt.date]:
    """Return the next dates from today on; those from its start if it begins later."""
    first = max(item.start or today, today)
    schedule = Schedule(item.start or today, item.every, item.end, item.count, item.months)
    return occurrences(schedule, first, add_years(first, HORIZON_YEARS)).days[:count]
