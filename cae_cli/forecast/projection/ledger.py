"""The ledger of an activity in one view: what comes in, what the cooperative takes, what is left.

treasury = opening balance + cashed − contribution − expenses − investments − employer cost, at
the end of each month, excluding VAT.

What a cooperative takes may depend on pay (floors that begin with a CESA, fees of the unpaid). The
ledger keeps the account and the treasury of every month as they are while nobody begins to be
paid, and branches off at the month in which pay begins.
"""

from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.forecast.flows import Flows
from cae_cli.forecast.projection.horizon import Horizon
from cae_cli.forecast.projection.pay import Pays
from cae_cli.forecast.projection.people import Person
from cae_cli.months import Month
from cae_cli.rules.contribution import (
    Account,
    Contribution,
    MonthContribution,
    MonthFacts,
    Opening,
    prepare,
)
from cae_cli.rules.contribution_rule import ContributionRule, depends_on_pay
from cae_cli.rules.contribution_terms import People, PersonFacts


class LedgerMonth(NamedTuple):
    """One month of the ledger, in cents; what is held or owed is told at the month's end."""

    month: Month
    invoiced: int
    cashed: int
    contribution: MonthContribution
    expenses: int
    investments: int
    pays: Pays
    salary_cost: int
    net_salary: int
    treasury: int
    receivable: int

    @property
    def taken(self) -> int:
        """What leaves the treasury beside pay."""
        return self.contribution.total + self.expenses + self.investments


class Staff:
    """Who is under contract in each month, as the cooperative counts them.

    Args:
        people: everyone.
        first: the first month of the projection.
        running: who is paid already, as indices in `people`.
    """

    def __init__(self, people: Sequence[Person], first: Month, running: frozenset[int]) -> None:
        self._all = people
        self._first = first
        self._running = running
        self._known: dict[tuple[int, frozenset[int] | None], People] = {}

    def of(self, i: int, payees: frozenset[int] | None) -> People:
        """Return those under contract in a month (an index), some of whom begin to be paid."""
        key = (i, payees)
        if key not in self._known:
            self._known[key] = self._people(i, self._running | (payees or frozenset()))
        return self._known[key]

    def before(self) -> list[People]:
        """Return the months of the first civil year that lie before the projection."""
        return [self._people(i, self._running) for i in range(1 - self._first.number, 0)]

    def _people(self, i: int, payees: frozenset[int]) -> People:
        month, found = self._first + i, []
        for who, person in enumerate(self._all):
            paid = who in payees and person.may_be_paid(month)
            phase = person.phase(month, paid=paid)
            if phase is not None:
                found.append(PersonFacts(phase, month - person.entry(self._first), not paid, who))
        return tuple(found)


class Conditions(NamedTuple):
    """An activity apart from its flows and its pay."""

    horizon: Horizon
    staff: Staff
    rule: ContributionRule
    opening: Opening  # what the cooperative counted before the first month
    balance: int  # cents in the treasury when the first month opens


class Course:
    """What an activity goes through from a month on, followed as far as asked; cents.

    Args:
        ledger: the ledger whose flows it follows.
        start: the first month, an index.
        account: what the cooperative counted before it.
        treasury: at its opening, as if no pay had ever cost anything.
        payees: who begins to be paid in it, as indices; None: nobody.
    """

    def __init__(
        self,
        ledger: "Ledger",
        start: int,
        account: Account,
        treasury: int,
        payees: frozenset[int] | None,
    ) -> None:
        self._ledger = ledger
        self._start = start
        self._payees = payees
        self._accounts = [account]
        self._treasury = [treasury]
        self._income: list[int] = []
        self._taken: list[MonthContribution] = []

    def contribution(self, i: int) -> MonthContribution:
        """Return what the cooperative takes in a month."""
        self._reach(i)
        return self._taken[i - self._start]

    def treasury(self, i: int) -> int:
        """Return the treasury at the end of a month, as if no pay had ever cost anything."""
        at = i - self._start
        if at >= len(self._taken):
            self._reach(i)
        return self._treasury[at + 1]

    def income(self, start: int, stop: int) -> int:
        """Return what the work of some months (the last excluded) brings.

        That is cashed − contribution − expenses; investments are paid once, and left aside.
        """
        self._reach(stop - 1)
        return sum(self._income[start - self._start : stop - self._start])

    def leave(self, i: int, payees: frozenset[int]) -> "Course":
        """Return the course that leaves this one at the opening of a month: pay begins in it."""
        if i > self._start:
            self._reach(i - 1)
        at = i - self._start
        return Course(self._ledger, i, self._accounts[at], self._treasury[at], payees)

    def _reach(self, i: int) -> None:
        ledger, flows, taken = self._ledger, self._ledger.flows, self._taken
        while (at := self._start + len(taken)) <= i:
            month, account = ledger.rule.month(self._accounts[-1], ledger.facts(at, self._payees))
            taken.append(month)
            self._accounts.append(account)
            income = flows.cashed[at] - month.total - flows.expenses[at]
            self._income.append(income)
            self._treasury.append(self._treasury[-1] + income - flows.investments[at])


