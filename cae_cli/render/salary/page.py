"""The answer of `cae salary` for people: the sentence, the table, what it rests on."""

from collections.abc import Sequence

from cae_cli.errors import Note
from cae_cli.language import Language, mark
from cae_cli.render.page import Line, Page
from cae_cli.render.salary.data import SalaryAnswer
from cae_cli.render.salary.payslip import payslip_lines
from cae_cli.render.salary.words import facts, headline
from cae_cli.render.table import Row, TextTable, lines
from cae_cli.rules.salary import Neighbour

HERE = ">"


def page(
    answer: SalaryAnswer, language: Language, assumptions: Sequence[Note], warnings: Sequence[Note]
) -> Page:
    """Return the page of one pay: with its payslip, or with the pays around it."""
    return [
        *_first(answer, language),
        *(_bullet(note, language, "! ", "yellow") for note in warnings),
        Line(),
        *_detail(answer, language),
        Line(),
        *rests_on(assumptions, language),
    ]


def _first(answer: SalaryAnswer, language: Language) -> list[Line]:
    sentence = Line(language.tell(headline(answer)), "bold")
    return [sentence, *(Line(language.tell(fact)) for fact in facts(answer))]


def _detail(answer: SalaryAnswer, language: Language) -> Sequence[Line]:
    if answer.with_lines:
        return payslip_lines(answer.salary.payslip, answer.lines, language)
    return _around(answer, language)


def rests_on(assumptions: Sequence[Note], language: Language) -> list[Line]:
    """Return what an answer rests on, as a list."""
    return [
        Line(language.translate(mark("What this rests on:"))),
        *(_bullet(note, language, "- ", "") for note in assumptions),
    ]


def _bullet(note: Note, language: Language, hang: str, style: str) -> Line:
    return Line(language.tell(note.text), style, hang=hang)


def _around(answer: SalaryAnswer, language: Language) -> list[Line]:
    """Return the table of nets around the answer, each with what the next 100 € cost."""
    rows = [_row(answer, neighbour, language) for neighbour in answer.around]
    return _table(_headers(answer, language), rows) if rows else []


def _row(answer: SalaryAnswer, neighbour: Neighbour, language: Language) -> Row:
    shown = answer.salary if neighbour.here else neighbour.salary
    amounts = [neighbour.net, shown.payslip.gross, shown.payslip.employer_cost]
    if shown.turnover is not None:
        amounts.append(shown.turnover)
    numbers = (language.number(cents) for cents in (*amounts, neighbour.more_cost))
    return Row((HERE if neighbour.here else "", *numbers), "bold" if neighbour.here else "")


def _headers(answer: SalaryAnswer, language: Language) -> tuple[str, ...]:
    marked = [mark("Net"), mark("Gross"), mark("Employer cost")]
    if answer.salary.turnover is not None:
        marked.append(mark("To invoice"))
    marked.append(mark("€100 more net"))
    return ("", *(language.translate(header) for header in marked))


def _table(headers: tuple[str, ...], rows: Sequence[Row]) -> list[Line]:
    header, *body = lines(TextTable(headers, rows, left=0))
    return [
        Line(header, "bold", wrap=False),
        *(Line(text, row.style, wrap=False) for text, row in zip(body, rows, strict=True)),
    ]


def list_page(
    answers: Sequence[SalaryAnswer],
    language: Language,
    assumptions: Sequence[Note],
    warnings: Sequence[Note],
) -> Page:
    """Return the page of several pays: one row each, or one payslip each."""
    shown: list[Line] = []
    if answers and answers[0].with_lines:
        for answer in answers:
            detail = payslip_lines(answer.salary.payslip, answer.lines, language)
            shown += [Line(language.tell(headline(answer)), "bold"), *detail, Line()]
    elif answers:
        shown = [*_listed(answers, language), Line()]
    return [
        *shown,
        *(_bullet(note, language, "! ", "yellow") for note in warnings),
        *rests_on(assumptions, language),
    ]


def _listed(answers: Sequence[SalaryAnswer], language: Language) -> list[Line]:
    first = answers[0]
    marked = [mark("Net"), mark("Gross"), mark("Employer cost")]
    with_turnover = first.salary.turnover is not None
    budget = first.side in {"cost", "turnover"}
    marked += [mark("Contribution"), mark("Turnover")] if with_turnover else []
    marked += [mark("Unspent")] if budget else []
    rows = []
    for answer in answers:
        slip, salary = answer.salary.payslip, answer.salary
        amounts = [slip.net, slip.gross, slip.employer_cost]
        amounts += [salary.contribution or 0, salary.turnover or 0] if with_turnover else []
        amounts += [salary.unspent] if budget else []
        rows.append(Row(tuple(language.number(cents) for cents in amounts)))
    return _table(tuple(language.translate(header) for header in marked), rows)
