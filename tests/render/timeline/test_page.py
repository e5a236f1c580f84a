"""What is shown of a timeline: first where people stand and what comes, then the rest."""

import datetime as dt
import io
import json
from collections.abc import Sequence

import pytest

from cae_cli.errors import Note
from cae_cli.forecast.dates.timeline import Event, PersonDates, Timeline
from cae_cli.forecast.membership import Membership
from cae_cli.language import Language, say
from cae_cli.render.page import on_terminal, plain
from cae_cli.render.shown import About
from cae_cli.render.timeline.data import COLUMNS, document, rows
from cae_cli.render.timeline.page import page
from cae_cli.render.timeline.words import distance, headlines
from cae_cli.rules.contracts import clock
from tests.rules.histories import day, spans

ENGLISH, FRENCH = Language("en"), Language("fr")
TODAY = dt.date(2025, 2, 10)
ABOUT = About("Marcelle & Lulu", "lulu.toml", TODAY)


def event(iso: str, kind: str, who: str | None, label: str, *, deadline: bool = False) -> Event:
    date = day(iso)
    return Event(date, kind, who, say(label), "C. trav. L7331-3", (date - TODAY).days, deadline)


def person(name: str, *contracts: str, since: str | None = None) -> PersonDates:
    found = tuple(spans(*contracts))
    associate = None if since is None else day(since)
    return PersonDates(Membership(name, found, clock(found, TODAY), associate, TODAY), None, None)


MARCELLE = person("Marcelle", "cape 2022-10-03 2023-07-31", "cesa 2023-08-01")
LULU = person("Lulu", "cape 2022-10-03 2023-07-31", "cesa 2023-08-01")
EVENTS = (
    event("2022-10-03", "cape-start", "Marcelle", "CAPE starts"),
    event("2022-10-03", "cape-start", "Lulu", "CAPE starts"),
    event("2025-01-31", "first-salary", None, "First salary possible"),
    event("2025-10-02", "associate-deadline", "Marcelle", "Last day", deadline=True),
    event("2026-02-11", "year-end", None, "Year end"),
)
TIMELINE = Timeline(
    TODAY,
    (MARCELLE, LULU),
    EVENTS,
    (Note("pay-at-month-end", say("Paid at the end of the month.")),),
    (Note("associate-deadline", say("Hurry.")), Note("acre", say("Ask for {name}.", name="ACRE"))),
)


def test_json_keys_and_their_order() -> None:
    shown = document(TIMELINE, ABOUT, ENGLISH)
    assert list(shown) == [
        "format", "command", "activity", "file", "today", "entrepreneurs", "events", "assumptions",
        "warnings",
    ]  # fmt: skip
    assert json.dumps(shown["entrepreneurs"][:1]) == json.dumps(  # type: ignore[index]
        [
            {
                "name": "Marcelle",
                "associate": {
                    "deadline": "2025-10-02",
                    "days_left": 234,  # 18 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 2
                    "status": "open",
                    "legal_deadline": "2025-10-03",
                    "customary_date": "2025-10-03",
                },
                "cape_latest_end": None,
                "trial_end": None,
            }
        ]
    )
    assert json.dumps(shown["events"][2]) == json.dumps(  # type: ignore[index]
        {
            "date": "2025-01-31",
            "kind": "first-salary",
            "entrepreneur": None,
            "label": "First salary possible",
            "basis": "C. trav. L7331-3",
            "days": -10,
        }
    )
    assert shown["warnings"] == [
        {"code": "associate-deadline", "text": "Hurry."},
        {"code": "acre", "text": "Ask for ACRE."},
    ]
    assert list(shown.values())[:5] == [1, "timeline", "Marcelle & Lulu", "lulu.toml", "2025-02-10"]


def test_the_readings_of_the_law_stand_beside_the_deadline() -> None:
    # The example of a CAPE of 18 months and a CESA three months later: 1 January 2027 by custom,
    # 3 April by law in days, 1 April in months. 10 February 2025 to 31 December 2026: 689 days.
    late = person("Zoé", "cape 2024-01-01 2025-06-30", "cesa 2025-10-01")
    shown = document(TIMELINE._replace(entrepreneurs=(late,)), ABOUT, ENGLISH)
    assert shown["entrepreneurs"][0]["associate"] == {  # type: ignore[index]
        "deadline": "2026-12-31",
        "days_left": 689,
        "status": "open",
        "legal_deadline": "2027-04-03",
        "customary_date": "2027-01-01",
    }


