"""Runs `cae` inside the test's own process, on streams that the test can read."""

import contextlib
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cae_cli.cli.commands import COMMANDS
from cae_cli.cli.main import run
from cae_cli.cli.shell import surroundings
from cae_cli.cli.shell.app import Entry

TODAY = "2026-11-23"


class Result(NamedTuple):
    """What a run gave."""

    exit_code: int
    stdout: str
    stderr: str
    raw: bytes  # standard output as bytes

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)


class Stream(io.TextIOWrapper):
    """A stream in memory that may pretend to be a terminal."""

    def __init__(self, content: bytes = b"", encoding: str = "utf-8", *, tty: bool = False) -> None:
        self._tty = tty
        self._bytes = io.BytesIO(content)
        super().__init__(self._bytes, encoding=encoding, newline="")

    def isatty(self) -> bool:
        return self._tty

    def content(self) -> bytes:
        self.flush()
        return self._bytes.getvalue()


def run_cae(
    *arguments: str,
    stdin: str | bytes = b"",
    lang: str = "fr",
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    tty: bool = False,
    encoding: str = "utf-8",
    commands: Mapping[str, Entry] = COMMANDS,
) -> Result:
    """Run one command line.

    The language is that of the locale, today is `TODAY`, and nothing else of the environment of the
    test is seen; `env` adds to it. With `tty` the three streams are terminals of 80 columns.
    """
    environment = {"LANG": f"{lang}_XX.UTF-8", "CAE_TODAY": TODAY, "COLUMNS": "80", **(env or {})}
    typed = stdin.encode() if isinstance(stdin, str) else stdin
    streams = Stream(typed, tty=tty), Stream(b"", encoding, tty=tty), Stream(b"", encoding, tty=tty)
    with contextlib.chdir(cwd) if cwd else contextlib.nullcontext():
        code = run(arguments, surroundings.gather(arguments, environment, *streams), commands)
    raw, told = streams[1].content(), streams[2].content()
    return Result(code, raw.decode(encoding), told.decode(encoding), raw)
