"""Dossiers in a few lines, and what they invoice, for the tests of what-ifs."""

import datetime as dt
import tomllib
from decimal import Decimal

from cae_cli.dossier.model import Dossier
from cae_cli.forecast.change import Edit
from cae_cli.forecast.entries import each, entries_of
from cae_cli.months import Month

NEXT = dt.date(2027, 3, 1)  # from when something is decided


def dossier(text: str) -> Dossier:
    head = 'format = 1\nactivity = { name = "Essai" }\n'
    return Dossier.model_validate(tomllib.loads(head + text, parse_float=Decimal))


def invoices(recorded: Dossier, first: str, last: str) -> list[tuple[str, str, int]]:
    """Tell the day, the day of payment and the cents of each invoice, in order of time."""
    found = entries_of(recorded, Month.parse(first), Month.parse(last)).invoices
    return sorted((str(one.day), str(one.paid), one.cents) for one in each(found))


def edited(text: str, edit: Edit, first: str, last: str) -> list[tuple[str, str, int]]:
    return invoices(edit(dossier(text)), first, last)
