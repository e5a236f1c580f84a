"""Which dates a dossier tells, with the days and the intervals computed by hand."""

import datetime as dt
import tomllib
from collections.abc import Sequence
from decimal import Decimal

import pytest

from cae_cli.dossier.model import Dossier
from cae_cli.errors import Note
from cae_cli.forecast.dates.all_dates import timeline_of
from cae_cli.forecast.dates.timeline import (
    KINDS,
    Facts,
    PersonDates,
    Timeline,
    deadlines_within,
    select,
)
from cae_cli.language import Language
from cae_cli.months import Month

ENGLISH = Language("en")
NOTHING = Facts()


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def told(toml: str, today: str, facts: Facts = NOTHING) -> Timeline:
    text = f'format = 1\n[activity]\nname = "Essai"\n{toml}'
    return timeline_of(
        Dossier.model_validate(tomllib.loads(text, parse_float=Decimal)), day(today), facts
    )


def dates(timeline: Timeline) -> list[tuple[str, str, str | None]]:
    return [(e.date.isoformat(), e.kind, e.entrepreneur) for e in timeline.events]


def stands(person: PersonDates) -> tuple[str | None, int | None, str]:
    """Return the deadline of a person, the days left and the status."""
    who = person.membership
    deadline = None if who.deadline is None else who.deadline.isoformat()
    return deadline, who.days_left, who.status


def one(timeline: Timeline, kind: str) -> str:
    """Return the label of the only event of a kind."""
    (event,) = [event for event in timeline.events if event.kind == kind]
    return ENGLISH.tell(event.label)


def codes(notes: Sequence[Note]) -> set[str]:
    return {note.code for note in notes}


def text_of(notes: Sequence[Note], code: str) -> str:
    (text,) = [ENGLISH.tell(note.text) for note in notes if note.code == code]
    return text


MARCELLE_AND_LULU = """
[treasury]
month = "2022-10"
[[entrepreneurs]]
name = "Marcelle"
unemployment_benefit_until = 2023-05-31
contracts = [
  { kind = "cape", start = 2022-10-03, end = 2023-07-31 },
  { kind = "cesa", start = 2023-08-01 },
]
[[entrepreneurs]]
name = "Lulu"
contracts = [
  { kind = "cape", start = 2022-10-03, end = 2023-07-31 },
  { kind = "cesa", start = 2023-09-01 },
]
"""
SEEN = Facts(day("2022-11-01"), day("2022-12-01"), Month.parse("2023-08"))


def test_two_people_each_with_their_own_clock() -> None:
    timeline = told(MARCELLE_AND_LULU, "2024-10-03", SEEN)
    marcelle, lulu = timeline.entrepreneurs
    # 3 October 2024 to 2 October 2025: 364 days (2025 is a common year)
    assert stands(marcelle) == ("2025-10-02", 364, "open")
    # August 2023 without a contract: by law 31 days later, but by custom as Marcelle
    assert stands(lulu) == ("2025-10-02", 364, "open")
    assert marcelle.cape_latest_end is marcelle.trial_end is None
    assert dates(timeline) == [
        ("2022-10-03", "cape-start", "Marcelle"),
        ("2022-10-03", "cape-start", "Lulu"),
        ("2022-11-01", "first-invoice", None),
        ("2022-12-01", "first-cash", None),
        ("2023-05-31", "unemployment-benefit-end", "Marcelle"),
        ("2023-07-31", "cape-end", "Marcelle"),
        ("2023-07-31", "cape-end", "Lulu"),
        ("2023-08-01", "cesa-start", "Marcelle"),
        ("2023-08-31", "first-salary", None),
        ("2023-09-01", "cesa-start", "Lulu"),
        ("2024-12-31", "year-end", None),
        ("2025-10-02", "associate-deadline", "Marcelle"),
        ("2025-10-02", "associate-deadline", "Lulu"),
        ("2025-11-01", "associate-by-law", "Lulu"),
    ]
    assert {"gap-not-counted", "pay-at-month-end", "cape-effective-days"} <= codes(
        timeline.assumptions
    )
    # 9 months and 29 days of CAPE (3 October to 2 July, then to the 31st): 1 September 2023 + 27
    # months is 1 December 2025, less 29 days: 2 November, one day before the reading in days
    assert text_of(timeline.assumptions, "gap-not-counted") == (
        "Lulu: 31 days without a contract, on which the law is silent. The last day to become "
        "associate is 2 October 2025 by custom (third anniversary of the first contract), "
        "2 November 2025 if those days are left out, 1 November 2025 if the earlier contracts are "
        "counted in months and days. The earliest is the one to respect."
    )


