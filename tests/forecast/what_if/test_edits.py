"""What each edit makes of the invoices: dates, payments and cents, counted by hand."""

import datetime as dt
from decimal import Decimal

import pytest

from cae_cli.forecast.change import together
from cae_cli.forecast.what_if import deals, edits, own_edits
from cae_cli.months import Month
from cae_cli.payment import PaymentTerms
from tests.forecast.what_if.told import NEXT, dossier, edited, invoices

MONTHLY = """
[[clients]]
name = "Mairie"
payment = "30 days"
prestations = [{ label = "Standard", amount = 100, start = 2027-01-31, count = 5 }]
"""


def test_prices_change_from_a_day_on_and_dates_stay() -> None:
    found = edited(MONTHLY, edits.prices(Decimal("0.05"), NEXT), "2027-01", "2027-07")
    # the 31st, clamped; five in all
    assert [(day, cents) for day, _, cents in found] == [
        ("2027-01-31", 10000), ("2027-02-28", 10000),
        ("2027-03-31", 10500), ("2027-04-30", 10500), ("2027-05-31", 10500),
    ]  # fmt: skip


def test_prices_fall_too_and_keep_their_own_changes() -> None:
    text = """
    [[clients]]
    name = "Mairie"
    [[clients.prestations]]
    label = "a"
    rate = 10
    quantity = 2.5
    start = 2027-02-01
    changes = [{ from = 2027-04-01, amount = 30 }]
    """
    found = edited(text, edits.prices(Decimal("-0.1"), NEXT), "2027-02", "2027-04")
    # 10 × 2.5 = 25.00, then 22.50, then 30.00 − 10 %
    assert [cents for _, _, cents in found] == [2500, 2250, 2700]


def test_only_some_clients_may_be_concerned() -> None:
    text = (
        MONTHLY
        + """
    [[clients]]
    name = "Hôtel"
    prestations = [{ label = "b", amount = 50, start = 2027-03-01, every = "once" }]
    """
    )
    found = edited(text, edits.prices(Decimal(1), NEXT, ("Hôtel",)), "2027-03", "2027-03")
    assert [(day, cents) for day, _, cents in found if day >= "2027-03"] == [
        ("2027-03-01", 10000), ("2027-03-31", 10000),
    ]  # fmt: skip


def test_terms_change_from_a_day_on() -> None:
    edit = deals.paid_on(PaymentTerms(0), NEXT, ("Mairie",))
    found = edited(MONTHLY, edit, "2027-02", "2027-03")
    assert [(day, paid) for day, paid, _ in found] == [
        ("2027-01-31", "2027-03-02"), ("2027-02-28", "2027-03-30"), ("2027-03-31", "2027-03-31"),
    ]  # fmt: skip


def test_what_is_over_is_left_alone() -> None:
    before = dossier(MONTHLY)
    later = dt.date(2027, 6, 1)
    for edit in (
        edits.prices(Decimal("0.5"), later),
        deals.paid_on(PaymentTerms(0), later, ("Mairie",)),
        deals.earlier("Mairie", dt.date(2027, 5, 1)),
    ):
        assert edit(before) == before


