"""The answer of `cae explain` for programs: the JSON document and the rows of the CSV."""

from collections.abc import Iterator
from typing import Any

from cae_cli.forecast.explain.part import Explained, Part, Unit
from cae_cli.language import Amount, Language, mark
from cae_cli.money import euros
from cae_cli.render.explain.where import LineOf

COLUMNS = (mark("Part"), mark("Value"), mark("Where"), mark("Rule"))


def document(found: Explained, line_of: LineOf, language: Language) -> dict[str, Any]:
    """Return the JSON document, its head and its notes apart; amounts in euros, or days."""
    return {
        "figure": found.kind,
        "month": None if found.month is None else str(found.month),
        "unit": "euros" if found.unit == "cents" else found.unit,
        "value": _value(found.value, found.unit),
        "sentence": language.tell(found.sentence),
        "why_not": [language.tell(said) for said in found.why_not],
        "parts": [_part(one, found.unit, line_of, language) for one in found.parts],
    }


def _value(value: int, unit: Unit) -> float | int:
    return euros(value) if unit == "cents" else value


def _part(part: Part, unit: Unit, line_of: LineOf, language: Language) -> dict[str, Any]:
    return {
        "text": language.tell(part.text),
        "value": _value(part.value, unit),
        "line": line_of(part.path) if part.path else None,
        "rule": None if part.rule is None else language.tell(part.rule),
        "parts": [_part(one, unit, line_of, language) for one in part.parts],
    }


def rows(found: Explained, file: str, line_of: LineOf) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the CSV, in the order of `COLUMNS`: what the figure is made of in the end.

    They add up to it.
    """
    for part in found.parts:
        for leaf in part.leaves:
            line = line_of(leaf.path) if leaf.path else None
            yield (
                leaf.text,
                Amount(leaf.value) if found.unit == "cents" else leaf.value,
                None if line is None else f"{file}:{line}",
                leaf.rule or part.rule,
            )
