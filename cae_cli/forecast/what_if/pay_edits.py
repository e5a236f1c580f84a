"""What the people of an activity can decide about their pay, as edits of a dossier."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from cae_cli.dossier.model import Dossier, Entrepreneur, NetStep
from cae_cli.forecast.change import Edit
from cae_cli.money import CENTS_IN_EURO
from cae_cli.months import Month


class Wanted(NamedTuple):
    """What a person wants to be paid: a first target in cents, and those that follow."""

    net: int
    steps: tuple[NetStep, ...] = ()


def wanted(dossier: Dossier) -> dict[str, Wanted]:
    """Return what each person wants, by name; the unnamed person of a dossier without any is ""."""
    goal = dossier.salary
    if not dossier.entrepreneurs:
        return {"": Wanted(goal.net_target or 0, goal.net_steps)}
    return {person.name: _wanted_by(dossier, person) for person in dossier.entrepreneurs}


def _wanted_by(dossier: Dossier, person: Entrepreneur) -> Wanted:
    months = sorted({step.since for step in (*dossier.salary.net_steps, *person.net_steps)})
    steps = tuple(step(month, dossier.net_target(person, month) or 0) for month in months)
    return Wanted(dossier.net_target(person) or 0, steps)


def step(month: Month, net: int) -> NetStep:
    """Return a target from a month on."""
    return NetStep.model_construct(since=month, net=net)


def paying(of: Callable[[str, Wanted], Wanted]) -> Edit:
    """Return the edit that gives each person, by name and by what they want, other targets."""

    def edit(dossier: Dossier) -> Dossier:
        now = wanted(dossier)
        then = {name: of(name, one) for name, one in now.items()}
        if not dossier.entrepreneurs:
            told = {"net_target": then[""].net, "net_steps": then[""].steps}
            return dossier.model_copy(update={"salary": dossier.salary.model_copy(update=told)})
        people = tuple(
            person.model_copy(
                update={"net_target": then[person.name].net, "net_steps": then[person.name].steps}
            )
            for person in dossier.entrepreneurs
        )
        return dossier.model_copy(update={"entrepreneurs": people})

    return edit


def highest(dossier: Dossier) -> int:
    """Return the highest first target of all, in cents."""
    return max(one.net for one in wanted(dossier).values())


def _part(net: int, most: int, before: int) -> int:
    return net * most // before // CENTS_IN_EURO * CENTS_IN_EURO


def target(most: int, before: int) -> Edit:
    """Return the edit in which the highest target is an amount, the others in proportion.

    Args:
        most: the amount, in cents; what follows from it is rounded down to the euro.
        before: what the highest target was, in cents; 0: there was none, and each has the amount.
    """

    def of(_: str, one: Wanted) -> Wanted:
        if not before:
            return Wanted(most)
        steps = tuple(step(then.since, _part(then.net, most, before)) for then in one.steps)
        return Wanted(_part(one.net, most, before), steps)

    return paying(of)


def waiting(names: Collection[str], first: Month) -> Edit:
    """Return the edit in which some people wait for a month."""
    return paying(lambda name, one: _from(one, first, 0) if name in names else one)


def stepped(most: int, before: int, first: Month) -> Edit:
    """Return the edit in which pay is lower until a month: `most` instead of `before`."""
    return paying(lambda _, one: _from(one, first, _part(one.net, most, before)))


def _from(one: Wanted, first: Month, until_then: int) -> Wanted:
    """Return what a person wants from a month on, and less until then."""
    reached = [then.net for then in one.steps if then.since <= first]
    later = tuple(then for then in one.steps if then.since > first)
    return Wanted(until_then, (step(first, reached[-1] if reached else one.net), *later))
