"""What surrounds one run of the program, as one immutable value: built once, replaced in tests."""

import datetime as dt
import os
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TextIO, cast

import typer

from cae_cli.cli.shell import encoding
from cae_cli.language import LANGUAGES, Language, Said

USUAL_WIDTH = 80
NARROWEST = 20


class Surroundings(NamedTuple):
    """Today, the language, the streams, the terminal and the environment of one run."""

    today: dt.date
    language: Language
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    environment: Mapping[str, str]
    interactive: bool = False  # stdin is a terminal: a question can be asked
    terminal: bool = False  # stdout is a terminal
    width: int = USUAL_WIDTH  # characters on a line
    colour: bool = False

    def write(self, text: str) -> None:
        """Write a part of the answer to standard output, as it is."""
        self.stdout.write(text)

    def tell(self, said: Said) -> None:
        """Tell something beside the answer: a line on standard error."""
        self.stderr.write(f"{self.language.tell(said)}\n")


def of(context: typer.Context) -> Surroundings:
    """Return the surroundings, inside a command."""
    return cast("Surroundings", context.obj)


def from_process(arguments: Sequence[str]) -> Surroundings:
    """Build the value from this process, once."""
    return gather(arguments, os.environ, sys.stdin, sys.stdout, sys.stderr)


def gather(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    stdin: TextIO | None,
    stdout: TextIO | None,
    stderr: TextIO | None,
) -> Surroundings:
    """Build the value from what was typed, the environment and the three streams."""
    source = encoding.prepare_input(stdin)
    answer = encoding.prepare_output(stdout)
    terminal = answer.isatty()
    return Surroundings(
        today=dt.datetime.now().astimezone().date(),
        language=Language(language_code(arguments, environment)),
        stdin=source,
        stdout=answer,
        stderr=encoding.prepare_output(stderr),
        environment=environment,
        interactive=source.isatty(),
        terminal=terminal,
        width=_width(environment, answer if terminal else None),
        colour=wants_colour(environment, terminal=terminal),
    )


def at_day(around: Surroundings, typed: str | None) -> Surroundings:
    """Return the same with the day typed as `--today`, else that of $CAE_TODAY.

    Raises:
        UsageError: it is not a day.
    """
    text, flag = typed, "--today"
    if text is None:
        text, flag = around.environment.get("CAE_TODAY") or None, "$CAE_TODAY"
    if text is None:
        return around
    from cae_cli.cli.shell import values

    return around._replace(today=values.day(text, flag))


def language_code(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language: the one typed, else of the environment; French unless it is English.

    It is read before anything is parsed, so that help and errors speak it too.
    """
    typed = _typed_language(arguments)
    if typed in LANGUAGES:
        return typed
    for name in ("CAE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "en" if environment[name].lower().startswith("en") else "fr"
    return "fr"


def _typed_language(arguments: Sequence[str]) -> str:
    typed = ""
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and index + 1 < len(arguments):
            typed = arguments[index + 1]
        elif argument.startswith("--lang="):
            typed = argument.partition("=")[2]
    return typed


def wants_colour(environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Tell whether to use colour: NO_COLOR wins, then FORCE_COLOR, then what stdout is."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return terminal and environment.get("TERM") != "dumb"


def _width(environment: Mapping[str, str], terminal: TextIO | None) -> int:
    columns = environment.get("COLUMNS", "")
    if columns.isascii() and columns.isdecimal() and int(columns) > 0:
        return max(int(columns), NARROWEST)
    if terminal is not None:
        try:
            return max(os.get_terminal_size(terminal.fileno()).columns or USUAL_WIDTH, NARROWEST)
        except OSError:
            pass  # a terminal that does not tell its size
    return USUAL_WIDTH
