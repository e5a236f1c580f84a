"""The pay that holds, counted by hand."""

import datetime as dt
from fractions import Fraction

import pytest

from cae_cli.forecast.answer import project
from cae_cli.forecast.what_if.constant import constant, constant_cost, constants, shared
from cae_cli.forecast.what_if.seasons import _best, season
from cae_cli.forecast.what_if.smooth import smooth
from cae_cli.forecast.what_if.ways import smoothed, way, with_balance
from cae_cli.months import Month
from cae_cli.rules.payroll.law import shipped_law
from cae_cli.rules.payroll.settings import PayrollSettings
from tests.forecast.what_if.told import dossier

TODAY = dt.date(2023, 8, 1)
AUGUST = Month.parse("2023-08")

STEADY = """
[treasury]
month = "2023-08"
[salary]
net_target = 900
reserve_months = 0
[[clients]]
name = "A"
payment = "on invoice"
prestations = [{ label = "a", amount = 1200, start = 2023-08-01 }]
"""


def test_the_constant_cost_is_the_least_that_each_month_end_allows() -> None:
    # Marcelle & Lulu from August 2023: 32,887.84 at the end of June 2024, eleven months paid and
    # two kept: 32,887.84 / 13 = 2,529.83
    treasury = [10_000_000] * 10 + [3_288_784] + [10_000_000] * 3
    assert constant_cost(treasury.__getitem__, 0, 12, Fraction(2)) == (252_983, 10)
    # One month later, twelve with what is kept
    assert constant_cost(treasury.__getitem__, 1, 12, Fraction(2)) == (274_065, 10)


def test_of_equal_months_the_first_decides() -> None:
    # 100 × (i + 1) / (i + 1) in each
    assert constant_cost(lambda i: 100 * (i + 1), 0, 12, Fraction(0)) == (100, 0)
    assert constant_cost(lambda i: 150 * (i + 1), 0, 12, Fraction(1, 2)) == (100, 0)
    assert constant_cost(lambda _: -1, 0, 2, Fraction(0)) == (-1, 0)  # down to the cent below


def test_nets_are_in_proportion_or_equal() -> None:
    assert shared([90_000, 60_000], 75_001) == (75_001, 50_000)
    assert shared([0, 0], 5) == (5, 5)
    assert shared([0, 10], 5) == (0, 5)


def test_the_highest_constant_net_to_the_cent() -> None:
    law = shipped_law()
    found = constant(project(dossier(STEADY), TODAY, law), "signed", AUGUST)
    assert found is not None
    assert (found.cost, found.binding, found.lasts) == (120_000, AUGUST, True)

    def year(net: int) -> int:
        payrolls = [law.payroll_for(AUGUST + i, PayrollSettings()) for i in range(12)]
        return sum(payroll.cost(payroll.gross_for_net(net)) for payroll in payrolls)

    # What a net costs rises in January and in July 2024: the twelve months decide, 14,400 in all
    assert year(found.net) <= 12 * 120_000 < year(found.net + 1)


def test_a_net_that_is_not_earned_is_told() -> None:
    answer = project(dossier(STEADY.replace("[salary]", "balance = 5000\n[salary]")), TODAY,
                     shipped_law())  # fmt: skip
    found = constant(answer, "signed", AUGUST)
    assert found is not None
    # 5,000 + 12 × 1,200 make 19,400 in twelve months: 1,616.66 each
    assert (found.cost, found.lasts) == (161_666, False)


def test_one_start_a_month_or_today_for_who_is_paid() -> None:
    free = project(dossier(STEADY), TODAY, shipped_law())
    assert [str(one.month) for one in constants(free, "signed")][::11] == ["2023-08", "2024-07"]
    paid = (
        STEADY
        + """
    [[entrepreneurs]]
    name = "Léa"
    contracts = [{ kind = "cesa", start = 2023-01-01 }]
    """
    )
    running = project(dossier(paid), TODAY, shipped_law())
    assert [str(one.month) for one in constants(running, "signed")] == ["2023-08"]


def test_two_levels_spend_what_a_constant_one_leaves() -> None:
    # 1,000.00 a month for half a year, then 2,000.00: a constant pay is held to 1,000.00
    treasury = [100 * euros for euros in (*range(1000, 7000, 1000), *range(8000, 20000, 2000))]
    high = [False] * 6 + [True] * 6
    assert _best(treasury, high, Fraction(0), 100_000) == (18_000, 100_000, -200_000)
    # One month of cost kept: a ≤ (6 − 2 b) / 2 and (9 − 2 b) / 3, b ≤ 1; 2 a + 2 b is 6 at most
    few = _best([200, 300, 600, 900], [False, False, True, True], Fraction(1), 100)
    assert few == (6, 100, -200)