def test_days_are_counted_from_today() -> None:
    timeline = told(MARCELLE_AND_LULU, "2022-10-31", SEEN)
    days = {event.kind: event.days for event in timeline.events}
    assert days["cape-start"] == -28
    assert days["first-invoice"] == 1
    assert days["first-cash"] == 31  # 30 days of November, and one


def test_basis_is_the_article_or_says_what_it_is() -> None:
    timeline = told(MARCELLE_AND_LULU, "2024-10-03", SEEN)
    basis = {event.kind: ENGLISH.show(event.basis) for event in timeline.events}
    assert basis["cape-start"] == "C. com. L127-1"
    assert basis["cesa-start"] == "C. trav. L7331-2"
    assert basis["associate-by-law"] == "C. trav. L7331-3"
    assert basis["associate-deadline"] == "practice of cooperatives, not the law"  # Lulu's
    (marcelle, _) = [e for e in timeline.events if e.kind == "associate-deadline"]
    assert marcelle.basis == "C. trav. L7331-3"


def test_every_kind_has_a_place_in_the_order() -> None:
    timeline = told(MARCELLE_AND_LULU, "2024-10-03", SEEN)
    assert {event.kind for event in timeline.events} <= set(KINDS)
    assert len(set(KINDS)) == len(KINDS)


def test_benefit_end_tells_the_months_without_income() -> None:
    timeline = told(MARCELLE_AND_LULU, "2023-01-15", SEEN)
    assert one(timeline, "unemployment-benefit-end") == (
        "Unemployment benefit ends: 2 months without income until the salary of August 2023"
    )
    assert "2 months" in text_of(timeline.warnings, "months-without-income")


def test_months_without_income_of_the_past_are_no_warning() -> None:
    timeline = told(MARCELLE_AND_LULU, "2024-10-03", SEEN)
    assert "months-without-income" not in codes(timeline.warnings)


def test_nobody_is_paid_before_the_month_of_their_cesa() -> None:
    # Lulu signs in September: June, July and August
    toml = MARCELLE_AND_LULU.replace(
        'name = "Lulu"', 'name = "Lulu"\nunemployment_benefit_until = 2023-05-31'
    ).replace("unemployment_benefit_until = 2023-05-31", "", 1)
    label = one(told(toml, "2023-01-15", SEEN), "unemployment-benefit-end")
    assert "3 months" in label
    assert "September 2023" in label


def test_benefit_end_with_no_salary_in_sight() -> None:
    label = one(told(MARCELLE_AND_LULU, "2023-01-15"), "unemployment-benefit-end")
    assert label == "Unemployment benefit ends: no salary in sight"


def test_a_decided_start_is_the_first_salary() -> None:
    toml = MARCELLE_AND_LULU + '[salary]\nstart = "2023-10"\n'
    timeline = told(toml, "2023-01-15", SEEN)
    assert ("2023-10-31", "salary-start", None) in dates(timeline)
    assert "4 months" in one(timeline, "unemployment-benefit-end")  # June to September


ARNAUD = """
[treasury]
month = "2026-01"
[cooperative]
general_meeting = "06-15"
[[entrepreneurs]]
name = "Arnaud"
associate_since = 2019-06-14
contracts = [
  { kind = "cape", start = 2017-03-01, end = 2017-12-31 },
  { kind = "cesa", start = 2018-01-01 },
]
"""


