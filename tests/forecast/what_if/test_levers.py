"""Levers on dossiers small enough to count by hand.

A net of 900 € costs 1,168.16 a month from August to December 2023, 1,169.75 from January 2024 on
and 1,170.32 from July 2024 on (AGS): a payslip each, checked elsewhere.
"""

import datetime as dt
from decimal import Decimal

from cae_cli.forecast.answer import project
from cae_cli.forecast.what_if.lever import Effect
from cae_cli.forecast.what_if.levers import Levers, levers
from cae_cli.forecast.what_if.shorts import aim_of, earlier, short
from cae_cli.months import Month
from cae_cli.rules.payroll.law import shipped_law
from tests.forecast.what_if.told import dossier

TODAY = dt.date(2023, 8, 15)
C23, C24, JULY_24 = 116816, 116975, 117032
SEPTEMBER = Month.parse("2023-09")

#: 1,200 a month from September on, paid two months later: nothing before 1 November.
TWO = """
[treasury]
month = "2023-08"
[salary]
net_target = 900
reserve_months = 0
[[clients]]
name = "A"
payment = "2 months"
prestations = [{ label = "a", amount = 600, start = 2023-09-01 }]
[[clients]]
name = "B"
payment = "2 months"
prestations = [{ label = "b", amount = 600, start = 2023-09-01 }]
"""


def found(text: str, month: Month | None = None, today: dt.date = TODAY) -> Levers:
    law = shipped_law()
    return levers(project(dossier(text), today, law), law, "signed", month)


def one(several: Levers, kind: str, name: str = "", label: str = "") -> Effect:
    [effect] = [
        effect
        for effect in several.effects
        for lever in effect.levers
        if (lever.kind, lever.name, lever.label) == (kind, name, label)
    ]
    return effect


def test_one_sum_for_each_month_that_is_not_possible() -> None:
    answer = project(dossier(TWO), TODAY, shipped_law())
    # From November on, 1,200 a month against 1,168.16 to 1,170.32: it lasts.
    assert answer.views["signed"].lasting_start == Month.parse("2023-11")
    august, september, october = earlier(answer, "signed")
    # Nothing comes in before November: what is paid up to the end of October is missing then.
    assert [one.short for one in (august, september, october)] == [3 * C23, 2 * C23, C23]
    assert {str(one.binding) for one in (august, september, october)} == {"2023-10"}
    # Ten invoices are paid in the twelve months from September.
    assert september.lack == 4 * C23 + 6 * C24 + 2 * JULY_24 - 10 * 120_000
    assert aim_of(answer, "signed") == october


def test_the_best_pair_where_no_single_one_is_enough() -> None:
    several = found(TWO, SEPTEMBER)
    assert not any(effect.does for effect in several.effects)
    # A pays at once in September and in October what came in November and in December; from
    # October the pay would hold, but 12 × 600 + 11 × 600 do not cover the twelve months.
    for name in "AB":
        alone = one(several, "terms", name)
        assert (alone.brings, alone.does, alone.gained) == (2 * 60_000, False, 0)
    # One more client like the others: eleven invoices in the twelve months from August, 550 a
    # month; those of September and October are paid on 1 and 31 October
    assert one(several, "client").brings == 2 * 55_000
    pair = several.pair
    assert pair is not None
    assert [(lever.kind, lever.name) for lever in pair.levers] == [("terms", "A"), ("terms", "B")]
    # 2,400 − 2 × 1,168.16 are left at the end of October; 1,200 − 1,168.16 a month before
    assert (pair.brings, pair.does, pair.gained) == (4 * 60_000, True, 2)
    assert pair.then is not None
    assert (pair.then.short, str(pair.then.binding)) == (C23 - 120_000, "2023-09")
    assert pair.year == 2 * 120_000


def test_a_lever_that_hurts_keeps_its_sign() -> None:
    text = (
        TWO
        + """
    [cooperative.contribution]
    brackets = [{ rate = 0.02 }]
    """
    )
    several = found(text, SEPTEMBER)
    # By the end of October: two invoices of 600 and of 600, of which 2 % are taken, unpaid
    assert several.short is not None
    assert (several.short.short, str(several.short.binding)) == (2 * C23 + 4 * 1_200, "2023-10")
    # October's invoice in September, November's in October: 2 % of one more, paid in November
    assert one(several, "earlier", "A").brings == -1_200
    # Counted on what is paid, nothing is taken before November; one point less takes half
    assert one(several, "cashed").brings == 4 * 1_200
    assert one(several, "rate").brings == 4 * 600


def test_the_largest_comes_first() -> None:
    brings = [effect.brings for effect in found(TWO, SEPTEMBER).effects]
    assert brings == sorted(brings, reverse=True)


STEADY = """
[treasury]
balance = 1100
month = "2023-08"
[salary]
net_target = 900
reserve_months = 0
[[clients]]
name = "A"
payment = "on invoice"
prestations = [{ label = "a", amount = 1160, start = 2023-08-01 }]
"""


