"""The calendar file, read back by a reader of its lines written for this test (RFC 5545)."""

import datetime as dt

from icalendar import Calendar

from cae_cli.forecast.dates.timeline import Event, Timeline
from cae_cli.language import Language, say
from cae_cli.render.shown import About
from cae_cli.render.timeline.calendar import timeline_calendar

ENGLISH = Language("en")
TODAY = dt.date(2026, 11, 23)


def event(iso: str, kind: str, who: str | None, *, deadline: bool = False) -> Event:
    date = dt.date.fromisoformat(iso)
    label = say("Label, of {kind}; yes", kind=kind)
    return Event(date, kind, who, label, "C. trav. L7331-3", (date - TODAY).days, deadline)


def calendar(*events: Event, today: dt.date = TODAY, activity: str = "Essai") -> str:
    timeline = Timeline(today, (), events, (), ())
    return timeline_calendar(timeline, About(activity, "cae.toml", today), ENGLISH).decode()


def read(text: str) -> list[dict[str, list[str]]]:
    """Return the properties of each event; those of its alarms are prefixed."""
    assert text.endswith("\r\n")
    lines = text.replace("\r\n ", "").split("\r\n")
    events: list[dict[str, list[str]]] = []
    inside: list[str] = []
    for line in filter(None, lines):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert inside.pop() == value
        elif "VEVENT" in inside:
            prefix = "ALARM " if inside[-1] == "VALARM" else ""
            events[-1].setdefault(prefix + name, []).append(value)
    assert not inside
    return events


DEADLINE = event("2027-10-31", "associate-deadline", "Zoé", deadline=True)


def test_an_all_day_event_with_its_reminders() -> None:
    (entry,) = read(calendar(DEADLINE))
    assert entry["DTSTART;VALUE=DATE"] == ["20271031"]
    assert entry["DTEND;VALUE=DATE"] == ["20271101"]  # exclusive: one day
    assert entry["SUMMARY"] == ["Zoé · Label\\, of associate-deadline\\; yes"]
    assert entry["DESCRIPTION"] == ["C. trav. L7331-3"]
    # 9 o'clock on 30 April (no 31st), 31 July and 30 September 2027, that is 184, 92 and 31 days
    # before: 31 + 30 + 31 + 31 + 30 + 31; 31 + 30 + 31; 31; each less 9 hours
    assert entry["ALARM TRIGGER"] == ["-P183DT15H", "-P91DT15H", "-P30DT15H"]
    assert entry["ALARM ACTION"] == ["DISPLAY"] * 3


def test_only_reminders_to_come_and_only_of_deadlines() -> None:
    near = event("2027-01-15", "cape-end", "Zoé", deadline=True)  # one month before: 15 December
    past = event("2026-10-01", "cape-end", "Zoé", deadline=True)
    plain = event("2027-10-31", "acre-end", "Zoé")
    alarms = [entry.get("ALARM TRIGGER") for entry in read(calendar(past, near, plain))]
    assert alarms == [None, ["-P30DT15H"], None]


def uids(text: str) -> list[str]:
    return [entry["UID"][0] for entry in read(text)]


def test_identifiers_stay_when_the_date_moves() -> None:
    moved = DEADLINE._replace(date=dt.date(2027, 12, 1))
    assert uids(calendar(DEADLINE)) == uids(calendar(moved, today=dt.date(2027, 1, 1)))
    assert calendar(DEADLINE) == calendar(DEADLINE)


def test_identifiers_tell_events_apart() -> None:
    events = (
        event("2026-01-01", "cape-renewal", "Zoé"),
        event("2027-01-01", "cape-renewal", "Zoé")._replace(rank=2),
        event("2027-01-01", "cape-renewal", "Léa"),
        event("2027-06-15", "general-meeting", None),
    )
    found = uids(calendar(*events)) + uids(calendar(*events, activity="Autre"))
    assert len(set(found)) == 8


def test_identifiers_stay_when_other_events_are_left_out() -> None:
    first = event("2026-12-31", "cape-end", "Zoé")
    second = event("2027-12-31", "cape-end", "Zoé")._replace(rank=2)
    assert uids(calendar(first, second))[1:] == uids(calendar(second))


def test_the_meeting_of_another_year_is_another_event() -> None:
    first = calendar(event("2027-06-15", "general-meeting", None))
    second = calendar(event("2028-06-15", "general-meeting", None))
    assert uids(first) != uids(second)


def test_a_name_cannot_add_a_line() -> None:
    hostile = "Zoé\r\nEND:VEVENT\nATTACH:file:///etc/passwd\u202e"
    (entry,) = read(calendar(event("2027-01-01", "cesa-start", hostile)))
    assert "ATTACH" not in entry
    assert "\\u000d" in entry["SUMMARY"][0].replace("\\\\", "\\")


def test_long_texts_are_folded_and_the_whole_is_a_calendar() -> None:
    text = calendar(event("2027-01-01", "cesa-start", "É" * 200), DEADLINE)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    parsed = Calendar.from_ical(text)
    assert [str(entry["uid"]) for entry in parsed.walk("VEVENT")] == uids(text)


def test_the_last_day_of_the_calendar() -> None:
    (entry,) = read(calendar(event("9999-12-31", "year-end", None)))
    assert entry["DTSTART;VALUE=DATE"] == ["99991231"]
