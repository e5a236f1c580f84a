"""Nothing that acts on a terminal goes through a stream, and nothing that starts a run ends it."""

import os
import subprocess
import sys

import pytest

from cae_cli.cli.shell.failures import last_words
from cae_cli.cli.shell.gate import gated
from cae_cli.errors import Exit
from tests.cli.kit import Stream


@pytest.mark.parametrize(
    ("text", "coloured", "shown"),
    [
        ("Éa · 12 €\n\tb\r\n", False, "Éa · 12 €\n\tb\r\n"),
        ("\x1b]0;OWNED\x07", False, "\\u001b]0;OWNED\\u0007"),
        ("\x1b[31mred\x1b[0m", False, "\\u001b[31mred\\u001b[0m"),
        ("\x1b[31mred\x1b[0m", True, "\x1b[31mred\x1b[0m"),
        ("\x1b[2J\x1b[1;5H", True, "\\u001b[2J\\u001b[1;5H"),
        ("over\rwritten\x08\x7f", True, "over\\u000dwritten\\u0008\\u007f"),
        ("\x9b31m \u202eback", False, "\\u009b31m \\u202eback"),
    ],
)
def test_what_acts_on_a_terminal_becomes_visible(text: str, coloured: bool, shown: str) -> None:
    stream = Stream()
    gate = gated(stream, coloured=coloured)
    gate.write(text)
    gate.writelines([text])
    assert stream.content().decode() == shown * 2
    assert (gate.encoding, gate.isatty()) == ("utf-8", False)


@pytest.mark.parametrize(
    "odd",
    [
        {"TZ": "UTC+24"},
        {"TZ": "UTC-24"},
        {"COLUMNS": "9" * 5000},
        {"COLUMNS": "²"},
        {"COLUMNS": "-1"},
        {"LANG": "\udcff", "LC_ALL": "\x1b"},
        {"CAE_LANG": "xx"},
        {"PYTHONIOENCODING": "ascii"},
        {"TERM": "\x1b[2J"},
    ],
)
def test_no_environment_stops_the_program(odd: dict[str, str]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "cae_cli", "cooperatives"],
        env={**os.environ, "CAE_LANG": "en", **odd},
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, b"")


def test_what_surrounds_a_run_is_looked_at_under_guard() -> None:
    code = (
        "import sys; from cae_cli.cli import main\n"
        "main.surroundings.from_process = lambda _: 1 / 0\n"
        "sys.exit(main.main())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert run.returncode == Exit.INVALID
    assert run.stderr == b"cae stopped on something it did not expect (ZeroDivisionError).\n"


def test_the_last_words_need_nobody_who_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> int:
        raise OSError

    monkeypatch.setattr(os, "write", gone)
    assert last_words(KeyError("\x1b")) == Exit.INVALID
