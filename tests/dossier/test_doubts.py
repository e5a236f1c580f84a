"""What is probably not meant: each doubt just where it begins, and just where it does not."""

import datetime as dt

import pytest

from cae_cli.dossier.reading import read

TODAY = dt.date(2026, 11, 23)
START = 'format = 1\nactivity.name = "Éa"\ntreasury.month = "2026-11"\n'
CLIENT = START + '[[clients]]\nname = "Mairie"\n'
PRESTATION = CLIENT + '[[clients.prestations]]\nlabel = "a"\namount = 1\n'
SOLD = PRESTATION + "start = 2026-12-01\n"

PERSON_PAID_NOTHING = "[[entrepreneurs]]\nname='A'\nnet_target = 0\n"


def codes(text: str, today: dt.date | None = TODAY) -> list[str]:
    return [doubt.code for doubt in read("cae.toml", text.encode(), today=today).doubts]


def test_a_plain_dossier_has_none() -> None:
    assert codes(SOLD) == []


@pytest.mark.parametrize(
    ("month", "told"),
    [
        ("2026-08", True),
        ("2026-09", True),
        ("2026-10", False),
        ("2026-11", False),
        ("2026-12", False),
        ("2027-01", True),
    ],
)
def test_a_treasury_two_months_away(month: str, *, told: bool) -> None:
    text = SOLD.replace("2026-11", month)
    assert ("CAE-W005" in codes(text)) is told
    assert codes(text, None) == []


def test_a_treasury_that_nobody_told() -> None:
    untold = SOLD.replace('treasury.month = "2026-11"\n', "")
    assert codes(untold) == ["CAE-W006"]
    assert codes(untold.replace("activity.name", "treasury.balance = 0\nactivity.name")) == []
    assert codes('format = 1\nactivity.name = "Éa"\n') == []  # nothing to project yet


@pytest.mark.parametrize(("month", "refused"), [("2016-12", True), ("2017-01", False)])
def test_a_projection_that_would_be_refused(month: str, *, refused: bool) -> None:
    assert ("CAE-W007" in codes(SOLD.replace("2026-11", month))) is refused


#: A prestation, and whether it brings something from November 2026 to October 2031.
BRINGS = [
    ("start = 2026-12-05\nevery = 'once'\nmonths = [3]", False),
    ("start = 2026-12-05\nevery = 'once'\nmonths = [12]", True),
    ("start = 2026-12-05\nevery = '12 months'\nmonths = [3]", False),
    ("start = 2026-12-05\nevery = 'month'\nmonths = [3]", True),
    ("start = 2031-10-31", True),
    ("start = 2031-11-01", False),
    ("start = 2006-12-05\ncount = 12", False),
    ("start = 2025-12-05\ncount = 12", True),  # 5 November 2026 is the twelfth
    ("start = 2025-10-05\ncount = 12", True),  # 5 September + 30 days: paid in October
    ("start = 2026-10-02\nevery = 'once'", True),  # paid on 1 November
    ("start = 2026-10-01\nevery = 'once'", False),  # paid on 31 October
    ("start = 1990-11-30\nevery = '9999 days'", False),  # 17 April 2018, then 2 September 2045
    ("start = 1999-06-14\nevery = '9999 days'", True),  # 10 years 4 months before 30 Oct 2026
    ("start = 2020-01-05\nend = 2026-11-22\npauses = [{from=2026-01-01, to=2026-12-31}]", None),
    ("start = 2026-11-05\npauses = [{from=2026-11-01, to=2031-10-31}]", False),
    ("start = 2026-11-05\npauses = [{from=2026-11-01, to=2031-10-04}]", True),
    ("start = 2026-01-05\nend = 2026-11-23\nrenews = 0.5", True),
    ("start = 2026-01-05\nend = 2026-11-23\nrenews = 0", True),  # 5 November
]


@pytest.mark.parametrize(("text", "brings"), BRINGS)
def test_a_prestation_that_brings_nothing(text: str, *, brings: bool | None) -> None:
    found = codes(f"{PRESTATION}{text}\n")
    if brings is None:  # it has ended, which is told
        assert found == ["CAE-W002", "CAE-W009"]
    elif text.endswith("count = 12") and "2025-10" in text:
        assert found == ["CAE-W008", "CAE-W009"]
    else:
        assert found == ([] if brings else ["CAE-W008", "CAE-W009"])


def test_one_of_several_that_brings_nothing_is_told_alone() -> None:
    text = SOLD + '[[clients.prestations]]\nlabel = "b"\namount = 1\nstart = 2036-01-01\n'
    assert codes(text) == ["CAE-W008"]


@pytest.mark.parametrize(("day", "told"), [("2026-11-23", False), ("2026-11-24", True)])
def test_an_associate_to_be(day: str, *, told: bool) -> None:
    text = f'{SOLD}[[entrepreneurs]]\nname = "Lulu"\nassociate_since = {day}\n'
    assert codes(text) == (["CAE-W010"] if told else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[salary]\nnet_target = 0\n", True),
        ("[salary]\nnet_target = 0.01\n", False),
        (f"[salary]\nnet_target = 900\n{PERSON_PAID_NOTHING}", True),
        ("[salary]\nnet_target = 0\n[[entrepreneurs]]\nname='A'\nnet_target = 900\n", False),
        (f"[salary]\nnet_target = 900\n{PERSON_PAID_NOTHING}[[entrepreneurs]]\nname='B'\n", False),
    ],
)
def test_a_target_of_nothing(text: str, *, told: bool) -> None:
    assert codes(SOLD + text) == (["CAE-W011"] if told else [])


@pytest.mark.parametrize(("months", "told"), [("12", False), ("12.01", True), ("100", True)])
def test_a_large_reserve(months: str, *, told: bool) -> None:
    text = f"{SOLD}[salary]\nreserve_months = {months}\n"
    assert codes(text) == (["CAE-W012"] if told else [])
