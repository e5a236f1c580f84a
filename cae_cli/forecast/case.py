"""One dossier under its rules: who would be paid what, and the months that allow it."""

from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.dossier.model import Dossier
from cae_cli.forecast.first_salary import (
    Condition,
    Hold,
    TreasuryBeforePay,
    first_hold,
    missing_turnover,
)
from cae_cli.forecast.flows import Window, with_more_turnover
from cae_cli.forecast.ledger import Activity, Books
from cae_cli.forecast.pay import Pay, PayPlan, pay_plan, target_gross
from cae_cli.forecast.people import Person, people
from cae_cli.money import CENTS_IN_EURO
from cae_cli.months import Month
from cae_cli.rules.contribution import Opening
from cae_cli.rules.cooperatives import CooperativeRules
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.law import PayrollLaw


class FirstSalary(NamedTuple):
    """From when pay is possible in one view; `month` is None when no shown month will do."""

    month: Month | None
    sustained_until: Month | None = None  # the last month in a row that still holds
    open_end: bool = False  # it still holds in the last month looked at
    lowest_treasury: int | None = None  # cents, over the months the pay must hold
    lowest_month: Month | None = None
    missing_per_month: int | None = None  # whole euros of turnover a month, where they would do


class Case:
    """A dossier under its rules in a window.

    Args:
        dossier: what the person recorded.
        cooperative: the rules in force.
        law: the payroll rules through time.
        window: the months looked at.
    """

    def __init__(
        self, dossier: Dossier, cooperative: CooperativeRules, law: PayrollLaw, window: Window
    ) -> None:
        self.dossier = dossier
        self.cooperative = cooperative
        self.law = law
        self.window = window
        persons = people(dossier)
        payrolls = [self.payroll_of(month) for month in window.months]
        by_year = dossier.cooperative.payroll.reduction == "annual"
        self.activity = self._activity(
            persons, pay_plan(persons, window, payrolls, target_gross, by_year=by_year)
        )
        self.at_minimum = self._activity(
            persons, pay_plan(persons, window, payrolls, self._minimum_gross, by_year=by_year)
        )
        self._condition = self._condition_of(self.activity)
        self._minimum_condition = self._condition_of(self.at_minimum)

    def payroll_of(self, month: Month) -> Payroll:
        """Return the payroll of a month under the settings of the dossier."""
        return self.law.payroll_for(month, self.dossier.cooperative.payroll)

    def _minimum_gross(self, _: Person, payroll: Payroll) -> int:
        return self.cooperative.minimum_gross(payroll)

    def _activity(self, persons: Sequence[Person], plan: PayPlan) -> Activity:
        treasury = self.dossier.treasury
        taken = None if self.cooperative.elsewhere else treasury.contribution_this_year
        opening = Opening(treasury.base_this_year, taken, treasury.base_since_entry)
        return Activity(
            self.window,
            persons,
            rule=self.cooperative.rule,
            opening=opening,
            balance=treasury.balance,
            plan=plan,
        )

    def _condition_of(self, activity: Activity) -> Condition:
        salary, plan = self.dossier.salary, activity.plan
        return Condition(
            plan.costs(0),
            salary.reserve_months,
            salary.sustain_months,
            self.window.shown,
            plan.costs if plan.by_year else None,
        )

    def first_salary(self, books: Books) -> FirstSalary:
        """Return from when the target pay holds, or the turnover that is missing."""
        condition = self._condition
        hold = first_hold(books.before_pay, condition)
        if hold is not None:
            return _first_salary(hold, condition, self.window)
        if not any(condition.costs[: condition.shown]):
            return FirstSalary(None)

        def with_more(euros: int) -> TreasuryBeforePay:
            cents = euros * CENTS_IN_EURO
            more = with_more_turnover(books.flows, self.dossier, self.window, cents)
            return Books(self.activity, more).before_pay

        return FirstSalary(None, missing_per_month=missing_turnover(with_more, condition))

    def minimum_month(self, books: Books) -> Month | None:
        """Return from when the cooperative's minimum pay holds."""
        if self.activity.depends_on_pay:
            books = Books(self.at_minimum, books.flows)
        hold = first_hold(books.before_pay, self._minimum_condition)
        return None if hold is None else self.window.first + hold.month

    def pays_in(self, month: Month | None) -> Sequence[Pay]:
        """Return who is paid what in a month, if all who may be paid are."""
        if month is None:
            return ()
        first = month - self.window.first
        return [pay for pay in self.activity.plan.months(first)[first] if pay is not None]

    def pay_start(self, first: Month | None) -> int | None:
        """Return when the ledger begins to pay: the decided month, else the first possible one."""
        start = self.dossier.salary.start or first
        return None if start is None else max(0, start - self.window.first)


def _first_salary(hold: Hold, condition: Condition, window: Window) -> FirstSalary:
    return FirstSalary(
        month=window.first + hold.month,
        sustained_until=window.first + hold.sustained_until,
        open_end=hold.sustained_until == hold.month + condition.looked_at - 1,
        lowest_treasury=hold.lowest_treasury,
        lowest_month=window.first + hold.lowest_month,
        missing_per_month=0,
    )
