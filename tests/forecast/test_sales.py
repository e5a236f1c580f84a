"""The invoices of a prestation: visits, renewals, prices, costs, payment, worked out by hand."""

import tomllib
from decimal import Decimal

import pytest

from cae_cli.dossier.model import Dossier
from cae_cli.forecast.entries import Entries, Entry, Series, each, entries_of
from cae_cli.forecast.flows import Window, flows_by_view
from cae_cli.months import Month

HEAD = 'format = 1\nactivity = { name = "Essai" }\n[[clients]]\nname = "Mairie"\n'
ITEM = '[[clients.prestations]]\nlabel = "a"\n'


def entries(text: str, first: str, last: str, client: str = 'payment = "on invoice"\n') -> Entries:
    data = tomllib.loads(f"{HEAD}{client}{ITEM}{text}", parse_float=Decimal)
    return entries_of(Dossier.model_validate(data), Month.parse(first), Month.parse(last))


def days(series: tuple[Series, ...]) -> list[str]:
    return [str(one.day) for one in each(series)]


def priced(series: tuple[Series, ...]) -> list[tuple[str, int]]:
    return [(str(one.day), one.cents) for one in each(series)]


def sure(series: tuple[Series, ...]) -> list[tuple[str, str, int]]:
    return [(str(one.day), str(one.chance), one.renewal) for one in each(series)]


def test_the_visits_of_a_month_make_one_invoice_on_its_last_day() -> None:
    text = 'amount = 100\nevery = "week"\nstart = 2026-01-05\ninvoiced = "month-end"\n'
    found = list(each(entries(text, "2026-02", "2026-03").invoices))
    # Mondays: four in January, four in February, five in March; January is paid on its last day
    assert [(one.occurrence, str(one.day), one.cents) for one in found] == [
        (2, "2026-02-28", 40000),
        (3, "2026-03-31", 50000),
    ]


def test_an_invoice_of_visits_waits_from_the_month_end() -> None:
    text = 'amount = 10\nevery = "10 days"\nstart = 2024-01-30\ninvoiced = "month-end"\ncount = 5\n'
    # 30 January; 9, 19 and 29 February; 10 March: three invoices, paid 30 days after each
    found = entries(text, "2024-03", "2024-03", client='payment = "30 days"\n')
    told = [(str(one.day), str(one.paid), one.cents) for one in each(found.invoices)]
    assert told == [
        ("2024-01-31", "2024-03-01", 1000),
        ("2024-02-29", "2024-03-30", 3000),
        ("2024-03-31", "2024-04-30", 1000),
    ]


def test_the_last_visits_are_invoiced_after_the_end() -> None:
    text = 'amount = 10\nevery = "week"\nstart = 2026-06-01\nend = 2026-06-15\n'
    found = entries(f'{text}invoiced = "month-end"\n', "2026-06", "2026-07")
    assert priced(found.invoices) == [("2026-06-30", 3000)]  # 1, 8 and 15 June


def test_visits_follow_the_price_of_their_own_day() -> None:
    text = """
    amount = 10
    every = "week"
    start = 2026-06-01
    invoiced = "month-end"
    changes = [{ from = 2026-06-15, amount = 12 }]
    """
    # 1 and 8 June at 10, then 15, 22 and 29 at 12
    assert priced(entries(text, "2026-06", "2026-06").invoices) == [("2026-06-30", 5600)]


def test_a_pause_leaves_its_days_out_and_a_count_goes_on_after_it() -> None:
    text = "amount = 1\nstart = 2027-01-15\ncount = 3\npauses = [{ from = 2027-02-15, to = %s }]\n"
    assert days(entries(text % "2027-02-15", "2027-01", "2027-12").invoices) == [
        "2027-01-15", "2027-03-15", "2027-04-15",
    ]  # fmt: skip
    assert days(entries(text % "2027-03-14", "2027-01", "2027-12").invoices)[1] == "2027-03-15"
    found = list(each(entries(text % "2027-03-15", "2027-04", "2027-04").invoices))
    assert [(one.occurrence, str(one.day)) for one in found] == [(2, "2027-04-15")]


def test_pauses_may_overlap_and_stand_in_any_order() -> None:
    pauses = "[{from=2027-03-10,to=2027-03-20},{from=2027-01-01,to=2027-02-01},"
    text = f"amount = 1\nstart = 2027-01-15\npauses = {pauses}{{from=2027-03-01,to=2027-03-15}}]\n"
    assert days(entries(text, "2027-01", "2027-05").invoices) == [
        "2027-02-15", "2027-04-15", "2027-05-15",
    ]  # fmt: skip


