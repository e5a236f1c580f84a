"""The contribution of many futures at once: the array twin of `contribution`.

The terms of a month depend on who is under contract, which the futures share; the base of each
future is its own. So terms are looked up once a month, by the same code, and every step on bases is
one operation on whole numbers over all futures. Amounts are int64 cents, and each equals what the
scalar gives, to the cent: a step whose products would not fit 64 bits is done in Python's integers.

Futures in which other people are under contract, or paid from another month on, are counted apart.

The only module that imports NumPy: import it where many futures are asked for, and nowhere else.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cae_cli.money import divide
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.rules.contribution import NOTHING_BEFORE, Account, MonthFacts, Opening, prepare
from cae_cli.rules.contribution_rule import ContributionRule
from cae_cli.rules.contribution_terms import ActivityTerms, People, Scale

CentsArray = NDArray[np.int64]  # one amount a future

_FITS = 2**62  # twice a product that stays below this fits 64 bits


class FutureFacts(NamedTuple):
    """What happens in a month of each future, cents excluding VAT; they share the persons."""

    month: Month
    invoiced: CentsArray
    cashed: CentsArray
    direct_expenses: CentsArray
    people: People
    internal_invoiced: CentsArray | int = 0  # with other members of the cooperative
    internal_cashed: CentsArray | int = 0


class FutureContributions(NamedTuple):
    """What the cooperative takes in a month of each future: the parts of `MonthContribution`."""

    total: CentsArray
    scale: CentsArray
    floor: CentsArray
    cap: CentsArray
    settled: CentsArray
    fees: int  # of all futures: it depends on the persons alone
    internal: CentsArray


class FutureAccounts(NamedTuple):
    """Where the count stands after a month: `Account`, with an amount for each future."""

    year: int
    base_year: CentsArray
    base_entry: CentsArray
    behind: CentsArray
    scale: CentsArray
    net: CentsArray
    months: CentsArray
    twelfths: int
    floored: CentsArray
    capped: CentsArray
    taken: CentsArray
    charged: frozenset[int]

    @classmethod
    def of(cls, account: Account, futures: int) -> "FutureAccounts":
        """Return the same account in every future."""

        def each(cents: int) -> CentsArray:
            return np.full(futures, cents, np.int64)

        return cls(
            account.year,
            each(account.base_year),
            each(account.base_entry),
            each(account.behind),
            each(account.scale),
            each(account.net),
            each(account.months),
            account.twelfths,
            each(account.floored),
            each(account.capped),
            each(account.taken),
            account.charged,
        )

    def new_year(self, year: int, *, by_entry: bool) -> "FutureAccounts":
        """Return the account at the opening of a civil year."""
        futures = len(self.taken)
        behind = self.behind if by_entry else np.zeros(futures, np.int64)
        return FutureAccounts.of(Account(year), futures)._replace(
            base_entry=self.base_entry, behind=behind
        )


class FutureContribution:
    """A rule ready to be applied to futures."""

    def __init__(self, rule: ContributionRule) -> None:
        self._scalar = prepare(rule)
        self._scales: dict[Scale, ArrayScale] = {}

    def open(self, opening: Opening, first: FutureFacts) -> FutureAccounts:
        """Return the accounts at the opening of a first month: what came before is shared."""
        facts = MonthFacts(first.month, 0, 0, 0, first.people)
        return FutureAccounts.of(self._scalar.open(opening, facts), len(first.invoiced))

    def month(
        self, accounts: FutureAccounts, facts: FutureFacts
    ) -> tuple[FutureContributions, FutureAccounts]:
        """Return what a month gives in each future, and the accounts after it."""
        terms, floor, floor_twelfths, fees, yearly = self._scalar.terms(facts.people)
        year = facts.month // MONTHS_IN_YEAR
        if year != accounts.year:
            accounts = accounts.new_year(year, by_entry=terms.period == "entry")
        was = accounts
        base = np.zeros(len(was.taken), np.int64) if terms.exempt else _base(terms, facts)
        internal = _internal(terms, facts, len(base))
        given, behind = self._given(terms, was, base)
        scale = was.scale + given
        net = np.maximum(was.net, scale - terms.rebate_per_year)
        by_scale = net - was.net
        by_month = np.maximum(floor, by_scale) if terms.period == "month" else by_scale
        months = was.months + by_month
        twelfths = was.twelfths + floor_twelfths
        floored = np.maximum(divide(twelfths, MONTHS_IN_YEAR), months) if twelfths else months
        cap = terms.cap_per_year
        capped = floored if cap is None else np.minimum(cap, floored)
        amount = np.maximum(0, capped - was.taken)
        owed = [(who, fee) for who, fee in yearly if who not in was.charged]
        fees += sum(fee for _, fee in owed)
        by_floor = floored - was.floored - by_scale
        by_cap = capped - floored - was.capped + was.floored
        return (
            FutureContributions(
                amount + fees + internal,
                by_scale,
                by_floor,
                by_cap,
                amount - by_scale - by_floor - by_cap,
                fees,
                internal,
            ),
            FutureAccounts(
                year,
                was.base_year + base,
                was.base_entry + base,
                behind,
                scale,
                net,
                months,
                twelfths,
                floored,
                capped,
                was.taken + amount,
                was.charged.union(who for who, _ in yearly),
            ),
        )

    def _given(
        self, terms: ActivityTerms, accounts: FutureAccounts, base: CentsArray
    ) -> tuple[CentsArray, CentsArray]:
        """Return what the scale gives for the base, not below 0, and how far it is behind."""
        scale = self._scale(terms.scale)
        if terms.period == "month":
            return scale.of(base), np.zeros_like(base)
        before = accounts.base_year if terms.period == "year" else accounts.base_entry
        ahead = scale.of(before + base) - scale.of(before) - accounts.behind
        return np.maximum(ahead, 0), np.maximum(-ahead, 0)

    def _scale(self, scale: Scale) -> "ArrayScale":
        found = self._scales.get(scale)
        if found is None:
            found = self._scales[scale] = ArrayScale(scale)
        return found


class ArrayScale:
    """A scale, with its steps as columns: in Python's integers, and in 64 bits where they fit."""

    def __init__(self, scale: Scale) -> None:
        steps = scale.steps
        self._bounds = np.array([bound for bound, *_ in steps[:-1]], np.int64)
        self._columns = tuple(np.array([step[at] for step in steps], object) for at in (1, 2, 3))
        self._denominator = scale.denominator
        self._reached = max((step[2] for step in steps), default=0)
        self._steepest = max((step[3] for step in steps), default=0)

    def of(self, base: CentsArray) -> CentsArray:
        """Return what the scale gives on each base, rounded once; 0 on a negative base."""
        if not self._steepest or not len(base):
            return np.zeros(len(base), np.int64)
        # with one step, scalars do for every future
        at = np.searchsorted(self._bounds, base, side="left") if len(self._bounds) else 0
        largest = self._reached + max(int(base.max()), 0) * self._steepest + self._denominator
        kind = np.int64 if largest < _FITS else object
        starts, reached, rates = (column.astype(kind) for column in self._columns)
        numerators = reached[at] + (base.astype(kind) - starts[at]) * rates[at]
        # half up, as what a positive base gives is not negative
        given = (2 * numerators + self._denominator) // (2 * self._denominator)
        return np.where(base > 0, given, 0).astype(np.int64)


