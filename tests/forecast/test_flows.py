"""What is invoiced and cashed each month, computed by hand."""

import tomllib
from decimal import Decimal

import pytest

from cae_cli.dossier.model import Dossier
from cae_cli.forecast.flows import Window, flows_by_view, with_more_turnover
from cae_cli.months import Month


def dossier(text: str) -> Dossier:
    head = 'format = 1\nactivity = { name = "Essai" }\n'
    return Dossier.model_validate(tomllib.loads(head + text, parse_float=Decimal))


def window(first: str, length: int) -> Window:
    return Window(Month.parse(first), length)


def test_invoices_are_paid_later_and_what_was_invoiced_before_is_cashed() -> None:
    flows = flows_by_view(
        dossier(
            """
            [[clients]]
            name = "Mairie"
            payment = "45 days"
            prestations = [{ label = "Permanence", amount = 100.00, start = 2022-11-20 }]
            """
        ),
        window("2023-01", 3),
    )["signed"]
    # 20 Nov + 45 days = 4 Jan; 20 Dec -> 3 Feb; 20 Jan -> 6 Mar; 20 Feb -> 6 Apr; 20 Mar -> 4 May
    assert flows.invoiced == [10000, 10000, 10000]
    assert flows.cashed == [10000, 10000, 10000]
    # November's and December's are owed when January opens; the last two are not paid by its end,
    # and are due after the window: owed at the end of each month all the same
    assert flows.receivable == [20000, 20000, 20000]


def test_what_was_paid_before_the_window_is_no_longer_owed() -> None:
    flows = flows_by_view(
        dossier(
            """
            [[clients]]
            name = "Mairie"
            payment = "10 days"
            prestations = [{ label = "Devis", amount = 80, every = "once", start = 2022-12-21 }]
            """
        ),
        window("2023-01", 2),
    )["all"]
    assert (flows.cashed, flows.receivable) == ([0, 0], [0, 0])  # due on 31 December


def test_what_is_receivable_each_month() -> None:
    flows = flows_by_view(
        dossier(
            """
            [[clients]]
            name = "Mairie"
            payment = "60 days"
            prestations = [
              { label = "Avant", amount = 80, every = "once", start = 2022-12-15 },
              { label = "Trop tard", amount = 7, every = "once", start = 2022-11-30 },
              { label = "Pendant", amount = 50, every = "once", start = 2023-02-01 },
            ]
            """
        ),
        window("2023-02", 4),
    )["signed"]
    # 15 Dec + 60 = 13 Feb; 30 Nov + 60 = 29 Jan, paid before; 1 Feb + 60 = 2 April
    assert flows.invoiced == [5000, 0, 0, 0]
    assert flows.cashed == [8000, 0, 5000, 0]
    assert flows.receivable == [5000, 5000, 0, 0]


def test_what_is_due_after_the_window_is_owed_to_its_end_if_invoiced_in_it() -> None:
    flows = flows_by_view(
        dossier(
            """
            [[clients]]
            name = "Lente"
            payment = "120 days"
            prestations = [
              { label = "Avant", amount = 80, every = "once", start = 2022-12-31 },
              { label = "Dedans", amount = 50, every = "once", start = 2023-01-31 },
            ]
            """
        ),
        window("2023-01", 4),
    )["signed"]
    # 31 Dec + 120 = 30 April, in the last month; 31 Jan + 120 = 31 May, after it
    assert flows.cashed == [0, 0, 0, 8000]
    assert flows.receivable == [13000, 13000, 13000, 5000]


def test_what_was_invoiced_before_and_is_due_after_the_window_is_left_out() -> None:
    flows = flows_by_view(
        dossier(
            """
            [[clients]]
            name = "Lente"
            payment = "120 days"
            prestations = [{ label = "a", amount = 80, every = "once", start = 2022-12-31 }]
            """
        ),
        window("2023-01", 3),
    )["signed"]
    assert (flows.cashed, flows.receivable) == ([0, 0, 0], [0, 0, 0])  # due on 30 April


def test_the_three_views() -> None:
    by_view = flows_by_view(
        dossier(
            """
            [[clients]]
            name = "Mairie"
            payment = "on invoice"
            prestations = [
              { label = "Signée", amount = 100, start = 2023-01-01 },
              { label = "Probable", amount = 33.35, start = 2023-01-01, probability = 0.3 },
              { label = "Perdue", amount = 50, start = 2023-02-01, probability = 0 },
            ]
            """
        ),
        window("2023-01", 2),
    )
    assert by_view["signed"].invoiced == [10000, 10000]
    assert by_view["expected"].invoiced == [11001, 11001]  # 33.35 × 0.3 = 10.005 -> 10.01
    assert by_view["all"].invoiced == [13335, 18335]
    assert by_view["expected"].cashed == [11001, 11001]
    assert by_view["all"].receivable == [0, 0]


