"""What a cooperative takes, month by month: a contribution rule applied to an activity.

The amount of a month is what the rule gives on the base of the period so far, less what was
already taken, and never negative:

- The scale counts over its period (the month, the civil year, or everything since entry). A
  negative base inside a period is made good first by the base that follows; it never leads to a
  refund. When the terms change inside a period, what came before stays at the old terms, and only
  new base is counted at the new ones, from the height of the base already reached.
- The rebate of the year comes off what the scale gives, from the first euro, never below 0.
- A floor per month holds month by month when the period is the month. Otherwise the total of the
  year is never below the sum of the monthly floors run. A floor per year adds one twelfth for each
  month under contract, per person, rounded on the running total; the greater of the two counts
  where a person has both. What a floor takes is an advance: later scale amounts of the same year
  come off it. The months of an exemption count no base, but floors run in them.
- The cap of the month bounds the total of the year, also where the floors of several persons would
  exceed it. A cap that falls below what was already taken gives nothing back.
- Fees come on top, outside floor and cap: monthly ones for each person in each month under
  contract, yearly ones in the first such month of the civil year in which the person owes them.
- Work for other members of the cooperative, where the rule has a rate for it, is no part of the
  base: it bears that rate alone, month by month, outside floor and cap.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cae_cli.money import divide
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.rules.contribution_rule import ContributionRule, depends_on_pay
from cae_cli.rules.contribution_terms import ActivityTerms, MonthTerms, People, PersonFacts, Terms

__all__ = [
    "Account",
    "Contribution",
    "MonthContribution",
    "MonthFacts",
    "Opening",
    "People",
    "PersonFacts",
    "contributions",
    "depends_on_pay",
    "prepare",
]


class MonthFacts(NamedTuple):
    """What happened in a month: cents excluding VAT, and the persons under contract."""

    month: Month
    invoiced: int
    cashed: int
    direct_expenses: int
    people: People
    internal_invoiced: int = 0  # the part of the turnover with other members of the cooperative
    internal_cashed: int = 0


class Opening(NamedTuple):
    """What the cooperative already counted before the first month; cents."""

    base_this_year: int = 0
    contribution_this_year: int | None = 0  # without fixed fees; None: what the rule gives
    base_since_entry: int = 0  # 0 is read as no more than the base of this year
    #: Who was under contract in each month of the civil year before the first one, where known: the
    #: floors of these months have run, and their yearly fees are paid.
    earlier_this_year: Sequence[People] = ()


NOTHING_BEFORE = Opening()


class MonthContribution(NamedTuple):
    """What the cooperative takes in a month, and why: `total` is the sum of the parts; cents."""

    total: int  # never negative
    scale: int  # what the scale gives, less the rebate; never negative
    floor: int  # above 0: added to reach the floor; below: earlier additions make up for the scale
    cap: int  # below 0: what the cap spares
    settled: int  # between what was really taken before and what the rule would have taken
    fees: int
    internal: int = 0  # on the work for other members of the cooperative


class Account(NamedTuple):
    """Where the count stands after a month; cents."""

    year: int = -1  # the civil year the yearly figures are of
    base_year: int = 0
    base_entry: int = 0
    behind: int = 0  # how far the scale on the period's base is below the most it ever gave
    scale: int = 0  # of the year, before the rebate
    net: int = 0  # of the year, after the rebate
    months: int = 0  # of the year, with the monthly floors of rules that count by the month
    twelfths: int = 0  # floor run this year, in twelfths of a cent
    floored: int = 0  # what net and floors give for the year
    capped: int = 0  # the same under the cap
    taken: int = 0  # of the year, without fees
    charged: frozenset[int] = frozenset()  # who paid a yearly fee this year


class Contribution:
    """A rule ready to be applied; immutable, apart from what it remembers to be quick."""

    def __init__(self, rule: ContributionRule) -> None:
        self._terms = Terms(rule)

    def terms(self, people: People) -> MonthTerms:
        """Return the terms of a month, given the persons under contract in it."""
        return self._terms.of(people)

    def open(self, opening: Opening, first: MonthFacts) -> Account:
        """Return the account at the opening of a first month.

        What was taken before is compared with what the terms of that month give on the base
        counted before: the difference falls due, or is made good, from the first month on. Where
        months count one by one, what was taken stands. Floors of earlier months count up to
        what was taken: one that was not asked for then is not asked for now.

        Where what was taken is not told, the rule took what it gives, floors included, and no
        difference is left; where months count one by one, only their floors are known.
        """
        terms = self._terms.of(first.people).activity
        base_year = opening.base_this_year
        earlier = [self._terms.of(people) for people in opening.earlier_this_year]
        run = sum(month.floor_twelfths for month in earlier)
        told = opening.contribution_this_year
        taken = divide(run, MONTHS_IN_YEAR) if told is None else told
        base_entry = opening.base_since_entry or base_year
        if terms.period == "month":
            scale = taken + terms.rebate_per_year if taken else 0
        elif terms.period == "year":
            scale = terms.scale.of(base_year)
        else:
            scale = max(0, terms.scale.of(base_entry) - terms.scale.of(base_entry - base_year))
        twelfths = run if told is None else min(run, taken * MONTHS_IN_YEAR)
        net = max(0, scale - terms.rebate_per_year)
        floored = max(net, divide(twelfths, MONTHS_IN_YEAR))
        capped = _at_most(terms.cap_per_year, floored)
        return Account(
            year=first.month // MONTHS_IN_YEAR,
            base_year=base_year,
            base_entry=base_entry,
            scale=scale,
            net=net,
            months=net,
            twelfths=twelfths,
            floored=floored,
            capped=capped,
            taken=capped if told is None else taken,
            charged=frozenset(who for month in earlier for who, _ in month.fixed_per_year),
        )

    def month(self, account: Account, facts: MonthFacts) -> tuple[MonthContribution, Account]:
        """Return what a month gives, and the account after it; months follow one another."""
        terms, floor, floor_twelfths, fees, yearly = self._terms.of(facts.people)
        year = facts.month // MONTHS_IN_YEAR
        if year != account.year:
            behind = account.behind if terms.period == "entry" else 0
            account = Account(year, base_entry=account.base_entry, behind=behind)
        was = account
        base = 0 if terms.exempt else _base(terms, facts)
        internal = 0 if terms.exempt else _internal(terms, facts)
        given, behind = _given(terms, was, base)
        scale = was.scale + given
        net = _at_least(was.net, scale - terms.rebate_per_year)
        by_scale = net - was.net
        by_month = _at_least(floor, by_scale) if terms.period == "month" else by_scale
        months = was.months + by_month
        twelfths = was.twelfths + floor_twelfths
        floored = _at_least(divide(twelfths, MONTHS_IN_YEAR), months) if twelfths else months
        capped = _at_most(terms.cap_per_year, floored)
        amount = _at_least(0, capped - was.taken)
        charged = was.charged
        if yearly:
            owed = [(who, fee) for who, fee in yearly if who not in charged]
            fees += sum(fee for _, fee in owed)
            charged = charged.union(who for who, _ in owed)
        by_floor = floored - was.floored - by_scale
        by_cap = capped - floored - was.capped + was.floored
        settled = amount - by_scale - by_floor - by_cap
        base_year, base_entry, taken = (
            was.base_year + base,
            was.base_entry + base,
            was.taken + amount,
        )
        return (
            MonthContribution(
                amount + fees + internal, by_scale, by_floor, by_cap, settled, fees, internal
            ),
            Account(
                year,
                base_year,
                base_entry,
                behind,
                scale,
                net,
                months,
                twelfths,
                floored,
                capped,
                taken,
                charged,
            ),
        )


def _base(terms: ActivityTerms, facts: MonthFacts) -> int:
    turnover = facts.cashed if terms.cashed else facts.invoiced
    if terms.internal_rate is not None:
        turnover -= facts.internal_cashed if terms.cashed else facts.internal_invoiced
    return turnover - facts.direct_expenses if terms.margin else turnover


def _internal(terms: ActivityTerms, facts: MonthFacts) -> int:
    """Return what is taken of a month's work for other members, not below 0."""
    if terms.internal_rate is None:
        return 0
    numerator, denominator = terms.internal_rate
    turnover = facts.internal_cashed if terms.cashed else facts.internal_invoiced
    return _at_least(0, divide(turnover * numerator, denominator))