def test_an_established_associate_owes_nothing() -> None:
    facts = Facts(day("2026-01-31"), day("2026-03-02"), Month.parse("2026-01"))
    timeline = told(ARNAUD, "2026-11-23", facts)
    (arnaud,) = timeline.entrepreneurs
    assert stands(arnaud) == ("2020-02-29", None, "done")
    # what he invoices and earns began before the projection: no "first" of it is told
    assert dates(timeline) == [
        ("2017-03-01", "cape-start", "Arnaud"),
        ("2017-12-31", "cape-end", "Arnaud"),
        ("2018-01-01", "cesa-start", "Arnaud"),
        ("2019-06-14", "associate-done", "Arnaud"),
        ("2026-12-31", "year-end", None),
        ("2027-06-15", "general-meeting", None),
        ("2027-07-15", "variable-part-settled", None),  # one month after the meeting
    ]
    assert not timeline.warnings
    assert not deadlines_within(timeline, 10_000)
    assert one(timeline, "variable-part-settled") == "Variable part of 2026 settled at the latest"


def test_settlement_of_this_year_is_still_to_come_after_the_meeting() -> None:
    timeline = told(ARNAUD, "2026-07-01")
    assert ("2026-07-15", "variable-part-settled", None) in dates(timeline)
    assert ("2027-06-15", "general-meeting", None) in dates(timeline)


def test_no_settlement_for_a_year_without_cesa() -> None:
    toml = ARNAUD.replace("2018-01-01", "2026-02-01").replace("2017", "2025")
    # today is before the meeting on 2025, a year of CAPE: the first settlement is that on 2026
    assert ("2027-07-15", "variable-part-settled", None) in dates(told(toml, "2026-03-01"))


def test_an_associate_too_late_is_told() -> None:
    toml = ARNAUD.replace("2019-06-14", "2020-03-01")
    assert codes(told(toml, "2026-11-23").warnings) == {"associate-late"}
    assert not told(ARNAUD.replace("2019-06-14", "2020-02-29"), "2026-11-23").warnings


def test_planned_membership_is_not_yet_membership() -> None:
    toml = MARCELLE_AND_LULU.replace('name = "Lulu"', 'name = "Lulu"\nassociate_since = 2025-06-14')
    timeline = told(toml, "2024-10-03")
    assert stands(timeline.entrepreneurs[1]) == ("2025-10-02", 364, "open")
    assert ("2025-06-14", "associate-done", "Lulu") in dates(timeline)
    assert one(timeline, "associate-done") == "To become associate, as planned"
    assert text_of(timeline.warnings, "associate-planned") == (
        "Lulu is recorded as an associate from 14 June 2025, still to come: until then the "
        "deadline stands."
    )
    after = told(toml, "2025-06-14")
    assert stands(after.entrepreneurs[1]) == ("2025-10-02", None, "done")
    assert one(after, "associate-done") == "Associate"
    assert "associate-planned" not in codes(after.warnings)


def cape(contracts: str, *, more: str = "") -> str:
    return f'{more}\n[[entrepreneurs]]\nname = "Zoé"\ncontracts = [{contracts}]\n'


def test_open_cape() -> None:
    timeline = told(cape('{ kind = "cape", start = 2026-09-01 }'), "2026-11-23")
    (zoe,) = timeline.entrepreneurs
    assert zoe.cape_latest_end == day("2029-08-31")
    assert dates(timeline) == [
        ("2026-09-01", "cape-start", "Zoé"),
        ("2027-08-31", "cape-renewal-due", "Zoé"),
        ("2027-08-31", "acre-end", "Zoé"),
        ("2029-08-31", "cape-latest-end", "Zoé"),
        ("2029-08-31", "associate-deadline", "Zoé"),
    ]
    assert [e.kind for e in timeline.events if e.deadline] == [
        "cape-renewal-due", "cape-latest-end", "associate-deadline",
    ]  # fmt: skip
    assert "follows the current contract" in text_of(timeline.assumptions, "cesa-assumed")
    assert {"acre-open", "expiry-effects-open", "admission-by-statutes"} <= codes(
        timeline.assumptions
    )
    assert not timeline.warnings


