"""The answer of `cae rules` for programs: the JSON document and the rows of the CSV."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from cae_cli.errors import Note
from cae_cli.language import Language, mark
from cae_cli.money import euros
from cae_cli.render.json_text import json_notes
from cae_cli.rules.payroll.in_force import RulesInForce
from cae_cli.rules.payroll.law import InForce

JSON_FORMAT = 1
COLUMNS = (
    mark("Code"),
    mark("Name"),
    mark("Since"),
    mark("Until"),
    mark("Key"),
    mark("Value"),
    mark("Text"),
)
#: The keys of a contribution: ours, that of the data, and whether it is a percentage there.
_KEYS = (
    ("employee_rate", "employee", True),
    ("employer_rate", "employer", True),
    ("employee_setting", "employee_setting", False),
    ("employer_setting", "employer_setting", False),
    ("reduced_employer_rate", "reduced", True),
    ("reduced_up_to_smic", "reduced_up_to", False),
    ("reduced_smic_of", "smic_of", False),
    ("above_ceilings", "above", False),
    ("up_to_ceilings", "up_to", False),
    ("only_above_ceilings", "only_above", False),
    ("headcount_from", "staff_from", False),
    ("headcount_below", "staff_below", False),
    ("base", "on", False),
    ("allowance_rate", "allowance", True),
    ("allowance_up_to_ceilings", "allowance_up_to", False),
)


def document(found: RulesInForce, language: Language, notes: Sequence[Note]) -> dict[str, Any]:
    """Return the JSON document; amounts in euros, rates as parts of 1, keys without value null."""
    reduction = found.reduction.values
    return {
        "format": JSON_FORMAT,
        "command": "rules",
        "month": str(found.month),
        "last_known_month": str(found.last_known_month),
        "smic": {
            "hourly": float(found.smic.values["euros"]),
            "monthly": euros(found.smic_monthly),
            **_origin(found.smic),
        },
        "ceiling": {"monthly": float(found.ceiling.values["euros"]), **_origin(found.ceiling)},
        "working_time": {
            "hours_per_year": found.working_time.values["hours"],
            **_origin(found.working_time),
        },
        "contributions": [_line(line, language) for line in found.lines],
        "reduction": {
            "least": float(reduction["least"]),
            "amplitude_small": float(reduction["small"]),
            "amplitude_large": float(reduction["large"]),
            "large_from_headcount": reduction["large_from"],
            "multiple_of_smic": float(reduction["multiple"]),
            "power": float(reduction["power"]),
            "work_accident_rate": float(Decimal(reduction["work_accidents"]) / 100),
            "smic_of": reduction.get("smic_of"),
            **_origin(found.reduction),
        },
        "assumptions": json_notes(notes, language),
        "warnings": [],
    }


def _origin(value: InForce) -> dict[str, str | None]:
    until = None if value.until is None else str(value.until)
    return {"since": str(value.since), "until": until, "text": value.text}


def _line(line: InForce, language: Language) -> dict[str, Any]:
    keys = {key: _value(line.values.get(name), percent) for key, name, percent in _KEYS}
    return {
        "code": _code(line),
        "name": language.show(line.name),
        **_origin(line),
        **keys,
        "base": line.values.get("on", "pay"),
    }


def _code(line: InForce) -> str:
    return line.table.rpartition(".")[2]


def _value(held: object, percent: bool) -> object:
    if percent and isinstance(held, (int, Decimal)):
        return float(Decimal(held) / 100)
    return float(held) if isinstance(held, Decimal) else held


def rows(found: RulesInForce, language: Language) -> Iterator[Sequence[object]]:
    """Yield one row a value, as the data files have it: rates in percent."""
    for value in (found.smic, found.ceiling, found.working_time, *found.lines, found.reduction):
        name = language.show(value.name)
        for key, held in value.values.items():
            shown = held if isinstance(held, str) else language.show(Decimal(held))
            yield (_code(value), name, value.since, value.until, key, shown, value.text)
