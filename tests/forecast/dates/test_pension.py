"""Pension quarters by hand: 150 hours at the SMIC of 1 January each.

A net of 900.00 € in 2023 is a gross of 1 136.94 € (see `kit`). The SMIC of 1 January is
11.27 € in 2023 (a quarter: 1 690.50 €) and 11.65 € in 2024 (1 747.50 €).
"""

import datetime as dt

import pytest

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.dates.all_dates import timeline_of
from cae_cli.forecast.dates.facts import facts
from cae_cli.forecast.dates.pension import pension_years
from cae_cli.forecast.dates.timeline import PensionYear
from cae_cli.language import Language
from cae_cli.rules.payroll.law import shipped_law
from tests.forecast.kit import answer

TODAY = dt.date(2023, 3, 1)
CAPE = '{ kind = "cape", start = 2023-01-02, end = 2023-07-31 }'
LULU = '[[entrepreneurs]]\nname = "Lulu"\n'


def answered(text: str, today: dt.date = TODAY) -> Answer:
    return answer(text, today, law=shipped_law())


def found(text: str, today: dt.date = TODAY) -> list[tuple[str, int, int]]:
    years = pension_years(answered(text, today))
    return [(found.name, found.year, found.quarters) for found in years]


def paid_from(month: str, people: str = "") -> str:
    return f'[salary]\nnet_target = 900\nstart = "{month}"\n{people}'


@pytest.mark.parametrize(
    ("start", "of_2023"),
    [
        ("2023-08", [("Lulu", 2023, 3)]),  # 5 × 1 136.94 = 5 684.70, more than 5 071.50
        ("2023-09", [("Lulu", 2023, 2)]),  # 4 × 1 136.94 = 4 547.76, less than 5 071.50
        ("2023-11", [("Lulu", 2023, 1)]),  # 2 273.88, less than 3 381
        ("2023-12", []),  # 1 136.94: less than 1 690.50
    ],
)
def test_the_salaries_of_the_year_and_of_the_next(
    start: str, of_2023: list[tuple[str, int, int]]
) -> None:
    text = paid_from(start, f"{LULU}contracts = [{CAPE}]\n")
    # A whole year of at least 900 each is 10 800 or more: above 4 × 1 747.50 = 6 990.
    assert found(text) == [*of_2023, ("Lulu", 2024, 4)]


def test_each_person_has_their_own() -> None:
    people = (
        f"{LULU}contracts = [{CAPE}, {{ kind = 'cesa', start = 2023-08-01 }}]\n"
        '[[entrepreneurs]]\nname = "Marcelle"\nnet_target = 1800\n'
        f"contracts = [{CAPE}, {{ kind = 'cesa', start = 2023-11-06 }}]\n"
        '[[entrepreneurs]]\nname = "Zoé"\nnet_target = 0\n'
    )
    # Marcelle: November and December, each of more than 1 800: 3 600 or more, two quarters; a
    # gross of twice 2 535.75 would make three, and 1 800 net needs less than 2 400.
    assert found(paid_from("2023-08", people)) == [
        ("Lulu", 2023, 3),
        ("Lulu", 2024, 4),
        ("Marcelle", 2023, 2),
        ("Marcelle", 2024, 4),
    ]


def test_a_contract_that_ends_ends_the_salaries() -> None:
    cesa = "{ kind = 'cesa', start = 2023-08-01, end = 2024-03-31 }"
    text = paid_from("2023-08", f"{LULU}contracts = [{CAPE}, {cesa}]\n")
    # Three months of 900 to 1 164: from 2 700 to 3 492, less than two quarters of 1 747.50.
    assert found(text) == [("Lulu", 2023, 3), ("Lulu", 2024, 1)]


def test_a_year_whose_first_salaries_are_not_seen_is_left_out() -> None:
    seen_from = '[treasury]\nmonth = "2023-06"\n'
    cesa = f"{LULU}contracts = [{{ kind = 'cesa', start = 2022-01-03 }}]\n"
    assert found(seen_from + paid_from("2023-06", cesa)) == [("Lulu", 2024, 4)]
    # Under a CAPE nothing was paid before: 7 × 1 136.94 = 7 958.58, above 4 × 1 690.50.
    cape = f"{LULU}contracts = [{{ kind = 'cape', start = 2023-01-02 }}]\n"
    assert found(seen_from + paid_from("2023-06", cape))[0] == ("Lulu", 2023, 4)


def test_the_years_told_are_that_of_today_and_the_next() -> None:
    text = paid_from("2023-08", f"{LULU}contracts = [{CAPE}]\n")
    # The projection begins in February 2026: eleven months of at least 900 each are 9 900, above
    # 4 × 150 × 12.02 = 7 212.
    assert found(text, dt.date(2026, 2, 1)) == [("Lulu", 2026, 4), ("Lulu", 2027, 4)]
    # December 2028 alone: one month of 1 136.94, less than 150 × 12.31 = 1 846.50.
    assert found(text, dt.date(2028, 12, 1)) == [("Lulu", 2029, 4)]


def test_without_a_salary_there_is_none() -> None:
    assert found(f"[salary]\nnet_target = 900\n{LULU}contracts = [{CAPE}]\n") == []
    assert found("[salary]\nnet_target = 900\n") == []


def test_the_first_possible_salary_counts_where_none_is_decided() -> None:
    client = (
        "[treasury]\nbalance = 2000\nmonth = '2023-06'\n"
        "[[clients]]\nname = 'Mairie'\npayment = 'on invoice'\n"
        "prestations = [{ label = 'P', amount = 3000, start = 2023-08-01 }]\n"
    )
    projected = answered(f"[salary]\nnet_target = 900\n{client}")
    # July would cost 1 168.16 with 831.84 left, less than one month of cost; August holds.
    assert str(projected.views["signed"].first_salary.month) == "2023-08"
    assert list(pension_years(projected)) == [
        PensionYear("", 2023, 3),
        PensionYear("", 2024, 4),
    ]


def test_the_timeline_tells_them_at_the_end_of_the_year() -> None:
    projected = answered(paid_from("2023-08", f"{LULU}contracts = [{CAPE}]\n"))
    timeline = timeline_of(projected.dossier, TODAY, facts(projected))
    told = [event for event in timeline.events if event.kind == "pension-quarters"]
    english = Language("en")
    assert [(event.date, event.entrepreneur, english.tell(event.label)) for event in told] == [
        (
            dt.date(2023, 12, 31),
            "Lulu",
            "3 pension quarters of 2023 validated by the salaries foreseen",
        ),
        (
            dt.date(2024, 12, 31),
            "Lulu",
            "4 pension quarters of 2024 validated by the salaries foreseen",
        ),
    ]
    assert {event.basis for event in told} == {"CSS R351-9"}
    assert not any(event.deadline for event in told)
    assert "pension-quarters" in {note.code for note in timeline.assumptions}
