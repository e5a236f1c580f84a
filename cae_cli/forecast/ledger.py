"""The ledger: every month's invoices, cash, contribution, expenses, pay and treasury.

treasury = opening balance + cashed − contribution − expenses − investments − employer cost, at
the end of each month, excluding VAT.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from cae_cli.forecast.flows import Flows, Window
from cae_cli.forecast.pay import PayPlan
from cae_cli.forecast.people import Person
from cae_cli.months import Month
from cae_cli.rules.contribution import MonthFacts, Opening, contributions
from cae_cli.rules.contribution_rule import ContributionRule, depends_on_pay
from cae_cli.rules.contribution_terms import People, PersonFacts


class LedgerMonth(NamedTuple):
    """One month of the ledger, in cents; what is held or owed is told at the month's end."""

    month: Month
    invoiced: int
    cashed: int
    contribution: int
    expenses: int
    investments: int
    salary_cost: int
    net_salary: int
    treasury: int
    receivable: int


class Activity:
    """An activity apart from its flows: its people, its cooperative's rule, what it starts with.

    Args:
        window: the months looked at.
        people: everyone of the activity.
        rule: what the cooperative takes.
        opening: what the cooperative counted before the first month.
        balance: cents in the treasury when the first month opens.
        plan: who would be paid what.
    """

    def __init__(
        self,
        window: Window,
        people: Sequence[Person],
        *,
        rule: ContributionRule,
        opening: Opening,
        balance: int,
        plan: PayPlan,
    ) -> None:
        self.window = window
        self.people = people
        self.rule = rule
        self.balance = balance
        self.plan = plan
        self.depends_on_pay = depends_on_pay(rule)
        self._under_contract: dict[int | None, list[People]] = {}
        earlier = range(1 - window.first.number, 0)
        self.opening = opening._replace(
            earlier_this_year=[self._people_of(i, None) for i in earlier]
        )

    def under_contract(self, pay_start: int | None) -> list[People]:
        """Return who is under contract in each month, if pay begins in one (an index) or never."""
        if pay_start not in self._under_contract:
            self._under_contract[pay_start] = [
                self._people_of(i, pay_start) for i in range(self.window.length)
            ]
        return self._under_contract[pay_start]

    def _people_of(self, i: int, pay_start: int | None) -> People:
        first = self.window.first
        paying = pay_start is not None and i >= pay_start
        found = []
        for who, person in enumerate(self.people):
            paid = paying and self.plan.alone[i][who] is not None
            phase = person.phase(first + i, paid=paid)
            if phase is not None:
                since_entry = first + i - person.entry(first)
                found.append(PersonFacts(phase, since_entry, not paid, who))
        return tuple(found)


class Books:
    """The books of an activity in one view of its turnover."""

    def __init__(self, activity: Activity, flows: Flows) -> None:
        self.activity = activity
        self.flows = flows
        self._taken: dict[int | None, list[int]] = {}
        self._before_pay: dict[int | None, list[int]] = {}

    def _key(self, pay_start: int | None) -> int | None:
        """Return what the contribution depends on: most rules do not know when pay begins."""
        return pay_start if self.activity.depends_on_pay else None

    def contributions(self, pay_start: int | None) -> list[int]:
        """Return what the cooperative takes each month, in cents; pay begins in one, or never."""
        key = self._key(pay_start)
        if key not in self._taken:
            window, flows = self.activity.window, self.flows
            people = self.activity.under_contract(key)
            columns = (window.months, flows.invoiced, flows.cashed, flows.direct_expenses, people)
            facts = [MonthFacts(*month) for month in zip(*columns, strict=True)]
            taken = contributions(self.activity.rule, facts, self.activity.opening)
            self._taken[key] = [month.total for month in taken]
        return self._taken[key]

    def before_pay(self, pay_start: int | None) -> Sequence[int]:
        """Return each month's treasury, in cents, as if the pay that begins in one cost nothing."""
        key = self._key(pay_start)
        if key not in self._before_pay:
            flows = self.flows
            out = (self.contributions(key), flows.expenses, flows.investments)
            changes = (
                cashed - taken - spent - invested
                for cashed, taken, spent, invested in zip(flows.cashed, *out, strict=True)
            )
            self._before_pay[key] = list(accumulate(changes, initial=self.activity.balance))[1:]
        return self._before_pay[key]

    def ledger(self, pay_start: int | None) -> list[LedgerMonth]:
        """Return the shown months; pay begins in one (an index) and goes on, or never begins."""
        activity, flows = self.activity, self.flows
        taken, before_pay = self.contributions(pay_start), self.before_pay(pay_start)
        plan = activity.plan.months(pay_start or 0)
        rows, paid = [], 0
        for i in range(activity.window.shown):
            paying = pay_start is not None and i >= pay_start
            pays = [pay for pay in plan[i] if pay is not None] if paying else []
            cost = sum(pay.employer_cost for pay in pays)
            paid += cost
            rows.append(
                LedgerMonth(
                    month=activity.window.first + i,
                    invoiced=flows.invoiced[i],
                    cashed=flows.cashed[i],
                    contribution=taken[i],
                    expenses=flows.expenses[i],
                    investments=flows.investments[i],
                    salary_cost=cost,
                    net_salary=sum(pay.net for pay in pays),
                    treasury=before_pay[i] - paid,
                    receivable=flows.receivable[i],
                )
            )
        return rows
