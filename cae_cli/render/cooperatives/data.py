"""The known cooperatives for programs: the JSON documents, and the CSV of a worked year."""

from collections.abc import Sequence
from typing import Any

from cae_cli.errors import Note
from cae_cli.language import Amount, Language, mark
from cae_cli.money import euros
from cae_cli.render.cooperatives.listing import iso_date
from cae_cli.render.cooperatives.words import in_one_line
from cae_cli.render.json_text import json_notes
from cae_cli.rules.contribution_rule import Bracket, ContributionTerms
from cae_cli.rules.cooperatives import CapePractice, FirstSalaryPractice, Preset
from cae_cli.rules.worked_year import WorkedMonth, WorkedYears

JSON_FORMAT = 1
COLUMNS = (
    mark("Year"),
    mark("Month"),
    mark("Phase"),
    mark("Turnover"),
    mark("Contribution"),
    mark("Scale"),
    mark("Floor"),
    mark("Cap"),
    mark("Settled"),
    mark("Fees"),
)
_WORDS = frozenset({"base", "counted", "period", "mode", "phase"})
_COUNTS = frozenset({"exempt_months", "after_months", "unpaid"})
_PARTS = ("scale", "floor", "cap", "settled", "fees")


def list_document(presets: Sequence[Preset], language: Language) -> dict[str, Any]:
    """Return the JSON document of the list."""
    return {
        "format": JSON_FORMAT,
        "command": "cooperatives",
        "cooperatives": [_head(known, language) for known in presets],
    }


def document(
    known: Preset,
    years: WorkedYears,
    language: Language,
    assumptions: Sequence[Note],
    warnings: Sequence[Note],
) -> dict[str, Any]:
    """Return the JSON document of one cooperative; amounts in euros, keys in English."""
    return {
        "format": JSON_FORMAT,
        "command": "cooperatives",
        "cooperative": {
            **_head(known, language),
            "first_salary": _first_salary(known.first_salary),
            "cape": _cape(known.cape),
            "entry": None
            if known.provision is None
            else {"provision": euros(known.provision.amount), "months": known.provision.months},
            "notes": [{"kind": n.kind, "text": language.show(n.text)} for n in known.notes],
        },
        "worked_years": [
            {"year": name, "months": [_month(month) for month in months]}
            for name, months in years.items()
        ],
        "assumptions": json_notes(assumptions, language),
        "warnings": json_notes(warnings, language),
    }


def _head(known: Preset, language: Language) -> dict[str, Any]:
    return {
        "id": known.id,
        "name": known.name,
        "date": iso_date(known.source.dated),
        "summary": language.tell(in_one_line(known.rule)),
        "contribution": _terms(known.rule),
        "assumed": list(known.assumed),
        "source": {
            "publisher": known.source.publisher,
            "page": known.source.page,
            "certainty": known.source.certainty,
        },
    }


def _terms(terms: ContributionTerms) -> dict[str, Any]:
    """Return the keys that terms give, as a dossier would."""
    return {key: _value(key, getattr(terms, key)) for key in sorted(terms.model_fields_set)}


def _value(key: str, value: Any) -> Any:
    if key == "brackets":
        return [_bracket(bracket) for bracket in value]
    if key == "when":
        return [_terms(change) for change in value]
    if value is None or key in _WORDS | _COUNTS:
        return value
    return float(value) if key == "internal_rate" else euros(value)


def _bracket(bracket: Bracket) -> dict[str, float]:
    bound = {} if bracket.up_to is None else {"up_to": euros(bracket.up_to)}
    return {**bound, "rate": float(bracket.rate)}


def _first_salary(first: FirstSalaryPractice | None) -> dict[str, Any] | None:
    if first is None:
        return None
    minimum = first.minimum
    return {
        "gross": None if minimum is None or minimum.gross is None else euros(minimum.gross),
        "net": None if minimum is None or minimum.net is None else euros(minimum.net),
        "hours": None if minimum is None or minimum.hours is None else float(minimum.hours),
        "months": first.months,
        "page": first.page,
        "date": iso_date(first.dated),
    }


def _cape(cape: CapePractice | None) -> dict[str, Any] | None:
    if cape is None:
        return None
    *counts, page, date = cape
    keys = CapePractice._fields[: len(counts)]
    return {**dict(zip(keys, counts, strict=True)), "page": page, "date": iso_date(date)}


def _month(month: WorkedMonth) -> dict[str, Any]:
    taken = month.contribution
    return {
        "month": str(month.month),
        "phase": month.phase,
        "turnover": euros(month.turnover),
        "contribution": euros(taken.total),
        **{part: euros(getattr(taken, part)) for part in _PARTS},
    }


def rows(years: WorkedYears) -> list[tuple[object, ...]]:
    """Return the rows of the CSV, in the order of `COLUMNS`; year and phase are English words."""
    return [
        (
            name,
            month.month,
            month.phase,
            Amount(month.turnover),
            Amount(month.contribution.total),
            *(Amount(getattr(month.contribution, part)) for part in _PARTS),
        )
        for name, months in years.items()
        for month in months
    ]
