"""The answer of `cae timeline` for programs: the JSON document and the rows of the CSV."""

import datetime as dt
from collections.abc import Mapping

from cae_cli.forecast.dates.timeline import Event, PersonDates, Timeline
from cae_cli.forecast.membership import Membership
from cae_cli.language import Language, mark
from cae_cli.render.json_text import json_notes
from cae_cli.render.shown import About

COLUMNS = (
    mark("Date"),
    mark("Kind"),
    mark("Entrepreneur"),
    mark("Event"),
    mark("Basis"),
    mark("Days"),
)


def document(timeline: Timeline, about: About, language: Language) -> dict[str, object]:
    """Return the JSON document; keys in English, texts in the language, names as in the file."""
    return {
        **about.head("timeline"),
        "entrepreneurs": [_person(person) for person in timeline.entrepreneurs],
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


def _person(person: PersonDates) -> dict[str, object]:
    return {
        "name": person.membership.name,
        "associate": _associate(person.membership),
        "cape_latest_end": _iso(person.cape_latest_end),
        "trial_end": _iso(person.trial_end),
    }


def _associate(who: Membership) -> dict[str, object]:
    return {
        "deadline": _iso(who.deadline),
        "days_left": who.days_left,
        "status": who.status,
        "legal_deadline": _iso(who.clock and who.clock.legal_deadline),
        "customary_date": _iso(who.clock and who.clock.customary_date),
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
