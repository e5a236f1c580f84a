"""What holds for any rule and any months."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cae_cli.months import Month
from cae_cli.rules.contribution import MonthContribution, MonthFacts, PersonFacts, contributions
from cae_cli.rules.contribution_rule import Bracket, Change, ContributionRule, Phase

JANUARY = Month.parse("2026-01")

rates = st.integers(0, 3000).map(lambda n: Decimal(n) / 10_000)
amounts = st.integers(0, 10_000_00)
money = st.integers(-3_000_00, 20_000_00)
phases = st.sampled_from(["cape", "cesa", "associate"])


@st.composite
def bracket_lists(draw: st.DrawFn) -> tuple[Bracket, ...]:
    bounds = sorted(draw(st.sets(st.integers(1, 50_000_00), max_size=4)))
    rows = [*bounds, None]
    return tuple(Bracket.model_construct(rate=draw(rates), up_to=bound) for bound in rows)


def terms_of(model: type[ContributionRule] | type[Change]) -> st.SearchStrategy[dict[str, object]]:
    keys = {
        "base": st.sampled_from(["turnover", "margin"]),
        "counted": st.sampled_from(["invoiced", "cashed"]),
        "period": st.sampled_from(["month", "year", "entry"]),
        "mode": st.sampled_from(["marginal", "whole"]),
        "brackets": bracket_lists(),
        "fixed_per_month": amounts,
        "fixed_per_year": amounts,
        "floor_per_month": st.integers(0, 200_00),
        "floor_per_year": st.integers(0, 3_000_00),
        "cap_per_year": st.integers(0, 9_000_00) | st.none(),
        "exempt_months": st.integers(0, 8),
        "rebate_per_year": st.integers(0, 8_000_00),
    }
    if model is Change:
        keys |= {
            "phase": phases,
            "after_months": st.integers(0, 15),
            "unpaid": st.booleans(),
        }
    return st.fixed_dictionaries({}, optional=keys)


changes = terms_of(Change).map(lambda keys: Change.model_construct(**keys))  # type: ignore[arg-type]


@st.composite
def rules(draw: st.DrawFn) -> ContributionRule:
    keys = draw(terms_of(ContributionRule))
    when = tuple(draw(st.lists(changes, max_size=3)))
    return ContributionRule.model_construct(**keys, when=when)  # type: ignore[arg-type]


@st.composite
def histories(draw: st.DrawFn) -> list[MonthFacts]:
    """Return up to thirty months, with nobody, one or two persons under contract in each."""
    first, length = draw(st.integers(0, 11)), draw(st.integers(1, 30))
    joined = draw(st.integers(0, 3))
    turns = sorted(draw(st.tuples(st.integers(0, 30), st.integers(0, 30))))

    def phase(month: int) -> Phase:
        return "cape" if month < turns[0] else "cesa" if month < turns[1] else "associate"

    months = []
    for i in range(length):
        people = [PersonFacts(phase(i), i, i < turns[0], who=0)]
        if i >= joined:
            people.append(PersonFacts("cape", i - joined, unpaid=True, who=1))
        shown = people[: draw(st.integers(0, 2))]
        invoiced, cashed = draw(money), draw(money)
        direct = draw(st.integers(0, 4_000_00))
        months.append(MonthFacts(JANUARY + first + i, invoiced, cashed, direct, tuple(shown)))
    return months


def by_year(
    months: Sequence[MonthFacts], taken: Sequence[MonthContribution]
) -> list[list[tuple[MonthFacts, MonthContribution]]]:
    years = defaultdict(list)
    for facts, month in zip(months, taken, strict=True):
        years[facts.month.year].append((facts, month))
    return list(years.values())


@given(rules(), histories())
def test_never_negative_and_the_parts_are_the_total(
    rule: ContributionRule, months: list[MonthFacts]
) -> None:
    for month in contributions(rule, months):
        assert month.total >= month.fees >= 0
        assert month.scale >= 0
        assert month.total == sum(month[1:])


@given(rules(), histories(), st.integers(0, 9_000_00))
def test_a_year_never_takes_more_than_its_highest_cap(
    rule: ContributionRule, months: list[MonthFacts], cap: int
) -> None:
    capped = [
        change
        for change in rule.when
        if change.cap_per_year is not None or "cap_per_year" not in change.model_fields_set
    ]
    rule = rule.model_copy(update={"cap_per_year": cap, "when": tuple(capped)})
    highest = max([cap, *(change.cap_per_year or 0 for change in capped)])
    for year in by_year(months, contributions(rule, months)):
        assert sum(month.total - month.fees for _, month in year) <= highest


@given(rules(), histories())
def test_a_year_never_takes_less_than_its_accrued_floor_under_the_cap(
    rule: ContributionRule, months: list[MonthFacts]
) -> None:
    rule = rule.model_copy(update={"when": ()})
    for year in by_year(months, contributions(rule, months)):
        floor, so_far = Fraction(0), 0
        for facts, month in year:
            a_month = max(Fraction(rule.floor_per_month), Fraction(rule.floor_per_year, 12))
            floor += a_month * len(facts.people)
            so_far += month.total - month.fees
            accrued = int(floor + Fraction(1, 2))  # positive: half up is half away from zero
            cap = rule.cap_per_year
            assert so_far >= (accrued if cap is None else min(accrued, cap))


def scale_by_hand(brackets: Sequence[Bracket], base: int) -> int:
    """Return a marginal scale, slice by slice in fractions of a cent."""
    due, start = Fraction(0), 0
    for bracket in brackets:
        top = base if bracket.up_to is None else min(base, bracket.up_to)
        due += max(0, top - start) * Fraction(bracket.rate)
        start = max(start, top)
    return int(due + Fraction(1, 2))


@given(bracket_lists(), st.lists(amounts, min_size=12, max_size=12), st.randoms())
def test_on_a_marginal_yearly_scale_splitting_the_year_differently_changes_nothing(
    brackets: tuple[Bracket, ...], split: list[int], other: object
) -> None:
    rule = ContributionRule.model_construct(brackets=brackets)
    shuffled = [*split]
    other.shuffle(shuffled)  # type: ignore[attr-defined]
    at_once = [0] * 11 + [sum(split)]
    expected = scale_by_hand(brackets, sum(split))
    for way in (split, shuffled, at_once):
        months = [MonthFacts(JANUARY + i, base, 0, 0, ()) for i, base in enumerate(way)]
        assert sum(month.total for month in contributions(rule, months)) == expected


@given(rules(), histories(), st.integers(0, 30))
def test_the_past_does_not_depend_on_the_future(
    rule: ContributionRule, months: list[MonthFacts], cut: int
) -> None:
    assert contributions(rule, months)[:cut] == contributions(rule, months[:cut])
