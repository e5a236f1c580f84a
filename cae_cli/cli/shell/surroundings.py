"""What surrounds one run of the program, as one immutable value: built once, replaced in tests."""

import datetime as dt
import os
import sys
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TextIO, cast

import typer

from cae_cli.cli.shell import encoding
from cae_cli.cli.shell.gate import gated
from cae_cli.language import LANGUAGES, Language, Said

USUAL_WIDTH, USUAL_HEIGHT = 80, 24
NARROWEST, LOWEST = 20, 5
AUTO, ALWAYS, NEVER = "auto", "always", "never"
COMPLETE = "_CAE_COMPLETE"  # the shell being completed; set by the script of `--show-completion`
LONGEST_SIZE = 5  # digits of a size that can be one


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
    height: int = USUAL_HEIGHT  # lines on a screen
    colour: bool = False
    pages: bool = True  # on a terminal, a long answer goes through a pager
    inputs: list[str] | None = None  # the files read so far: no answer is written over one

    @property
    def completing(self) -> bool:
        """Whether a shell asks what could be typed, rather than a person for an answer."""
        return bool(self.environment.get(COMPLETE))

    def reads(self, path: str) -> None:
        """Note a file that is read."""
        if self.inputs is not None:
            self.inputs.append(path)

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
    colour = wants_colour(environment, terminal=terminal)
    width, height = _size(environment, answer if terminal else None)
    return Surroundings(
        today=_clock(),
        language=Language(language_code(arguments, environment)),
        stdin=source,
        stdout=gated(answer, coloured=colour),
        stderr=gated(encoding.prepare_output(stderr), coloured=False),
        environment=environment,
        inputs=[],
        interactive=source.isatty(),
        terminal=terminal,
        width=width,
        height=height,
        colour=colour,
    )


def _clock() -> dt.date:
    # Not datetime.astimezone: some values of $TZ that the system takes make it fail.
    return dt.date(*time.localtime()[:3])


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


def with_colour(around: Surroundings, chosen: str) -> Surroundings:
    """Return the same with colour as `--color` asks: always, never, or as the terminal has it."""
    if chosen == AUTO:
        return around
    colour = chosen == ALWAYS
    return around._replace(colour=colour, stdout=gated(around.stdout, coloured=colour))


def _size(environment: Mapping[str, str], terminal: TextIO | None) -> tuple[int, int]:
    """Return the columns and the lines that $COLUMNS and $LINES tell, else the terminal itself."""
    columns, lines = USUAL_WIDTH, USUAL_HEIGHT
    if terminal is not None:
        try:
            size = os.get_terminal_size(terminal.fileno())
        except OSError:
            pass  # a terminal that does not tell its size
        else:
            columns, lines = size.columns or columns, size.lines or lines
    columns = _told(environment, "COLUMNS") or columns
    return max(columns, NARROWEST), max(_told(environment, "LINES") or lines, LOWEST)


def _told(environment: Mapping[str, str], name: str) -> int:
    """Return the number that a variable holds; 0 where it holds none."""
    text = environment.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_SIZE else 0
