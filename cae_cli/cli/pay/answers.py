"""The answers of `cae salary`: for one amount, or for each line of standard input."""

from collections.abc import Iterator, Sequence

from cae_cli.cli.pay.basis import Basis
from cae_cli.cli.reading_lines import bad_line, cents_of, cents_of_line, typed_lines
from cae_cli.cli.shell import delivery, output
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import CaeError, Exit, Note
from cae_cli.render.salary.data import SalaryAnswer
from cae_cli.render.salary.shown import ListOfPays, OnePay
from cae_cli.rules import salary_notes
from cae_cli.rules.payroll.extrapolation import extrapolation
from cae_cli.rules.salary import Side, neighbours, salary_of


def one(
    around: Surroundings,
    to: output.Target,
    basis: Basis,
    side: Side,
    text: str,
    *,
    lines: bool,
) -> None:
    """Answer for one amount."""
    answer = _answer(basis, side, cents_of(text, side), lines=lines)
    net = answer.asked if side == "net" else answer.salary.payslip.net
    answer = answer._replace(around=neighbours(answer.payroll, basis.month_alone, net))
    rests_on = [*_assumptions(basis), *basis.notes]
    warnings = [*answer.warnings, *_warnings(around, basis)]
    delivery.deliver(around, to, OnePay(answer, rests_on, warnings))
    if to.format == output.CSV:
        _tell(around, basis, warnings)


def many(
    around: Surroundings,
    to: output.Target,
    basis: Basis,
    side: Side,
    *,
    lines: bool,
) -> int:
    """Answer for each line of standard input; bad lines are told with their number."""
    answers, code = [], Exit.DONE
    for line in typed_lines(around):
        try:
            answers.append(_answer(basis, side, cents_of_line(line, side), lines=lines))
        except CaeError as error:
            around.tell(bad_line(line, error.problem.what))
            code = Exit.INVALID
    rests_on = [*_assumptions(basis), *basis.notes]
    common = _warnings(around, basis)
    warnings = [*salary_notes.negative_nets([answer.salary for answer in answers]), *common]
    delivery.deliver(around, to, ListOfPays(answers, rests_on, warnings))
    if to.format != output.TEXT:
        # each line of JSON has the warnings of its own pay
        _tell(around, basis, common if to.format == output.JSON else warnings)
    return code


def _answer(basis: Basis, side: Side, cents: int, *, lines: bool) -> SalaryAnswer:
    payroll = basis.payroll
    salary = salary_of(payroll, basis.month_alone, side, cents)
    return SalaryAnswer(
        month=basis.month,
        side=side,
        asked=cents,
        salary=salary,
        warnings=tuple(salary_notes.salary_warnings(payroll, salary)),
        payroll=payroll,
        month_alone=basis.month_alone,
        cooperative=basis.cooperative,
        smic_of_january=basis.law.smic_hourly(basis.month + (1 - basis.month.number)),
        with_lines=lines,
    )


def _assumptions(basis: Basis) -> Iterator[Note]:
    yield from salary_notes.payroll_assumptions(
        basis.law,
        basis.month,
        basis.settings,
        basis.hours,
        basis.growth,
    )
    yield salary_notes.alone()
    if basis.cooperative is not None and basis.month_alone is not None:
        yield from salary_notes.cooperative_assumptions(basis.cooperative, basis.month_alone)


def _warnings(around: Surroundings, basis: Basis) -> list[Note]:
    if basis.cooperative is None:
        return []
    return salary_notes.cooperative_warnings(basis.cooperative, around.today)


def _tell(around: Surroundings, basis: Basis, warnings: Sequence[Note]) -> None:
    """Tell, beside data that has no place for it, what a reader must not miss."""
    for note in (*warnings, *extrapolation(basis.law, basis.month, basis.growth)):
        around.tell(note.text)
