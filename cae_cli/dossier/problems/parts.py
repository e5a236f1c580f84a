"""The parts of a dossier that the checks look at, in a valid file and in a faulty one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from cae_cli.dossier.model import (
    Client,
    Contract,
    Cooperative,
    Dossier,
    Entrepreneur,
    Expense,
    Prestation,
    SalaryGoal,
    Scenario,
    Settlement,
)
from cae_cli.dossier.problems.checks import CHECKS
from cae_cli.dossier.problems.findings import Finding, Known
from cae_cli.fields import Table
from cae_cli.rules.contribution_rule import Change, ContributionRule
from cae_cli.toml.keypath import KeyPath

_EACH = "*"

#: Where each checked noun stands; "*" is each element of a list.
_PARTS: tuple[tuple[tuple[str, ...], type[Table]], ...] = (
    (("cooperative",), Cooperative),
    (("cooperative", "contribution"), ContributionRule),
    (("cooperative", "contribution", "when", _EACH), Change),
    (("salary",), SalaryGoal),
    (("entrepreneurs", _EACH), Entrepreneur),
    (("entrepreneurs", _EACH, "contracts", _EACH), Contract),
    (("clients", _EACH), Client),
    (("clients", _EACH, "prestations", _EACH), Prestation),
    (("expenses", _EACH), Expense),
    (("cooperative", "settlement"), Settlement),
    (("scenarios", _EACH), Scenario),
    ((), Dossier),
)


def check_valid(dossier: Dossier, known: Known) -> list[Finding]:
    """Return what does not fit together in a dossier whose values are all valid."""
    return [
        finding
        for pattern, kind in _PARTS
        for path, noun in _expand(dossier, pattern, getattr)
        for finding in _check(kind, path, noun, known)
    ]


def check_faulty(
    data: Mapping[str, object], faults: Iterable[KeyPath], known: Known
) -> list[Finding]:
    """Return what does not fit together in the parts that are valid by themselves."""
    faulty = {path[:length] for path in faults for length in range(1, len(path) + 1)}
    findings: list[Finding] = []
    for pattern, kind in _PARTS:
        for path, table in _expand(data, pattern, _get):
            if path in faulty or not isinstance(table, Mapping):
                continue
            try:
                noun = kind.model_validate(table)
            except ValidationError:
                continue  # explained already
            findings.extend(_check(kind, path, noun, known))
    return findings


def _check(kind: type[Table], path: KeyPath, noun: object, known: Known) -> Iterator[Finding]:
    for check in CHECKS[kind]:
        for finding in check(noun, known):
            yield finding._replace(path=(*path, *finding.path))


def _get(table: object, key: str) -> object:
    return table.get(key) if isinstance(table, Mapping) else None


def _expand(
    root: object, pattern: Sequence[str], get: Callable[[Any, str], object]
) -> Iterator[tuple[KeyPath, object]]:
    """Yield each (path, part) that a pattern names."""
    parts: list[tuple[KeyPath, object]] = [((), root)]
    for step in pattern:
        if step == _EACH:
            parts = [
                ((*path, index), item)
                for path, part in parts
                if isinstance(part, (list, tuple))
                for index, item in enumerate(part)
            ]
        else:
            parts = [((*path, step), get(part, step)) for path, part in parts]
    yield from parts
