"""The timeline as a calendar file (RFC 5545): all-day events, reminders before the deadlines."""

import datetime as dt
from hashlib import sha256

from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from cae_cli.forecast.dates.timeline import Event, Timeline
from cae_cli.language import Language
from cae_cli.months import add_months
from cae_cli.render.shown import About
from cae_cli.rules.contracts import ONE_DAY

REMINDER_MONTHS = (6, 3, 1)
REMINDER_TIME = dt.timedelta(hours=9)
#: One of these comes each year, so its year is part of what it is; the others may move.
YEARLY = frozenset({"pension-quarters", "year-end", "general-meeting", "variable-part-settled"})


def timeline_calendar(timeline: Timeline, about: About, language: Language) -> bytes:
    """Return the events as a calendar file.

    The identifier of an event depends on the activity, the person, the kind and its rank alone:
    importing the file again changes nothing, and a date that moved moves in the calendar. Nothing
    depends on the clock: the same timeline gives the same bytes.

    Args:
        timeline: the events.
        about: whose name of the activity tells its events from those of another.
        language: of the texts.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//cae//timeline//{language.code.upper()}")
    for event in timeline.events:
        uid = _uid(event, about.activity or "")
        calendar.add_component(_entry(event, timeline.today, language, uid))
    return bytes(calendar.to_ical())


def _uid(event: Event, activity: str) -> str:
    """Return the identifier of an event, the same whatever else is in the calendar."""
    which = event.date.year if event.kind in YEARLY else event.rank
    parts = (activity, event.entrepreneur or "", event.kind, str(which))
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return f"{sha256(text).hexdigest()[:32]}@cae"


def _entry(event: Event, today: dt.date, language: Language, uid: str) -> Entry:
    label = language.tell(event.label)
    who = event.entrepreneur
    summary = label if who is None else f"{language.show(who)} · {label}"
    entry = Entry()
    entry.add("uid", uid)
    # The day the dates were computed; a later import thus replaces an earlier one.
    entry.add("dtstamp", dt.datetime.combine(today, dt.time(), dt.UTC))
    entry.add("dtstart", event.date)
    if event.date < dt.date.max:
        entry.add("dtend", event.date + ONE_DAY)  # exclusive
    entry.add("summary", summary)
    entry.add("description", language.show(event.basis))
    entry.add("transp", "TRANSPARENT")  # it does not make anyone busy
    if event.deadline:
        for months in REMINDER_MONTHS:
            day = add_months(event.date, -months) if event.date.year > 1 else dt.date.min
            if day >= today:
                entry.add_component(_reminder(summary, day - event.date))
    return entry


def _reminder(text: str, before: dt.timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", before + REMINDER_TIME)
    return alarm
