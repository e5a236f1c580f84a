"""The answer of `cae salary` for programs: JSON documents and the rows of the CSV."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from cae_cli.errors import Note
from cae_cli.language import Amount, Language, mark
from cae_cli.money import euros
from cae_cli.months import Month
from cae_cli.render.json_text import json_notes
from cae_cli.render.shown import Table
from cae_cli.rules.cooperatives import CooperativeRules
from cae_cli.rules.month_alone import MonthAlone
from cae_cli.rules.payroll.engine import Payroll, PayslipLine
from cae_cli.rules.salary import Neighbour, Salary, Side

JSON_FORMAT = 1
COLUMNS = (
    mark("Month"),
    mark("Net"),
    mark("Gross"),
    mark("Employer cost"),
    mark("Employee contributions"),
    mark("Employer contributions"),
    mark("General reduction"),
    mark("Contribution"),
    mark("Turnover"),
    mark("Unspent"),
)
LINE_COLUMNS = (
    mark("Month"),
    mark("Gross"),
    mark("Code"),
    mark("Line"),
    mark("Base"),
    mark("Employee rate"),
    mark("Employee"),
    mark("Employer rate"),
    mark("Employer"),
    mark("Text"),
)


class SalaryAnswer(NamedTuple):
    """One pay, what was asked of it, and what it was computed with; cents."""

    month: Month
    side: Side
    asked: int
    salary: Salary
    warnings: Sequence[Note]  # on this pay
    payroll: Payroll
    month_alone: MonthAlone | None
    cooperative: CooperativeRules | None
    smic_of_january: int  # cents an hour
    with_lines: bool
    around: Sequence[Neighbour] = ()  # pays of a little less and more net

    @property
    def lines(self) -> Sequence[PayslipLine]:
        """Every line of the payslip."""
        return self.payroll.lines(self.salary.payslip.gross)


def document(
    answer: SalaryAnswer, language: Language, assumptions: Sequence[Note], warnings: Sequence[Note]
) -> dict[str, Any]:
    """Return the JSON document of one pay; amounts in euros, rates as parts of 1."""
    return {
        **_pay(answer, language),
        "assumptions": json_notes(assumptions, language),
        "warnings": json_notes(warnings, language),
    }


def one_of_many(answer: SalaryAnswer, language: Language) -> dict[str, Any]:
    """Return the document of one pay of a list, with what is odd at this one."""
    return {**_pay(answer, language), "warnings": json_notes(answer.warnings, language)}


def _pay(answer: SalaryAnswer, language: Language) -> dict[str, Any]:
    slip, salary = answer.salary.payslip, answer.salary
    return {
        "format": JSON_FORMAT,
        "command": "salary",
        "month": str(answer.month),
        "net": euros(slip.net),
        "gross": euros(slip.gross),
        "employer_cost": euros(slip.employer_cost),
        "employee_contributions": euros(slip.employee_contributions),
        "employer_contributions": euros(slip.employer_contributions),
        "general_reduction": euros(slip.general_reduction),
        "contribution": None if salary.contribution is None else euros(salary.contribution),
        "turnover": None if salary.turnover is None else euros(salary.turnover),
        "unspent": euros(salary.unspent),
        "lines": [_line(line, language) for line in answer.lines] if answer.with_lines else [],
    }


def _line(line: PayslipLine, language: Language) -> dict[str, Any]:
    return {
        "code": line.key,
        "name": language.show(line.name),
        "base": None if line.base is None else euros(line.base),
        "employee_rate": float(line.employee_rate),
        "employee": euros(line.employee),
        "employer_rate": float(line.employer_rate),
        "employer": euros(line.employer),
        "text": line.text,
    }


def table(answers: Sequence[SalaryAnswer], language: Language) -> Table:
    """Return one row a pay, or one row a line of each payslip where these are asked for."""
    if any(answer.with_lines for answer in answers):
        return Table(LINE_COLUMNS, _line_rows(answers, language))
    return Table(COLUMNS, [_row(answer) for answer in answers])


def _row(answer: SalaryAnswer) -> Sequence[object]:
    slip, salary = answer.salary.payslip, answer.salary
    amounts = (
        slip.net,
        slip.gross,
        slip.employer_cost,
        slip.employee_contributions,
        slip.employer_contributions,
        slip.general_reduction,
        salary.contribution,
        salary.turnover,
        salary.unspent,
    )
    return (answer.month, *(None if cents is None else Amount(cents) for cents in amounts))


def _line_rows(answers: Sequence[SalaryAnswer], language: Language) -> Iterator[Sequence[object]]:
    for answer in answers:
        gross = Amount(answer.salary.payslip.gross)
        for line in answer.lines:
            yield (
                answer.month,
                gross,
                line.key,
                language.show(line.name),
                None if line.base is None else Amount(line.base),
                _percent(line.employee_rate, language),
                Amount(line.employee),
                _percent(line.employer_rate, language),
                Amount(line.employer),
                line.text,
            )


def _percent(rate: Decimal, language: Language) -> str | None:
    return language.percent(rate) if rate else None
