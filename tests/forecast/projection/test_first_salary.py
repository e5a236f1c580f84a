"""The first month that lasts, and the first that only holds, in units of hand-made activities."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cae_cli.forecast.projection.first_salary import (
    Found,
    first_hold,
    first_lasting,
    first_salary,
)
from cae_cli.forecast.projection.holding import Held
from cae_cli.forecast.projection.ledger import Ledger
from cae_cli.forecast.projection.pay import Level
from cae_cli.forecast.projection.people import people
from tests.forecast.kit import dossier, person
from tests.forecast.projection.kit import SPAN, demand, flows, ledger, rule, team, unnamed

PAY = unnamed(80)
LEVEL = team(PAY).target


def found(activity: Ledger, level: Level = LEVEL, reserve: str = "0", sustain: int = 12) -> Found:
    return first_salary(activity, level, demand(reserve, sustain), SPAN.candidates)


def test_the_first_month_that_lasts_is_found() -> None:
    # 100 come in every month but the third; a pay of 80. From month 0: 20, 40, −40: it breaks.
    # From month 1 (200 in hand then): 120, 40, 60, 80, 100… and 11 × 100 cover 12 × 80
    activity = ledger(flows([100, 100, 0, 100]), PAY)
    assert found(activity) == Found(Held(1, until=24, lowest=40, lowest_month=2), None)


def test_the_reserve_is_kept() -> None:
    activity = ledger(flows([100]), PAY)
    # from month m on 100 (m + 1) − 80 are left at its end, then 20 more each month: with a reserve
    # of one month, 80, month 0 leaves 20 and month 1 leaves 120
    assert found(activity, reserve="1").lasting == Held(1, until=24, lowest=120, lowest_month=1)
    # 1.5 months are 120: still; 1.51 are 120.8, rounded to 121: not before month 2
    assert found(activity, reserve="1.5").lasting == Held(1, 24, 120, 1)
    assert found(activity, reserve="1.51").lasting == Held(2, 25, 220, 2)


def test_a_pay_that_lives_on_savings_only_holds() -> None:
    # 1 000 in hand and 79 a month for a pay of 80: it holds as long as one looks, and is not earned
    activity = ledger(flows([79]), PAY, balance=1000)
    assert found(activity) == Found(None, Held(0, until=23, lowest=976, lowest_month=23))
    assert found(ledger(flows([80]), PAY, balance=1000)) == Found(Held(0, 23, 1000, 0), None)


def test_reserves_come_before_what_lasts() -> None:
    # 70 a month for a year, then 100. Month 1: 11 × 70 + 100 = 870, less than 12 × 80 = 960. Month
    # 4: 8 × 70 + 4 × 100 = 960, which is enough; its lowest is at the end of month 11, the last of
    # 70: 200 + 12 × 70 − 8 × 80 = 400
    activity = ledger(flows([*[70] * 12, 100]), PAY, balance=200)
    lasting = Held(4, until=27, lowest=400, lowest_month=11)
    # from month 0: 200 − 12 × 10 = 80 at the lowest, then 20 more each month
    reserves = Held(0, until=23, lowest=80, lowest_month=11)
    assert found(activity) == Found(lasting, reserves)
    assert first_hold(activity, LEVEL, demand(), SPAN.candidates) == 0
    assert first_lasting(activity, LEVEL, demand(), SPAN.candidates) == 4


def test_a_pay_that_holds_eleven_months_does_neither() -> None:
    # 960 in hand: 12 × 80, and then nothing. Of 959 the twelfth month ends at −1
    assert found(ledger(flows([0]), PAY, balance=960)) == Found(None, Held(0, 11, 0, 11))
    assert found(ledger(flows([0]), PAY, balance=959)) == Found(None, None)
    # who asks for eleven months only is told of these
    assert found(ledger(flows([0]), PAY, balance=959), sustain=11).on_reserves == Held(
        0, 10, 79, 10
    )


def test_a_season_is_seen_even_by_who_asks_for_less() -> None:
    # 100 a month for ten months, then −200 (a bill), 300, and 100 again. From month 0 on 20 are
    # left of each of ten months, and month 10 ends at 200 − 200 − 80 = −80: three months were
    # asked for, so it holds, but not a year. From month 1 on 100 more are there: month 10 ends at
    # 100 + 9 × 20 − 280 = 0, and 9 × 100 − 200 + 300 + 100 = 1 100 cover 960
    activity = ledger(flows([*[100] * 10, -200, 300, 100]), PAY)
    assert found(activity, sustain=3) == Found(Held(1, 24, 0, 10), Held(0, 9, 20, 0))
    assert found(activity, sustain=10).on_reserves == Held(0, 9, 20, 0)
    assert found(activity, sustain=11).on_reserves is None


def test_a_pay_that_must_hold_longer_than_a_year() -> None:
    # 100 a month, and an investment of 260 in the thirteenth: from month 0 on 20 a month make 240
    # in twelve months, and 240 + 20 − 260 = 0 is just enough; with 261 it is not
    assert found(ledger(flows([100], investments=[*[0] * 12, 260]), PAY), sustain=13).lasting == (
        Held(0, 23, 0, 12)
    )
    activity = ledger(flows([100], investments=[*[0] * 12, 261]), PAY)
    assert found(activity, sustain=12).lasting == Held(0, 11, 20, 0)
    assert found(activity, sustain=13).lasting == Held(1, 24, 79, 12)


def test_nobody_is_paid_before_a_cesa() -> None:
    (marcelle,) = people(
        dossier("[salary]\nnet_target = 1\n" + person("Marcelle", "cesa 2023-03-20"))
    )
    level = team(marcelle).target
    result = found(ledger(flows([100]), marcelle, balance=999), level)
    assert result.lasting is not None
    assert result.lasting.start == 2
    assert first_hold(ledger(flows([100]), marcelle), level, demand(), range(2)) is None
    assert first_lasting(ledger(flows([100]), marcelle), level, demand(), range(2)) is None


def test_no_month_may_do() -> None:
    assert found(ledger(flows([0]), PAY)) == Found(None, None)
    assert first_hold(ledger(flows([0]), PAY), LEVEL, demand(), SPAN.candidates) is None
    assert first_lasting(ledger(flows([79]), PAY), LEVEL, demand(), SPAN.candidates) is None


def test_only_candidates_are_looked_at() -> None:
    activity = ledger(flows([0, 0, 0, 100]), PAY)
    assert first_lasting(activity, LEVEL, demand(), range(5, 9)) == 5
    assert first_lasting(activity, LEVEL, demand(), range(1, 3)) is None
    assert first_lasting(activity, LEVEL, demand(), range(1, 4)) == 3


def test_what_the_cooperative_takes_once_a_salary_is_paid_counts() -> None:
    # a floor of 240 a year, 20 a month, begins with the first salary: 100 − 20 = 80 are left of
    # each month, just what a pay of 80 costs
    terms = rule(when=[{"phase": "cesa", "floor_per_year": Decimal("2.40")}])
    assert found(ledger(flows([100]), PAY, terms=terms)).lasting == Held(0, 23, 0, 0)
    # a pay of 81 lacks 1 each month, and lives on the 100 of the month in which nobody was paid
    more = unnamed(81)
    result = found(ledger(flows([100]), more, terms=terms), team(more).target)
    assert result == Found(None, Held(1, until=24, lowest=76, lowest_month=24))


@given(
    st.lists(st.integers(-200, 300), min_size=59, max_size=59),
    st.integers(-300, 3000),
    st.integers(1, 100),
    st.integers(1, 24),
    st.sampled_from(["0", "0.5", "1", "3"]),
)
def test_what_is_found_is_what_counting_finds(
    incomes: list[int], balance: int, net: int, sustain: int, reserve: str
) -> None:
    who = unnamed(net)
    activity, asked = ledger(flows(incomes), who, balance=balance), demand(reserve, sustain)

    def months_held(start: int) -> int:
        left = balance + sum(incomes[:start])
        for n in range(max(24, sustain)):
            left += incomes[start + n] - net
            if left < asked.reserve(net):
                return n
        return max(24, sustain)

    def lasts(start: int) -> bool:
        earned = sum(incomes[start : start + 12]) >= 12 * net
        return earned and months_held(start) >= max(12, sustain)

    lasting = next((m for m in range(36) if lasts(m)), None)
    holding = next((m for m in range(36) if months_held(m) >= sustain), None)
    result = first_salary(activity, team(who).target, asked, range(36))
    assert (result.lasting and result.lasting.start) == lasting
    if holding == lasting:
        assert result.on_reserves is None
    else:
        assert result.on_reserves is not None
        assert result.on_reserves.start == holding
        assert result.on_reserves.months == months_held(result.on_reserves.start)
