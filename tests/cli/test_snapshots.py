"""The whole answers on the examples: their form, in both languages, piped and on a terminal.

A snapshot shows form; that the numbers are right is held by the tests that count by hand.
`make snapshots` writes them anew.
"""

import os
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.cli.kit import run_cae

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
STYLE = re.compile(r"\x1b\[[0-9;]*m")


class Text(SingleFileSnapshotExtension):
    """One text file a snapshot, as a person would read it."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


class Example(NamedTuple):
    """An example, and the day on which it is looked at."""

    name: str
    today: str

    def run(self, command: str, *arguments: str, **options: Any) -> str:
        path = str(EXAMPLES / f"{self.name}.toml")
        found = run_cae(command, "--file", path, "--today", self.today, *arguments, **options)
        assert (found.exit_code, found.stderr) == (0, "")
        return found.stdout.replace(path, f"examples/{self.name}.toml")  # wherever this runs


ALL = (
    Example("marcelle-et-lulu", "2023-03-01"),
    Example("arnaud-paysagiste", "2026-11-23"),
    Example("complet", "2026-11-23"),
)
example = pytest.mark.parametrize("example", ALL, ids=[example.name for example in ALL])
command = pytest.mark.parametrize("command", ["simulate", "timeline"])
language = pytest.mark.parametrize("lang", ["fr", "en"])


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Text)


@language
@command
@example
def test_piped(text: SnapshotAssertion, example: Example, command: str, lang: str) -> None:
    assert example.run(command, lang=lang) == text


@language
@command
@example
def test_on_a_terminal(text: SnapshotAssertion, example: Example, command: str, lang: str) -> None:
    shown = example.run(command, lang=lang, tty=True, env={"NO_COLOR": "1"})
    assert "\x1b" not in shown
    assert shown == text


@language
@command
@example
@pytest.mark.parametrize("width", [80, 100, 132])
def test_no_line_is_wider_than_the_terminal(
    example: Example, command: str, lang: str, width: int
) -> None:
    shown = example.run(command, lang=lang, tty=True, env={"COLUMNS": str(width)})
    wide = [line for line in STYLE.sub("", shown).splitlines() if cell_len(line) > width]
    assert wide == []


@command
@example
@pytest.mark.parametrize("width", range(60, 101, 8))
def test_french_punctuation_never_begins_a_line(example: Example, command: str, width: int) -> None:
    shown = example.run(command, tty=True, env={"COLUMNS": str(width), "NO_COLOR": "1"})
    texts = [line.strip("│ \u00a0\u202f") for line in shown.splitlines()]
    # "!" may: it begins a warning
    assert [text for text in texts if text[:1] in {*";:?»€%"}] == []


@language
@command
@example
def test_colour_is_decoration_only(example: Example, command: str, lang: str) -> None:
    coloured = example.run(command, lang=lang, tty=True)
    assert STYLE.search(coloured)
    plain = example.run(command, lang=lang, tty=True, env={"NO_COLOR": "1"})
    assert [line.rstrip() for line in STYLE.sub("", coloured).splitlines()] == [
        line.rstrip() for line in plain.splitlines()
    ]


@command
@example
def test_json(text: SnapshotAssertion, example: Example, command: str) -> None:
    told = example.run(command, "--json", lang="en")
    assert told.replace(f"{EXAMPLES}{os.sep}", "examples/") == text


@command
@example
def test_a_terminal_tells_what_a_pipe_tells(example: Example, command: str) -> None:
    """Every amount of the months, and every word of the dates, is in both."""
    flags = ("--monthly",) if command == "simulate" else ()
    piped, drawn = (example.run(command, *flags, lang="fr", tty=tty) for tty in (False, True))
    if command == "simulate":
        numbers = re.compile(r"\d{1,3}(?:\u202f\d{3})*,\d\d")
        assert numbers.findall(STYLE.sub("", drawn)) == numbers.findall(piped)
    else:
        assert STYLE.sub("", drawn).split() == piped.split()