def test_renewals_are_numbered_and_acre_of_the_past_is_not_told() -> None:
    contracts = (
        '{ kind = "cape", start = 2025-01-01, end = 2025-12-31 },'
        '{ kind = "cape", start = 2026-01-01, end = 2026-12-31 },'
    )
    timeline = told(cape(contracts), "2026-11-23")
    assert one(timeline, "cape-renewal") == "CAPE renewed: period 2 of 3 at most"
    assert dates(timeline) == [
        ("2025-01-01", "cape-start", "Zoé"),
        ("2025-12-31", "cape-end", "Zoé"),
        ("2026-01-01", "cape-renewal", "Zoé"),
        ("2026-12-31", "cape-end", "Zoé"),
        ("2027-12-31", "cape-latest-end", "Zoé"),
        ("2027-12-31", "associate-deadline", "Zoé"),
    ]
    assert [e.rank for e in timeline.events if e.kind == "cape-end"] == [1, 2]
    # the first end was met by a renewal; the second is still owed: 7 + 31 days
    assert [(e.kind, e.days) for e in deadlines_within(timeline, 60)] == [("cape-end", 38)]
    assert "1 January 2027" in text_of(timeline.assumptions, "cesa-assumed")


@pytest.mark.parametrize(
    ("contracts", "end"),
    [
        ('{ kind = "cape", start = 2026-02-01, end = 2026-12-31 }', "2027-01-31"),  # it may go on
        (  # a CESA ends it
            (
                '{ kind = "cape", start = 2026-02-01, end = 2026-12-31 },'
                '{ kind = "cesa", start = 2027-01-01 }'
            ),
            "2026-12-31",
        ),
        (  # the second period holds its last months
            (
                '{ kind = "cape", start = 2026-02-01, end = 2026-06-30 },'
                '{ kind = "cape", start = 2026-07-01, end = 2027-06-30 },'
                '{ kind = "cesa", start = 2027-07-01 }'
            ),
            "2027-01-31",
        ),
        (  # another contract is no CAPE: it counts from the CAPE
            (
                '{ kind = "other", start = 2025-06-01, end = 2026-01-31 },'
                '{ kind = "cape", start = 2026-02-01 }'
            ),
            "2027-01-31",
        ),
        ('{ kind = "cesa", start = 2026-09-01 }', None),
        ('{ kind = "other", start = 2026-09-01 }', None),
        ('{ kind = "cape", start = 2025-11-23 }', None),  # over on the eve
        ('{ kind = "cape", start = 2025-11-24 }', "2026-11-23"),  # today
    ],
)
def test_acre_is_told_for_a_cape_only(contracts: str, end: str | None) -> None:
    timeline = told(cape(contracts), "2026-11-23")
    assert [e.date.isoformat() for e in timeline.events if e.kind == "acre-end"] == (
        [] if end is None else [end]
    )
    assert ("acre-open" in codes(timeline.assumptions)) is (end is not None)


def test_another_contract_without_an_end_beside_the_cesa_is_a_warning() -> None:
    contracts = '{ kind = "other", start = 2024-03-10 }, { kind = "cesa", start = 2026-01-05 }'
    timeline = told(cape(contracts), "2026-02-01")
    assert codes(timeline.warnings) == {"other-contract-open"}
    assert stands(timeline.entrepreneurs[0])[0] == "2027-03-09"  # from the other contract
    ended = contracts.replace("2024-03-10 }", "2024-03-10, end = 2030-12-31 }")
    assert not told(cape(ended), "2026-02-01").warnings
    before = '{ kind = "other", start = 2024-03-10 }'
    assert not told(cape(before), "2026-02-01").warnings
    done = told(cape(contracts).replace("contracts", "associate_since = 2026-01-10\ncontracts"),
                "2026-02-01")  # fmt: skip
    assert not done.warnings


def test_leave_does_not_suspend_the_three_years() -> None:
    assert "no-suspension" in codes(told(cape(CESA), "2026-02-01").assumptions)
    assert "no-suspension" not in codes(told(ARNAUD, "2026-11-23").assumptions)


def test_an_ended_cape_without_a_follow_up() -> None:
    contracts = '{ kind = "cape", start = 2025-09-01, end = 2026-08-31 }'
    timeline = told(cape(contracts), "2026-11-23")
    (zoe,) = timeline.entrepreneurs
    # 83 days without a contract until today, see the rule's own test
    assert stands(zoe) == ("2028-08-31", 647, "open")  # 730 to 22 November 2028, less 83
    assert ("2028-11-22", "associate-by-law", "Zoé") in dates(timeline)
    assert codes(timeline.warnings) == {"no-running-contract"}
    assert [e.kind for e in deadlines_within(timeline, 0)] == ["cape-end"]


