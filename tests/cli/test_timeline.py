"""`cae timeline`, on contracts whose dates are counted by hand.

Marcelle's are those of the published example of the format: a CAPE from 3 October 2022, a CESA
signed on 1 August 2023, the day after. Three years later is 3 October 2025; today is 23 November
2026, 417 days after 2 October 2025 (365 to 2 October 2026, 29 to the 31st, 23 more) and 1 512 days
after 3 October 2022 (1 461 for four years, 51 more).
"""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from cae_cli.forecast.dates.timeline import Event
from tests.cli.kit import Result, run_cae

HEAD = 'format = 1\nactivity = { name = "Essai" }\n'
PERSON = HEAD + '[[entrepreneurs]]\nname = "Marcelle"\n'
CESA = """\
  [[entrepreneurs.contracts]]
  kind = "cape"
  start = 2022-10-03
  end = 2023-07-31
  [[entrepreneurs.contracts]]
  kind = "cesa"
  start = 2023-08-01
"""
OVERDUE = PERSON + CESA
DONE = PERSON + "associate_since = 2025-06-14\n" + CESA
#: A CAPE that began on 1 September 2026: two renewals may follow, up to 31 August 2029.
OPEN = PERSON + '[[entrepreneurs.contracts]]\nkind = "cape"\nstart = 2026-09-01\n'
SIGNED = PERSON + '[[entrepreneurs.contracts]]\nkind = "cesa"\nstart = 2025-03-10\n'


def timeline(text: str, *arguments: str, **options: Any) -> Result:
    return run_cae("timeline", "-f", "-", *arguments, stdin=text, **options)


def test_the_document_is_frozen_to_the_key() -> None:
    found = timeline(OVERDUE, "--json", lang="en")
    document = found.json
    assert list(document) == [
        "format", "command", "activity", "file", "today", "entrepreneurs", "events", "assumptions",
        "warnings",
    ]  # fmt: skip
    assert (document["format"], document["command"]) == (1, "timeline")
    assert (document["activity"], document["file"]) == ("Essai", "-")
    assert document["today"] == "2026-11-23"
    expected = [
        {
            "name": "Marcelle",
            "associate": {
                "deadline": "2025-10-02",
                "days_left": -417,
                "status": "overdue",
                "legal_deadline": "2025-10-03",
                "customary_date": "2025-10-03",
            },
            "cape_latest_end": None,  # a CESA is recorded
            "trial_end": None,  # 8 months after 3 October 2022 is before the signature
        }
    ]
    assert json.dumps(document["entrepreneurs"]) == json.dumps(expected)
    first = {
        "date": "2022-10-03",
        "kind": "cape-start",
        "entrepreneur": "Marcelle",
        "label": "CAPE starts",
        "basis": "C. com. L127-1",
        "days": -1512,
    }
    assert json.dumps(document["events"][0]) == json.dumps(first)
    assert {tuple(event) for event in document["events"]} == {tuple(first)}
    assert {tuple(note) for key in NOTES for note in document[key]} == {("code", "text")}
    assert (found.exit_code, found.stderr) == (0, "")


NOTES = ("assumptions", "warnings")


@pytest.mark.parametrize(
    ("text", "associate"),
    [
        (DONE, ("2025-10-02", None, "done", "2025-10-03", "2025-10-03")),
        # 23 November 2026 to 31 August 2029: 1 096 days to 23 November 2029 (one 29 February), less
        # 30 + 31 + 23 = 84 from 31 August to 23 November
        (OPEN, ("2029-08-31", 1012, "open", "2029-09-01", "2029-09-01")),
        (PERSON, (None, None, "not-started", None, None)),
    ],
)
def test_the_associate_deadline_is_told(text: str, associate: tuple[object, ...]) -> None:
    (person,) = timeline(text, "--json").json["entrepreneurs"]
    assert tuple(person["associate"].values()) == associate


