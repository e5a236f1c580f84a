"""The day an invoice is paid, on a table worked out by hand."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cae_cli.payment import FORMS, PaymentTerms, due_date, due_dates

#: The date of an invoice, its terms, and the day it is paid.
TABLE = [
    # nothing to wait for
    ("2024-02-29", "on invoice", "2024-02-29"),
    ("2024-02-29", "0 days", "2024-02-29"),
    # days, over a leap February and over a plain one, and over a year's end
    ("2024-01-31", "30 days", "2024-03-01"),  # 31 Jan + 29 days = 29 Feb
    ("2023-01-31", "30 days", "2023-03-02"),
    ("2024-01-30", "30 days", "2024-02-29"),
    ("2023-12-15", "30 days", "2024-01-14"),
    ("2024-11-30", "60 days", "2025-01-29"),
    # « 45 jours fin de mois », the delay first: 13 Sep + 45 = 28 Oct
    ("2021-09-13", "45 days, month end", "2021-10-31"),
    ("2024-01-15", "45 days, month end", "2024-02-29"),  # 15 Jan + 45 = 29 Feb, a month's end
    ("2023-01-15", "45 days, month end", "2023-03-31"),  # 15 Jan + 45 = 1 March
    ("2023-12-01", "30 days, month end", "2023-12-31"),  # 31 Dec is its own month's end
    ("2023-12-02", "30 days, month end", "2024-01-31"),
    # the same, the month's end first: 30 Sep + 45 = 14 Nov
    ("2021-09-13", "month end, 45 days", "2021-11-14"),
    ("2024-01-15", "month end, 45 days", "2024-03-16"),  # 31 Jan + 45, over 29 days
    ("2023-01-15", "month end, 45 days", "2023-03-17"),  # over 28 days
    ("2024-02-01", "month end, 30 days", "2024-03-30"),  # 29 Feb + 30
    ("2023-12-31", "month end, 1 day", "2024-01-01"),
    ("2021-09-13", "month end, 0 days", "2021-09-30"),
    # months keep the day, clamped
    ("2024-01-31", "1 month", "2024-02-29"),
    ("2023-01-31", "1 month", "2023-02-28"),
    ("2023-11-30", "3 months", "2024-02-29"),
    ("2023-12-31", "2 months", "2024-02-29"),
    ("2026-01-01", "1 month, month end", "2026-02-28"),
    ("2026-01-31", "1 month, month end", "2026-02-28"),
    ("2026-02-15", "1 month, month end", "2026-03-31"),
    ("2023-11-30", "0 months, month end", "2023-11-30"),
    # then on to a day of the month: that day included
    ("2027-01-14", "30 days, month end, the 10th", "2027-03-10"),  # 13 Feb, 28 Feb, 10 March
    ("2024-01-11", "30 days, the 10th", "2024-02-10"),  # 10 Feb itself
    ("2024-01-12", "30 days, the 10th", "2024-03-10"),
    ("2023-12-31", "on invoice, the 28th", "2024-01-28"),
    ("2023-12-01", "on invoice, the 1st", "2023-12-01"),
    ("2023-12-02", "on invoice, the 1st", "2024-01-01"),
    ("2021-09-13", "month end, 45 days, the 15th", "2021-11-15"),
    ("2023-01-31", "1 month, the 28th", "2023-02-28"),
]  # fmt: skip


@pytest.mark.parametrize(("invoiced", "terms", "paid"), TABLE)
def test_when_an_invoice_is_paid(invoiced: str, terms: str, paid: str) -> None:
    found = due_date(dt.date.fromisoformat(invoiced), PaymentTerms.parse(terms))
    assert str(found) == paid


@pytest.mark.parametrize(
    ("invoiced", "terms", "closed", "paid"),
    [
        ("2026-07-10", "30 days", (8,), "2026-09-01"),  # 9 August
        ("2026-07-01", "30 days", (8,), "2026-07-31"),  # the day before it closes
        ("2026-07-02", "30 days", (8,), "2026-09-01"),  # 1 August
        ("2026-08-02", "30 days", (8,), "2026-09-01"),  # 1 September, open
        ("2026-11-20", "30 days", (12, 1), "2027-02-01"),  # over the year's end
        ("2026-11-20", "30 days", tuple(range(2, 13)), "2027-01-01"),  # January alone is open
        ("2024-01-15", "45 days, month end", (2,), "2024-03-01"),  # 29 February
        ("2026-07-10", "30 days, the 10th", (8,), "2026-09-01"),
    ],
)
def test_what_falls_due_in_a_closed_month_waits(
    invoiced: str, terms: str, closed: tuple[int, ...], paid: str
) -> None:
    found = due_date(dt.date.fromisoformat(invoiced), PaymentTerms.parse(terms), closed)
    assert str(found) == paid


@pytest.mark.parametrize(
    ("text", "terms", "again"),
    [
        ("on invoice", PaymentTerms(0), "on invoice"),
        ("0 days", PaymentTerms(0), "on invoice"),
        ("1 days", PaymentTerms(1), "1 day"),
        ("730 days", PaymentTerms(730), "730 days"),
        ("45 days, month end", PaymentTerms(45, "days", "after"), "45 days, month end"),
        ("month end, 45 days", PaymentTerms(45, "days", "before"), "month end, 45 days"),
        ("0 days, month end", PaymentTerms(0, "days", "after"), "0 days, month end"),
        ("1 month", PaymentTerms(1, "months"), "1 month"),
        ("24 months, month end", PaymentTerms(24, "months", "after"), "24 months, month end"),
        ("30 days, the 1", PaymentTerms(30, on=1), "30 days, the 1st"),
        ("30 days, the 2nd", PaymentTerms(30, on=2), "30 days, the 2nd"),
        ("30 days, the 3rd", PaymentTerms(30, on=3), "30 days, the 3rd"),
        ("30 days, the 11th", PaymentTerms(30, on=11), "30 days, the 11th"),
        ("on invoice, the 23", PaymentTerms(0, on=23), "on invoice, the 23rd"),
    ],
)
def test_terms_are_read_and_written(text: str, terms: PaymentTerms, again: str) -> None:
    assert PaymentTerms.parse(text) == terms
    assert str(terms) == again


@pytest.mark.parametrize(
    "text",
    [
        "soon", "30", "30 jours", "30days", "-1 days", "1.5 days", "731 days", "25 months",
        "030 days", "month end", "month end, 45 days, month end", "month end, 2 months",
        "30 days, the 0", "30 days, the 29", "30 days, the 31st", "30 days,the 10th",
        "30 days, 10th", "on invoice, month end", "30 days ", "٣٠ days", "30 weeks",
    ],
)  # fmt: skip
def test_other_words_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        PaymentTerms.parse(text)


@pytest.mark.parametrize("text", FORMS)
def test_the_forms_that_are_told_are_read(text: str) -> None:
    assert str(PaymentTerms.parse(text)) == text
    assert PaymentTerms.parse(f"{text}, the 10th").on == 10


terms_of_payment = st.builds(
    PaymentTerms,
    st.integers(0, 24),
    st.sampled_from(["days", "months"]),
    st.sampled_from([None, "after"]),
    st.none() | st.integers(1, 28),
) | st.builds(PaymentTerms, st.integers(0, 730), st.just("days"), on=st.none() | st.integers(1, 28))


@given(terms_of_payment, st.dates(dt.date(1990, 1, 1), dt.date(2199, 12, 31)))
def test_terms_are_the_same_once_written(terms: PaymentTerms, day: dt.date) -> None:
    again = PaymentTerms.parse(str(terms))
    assert due_date(day, again) == due_date(day, terms)
    assert day <= due_date(day, terms) <= day + terms.longest


@given(
    st.lists(st.dates(dt.date(1990, 1, 1), dt.date(2199, 12, 31)), max_size=5),
    terms_of_payment,
    st.sets(st.integers(1, 12), max_size=11),
)
def test_many_invoices_are_paid_as_each_is(
    days: list[dt.date], terms: PaymentTerms, closed: set[int]
) -> None:
    assert due_dates(days, terms, closed) == [due_date(day, terms, closed) for day in days]
    assert due_dates(days, terms) == [due_date(day, terms) for day in days]