class Ledger:
    """The ledger of one view.

    Args:
        conditions: the activity.
        flows: what comes in and goes out in the view.
    """

    def __init__(self, conditions: Conditions, flows: Flows) -> None:
        self.conditions = conditions
        self.flows = flows
        self.rule: Contribution = prepare(conditions.rule)
        self._depends_on_pay = depends_on_pay(conditions.rule)
        opening = conditions.opening._replace(earlier_this_year=conditions.staff.before())
        account = self.rule.open(opening, self.facts(0, None))
        #: While nobody begins to be paid.
        self.unpaid = Course(self, 0, account, conditions.balance, None)
        self._courses: dict[tuple[int, frozenset[int]], Course] = {}

    def facts(self, i: int, payees: frozenset[int] | None) -> MonthFacts:
        """Return what the cooperative counts of a month, if some persons are paid in it."""
        flows = self.flows
        return MonthFacts(
            self.conditions.horizon.first + i,
            flows.invoiced[i],
            flows.cashed[i],
            flows.direct_expenses[i],
            self.conditions.staff.of(i, payees),
            flows.internal_invoiced[i],
            flows.internal_cashed[i],
        )

    def course(self, start: int, payees: frozenset[int]) -> Course:
        """Return what the activity goes through if some persons are paid from a month on."""
        if not self._depends_on_pay:
            return self.unpaid
        key = (start, payees)
        if key not in self._courses:
            self._courses[key] = self.unpaid.leave(start, payees)
        return self._courses[key]

    def months(
        self, pays: Sequence[Pays], start: int | None, payees: frozenset[int]
    ) -> list[LedgerMonth]:
        """Return every month, with what is paid in it.

        Args:
            pays: what each person is paid in each month.
            start: the month in which pay begins, an index; None: it does not.
            payees: who is paid from then on (a pay that ends again leaves them under their CESA).
        """
        months = range(self.conditions.horizon.length)
        begins = len(months) if start is None else start
        course = self.unpaid if start is None else self.course(start, payees)
        return self._rows(
            pays, [(course if i >= begins else self.unpaid).contribution(i) for i in months]
        )

    def _rows(
        self, pays: Sequence[Pays], contributions: Sequence[MonthContribution]
    ) -> list[LedgerMonth]:
        flows, treasury, rows = self.flows, self.conditions.balance, []
        for i, (paid, taken) in enumerate(zip(pays, contributions, strict=True)):
            slips = [pay for pay in paid if pay is not None]
            cost = sum(pay.employer_cost for pay in slips)
            out = taken.total + flows.expenses[i] + flows.investments[i] + cost
            treasury += flows.cashed[i] - out
            rows.append(
                LedgerMonth(
                    month=self.conditions.horizon.first + i,
                    invoiced=flows.invoiced[i],
                    cashed=flows.cashed[i],
                    contribution=taken,
                    expenses=flows.expenses[i],
                    investments=flows.investments[i],
                    pays=paid,
                    salary_cost=cost,
                    net_salary=sum(pay.net for pay in slips),
                    treasury=treasury,
                    receivable=flows.receivable[i],
                )
            )
        return rows