def test_36_months_of_cape_mean_membership_at_once() -> None:
    contracts = (
        '{ kind = "cape", start = 2023-01-01, end = 2023-12-31 },'
        '{ kind = "cape", start = 2024-01-01, end = 2024-12-31 },'
        '{ kind = "cape", start = 2025-01-01, end = 2025-12-31 },'
    )
    before = told(cape(contracts), "2025-11-01")
    assert "membership-at-once" in codes(before.warnings)
    signed = told(cape(contracts + '{ kind = "cesa", start = 2026-01-01 }'), "2026-01-01")
    assert {"membership-at-once", "associate-deadline"} == codes(signed.warnings)
    (zoe,) = signed.entrepreneurs
    assert stands(zoe) == ("2025-12-31", -1, "overdue")


def test_cape_beyond_the_law_is_a_warning() -> None:
    contracts = '{ kind = "cape", start = 2025-01-01, end = 2026-06-30 }'  # 18 months
    assert codes(told(cape(contracts), "2026-02-01").warnings) == {"cape-period-too-long"}
    four = ",".join(
        f'{{ kind = "cape", start = 2026-0{month}-01, end = 2026-0{month}-28 }}'
        for month in (1, 2, 3, 4)
    )
    warning = told(cape(four), "2026-02-01").warnings
    assert text_of(warning, "cape-too-many-periods") == "Zoé has 4 CAPE periods; the law allows 3."


CESA = '{ kind = "cesa", start = 2024-03-10 }'  # deadline 10 March 2027


@pytest.mark.parametrize(
    ("today", "status", "days_left", "warnings"),
    [
        ("2024-03-09", "not-started", 1095, set()),  # 3 × 365, no 29 February between
        ("2024-03-10", "open", 1094, set()),
        ("2026-09-08", "open", 182, set()),  # six months later is 8 March
        ("2026-09-09", "open", 181, {"associate-deadline"}),  # 21 + 31 + 30 + 31 + 31 + 28 + 9
        ("2027-03-09", "open", 0, {"associate-deadline"}),
        ("2027-03-10", "overdue", -1, {"associate-deadline"}),
        ("2036-03-10", "overdue", -3289, {"associate-deadline"}),  # 9 × 365 + 3 leap days + 1
    ],
)
def test_status_changes_on_the_day(
    today: str, status: str, days_left: int, warnings: set[str]
) -> None:
    timeline = told(cape(CESA), today)
    (zoe,) = timeline.entrepreneurs
    assert stands(zoe) == ("2027-03-09", days_left, status)
    assert codes(timeline.warnings) == warnings


def test_between_custom_and_law() -> None:
    # a gap of 31 days: 10 March 2027 by custom, 10 April by law in days
    contracts = (
        '{ kind = "cape", start = 2024-03-10, end = 2024-06-30 },'
        '{ kind = "cesa", start = 2024-08-01 },'
    )
    timeline = told(cape(contracts), "2027-03-10")
    (zoe,) = timeline.entrepreneurs
    assert stands(zoe) == ("2027-03-09", -1, "overdue")
    # 3 months and 21 days (10 to 30 June) of CAPE: 1 August 2024 + 33 months is 1 May 2027, less
    # 21 days: 10 April too
    assert text_of(timeline.warnings, "associate-deadline") == (
        "Zoé should have become an associate by 9 March 2027, 1 day ago. (That is custom; by law, "
        "9 April 2027.) Ask the cooperative which one it follows; once it is done, record "
        "associate_since."
    )
    assert "See the cooperative at once" not in text_of(
        told(cape(contracts), "2027-04-09").warnings, "associate-deadline"
    )
    assert "See the cooperative at once" in text_of(
        told(cape(contracts), "2027-04-10").warnings, "associate-deadline"
    )


def test_who_left_owes_nothing() -> None:
    timeline = told(cape('{ kind = "cesa", start = 2020-01-01, end = 2021-06-30 }'), "2026-11-23")
    assert codes(timeline.warnings) == {"contracts-ended"}
    assert not deadlines_within(timeline, 10_000)


