"""The answer of `cae simulate` for programs: the JSON document and the rows of the CSV."""

from collections.abc import Sequence
from typing import Any

from cae_cli.errors import Note
from cae_cli.forecast.case import FirstSalary
from cae_cli.forecast.flows import VIEWS
from cae_cli.forecast.ledger import LedgerMonth
from cae_cli.forecast.simulation import Simulation
from cae_cli.language import Amount, Language, mark
from cae_cli.money import euros
from cae_cli.render.json_text import json_notes

JSON_FORMAT = 1
COLUMNS = (
    mark("Month"),
    mark("Invoiced"),
    mark("Cashed"),
    mark("Contribution"),
    mark("Expenses"),
    mark("Investments"),
    mark("Salary cost"),
    mark("Net salary"),
    mark("Treasury"),
    mark("Receivable"),
)


def document(
    simulation: Simulation,
    language: Language,
    assumptions: Sequence[Note],
    warnings: Sequence[Note],
) -> dict[str, Any]:
    """Return the JSON document; amounts in euros, months "YYYY-MM", keys in English."""
    return {
        "format": JSON_FORMAT,
        "command": "simulate",
        "today": simulation.today.isoformat(),
        "view": simulation.view,
        "from": str(simulation.window.first),
        "to": str(simulation.window.last_shown),
        "first_salary": {view: _first_salary(simulation.first_salary[view]) for view in VIEWS},
        "minimum_month": {view: _text(simulation.minimum_month[view]) for view in VIEWS},
        "salary": [
            {
                "entrepreneur": pay.name,
                "net": euros(pay.net),
                "gross": euros(pay.gross),
                "employer_cost": euros(pay.employer_cost),
            }
            for pay in simulation.salary
        ],
        "months": [_month(row) for row in simulation.months],
        "assumptions": json_notes(assumptions, language),
        "warnings": json_notes(warnings, language),
    }


def _first_salary(found: FirstSalary) -> dict[str, Any]:
    lowest = found.lowest_treasury
    return {
        "month": _text(found.month),
        "sustained_until": _text(found.sustained_until),
        "lowest_treasury": None if lowest is None else euros(lowest),
        "lowest_month": _text(found.lowest_month),
        "missing_per_month": found.missing_per_month,
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _month(row: LedgerMonth) -> dict[str, Any]:
    month, *amounts = row
    keys = LedgerMonth._fields[1:]
    return {"month": str(month), **dict(zip(keys, map(euros, amounts), strict=True))}


def rows(simulation: Simulation) -> list[tuple[object, ...]]:
    """Return the rows of the CSV, in the order of `COLUMNS`."""
    return [(row.month, *map(Amount, row[1:])) for row in simulation.months]
