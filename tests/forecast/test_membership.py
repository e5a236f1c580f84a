"""Where people stand on the way to membership, on contracts whose dates are counted by hand."""

import datetime as dt

import pytest

from cae_cli.forecast.membership import Membership, away, days_of, deadline_note, planned_note
from cae_cli.forecast.membership import standing as said
from cae_cli.language import Language
from cae_cli.rules.contracts import clock
from tests.rules.histories import day, spans

ENGLISH = Language("en")
CESA = ("cesa 2024-03-10",)  # 10 March 2027, so that 9 March is the last day
GAP = ("cape 2024-01-01 2025-06-30", "cesa 2025-10-01")  # 1 January, 1 April, 3 April 2027


def member(*contracts: str, today: str, since: str | None = None) -> Membership:
    found = tuple(sorted(spans(*contracts), key=lambda span: span.start))
    on = day(today)
    return Membership("Zoé", found, clock(found, on), None if since is None else day(since), on)


def standing(who: Membership, *names: str) -> str:
    return ENGLISH.tell(said(names or ("Zoé",), who))


@pytest.mark.parametrize(
    ("today", "status", "left"),
    [
        ("2024-03-09", "not-started", 1095),
        ("2024-03-10", "open", 1094),
        ("2027-03-09", "open", 0),
        ("2027-03-10", "overdue", -1),
    ],
)
def test_status_changes_on_the_day(today: str, status: str, left: int) -> None:
    who = member(*CESA, today=today)
    assert (who.status, who.days_left, who.deadline) == (status, left, day("2027-03-09"))


@pytest.mark.parametrize(
    ("since", "status", "left"),
    [("2026-11-25", "done", None), ("2026-11-26", "open", 104), ("2020-01-01", "done", None)],
)
def test_a_membership_to_come_is_none_yet(since: str, status: str, left: int | None) -> None:
    # 25 November to 9 March: 5 + 31 + 31 + 28 + 9
    who = member(*CESA, today="2026-11-25", since=since)
    assert (who.status, who.days_left) == (status, left)


def test_without_a_contract_nothing_is_due() -> None:
    who = member(today="2026-11-25")
    assert (who.status, who.days_left, who.deadline, who.cesa) == ("not-started", None, None, None)
    assert deadline_note(who, dt.date.max) is None
    assert standing(who) == "Zoé has no contract on record: no associate deadline yet."


@pytest.mark.parametrize(
    ("contract", "today", "gone"),
    [
        ("cesa 2024-03-10 2025-03-09", "2025-03-09", False),  # its last day
        ("cesa 2024-03-10 2025-03-09", "2025-03-10", True),
        ("cesa 2024-03-10 2027-03-08", "2030-01-01", True),
        ("cesa 2024-03-10 2027-03-09", "2030-01-01", False),  # it ran to the deadline
        ("cape 2024-03-10 2025-03-09", "2026-01-01", False),  # a CESA may follow
        ("cesa 2024-03-10", "2026-01-01", False),
    ],
)
def test_who_left_before_the_deadline_owes_nothing(contract: str, today: str, gone: bool) -> None:
    who = member(contract, today=today)
    assert who.gone is gone
    if gone:
        assert deadline_note(who, dt.date.max) is None
        assert standing(who) == (
            "All contracts of Zoé have ended: the associate deadline, 9 March 2027, only matters "
            "if one is signed again."
        )


def test_the_cesa_that_counts_is_the_first_recorded() -> None:
    assert member(*GAP, today="2026-01-01").cesa == day("2025-10-01")
    assert member("cape 2024-01-01", today="2026-01-01").cesa is None
    assert member("cape 2024-01-01 2024-12-31", today="2026-01-01").cesa is None


@pytest.mark.parametrize(
    ("contracts", "since", "owed"),
    [
        (CESA, None, True),
        ((), None, False),
        (CESA, "2026-11-25", False),  # an associate
        (CESA, "2027-03-09", False),  # will be, in time
        (CESA, "2027-03-10", True),
        (("cesa 2024-03-10 2025-03-09",), None, False),  # left
    ],
)
def test_who_still_owes_the_deadline(
    contracts: tuple[str, ...],
    since: str | None,
    owed: bool,
) -> None:
    who = member(*contracts, today="2026-11-25", since=since)
    assert who.owed_by == (day("2027-03-09") if owed else None)


