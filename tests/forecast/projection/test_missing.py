"""How much more a month a pay takes, where net and cost are one; amounts are cents."""

from decimal import Decimal

import pytest

from cae_cli.forecast.flows import Flows, Window, with_more_turnover
from cae_cli.forecast.projection.first_salary import first_lasting
from cae_cli.forecast.projection.ledger import Ledger
from cae_cli.forecast.projection.missing import MOST_TURNOVER, Missing, missing_turnover
from cae_cli.forecast.projection.people import Person, people
from cae_cli.rules.contribution_rule import ContributionRule
from tests.forecast.kit import dossier, person
from tests.forecast.projection.kit import (
    NO_RULE,
    SPAN,
    demand,
    flows,
    ledger,
    rule,
    team,
    unnamed,
)

WINDOW = Window(SPAN.first, SPAN.length)


def of(
    activity: Ledger,
    *persons: Person,
    reserve: str = "0",
    months: range = range(12),
    expenses: str = "",
    start: int = 0,
) -> Missing | None:
    def with_more(euros: int) -> Flows:
        return with_more_turnover(activity.flows, dossier(expenses), WINDOW, euros * 100, start)

    return missing_turnover(activity, team(*persons).target, demand(reserve), months, with_more)


def asked(net: int, terms: ContributionRule = NO_RULE, given: Flows | None = None) -> Ledger:
    return ledger(given or flows([0]), unnamed(net), terms=terms)


def told(found: Missing | None) -> tuple[int, int] | None:
    return None if found is None else (found.euros, found.month)


# Paid at 30 days, an invoice of 1 January is cashed on the 31st, of 1 February on 3 March, of
# 1 March on the 31st, of 1 April on 1 May, of 1 May on the 31st, of 1 June on 1 July, of 1 July on
# the 31st: one in January, none in February, two in March, none in April, two in May, none in June.


def test_a_pay_is_earned_by_as_much_turnover() -> None:
    # 80 € a month: 80 € of turnover. From January on the month ends with 0 and February with −80.
    # From February on, 80 being there: 0, 80, 0, 80, 0, 80, 80, 0, 80, 0, 80, 80 in January
    assert told(of(asked(8000), unnamed(8000))) == (80, 1)
    # 80.01 € take 81: 11.88 € more than twelve times that pay
    assert told(of(asked(8001), unnamed(8001))) == (81, 1)


def test_what_comes_in_already_is_taken_off() -> None:
    activity = asked(8000, given=flows([3000]))
    # 50 more. Month 0 ends at 30 + 50 − 80 = 0, month 1 lacks 50; from month 1 on: 80 + 30 − 80 =
    # 30, then 30 + 30 + 100 − 80 = 80, 30, 80, 30, 80, 80 (July and August have one each)…
    assert told(of(activity, unnamed(8000))) == (50, 1)


def test_what_the_cooperative_takes_is_added() -> None:
    terms = rule(brackets=[{"rate": Decimal("0.12")}])
    # 0.88 × e ≥ 80: 90.91
    found = of(asked(8000, terms), unnamed(8000))
    assert told(found) is not None
    assert found is not None
    assert found.euros == 91
    # the flows are those of that turnover: in January 91 € are invoiced and cashed
    assert (found.flows.invoiced[0], found.flows.cashed[:3]) == (9100, [9100, 0, 18200])


def test_the_expenses_that_follow_turnover_follow_it() -> None:
    share = '[[expenses]]\nlabel = "Tout"\nshare_of_turnover = 0.5\n'
    found = of(asked(8000), unnamed(8000), expenses=share)
    assert found is not None
    assert found.euros == 160
    everything = share.replace("0.5", "1.0")
    assert of(asked(8000), unnamed(8000), expenses=everything) is None
    assert of(asked(8000, rule(brackets=[{"rate": 1}])), unnamed(8000)) is None


def test_turnover_may_cost_more_than_it_brings_in_time() -> None:
    # 93 % are taken when invoiced. Whatever the candidate, its year sees a February, at the end of
    # which either e − 2 × 0.93 e or, a year later, 13 e − 14 × 0.93 e are there: less than nothing
    assert of(asked(8000, rule(brackets=[{"rate": Decimal("0.93")}])), unnamed(8000)) is None


