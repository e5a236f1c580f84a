"""Every dated thing of a dossier with its source: who, what, which occurrence, when, how much.

Amounts are cents excluding VAT, in full: how sure a thing is stands beside it. The expenses that
follow turnover are no entries: they depend on what a view invoices (see `flows`).
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import Literal, NamedTuple

from cae_cli.dossier.model import Client, Dossier, Expense, Investment, Prestation
from cae_cli.forecast.prices import prices_on
from cae_cli.forecast.recurrence import Schedule, occurrences
from cae_cli.months import Month, end_of_month

CERTAIN = Decimal(1)
_LONGEST_MONTH = dt.timedelta(31)


class Source(NamedTuple):
    """Where an entry comes from."""

    kind: Literal["prestation", "cost", "expense", "investment"]
    who: str  # the client's name; "" for expenses and investments
    what: str  # the label
    path: tuple[str | int, ...]  # in the file: ("clients", 0, "prestations", 1)
    direct: bool = False  # lowers the gross margin


class Entry(NamedTuple):
    """One invoice, one expense or one investment."""

    source: Source
    occurrence: int  # k-th kept one, from 1
    day: dt.date  # invoiced, or due
    paid: dt.date  # the day it is cashed or paid
    cents: int  # in full
    chance: Decimal  # 1: certain


@dataclass(frozen=True, slots=True)
class Series:
    """The entries of one source, in the order of time; in columns, because there are many."""

    source: Source
    chance: Decimal
    first: int  # the number of the first one; the others follow
    days: list[dt.date]
    paid: list[dt.date]
    cents: list[int]

    def __iter__(self) -> Iterator[Entry]:
        columns = zip(self.days, self.paid, self.cents, strict=True)
        for number, (day, paid, cents) in enumerate(columns, self.first):
            yield Entry(self.source, number, day, paid, cents, self.chance)


class Entries(NamedTuple):
    """The entries of some months, each kind in the order of the file; `each` gives them singly."""

    invoices: tuple[Series, ...] = ()
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
    return Entries(
        tuple(
            invoices_of(client, prestation, *days, path=(i, j))
            for i, client in enumerate(dossier.clients)
            for j, prestation in enumerate(client.prestations)
        ),
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


def invoices_of(
    client: Client, prestation: Prestation, first: dt.date, last: dt.date, *, path: tuple[int, int]
) -> Series:
    """Return the invoices dated from one day to another, and the earlier ones paid from it on.

    The path is that of the client among the clients, and of the prestation among its own.
    """
    where = ("clients", path[0], "prestations", path[1])
    source = Source("prestation", client.name, prestation.label, where)
    schedule = Schedule(
        prestation.start, prestation.every, prestation.end, prestation.count, prestation.months
    )
    patience = dt.timedelta(client.payment_days)
    longest = patience + _LONGEST_MONTH if client.end_of_month else patience
    number, days = occurrences(schedule, first - longest, last)
    paid = [day + patience for day in days]
    if client.end_of_month:
        paid = [end_of_month(day) for day in paid]
    early = sum(day < first for day in paid)
    days, paid = days[early:], paid[early:]
    cents = prices_on(days, prestation, prestation.start)
    return Series(source, prestation.probability, number + early, days, paid, cents)


def _payments(expense: Expense, first: dt.date, last: dt.date, *, index: int) -> Series:
    source = Source("expense", "", expense.label, ("expenses", index), expense.direct)
    start = expense.start or first
    schedule = Schedule(start, expense.every, expense.end, expense.count, expense.months)
    number, days = occurrences(schedule, first, last)
    return Series(source, CERTAIN, number, days, days, prices_on(days, expense, start))


def _investment(investment: Investment, *, index: int) -> Series:
    source = Source("investment", "", investment.label, ("investments", index))
    return Series(source, CERTAIN, 1, [investment.date], [investment.date], [investment.amount])
