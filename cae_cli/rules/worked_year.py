"""A year as an example: what a cooperative takes of the same turnover, even and uneven.

Both years begin with the entry in January and bring 30,000 € without direct expenses, so that
turnover and gross margin are the same. The CAPE ends in June; from July on a CESA pays a salary.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.rules.contribution import MonthContribution, MonthFacts, PersonFacts, contributions
from cae_cli.rules.contribution_rule import ContributionRule, Phase

CESA_AFTER_MONTHS = 6
_EURO = 100

#: Turnover of each month in cents; paid in the month it is invoiced.
EVEN: Sequence[int] = (2_500 * _EURO,) * MONTHS_IN_YEAR
UNEVEN: Sequence[int] = tuple(
    euros * _EURO
    for euros in (0, 500, 1_500, 3_000, 4_500, 5_500, 5_000, 1_000, 3_500, 3_500, 2_000, 0)
)


class WorkedMonth(NamedTuple):
    """One month of the example; cents."""

    month: Month
    phase: Phase
    turnover: int
    contribution: MonthContribution


#: The example in several ways, by name: even, uneven.
WorkedYears = Mapping[str, Sequence[WorkedMonth]]


def worked_year(
    rule: ContributionRule, turnover: Sequence[int], january: Month
) -> list[WorkedMonth]:
    """Return what a rule takes in each month of a first year.

    Args:
        rule: the cooperative's rule.
        turnover: what is invoiced and paid in each of twelve months, in cents.
        january: the first month, that of the entry.
    """
    facts = [_facts(january, index, amount) for index, amount in enumerate(turnover)]
    taken = contributions(rule, facts)
    return [
        WorkedMonth(month.month, month.people[0].phase, month.invoiced, contribution)
        for month, contribution in zip(facts, taken, strict=True)
    ]


def _facts(january: Month, index: int, amount: int) -> MonthFacts:
    paid = index >= CESA_AFTER_MONTHS
    person = PersonFacts("cesa" if paid else "cape", since_entry=index, unpaid=not paid, who=0)
    return MonthFacts(january + index, amount, amount, 0, (person,))
