"""What a rule takes month by month; every expected amount is computed in the test."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from cae_cli.months import Month
from cae_cli.rules.contribution import (
    MonthContribution,
    MonthFacts,
    Opening,
    PersonFacts,
    contributions,
    prepare,
)
from cae_cli.rules.contribution_rule import ContributionRule, Phase

JANUARY = Month.parse("2026-01")
FLAT = [{"rate": Decimal("0.10")}]
STEPS = [{"up_to": 1000, "rate": Decimal("0.10")}, {"rate": Decimal("0.05")}]


def rule(**terms: Any) -> ContributionRule:
    return ContributionRule.model_validate(terms)


def someone(
    phase: Phase = "cape", since_entry: int = 0, *, unpaid: bool = True, who: int = 0
) -> PersonFacts:
    return PersonFacts(phase, since_entry, unpaid, who)


def months(
    *euros: int, people: Sequence[PersonFacts] | None = None, first: Month = JANUARY
) -> list[MonthFacts]:
    """Return months that invoice whole euros; one person, in CAPE since the first, unless told."""
    return [
        MonthFacts(
            first + i,
            invoiced=amount * 100,
            cashed=0,
            direct_expenses=0,
            people=(someone(since_entry=i),) if people is None else tuple(people),
        )
        for i, amount in enumerate(euros)
    ]


def totals(
    terms: ContributionRule, facts: Sequence[MonthFacts], opening: Opening | None = None
) -> list[float]:
    """Return the totals in euros."""
    return [month.total / 100 for month in contributions(terms, facts, opening or Opening())]


def test_no_rule_takes_nothing() -> None:
    assert totals(rule(), months(1000, 2000)) == [0, 0]
    assert contributions(rule(), []) == []


def test_the_base_is_what_the_rule_says() -> None:
    facts = [MonthFacts(JANUARY, 1000_00, 600_00, 150_00, (someone(),))]
    bases = [("turnover", "invoiced", 100), ("turnover", "cashed", 60)]
    bases += [("margin", "invoiced", 85), ("margin", "cashed", 45)]
    for base, counted, taken in bases:
        assert totals(rule(base=base, counted=counted, brackets=FLAT), facts) == [taken]


class TestScales:
    def test_marginal_over_the_year_starts_again_in_january(self) -> None:
        facts = months(600, 600, 600, first=JANUARY + -2)  # November, December, January
        # 60; 400 × 10 % + 200 × 5 % = 50; a new year: 60.
        assert totals(rule(brackets=STEPS), facts) == [60, 50, 60]

    def test_marginal_over_the_month(self) -> None:
        # 1,200: 100 + 200 × 5 % = 110, in each month.
        assert totals(rule(brackets=STEPS, period="month"), months(1200, 1200)) == [110, 110]

    def test_marginal_since_entry_never_starts_again(self) -> None:
        facts = months(600, 600, 600, first=JANUARY + -2)
        assert totals(rule(brackets=STEPS, period="entry"), facts) == [60, 50, 30]

    def test_a_bound_is_inclusive_on_the_whole_base(self) -> None:
        terms = rule(brackets=STEPS, period="month", mode="whole")
        # 1,000 × 10 % = 100; 1,001 × 5 % = 50.05.
        assert totals(terms, months(1000, 1001)) == [100, 50.05]

    def test_from_an_amount_on_is_a_bound_one_cent_below(self) -> None:
        brackets = [{"up_to": Decimal("34999.99"), "rate": Decimal("0.10")}]
        terms = rule(brackets=[*brackets, {"rate": Decimal("0.08")}], period="month", mode="whole")
        assert totals(terms, months(35000)) == [2800]

    def test_the_whole_year_at_a_lower_rate_gives_nothing_back(self) -> None:
        # 900 → 90; 1,100 × 5 % = 55 < 90: nothing; 2,000 × 5 % = 100: 10.
        assert totals(rule(brackets=STEPS, mode="whole"), months(900, 200, 900)) == [90, 0, 10]

    def test_the_last_rate_has_no_bound(self) -> None:
        bounded = [{"up_to": 1000, "rate": Decimal("0.10")}]
        assert totals(rule(brackets=bounded), months(1500)) == [150]

    def test_rounding_is_on_the_running_total(self) -> None:
        # 0.10 % of 5.00 is half a cent: 0.5 → 1, 1.0 → 1, 1.5 → 2.
        thin = [{"rate": Decimal("0.001")}]
        assert totals(rule(brackets=thin), months(5, 5, 5)) == [0.01, 0, 0.01]


class TestNegativeMonths:
    def test_are_made_up_inside_the_period_and_never_given_back(self) -> None:
        facts = months(1000, -400, 300, 500)
        # So far 1,000, 600, 900, 1,400: 100 taken, then 140.
        assert totals(rule(brackets=FLAT), facts) == [100, 0, 0, 40]

    def test_at_the_start_of_the_period_too(self) -> None:
        assert totals(rule(brackets=FLAT), months(-400, 1000)) == [0, 60]

    def test_are_forgotten_by_a_rule_of_the_month(self) -> None:
        assert totals(rule(brackets=FLAT, period="month"), months(-400, 1000)) == [0, 100]

    def test_are_forgotten_in_january_by_a_rule_of_the_year(self) -> None:
        facts = months(1000, -400, 1000, first=JANUARY + -2)
        assert totals(rule(brackets=FLAT), facts) == [100, 0, 100]

    def test_follow_a_rule_since_entry_into_the_next_year(self) -> None:
        facts = months(1000, -400, 1000, first=JANUARY + -2)
        assert totals(rule(brackets=FLAT, period="entry"), facts) == [100, 0, 60]


class TestFloors:
    def test_of_the_year_accrue_by_twelfths_rounded_on_the_running_total(self) -> None:
        # 100.00 / 12 = 8.333…: 8.33, 16.67, 25.00.
        assert totals(rule(floor_per_year=100), months(0, 0, 0)) == [8.33, 8.34, 8.33]

    def test_of_the_year_are_an_advance_on_the_scale(self) -> None:
        terms = rule(brackets=FLAT, floor_per_year=1200)
        # Floors 100, 200, 300; scale so far 0, 250, 250.
        assert totals(terms, months(0, 2500, 0)) == [100, 150, 50]

    def test_by_the_month_stand_each_for_itself_in_a_rule_of_the_month(self) -> None:
        terms = rule(brackets=FLAT, floor_per_month=40, period="month")
        assert totals(terms, months(0, 1000, 300)) == [40, 100, 40]

    def test_by_the_month_add_up_in_a_rule_of_the_year(self) -> None:
        terms = rule(brackets=FLAT, floor_per_month=40)
        # Floors 40, 80, 120; scale so far 0, 100, 130.
        assert totals(terms, months(0, 1000, 300)) == [40, 60, 30]

    def test_count_per_person_and_by_phase(self) -> None:
        terms = rule(floor_per_year=1200, when=[{"phase": "cesa", "floor_per_year": 2160}])
        two = [someone("cape"), someone("cesa", who=1)]
        assert totals(terms, months(0, people=two)) == [100 + 180]

    def test_stop_without_a_contract(self) -> None:
        facts = [*months(0), *months(0, people=[], first=JANUARY + 1)]
        assert totals(rule(floor_per_month=40), facts) == [40, 0]

    def test_run_in_exempt_months(self) -> None:
        terms = rule(brackets=FLAT, exempt_months=1, floor_per_month=40)
        assert totals(terms, months(1000, 1000)) == [40, 60]

    def test_a_floor_may_rise_after_some_months(self) -> None:
        terms = rule(
            floor_per_month=80, period="month", when=[{"after_months": 2, "floor_per_month": 100}]
        )
        assert totals(terms, months(0, 0, 0)) == [80, 80, 100]


class TestCaps:
    def test_bound_the_total_of_the_year(self) -> None:
        facts = months(1000, 1000, 1000, first=JANUARY + -2)
        assert totals(rule(brackets=FLAT, cap_per_year=150), facts) == [100, 50, 100]

    def test_bound_the_floors_of_several_persons(self) -> None:
        two = [someone(), someone(who=1)]
        terms = rule(floor_per_month=80, cap_per_year=250)
        assert totals(terms, months(0, 0, people=two)) == [160, 90]

    def test_one_that_falls_gives_nothing_back(self) -> None:
        terms = rule(
            brackets=FLAT, cap_per_year=300, when=[{"phase": "associate", "cap_per_year": 250}]
        )
        facts = [*months(2800), *months(1000, people=[someone("associate")], first=JANUARY + 1)]
        assert totals(terms, facts) == [280, 0]

    def test_do_not_bound_fees(self) -> None:
        terms = rule(brackets=FLAT, cap_per_year=50, fixed_per_month=30)
        assert totals(terms, months(1000)) == [80]


class TestFees:
    def test_by_the_month_for_each_person_under_contract(self) -> None:
        two = [someone(), someone(who=1)]
        assert totals(rule(fixed_per_month=30), months(0, people=two)) == [60]
        assert totals(rule(fixed_per_month=30), months(0, people=[])) == [0]

    def test_by_the_year_in_the_first_month_under_contract_of_each_civil_year(self) -> None:
        facts = months(0, 0, 0, first=JANUARY + -2)
        assert totals(rule(fixed_per_year=30), facts) == [30, 0, 30]

    def test_by_the_year_for_a_person_who_comes_later(self) -> None:
        facts = [
            *months(0),
            *months(0, 0, people=[someone(), someone(who=1)], first=JANUARY + 1),
        ]
        assert totals(rule(fixed_per_year=30), facts) == [30, 30, 0]

    def test_by_the_year_start_with_the_phase_that_owes_them(self) -> None:
        terms = rule(when=[{"phase": "cesa", "fixed_per_year": 30}])
        facts = [*months(0), *months(0, 0, people=[someone("cesa")], first=JANUARY + 1)]
        assert totals(terms, facts) == [0, 30, 0]

    def test_until_the_first_salary(self) -> None:
        terms = rule(fixed_per_month=16, when=[{"unpaid": True, "fixed_per_month": 19}])
        paid = months(0, people=[someone("cesa", unpaid=False)], first=JANUARY + 1)
        assert totals(terms, [*months(0), *paid]) == [19, 16]


class TestRebate:
    def test_comes_off_the_scale_of_the_year_from_the_first_euro(self) -> None:
        facts = months(1000, 1000, 1000, 0, 2000, first=JANUARY + -4)
        # 100 − 150: nothing; 200 − 150 = 50; 100; a new year in the fifth month: 200 − 150.
        assert totals(rule(brackets=FLAT, rebate_per_year=150), facts) == [0, 50, 100, 0, 50]

    def test_comes_off_a_scale_of_the_month_too(self) -> None:
        terms = rule(brackets=FLAT, period="month", rebate_per_year=150)
        assert totals(terms, months(1000, 1000, 1000)) == [0, 50, 100]

    def test_one_that_rises_gives_nothing_back(self) -> None:
        terms = rule(brackets=FLAT, when=[{"phase": "cesa", "rebate_per_year": 150}])
        cesa = months(1000, 1000, people=[someone("cesa")], first=JANUARY + 1)
        # 100; 200 − 150 is less than was taken; 300 − 150.
        scale = [month.scale for month in contributions(terms, [*months(1000), *cesa])]
        assert scale == [100_00, 0, 50_00]

    def test_leaves_the_floor(self) -> None:
        terms = rule(brackets=FLAT, rebate_per_year=150, floor_per_month=40)
        assert totals(terms, months(1000, 1000)) == [40, 40]


class TestExemption:
    def test_first_months_are_not_counted_in_the_brackets_either(self) -> None:
        terms = rule(brackets=STEPS, exempt_months=2)
        # 1,000 and 1,000 are not counted; then 1,000 × 10 %, 1,000 × 5 %.
        assert totals(terms, months(1000, 1000, 1000, 1000)) == [0, 0, 100, 50]

    def test_an_activity_is_as_old_as_its_oldest_person(self) -> None:
        old_and_new = [someone(since_entry=0), someone(since_entry=6, who=1)]
        assert totals(rule(brackets=FLAT, exempt_months=6), months(1000, people=old_and_new)) == [
            100
        ]


class TestChanges:
    def test_all_conditions_must_hold(self) -> None:
        terms = rule(
            when=[{"phase": "cesa", "after_months": 12, "unpaid": True, "fixed_per_month": 5}]
        )
        for person, fee in [
            (someone("cesa", 12), 5),
            (someone("cape", 12), 0),
            (someone("cesa", 11), 0),
            (someone("cesa", 12, unpaid=False), 0),
        ]:
            assert totals(terms, months(0, people=[person])) == [fee]

    def test_later_entries_win_key_by_key(self) -> None:
        terms = rule(
            when=[
                {"after_months": 0, "fixed_per_month": 5, "floor_per_month": 40},
                {"phase": "cape", "fixed_per_month": 7},
            ]
        )
        [month] = contributions(terms, months(0))
        assert (month.fees, month.floor) == (700, 4000)

    def test_an_entry_may_set_a_value_back_to_zero(self) -> None:
        terms = rule(fixed_per_month=5, when=[{"phase": "cape", "fixed_per_month": 0}])
        assert totals(terms, months(0)) == [0]

    def test_an_associate_is_under_a_cesa(self) -> None:
        terms = rule(when=[{"phase": "cesa", "floor_per_year": 2160}])
        assert totals(terms, months(0, people=[someone("associate")])) == [180]

    def test_the_most_advanced_phase_sets_the_scale(self) -> None:
        terms = rule(
            brackets=FLAT, when=[{"phase": "cesa", "brackets": [{"rate": Decimal("0.08")}]}]
        )
        two = [someone("cape"), someone("cesa", who=1)]
        assert totals(terms, months(1000, people=two)) == [80]

    def test_the_activity_is_unpaid_while_nobody_is_paid(self) -> None:
        terms = rule(brackets=FLAT, when=[{"unpaid": True, "brackets": []}])
        waiting, paid = someone(who=1), someone("cesa", unpaid=False)
        assert totals(terms, months(1000, people=[waiting])) == [0]
        assert totals(terms, months(1000, people=[waiting, paid])) == [100]

    @pytest.mark.parametrize("period", ["month", "year", "entry"])
    def test_a_new_rate_counts_for_new_base_only(self, period: str) -> None:
        terms = rule(
            brackets=FLAT,
            period=period,
            when=[{"phase": "cesa", "brackets": [{"rate": Decimal("0.12")}]}],
        )
        facts = [*months(1000), *months(1000, people=[someone("cesa")], first=JANUARY + 1)]
        assert totals(terms, facts) == [100, 120]

    def test_a_new_scale_goes_on_from_the_base_already_reached(self) -> None:
        cesa = [{"up_to": 1500, "rate": Decimal("0.20")}, {"rate": Decimal("0.02")}]
        terms = rule(brackets=FLAT, when=[{"phase": "cesa", "brackets": cesa}])
        facts = [*months(1000), *months(1000, people=[someone("cesa")], first=JANUARY + 1)]
        # 500 up to 1,500 at 20 %, 500 above at 2 %: 100 + 10.
        assert totals(terms, facts) == [100, 110]

    def test_nobody_under_contract_bears_the_plain_scale(self) -> None:
        terms = rule(brackets=FLAT, when=[{"phase": "cape", "brackets": []}])
        assert totals(terms, months(1000, people=[])) == [100]


class TestOpening:
    JULY = JANUARY + 6

    def test_the_brackets_go_on_from_what_was_counted(self) -> None:
        opening = Opening(base_this_year=900_00, contribution_this_year=90_00)
        facts = months(200, first=self.JULY)
        assert totals(rule(brackets=STEPS), facts, opening) == [15]  # 100 × 10 % + 100 × 5 %

    def test_since_entry(self) -> None:
        opening = Opening(base_since_entry=950_00)
        terms = rule(brackets=STEPS, period="entry")
        assert totals(terms, months(100, 100), opening) == [7.5, 5]  # 5 + 2.50, then 5

    def test_since_entry_is_this_year_where_no_more_is_told(self) -> None:
        opening = Opening(base_this_year=950_00, contribution_this_year=95_00)
        terms = rule(brackets=STEPS, period="entry")
        assert totals(terms, months(100), opening) == [7.5]  # 5 + 2.50

    def test_the_cap_counts_what_was_taken(self) -> None:
        opening = Opening(base_this_year=5000_00, contribution_this_year=500_00)
        terms = rule(brackets=FLAT, cap_per_year=550)
        assert totals(terms, months(1000, 1000, first=self.JULY), opening) == [50, 0]

    @pytest.mark.parametrize("period", ["month", "year", "entry"])
    def test_the_next_year_starts_afresh(self, period: str) -> None:
        opening = Opening(5000_00, 500_00, 5000_00)
        terms = rule(brackets=FLAT, cap_per_year=550, period=period)
        assert totals(terms, months(1000, 1000, first=JANUARY + 11), opening) == [50, 100]

    def test_what_was_taken_too_much_is_made_good(self) -> None:
        opening = Opening(base_this_year=1000_00, contribution_this_year=130_00)
        [first, second] = contributions(rule(brackets=FLAT), months(200, 200), opening)
        assert first == MonthContribution(0, 2000, 0, 0, -2000, 0)
        assert second == MonthContribution(1000, 2000, 0, 0, -1000, 0)

    def test_floors_of_earlier_months_have_run(self) -> None:
        # Six months of floor, 180 each, were taken; without turnover July adds its own.
        cesa = (someone("cesa"),)
        opening = Opening(contribution_this_year=1080_00, earlier_this_year=[cesa] * 6)
        terms = rule(brackets=FLAT, floor_per_year=2160)
        facts = months(0, 0, people=cesa, first=self.JULY)
        assert totals(terms, facts, opening) == [180, 180]

    def test_a_floor_not_taken_before_is_not_claimed_now(self) -> None:
        opening = Opening(earlier_this_year=[(someone("cesa"),)] * 6)
        facts = months(0, people=[someone("cesa")], first=self.JULY)
        assert totals(rule(floor_per_year=2160), facts, opening) == [180]

    def test_what_another_cooperative_took_is_not_settled(self) -> None:
        # 900 were counted, at 10 %: 90, whatever was really taken. 100 × 10 % + 100 × 5 % follow.
        opening = Opening(base_this_year=900_00, contribution_this_year=None)
        assert totals(rule(brackets=STEPS), months(200, first=self.JULY), opening) == [15]

    def test_nor_are_its_floors_and_its_cap(self) -> None:
        # Floors of 180 ran for six months, 1,080, above the 100 of the scale: July adds its own.
        cesa = (someone("cesa"),)
        opening = Opening(1000_00, None, earlier_this_year=[cesa] * 6)
        facts = months(0, people=cesa, first=self.JULY)
        assert totals(rule(brackets=FLAT, floor_per_year=2160), facts, opening) == [180]
        # 10 % of 5,000 is 500, of which the cap of 450 let 450: it leaves nothing for July.
        opening = Opening(base_this_year=5000_00, contribution_this_year=None)
        facts = months(1000, first=self.JULY)
        assert totals(rule(brackets=FLAT, cap_per_year=450), facts, opening) == [0]

    def test_elsewhere_months_that_count_one_by_one_had_their_floors(self) -> None:
        # Nine floors of 40; October gives 10 % of 1,000, and the cap of 450 leaves 90 of it.
        entered = (someone("cesa"),)
        opening = Opening(9000_00, None, earlier_this_year=[entered] * 9)
        facts = months(1000, people=entered, first=JANUARY + 9)
        terms = rule(brackets=FLAT, period="month", floor_per_month=40, cap_per_year=450)
        assert totals(terms, facts, opening) == [90]

    def test_a_yearly_fee_is_paid_once(self) -> None:
        opening = Opening(earlier_this_year=[(someone(),)])
        two = [someone(), someone(who=1)]
        facts = months(0, people=two, first=self.JULY)
        assert totals(rule(fixed_per_year=30), facts, opening) == [30]


def test_the_parts_explain_the_total() -> None:
    terms = rule(brackets=FLAT, floor_per_month=40, cap_per_year=200, fixed_per_month=5)
    parts = contributions(terms, months(0, 1000, 1500))
    assert parts == [
        MonthContribution(total=45_00, scale=0, floor=40_00, cap=0, settled=0, fees=5_00),
        # 100 of scale; the 40 advanced come off it.
        MonthContribution(total=65_00, scale=100_00, floor=-40_00, cap=0, settled=0, fees=5_00),
        # 250 so far, of which the cap leaves 200.
        MonthContribution(total=105_00, scale=150_00, floor=0, cap=-50_00, settled=0, fees=5_00),
    ]


def test_months_may_be_counted_one_at_a_time_and_tried_again() -> None:
    terms = rule(brackets=STEPS, floor_per_year=240, fixed_per_year=30)
    facts = months(600, 600, 600)
    ready = prepare(terms)
    account = ready.open(Opening(), facts[0])
    first, after_first = ready.month(account, facts[0])
    second, _ = ready.month(after_first, facts[1])
    other, _ = ready.month(after_first, facts[1]._replace(invoiced=0))
    assert [first, second] == contributions(terms, facts[:2])
    assert (second.total, other.total) == (50_00, 0)


class TestWorkForOtherMembers:
    """1 000 € invoiced, 400 of them to a member; 600 cashed, 100 of them from the member."""

    FACTS = MonthFacts(JANUARY, 1000_00, 600_00, 50_00, (someone(),), 400_00, 100_00)

    def part(self, **terms: Any) -> MonthContribution:
        (found,) = contributions(rule(**terms), [self.FACTS])
        assert found.total == sum(found[1:])
        return found

    def test_bears_its_own_rate_alone(self) -> None:
        found = self.part(brackets=FLAT, internal_rate=Decimal("0.05"))
        # 10 % of 600 and 5 % of 400
        assert (found.scale, found.internal, found.total) == (60_00, 20_00, 80_00)

    def test_counts_as_any_other_without_a_rate_for_it(self) -> None:
        found = self.part(brackets=FLAT)
        assert (found.scale, found.internal) == (100_00, 0)

    def test_may_bear_nothing(self) -> None:
        found = self.part(brackets=FLAT, internal_rate=Decimal(0))
        assert (found.scale, found.internal) == (60_00, 0)

    def test_counts_when_the_rest_does(self) -> None:
        found = self.part(brackets=FLAT, internal_rate=Decimal("0.05"), counted="cashed")
        assert (found.scale, found.internal) == (50_00, 5_00)

    def test_bears_no_direct_expense(self) -> None:
        found = self.part(brackets=FLAT, internal_rate=Decimal("0.05"), base="margin")
        assert (found.scale, found.internal) == (55_00, 20_00)

    def test_stays_outside_floor_and_cap(self) -> None:
        capped = self.part(brackets=FLAT, internal_rate=Decimal("0.05"), cap_per_year=1000)
        assert (capped.total, capped.internal) == (80_00, 20_00)
        low = self.part(brackets=FLAT, internal_rate=Decimal("0.05"), cap_per_year=50)
        assert (low.total, low.internal) == (70_00, 20_00)

    def test_is_spared_in_the_first_months_with_the_rest(self) -> None:
        found = self.part(brackets=FLAT, internal_rate=Decimal("0.05"), exempt_months=1)
        assert found.total == 0

    def test_a_credit_note_gives_nothing_back(self) -> None:
        facts = MonthFacts(JANUARY, 0, 0, 0, (someone(),), -400_00, 0)
        terms = rule(brackets=FLAT, internal_rate=Decimal("0.05"))
        assert contributions(terms, [facts])[0].internal == 0

    def test_may_change_with_the_phase(self) -> None:
        change = {"phase": "cape", "internal_rate": Decimal("0.02")}
        found = self.part(brackets=FLAT, internal_rate=Decimal("0.05"), when=[change])
        assert found.internal == 8_00
