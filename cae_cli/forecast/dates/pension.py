"""Pension quarters that the salaries of the forecast validate, by civil year."""

from collections.abc import Iterator

from cae_cli.forecast.dates.timeline import PensionYear
from cae_cli.forecast.pay import target_gross
from cae_cli.forecast.people import Person
from cae_cli.forecast.simulation import Simulation
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.law import PayrollLaw
from cae_cli.rules.pension import quarters

YEARS_TOLD = 2  # the year in course and the next


def pension_years(simulation: Simulation, law: PayrollLaw) -> Iterator[PensionYear]:
    """Yield the year in course and the next, where salaries are foreseen in them.

    Salaries are the net targets, from the month decided, else from the first that what is signed
    allows. A year of which the projection does not see every salary is left out: one that it
    leaves before December, or whose first months it does not see though a CESA ran in them.

    Args:
        simulation: a projection of the dossier.
        law: the payroll rules through time, as the projection took them.
    """
    start = simulation.dossier.salary.start or simulation.first_salary["signed"].month
    if start is None:
        return
    growth = simulation.dossier.assumptions.smic_growth
    law = law.growing(growth) if growth else law
    for person in simulation.people:
        for year in range(simulation.today.year, simulation.today.year + YEARS_TOLD):
            months = _paid_months(person, year, start, simulation)
            january = Month(year * MONTHS_IN_YEAR)
            gross = sum(target_gross(person, _payroll(law, month, simulation)) for month in months)
            found = quarters(gross, law.smic_hourly(january)) if gross else 0
            if found:
                yield PensionYear(person.name, year, found)


def _paid_months(person: Person, year: int, start: Month, simulation: Simulation) -> list[Month]:
    """Return the months of a year with a salary; none where some may not be seen."""
    window = simulation.window
    months = [Month(year * MONTHS_IN_YEAR + index) for index in range(MONTHS_IN_YEAR)]
    before = [month for month in months if month < window.first]
    unseen = person.has_cesa and any(person.may_be_paid(month) for month in before)
    if unseen or months[-1] > window.last:
        return []
    first = max(start, window.first)
    return [month for month in months if month >= first and person.may_be_paid(month)]


def _payroll(law: PayrollLaw, month: Month, simulation: Simulation) -> Payroll:
    return law.payroll_for(month, simulation.dossier.cooperative.payroll)