def test_a_price_holds_from_its_day_on() -> None:
    text = """
    rate = 30
    quantity = 1.5
    start = 2026-10-15
    changes = [
      { from = 2026-12-15, amount = 60 },
      { from = 2027-01-16, rate = 33.33, quantity = 1.5 },
    ]
    """
    # 30 × 1.5 = 45; 33.33 × 1.5 = 49.995 -> 50.00
    assert priced(entries(text, "2026-10", "2027-02").invoices) == [
        ("2026-10-15", 4500), ("2026-11-15", 4500), ("2026-12-15", 6000), ("2027-01-15", 6000),
        ("2027-02-15", 5000),
    ]  # fmt: skip


def test_a_new_price_rises_from_its_own_day() -> None:
    text = """
    amount = 100
    start = 2024-03-10
    every = "half-year"
    yearly_increase = 0.1
    changes = [{ from = 2025-09-10, amount = 200 }]
    """
    # 100; a year later 110; then 200, which rises on 10 September 2026 and 2027
    assert priced(entries(text, "2024-03", "2027-09").invoices) == [
        ("2024-03-10", 10000), ("2024-09-10", 10000), ("2025-03-10", 11000), ("2025-09-10", 20000),
        ("2026-03-10", 20000), ("2026-09-10", 22000), ("2027-03-10", 22000), ("2027-09-10", 24200),
    ]  # fmt: skip


def test_a_price_may_rise_on_a_day_of_each_year() -> None:
    text = 'amount = 1000\nstart = 2025-09-01\nyearly_increase = 0.02\nincrease_on = "01-01"\n'
    found = dict(priced(entries(text, "2025-09", "2027-01").invoices))
    assert (found["2025-12-01"], found["2026-01-01"]) == (100000, 102000)
    assert (found["2026-12-01"], found["2027-01-01"]) == (102000, 104040)


def test_the_day_of_the_start_itself_brings_no_rise() -> None:
    text = 'amount = 100\nstart = 2026-01-01\nyearly_increase = 0.1\nincrease_on = "01-01"\n'
    found = dict(priced(entries(text, "2026-01", "2027-01").invoices))
    assert (found["2026-01-01"], found["2026-12-01"], found["2027-01-01"]) == (10000, 10000, 11000)


def test_a_credit_note_lowers_what_is_invoiced() -> None:
    text = 'amount = -300.01\nevery = "once"\nstart = 2026-03-20\nprobability = 0.5\n'
    (one,) = each(entries(text, "2026-03", "2026-03").invoices)
    assert (one.cents, one.chance) == (-30001, Decimal("0.5"))


def test_a_renewal_of_whole_months_is_as_long_again() -> None:
    text = """
    amount = 1
    every = "half-year"
    start = 2024-01-31
    end = 2025-01-30
    probability = 0.5
    renews = 0.8
    """
    # one year each: the first to 30 January 2025, the second to 30 January 2026, and so on
    assert sure(entries(text, "2024-01", "2026-07").invoices) == [
        ("2024-01-31", "0.5", 0),
        ("2024-07-31", "0.5", 0),
        ("2025-01-31", "0.40", 1),
        ("2025-07-31", "0.40", 1),
        ("2026-01-31", "0.320", 2),
        ("2026-07-31", "0.320", 2),
    ]


def test_a_renewal_of_odd_days_is_as_many_days_again() -> None:
    text = 'amount = 1\nevery = "5 days"\nstart = 2026-01-01\nend = 2026-01-10\nrenews = 1\n'
    # ten days each: to 10, 20 and 30 January
    assert sure(entries(text, "2026-01", "2026-01").invoices) == [
        ("2026-01-01", "1", 0), ("2026-01-06", "1", 0), ("2026-01-11", "1", 1),
        ("2026-01-16", "1", 1), ("2026-01-21", "1", 2), ("2026-01-26", "1", 2),
        ("2026-01-31", "1", 3),
    ]  # fmt: skip


def test_no_renewal_is_signed() -> None:
    text = "amount = 1\nstart = 2026-01-01\nend = 2026-01-31\nrenews = 1\n"
    found: list[Entry] = list(each(entries(text, "2026-01", "2026-02").invoices))
    assert [one.signed for one in found] == [True, False]
    never = text.replace("renews = 1", "renews = 0")
    assert days(entries(never, "2026-01", "2026-02").invoices) == ["2026-01-01"]


