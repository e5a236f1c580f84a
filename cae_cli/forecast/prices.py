"""What one invoice or one expense amounts to, on the day of its date. Cents, excluding VAT."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from cae_cli.dossier.model import AmountChange, Expense, Prestation, PriceChange
from cae_cli.money import divide, share
from cae_cli.rhythm import yearly_days_after, years_between


def full_price(item: Prestation | PriceChange | AmountChange) -> int:
    """Return a price: the amount, or rate × quantity rounded."""
    if item.amount is not None or isinstance(item, AmountChange):
        return item.amount
    return share(item.rate or 0, item.quantity or Decimal(0))


def prices_on(days: Sequence[dt.date], item: Prestation | Expense, start: dt.date) -> list[int]:
    """Return the price of each day, in order of time.

    It is that of the last change not after the day, else the first one; raised at each
    anniversary of the start, or of that change (or on a day of every year after it), rounded once.
    """
    first = full_price(item) if isinstance(item, Prestation) else item.amount or 0
    if not item.changes:
        return _raised(days, item, start, first)
    prices: list[int] = []
    steps = [(start, first), *((change.since, full_price(change)) for change in item.changes)]
    ends = [since for since, _ in steps[1:]]
    for (since, price), end in zip(steps, [*ends, None], strict=True):
        until = len(days) if end is None else bisect_left(days, end)
        prices += _raised(days[len(prices) : until], item, since, price)
    return prices


def _raised(
    days: Sequence[dt.date], item: Prestation | Expense, since: dt.date, price: int
) -> list[int]:
    """Return a price on some days, raised each year since it was first asked."""
    if not item.yearly_increase:
        return [price] * len(days)
    yearly = item.increase_on
    if yearly is None:
        years = [years_between(since, day) for day in days]
    else:
        years = [yearly_days_after(since, day, yearly) for day in days]
    growth = Fraction(1 + item.yearly_increase)
    numerator, denominator = growth.numerator, growth.denominator
    after = {n: divide(price * numerator**n, denominator**n) for n in set(years)}
    return [after[n] for n in years]