def test_if_all_is_signed_the_views_are_one() -> None:
    by_view = flows_by_view(
        dossier('clients = [{ name = "A", prestations = [] }]'), window("2023-01", 2)
    )
    assert by_view["signed"] is by_view["expected"] is by_view["all"]


def test_expenses_recur_follow_turnover_and_may_be_direct() -> None:
    flows = flows_by_view(
        dossier(
            """
            [[clients]]
            name = "Mairie"
            prestations = [{ label = "Tonte", amount = 200, start = 2023-02-01 }]

            [[expenses]]
            label = "Téléphone"
            amount = 25

            [[expenses]]
            label = "Assurance"
            amount = 300
            every = "year"
            start = 2022-03-10
            yearly_increase = 0.1

            [[expenses]]
            label = "Végétaux"
            share_of_turnover = 0.125
            direct = true
            """
        ),
        window("2023-01", 3),
    )["signed"]
    # telephone each month from the first one; insurance in March, 300 × 1.1; 12.5 % of 200 from Feb
    assert flows.expenses == [2500, 2500 + 2500, 2500 + 33000 + 2500]
    assert flows.direct_expenses == [0, 2500, 2500]


def test_a_share_of_turnover_counts_in_its_own_months() -> None:
    text = """
    [[clients]]
    name = "Mairie"
    prestations = [{ label = "a", amount = 200, start = 2023-01-10 }]

    [[expenses]]
    label = "Sous-traitance"
    share_of_turnover = 0.125
    start = 2023-01-31
    end = 2023-05-01
    months = [1, 3, 4, 5, 6]

    [[expenses]]
    label = "Commission"
    share_of_turnover = 0.05
    start = 2023-06-01
    direct = true
    """
    months = window("2022-12", 7)
    flows = flows_by_view(dossier(text), months)["signed"]
    # 200.00 a month from January on. 12.5 % of it, 25.00, from January (whose last day is the
    # start) to May (whose first day is the end), without February; then 5 %, 10.00, in June alone.
    assert flows.expenses == [0, 2500, 0, 2500, 2500, 2500, 1000]
    assert flows.direct_expenses == [0, 0, 0, 0, 0, 0, 1000]
    # with 40.00 more each month, December too is invoiced: no rate counts in it nor in February
    more = with_more_turnover(flows, dossier(text), months, 4000, 0)
    assert more.expenses == [0, 3000, 0, 3000, 3000, 3000, 1200]
    assert more.direct_expenses == [0, 0, 0, 0, 0, 0, 1200]


def test_an_investment_leaves_in_its_month() -> None:
    text = """
    [[investments]]
    label = "Tondeuse"
    amount = 4800
    date = 2023-02-28

    [[investments]]
    label = "Avant"
    amount = 100
    date = 2022-12-31
    """
    assert flows_by_view(dossier(text), window("2023-01", 3))["all"].investments == [0, 480000, 0]


@pytest.mark.parametrize("payment", ["on invoice", "30 days", "3 months, month end", "400 days"])
def test_every_invoice_is_cashed_once(payment: str) -> None:
    text = f"""
    [[clients]]
    name = "Mairie"
    payment = "{payment}"
    prestations = [{{ label = "a", amount = 7, every = "week", start = 2022-06-01,
                      end = 2023-06-30 }}]
    """
    flows = flows_by_view(dossier(text.replace("\n                      ", " ")),
                          window("2022-06", 60))["all"]  # fmt: skip
    # 1 June 2022 to 28 June 2023 by 7 days: 57 invoices
    assert sum(flows.invoiced) == sum(flows.cashed) == 57 * 700


def test_more_turnover_is_paid_at_thirty_days_from_a_month_on_and_without_end() -> None:
    empty = dossier('[[expenses]]\nlabel = "Part"\nshare_of_turnover = 0.1')
    months = window("2023-01", 6)
    flows = with_more_turnover(flows_by_view(empty, months)["all"], empty, months, 10000, 1)
    assert flows.invoiced == [0, 10000, 10000, 10000, 10000, 10000]
    # 1 Feb + 30 = 3 March; 1 March + 30 = 31 March; 1 April + 30 = 1 May; 1 May + 30 = 31 May;
    # 1 June + 30 = 1 July
    assert flows.cashed == [0, 0, 20000, 0, 20000, 0]
    assert flows.expenses == [0, 1000, 1000, 1000, 1000, 1000]
    assert flows.receivable == [0, 10000, 0, 10000, 0, 10000]
