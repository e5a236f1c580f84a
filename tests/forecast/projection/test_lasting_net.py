"""The highest pay that lasts, where net, gross and cost are one and can be added up by hand."""

from collections.abc import Callable, Sequence

import pytest

from cae_cli.forecast.projection import lasting_net as module
from cae_cli.forecast.projection.lasting_net import LastingNet, Shares, lasting_net, level_of
from cae_cli.forecast.projection.ledger import Ledger
from cae_cli.forecast.projection.pay import Circumstances, Level, Team
from cae_cli.forecast.projection.people import Person, people
from cae_cli.money import Euros
from tests.forecast.kit import dossier, person
from tests.forecast.projection.kit import demand, flows, ledger, team, unnamed


def nothing(_: Circumstances) -> int:
    return 0


def of(
    activity: Ledger,
    *persons: Person,
    reserve: str = "0",
    sustain: int = 12,
    months: range = range(12),
    least: Callable[[Circumstances], int] = nothing,
) -> LastingNet | None:
    return lasting_net(activity, team(*persons), demand(reserve, sustain), months, least)


def told(found: LastingNet | None) -> tuple[int, tuple[int, ...]] | None:
    return None if found is None else (found.month, found.nets)


@pytest.mark.parametrize(
    ("targets", "highest", "nets"),
    [
        ((90000,), 459, (45900,)),
        ((90000, 60000), 459, (45900, 30600)),
        ((90000, 70000), 100, (10000, 7700)),  # 77.78, rounded down to the euro
        ((70000, 90000), 100, (7700, 10000)),
        ((90000, 0), 100, (10000, 0)),
        ((90050, 90050), 7, (700, 700)),
        ((0, 0), 459, (45900, 45900)),  # equally where nobody has a target
        ((0,), 0, (0,)),
    ],
)
def test_a_pay_is_shared_in_proportion_to_the_targets(
    targets: tuple[int, ...], highest: int, nets: tuple[int, ...]
) -> None:
    assert Shares(targets).nets(Euros(highest)) == nets


def test_what_is_earned_over_the_year_bounds_it() -> None:
    # 85.50 € a month come in, 1 000 € are there: 85 € a month last from now on, 86 are not earned
    me = unnamed(90000)
    activity = ledger(flows([8550]), me, balance=100_000)
    assert told(of(activity, me)) == (0, (8500,))
    assert told(of(ledger(flows([8600]), me, balance=100_000), me)) == (0, (8600,))
    assert told(of(ledger(flows([8599]), me, balance=100_000), me)) == (0, (8500,))


def test_the_reserve_bounds_it() -> None:
    # 100 € a month and nothing in hand, a reserve of one month. From month m on (m + 1) × 100 − x
    # must be x or more: 50 € from month 0, and then 100 from month 1 on (200 − 100 = 100)
    me = unnamed(90000)
    activity = ledger(flows([10000]), me)
    assert told(of(activity, me, reserve="1", months=range(1))) == (0, (5000,))
    assert told(of(activity, me, reserve="1", months=range(2))) == (1, (10000,))
    # the first of the months that give the highest
    assert told(of(activity, me, reserve="1")) == (1, (10000,))
    # a reserve of three months: 400 ≥ x + 3 x from month 3 on
    assert told(of(activity, me, reserve="3")) == (3, (10000,))
    assert told(of(activity, me, reserve="3", months=range(3))) == (2, (7500,))


def test_the_worst_month_of_the_year_bounds_it() -> None:
    # 100 € a month, and a bill of 700 € in the thirteenth month: what the work brings is the same,
    # and a year from now holds; whoever asks for 13 months keeps 13 × 100 − 700 = 600 = 13 × 46.15
    me = unnamed(90000)
    activity = ledger(flows([10000], investments=[*[0] * 12, 70000]), me)
    assert told(of(activity, me, months=range(1))) == (0, (10000,))
    assert told(of(activity, me, months=range(1), sustain=13)) == (0, (4600,))
    # from month 1 on the twelve months end with that bill: 1 300 − 700 = 600 = 12 × 50
    assert told(of(activity, me, months=range(1, 2))) == (1, (5000,))


