"""The answer of `cae salary --year`: each month of a year, read alone and in the year."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from cae_cli.errors import Note
from cae_cli.language import Amount, Language, Said, mark, say
from cae_cli.money import euros
from cae_cli.months import Month
from cae_cli.render.json_text import json_notes
from cae_cli.render.page import Line, Page
from cae_cli.render.salary.page import rests_on
from cae_cli.render.table import Row, TextTable, lines
from cae_cli.rules.payroll.engine import Payslip

JSON_FORMAT = 1
COLUMNS = (
    mark("Month"),
    mark("Gross"),
    mark("Net, by the month"),
    mark("Reduction, by the month"),
    mark("Employer cost, by the month"),
    mark("Net, by the year"),
    mark("Reduction, by the year"),
    mark("Employer cost, by the year"),
)
_HEADERS = (
    mark("Month"),
    mark("Gross"),
    mark("Net"),
    mark("Cost"),
    mark("Net"),
    mark("Cost"),
)


class YearAnswer(NamedTuple):
    """The months of a civil year from January on, with both readings of the law."""

    year: int
    months: Sequence[Month]
    by_month: Sequence[Payslip]
    by_year: Sequence[Payslip]
    chosen: str  # the reading of the dossier, "monthly" or "annual"


def page(
    answer: YearAnswer, language: Language, notes: Sequence[Note], warnings: Sequence[Note]
) -> Page:
    """Return the page: the difference in one sentence, the months, what it rests on."""
    return [
        Line(language.tell(_headline(answer)), "bold"),
        *(Line(language.tell(total)) for total in _totals(answer)),
        *(Line(language.tell(note.text), "yellow", hang="! ") for note in warnings),
        Line(),
        *_table(answer, language),
        Line(),
        *rests_on(notes, language),
    ]


def _cost(slips: Sequence[Payslip]) -> int:
    return sum(slip.employer_cost for slip in slips)


def _net(slips: Sequence[Payslip]) -> int:
    return sum(slip.net for slip in slips)


def _reduction(slips: Sequence[Payslip]) -> int:
    return sum(slip.general_reduction for slip in slips)


def _headline(answer: YearAnswer) -> Said:
    more = _cost(answer.by_year) - _cost(answer.by_month)
    values: dict[str, object] = {
        "year": str(answer.year),
        "gross": Amount(sum(slip.gross for slip in answer.by_month)),
        "cost": Amount(_cost(answer.by_year)),
        "difference": Amount(abs(more)),
    }
    if more > 0:
        return say(
            "In {year}, {gross} gross cost {cost} counted by the year: {difference} more than "
            "month by month.",
            **values,
        )
    if more < 0:
        return say(
            "In {year}, {gross} gross cost {cost} counted by the year: {difference} less than "
            "month by month.",
            **values,
        )
    return say("In {year}, {gross} gross cost {cost}, by the year as month by month.", **values)


def _totals(answer: YearAnswer) -> Iterator[Said]:
    yield say(
        "Net: {by_year} by the year, {by_month} month by month.",
        by_year=Amount(_net(answer.by_year)),
        by_month=Amount(_net(answer.by_month)),
    )
    yield say(
        "General reduction: {by_year} by the year, {by_month} month by month.",
        by_year=Amount(_reduction(answer.by_year)),
        by_month=Amount(_reduction(answer.by_month)),
    )


def _table(answer: YearAnswer, language: Language) -> Iterator[Line]:
    body = [
        (language.short_month(month), *(language.number(cents) for cents in amounts))
        for month, amounts in zip(answer.months, _shown(answer), strict=True)
    ]
    total = (
        language.translate(mark("Total")),
        *(language.number(sum(column)) for column in zip(*_shown(answer), strict=True)),
    )
    rows = [*(Row(cells) for cells in body), Row(total, "bold")]
    header, *shown = lines(TextTable(tuple(map(language.translate, _HEADERS)), rows))
    widths = _group_widths([tuple(map(language.translate, _HEADERS)), *body, total])
    groups = (mark("By the month"), mark("By the year"))
    titles = (
        language.translate(name).rjust(width)
        for name, width in zip(groups, widths[1:], strict=True)
    )
    yield Line("  ".join([" " * widths[0], *titles]), "bold", wrap=False)
    yield Line(header, "bold", wrap=False)
    for text, row in zip(shown, rows, strict=True):
        yield Line(text, row.style, wrap=False)


def _group_widths(cells: Sequence[Sequence[str]]) -> tuple[int, int, int]:
    """Return the widths of each pair of columns together."""
    month, gross, *others = (max(map(len, column)) for column in zip(*cells, strict=True))
    one, two, three, four = others
    return month + gross + 2, one + two + 2, three + four + 2


def _months(answer: YearAnswer) -> Iterator[tuple[Month, tuple[Payslip, Payslip]]]:
    for month, alone, year in zip(answer.months, answer.by_month, answer.by_year, strict=True):
        yield month, (alone, year)


def _shown(answer: YearAnswer) -> Iterator[tuple[int, ...]]:
    for _, (alone, year) in _months(answer):
        yield (alone.gross, alone.net, alone.employer_cost, year.net, year.employer_cost)


def rows(answer: YearAnswer) -> Iterator[Sequence[object]]:
    """Yield the rows of the CSV."""
    for month, slips in _months(answer):
        counted = [
            amount
            for slip in slips
            for amount in (slip.net, slip.general_reduction, slip.employer_cost)
        ]
        yield (month, Amount(slips[0].gross), *map(Amount, counted))


def document(
    answer: YearAnswer, language: Language, notes: Sequence[Note], warnings: Sequence[Note]
) -> dict[str, Any]:
    """Return the JSON document; amounts in euros."""
    return {
        "format": JSON_FORMAT,
        "command": "salary",
        "year": answer.year,
        "reduction": answer.chosen,
        "monthly": _sums(answer.by_month),
        "annual": _sums(answer.by_year),
        "months": [
            {
                "month": str(month),
                "gross": euros(alone.gross),
                "monthly": _sums([alone]),
                "annual": _sums([year]),
            }
            for month, (alone, year) in _months(answer)
        ],
        "assumptions": json_notes(notes, language),
        "warnings": json_notes(warnings, language),
    }


def _sums(slips: Sequence[Payslip]) -> dict[str, float]:
    return {
        "net": euros(_net(slips)),
        "employee_contributions": euros(sum(slip.employee_contributions for slip in slips)),
        "general_reduction": euros(_reduction(slips)),
        "employer_contributions": euros(sum(slip.employer_contributions for slip in slips)),
        "employer_cost": euros(_cost(slips)),
    }
