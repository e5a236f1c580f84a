"""Amounts on standard input, one a line: bounded, and told with the number of the line."""

from contextvars import copy_context
from typing import NamedTuple

from cae_cli.cli.shell import numbers
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.cli.shell.values import refused
from cae_cli.errors import CaeError
from cae_cli.language import Amount, Said, say
from cae_cli.money import in_cents
from cae_cli.rules.salary import MOST_EUROS, Side

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
    if cents > in_cents(MOST_EUROS):
        raise refused(
            f"--{side}",
            say("“{text}” is too large for a month.", text=text),
            say("The largest amount is {amount}.", amount=Amount(in_cents(MOST_EUROS))),
        )
    return cents


def cents_of_line(line: Typed, side: Side) -> int:
    """Read the amount of a line; how each was understood is not told, thousands of times.

    Raises:
        UsageError: it is not an amount, or an absurd one.
    """
    return copy_context().run(cents_of, line.text, side)


def typed_lines(around: Surroundings, most: int = MOST_LINES) -> list[Typed]:
    """Return the lines of standard input, blank ones left out.

    Raises:
        CaeError: there are too many.
    """
    number, found = 0, list[Typed]()
    while text := _line(around):
        number += 1
        bare = text.lstrip("\ufeff").strip()
        if not bare:
            continue
        if len(found) == most:
            raise CaeError(
                say("Standard input has more than {count} amounts.", count=most),
                say("Give {count} at most.", count=most),
            )
        found.append(Typed(number, bare))
    return found


def _line(around: Surroundings) -> str:
    """Return the beginning of the next line; what is too long for an amount is left out."""
    text = rest = around.stdin.readline(_LONGEST_LINE)
    while rest and not rest.endswith("\n"):
        rest = around.stdin.readline(_LONGEST_LINE)
    return text


def bad_line(line: Typed, what: Said) -> Said:
    """Say what is wrong with a line of standard input."""
    return say("Line {number}: {what}", number=line.number, what=what)
