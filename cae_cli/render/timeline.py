"""The answer of `cae timeline` for programs: the JSON document and the rows of the CSV."""

import datetime as dt
from collections.abc import Mapping

from cae_cli.forecast.dates.timeline import Associate, Event, Path, Timeline
from cae_cli.language import Language, mark
from cae_cli.render.json_text import json_notes

FORMAT = 1
COLUMNS = (
    mark("Date"),
    mark("Kind"),
    mark("Entrepreneur"),
    mark("Event"),
    mark("Basis"),
    mark("Days"),
)


def document(timeline: Timeline, language: Language) -> dict[str, object]:
    """Return the JSON document; keys in English, texts in the language, names as in the file."""
    return {
        "format": FORMAT,
        "command": "timeline",
        "today": timeline.today.isoformat(),
        "entrepreneurs": [_path(path) for path in timeline.entrepreneurs],
        "events": [_event(event, language) for event in timeline.events],
        "assumptions": json_notes(timeline.assumptions, language),
        "warnings": json_notes(timeline.warnings, language),
    }


def rows(timeline: Timeline) -> list[tuple[object, ...]]:
    """Return the rows of the CSV, in the order of `COLUMNS`; the kind is English everywhere."""
    return [
        (event.date, event.kind, event.entrepreneur, event.label, event.basis, event.days)
        for event in timeline.events
    ]


def _path(path: Path) -> dict[str, object]:
    return {
        "name": path.name,
        "associate": _associate(path.associate),
        "cape_latest_end": _iso(path.cape_latest_end),
        "trial_end": _iso(path.trial_end),
    }


def _associate(associate: Associate) -> dict[str, object]:
    return {
        "legal_deadline": _iso(associate.legal_deadline),
        "customary_date": _iso(associate.customary_date),
        "last_safe_day": _iso(associate.last_safe_day),
        "days_left": associate.days_left,
        "status": associate.status,
    }


def _event(event: Event, language: Language) -> Mapping[str, object]:
    return {
        "date": event.date.isoformat(),
        "kind": event.kind,
        "entrepreneur": event.entrepreneur,
        "label": language.tell(event.label),
        "basis": language.show(event.basis),
        "days": event.days,
    }


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