MEETING = '[cooperative]\ngeneral_meeting = "06-15"'


@pytest.mark.parametrize(
    ("start", "meeting"),
    [
        ("2024-03-10", "2026-06-15"),  # deadline in March: the meeting of the year before
        ("2024-09-10", "2027-06-15"),
        ("2024-06-15", "2026-06-15"),  # on the deadline itself it would be too late
        ("2024-06-16", "2027-06-15"),
    ],
)
def test_last_general_meeting_before_the_deadline(start: str, meeting: str) -> None:
    toml = cape(f'{{ kind = "cesa", start = {start} }}', more=MEETING)
    timeline = told(toml, "2024-12-01")
    assert (meeting, "associate-general-meeting", "Zoé") in dates(timeline)
    assert "no-general-meeting-left" not in codes(timeline.warnings)


def test_no_general_meeting_left() -> None:
    toml = cape(CESA, more=MEETING)  # deadline 10 March 2027
    assert "no-general-meeting-left" not in codes(told(toml, "2026-06-15").warnings)
    assert "no-general-meeting-left" in codes(told(toml, "2026-06-16").warnings)


def test_trial_end_is_told() -> None:
    timeline = told(cape(CESA), "2024-03-10")
    assert timeline.entrepreneurs[0].trial_end == day("2024-11-10")
    assert ("2024-11-10", "trial-end", "Zoé") in dates(timeline)
    assert "trial-if-agreed" in codes(timeline.assumptions)


def test_another_contract_and_an_overlap() -> None:
    contracts = (
        '{ kind = "other", start = 2026-01-05, end = 2026-03-31 },'
        '{ kind = "cesa", start = 2026-03-01 },'
    )
    timeline = told(cape(contracts), "2026-11-23")
    assert dates(timeline)[:3] == [
        ("2026-01-05", "other-start", "Zoé"),
        ("2026-03-01", "cesa-start", "Zoé"),
        ("2026-03-31", "other-end", "Zoé"),
    ]
    assert stands(timeline.entrepreneurs[0])[0] == "2029-01-04"
    assert "overlap-once" in codes(timeline.assumptions)
    assert not deadlines_within(timeline, 0)


def test_a_dossier_of_nobody() -> None:
    timeline = told("", "2026-11-23", Facts(day("2026-12-01"), None, Month.parse("2027-02")))
    assert timeline.entrepreneurs == ()
    assert dates(timeline) == [
        ("2026-12-01", "first-invoice", None),
        ("2027-02-28", "first-salary", None),
    ]
    assert codes(timeline.warnings) == {"no-entrepreneur"}


def test_someone_without_a_contract() -> None:
    timeline = told('[[entrepreneurs]]\nname = "Zoé"\n', "2026-11-23")
    assert stands(timeline.entrepreneurs[0]) == (None, None, "not-started")
    assert not timeline.events
    assert codes(timeline.warnings) == {"no-contract"}


def test_selection() -> None:
    timeline = told(MARCELLE_AND_LULU, "2024-10-03", SEEN)
    chosen = select(timeline, day("2023-07-31"), day("2023-08-31"))
    assert [e.kind for e in chosen.events] == ["cape-end", "cape-end", "cesa-start", "first-salary"]
    deadlines = select(timeline, only_deadlines=True).events
    assert {event.kind for event in deadlines} == {
        "associate-deadline", "associate-by-law",
    }  # fmt: skip
    assert not deadlines_within(timeline, 363)
    assert [e.kind for e in deadlines_within(timeline, 364)] == ["associate-deadline"] * 2
    assert timeline.whole
    assert not chosen.whole
    assert not select(timeline, last=day("2026-12-31")).whole
    assert not select(timeline, only_deadlines=True).whole
    assert select(timeline) == timeline


@pytest.mark.parametrize("today", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_like_others(today: str) -> None:
    contracts = '{ kind = "cape", start = 2025-09-01, end = 2026-08-31 }'
    timeline = told(cape(contracts, more=MEETING), today)
    assert timeline.entrepreneurs[0].membership.name == "Zoé"