def test_rows() -> None:
    first = rows(TIMELINE)[0]
    # 2022-10-03 to 2025-10-03 is 1096 days (29 February 2024), less 235
    assert first == (
        dt.date(2022, 10, 3),
        "cape-start",
        "Marcelle",
        say("CAPE starts"),
        "C. trav. L7331-3",
        -861,
    )
    assert rows(TIMELINE)[2][2] is None
    assert {len(row) for row in rows(TIMELINE)} == {len(COLUMNS)}


def piped(timeline: Timeline, language: Language = ENGLISH) -> list[str]:
    text = plain(page(timeline, ABOUT, language))
    return text.replace("C.\u00a0trav.\u00a0L", "C. trav. L").splitlines()  # on one line


def test_what_comes_is_told_first() -> None:
    assert piped(TIMELINE) == [
        "Marcelle & Lulu · 10 February 2025",
        "Marcelle and Lulu must be associates by 2 October 2025 at the latest, in 234 days.",
        "",
        "In the next twelve months",
        "  2 Oct 2025  in 234 days  Last day (Marcelle · C. trav. L7331-3)",
        "",
        "! Ask for ACRE.",  # the deadline stands above
        "",
        "Later",
        "  11 Feb 2026  in 12 months  Year end (C. trav. L7331-3)",
        "",
        "Past",
        "   3 Oct 2022  2 years ago  CAPE starts (C. trav. L7331-3)",
        "  31 Jan 2025  10 days ago  First salary possible (C. trav. L7331-3)",
        "",
        "What this rests on",
        "- Paid at the end of the month.",
    ]


def test_a_year_ends_on_the_same_day() -> None:
    now = event("2025-02-10", "cesa-start", "Lulu", "CESA signed")
    last = event("2026-02-10", "year-end", None, "Year end")
    past = event("2025-02-09", "cape-end", "Lulu", "CAPE ends")
    lines = piped(TIMELINE._replace(events=(past, now, last), warnings=(), assumptions=()))
    assert lines[2:] == [
        "",
        "In the next twelve months",
        "  10 Feb 2025  today         CESA signed (Lulu · C. trav. L7331-3)",
        "  10 Feb 2026  in 12 months  Year end (C. trav. L7331-3)",
        "",
        "Past",
        "  9 Feb 2025  1 day ago  CAPE ends (Lulu · C. trav. L7331-3)",
    ]


def test_a_year_in_which_nothing_comes_is_told_unless_a_part_was_asked_for() -> None:
    past = TIMELINE._replace(events=EVENTS[:3], assumptions=(), warnings=())
    assert "Nothing is dated in the next twelve months." in piped(past)
    assert not any("twelve" in line for line in piped(past._replace(whole=False)))


def test_days_are_written_as_in_french() -> None:
    first = event("2025-03-01", "cape-end", None, "x")
    lines = piped(TIMELINE._replace(events=(first,)), FRENCH)
    assert "  1er mars 2025  dans 19 jours  x (C. trav. L7331-3)" in [
        line.replace("\u00a0", " ") for line in lines
    ]


@pytest.mark.parametrize(
    ("day", "deadline", "words"),
    [
        ("2025-02-10", False, "today"),
        ("2025-02-11", False, "in 1 day"),
        ("2025-02-08", False, "2 days ago"),
        ("2025-04-11", False, "in 60 days"),  # 18 + 31 + 11
        ("2025-04-12", False, "in 2 months"),
        ("2026-02-10", False, "in 12 months"),
        ("2027-02-10", False, "in 24 months"),  # 730 days
        ("2027-02-11", False, "in 2 years"),
        ("2028-02-10", False, "in 3 years"),
        ("2020-02-10", False, "5 years ago"),
        ("2026-02-10", True, "in 365 days"),  # a deadline is told to the day
    ],
)
def test_distance(day: str, deadline: bool, words: str) -> None:
    assert ENGLISH.tell(distance(event(day, "cape-end", None, "x", deadline=deadline))) == words


GAP = ("cape 2022-10-03 2023-07-31", "cesa 2023-09-01")