def test_visits_before_and_in_a_renewal_are_two_parts_of_a_month() -> None:
    text = 'amount = 1\nevery = "week"\nstart = 2026-01-05\nend = 2026-01-18\nrenews = 0.5\n'
    found = list(each(entries(f'{text}invoiced = "month-end"\n', "2026-01", "2026-01").invoices))
    # 5 and 12 January, then 19 and 26 in the first renewal, to 1 February
    assert [(str(one.day), one.cents, str(one.chance)) for one in found] == [
        ("2026-01-31", 200, "1"), ("2026-01-31", 200, "0.5"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cost", "cents"),
    [("cost = 0.6", [60, 60]), ("cost_share = 0.335", [34, 34])],  # 1.00 × 0.335 = 0.335
)
def test_an_invoice_may_have_a_cost_of_its_date(cost: str, cents: list[int]) -> None:
    text = f"amount = 1\nstart = 2026-01-31\nprobability = 0.5\ncount = 3\n{cost}\n"
    found = entries(text, "2026-02", "2026-03", client='payment = "60 days"\n')
    # January's invoice is paid in April; its cost was paid before
    assert days(found.invoices) == ["2026-01-31", "2026-02-28", "2026-03-31"]
    costs = list(each(found.costs))
    assert [(str(one.day), one.paid == one.day) for one in costs] == [
        ("2026-02-28", True), ("2026-03-31", True),
    ]  # fmt: skip
    assert [one.cents for one in costs] == cents
    assert {(one.source.kind, one.source.direct, one.chance) for one in costs} == {
        ("cost", True, Decimal("0.5"))
    }
    assert [one.occurrence for one in costs] == [2, 3]
    assert costs[0].source.path == ("clients", 0, "prestations", 0, cost.partition(" ")[0])


def test_each_visit_costs() -> None:
    text = 'amount = 10\ncost = 3\nevery = "week"\nstart = 2026-01-05\ninvoiced = "month-end"\n'
    assert priced(entries(text, "2026-01", "2026-01").costs) == [("2026-01-31", 1200)]


def test_a_prestation_may_have_its_own_terms_and_the_client_its_closed_months() -> None:
    client = 'payment = "45 days"\nclosed_months = [8]\n'
    text = 'amount = 1\nstart = 2026-07-10\ncount = 1\npayment = "30 days"\n'
    (one,) = each(entries(text, "2026-07", "2026-07", client=client).invoices)
    assert str(one.paid) == "2026-09-01"  # 9 August
    (one,) = each(entries(text, "2026-09", "2026-09", client=client).invoices)
    assert str(one.day) == "2026-07-10"
    assert not list(each(entries(text, "2026-10", "2026-10", client=client).invoices))


def test_a_cost_is_as_probable_as_what_it_serves() -> None:
    text = f"""{HEAD}payment = "on invoice"
    {ITEM}
    amount = 100
    start = 2026-01-01
    cost = 20
    {ITEM}
    amount = 50
    start = 2026-01-01
    probability = 0.3
    cost_share = 0.1
    """
    dossier = Dossier.model_validate(tomllib.loads(text, parse_float=Decimal))
    flows = flows_by_view(dossier, Window(Month.parse("2026-01"), 1))
    told = {view: (one.invoiced, one.direct_expenses, one.expenses) for view, one in flows.items()}
    assert told == {
        "signed": ([10000], [2000], [2000]),
        "expected": ([11500], [2150], [2150]),  # 5.00 × 0.3
        "all": ([15000], [2500], [2500]),
    }


def test_renewals_count_in_full_or_not_at_all() -> None:
    text = f"""{HEAD}payment = "on invoice"
    {ITEM}
    amount = 10
    start = 2026-01-01
    end = 2026-01-31
    renews = 0.5
    """
    dossier = Dossier.model_validate(tomllib.loads(text, parse_float=Decimal))
    flows = flows_by_view(dossier, Window(Month.parse("2026-01"), 3))
    assert flows["signed"].invoiced == [1000, 0, 0]
    assert flows["expected"].invoiced == [1000, 500, 250]
    assert flows["all"].invoiced == [1000, 1000, 1000]


def test_the_work_for_other_members_is_counted_apart_too() -> None:
    text = f"""{HEAD}payment = "30 days"
    internal = true
    {ITEM}
    amount = 10
    start = 2026-01-31
    [[clients]]
    name = "Hôtel"
    {ITEM}
    amount = 7
    start = 2026-01-31
    """
    dossier = Dossier.model_validate(tomllib.loads(text, parse_float=Decimal))
    flows = flows_by_view(dossier, Window(Month.parse("2026-01"), 3))["signed"]
    assert flows.invoiced == [1700, 1700, 1700]
    assert flows.internal_invoiced == [1000, 1000, 1000]
    # 31 January + 30 = 2 March, 28 February + 30 = 30 March; 31 March + 30 = 30 April
    assert flows.cashed == [0, 0, 3400]
    assert flows.internal_cashed == [0, 0, 2000]