@pytest.mark.parametrize(
    ("first", "last", "runs"),
    [
        ("2024-03-09", "2024-03-09", False),
        ("2024-03-09", "2024-03-10", True),
        ("2025-03-09", "2025-12-31", True),
        ("2025-03-10", "2025-12-31", False),
    ],
)
def test_days_with_a_cesa(first: str, last: str, runs: bool) -> None:
    who = member("cape 2023-01-01 2024-03-09", "cesa 2024-03-10 2025-03-09", today="2026-01-01")
    assert who.has_cesa_in(day(first), day(last)) is runs


@pytest.mark.parametrize(
    ("today", "near", "told"),
    [
        ("2026-11-25", "2027-03-08", False),
        ("2026-11-25", "2027-03-09", True),
        ("2027-03-10", "2027-03-08", False),  # nobody asks this: near is never in the past
        ("2027-03-10", "2027-03-10", True),
        ("2040-01-01", "2040-01-01", True),  # long ago
    ],
)
def test_a_deadline_is_told_once_near_and_for_ever_after(today: str, near: str, told: bool) -> None:
    note = deadline_note(member(*CESA, today=today), day(near))
    assert (note is not None) is told
    assert note is None or note.code == "associate-deadline"
    done = member(*CESA, today=today, since="2024-06-01")
    assert deadline_note(done, dt.date.max) is None


@pytest.mark.parametrize(
    ("contracts", "today", "words"),
    [
        (
            CESA,
            "2026-11-25",
            "Zoé must be an associate by 9 March 2027 at the latest, in 104 days.",
        ),
        (CESA, "2027-03-08", "Zoé must be an associate by 9 March 2027 at the latest, in 1 day."),
        (CESA, "2027-03-09", "Zoé must be an associate by 9 March 2027 at the latest, today."),
        (
            CESA,
            "2027-03-11",
            (
                "Zoé should have become an associate by 9 March 2027, 2 days ago. See the "
                "cooperative at once: a CESA ends without membership. If it is done, record "
                "associate_since."
            ),
        ),
        (
            GAP,
            "2026-12-30",
            (
                "Zoé must be an associate by 31 December 2026 at the latest, in 1 day. (That is "
                "custom; by law, 31 March 2027.)"
            ),
        ),
        (
            GAP,
            "2027-03-31",  # January, February, March
            (
                "Zoé should have become an associate by 31 December 2026, 90 days ago. (That is "
                "custom; by law, 31 March 2027.) Ask the cooperative which one it follows; once "
                "it is done, record associate_since."
            ),
        ),
        (
            GAP,
            "2027-04-01",
            (
                "Zoé should have become an associate by 31 December 2026, 91 days ago. (That is "
                "custom; by law, 31 March 2027.) See the cooperative at once: a CESA ends without "
                "membership. If it is done, record associate_since."
            ),
        ),
    ],
)
def test_where_one_stands(contracts: tuple[str, ...], today: str, words: str) -> None:
    assert standing(member(*contracts, today=today)) == words


def test_several_share_a_sentence() -> None:
    two = ("Marcelle", "Lulu")
    assert standing(member(*CESA, today="2026-11-25"), *two) == (
        "Marcelle and Lulu must be associates by 9 March 2027 at the latest, in 104 days."
    )
    assert standing(member(*CESA, today="2027-03-10"), *two).startswith(
        "Marcelle and Lulu should have become associates by 9 March 2027, 1 day ago."
    )
    done = member(*CESA, today="2027-03-10", since="2025-06-14")
    assert standing(done, *two) == "Marcelle and Lulu are associates."
    assert standing(done) == "Zoé is an associate."
    assert standing(member(today="2027-03-10"), *two).startswith("Marcelle and Lulu have no")


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (None, None),
        ("2026-11-25", None),
        (
            "2027-03-09",
            (
                "Zoé is recorded as an associate from 9 March 2027, still to come: until then the "
                "deadline stands."
            ),
        ),
        (
            "2027-03-10",
            (
                "Zoé is recorded as an associate from 10 March 2027, still to come and after the "
                "last day for it, 9 March 2027."
            ),
        ),
    ],
)
def test_a_membership_to_come_is_told(since: str | None, words: str | None) -> None:
    note = planned_note(member(*CESA, today="2026-11-25", since=since))
    assert (None if note is None else ENGLISH.tell(note.text)) == words
    assert note is None or note.code == "associate-planned"


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "in 1 day"), (-2, "2 days ago")])
def test_how_far_a_day_is(days: int, words: str) -> None:
    assert ENGLISH.tell(away(days, days_of(abs(days)))) == words