@pytest.mark.parametrize(
    ("people", "sentences"),
    [
        ([person("Zoé", since="2020-03-01")], ["Zoé is an associate."]),
        ([person("Zoé")], ["Zoé has no contract on record: no associate deadline yet."]),
        (
            [MARCELLE, person("Zoé", "cesa 2022-02-12"), LULU],
            [
                (
                    "Marcelle and Lulu must be associates by 2 October 2025 at the latest, "
                    "in 234 days."
                ),
                "Zoé must be an associate by 11 February 2025 at the latest, in 1 day.",
            ],
        ),
        (  # the same last day, but not the same by law
            [MARCELLE, person("Zoé", *GAP)],
            [
                "Marcelle must be an associate by 2 October 2025 at the latest, in 234 days.",
                (
                    "Zoé must be an associate by 2 October 2025 at the latest, in 234 days. (That "
                    "is custom; by law, 1 November 2025.)"
                ),
            ],
        ),
        (  # the same last day, but one of them is an associate
            [MARCELLE, person("Zoé", "cesa 2022-10-03", since="2025-02-10")],
            [
                "Marcelle must be an associate by 2 October 2025 at the latest, in 234 days.",
                "Zoé is an associate.",
            ],
        ),
        ([], []),
    ],
)
def test_headlines(people: Sequence[PersonDates], sentences: Sequence[str]) -> None:
    timeline = TIMELINE._replace(entrepreneurs=tuple(people))
    assert [ENGLISH.tell(said) for said in headlines(timeline)] == sentences


def drawn(timeline: Timeline, *, width: int = 80, colour: bool = False) -> str:
    stream = io.StringIO()
    on_terminal(page(timeline, ABOUT, ENGLISH, width), stream, width, colour=colour)
    return stream.getvalue()


def test_a_terminal_has_the_words_of_a_pipe() -> None:
    assert drawn(TIMELINE).split() == plain(page(TIMELINE, ABOUT, ENGLISH)).split()


def test_a_long_text_goes_on_below_itself() -> None:
    label = "Unemployment benefit ends: no month without income before the first salary"
    shown = drawn(TIMELINE._replace(events=(event("2025-10-02", "cape-end", None, label),)))
    assert [line.rstrip() for line in shown.splitlines()][5:7] == [
        "  2 Oct 2025  in 8 months  Unemployment benefit ends: no month without income",
        "                           before the first salary (C.\u00a0trav.\u00a0L7331-3)",
    ]


def test_colour_only_where_it_is_wanted() -> None:
    assert "\x1b" not in drawn(TIMELINE)
    assert "\x1b[1mLast day" in drawn(TIMELINE, colour=True)  # 234 days away: bold
    for days, colour in ((182, "\x1b[1;31mx"), (183, "\x1b[1mx")):
        date = (TODAY + dt.timedelta(days)).isoformat()
        near = (event(date, "cape-end", None, "x", deadline=True),)
        assert colour in drawn(TIMELINE._replace(events=near), colour=True)


def test_names_are_left_out_where_it_is_everybodys() -> None:
    three = TIMELINE._replace(entrepreneurs=(MARCELLE, LULU, person("Zoé")))
    assert "CAPE starts (Marcelle and Lulu · C. trav. L7331-3)" in "\n".join(piped(three))
    alone = TIMELINE._replace(entrepreneurs=(MARCELLE,), events=EVENTS[3:])
    assert "Marcelle ·" not in drawn(alone)
    assert "Marcelle must be an associate" in drawn(alone)


LONG = "A very long label of an event which no line of a terminal could hold, whatever its width"


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(width: int) -> None:
    events = (event("2025-09-30", "cape-end", "Lulu", LONG, deadline=True), EVENTS[3])
    shown = drawn(TIMELINE._replace(events=events), width=width)
    assert max(len(line) for line in shown.splitlines()) <= width
    assert [word for word in LONG.split() if word not in shown.split()] == []
    assert "232" in shown


def test_a_narrow_terminal_keeps_a_readable_column() -> None:
    # "  2 Oct 2025  in 234 days  " takes 27 columns
    assert "in 234 days  Last" in drawn(TIMELINE, width=57)
    assert "in 234 days\n    Last day" in drawn(TIMELINE, width=56)


HOSTILE = "[bold]Zoé[/bold]\x1b[31m\n=cmd()\u202e"


def test_a_name_cannot_act() -> None:
    timeline = TIMELINE._replace(
        entrepreneurs=(MARCELLE, person(HOSTILE, "cesa 2022-10-03")),
        events=(event("2025-10-03", "cesa-start", HOSTILE, "CESA signed"),),
    )
    visible = "[bold]Zoé[/bold]\\u001b[31m\\u000a=cmd()\\u202e"
    text = "\n".join(piped(timeline))
    assert text.count(visible) == 2
    picture = drawn(timeline, width=120)
    assert picture.count(visible) == 2
    assert "\x1b" not in text + picture
    assert "\u202e" not in text + picture
