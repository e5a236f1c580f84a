"""The answers of `cae salary`: for one amount, or for each line of standard input."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cae_cli.cli import numbers, output
from cae_cli.cli.context import Outside
from cae_cli.cli.salary_ground import Ground
from cae_cli.cli.values import refused
from cae_cli.errors import CaeError, Exit, Note
from cae_cli.language import Amount, Said, say
from cae_cli.money import CENTS_IN_EURO
from cae_cli.render.salary_data import Answer
from cae_cli.rules import salary_notes
from cae_cli.rules.salary import MOST_EUROS, Side, neighbours, salary_of

MOST_LINES = 100_000
_LONGEST_LINE = 200


class Typed(NamedTuple):
    """A line of standard input that holds something; numbers count from 1."""

    number: int
    text: str


def cents_of(text: str, side: Side) -> int:
    """Read an amount of a month.

    Raises:
        UsageError: it is not an amount, or an absurd one.
    """
    cents = numbers.amount(text, f"--{side}")
    if cents > MOST_EUROS * CENTS_IN_EURO:
        raise refused(
            f"--{side}",
            say("“{text}” is too large for a month.", text=text),
            say("The largest amount is {amount}.", amount=Amount(MOST_EUROS * CENTS_IN_EURO)),
        )
    return cents


def typed_lines(outside: Outside) -> Iterator[Typed]:
    """Yield the lines of standard input, blank ones left out.

    Raises:
        CaeError: there are too many.
    """
    number = 0
    while text := _line(outside):
        number += 1
        if number > MOST_LINES:
            raise CaeError(
                say("Standard input has more than {count} lines.", count=MOST_LINES),
                say("Give it in parts."),
            )
        bare = text.lstrip("\ufeff").strip()
        if bare:
            yield Typed(number, bare)


def _line(outside: Outside) -> str:
    """Return the beginning of the next line; what is too long for an amount is left out."""
    text = rest = outside.stdin.readline(_LONGEST_LINE)
    while rest and not rest.endswith("\n"):
        rest = outside.stdin.readline(_LONGEST_LINE)
    return text


def bad_line(line: Typed, what: Said) -> Said:
    """Say what is wrong with a line of standard input."""
    return say("Line {number}: {what}", number=line.number, what=what)


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
        ground.law, ground.month, ground.settings, ground.hours
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
    found = [*salary_notes.extrapolation(ground.law, ground.month), *_warnings(outside, ground)]
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