def test_the_reserve_is_saved_up_first() -> None:
    # A reserve of 12 months of 80 €, 960 €. Month 11, December, is the last candidate. Of the
    # twelve invoices of the year, that of 1 December is cashed on the 31st: 12 e − 80 ≥ 960 from
    # month 11 on gives 86.67. Then months 12 and 13 (February, nothing cashed) lack it: 13 e ≥
    # 960 + 240 gives 92.3. December to February are its lowest; later months add e − 80 each
    assert told(of(asked(8000), unnamed(8000), reserve="12")) == (93, 11)
    # With candidates up to month 2 alone: month 2 has 3 e of the first quarter's invoices (those of
    # January, February and March are cashed on 31 January, 3 and 31 March), and April has no more:
    # 3 e ≥ 960 + 160 gives 373.3; and month 0: e ≥ 960 + 80 + 80 in February: more
    assert told(of(asked(8000), unnamed(8000), reserve="12", months=range(3))) == (374, 2)


def test_turnover_begins_with_a_month() -> None:
    # from month 5, June, on: nothing in June, two in July and so on
    found = of(asked(8000), unnamed(8000), months=range(5, 17), start=5)
    assert found is not None
    assert found.euros == 80
    assert found.flows.invoiced[4:7] == [0, 8000, 8000]
    assert found.flows.cashed[4:8] == [0, 0, 16000, 8000]


def test_nobody_is_asked_for_before_a_cesa() -> None:
    (lulu,) = people(dossier("[salary]\nnet_target = 80\n" + person("Lulu", "cesa 2023-06-30")))
    found = of(ledger(flows([0]), lulu), lulu)
    # June, month 5: the five invoices before make 400 € of savings (that of 1 May is cashed on the
    # 31st), so the year from June on must be earned: 80 €
    assert told(found) == (80, 5)
    assert of(ledger(flows([0]), lulu), lulu, months=range(5)) is None


def test_there_is_a_bound() -> None:
    most = MOST_TURNOVER * 100
    assert told(of(asked(most), unnamed(most))) == (MOST_TURNOVER, 1)
    assert of(asked(most + 1), unnamed(most + 1)) is None


@pytest.mark.parametrize("rate", ["0.11", "0.3", "0.5"])
@pytest.mark.parametrize("reserve", ["0", "1", "4.5"])
def test_one_euro_less_does_not_do(rate: str, reserve: str) -> None:
    terms = rule(brackets=[{"rate": Decimal(rate)}])
    activity = asked(12345, terms, flows([2000, 1000, 0], cashed=[0, 0, 1500]))
    found = of(activity, unnamed(12345), reserve=reserve)
    assert found is not None
    level, wanted = team(unnamed(12345)).target, demand(reserve)
    for euros, month in ((found.euros, found.month), (found.euros - 1, None)):
        more = with_more_turnover(activity.flows, dossier(""), WINDOW, euros * 100, 0)
        richer = Ledger(activity.conditions, more)
        assert first_lasting(richer, level, wanted, range(12)) == month


@pytest.mark.parametrize(
    ("terms", "given", "reserve", "months", "tried"),
    [
        # 1 000 € a month show what each brings; then the answer itself, and one euro less
        (NO_RULE, flows([0]), "0", range(12), [1000, 80, 79]),
        (NO_RULE, flows([3000]), "0", range(12), [1000, 50, 49]),
        (rule(brackets=[{"rate": Decimal("0.12")}]), flows([0]), "0", range(12), [1000, 91, 90]),
        (NO_RULE, flows([0]), "12", range(12), [1000, 93, 92]),
        (NO_RULE, flows([0]), "12", range(3), [1000, 374, 373]),
    ],
)
def test_the_first_guess_is_the_answer_where_each_euro_brings_the_same(
    terms: ContributionRule, given: Flows, reserve: str, months: range, tried: list[int]
) -> None:
    activity, asked_for = asked(8000, terms, given), list[int]()

    def with_more(euros: int) -> Flows:
        asked_for.append(euros)
        return with_more_turnover(activity.flows, dossier(""), WINDOW, euros * 100, 0)

    level = team(unnamed(8000)).target
    found = missing_turnover(activity, level, demand(reserve), months, with_more)
    assert found is not None
    assert (found.euros, asked_for) == (tried[1], tried)