def test_the_end_of_the_cape_and_of_the_trial_are_told() -> None:
    (person,) = timeline(OPEN, "--json").json["entrepreneurs"]
    assert (person["cape_latest_end"], person["trial_end"]) == ("2029-08-31", None)
    early = PERSON + '[[entrepreneurs.contracts]]\nkind = "cesa"\nstart = 2026-10-15\n'
    (person,) = timeline(early, "--json").json["entrepreneurs"]
    assert (person["cape_latest_end"], person["trial_end"]) == (None, "2027-06-15")  # 8 months


def test_dates_and_keys_are_the_same_in_both_languages() -> None:
    french, english = (timeline(OPEN, "--json", lang=lang).json for lang in ("fr", "en"))
    assert french["entrepreneurs"] == english["entrepreneurs"]
    spoken = ("label", "basis")
    for one, other in zip(french["events"], english["events"], strict=True):
        assert {k: v for k, v in one.items() if k not in spoken} == {
            k: v for k, v in other.items() if k not in spoken
        }
        assert one["label"] != other["label"]
    for key in NOTES:
        assert [n["code"] for n in french[key]] == [n["code"] for n in english[key]]


@pytest.mark.parametrize(
    ("lang", "row"),
    [
        ("fr", "2022-10-03;cape-start;Marcelle;Début du CAPE;C. com. L127-1;-1512"),
        ("en", "2022-10-03,cape-start,Marcelle,CAPE starts,C. com. L127-1,-1512"),
    ],
)
def test_the_csv_has_one_event_a_line(lang: str, row: str) -> None:
    found = timeline(OVERDUE, "--csv", lang=lang)
    lines = found.raw.decode().split("\r\n")
    assert lines[1] == row
    separator = ";" if lang == "fr" else ","
    assert len(lines[0].split(separator)) == 6
    assert len(lines) - 2 == len(timeline(OVERDUE, "--json").json["events"])


def test_a_period_may_be_cut_out() -> None:
    found = timeline(OVERDUE, "--json", "--from", "2023-07-31", "--to", "2023-08-01").json
    assert [event["date"] for event in found["events"]] == ["2023-07-31", "2023-08-01"]
    assert found["entrepreneurs"][0]["associate"]["status"] == "overdue"  # told all the same


def test_only_deadlines_may_be_kept() -> None:
    found = timeline(OPEN, "--json", "--only", "deadlines").json
    kinds = {event["kind"] for event in found["events"]}
    assert kinds
    assert "cape-start" not in kinds
    assert kinds < {event["kind"] for event in timeline(OPEN, "--json").json["events"]}


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (OVERDUE, (), 0),
        (OVERDUE, ("--check",), 3),  # passed
        (DONE, ("--check",), 0),
        # the CAPE is to be renewed by 31 August 2027: 7 + 31 days, then 31 + 28 + 31 + 30 + 31 + 30
        # + 31 + 31 = 281 in all
        (OPEN, ("--check",), 0),
        (OPEN, ("--check", "--within", "280"), 0),
        (OPEN, ("--check", "--within", "281"), 3),
        (OPEN, ("--check", "--within", "281", "--json"), 3),
        # a CESA of 10 March 2025: 9 March 2028, in 7 + 31 + 365 + 31 + 29 + 9 days
        (SIGNED, ("--check", "--within", "471"), 0),
        (SIGNED, ("--check", "--within", "472"), 3),
    ],
)
def test_check_looks_at_the_deadlines(text: str, arguments: tuple[str, ...], code: int) -> None:
    found = timeline(text, *arguments)
    assert found.exit_code == code
    assert found.stdout


def test_a_calendar_is_written(tmp_path: Path) -> None:
    out = tmp_path / "dates.ics"
    found = timeline(OPEN, "-o", str(out))
    assert (found.exit_code, found.stdout) == (0, "")
    calendar = Calendar.from_ical(out.read_bytes())
    days = {event.decoded("dtstart") for event in calendar.walk("VEVENT")}
    assert {dt.date(2026, 9, 1), dt.date(2029, 8, 31)} <= days


