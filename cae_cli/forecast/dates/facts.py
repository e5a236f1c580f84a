"""What the timeline takes from the forecast of the signed turnover."""

import datetime as dt
from collections.abc import Iterator

from cae_cli.dossier.model import Dossier
from cae_cli.forecast.dates.pension import pension_years
from cae_cli.forecast.dates.timeline import Facts
from cae_cli.forecast.flows import CERTAIN, Invoice, Window, invoices
from cae_cli.forecast.simulation import Simulation
from cae_cli.months import Month
from cae_cli.rules.payroll.law import PayrollLaw


def facts(simulation: Simulation, law: PayrollLaw) -> Facts:
    """Return the first signed invoice, cash and salary up to the end of the window, and pensions.

    Args:
        simulation: a projection of the dossier.
        law: the payroll rules through time, as the projection took them.
    """
    found = list(_first_invoices(simulation.dossier, simulation.window))
    last_day = simulation.window.last.last_day
    return Facts(
        first_invoice=min((day for day, _, _ in found), default=None),
        first_cash=min((due for _, due, _ in found if due <= last_day), default=None),
        first_salary=simulation.first_salary["signed"].month,
        pension=tuple(pension_years(simulation, law)),
    )


def _first_invoices(dossier: Dossier, window: Window) -> Iterator[Invoice]:
    """Yield the first invoice of each signed prestation."""
    for client in dossier.clients:
        for prestation in client.prestations:
            if prestation.probability == CERTAIN:
                whole = _since(prestation.start, window)
                yield from list(invoices(client, prestation, whole))[:1]


def _since(start: dt.date, window: Window) -> Window:
    """Return the window opened early enough to hold the start of a prestation."""
    first = min(Month.of(start), window.first)
    return Window(first, window.shown, window.last - first + 1)