def _given(terms: ActivityTerms, account: Account, base: int) -> tuple[int, int]:
    """Return what the scale gives for a month's base (not below 0), and how far it is behind."""
    if terms.period == "month":
        return terms.scale.of(base), 0
    before = account.base_year if terms.period == "year" else account.base_entry
    ahead = terms.scale.of(before + base) - terms.scale.of(before) - account.behind
    return (ahead, 0) if ahead >= 0 else (0, -ahead)


def _at_least(floor: int, amount: int) -> int:
    return amount if amount > floor else floor  # noqa: FURB136 - twice as quick as max


def _at_most(cap: int | None, amount: int) -> int:
    return amount if cap is None or amount < cap else cap


@lru_cache(maxsize=64)
def prepare(rule: ContributionRule) -> Contribution:
    """Return a rule ready to be applied, the same for the same rule."""
    return Contribution(rule)


def contributions(
    rule: ContributionRule, months: Sequence[MonthFacts], opening: Opening = NOTHING_BEFORE
) -> list[MonthContribution]:
    """Return what the cooperative takes in each of some months in a row.

    Args:
        rule: the cooperative's rule (a preset resolved with the dossier's own keys).
        months: the facts, in order, without a gap.
        opening: what was counted before the first of them.
    """
    if not months:
        return []
    ready = prepare(rule)
    account = ready.open(opening, months[0])
    found = []
    for facts in months:
        taken, account = ready.month(account, facts)
        found.append(taken)
    return found
