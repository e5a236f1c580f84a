"""A named what-if, as a person tells it, made a change of a dossier."""

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from cae_cli.dossier.model import Client, Dossier
from cae_cli.forecast.change import Edit, together
from cae_cli.forecast.what_if import edits, pay_edits


class Scenario(NamedTuple):
    """What would be otherwise; what is not told stays as it is recorded."""

    name: str
    without: tuple[str, ...] = ()  # clients who leave
    late: int = 0  # days by which everyone pays later, earlier invoices too
    prices: Decimal = Decimal(0)  # by which all of them change
    target: int | None = None  # the highest net, in cents; the others in proportion
    cooperative: str | None = None  # the rules of another one, by its id
    added: tuple[Client, ...] = ()


def edit_of(scenario: Scenario, dossier: Dossier, day: dt.date) -> Edit:
    """Return what a scenario changes in a dossier, from a day on, its cooperative apart."""
    several: list[Edit] = [edits.leaves(name, day) for name in scenario.without]
    several += [edits.with_client(client) for client in scenario.added]
    if scenario.prices:
        several.append(edits.prices(scenario.prices, day))
    if scenario.late:
        several.append(edits.late(scenario.late))
    if scenario.target is not None:
        several.append(pay_edits.target(scenario.target, pay_edits.highest(dossier)))
    return together(*several)


def recorded(dossier: Dossier) -> list[Scenario]:
    """Return the scenarios that a dossier holds."""
    return [
        Scenario(one.name, one.without_client, one.late, one.prices, one.target, one.cooperative)
        for one in dossier.scenarios
    ]
