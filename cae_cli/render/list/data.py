"""The answer of `cae list` for programs: the JSON document and the rows of the CSV."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from cae_cli.dossier.model import Dossier, Entrepreneur, Investment
from cae_cli.forecast.prices import full_price
from cae_cli.forecast.yearly import ClientYear, ExpenseYear, PrestationYear, Year
from cae_cli.language import Amount, mark
from cae_cli.money import divide, euros
from cae_cli.render.shown import About

COLUMNS = (
    mark("Client"),
    mark("Prestation"),
    mark("Price"),
    mark("Every"),
    mark("Start"),
    mark("End"),
    mark("Probability"),
    mark("Next invoice"),
    mark("A year"),
    mark("Expected"),
    mark("Share"),
)
_SHARES = 1000  # a share is told to the tenth of a percent


def document(about: About, dossier: Dossier, year: Year) -> dict[str, Any]:
    """Return the JSON document; amounts in euros, shares of the expected turnover from 0 to 1."""
    return {
        **about.head("list"),
        "from": str(year.first),
        "to": str(year.last),
        "turnover": {"full": euros(year.full), "expected": euros(year.expected)},
        "clients": [_client(client, year) for client in year.clients],
        "expenses": [_expense(expense) for expense in year.expenses],
        "entrepreneurs": [_person(dossier, person) for person in dossier.entrepreneurs],
        "investments": [_investment(item) for item in dossier.investments],
    }


def rows(year: Year) -> Iterator[tuple[object, ...]]:
    """Yield a row for each prestation; a client without any has one too."""
    for client in year.clients:
        if not client.prestations:
            yield (client.client.name, *[None] * (len(COLUMNS) - 1))
        for one in client.prestations:
            sold = one.prestation
            yield (
                client.client.name,
                sold.label,
                Amount(full_price(sold)),
                str(sold.every),
                sold.start,
                sold.end,
                sold.probability,
                one.next_invoice,
                Amount(one.full),
                Amount(one.expected),
                part(one.expected, year.expected),
            )


def part(amount: int, whole: int) -> Decimal | None:
    """Return an amount as a part of a whole, to the thousandth; None of nothing."""
    return Decimal(divide(amount * _SHARES, whole)) / _SHARES if whole else None


def _client(year: ClientYear, whole: Year) -> dict[str, Any]:
    return {
        "name": year.client.name,
        "payment": str(year.client.payment),
        "closed_months": list(year.client.closed_months),
        "firm_until": _day(year.client.firm_until),
        "internal": year.client.internal,
        "pays": year.client.pays,
        "year": euros(year.full),
        "expected": euros(year.expected),
        "share": _number(part(year.expected, whole.expected)),
        "prestations": [_prestation(one, whole) for one in year.prestations],
    }


def _prestation(year: PrestationYear, whole: Year) -> dict[str, Any]:
    sold = year.prestation
    return {
        "label": sold.label,
        "price": euros(full_price(sold)),
        "every": str(sold.every),
        "start": sold.start.isoformat(),
        "end": _day(sold.end),
        "probability": float(sold.probability),
        "next_invoice": _day(year.next_invoice),
        "next_paid": _day(year.next_paid),
        "quote": sold.quote,
        "year": euros(year.full),
        "expected": euros(year.expected),
        "share": _number(part(year.expected, whole.expected)),
    }


def _expense(year: ExpenseYear) -> dict[str, Any]:
    spent = year.expense
    shared = spent.share_of_turnover
    return {
        "label": spent.label,
        "amount": None if spent.amount is None else euros(spent.amount),
        "share_of_turnover": _number(shared),
        "every": None if shared is not None else str(spent.every),
        "direct": spent.direct,
        "year": euros(year.cost),
    }


def _person(dossier: Dossier, person: Entrepreneur) -> dict[str, Any]:
    target = dossier.net_target(person)
    return {
        "name": person.name,
        "net_target": None if target is None else euros(target),
        "associate_since": _day(person.associate_since),
        "contracts": [
            {"kind": one.kind, "start": one.start.isoformat(), "end": _day(one.end)}
            for one in person.contracts
        ],
    }


def _investment(item: Investment) -> dict[str, Any]:
    return {"label": item.label, "amount": euros(item.amount), "date": item.date.isoformat()}


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
