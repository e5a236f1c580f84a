"""Pension quarters that the salaries of the forecast validate, by civil year."""

from collections.abc import Iterator

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.dates.timeline import PensionYear
from cae_cli.forecast.projection.people import Person
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.rules.pension import quarters

YEARS_TOLD = 2  # the year in course and the next


def pension_years(answer: Answer) -> Iterator[PensionYear]:
    """Yield the year in course and the next, where salaries are foreseen in them.

    Salaries are those that the ledger of what is signed pays. A year of which the projection does
    not see every salary is left out: its first months may lie before it, though a CESA ran in them.
    """
    rows = answer.views["signed"].months
    for who, person in enumerate(answer.people):
        for year in range(answer.today.year, answer.today.year + YEARS_TOLD):
            january = Month(year * MONTHS_IN_YEAR)
            if _is_unseen(person, january, answer):
                continue
            pays = (row.pays[who] for row in rows if row.month.year == year)
            gross = sum(pay.gross for pay in pays if pay is not None)
            found = quarters(gross, answer.law.smic_hourly(january)) if gross else 0
            if found:
                yield PensionYear(person.name, year, found)


def _is_unseen(person: Person, january: Month, answer: Answer) -> bool:
    """Tell whether some salary of a civil year may lie outside the projection."""
    first, december = answer.horizon.first, january + (MONTHS_IN_YEAR - 1)
    before = [january + i for i in range(MONTHS_IN_YEAR) if january + i < first]
    unseen = person.has_cesa and any(person.may_be_paid(month) for month in before)
    return unseen or december > answer.horizon.last