def test_a_season_where_it_beats_a_constant_pay() -> None:
    text = (
        STEADY.replace("amount = 1200", "amount = 1000")
        + """
    [[clients]]
    name = "B"
    payment = "on invoice"
    prestations = [{ label = "b", amount = 1000, start = 2024-02-01, months = [2, 3, 4, 5, 6, 7] }]
    """
    )
    law = shipped_law()
    answer = project(dossier(text), TODAY, law)
    flat = constant(answer, "signed", AUGUST)
    assert flat is not None
    assert (flat.cost, flat.binding) == (100_000, AUGUST)
    found = season(answer, "signed", law, flat)
    assert found is not None
    assert found.months == (2, 3, 4, 5, 6, 7)
    assert found.low == flat.net
    payrolls = [law.payroll_for(AUGUST + i, PayrollSettings()) for i in range(12)]
    nets = [found.low] * 6 + [found.high] * 6
    cost = sum(one.cost(one.gross_for_net(net)) for one, net in zip(payrolls, nets, strict=True))
    assert 1_799_000 < cost <= 1_800_000  # 6 × 1,000 + 6 × 2,000, to the euro
    assert found.more == 6 * (found.high - found.low)


def test_no_season_where_a_constant_pay_spends_all() -> None:
    law = shipped_law()
    assert smooth(project(dossier(STEADY), TODAY, law), law).season is None


PAYROLLS = [
    shipped_law().payroll_for(Month.parse("2026-01") + i, PayrollSettings(headcount=60))
    for i in range(12)
]


def test_twelve_even_months_of_2026() -> None:
    # 12 × 900 net in 2026, 60 staff, by the year: 14,226.63
    even = smoothed(PAYROLLS, 90_000)
    assert (even.net, even.cost, even.unpaid, even.quarters) == (1_080_000, 1_422_663, 0, 4)


def test_a_fixed_part_and_a_balance_cost_as_much_and_pay_less() -> None:
    even = smoothed(PAYROLLS, 90_000)
    fixed = PAYROLLS[0].gross_for_net(30_000)
    other = with_balance(PAYROLLS, fixed, 7, even.cost)
    assert other is not None
    assert set(other.grosses[:6] + other.grosses[7:]) == {fixed}
    assert other.cost <= even.cost
    one_more = list(other.grosses)
    one_more[6] += 1
    assert way(PAYROLLS, one_more).cost > even.cost
    assert other.net < even.net
    assert other.reduction < even.reduction
    # To the cent: cost = gross + contributions − reduction on both sides
    assert way(PAYROLLS, other.grosses) == other


def test_a_balance_alone_leaves_eleven_months_without_pay() -> None:
    alone = with_balance(PAYROLLS, 0, 7, 300_000)
    assert alone is not None
    assert alone.unpaid == 11
    # A quarter takes 150 × 12.02 = 1,803 gross; 3,000 of cost make less than twice that
    assert alone.quarters == 1
    assert with_balance(PAYROLLS, 100_000, 7, 300_000) is None


@pytest.mark.parametrize(("meeting", "month"), [("06-15", 7), ("12-20", 1), (None, 7)])
def test_the_balance_comes_a_month_after_the_meeting(meeting: str | None, month: int) -> None:
    told = "" if meeting is None else f'[cooperative]\ngeneral_meeting = "{meeting}"\n'
    law = shipped_law()
    found = smooth(project(dossier(STEADY + told), TODAY, law), law)
    assert found.ways is not None
    assert (found.ways.balance_month, found.ways.meeting_known) == (month, meeting is not None)
    assert str(found.ways.january) == "2024-01"


def test_what_is_left_at_the_end_of_the_year() -> None:
    law = shipped_law()
    text = STEADY.replace("[salary]", "balance = 5000\n[salary]")
    found = smooth(project(dossier(text), TODAY, law), law)
    assert found.chosen is not None
    assert str(found.year_end) == "2023-12"
    payroll = law.payroll_for(AUGUST, PayrollSettings())
    cost = payroll.cost(payroll.gross_for_net(found.chosen.net))
    assert found.carried == 500_000 + 5 * 120_000 - 5 * cost
