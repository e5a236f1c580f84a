"""Every dated thing with its source, worked out by hand."""

import tomllib
from decimal import Decimal

from cae_cli.dossier.model import Dossier
from cae_cli.forecast.entries import Entries, Entry, Series, Source, each, entries_of
from cae_cli.months import Month


def dossier(text: str) -> Dossier:
    head = 'format = 1\nactivity = { name = "Essai" }\n'
    return Dossier.model_validate(tomllib.loads(head + text, parse_float=Decimal))


def entries(text: str, first: str, last: str) -> Entries:
    return entries_of(dossier(text), Month.parse(first), Month.parse(last))


def told(series: tuple[Series, ...]) -> list[tuple[int, str, str, int]]:
    """Tell the number, the day, the day of payment and the cents of each."""
    return [(one.occurrence, str(one.day), str(one.paid), one.cents) for one in each(series)]


def test_an_invoice_knows_where_it_comes_from() -> None:
    found = entries(
        """
        [[clients]]
        name = "Mairie"

        [[clients]]
        name = "Hôtel"
        payment = "10 days"
        prestations = [
          { label = "Devis", amount = 80, every = "once", start = 2023-01-02 },
          { label = "Jardin", amount = 12.34, start = 2022-12-20, probability = 0.25 },
        ]
        """,
        "2023-01",
        "2023-01",
    )
    first, second = (list(series) for series in found.invoices)
    path = ("clients", 1, "prestations", 0)
    (one,) = first
    assert one.source == Source("prestation", "Hôtel", "Devis", path)
    assert one.chance == 1
    # 20 December + 10 days = 30 December: paid before; January's is the second
    (one,) = second
    assert one.source.path == ("clients", 1, "prestations", 1)
    assert (one.occurrence, str(one.day), str(one.paid)) == (2, "2023-01-20", "2023-01-30")
    assert (one.cents, one.chance) == (1234, Decimal("0.25"))


def test_invoices_before_the_first_month_are_kept_if_paid_from_its_first_day_on() -> None:
    text = """
    [[clients]]
    name = "Mairie"
    payment = "31 days"
    prestations = [{ label = "a", amount = 1, every = "week", start = 2022-11-30, count = 3 }]
    """
    # 30 Nov + 31 = 31 Dec; 7 Dec + 31 = 7 Jan; 14 Dec + 31 = 14 Jan
    assert told(entries(text, "2023-01", "2023-02").invoices) == [
        (2, "2022-12-07", "2023-01-07", 100),
        (3, "2022-12-14", "2023-01-14", 100),
    ]
    one_day_more = text.replace("31 days", "32 days")
    assert told(entries(one_day_more, "2023-01", "2023-01").invoices)[0] == (
        1, "2022-11-30", "2023-01-01", 100,
    )  # fmt: skip


def test_invoices_end_with_the_last_day_even_if_paid_later() -> None:
    text = """
    [[clients]]
    name = "Mairie"
    prestations = [{ label = "a", amount = 1, every = "month", start = 2022-10-31, count = 5 }]
    """
    # 31 Jan + 30 days = 2 March; the invoice of 28 February is after the last month
    assert told(entries(text, "2023-01", "2023-01").invoices) == [
        (3, "2022-12-31", "2023-01-30", 100),
        (4, "2023-01-31", "2023-03-02", 100),
    ]


def test_end_of_month_waits_for_the_last_day() -> None:
    text = """
    [[clients]]
    name = "Hôtel"
    payment = "30 days, month end"
    prestations = [{ label = "Jardin", amount = 10, start = 2023-01-31, count = 2 }]
    """
    # 31 Jan + 30 = 2 March -> 31 March; 28 Feb + 30 = 30 March -> 31 March
    expected = [(1, "2023-01-31", "2023-03-31", 1000), (2, "2023-02-28", "2023-03-31", 1000)]
    assert told(entries(text, "2023-01", "2023-12").invoices) == expected
    assert told(entries(text, "2023-03", "2023-03").invoices) == expected
    assert told(entries(text, "2023-04", "2023-04").invoices) == []


def test_a_price_rises_on_its_anniversary_and_a_rate_is_rounded_first() -> None:
    text = """
    [[clients]]
    name = "Mairie"
    [[clients.prestations]]
    label = "Heures"
    rate = 33.33
    quantity = 1.5
    start = 2023-03-31
    every = "year"
    yearly_increase = 0.015
    """
    # 33.33 × 1.5 = 49.995 -> 50.00; × 1.015 = 50.75; × 1.030225 = 51.51125 -> 51.51
    prices = [one.cents for one in each(entries(text, "2023-01", "2025-12").invoices)]
    assert prices == [5000, 5075, 5151]


def test_a_price_rises_to_the_day_not_from_the_first_of_the_month() -> None:
    text = """
    [[clients]]
    name = "Mairie"
    payment = "on invoice"
    [[clients.prestations]]
    label = "Lundi"
    amount = 100
    start = 2024-01-15
    every = "week"
    yearly_increase = 0.1
    """
    # Mondays: 6 and 13 January 2025 are before the anniversary, 20 and 27 after it
    found = [
        (str(one.day), one.cents) for one in each(entries(text, "2025-01", "2025-01").invoices)
    ]
    assert found == [
        ("2025-01-06", 10000), ("2025-01-13", 10000), ("2025-01-20", 11000), ("2025-01-27", 11000),
    ]  # fmt: skip


def test_a_leap_day_has_its_anniversary_on_28_february() -> None:
    text = """
    [[expenses]]
    label = "Assurance"
    amount = 100
    start = 2024-02-29
    yearly_increase = 0.5
    """
    found = told(entries(text, "2024-12", "2025-03").expenses)
    assert found == [
        (11, "2024-12-29", "2024-12-29", 10000),
        (12, "2025-01-29", "2025-01-29", 10000),
        (13, "2025-02-28", "2025-02-28", 15000),
        (14, "2025-03-29", "2025-03-29", 15000),
    ]


def test_expenses_are_paid_when_due_and_begin_with_the_first_month_without_a_start() -> None:
    found = entries(
        """
        [[expenses]]
        label = "Téléphone"
        amount = 25
        count = 2

        [[expenses]]
        label = "Part"
        share_of_turnover = 0.1

        [[expenses]]
        label = "Terreau"
        amount = 40
        start = 2022-03-10
        every = "year"
        direct = true
        """,
        "2023-01",
        "2023-03",
    )
    assert told(found.expenses) == [
        (1, "2023-01-01", "2023-01-01", 2500),
        (2, "2023-02-01", "2023-02-01", 2500),
        (2, "2023-03-10", "2023-03-10", 4000),
    ]
    sources = [series.source for series in found.expenses]
    assert sources == [
        Source("expense", "", "Téléphone", ("expenses", 0)),
        Source("expense", "", "Terreau", ("expenses", 2), direct=True),
    ]


def test_investments_of_the_months_alone() -> None:
    def invested(day: str) -> list[Entry]:
        text = f'investments = [{{ label = "Tondeuse", amount = 4800, date = {day} }}]'
        return list(each(entries(text, "2023-01", "2023-02").investments))

    (one,) = invested("2023-01-01")
    assert one.source == Source("investment", "", "Tondeuse", ("investments", 0))
    assert (one.occurrence, one.cents, one.day) == (1, 480000, one.paid)
    assert len(invested("2023-02-28")) == 1
    assert invested("2022-12-31") == invested("2023-03-01") == []
