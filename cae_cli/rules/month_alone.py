"""What a cooperative takes of one month's turnover, and back: what to invoice for what must remain.

The month is counted by itself, as the first of its period, for one person paid under a CESA whose
first months (exemptions, lower floors) are over: the steps of a yearly scale are those of its
beginning, and what is due or given back once a year counts for one twelfth.
"""

from bisect import bisect_left
from collections.abc import Callable
from decimal import Decimal

from cae_cli.errors import CaeError
from cae_cli.language import Amount, say
from cae_cli.money import divide
from cae_cli.months import MONTHS_IN_YEAR
from cae_cli.rules.contribution_rule import ContributionRule
from cae_cli.rules.contribution_terms import PersonFacts, Terms

#: Months since entry after which nothing of a rule depends on them.
_SETTLED = 10_000
#: No month is invoiced for more: cents.
_MOST = 10**15


class MonthAlone:
    """A contribution rule applied to the turnover of one month; amounts are cents."""

    def __init__(self, rule: ContributionRule) -> None:
        terms = Terms(rule).of((PersonFacts("cesa", _SETTLED, unpaid=False, who=0),))
        activity = terms.activity
        self.on_margin = activity.margin
        self._scale = activity.scale
        self._rebate = divide(activity.rebate_per_year, MONTHS_IN_YEAR)
        monthly = terms.floor if activity.period == "month" else 0
        self._floor = max(monthly, divide(terms.floor_twelfths, MONTHS_IN_YEAR))
        self._cap = activity.cap_per_year
        yearly = sum(fee for _, fee in terms.fixed_per_year)
        self._fees = terms.fixed + divide(yearly, MONTHS_IN_YEAR)
        #: Between two of these the part that is left never falls when turnover rises.
        self._bounds = [int(bound) for bound, *_ in self._scale.steps if bound < _MOST]
        #: The rate, where the rule is no more than that.
        self.flat_rate = self._flat_rate(rule)

    def _flat_rate(self, rule: ContributionRule) -> Decimal | None:
        steps = self._scale.steps
        more = self._rebate or self._floor or self._fees or self._cap is not None
        if more or len(steps) != 1:
            return None
        return rule.brackets[0].rate if len(rule.brackets) == 1 else None

    def contribution(self, turnover: int) -> int:
        """Return what the cooperative takes of a month's turnover, fees included."""
        amount = max(self._scale.of(turnover) - self._rebate, self._floor, 0)
        if self._cap is not None:
            amount = min(amount, self._cap)
        return amount + self._fees

    def left(self, turnover: int) -> int:
        """Return what remains of a month's turnover; below 0 where fees exceed it."""
        return turnover - self.contribution(turnover)

    def turnover_for(self, needed: int) -> int:
        """Return the smallest turnover of which at least an amount is left.

        Where one rate holds for all of the base, passing a step may lower or raise what is left:
        the smallest turnover of all is found, step by step.

        Raises:
            CaeError: the cooperative takes all of each euro more.
        """
        low = max(needed, 0)
        for bound in self._bounds:
            if bound >= low and self.left(bound) >= needed:
                return _smallest(self.left, needed, low, bound)
            low = max(low, bound + 1)
        high = 2 * low + 1
        while self.left(high) < needed:
            high *= 2
            if high > _MOST:
                raise CaeError(
                    say(
                        "No turnover leaves {amount}: the cooperative takes as much as is added.",
                        amount=Amount(needed),
                    ),
                    say("Check the rates of the contribution."),
                    "CAE-P006",
                )
        return _smallest(self.left, needed, low, high)


def _smallest(left: Callable[[int], int], needed: int, low: int, high: int) -> int:
    """Return the smallest turnover from low to high of which an amount is left; high leaves it.

    What is left is almost a straight line: the search starts where it should cross, and widens.
    """
    at_low, at_high = left(low), left(high)
    if at_low >= needed:
        return low
    guess = low + (needed - at_low) * (high - low) // max(at_high - at_low, 1)
    step = 1
    while low < (below := guess - step) and left(below) >= needed:
        high, step = below, 4 * step
    low, step = max(low, below), 1
    while (above := guess + step) < high and left(above) < needed:
        low, step = max(low, above), 4 * step
    high = min(high, above)
    return low + bisect_left(range(low, high + 1), needed, key=left)
