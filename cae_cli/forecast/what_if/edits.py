"""Edits of a dossier for a what-if: pure functions, nothing is written.

What is said *from a day on* leaves the invoices dated before it as they are. A prestation is then
recorded twice, each time with the other part of its dates left out: both keep the dates, the prices
and the numbers that the whole had.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal

from cae_cli.dossier.model import (
    Client,
    Dossier,
    Pause,
    Prestation,
    PriceChange,
)
from cae_cli.fields import LAST_YEAR
from cae_cli.forecast.change import Edit
from cae_cli.forecast.prices import full_price
from cae_cli.money import share
from cae_cli.months import add_months
from cae_cli.payment import MOST_DAYS, PaymentTerms
from cae_cli.rhythm import occurrences

#: What becomes of a prestation: none, one or several.
Sold = Callable[[Client, Prestation], Sequence[Prestation]]
#: The places of a client among the clients, and of a prestation among its own.
Path = tuple[int, int]
LAST_DAY = dt.date(LAST_YEAR, 12, 31)
_DAY = dt.timedelta(1)


def each_prestation(sold: Sold, only: Sequence[str] | None = None) -> Edit:
    """Return the edit that does something to each prestation, of some clients or of all."""

    def edit(dossier: Dossier) -> Dossier:
        clients = tuple(
            client.model_copy(
                update={
                    "prestations": tuple(
                        one for whole in client.prestations for one in sold(client, whole)
                    )
                }
            )
            if only is None or client.name in only
            else client
            for client in dossier.clients
        )
        return dossier.model_copy(update={"clients": clients})

    return edit


def until(prestation: Prestation, day: dt.date) -> Prestation:
    """Return a prestation without its dates from a day on."""
    return _without(prestation, day, LAST_DAY)


def since(prestation: Prestation, day: dt.date) -> Prestation:
    """Return a prestation without its dates before a day."""
    if prestation.start >= day:
        return prestation
    left = _without(prestation, prestation.start, day - _DAY)
    if prestation.count is None:
        return left
    schedule = prestation.schedule(prestation.start, end=prestation.end)
    _, before = occurrences(schedule, prestation.start, day - _DAY)
    # What counts are the dates kept: those before the day are no longer among them.
    return left.model_copy(update={"count": max(1, prestation.count - len(before))})


def is_over(prestation: Prestation, day: dt.date) -> bool:
    """Tell whether a prestation has no date in the two years from a day on, or later."""
    if prestation.start >= day:
        return False
    schedule = prestation.schedule(
        prestation.start, end=None if prestation.renews else prestation.end
    )
    return not occurrences(schedule, day, add_months(day, 24)).days


def _without(prestation: Prestation, first: dt.date, last: dt.date) -> Prestation:
    pause = Pause.model_construct(first=first, last=last)
    return prestation.model_copy(update={"pauses": (*prestation.pauses, pause)})


def from_day(prestation: Prestation, day: dt.date, then: Prestation) -> list[Prestation]:
    """Return a prestation up to a day, and what it then becomes."""
    return [then] if prestation.start >= day else [until(prestation, day), then]


def raised(prestation: Prestation, rate: Decimal, day: dt.date) -> list[Prestation]:
    """Return a prestation whose prices change by a rate (0.05: 5 % more) from a day on."""
    if is_over(prestation, day):
        return [prestation]
    later = since(prestation, day)
    changes = tuple(
        PriceChange.model_construct(since=one.since, amount=_times(full_price(one), rate),
                                    rate=None, quantity=None)
        for one in later.changes
    )  # fmt: skip
    priced = later.model_copy(
        update={
            "amount": _times(full_price(prestation), rate),
            "rate": None,
            "quantity": None,
            "changes": changes,
        }
    )
    return from_day(prestation, day, priced)


def _times(cents: int, rate: Decimal) -> int:
    return cents + share(cents, rate) if rate >= 0 else cents - share(cents, -rate)


def prices(rate: Decimal, day: dt.date, only: Sequence[str] | None = None) -> Edit:
    """Return the edit that changes prices by a rate from a day on, of some clients or of all."""
    return each_prestation(lambda _, one: raised(one, rate, day), only)


def late(days: int) -> Edit:
    """Return the edit in which everyone pays some days later, earlier invoices too."""

    def sold(client: Client, one: Prestation) -> list[Prestation]:
        terms = later(one.payment or client.payment, days)
        return [one.model_copy(update={"payment": terms})]

    return each_prestation(sold)


def later(terms: PaymentTerms, days: int) -> PaymentTerms:
    """Return terms whose delay is some days longer; months of 30 days where they are counted so."""
    delay = terms.delay if terms.unit == "days" else 30 * terms.delay
    return terms._replace(delay=min(delay + days, MOST_DAYS), unit="days")


def leaves(name: str, day: dt.date) -> Edit:
    """Return the edit in which a client leaves: nothing is dated from a day on."""
    return each_prestation(lambda _, one: [until(one, day)], (name,))


def never(name: str) -> Edit:
    """Return the edit without a client at all."""

    def edit(dossier: Dossier) -> Dossier:
        left = tuple(client for client in dossier.clients if client.name != name)
        return dossier.model_copy(update={"clients": left})

    return edit


def with_client(client: Client) -> Edit:
    """Return the edit that adds a client."""
    return lambda dossier: dossier.model_copy(update={"clients": (*dossier.clients, client)})


def signed(where: Callable[[Prestation], bool], only: Sequence[str]) -> Edit:
    """Return the edit in which some prestations of some clients are signed."""

    def sold(_: Client, one: Prestation) -> list[Prestation]:
        return [one.model_copy(update={"probability": Decimal(1)})] if where(one) else [one]

    return each_prestation(sold, only)


def at(path: Path, split: Callable[[Prestation], Sequence[Prestation]]) -> Edit:
    """Return the edit that does something to one prestation, by the places of it and its client."""

    def edit(dossier: Dossier) -> Dossier:
        i, j = path
        client = dossier.clients[i]
        sold = client.prestations
        several = (*sold[:j], *split(sold[j]), *sold[j + 1 :])
        clients = list(dossier.clients)
        clients[i] = client.model_copy(update={"prestations": several})
        return dossier.model_copy(update={"clients": tuple(clients)})

    return edit
