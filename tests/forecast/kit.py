"""Small dossiers, their answers, and payroll rules that hold still.

A net of 900.00 € in 2023 is a gross of 1 136.94 € and an employer cost of 1 168.16 € with 60 staff
and a work-accident rate of 1 %. Employee lines: 78.45 + 4.55 + 35.81 + 9.78 + 75.96 + 32.39 =
236.94. Employer lines: 79.59 + 3.41 + 97.21 + 21.60 + 39.22 + 11.37 + 46.05 + 1.71 + 53.66 + 14.67
+ 5.68 + 11.37 + 7.73 + 5.12 + 0.18 = 398.57, less the reduction 0.3231 × 1 136.94 = 367.35.
"""

import datetime as dt
import tomllib
from decimal import Decimal
from functools import cache
from typing import Any

from cae_cli.dossier.model import Dossier
from cae_cli.errors import Note
from cae_cli.forecast.answer import Answer, project
from cae_cli.forecast.change import Change
from cae_cli.forecast.flows import View
from cae_cli.forecast.notes import assumptions, warnings
from cae_cli.rules.payroll.law import PayrollLaw
from cae_cli.rules.payroll.tables import is_dated, shipped_tables

NET, GROSS, COST = 900_00, 1136_94, 1168_16
TODAY = dt.date(2023, 6, 15)
TWELVE_PERCENT = "[cooperative]\ncontribution = { brackets = [{ rate = 0.12 }] }\n"
PAID_900 = "[salary]\nnet_target = 900\n"


def dossier(text: str) -> Dossier:
    head = 'format = 1\nactivity = { name = "Essai" }\n'
    return Dossier.model_validate(tomllib.loads(head + text, parse_float=Decimal))


def client(amount: str, start: str = "2023-06-01", *, days: int = 30, more: str = "") -> str:
    """Return a client invoiced once a month."""
    prestation = f'{{ label = "P", amount = {amount}, start = {start}{more} }}'
    return f'[[clients]]\nname = "Mairie"\npayment = "{days} days"\nprestations = [{prestation}]\n'


def treasury(balance: str, month: str = "2023-06") -> str:
    return f'[treasury]\nbalance = {balance}\nmonth = "{month}"\n'


def person(name: str, *contracts: str, more: str = "") -> str:
    """Return an entrepreneur; a contract is told as "cape 2022-10-03 2023-07-31"."""
    told = []
    for contract in contracts:
        kind, start, *end = contract.split()
        until = f", end = {end[0]}" if end else ""
        told.append(f'{{ kind = "{kind}", start = {start}{until} }}')
    return f'[[entrepreneurs]]\nname = "{name}"\n{more}\ncontracts = [{", ".join(told)}]\n'


@cache
def law_of_2023() -> PayrollLaw:
    """Return the law as it was known at the end of 2023: its values hold for ever after."""
    return PayrollLaw({**_until(shipped_tables(), "2023-12"), "known_until": "2023-12"})


def _until(table: Any, month: str) -> Any:
    if not isinstance(table, dict):
        return table
    return {
        key: _until(value, month)
        for key, value in table.items()
        if not (is_dated(key) and key > month)
    }


def answer(
    text: str,
    today: dt.date = TODAY,
    *,
    law: PayrollLaw | None = None,
    change: Change | None = None,
) -> Answer:
    return project(dossier(text), today, law or law_of_2023(), change)


def notes(found: Answer, view: View = "signed") -> tuple[dict[str, Note], dict[str, Note]]:
    """Return what an answer rests on and what it warns of, by code."""
    rests = {note.code: note for note in assumptions(found)}
    return rests, {note.code: note for note in warnings(found, found.views[view])}
