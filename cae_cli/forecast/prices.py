"""What one invoice or one expense amounts to, on the day of its date. Cents, excluding VAT."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from cae_cli.dossier.model import Expense, Prestation
from cae_cli.forecast.recurrence import years_between
from cae_cli.money import divide, share


def full_price(prestation: Prestation) -> int:
    """Return the price of the first invoice: the amount, or rate × quantity rounded."""
    if prestation.amount is not None:
        return prestation.amount
    return share(prestation.rate or 0, prestation.quantity or Decimal(0))


def prices_on(days: Sequence[dt.date], item: Prestation | Expense, start: dt.date) -> list[int]:
    """Return the price of each day: raised at each anniversary of the start, rounded once."""
    first = full_price(item) if isinstance(item, Prestation) else item.amount or 0
    if not item.yearly_increase:
        return [first] * len(days)
    years = [years_between(start, day) for day in days]
    numerator, denominator = (1 + item.yearly_increase).as_integer_ratio()
    after = {n: divide(first * numerator**n, denominator**n) for n in set(years)}
    return [after[n] for n in years]
