"""What is shown of a timeline: keys for scripts, one line an event for pipes, a picture."""

import datetime as dt
import io
import json

import pytest

from cae_cli.errors import Note
from cae_cli.forecast.dates.timeline import Associate, Event, Path, Status, Timeline
from cae_cli.language import Language, say
from cae_cli.render.timeline import COLUMNS, document, rows
from cae_cli.render.timeline_picture import show
from cae_cli.render.timeline_words import distance, headlines, timeline_text

ENGLISH = Language("en")
TODAY = dt.date(2025, 2, 10)


def event(iso: str, kind: str, who: str | None, label: str, *, deadline: bool = False) -> Event:
    date = dt.date.fromisoformat(iso)
    return Event(date, kind, who, say(label), "C. trav. L7331-3", (date - TODAY).days, deadline)


def path(name: str, legal: str | None, customary: str | None, status: Status) -> Path:
    if legal is None or customary is None:
        return Path(name, Associate(None, None, None, None, status), None, None)
    safe = dt.date.fromisoformat(legal) - dt.timedelta(days=1)
    associate = Associate(
        dt.date.fromisoformat(legal),
        dt.date.fromisoformat(customary),
        safe,
        None if status == "done" else (safe - TODAY).days,
        status,
    )
    return Path(name, associate, None, None)


MARCELLE = path("Marcelle", "2025-10-03", "2025-10-03", "open")
LULU = path("Lulu", "2025-10-03", "2025-10-03", "open")
EVENTS = (
    event("2022-10-03", "cape-start", "Marcelle", "CAPE starts"),
    event("2022-10-03", "cape-start", "Lulu", "CAPE starts"),
    event("2025-01-31", "first-salary", None, "First salary possible"),
    event("2025-10-02", "associate-last-safe-day", "Marcelle", "Last safe day", deadline=True),
)
TIMELINE = Timeline(
    TODAY,
    (MARCELLE, LULU),
    EVENTS,
    (Note("pay-at-month-end", say("Paid at the end of the month.")),),
    (Note("deadline-near", say("{name}, hurry.", name="Marcelle")),),
)


