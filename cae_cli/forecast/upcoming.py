"""The next dates of something that recurs."""

import datetime as dt

from cae_cli.dossier.model import Expense, Prestation
from cae_cli.forecast.recurrence import Schedule, occurrences
from cae_cli.months import add_years

#: What comes later than this many years is not looked for.
HORIZON_YEARS = 20
TOLD = 3


def next_dates(item: Prestation | Expense, today: dt.date, count: int = TOLD) -> list[dt.date]:
    """Return the next dates from today on; those from its start if it begins later."""
    first = max(item.start or today, today)
    schedule = Schedule(item.start or today, item.every, item.end, item.count, item.months)
    return occurrences(schedule, first, add_years(first, HORIZON_YEARS)).days[:count]
