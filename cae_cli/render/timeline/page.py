"""The page of `cae timeline`: where people stand, the next twelve months, what is later, the past.

A terminal and a pipe have the same words.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from cae_cli.forecast.dates.timeline import Timeline
from cae_cli.language import Language, mark
from cae_cli.months import MONTHS_IN_YEAR, Month, add_months
from cae_cli.render.page import Line, Page
from cae_cli.render.shown import About
from cae_cli.render.timeline.words import Moment, distance, headlines, moments, title, told

NEAR_DAYS = 183  # a deadline nearer than half a year is shown in red
NARROWEST = 30  # a text gets its own lines rather than fewer columns than this
GAP = "  "

NEXT_MONTHS = mark("In the next twelve months")
NOTHING_NEXT = mark("Nothing is dated in the next twelve months.")
LATER = mark("Later")
PAST = mark("Past")
RESTS_ON = mark("What this rests on")

#: Warnings that repeat where a person stands, which the page tells first.
_TOLD_FIRST = frozenset({"associate-deadline", "contracts-ended", "no-contract"})


def page(timeline: Timeline, about: About, language: Language, width: int | None = None) -> Page:
    """Return the page, for a terminal of some width; without one, for a pipe or a file."""
    return list(_lines(timeline, about, language, width))


def _lines(
    timeline: Timeline, about: About, language: Language, width: int | None
) -> Iterator[Line]:
    tell = language.tell
    yield Line(tell(title(about)), "dim")
    yield from (Line(tell(said), "bold") for said in headlines(timeline))
    past, soon, later = _parted(timeline)
    if soon or timeline.whole:
        yield from _headed(NEXT_MONTHS if soon else NOTHING_NEXT, language)
        yield from _dated(soon, language, width)
    warnings = [note for note in timeline.warnings if note.code not in _TOLD_FIRST]
    if warnings:
        yield Line()
    yield from (Line(tell(note.text), "yellow", hang="! ") for note in warnings)
    for heading, some in ((LATER, later), (PAST, past)):
        if some:
            yield from _headed(heading, language)
            yield from _dated(some, language, width)
    if timeline.assumptions:
        yield from _headed(RESTS_ON, language)
    yield from (Line(tell(note.text), hang="- ") for note in timeline.assumptions)


def _parted(timeline: Timeline) -> tuple[list[Moment], list[Moment], list[Moment]]:
    """Return what is past, what comes within twelve months, what comes later."""
    year = _in_a_year(timeline.today)
    parts: tuple[list[Moment], list[Moment], list[Moment]] = ([], [], [])
    for moment in moments(timeline):
        day = moment.event.date
        parts[(day >= timeline.today) + (day > year)].append(moment)
    return parts


def _in_a_year(today: dt.date) -> dt.date:
    return dt.date.max if today.year == dt.MAXYEAR else add_months(today, MONTHS_IN_YEAR)


def _headed(heading: str, language: Language) -> Iterator[Line]:
    yield Line()
    yield Line(language.translate(heading), "bold")


def _dated(some: Sequence[Moment], language: Language, width: int | None) -> Iterator[Line]:
    """Yield the rows of a part: the day, how far away it is, what happens."""
    days = [_day(moment.event.date, language) for moment in some]
    spans = [language.tell(distance(moment.event)) for moment in some]
    wide, far = (max(map(len, texts), default=0) for texts in (days, spans))
    for moment, day, span in zip(some, days, spans, strict=True):
        lead = f"{GAP}{day:>{wide}}{GAP}{span:{far}}{GAP}"
        text, style = told(moment, language), _style(moment)
        if width is None or width - len(lead) >= NARROWEST:
            yield Line(text, style, hang=lead)
        else:
            yield Line(f"{day.strip()}{GAP}{span}", style, hang=GAP)
            yield Line(text, style, hang=2 * GAP)


def _day(day: dt.date, language: Language) -> str:
    """Return "3 janv. 2027" or "3 Jan 2027"."""
    number = "1er" if day.day == 1 and language.code == "fr" else str(day.day)
    return f"{number} {language.short_month(Month.of(day))}"


def _style(moment: Moment) -> str:
    """Return the style of an event, decoration only."""
    event = moment.event
    if event.deadline:
        return "bold red" if event.days < NEAR_DAYS else "bold"
    return "dim" if event.days < 0 else ""
