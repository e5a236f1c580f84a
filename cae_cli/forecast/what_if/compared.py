"""Scenarios side by side, and three blows."""

from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.fields import MOST_SCENARIOS
from cae_cli.forecast.answer import Answer
from cae_cli.forecast.flows import View
from cae_cli.forecast.what_if.again import again
from cae_cli.forecast.what_if.outcomes import Outcome, outcome
from cae_cli.forecast.what_if.scenarios import Scenario, edit_of
from cae_cli.forecast.what_if.stresses import Stress, stresses
from cae_cli.months import Month
from cae_cli.rules.payroll.law import PayrollLaw

#: Scenarios that stand side by side, what is recorded apart.
MOST = MOST_SCENARIOS


class Tried(NamedTuple):
    """A scenario, and what the answer comes to with it."""

    scenario: Scenario
    outcome: Outcome


class Compared(NamedTuple):
    """What is recorded, and what would be otherwise."""

    answer: Answer
    view: View
    recorded: Outcome
    tried: Sequence[Tried]
    stresses: Sequence[Stress]


def compared(
    answer: Answer, law: PayrollLaw, view: View, scenarios: Sequence[Scenario]
) -> Compared:
    """Return what scenarios come to, each answered again; they begin with the next month."""
    day = (Month.of(answer.today) + 1).first_day
    tried = []
    for one in scenarios[:MOST]:
        then = again(answer, law, edit_of(one, answer.dossier, day), one.cooperative)
        tried.append(Tried(one, outcome(then, view)))
    return Compared(answer, view, outcome(answer, view), tried, stresses(answer, view, law))
