"""Who is paid what in which month, and what it costs."""

import datetime as dt

import pytest

from cae_cli.forecast.projection.horizon import horizon
from cae_cli.forecast.projection.lasting_net import level_of
from cae_cli.forecast.projection.pay import Level, Pay, Team
from cae_cli.forecast.projection.people import Person, people
from cae_cli.months import Month
from cae_cli.rules.payroll.law import shipped_law
from cae_cli.rules.payroll.settings import PayrollSettings
from tests.forecast.kit import COST, GROSS, NET, dossier, law_of_2023, person
from tests.forecast.projection.kit import SPAN, team, unnamed

SETTINGS = PayrollSettings()


def everyone(*entrepreneurs: str) -> tuple[Person, ...]:
    return tuple(people(dossier("[salary]\nnet_target = 1\n" + "".join(entrepreneurs))))


def test_everyone_is_paid_their_own_target() -> None:
    found = team(unnamed(80), unnamed(0), unnamed(50)).target
    assert found.payees == {0, 2}
    assert found.costs == [130] * SPAN.length
    assert found.pays(7) == (Pay("", 80, 80, 80), None, Pay("", 50, 50, 50))


def test_a_pay_begins_in_a_month_and_ends_after_another() -> None:
    found = team(unnamed(80)).target
    assert [pays[0] is not None for pays in found.pays_from(2, 4)[:7]] == [
        False, False, True, True, True, False, False,
    ]  # fmt: skip
    assert all(pays[0] is not None for pays in found.pays_from(0))
    assert all(pays[0] is None for pays in found.pays_from(None))
    assert [pays[0] is not None for pays in found.pays_from(SPAN.length - 1)][-2:] == [False, True]
    # the cost of what is paid, and of nobody before
    assert list(found.costs_from(2)[:4]) == [0, 0, 80, 80]
    assert list(found.costs_from(0)[:2]) == [80, 80]
    assert len(found.costs_from(2)) == SPAN.length


def test_a_cesa_decides_the_months_of_each() -> None:
    marcelle, lulu = everyone(
        person("Marcelle", "cape 2022-10-03 2023-02-19", "cesa 2023-02-20 2023-05-02"),
        person("Lulu", "cape 2022-10-03"),
    )
    found = team(marcelle, lulu).target
    # 100 each: Marcelle from February to May
    assert found.costs[:6] == [100, 200, 200, 200, 200, 100]
    assert [pay and pay.name for pay in found.pays(0)] == [None, "Lulu"]
    assert [pay and pay.name for pay in found.pays(4)] == ["Marcelle", "Lulu"]
    # if pay begins in March, neither is paid in February
    assert list(found.costs_from(2)[:4]) == [0, 0, 200, 200]


def test_who_is_paid_already_is_paid_in_every_month() -> None:
    arnaud, lulu = everyone(person("Arnaud", "cesa 2022-01-03"), person("Lulu", "cape 2022-10-03"))
    found = team(arnaud, lulu, running=[0]).target
    assert list(found.costs_from(2)[:4]) == [100, 100, 200, 200]
    assert list(found.costs_from(SPAN.length)) == [100] * SPAN.length
    assert [sum(pay is not None for pay in pays) for pays in found.pays_from(2, 3)[:5]] == [
        1, 1, 2, 2, 1,
    ]  # fmt: skip
    # another level begins in month 2: until then he gets his target
    level = level_of(found.team, (150, 150))
    assert list(level.costs_from(2)[:4]) == [100, 100, 300, 300]


def test_a_level_may_be_asked_about_some_months_only() -> None:
    # Lulu's CESA makes two kinds of months: before February, and from then on
    (lulu,) = everyone(person("Lulu", "cape 2022-10-03 2023-01-31", "cesa 2023-02-01 2023-03-31"))
    everything = team(lulu)
    # February is asked about, and March has its pay; the months without are as ever
    level = Level(everything, lambda _, __: 70, range(1, 2))
    assert level.costs[:4] == [0, 70, 70, 0]
    # months before those asked about are not
    assert Level(everything, lambda _, __: 70, range(3, 4)).costs[:4] == [0, 0, 0, 0]
    # January alone is asked about, so nobody is paid in February
    assert Level(everything, lambda _, __: 70, range(1)).costs[:4] == [0, 0, 0, 0]
    assert Level(everything, lambda _, __: 70, range(2)).costs[:4] == [0, 70, 70, 0]
    assert Level(everything, lambda _, __: 0).payees == frozenset()


