"""The terms of a contribution rule in force in a month, made ready for counting.

A condition `phase = "cesa"` holds for an associate too, who works under a CESA like before: what
changes once associate is a later entry, `phase = "associate"`. The terms that count per activity
(base, scale, cap, exemption, rebate) follow the most advanced phase among the persons under
contract and the one who entered first, and the activity is unpaid while nobody is paid; floors and
fees follow each person.
"""

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from cae_cli.money import divide
from cae_cli.months import MONTHS_IN_YEAR
from cae_cli.rules.contribution_rule import (
    CONDITIONS,
    Bracket,
    Change,
    ContributionRule,
    Period,
    Phase,
)

_RANK: Mapping[Phase, int] = {"cape": 0, "cesa": 1, "associate": 2}


class PersonFacts(NamedTuple):
    """A person under contract on at least one day of a month."""

    phase: Phase  # in force on the last day
    since_entry: int  # months; 0 in the month of entry
    unpaid: bool  # no salary that month
    who: int  # the same number for the same person in every month


People = tuple[PersonFacts, ...]


class Scale(NamedTuple):
    """A scale of brackets: rates as whole numbers over one denominator."""

    steps: Sequence[tuple[float, int, int, int]]  # upper bound, from, reached there, rate
    denominator: int

    def of(self, base: int) -> int:
        """Return what the scale gives on a base, in cents, rounded once; 0 on a negative base."""
        if base > 0:
            for bound, start, reached, rate in self.steps:
                if base <= bound:
                    return divide(reached + (base - start) * rate, self.denominator)
        return 0


def scale(brackets: Sequence[Bracket], mode: Literal["marginal", "whole"]) -> Scale:
    """Return a scale ready to compute; the last rate has no bound, even where one is written.

    "marginal": each slice at its own rate. "whole": the rate that is reached, on all of the base.
    """
    rates = [Fraction(bracket.rate) for bracket in brackets]
    denominator = math.lcm(*(rate.denominator for rate in rates))
    steps, start, reached = [], 0, 0
    for position, (bracket, exact) in enumerate(zip(brackets, rates, strict=True), 1):
        rate = int(exact * denominator)
        bounded = bracket.up_to is not None and position < len(brackets)
        bound = bracket.up_to if bounded and bracket.up_to is not None else math.inf
        steps.append((bound, start, reached, rate))
        if mode == "marginal" and bracket.up_to is not None:
            reached += (bracket.up_to - start) * rate
            start = bracket.up_to
    return Scale(tuple(steps), denominator)


class ActivityTerms(NamedTuple):
    """What counts per activity."""

    margin: bool  # else turnover
    cashed: bool  # else invoiced
    period: Period
    scale: Scale
    cap_per_year: int | None
    exempt: bool
    rebate_per_year: int
    internal_rate: tuple[int, int] | None  # numerator, denominator; None: as any other turnover


class MonthTerms(NamedTuple):
    """Everything in force in a month, for the persons under contract in it; cents."""

    activity: ActivityTerms
    floor: int  # of the month, all persons
    floor_twelfths: int  # what the month adds to the floor of the year, in twelfths of a cent
    fixed: int
    fixed_per_year: Sequence[tuple[int, int]]  # who, how much


class Terms:
    """The terms of one rule. Few differ over a projection, so each is computed once."""

    def __init__(self, rule: ContributionRule) -> None:
        self._rule = rule
        self._turns = sorted(_turns(rule))
        self._of_people: dict[People, MonthTerms] = {}
        self._of_stages: dict[object, MonthTerms] = {}

    def of(self, people: People) -> MonthTerms:
        """Return the terms of a month, given the persons under contract in it."""
        terms = self._of_people.get(people)
        if terms is None:
            terms = self._of_people[people] = self._of_stage(people)
        return terms

    def _of_stage(self, people: People) -> MonthTerms:
        """Return the same terms for months between which no threshold of time is passed."""
        stages = tuple([(p[0], bisect_right(self._turns, p[1]), p[2], p[3]) for p in people])
        terms = self._of_stages.get(stages)
        if terms is None:
            terms = self._of_stages[stages] = self._of(people)
        return terms

    def _of(self, people: People) -> MonthTerms:
        floor = twelfths = fixed = 0
        fees = []
        for person in people:
            terms = _over(self._rule, self._changes(person.phase, *person[1:3]))
            floor += terms["floor_per_month"]
            twelfths += max(terms["floor_per_month"] * MONTHS_IN_YEAR, terms["floor_per_year"])
            fixed += terms["fixed_per_month"]
            if terms["fixed_per_year"]:
                fees.append((person.who, terms["fixed_per_year"]))
        return MonthTerms(self._activity(people), floor, twelfths, fixed, tuple(fees))

    def _activity(self, people: People) -> ActivityTerms:
        phase = max((person.phase for person in people), key=_RANK.__getitem__, default=None)
        since_entry = max((person.since_entry for person in people), default=None)
        changes = self._changes(phase, since_entry, all(person.unpaid for person in people))
        terms = _over(self._rule, changes)
        internal: Decimal | None = terms["internal_rate"]
        return ActivityTerms(
            margin=terms["base"] == "margin",
            cashed=terms["counted"] == "cashed",
            period=terms["period"],
            scale=scale(terms["brackets"], terms["mode"]),
            cap_per_year=terms["cap_per_year"],
            exempt=since_entry is not None and since_entry < terms["exempt_months"],
            rebate_per_year=terms["rebate_per_year"],
            internal_rate=None if internal is None else internal.as_integer_ratio(),
        )

    def _changes(
        self, phase: Phase | None, since_entry: int | None, unpaid: bool
    ) -> Sequence[Change]:
        return changes_in_force(self._rule, phase, since_entry, unpaid=unpaid)


def changes_in_force(
    rule: ContributionRule, phase: Phase | None, since_entry: int | None, *, unpaid: bool
) -> Sequence[Change]:
    """Return the entries that hold, in the order of the rule; later ones win.

    Args:
        rule: the rule.
        phase: of the person, or the most advanced one of the activity; None without anyone.
        since_entry: months, 0 in the month of entry; None without anyone.
        unpaid: no salary is paid.
    """
    return [
        change
        for change in rule.when
        if _phase_holds(change.phase, phase)
        and (
            change.after_months is None
            or (since_entry is not None and since_entry >= change.after_months)
        )
        and change.unpaid in (None, unpaid)
    ]


def _turns(rule: ContributionRule) -> set[int]:
    """Return the numbers of months since entry at which some term may change."""
    after = {change.after_months for change in rule.when if change.after_months is not None}
    return after | {rule.exempt_months, *(change.exempt_months for change in rule.when)}


def _phase_holds(asked: Phase | None, phase: Phase | None) -> bool:
    return asked in (None, phase) or (asked == "cesa" and phase == "associate")


def _over(rule: ContributionRule, changes: Sequence[Change]) -> dict[str, Any]:
    """Return the rule's values with those that entries give in their place; later ones win."""
    terms = dict(rule)
    for change in changes:
        terms.update({key: getattr(change, key) for key in change.model_fields_set - CONDITIONS})
    return terms
