"""The answer of `cae simulate` for programs: the JSON document and the rows of the CSV."""

from collections.abc import Sequence
from typing import Any

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.flows import VIEWS
from cae_cli.forecast.projection.ledger import LedgerMonth
from cae_cli.forecast.projection.pay import Pay
from cae_cli.forecast.projection.view import FirstSalary, LastingPay, RunningPay
from cae_cli.language import Amount, Language, mark
from cae_cli.money import euros
from cae_cli.months import Month
from cae_cli.render.json_text import json_notes
from cae_cli.render.simulate.shown import Shown

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


def document(shown: Shown, language: Language) -> dict[str, Any]:
    """Return the JSON document; amounts in euros, months "YYYY-MM", keys in English."""
    answer, view, months = shown.answer, shown.view, shown.months
    found = answer.views
    return {
        "format": JSON_FORMAT,
        "command": "simulate",
        "activity": answer.dossier.activity.name,
        "file": shown.source,
        "today": answer.today.isoformat(),
        "view": view,
        "from": str(months[0].month),
        "to": str(months[-1].month),
        "first_salary": {name: _first_salary(found[name].first_salary) for name in VIEWS},
        "lasting_net": {name: _lasting(found[name].lasting) for name in VIEWS},
        "running": _running(found[view].running),
        "minimum_month": {name: _text(found[name].minimum_month) for name in VIEWS},
        "paid": {
            "why": found[view].paid.why,
            "from": _text(found[view].paid.start),
            "until": _text(found[view].paid.until),
        },
        "salary": _salary(answer, found[view].first_salary.month),
        "months": [_month(row) for row in months],
        "assumptions": json_notes(shown.assumptions, language),
        "warnings": json_notes(shown.warnings, language),
    }


def _first_salary(found: FirstSalary) -> dict[str, Any]:
    lowest, reserves = found.lowest_treasury, found.on_reserves
    return {
        "month": _text(found.month),
        "sustained_until": _text(found.sustained_until),
        "open_end": found.open_end,
        "lowest_treasury": None if lowest is None else euros(lowest),
        "lowest_month": _text(found.lowest_month),
        "on_reserves": None
        if reserves is None
        else {
            "month": str(reserves.month),
            "until": str(reserves.until),
            "open_end": reserves.open_end,
        },
        "turnover_per_month": euros(found.turnover_per_month),
        "missing_per_month": found.missing_per_month,
    }


def _lasting(found: LastingPay | None) -> dict[str, Any] | None:
    if found is None:
        return None
    net = [{"entrepreneur": pay.name, "net": euros(pay.net)} for pay in found.pays]
    return {"month": str(found.month), "net": net}


def _running(found: RunningPay | None) -> dict[str, Any] | None:
    if found is None:
        return None
    breaks = None
    if found.breaks is not None:
        breaks = {
            "month": str(found.breaks),
            "treasury": euros(found.treasury),
            "short": euros(found.short),
        }
    return {"holds_until": _text(found.holds_until), "breaks": breaks}


def _salary(answer: Answer, month: Month | None) -> list[dict[str, Any]]:
    """Return everyone's target in the month of the first salary; nothing without one."""
    return [] if month is None else [_pay(pay) for pay in answer.target_pays(month)]


def _pay(pay: Pay) -> dict[str, Any]:
    return {
        "entrepreneur": pay.name,
        "net": euros(pay.net),
        "gross": euros(pay.gross),
        "employer_cost": euros(pay.employer_cost),
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _amounts(row: LedgerMonth) -> dict[str, int]:
    """Return the amounts of a month, in cents, by their names in JSON."""
    return {
        "invoiced": row.invoiced,
        "cashed": row.cashed,
        "contribution": row.contribution.total,
        "expenses": row.expenses,
        "investments": row.investments,
        "salary_cost": row.salary_cost,
        "net_salary": row.net_salary,
        "treasury": row.treasury,
        "receivable": row.receivable,
    }


def _month(row: LedgerMonth) -> dict[str, Any]:
    return {"month": str(row.month), **{key: euros(c) for key, c in _amounts(row).items()}}


def rows(months: Sequence[LedgerMonth]) -> list[tuple[object, ...]]:
    """Return the rows of the CSV, in the order of `COLUMNS`."""
    return [(row.month, *map(Amount, _amounts(row).values())) for row in months]
