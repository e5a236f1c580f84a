"""Until when a pay that runs holds, in units of hand-made activities."""

from cae_cli.forecast.projection.ledger import Ledger
from cae_cli.forecast.projection.running import Break, Running, running
from tests.forecast.projection.kit import SPAN, demand, flows, ledger, unnamed

ME = unnamed(100)
COSTS = [100] * SPAN.length


def of(activity: Ledger, start: int = 0, last: int = 35, reserve: str = "0") -> Running:
    return running(activity.unpaid, COSTS, start, last, demand(reserve))


def test_it_holds_until_the_month_before_the_first_below_the_reserve() -> None:
    # 330 in hand, 100 a month: 230, 130, 30, −70
    activity = ledger(flows([0]), ME, balance=330)
    assert of(activity) == Running(2, Break(3, treasury=-70, short=70))
    # with a reserve of one month: 230, 130, and 30 lacks 70
    assert of(activity, reserve="1") == Running(1, Break(2, treasury=30, short=70))
    # 130 is enough for a reserve of 1.3 months, and lacks 1 for one of 1.31
    assert of(activity, reserve="1.3").holds_until == 1
    assert of(activity, reserve="1.31") == Running(0, Break(1, treasury=130, short=1))


def test_it_may_not_hold_at_all() -> None:
    activity = ledger(flows([100]), ME, balance=-1)
    assert of(activity) == Running(None, Break(0, treasury=-1, short=1))


def test_what_was_paid_before_the_months_looked_at_counts() -> None:
    # five months are paid when month 5 opens: 1 000 − 500, then 400, 300, 200, 100, 0, −100
    activity = ledger(flows([0]), ME, balance=1000)
    assert of(activity, start=5) == Running(9, Break(10, treasury=-100, short=100))
    # a break before them is not told: it is past
    activity = ledger(flows([0, 0, 0, 500, 100]), ME, balance=150)
    assert of(activity) == Running(0, Break(1, treasury=-50, short=50))
    assert of(activity, start=3).breaks is None


def test_it_may_hold_to_the_end_of_the_look() -> None:
    activity = ledger(flows([100]), ME)
    assert of(activity) == Running(35, None)
    assert of(ledger(flows([0]), ME, balance=3600)) == Running(35, None)
    assert of(ledger(flows([0]), ME, balance=3599)) == Running(34, Break(35, -1, 1))
    assert of(ledger(flows([0]), ME, balance=3599), last=34) == Running(34, None)
