"""What the timeline takes from the forecast of the signed turnover."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from cae_cli.dossier.model import Dossier
from cae_cli.forecast.dates.pension import pension_years
from cae_cli.forecast.dates.timeline import Facts
from cae_cli.forecast.entries import CERTAIN, Entry, invoices_of
from cae_cli.forecast.simulation import Simulation
from cae_cli.rules.payroll.law import PayrollLaw


def facts(simulation: Simulation, law: PayrollLaw) -> Facts:
    """Return the first signed invoice, cash and salary up to the end of the window, and pensions.

    Args:
        simulation: a projection of the dossier.
        law: the payroll rules through time, as the projection took them.
    """
    last_day = simulation.window.last.last_day
    found = list(_first_invoices(simulation.dossier, last_day))
    return Facts(
        first_invoice=min((one.day for one in found), default=None),
        first_cash=min((one.paid for one in found if one.paid <= last_day), default=None),
        first_salary=simulation.first_salary["signed"].month,
        pension=tuple(pension_years(simulation, law)),
    )


def _first_invoices(dossier: Dossier, last_day: dt.date) -> Iterator[Entry]:
    """Yield the first invoice of each signed prestation."""
    for i, client in enumerate(dossier.clients):
        for j, prestation in enumerate(client.prestations):
            if prestation.probability == CERTAIN:
                found = invoices_of(client, prestation, prestation.start, last_day, path=(i, j))
                yield from islice(found, 1)
