"""The months between the end of the benefit and the first salary, counted by hand."""

import datetime as dt

import pytest

from cae_cli.forecast.dates.income import FirstPay, benefit_ends, first_pay
from cae_cli.forecast.projection.people import months_without_income
from cae_cli.language import Language
from cae_cli.months import Month

ENGLISH = Language("en")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def month(text: str | None) -> Month | None:
    return None if text is None else Month.parse(text)


@pytest.mark.parametrize(
    ("until", "pay", "count"),
    [
        ("2023-05-31", "2023-08", 2),  # June and July
        ("2023-05-31", "2023-07", 1),  # June
        ("2023-05-31", "2023-06", 0),
        ("2023-05-31", "2023-03", 0),  # both at once
        ("2023-05-02", "2023-06", 0),  # May has some benefit
        ("2022-11-30", "2023-02", 2),  # December and January
    ],
)
def test_months_without_income(until: str, pay: str, count: int) -> None:
    assert months_without_income(day(until), Month.parse(pay)) == count


WINDOW = Month.parse("2023-03")


@pytest.mark.parametrize(
    ("first", "cesa", "paid"),
    [
        ("2023-08", None, ("2023-08", True)),
        (None, None, (None, True)),
        (None, "2023-09-01", (None, True)),  # no salary at all
        ("2023-08", "2023-09-01", ("2023-09", True)),  # not before one's own CESA
        ("2023-08", "2023-08-31", ("2023-08", True)),
        ("2023-08", "2023-07-01", ("2023-08", True)),
        ("2023-08", "2023-03-01", ("2023-08", True)),  # signed in the first month that is seen
        ("2023-08", "2023-02-28", (None, False)),  # paid before it
        (None, "2023-02-28", (None, False)),
    ],
)
def test_first_pay(first: str | None, cesa: str | None, paid: tuple[str | None, bool]) -> None:
    signed = None if cesa is None else day(cesa)
    assert first_pay(month(first), signed, WINDOW) == (month(paid[0]), paid[1])


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        (FirstPay(None, seen=False), "Unemployment benefit ends"),
        (FirstPay(None), "Unemployment benefit ends: no salary in sight"),
        (
            FirstPay(Month.parse("2023-06")),
            "Unemployment benefit ends: no month without income before the first salary",
        ),
        (
            FirstPay(Month.parse("2023-07")),
            "Unemployment benefit ends: 1 month without income until the salary of July 2023",
        ),
        (
            FirstPay(Month.parse("2024-01")),
            "Unemployment benefit ends: 7 months without income until the salary of January 2024",
        ),
    ],
)
def test_what_the_end_of_the_benefit_means(pay: FirstPay, words: str) -> None:
    assert ENGLISH.tell(benefit_ends(day("2023-05-31"), pay)) == words