def test_json_keys_and_their_order() -> None:
    shown = document(TIMELINE, ENGLISH)
    assert list(shown) == [
        "format", "command", "today", "entrepreneurs", "events", "assumptions", "warnings",
    ]  # fmt: skip
    assert json.dumps(shown["entrepreneurs"][:1]) == json.dumps(  # type: ignore[index]
        [
            {
                "name": "Marcelle",
                "associate": {
                    "legal_deadline": "2025-10-03",
                    "customary_date": "2025-10-03",
                    "last_safe_day": "2025-10-02",
                    "days_left": 234,  # 18 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 2
                    "status": "open",
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
    assert shown["warnings"] == [{"code": "deadline-near", "text": "Marcelle, hurry."}]
    assert (shown["format"], shown["command"], shown["today"]) == (1, "timeline", "2025-02-10")


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


def test_text_is_one_line_an_event_with_today_between() -> None:
    assert timeline_text(TIMELINE, ENGLISH).splitlines() == [
        "Marcelle and Lulu must be associates by 2 October 2025 at the latest, in 234 days.",
        "! Marcelle, hurry.",
        "",
        "2022-10-03  2 years ago  CAPE starts (Marcelle and Lulu · C. trav. L7331-3)",
        "2025-01-31  10 days ago  First salary possible (C. trav. L7331-3)",
        "--- today, 10 February 2025",
        "2025-10-02  in 234 days  Last safe day (Marcelle · C. trav. L7331-3)",
        "",
        "What this rests on:",
        "- Paid at the end of the month.",
    ]


def test_text_ends_with_today_when_all_is_past() -> None:
    past = TIMELINE._replace(events=EVENTS[:3], assumptions=(), warnings=())
    assert timeline_text(past, ENGLISH).splitlines()[-1] == "--- today, 10 February 2025"


def test_what_happens_today_is_below_the_line() -> None:
    now = TIMELINE._replace(
        events=(event("2025-02-10", "cesa-start", "Lulu", "CESA signed"),), warnings=()
    )
    lines = timeline_text(now, ENGLISH).splitlines()
    assert lines[2] == "--- today, 10 February 2025"
    assert lines[3].startswith("2025-02-10  today  CESA signed")


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
        ("2028-02-10", False, "in 3 years"),
        ("2020-02-10", False, "5 years ago"),
        ("2026-02-10", True, "in 365 days"),  # a deadline is told to the day
    ],
)
def test_distance(day: str, deadline: bool, words: str) -> None:
    assert ENGLISH.tell(distance(event(day, "cape-end", None, "x", deadline=deadline))) == words


@pytest.mark.parametrize(
    ("paths", "sentences"),
    [
        (
            [path("Zoé", "2025-02-20", "2025-02-10", "overdue")],
            [
                (
                    "Zoé should have become an associate by 9 February 2025, 1 day ago. "
                    "(That is custom; by law, 19 February 2025.)"
                )
            ],
        ),
        (
            [path("Zoé", "2025-02-11", "2025-02-11", "open")],
            ["Zoé must be an associate by 10 February 2025 at the latest, today."],
        ),
        ([path("Zoé", "2020-03-01", "2020-03-01", "done")], ["Zoé is an associate."]),
        (
            [path("Zoé", None, None, "not-started")],
            ["Zoé has no contract on record: no associate deadline yet."],
        ),
        (
            [MARCELLE, path("Zoé", "2025-02-12", "2025-02-12", "open"), LULU],
            [
                (
                    "Marcelle and Lulu must be associates by 2 October 2025 at the latest, "
                    "in 234 days."
                ),
                "Zoé must be an associate by 11 February 2025 at the latest, in 1 day.",
            ],
        ),
        ([], []),
    ],
)
def test_headlines(paths: list[Path], sentences: list[str]) -> None:
    timeline = TIMELINE._replace(entrepreneurs=tuple(paths))
    assert [ENGLISH.tell(said) for said in headlines(timeline)] == sentences


def drawn(
    timeline: Timeline, *, width: int = 80, encoding: str = "utf-8", colour: bool = False
) -> str:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, errors="strict", write_through=True)
    show(timeline, ENGLISH, file, width, colour=colour)
    return raw.getvalue().decode(encoding)


def test_colour_only_where_it_is_wanted() -> None:
    assert "\x1b" not in drawn(TIMELINE)
    assert "\x1b[1;33m◆" in drawn(TIMELINE, colour=True)  # bold yellow: 234 days away
    near = TIMELINE._replace(events=(event("2025-03-01", "cape-end", None, "x", deadline=True),))
    assert "\x1b[1;31m◆" in drawn(near, colour=True)  # bold red


def test_picture() -> None:
    assert [line.rstrip() for line in drawn(TIMELINE).splitlines()] == [
        "Marcelle and Lulu must be associates by 2 October 2025 at the latest, in 234",
        "days.",
        "! Marcelle, hurry.",
        "",
        "       2022  │",
        "  3 October  ●  CAPE starts                                          2 years ago",
        "             │  Marcelle and Lulu · C. trav. L7331-3",
        "       2025  │",
        " 31 January  ●  First salary possible                                10 days ago",
        "             │  C. trav. L7331-3",
        "─────────────┼── today, 10 February 2025 ───────────────────────────────────────",
        "  2 October  ◆  Last safe day                                        in 234 days",
        "             │  Marcelle · C. trav. L7331-3",
        "",
        "What this rests on:",
        "- Paid at the end of the month.",
    ]


def test_names_are_left_out_where_there_is_one_person() -> None:
    alone = TIMELINE._replace(entrepreneurs=(MARCELLE,), events=EVENTS[3:], warnings=())
    assert "Marcelle ·" not in drawn(alone)
    assert "Marcelle must be an associate" in drawn(alone)


LONG = "A very long label of an event which no line of a terminal could hold, whatever its width"


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(width: int) -> None:
    events = (event("2025-09-30", "cape-end", "Lulu", LONG, deadline=True), EVENTS[3])
    shown = drawn(TIMELINE._replace(events=events), width=width)
    assert max(len(line) for line in shown.splitlines()) <= width
    words = shown.replace("│", " ").split()
    assert [word for word in LONG.split() if word not in words] == []
    assert "in 232 days" in shown


def test_a_terminal_without_the_glyphs_gets_others() -> None:
    shown = drawn(TIMELINE._replace(events=EVENTS[2:3]), encoding="latin-1")
    assert "*  First salary possible" in shown
    assert "+-- today, 10 February 2025 ---" in shown


HOSTILE = "[bold]Zoé[/bold]\x1b[31m\n=cmd()\u202e"


def test_a_name_cannot_act() -> None:
    timeline = TIMELINE._replace(
        entrepreneurs=(MARCELLE, path(HOSTILE, "2025-10-03", "2025-10-03", "open")),
        events=(event("2025-10-03", "cesa-start", HOSTILE, "CESA signed"),),
    )
    visible = "[bold]Zoé[/bold]\\u001b[31m\\u000a=cmd()\\u202e"
    text = timeline_text(timeline, ENGLISH)
    assert text.count(visible) == 2
    picture = drawn(timeline, width=100)
    assert picture.count(visible) == 2
    assert "\x1b" not in text + picture
    assert "\u202e" not in text + picture
