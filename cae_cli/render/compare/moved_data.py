"""Why an answer moved, for programs: the JSON document and the rows of the CSV."""

from collections.abc import Iterator, Mapping
from typing import Any

from cae_cli.forecast.what_if.differences import Kind, Part
from cae_cli.forecast.what_if.moved import Moved, Step
from cae_cli.forecast.what_if.shorts import Short
from cae_cli.language import Amount, Said, mark, say
from cae_cli.money import euros
from cae_cli.months import Month

COLUMNS = (mark("What changed"), mark("Brings"), mark("First salary then"))

_KINDS: Mapping[Kind, str] = {
    "treasury": mark("treasury"),
    "cooperative": mark("cooperative"),
    "salary": mark("pay wanted"),
    "entrepreneurs": mark("person"),
    "clients": mark("client"),
    "expenses": mark("expense"),
    "investments": mark("investment"),
}


def part_words(part: Part) -> Said:
    """Say what changed in a step."""
    kind = Said(_KINDS[part.kind], {})
    if not part.name:
        return say("{kind}", kind=kind)
    values = {"kind": kind, "name": part.name}
    if part.how == "added":
        return say("{kind} added: {name}", **values)
    if part.how == "removed":
        return say("{kind} removed: {name}", **values)
    return say("{kind} changed: {name}", **values)


def document(found: Moved, old: str) -> dict[str, Any]:
    """Return the JSON document, its head and its notes apart; amounts in euros."""
    return {
        "view": found.view,
        "old_file": old,
        "first_salary": {
            "old": _text(found.old.views[found.view].lasting_start),
            "new": _text(found.new.views[found.view].lasting_start),
        },
        "month": str(found.month),
        "short": {"old": _short(found.before), "new": _short(found.after)},
        "steps": [_step(one) for one in found.steps],
        "rest": euros(found.rest),
    }


def _text(month: Month | None) -> str | None:
    return None if month is None else str(month)


def _short(one: Short | None) -> float | None:
    return None if one is None else euros(one.short)


def _step(one: Step) -> dict[str, Any]:
    return {
        "kind": one.part.kind,
        "name": one.part.name,
        "how": one.part.how,
        "brings": euros(one.brings),
        "first_salary": _text(one.first),
    }


def rows(found: Moved) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the CSV, in the order of `COLUMNS`."""
    for one in found.steps:
        yield part_words(one.part), Amount(one.brings), one.first
    if found.rest:
        yield say("the rest"), Amount(found.rest), None
