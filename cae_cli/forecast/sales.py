"""The invoices of a prestation, when each is paid, and what each costs directly."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple, Self

from cae_cli.dossier.model import Client, Prestation
from cae_cli.forecast.prices import prices_on
from cae_cli.forecast.series import Series, Source
from cae_cli.money import share
from cae_cli.months import Month, add_months, end_of_month
from cae_cli.payment import due_dates
from cae_cli.rhythm import occurrences

_ONE_DAY = dt.timedelta(1)
#: What is less sure than this is worth less than half a cent, whatever its price.
_NO_CHANCE = Decimal("1e-17")
_MOST_CLOSED = dt.timedelta(365)  # closed months delay a payment by less


class Sale(NamedTuple):
    """What a prestation brings and costs; a series for the contract, and one a renewal."""

    invoices: tuple[Series, ...]
    costs: tuple[Series, ...]


class _Invoices(NamedTuple):
    """Invoices in columns: their days, prices, the visits each is for, and its renewal."""

    days: list[dt.date]
    cents: list[int]
    visits: list[int]
    renewals: list[int]  # 0: in the contract itself

    def part(self, first: int, last: int | None = None) -> Self:
        several = slice(first, last)
        return type(self)(
            self.days[several],
            self.cents[several],
            self.visits[several],
            self.renewals[several],
        )


def sales_of(
    client: Client, prestation: Prestation, first: dt.date, last: dt.date, *, path: tuple[int, int]
) -> Sale:
    """Return the invoices dated from one day to another, and the earlier ones paid from it on.

    Their costs are those of the invoices dated between the two days.

    Args:
        client: who pays.
        prestation: what is sold.
        first: the first day, inclusive.
        last: the last day, inclusive.
        path: the place of the client among the clients, and of the prestation among its own.
    """
    terms, closed = prestation.payment or client.payment, client.closed_months
    opening = first - terms.longest - (_MOST_CLOSED if closed else dt.timedelta())
    number, found = _invoices(prestation, opening, last)
    paid = due_dates(found.days, terms, closed)
    early = bisect_left(paid, first)
    found, paid, number = found.part(early), paid[early:], number + early
    where = ("clients", path[0], "prestations", path[1])
    source = Source("prestation", client.name, prestation.label, where, internal=client.internal)
    invoices, costs = [], []
    for begin, end in _runs(found.renewals):
        part, renewal = found.part(begin, end), found.renewals[begin]
        chance = prestation.probability
        if renewal:
            chance *= (prestation.renews or 0) ** renewal
            if chance < _NO_CHANCE:
                chance = Decimal(0)
        series = Series(
            source, number + begin, part.days, paid[begin:end], part.cents, chance, renewal
        )
        invoices.append(series)
        if prestation.cost is not None or prestation.cost_share is not None:
            costs.append(_costs(prestation, part, series, first))
    return Sale(tuple(invoices), tuple(costs))


def _runs(values: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the range of each run of equal values."""
    begin = 0
    for _, run in groupby(values):
        end = begin + len(list(run))
        yield begin, end
        begin = end


def _costs(prestation: Prestation, part: _Invoices, series: Series, first: dt.date) -> Series:
    """Return what invoices cost, on their own dates, from one day on: as sure as they are."""
    if prestation.cost is not None:
        cents = [prestation.cost * visits for visits in part.visits]
    else:
        cents = [share(price, prestation.cost_share or Decimal(0)) for price in part.cents]
    early = bisect_left(part.days, first)
    days = part.days[early:]
    path = (*series.source.path, "cost" if prestation.cost is not None else "cost_share")
    source = series.source._replace(kind="cost", path=path, direct=True)
    number = series.first + early
    return Series(source, number, days, days, cents[early:], series.chance, series.renewal)


def _invoices(prestation: Prestation, opening: dt.date, last: dt.date) -> tuple[int, _Invoices]:
    """Return the number of the first invoice dated from one day to another, and all of them."""
    start = prestation.start
    schedule = prestation.schedule(start, end=None if prestation.renews else prestation.end)
    if prestation.invoiced == "each":
        number, days = occurrences(schedule, opening, last)
        prices = prices_on(days, prestation, start)
        return number, _Invoices(days, prices, [1] * len(days), _renewals(prestation, days))
    # The visits of a month make one invoice: all are walked, to number the invoices.
    _, days = occurrences(schedule, start, end_of_month(last))
    prices, renewals = prices_on(days, prestation, start), _renewals(prestation, days)
    made = _Invoices([], [], [], [])
    months = groupby(range(len(days)), lambda i: (Month.of(days[i]), renewals[i]))
    for (month, renewal), several in months:
        visits = list(several)
        made.days.append(month.last_day)
        made.cents.append(sum(prices[i] for i in visits))
        made.visits.append(len(visits))
        made.renewals.append(renewal)
    early = bisect_left(made.days, opening)
    return early + 1, made.part(early, bisect_right(made.days, last))


def _renewals(prestation: Prestation, days: Sequence[dt.date]) -> list[int]:
    """Return the renewal in which each day stands, in order of time; 0: in the contract itself.

    Each renewal is as long as the contract: as many months where it makes whole months, else as
    many days.
    """
    start, end = prestation.start, prestation.end
    if not prestation.renews or end is None or not days:
        return [0] * len(days)
    after = end + _ONE_DAY
    months = Month.of(after) - Month.of(start)
    if not months or add_months(start, months) != after:
        length = (after - start).days
        return [(day - start).days // length for day in days]
    renewals = [(Month.of(day) - Month.of(start)) // months for day in days]
    return [
        renewal - (add_months(start, months * renewal) > day)
        for renewal, day in zip(renewals, days, strict=True)
    ]
