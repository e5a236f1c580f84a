"""The answer of `cae simulate`: from which month a salary is possible, and the ledger behind it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cae_cli.dossier.model import Dossier, window_start
from cae_cli.errors import CaeError
from cae_cli.forecast.case import Case, FirstSalary
from cae_cli.forecast.first_salary import LOOK_AHEAD
from cae_cli.forecast.flows import VIEWS, View, Window, flows_by_view
from cae_cli.forecast.ledger import Books, LedgerMonth
from cae_cli.forecast.pay import Pay
from cae_cli.forecast.people import Person
from cae_cli.language import say
from cae_cli.money import share
from cae_cli.months import Month
from cae_cli.rules.cooperatives import CooperativeRules
from cae_cli.rules.payroll.law import PayrollLaw

SHOWN_MONTHS = 36


class Simulation(NamedTuple):
    """The whole answer; amounts are cents."""

    dossier: Dossier
    cooperative: CooperativeRules
    today: dt.date
    view: View
    window: Window
    people: Sequence[Person]
    first_salary: Mapping[View, FirstSalary]
    minimum_month: Mapping[View, Month | None]
    minimum_gross: int  # the cooperative's minimum pay in the month of the first salary
    salary: Sequence[Pay]  # the pay of the first salary's month in the shown view
    months: Sequence[LedgerMonth]
    below_reserve: frozenset[Month]  # paid months that end under the reserve
    all_signed: bool  # then the three views are one

    @property
    def first(self) -> Month | None:
        """The month of the first salary in the shown view."""
        return self.first_salary[self.view].month

    @property
    def already_paid(self) -> bool:
        """Whether everyone who has a target is under a CESA today: theirs is no first salary."""
        return all(person.under_cesa(self.today) for person in self.people if person.net)

    @property
    def pay_goes_on(self) -> bool:
        """Whether people who are paid already can be, counting what is signed, from the start."""
        found = self.first_salary["signed"].month
        if found is None or not self.already_paid:
            return False
        before = (self.window.first + i for i in range(found - self.window.first))
        return not any(p.net and p.may_be_paid(month) for p in self.people for month in before)

    @property
    def past_deadline(self) -> frozenset[Month]:
        """The shown months by whose end someone should be an associate, and is not recorded so."""
        clocks = [person.clock(self.today) for person in self.people]
        earliest = min((clock.deadline for clock in clocks if clock is not None), default=None)
        if earliest is None:
            return frozenset()
        return frozenset(row.month for row in self.months if row.month.last_day >= earliest)


def simulate(
    dossier: Dossier,
    cooperative: CooperativeRules,
    law: PayrollLaw,
    today: dt.date,
    *,
    view: View = "expected",
    shown: int = SHOWN_MONTHS,
) -> Simulation:
    """Project a dossier and find the first salary of each view.

    Args:
        dossier: what the person recorded.
        cooperative: the rules in force, preset and own keys together.
        law: the payroll rules through time.
        today: where the window starts when the dossier holds no month to start from; the
            projection reads it for nothing else.
        view: the view whose months are returned.
        shown: months of the window, from 1 on.

    Raises:
        CaeError: the window starts before the payroll rules are known.
    """
    if dossier.assumptions.smic_growth:
        law = law.growing(dossier.assumptions.smic_growth)
    looked_at = max(dossier.salary.sustain_months, LOOK_AHEAD)
    window = Window(window_start(dossier, today), shown, shown + looked_at - 1)
    if window.first < law.first_month:
        raise _too_early(window.first, law.first_month)
    case = Case(dossier, cooperative, law, window)
    flows = flows_by_view(dossier, window)
    books = {name: Books(case.activity, flows[name]) for name in VIEWS}
    found: dict[View, FirstSalary] = {}
    minimum: dict[View, Month | None] = {}
    for name in VIEWS:
        if name != "signed" and flows[name] is flows["signed"]:
            found[name], minimum[name] = found["signed"], minimum["signed"]
        else:
            found[name] = case.first_salary(books[name])
            minimum[name] = case.minimum_month(books[name])
    first = found[view].month
    months = books[view].ledger(case.pay_start(first))
    return Simulation(
        dossier=dossier,
        cooperative=cooperative,
        today=today,
        view=view,
        window=window,
        people=case.activity.people,
        first_salary=found,
        minimum_month=minimum,
        minimum_gross=cooperative.minimum_gross(case.payroll_of(first or window.first)),
        salary=case.pays_in(first),
        months=months,
        below_reserve=_below_reserve(dossier, months),
        all_signed=flows["signed"] is flows["all"],
    )


def _too_early(first: Month, known: Month) -> CaeError:
    return CaeError(
        say("The projection would start in {first}: payroll rules are known from {known} on.",
            first=first, known=known),
        say("Tell the treasury of a later month: balance and month under [treasury]."),
        "CAE-S001",
    )  # fmt: skip


def _below_reserve(dossier: Dossier, months: Sequence[LedgerMonth]) -> frozenset[Month]:
    reserve = dossier.salary.reserve_months
    return frozenset(
        row.month
        for row in months
        if row.salary_cost and row.treasury < share(row.salary_cost, reserve)
    )
