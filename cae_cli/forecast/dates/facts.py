"""What the timeline takes from the answer of the signed turnover."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from cae_cli.dossier.model import Dossier
from cae_cli.forecast.answer import Answer
from cae_cli.forecast.dates.pension import pension_years
from cae_cli.forecast.dates.timeline import Facts
from cae_cli.forecast.entries import CERTAIN, Entry, each, sales_of


def facts(answer: Answer) -> Facts:
    """Return the first signed invoice, cash and salary of a projection, and pension quarters."""
    last_day = answer.horizon.last.last_day
    found = list(_first_invoices(answer.dossier, last_day))
    signed = answer.views["signed"]
    return Facts(
        first_invoice=min((one.day for one in found), default=None),
        first_cash=min((one.paid for one in found if one.paid <= last_day), default=None),
        first_salary=None if answer.everyone_runs else signed.first_salary.month,
        pension=tuple(pension_years(answer)),
    )


def _first_invoices(dossier: Dossier, last_day: dt.date) -> Iterator[Entry]:
    """Yield the first invoice of each signed prestation."""
    for i, client in enumerate(dossier.clients):
        for j, prestation in enumerate(client.prestations):
            if prestation.probability == CERTAIN:
                found = sales_of(client, prestation, prestation.start, last_day, path=(i, j))
                yield from islice(each(found.invoices), 1)