def test_a_price_a_target_an_expense_are_found_to_the_last_unit() -> None:
    several = found(STEADY, Month.parse("2023-09"))
    # In a year 4 × 1,168.16 + 6 × 1,169.75 + 2 × 1,170.32 = 14,031.78 for 12 × 1,160 = 13,920
    assert several.short is not None
    assert (several.short.lack, several.short.lasts) == (11_178, False)
    prices = one(several, "prices")
    # 0.8 % of 1,160 is 9.28 a month, 111.36 a year; 0.9 % is 10.44, 125.28
    assert prices.levers[0].rate == Decimal("0.009")
    assert prices.year == 12_528
    # One euro more and it no longer lasts
    target = one(several, "target")
    law = shipped_law()
    for cents, lasts in ((target.levers[0].cents, True), (target.levers[0].cents + 100, False)):
        lowered = STEADY.replace("net_target = 900", f"net_target = {cents / 100}")
        answer = project(dossier(lowered), TODAY, law)
        then = short(answer, "signed", Month.parse("2023-09"))
        assert then is not None
        assert then.lasts is lasts


def test_one_more_client_like_the_median_one() -> None:
    text = (
        STEADY.replace("1160,", "1000,")
        + """
    [[clients]]
    name = "B"
    prestations = [{ label = "b", amount = 60, start = 2023-08-01, every = "quarter" }]
    [[clients]]
    name = "C"
    prestations = [{ label = "c", amount = 50, start = 2023-08-01, count = 6 }]
    [[clients]]
    name = "D"
    prestations = [{ label = "d", amount = 5000, start = 2023-08-01, probability = 0.5 }]
    """
    )
    # A: 12,000 a year; B: 240; C: 300; D is not signed. The one in the middle: 300 / 12 = 25
    assert one(found(text, Month.parse("2023-08")), "client").levers[0].cents == 2_500


def test_a_quote_is_signed_as_a_whole() -> None:
    text = (
        STEADY
        + """
    [[clients]]
    name = "D"
    payment = "on invoice"
    prestations = [
      { label = "x", amount = 3, start = 2023-09-01, probability = 0.5, quote = "Q1" },
      { label = "y", amount = 7, start = 2023-09-01, probability = 0.9, quote = "Q1" },
      { label = "z", amount = 20, start = 2023-09-01, probability = 0.9 },
    ]
    """
    )
    several = found(text, Month.parse("2023-09"))
    assert one(several, "signed", "D", "Q1").year == 12 * 1_000
    assert one(several, "signed", "D", "z").year == 12 * 2_000


def test_a_smaller_reserve_is_risk_and_no_more() -> None:
    text = STEADY.replace("reserve_months = 0", "reserve_months = 0.5").replace("1160,", "1200,")
    several = found(text.replace("balance = 1100", "balance = 200"), Month.parse("2023-08"))
    # August: 200 + 1,200 − 1,168.16 leaves 231.84, and 584.08 must be left; then it grows
    assert several.short is not None
    assert (several.short.short, str(several.short.binding)) == (58_408 - 23_184, "2023-08")
    risk = one(several, "reserve")
    # 0.2 × 1,168.16 = 233.63 is too much, 0.1 × 1,168.16 = 116.82 is left
    assert (risk.levers[0].who, risk.levers[0].rate) == ("risk", Decimal("0.1"))
    assert (risk.does, risk.keeps_the_pay, risk.brings) == (True, False, 58_408 - 11_682)


def test_an_investment_waits_until_the_month_can_bear_it() -> None:
    text = (
        STEADY.replace("1160,", "1270,")
        + """
    [[investments]]
    label = "Four"
    amount = 1150
    date = 2023-09-10
    """
    )
    several = found(text, Month.parse("2023-08"))
    # August 1,100 + 101.84; September 203.68 + 1,100 − 1,150 = 153.68: nothing is missing
    assert several.short is not None
    assert several.short.lasts
    poor = found(text.replace("balance = 1100", "balance = 800"), Month.parse("2023-08"))
    # 800 + 203.68 − 1,150 = −146.32 at the end of September; October + 101.84, November + 101.84
    assert poor.short is not None
    assert (poor.short.short, str(poor.short.binding)) == (14_632, "2023-09")
    waits = one(poor, "postponed", label="Four")
    # At the end of October 800 + 305.52 = 1,105.52 < 1,150; of November 1,207.36
    assert (waits.levers[0].number, waits.does, waits.brings) == (2, True, 115_000)


def test_by_how_much_prices_may_fall() -> None:
    text = STEADY.replace("1160,", "1200,")
    several = found(text, Month.parse("2023-08"))
    assert several.short is not None
    assert several.short.lasts
    assert not several.effects
    # August to July cost 5 × 1,168.16 + 6 × 1,169.75 + 1,170.32 = 14,029.62 of 14,400: 370.38 are
    # to spare. From September on, 2.8 % of eleven invoices is 369.60, 2.9 % would be 382.80.
    assert several.prices_may_fall == Decimal("0.028")


def test_without_a_target_nothing_is_aimed_at() -> None:
    several = found(TWO.replace("net_target = 900", ""))
    assert (several.short, several.pair) == (None, None)
    assert not several.effects