def test_what_900_net_cost_in_2023() -> None:
    months = horizon(Month.parse("2023-01"), dt.date(2023, 1, 1), 12)
    law = law_of_2023()
    paid = Team(
        [unnamed(NET)], months.months, lambda month: law.payroll_for(month, SETTINGS),
        running=frozenset(), by_year=False,
    )  # fmt: skip
    assert {paid.target.pays(i) for i in range(months.length)} == {(Pay("", NET, GROSS, COST),)}
    assert paid.target.costs == [COST] * months.length
    payroll = law.payroll_for(months.first, SETTINGS)
    assert (paid.gross_for_net(payroll, NET), paid.cost(payroll, GROSS)) == (GROSS, COST)
    assert paid.gross_for_net(payroll, 0) == 0


# 2026, 60 staff: 900 € net are 1 136.94 € gross, under the SMIC, so a month alone has the
# coefficient 0.4021 until May and 0.3788 from June on, where hours follow 12.31 € and the formula
# 12.02 €: from June on a month alone has 0.3788 × 1 136.94 = 430.67. Counted from March on, June
# makes it SMIC (3 + 12.02 / 12.31) × 1 136.94 for 4 × 1 136.94, so 0.02 + 0.3821 × 0.991166^1.75 =
# 0.3962: 1 801.82 in all, less 0.4021 × 3 410.82 = 1 371.49, leaves 430.33 for June.
JUNE_ALONE, JUNE_FROM_MARCH = 430_67, 430_33


def of_2026(*, by_year: bool, running: bool = False, first: str = "2026-01") -> Level:
    months = horizon(Month.parse(first), Month.parse(first).first_day, 12)
    me = unnamed(NET)._replace(name="Éa")
    return Team(
        [me, unnamed(0)],
        months.months,
        lambda month: shipped_law().payroll_for(month, SETTINGS),
        running=frozenset({0} if running else ()),
        by_year=by_year,
    ).target


def test_the_year_is_counted_from_the_first_month_paid() -> None:
    alone, level = of_2026(by_year=False), of_2026(by_year=True)
    june = alone.costs[5]
    # June is the sixth month: less 34 cents of reduction if March, the third, is the first paid
    assert level.costs_from(2)[5] - june == JUNE_ALONE - JUNE_FROM_MARCH
    assert alone.costs_from(2)[5] == june
    # the first month of a count is that month alone
    assert level.costs_from(5)[5] == june
    assert level.costs_from(5)[4] == 0
    for start in (0, 2, 5):
        paid = level.pays_from(start)
        costs = [sum(pay.employer_cost for pay in pays if pay) for pays in paid]
        assert costs == list(level.costs_from(start))


def test_each_january_counts_anew() -> None:
    level = of_2026(by_year=True)
    # 2027 is the same whether pay began in January or in September 2026: its own months alone
    assert list(level.costs_from(0)[12:]) == list(level.costs_from(8)[12:])
    assert level.costs_from(12)[11:13] == [0, level.costs_from(0)[12]]
    from_october = of_2026(by_year=True, first="2025-10")
    # January 2026 is the fourth month: who begins in December 2025 is as far as who begins then
    assert list(from_october.costs_from(2)[3:]) == list(from_october.costs_from(3)[3:])
    # October 2025 is its first month: the year of a start is counted from there on
    paid = from_october.pays_from(1)
    costs = [sum(pay.employer_cost for pay in pays if pay) for pays in paid]
    assert costs == list(from_october.costs_from(1))
    # and March 2026 as a start is counted as it is in a projection that begins in January
    assert from_october.costs_from(5)[8] == level.costs_from(2)[5]


def test_who_is_paid_already_has_a_year_behind() -> None:
    running = of_2026(by_year=True, running=True)
    # paid since January, the first month of the projection, whatever begins later
    from_january = list(of_2026(by_year=True).costs_from(0))
    assert list(running.costs_from(2)) == from_january
    assert list(running.costs_from(len(from_january))) == from_january


@pytest.mark.parametrize("by_year", [True, False])
def test_a_pay_that_ends_is_counted_no_more(by_year: bool) -> None:
    level = of_2026(by_year=by_year)
    paid = level.pays_from(2, 5)
    assert [pays[0] is not None for pays in paid[:8]] == [False, False, *[True] * 4, False, False]
    june = paid[5][0]
    assert june is not None
    assert june.employer_cost == level.costs_from(2)[5]
    assert (june.name, june.net, june.gross) == ("Éa", NET, GROSS)
