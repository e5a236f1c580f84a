"""`cae salary --year`: twelve gross amounts, with the reduction by the month and by the year."""

from cae_cli.cli.pay.basis import Basis
from cae_cli.cli.reading_lines import bad_line, cents_of_line, typed_lines
from cae_cli.cli.shell import delivery, output
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import CaeError, Exit, Note
from cae_cli.language import say
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.render.salary.shown import PaidYear
from cae_cli.render.salary.year import YearAnswer
from cae_cli.rules import salary_notes
from cae_cli.rules.payroll.extrapolation import extrapolation
from cae_cli.rules.payroll.year import payslips_of_year


def answer(around: Surroundings, to: output.Target, basis: Basis, year: int) -> int:
    """Answer for the gross pay of the months of a civil year, read from standard input.

    Raises:
        CaeError: there is none, or more than twelve.
    """
    read = _gross(around)
    if read is None:
        return Exit.INVALID
    months = [Month(year * MONTHS_IN_YEAR + i) for i in range(len(read))]
    payrolls = [basis.law.payroll_for(month, basis.settings, basis.hours) for month in months]
    paid = list(zip(payrolls, read, strict=True))
    found = YearAnswer(
        year=year,
        months=months,
        by_month=[payroll.payslip(gross) for payroll, gross in paid],
        by_year=payslips_of_year(paid),
        chosen=basis.settings.reduction,
    )
    rests_on = _assumptions(basis, months[-1])
    warnings = _warnings(found)
    delivery.deliver(around, to, PaidYear(found, rests_on, warnings))
    if to.format == output.CSV:
        for note in (*warnings, *extrapolation(basis.law, months[-1], basis.growth)):
            around.tell(note.text)
    return Exit.DONE


def _gross(around: Surroundings) -> list[int] | None:
    """Return the amounts of standard input, January first; None where a line is bad, and told."""
    found, bad = [], False
    for line in typed_lines(around, MONTHS_IN_YEAR):
        try:
            found.append(cents_of_line(line, "gross"))
        except CaeError as error:
            around.tell(bad_line(line, error.problem.what))
            bad = True
    if not found and not bad:
        raise CaeError(
            say("Standard input holds no amount."),
            say("Give the gross pay of each month, from January on, one a line; 0 without pay."),
        )
    return None if bad else found


def _assumptions(basis: Basis, last: Month) -> list[Note]:
    law, settings, hours = basis.law, basis.settings, basis.hours
    return [
        *salary_notes.payroll_assumptions(law, last, settings, hours, basis.growth),
        salary_notes.by_the_year(),
        *basis.notes,
    ]


def _warnings(found: YearAnswer) -> list[Note]:
    slips = zip(found.months, found.by_month, found.by_year, strict=True)
    below = [month for month, alone, year in slips if min(alone.net, year.net) < 0]
    return list(salary_notes.negative_months(below))
