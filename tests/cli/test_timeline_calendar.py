"""The calendar of `cae timeline`, opened by a library that did not write it, and imported twice.

Zoé's CAPE began on 1 December 2025: ended by 30 November 2026, it can last until 30 November 2028
at the latest, and 30 November 2028 is the last day to become an associate.
"""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import vobject

from tests.cli.kit import run_cae

HEAD = 'format = 1\n[activity]\nname = "Essai"\n[cooperative]\ngeneral_meeting = "06-15"\n'
ZOE = """\
[[entrepreneurs]]
name = "Zoé, dite «\u00a0Zo\u00a0»; l'aînée"
contracts = [{ kind = "cape", start = 2025-12-01, end = 2026-11-30 }]
"""
RENEWED = ZOE.replace(" }]", " }, { kind = 'cape', start = 2026-12-01, end = 2027-11-30 }]")


class Entry(NamedTuple):
    """An event as a calendar shows it."""

    day: dt.date
    until: dt.date  # exclusive
    summary: str
    reminders: tuple[dt.date, ...]


#: A calendar that someone keeps: events by identifier, with the version that was imported.
Kept = dict[str, tuple[dt.datetime, Entry]]


def calendar(tmp_path: Path, dossier: str, *arguments: str, lang: str = "fr") -> bytes:
    out = tmp_path / "dates.ics"
    found = run_cae("timeline", "-f", "-", "-o", str(out), *arguments, stdin=dossier, lang=lang)
    assert (found.exit_code, found.stdout) == (0, "")
    return out.read_bytes()


def opened(content: bytes) -> Iterable[Any]:
    read = vobject.readOne(content.decode())
    assert read.validate(raiseException=True)
    assert read.name == "VCALENDAR"
    return list(read.vevent_list)


def entry(event: Any) -> Entry:
    day = event.dtstart.value
    alarms = getattr(event, "valarm_list", [])
    reminders = tuple((dt.datetime.combine(day, dt.time()) + a.trigger.value) for a in alarms)
    assert all(reminder.time() == dt.time(9) for reminder in reminders)
    summary = event.summary.value
    return Entry(day, event.dtend.value, summary, tuple(r.date() for r in reminders))


def imported(kept: Kept, content: bytes) -> Kept:
    """Import a file as RFC 5545 asks: an identifier known already is replaced, if not older."""
    result = dict(kept)
    for event in opened(content):
        uid, stamp = event.uid.value, event.dtstamp.value
        if uid not in result or stamp >= result[uid][0]:
            result[uid] = (stamp, entry(event))
    return result


def entries(kept: Kept) -> list[Entry]:
    return sorted(shown for _, shown in kept.values())


def test_another_library_shows_the_events(tmp_path: Path) -> None:
    shown = entries(imported({}, calendar(tmp_path, HEAD + ZOE, lang="en")))
    assert all(type(one.day) is dt.date for one in shown)
    assert all(one.until - one.day == dt.timedelta(days=1) for one in shown)
    days = {one.summary.partition(" · ")[2] or one.summary: one for one in shown}
    assert days["CAPE starts"].day == dt.date(2025, 12, 1)
    assert days["CAPE starts"].summary == "Zoé, dite «\u00a0Zo\u00a0»; l'aînée · CAPE starts"
    assert days["CAPE starts"].reminders == ()
    assert days["General meeting"].day == dt.date(2027, 6, 15)
    latest = days["CAPE ends at the latest, all renewals used"]
    assert latest.day == dt.date(2028, 11, 30)
    # 6, 3 and 1 months before, at 9 in the morning
    assert latest.reminders == (dt.date(2028, 5, 30), dt.date(2028, 8, 30), dt.date(2028, 10, 30))
    deadline = days["Last day to become associate, or the CESA ends"]
    assert deadline.day == dt.date(2028, 11, 30)
    assert deadline.reminders == latest.reminders


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_importing_twice_changes_nothing(tmp_path: Path, lang: str) -> None:
    content = calendar(tmp_path, HEAD + ZOE, lang=lang)
    once = imported({}, content)
    assert len(once) == len(list(opened(content))) > 5
    assert imported(once, content) == once
    assert calendar(tmp_path, HEAD + ZOE, lang=lang) == content


def test_importing_again_another_day_adds_nothing(tmp_path: Path) -> None:
    first = imported({}, calendar(tmp_path, HEAD + ZOE, "--today", "2026-09-01"))
    again = imported(first, calendar(tmp_path, HEAD + ZOE, "--today", "2026-09-02"))
    assert list(again) == list(first)
    assert entries(again) == entries(first)


def test_the_language_does_not_tell_events_apart(tmp_path: Path) -> None:
    french = imported({}, calendar(tmp_path, HEAD + ZOE))
    english = imported(french, calendar(tmp_path, HEAD + ZOE, lang="en"))
    assert list(english) == list(french)
    assert entries(english) != entries(french)


def test_what_moves_in_the_dossier_moves_in_the_calendar(tmp_path: Path) -> None:
    before = imported({}, calendar(tmp_path, HEAD + ZOE, "--today", "2026-11-23", lang="en"))
    content = calendar(tmp_path, HEAD + RENEWED, "--today", "2026-11-24", lang="en")
    after = imported(before, content)
    added = [one.summary for uid, (_, one) in after.items() if uid not in before]
    # The renewal is new, and so is the end of its period; the end of the first one stays.
    assert sorted(text.partition(" · ")[2] for text in added) == [
        "CAPE ends: renewal or CESA to sign before",
        "CAPE renewed: period 2 of 3 at most",
    ]


def test_a_part_of_the_dates_is_the_same_events(tmp_path: Path) -> None:
    whole = imported({}, calendar(tmp_path, HEAD + ZOE))
    for arguments in (("--only", "deadlines"), ("--from", "2028-01-01", "--to", "2028-12-31")):
        part = imported({}, calendar(tmp_path, HEAD + ZOE, *arguments))
        assert 0 < len(part) < len(whole)
        assert imported(whole, calendar(tmp_path, HEAD + ZOE, *arguments)) == whole
        assert set(part) < set(whole)


def test_the_ends_of_a_period_are_part_of_it(tmp_path: Path) -> None:
    arguments = ("--from", "2026-11-30", "--to", "2028-11-30")
    shown = entries(imported({}, calendar(tmp_path, HEAD + ZOE, *arguments)))
    assert (shown[0].day, shown[-1].day) == (dt.date(2026, 11, 30), dt.date(2028, 11, 30))
