"""What can go wrong, as values: a person reads what happened, where, and what to do."""

from enum import IntEnum
from typing import NamedTuple

from cae_cli.language import Said


class Exit(IntEnum):
    """The exit codes of the program."""

    DONE = 0
    INVALID = 1  # the dossier or another input is invalid, unreadable, or lacks what was named
    USAGE = 2
    FOUND = 3  # --check found what it looks for
    INTERRUPTED = 130


class Place(NamedTuple):
    """Where in a file: line and column count from 1; the excerpt is the whole line."""

    line: int
    column: int
    excerpt: str
    width: int = 1  # how many characters the caret underlines


class Problem(NamedTuple):
    """One thing wrong (or doubtful, as a warning) in a file or another input."""

    code: str  # stable, documented: "CAE-D012"
    what: Said
    remedy: Said | None = None
    place: Place | None = None


class Note(NamedTuple):
    """An assumption an answer rests on, or a warning it comes with; the code is stable."""

    code: str
    text: Said


class CaeError(Exception):
    """An error a person can act on; the edge of the program shows it and exits."""

    exit_code = Exit.INVALID

    def __init__(self, what: Said, remedy: Said | None = None, code: str = "") -> None:
        super().__init__(what.text)
        self.problem = Problem(code, what, remedy)


class UsageError(CaeError):
    """The command was typed wrong."""

    exit_code = Exit.USAGE


class InvalidInputError(CaeError):
    """A file does not hold what it should: all its problems, in the order of the file."""

    def __init__(self, source: str, problems: list[Problem]) -> None:
        super().__init__(problems[0].what, problems[0].remedy, problems[0].code)
        self.source = source  # the name of the file, as the person typed it
        self.problems = problems
