"""The answer: from which month a pay is possible, how much lasts, and the ledger behind it.

`project` resolves the rules, folds what the dossier records into three views, and answers each of
them: the first month from which the target lasts, the first from which it holds on reserves, the
highest net that lasts, how much turnover is needed, and until when a pay that runs already holds.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cae_cli.dossier.model import Dossier, window_start
from cae_cli.errors import CaeError
from cae_cli.forecast.change import Change
from cae_cli.forecast.flows import VIEWS, View, Window, flows_by_view
from cae_cli.forecast.projection.holding import Demand
from cae_cli.forecast.projection.horizon import Horizon, horizon
from cae_cli.forecast.projection.ledger import Conditions, Ledger, Staff
from cae_cli.forecast.projection.pay import Level, Pay, Team
from cae_cli.forecast.projection.people import Person, people
from cae_cli.forecast.projection.question import Given, Question
from cae_cli.forecast.projection.view import ViewAnswer
from cae_cli.language import say
from cae_cli.months import Month
from cae_cli.rules.contribution import Opening
from cae_cli.rules.cooperatives import CooperativeRules
from cae_cli.rules.payroll.law import PayrollLaw


class Answer(NamedTuple):
    """The whole answer: what was asked, the rules it used, and each view."""

    dossier: Dossier
    cooperative: CooperativeRules
    law: PayrollLaw
    today: dt.date
    horizon: Horizon
    team: Team
    demand: Demand
    views: Mapping[View, ViewAnswer]
    all_signed: bool  # then the three views are one
    change: Change  # what it was asked with; its edit is in `dossier` already

    @property
    def people(self) -> Sequence[Person]:
        return self.team.people

    @property
    def has_target(self) -> bool:
        """Whether anyone has a net target."""
        return bool(self.team.target.payees)

    @property
    def everyone_runs(self) -> bool:
        """Whether all who have a target are paid already: theirs is no first salary."""
        targeted = {who for who, person in enumerate(self.people) if person.net}
        return bool(targeted) and targeted <= self.team.running

    def lasts(self, view: View) -> bool:
        """Tell whether everyone's target lasts in a view, from some month on."""
        return self.views[view].first_salary.month is not None

    def minimum_gross(self, month: Month) -> int:
        """Return the cooperative's minimum pay in a month, gross, in cents."""
        settings = self.dossier.cooperative.payroll
        return self.cooperative.minimum_gross(self.law.payroll_for(month, settings))

    def target_pays(self, month: Month) -> list[Pay]:
        """Return everyone's target in a month of the projection, of those who may be paid."""
        pays = self.team.target.pays(self.horizon.place_of(month))
        return [pay for pay in pays if pay is not None]

    def reserve(self, cost: int) -> int:
        """Return what must be left at the end of a month of some employer cost; cents."""
        return self.demand.reserve(cost)


def project(
    dossier: Dossier, today: dt.date, law: PayrollLaw, change: Change | None = None
) -> Answer:
    """Project a dossier and answer each view.

    Args:
        dossier: what the person recorded.
        today: whose month is the first candidate; the projection reads it for nothing else.
        law: the payroll rules through time.
        change: a what-if.

    Raises:
        CaeError: the projection would start before the payroll rules are known, or the change
            names no known cooperative.
    """
    change = change or Change()
    if change.edit is not None:
        dossier = change.edit(dossier)
    cooperative = _cooperative(dossier, change)
    if dossier.assumptions.smic_growth:
        law = law.growing(dossier.assumptions.smic_growth)
    salary = dossier.salary
    months = horizon(window_start(dossier, today), today, salary.sustain_months, salary.start)
    if months.first < law.first_month:
        raise _too_early(months.first, law.first_month)
    team = _team(dossier, law, months, today)
    demand = Demand(salary.reserve_months, salary.sustain_months)
    conditions = Conditions(
        months,
        Staff(team.people, months.first, team.running),
        cooperative.rule,
        _opening(dossier, cooperative),
        dossier.treasury.balance,
    )
    window = Window(months.first, months.length)
    flows = flows_by_view(dossier, window)
    minimum = Level(team, lambda _, now: cooperative.minimum_gross(now.payroll))
    given = Given(dossier, cooperative, team, demand, window, minimum)
    answers: dict[View, ViewAnswer] = {}
    for view in VIEWS:
        if view != "signed" and flows[view] is flows["signed"]:
            answers[view] = answers["signed"]
            continue
        answers[view] = Question(given, Ledger(conditions, flows[view])).answer()
    all_signed = flows["signed"] is flows["all"]
    return Answer(
        dossier, cooperative, law, today, months, team, demand, answers, all_signed, change
    )


def _cooperative(dossier: Dossier, change: Change) -> CooperativeRules:
    own = dossier.cooperative
    if change.cooperative is None:
        return CooperativeRules.of(own.preset, own.contribution)
    return CooperativeRules.elsewhere_than(own.preset, change.cooperative)


def _team(dossier: Dossier, law: PayrollLaw, months: Horizon, today: dt.date) -> Team:
    everyone = people(dossier)
    settings = dossier.cooperative.payroll
    return Team(
        everyone,
        months.months,
        lambda month: law.payroll_for(month, settings),
        running=frozenset(
            who for who, person in enumerate(everyone) if person.net and person.under_cesa(today)
        ),
        by_year=settings.reduction == "annual",
    )


def _opening(dossier: Dossier, cooperative: CooperativeRules) -> Opening:
    treasury = dossier.treasury
    taken = None if cooperative.elsewhere else treasury.contribution_this_year
    return Opening(treasury.base_this_year, taken, treasury.base_since_entry)


def _too_early(first: Month, known: Month) -> CaeError:
    return CaeError(
        say("The projection would start in {first}: payroll rules are known from {known} on.",
            first=first, known=known),
        say("Tell the treasury of a later month: balance and month under [treasury]."),
        "CAE-S001",
    )  # fmt: skip