@pytest.mark.parametrize("ending", ["txt", "json", "csv"])
def test_other_files_hold_what_is_shown(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"dates.{ending}"
    timeline(OPEN, "-o", str(out))
    flags = {"json": ("--json",), "csv": ("--csv",)}.get(ending, ())
    assert out.read_bytes().removeprefix(b"\xef\xbb\xbf") == timeline(OPEN, *flags).raw


@pytest.mark.parametrize(
    ("lang", "headings"),
    [
        ("fr", ["Dans les douze mois", "Plus tard", "Déjà passé"]),
        ("en", ["In the next twelve months", "Later", "Past"]),
    ],
)
def test_what_comes_is_told_first(lang: str, headings: list[str]) -> None:
    lines = timeline(OPEN, lang=lang).stdout.splitlines()
    places = [lines.index(heading) for heading in headings]
    assert places == sorted(places)
    soon, later, past = ("\n".join(lines[place + 1 : place + 3]) for place in places)
    assert "2027" in soon  # the renewal
    assert "2029" in later  # the end of the CAPE
    assert "2026" in past  # its start


LONG_AGO = """\
[treasury]
month = "1995-01"
[salary]
net_target = 900
[[clients]]
name = "Mairie"
prestations = [{ label = "P", amount = 3000, start = 1995-01-09 }]
"""


@pytest.mark.parametrize(
    ("lang", "says"),
    [("fr", "Aucune date de la prévision"), ("en", "No date of the forecast is told")],
)
def test_dates_need_no_payroll(lang: str, says: str) -> None:
    text = OVERDUE.replace("2022", "1990").replace("2023", "1991") + LONG_AGO
    found = timeline(text, "--json", lang=lang)
    assert (found.exit_code, found.stderr) == (0, "")
    (person,) = found.json["entrepreneurs"]
    # 3 October 1993 − 1 day; to 2 October 2026 33 years of which 8 have a 29 February (1996 to
    # 2024), then 29 + 23 days
    assert person["associate"] == {
        "deadline": "1993-10-02",
        "days_left": -12105,
        "status": "overdue",
        "legal_deadline": "1993-10-03",
        "customary_date": "1993-10-03",
    }
    told = [n["code"] for n in found.json["warnings"]]
    assert told == ["associate-deadline", "CAE-W005", "CAE-W007"]
    (note,) = [n for n in found.json["assumptions"] if n["code"] == "no-forecast"]
    assert says in note["text"].replace("\u00a0", " ")
    assert "first-invoice" not in {event["kind"] for event in found.json["events"]}
    assert says in timeline(text, lang=lang).stdout.replace("\u00a0", " ")


def test_another_contract_without_an_end_is_taken_beside_a_cesa() -> None:
    both = PERSON + (
        "contracts = [{ kind = 'other', start = 2025-01-06 },"
        " { kind = 'cesa', start = 2026-01-05 }]\n"
    )
    found = timeline(both, "--json")
    assert found.json["entrepreneurs"][0]["associate"]["deadline"] == "2028-01-05"
    assert [n["code"] for n in found.json["warnings"]] == ["other-contract-open"]
    assert run_cae("check", "-f", "-", stdin=both).exit_code == 0
    cape = both.replace("other", "cape")
    assert run_cae("check", "-f", "-", stdin=cape).exit_code == 1


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "arguments",
    [("--from", "23/13/2026"), ("--to", "2026-02-30"), ("--only", "x"), ("--within", "-1")],
)
def test_a_wrong_usage_is_told(lang: str, arguments: tuple[str, ...]) -> None:
    found = timeline(OPEN, *arguments, lang=lang)
    assert (found.exit_code, found.stdout) == (2, "")
    assert arguments[0] in found.stderr
    assert "→" in found.stderr


def test_events_in_the_document_are_all_there_is_of_an_event() -> None:
    # rank and deadline are for the calendar and the picture
    keys = set(timeline(OPEN, "--json").json["events"][0])
    assert keys | {"rank", "deadline"} == set(Event._fields)