def test_two_people_share_it() -> None:
    high, low = unnamed(90000), unnamed(60000)
    activity = ledger(flows([10000]), high, low, balance=100_000)
    # 100 € a month: 60 + 40
    assert told(of(activity, high, low)) == (0, (6000, 4000))
    # 101 € make no more: 61 + 40 = 101 does, since 40.67 is rounded down
    assert told(of(ledger(flows([10100]), high, low, balance=100_000), high, low)) == (
        0, (6100, 4000),
    )  # fmt: skip
    # nobody has a target: half each
    nobody = unnamed(0)
    assert told(of(ledger(flows([10000]), nobody, nobody, balance=9999), nobody, nobody)) == (
        0, (5000, 5000),
    )  # fmt: skip


def test_less_than_the_minimum_is_none() -> None:
    me = unnamed(90000)
    activity = ledger(flows([10000]), me, balance=100_000)
    assert told(of(activity, me, least=lambda _: 10000)) == (0, (10000,))
    assert of(activity, me, least=lambda _: 10001) is None
    # the highest of two is what counts
    low = unnamed(45000)
    both = ledger(flows([15000]), me, low, balance=100_000)
    assert told(of(both, me, low, least=lambda _: 10000)) == (0, (10000, 5000))
    assert of(both, me, low, least=lambda _: 10001) is None


def test_nothing_earned_is_none() -> None:
    me = unnamed(90000)
    assert of(ledger(flows([0]), me, balance=10**9), me) is None
    assert of(ledger(flows([99]), me, balance=10**9), me) is None
    assert told(of(ledger(flows([100]), me, balance=10**9), me)) == (0, (100,))
    assert of(ledger(flows([-1]), me, balance=10**9), me) is None


def test_it_begins_with_the_cesa() -> None:
    (lulu,) = people(dossier("[salary]\nnet_target = 1\n" + person("Lulu", "cesa 2023-04-17")))
    activity = ledger(flows([10000]), lulu)
    # nothing before April, month 3, when 400 € are there: 100 a month
    assert told(of(activity, lulu)) == (3, (10000,))
    assert of(activity, lulu, months=range(3)) is None
    found = of(activity, lulu)
    assert found is not None
    assert found.level.costs[:5] == [0, 0, 0, 10000, 10000]


def test_a_huge_activity_is_answered_too() -> None:
    me = unnamed(90000)
    activity = ledger(flows([10**12]), me)
    assert told(of(activity, me)) == (0, (1_000_000 * 100,))


def test_a_level_pays_everyone_a_net() -> None:
    level = level_of(team(unnamed(1), unnamed(2)), (70, 0))
    assert level.payees == {0}
    assert level.costs[0] == 70


@pytest.mark.parametrize(
    ("given", "tried"),
    [
        # 1 000 € show what an activity bears; then the answer itself, and one euro more
        ((8550, 100_000, "0", range(12)), [1000, 85, 86]),
        ((10_000, 0, "1", range(1)), [1000, 50, 51]),
        ((10_000, 0, "1", range(12)), [1000, 100, 101]),
        ((10_000, 0, "3", range(3)), [1000, 75, 76]),
        ((10_000, -5_000, "0", range(1)), [1000, 50, 51]),  # 100 − 50 at the end of the first month
    ],
)
def test_the_first_guess_is_the_answer_where_cost_is_in_proportion(
    monkeypatch: pytest.MonkeyPatch, given: tuple[int, int, str, range], tried: list[int]
) -> None:
    income, balance, reserve, months = given
    asked = list[int]()

    def level(team: Team, nets: Sequence[int], months: range | None = None) -> Level:
        if months is not None:
            asked.append(nets[0] // 100)
        return level_of(team, nets, months)

    monkeypatch.setattr(module, "level_of", level)
    me = unnamed(90000)
    found = of(ledger(flows([income]), me, balance=balance), me, reserve=reserve, months=months)
    assert found is not None
    assert (found.nets, asked) == ((tried[1] * 100,), tried)


def test_who_is_paid_already_goes_on_until_a_new_pay_begins() -> None:
    # 20 € a month since January; from March, month 2, on 100 € a month last
    arnaud = unnamed(2000)
    activity = ledger(flows([10000]), arnaud, running=[0])
    persons = team(arnaud, running=[0])
    found = lasting_net(activity, persons, demand(), range(2, 3), nothing)
    assert told(found) == (2, (10000,))
    assert found is not None
    assert list(found.level.costs_from(2)[:4]) == [2000, 2000, 10000, 10000]
