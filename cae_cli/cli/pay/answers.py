"""The answers of `cae salary`: for one amount, or for each line of standard input."""

from collections.abc import Iterator, Sequence

from cae_cli.cli.frame import output
from cae_cli.cli.frame.context import Outside
from cae_cli.cli.pay.ground import Ground
from cae_cli.cli.reading_lines import bad_line, cents_of, typed_lines
from cae_cli.errors import CaeError, Exit, Note
from cae_cli.render.salary_data import Answer
from cae_cli.rules import salary_notes
from cae_cli.rules.payroll.extrapolation import extrapolation
from cae_cli.rules.salary import Side, neighbours, salary_of


def one(
    outside: Outside, to: output.Target, ground: Ground, side: Side, text: str, *, lines: bool
) -> None:
    """Answer for one amount."""
    answer = _answer(ground, side, cents_of(text, side), lines=lines)
    if to.format == output.TEXT:
        from cae_cli.render.salary_page import page

        net = answer.asked if side == "net" else answer.salary.payslip.net
        answer = answer._replace(around=neighbours(answer.payroll, ground.month_alone, net))
        own = salary_notes.salary_warnings(answer.payroll, answer.salary)
        warnings = [*own, *_warnings(outside, ground)]
        shown = page(answer, outside.language, [*_assumptions(ground), *ground.notes], warnings)
        output.show_page(outside, to, shown)
        return
    _deliver_data(outside, to, [answer], listed=False)
    for note in salary_notes.salary_warnings(answer.payroll, answer.salary):
        outside.tell(note.text)
    _tell_notes(outside, ground)


def many(outside: Outside, to: output.Target, ground: Ground, side: Side, *, lines: bool) -> int:
    """Answer for each line of standard input; bad lines are told with their number."""
    answers, code = [], Exit.DONE
    for line in typed_lines(outside):
        try:
            answers.append(_answer(ground, side, cents_of(line.text, side), lines=lines))
        except CaeError as error:
            outside.tell(bad_line(line, error.problem.what))
            code = Exit.INVALID
    if to.format == output.TEXT:
        from cae_cli.render.salary_page import list_page

        notes = [*_assumptions(ground), *ground.notes]
        shown = list_page(answers, outside.language, notes, _warnings(outside, ground))
        output.show_page(outside, to, shown)
        return code
    _deliver_data(outside, to, answers, listed=True)
    _tell_notes(outside, ground)
    return code


def _answer(ground: Ground, side: Side, cents: int, *, lines: bool) -> Answer:
    payroll = ground.payroll
    return Answer(
        month=ground.month,
        side=side,
        asked=cents,
        salary=salary_of(payroll, ground.month_alone, side, cents),
        payroll=payroll,
        month_alone=ground.month_alone,
        cooperative=ground.cooperative,
        smic_of_january=ground.law.smic_hourly(ground.month + (1 - ground.month.number)),
        with_lines=lines,
    )


def _assumptions(ground: Ground) -> Iterator[Note]:
    yield from salary_notes.payroll_assumptions(
        ground.law, ground.month, ground.settings, ground.hours, ground.growth
    )
    yield salary_notes.alone()
    if ground.cooperative is not None and ground.month_alone is not None:
        yield from salary_notes.cooperative_assumptions(ground.cooperative, ground.month_alone)


def _warnings(outside: Outside, ground: Ground) -> list[Note]:
    if ground.cooperative is None:
        return []
    return salary_notes.cooperative_warnings(ground.cooperative, outside.today)


def _tell_notes(outside: Outside, ground: Ground) -> None:
    """Tell, beside data that has no place for it, what a reader must not miss."""
    found = [*extrapolation(ground.law, ground.month, ground.growth), *_warnings(outside, ground)]
    for note in found:
        outside.tell(note.text)


def _deliver_data(
    outside: Outside, to: output.Target, answers: Sequence[Answer], *, listed: bool
) -> None:
    from cae_cli.render import salary_data as data

    if to.format == output.CSV:
        output.deliver(outside, to, data.csv(answers, outside.language))
    elif listed:
        output.deliver(outside, to, data.json_lines(answers, outside.language))
    else:
        from cae_cli.render.json_text import json_text

        output.deliver(outside, to, json_text(data.document(answers[0], outside.language)))