def _base(terms: ActivityTerms, facts: FutureFacts) -> CentsArray:
    turnover = facts.cashed if terms.cashed else facts.invoiced
    if terms.internal_rate is not None:
        turnover = turnover - (facts.internal_cashed if terms.cashed else facts.internal_invoiced)
    return turnover - facts.direct_expenses if terms.margin else turnover


def _internal(terms: ActivityTerms, facts: FutureFacts, futures: int) -> CentsArray:
    """Return what is taken of a month's work for other members, not below 0."""
    if terms.exempt or terms.internal_rate is None:
        return np.zeros(futures, np.int64)
    numerator, denominator = terms.internal_rate
    turnover = facts.internal_cashed if terms.cashed else facts.internal_invoiced
    whole = np.broadcast_to(np.asarray(turnover, np.int64), futures)
    return proportion(np.maximum(whole, 0), numerator, denominator)


def proportion(amounts: CentsArray, numerator: int, denominator: int) -> CentsArray:
    """Return a part of amounts that are not negative, rounded half up, exact in any size."""
    largest = int(amounts.max(initial=0)) * numerator + denominator
    kind = np.int64 if largest < _FITS else object
    exact = (2 * amounts.astype(kind) * numerator + denominator) // (2 * denominator)
    return exact.astype(np.int64)


def contributions_of_futures(
    rule: ContributionRule, months: Sequence[FutureFacts], opening: Opening = NOTHING_BEFORE
) -> list[FutureContributions]:
    """Return what the cooperative takes in each of some months in a row, in each future.

    Args:
        rule: the cooperative's rule (a preset resolved with the dossier's own keys).
        months: the facts, in order, without a gap.
        opening: what was counted before the first of them.
    """
    if not months:
        return []
    ready = FutureContribution(rule)
    accounts = ready.open(opening, months[0])
    found = []
    for facts in months:
        taken, accounts = ready.month(accounts, facts)
        found.append(taken)
    return found