def test_everyone_late_means_earlier_invoices_too() -> None:
    text = MONTHLY.replace("2027-01-31", "2026-12-15")
    found = edited(text, edits.late(30), "2027-02", "2027-02")
    # 15 December + 60 days = 13 February: the invoice before the window is paid in it
    assert [(day, paid) for day, paid, _ in found] == [
        ("2026-12-15", "2027-02-13"), ("2027-01-15", "2027-03-16"), ("2027-02-15", "2027-04-16"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("terms", "later"),
    [("45 days, month end", "75 days, month end"), ("month end, 30 days", "month end, 60 days"),
     ("on invoice", "30 days"), ("2 months", "90 days"), ("30 days, the 10th", "60 days, the 10th"),
     ("720 days", "730 days")],
)  # fmt: skip
def test_later_terms(terms: str, later: str) -> None:
    assert str(edits.later(PaymentTerms.parse(terms), 30)) == later


def test_a_client_leaves_on_a_day_or_never_came() -> None:
    assert [day for day, _, _ in edited(MONTHLY, edits.leaves("Mairie", NEXT), "2027-01", "2027-07")
            ] == ["2027-01-31", "2027-02-28"]  # fmt: skip
    assert edits.never("Mairie")(dossier(MONTHLY)).clients == ()


def test_a_month_earlier() -> None:
    found = edited(MONTHLY, deals.earlier("Mairie", NEXT), "2027-01", "2027-07")
    # February's and March's (31, clamped to 28 when it moves) stay apart; April's comes in March…
    assert [day for day, _, _ in found] == [
        "2027-01-31", "2027-02-28", "2027-03-31", "2027-03-31", "2027-04-30",
    ]  # fmt: skip


def test_a_month_earlier_takes_the_season_the_changes_and_the_pauses_along() -> None:
    text = """
    [[clients]]
    name = "Gîte"
    [[clients.prestations]]
    label = "a"
    amount = 10
    start = 2026-01-15
    months = [1, 4, 5, 6, 7, 12]
    changes = [{ from = 2027-06-01, amount = 12 }]
    pauses = [{ from = 2027-05-01, to = 2027-05-31 }]
    """
    found = edited(text, deals.earlier("Gîte", NEXT), "2027-01", "2027-12")
    # kept: 15 January; from April on a month before: March, (May is paused), May and June at 12,
    # November; then January 2028 in December
    assert [(day, cents) for day, _, cents in found if day >= "2027"] == [
        ("2027-01-15", 1000), ("2027-03-15", 1000), ("2027-05-15", 1200), ("2027-06-15", 1200),
        ("2027-11-15", 1200), ("2027-12-15", 1200),
    ]  # fmt: skip


JOB = """
[[clients]]
name = "École"
prestations = [
  { label = "a", amount = 10, start = 2027-03-05, every = "once" },
  { label = "Cour", amount = 1000.01, start = 2027-06-10, every = "once" },
]
"""


def test_a_deposit_is_paid_at_once_and_the_rest_on_the_date() -> None:
    found = edited(JOB, deals.deposit((0, 1), Decimal("0.3"), NEXT), "2027-03", "2027-07")
    # 30 % of 1,000.01 is 300.003: 300.00, and 700.01 are left
    assert found == [
        ("2027-03-01", "2027-03-01", 30000),
        ("2027-03-05", "2027-04-04", 1000),
        ("2027-06-10", "2027-07-10", 70001),
    ]


def test_a_job_in_parts_keeps_its_sum_and_its_date() -> None:
    found = edited(JOB, deals.instalments((0, 1), 3, NEXT), "2027-03", "2027-07")
    # 1,000.01 / 3 = 333.33 (rounded down), and the rest on the date
    assert [(day, cents) for day, _, cents in found[1:]] == [
        ("2027-04-10", 33333), ("2027-05-10", 33333), ("2027-06-10", 33335),
    ]  # fmt: skip


def test_what_recurs_comes_in_monthly_parts_that_end_on_its_dates() -> None:
    text = """
    [[clients]]
    name = "Gîte"
    prestations = [{ label = "a", amount = 300, every = "quarter", start = 2027-01-10, count = 4 }]
    """
    found = edited(text, deals.instalments((0, 0), 3, NEXT), "2027-01", "2028-12")
    # 10 April would need a part in February, before the day: it stays whole. Then July's and
    # October's, three parts each.
    assert [(day, cents) for day, _, cents in found] == [
        ("2027-01-10", 30000), ("2027-04-10", 30000),
        ("2027-05-10", 10000), ("2027-06-10", 10000), ("2027-07-10", 10000),
        ("2027-08-10", 10000), ("2027-09-10", 10000), ("2027-10-10", 10000),
    ]  # fmt: skip


def test_an_investment_waits() -> None:
    text = '[[investments]]\nlabel = "Four"\namount = 10\ndate = 2027-01-31\n'
    [bought] = own_edits.postponed(0, 1)(dossier(text)).investments
    assert bought.date == dt.date(2027, 2, 28)


def test_an_expense_is_cut_from_a_day_on() -> None:
    from cae_cli.forecast.flows import Window, flows_by_view

    text = """
    [[expenses]]
    label = "Téléphone"
    amount = 20
    changes = [{ from = 2027-04-01, amount = 30 }]
    [[expenses]]
    label = "Végétaux"
    share_of_turnover = 0.2
    [[clients]]
    name = "Mairie"
    prestations = [{ label = "a", amount = 100, start = 2027-01-01 }]
    """
    both = together(own_edits.cut(1, Decimal("0.5"), NEXT), own_edits.cut(0, Decimal("0.25"), NEXT))
    window = Window(Month.parse("2027-02"), 3)
    assert flows_by_view(dossier(text), window)["all"].expenses == [4000, 4000, 5000]
    # 20 × 75 % + 100 × 10 %; 30 × 75 % + 10
    assert flows_by_view(both(dossier(text)), window)["all"].expenses == [4000, 2500, 3250]


def test_nothing_recorded_is_changed() -> None:
    before = dossier(MONTHLY)
    edits.prices(Decimal("0.5"), NEXT)(before)
    assert invoices(before, "2027-03", "2027-03") == invoices(
        dossier(MONTHLY), "2027-03", "2027-03"
    )
