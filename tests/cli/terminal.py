"""Runs `cae` in a process of its own, on a pseudo-terminal of 80 × 24."""

import os
import select
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.cli.kit import TODAY

COLUMNS, LINES = 80, 24
LONGEST_WAIT = 60  # seconds without a word


def run_on_terminal(
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    typed: str = "",
) -> str:
    """Return what a run shows on the terminal, with plain ends of line.

    Args:
        arguments: what follows `cae`.
        folder: where it runs.
        environment: added to a bare one, in French, without colour.
        typed: what the person types; the terminal is closed after it.
    """
    ours, process = _started(arguments, folder, environment)
    if typed:
        os.write(ours, typed.encode())
    return _rest(ours, process, b"")


def converse(
    arguments: Sequence[str],
    folder: Path,
    answers: Sequence[str],
    environment: Mapping[str, str] | None = None,
) -> str:
    """Return what a run shows when each answer is typed once its question is there."""
    ours, process = _started(arguments, folder, environment)
    shown = b""
    for answer in answers:
        seen = len(shown)
        while not (len(shown) > seen and shown.endswith(b" ")):
            if not select.select([ours], [], [], LONGEST_WAIT)[0]:
                raise AssertionError(shown.decode())
            shown += os.read(ours, 65536)
        os.write(ours, f"{answer}\n".encode())
    return _rest(ours, process, shown)


def _started(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str] | None
) -> tuple[int, subprocess.Popen[bytes]]:
    """Start a run, and return our end of its terminal."""
    import fcntl
    import struct
    import termios

    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    bare = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    code = Path(__file__).resolve().parents[2]
    settings = {"PYTHONPATH": str(code), "LANG": "fr_FR.UTF-8", "PYTHONUTF8": "1",
                "CAE_TODAY": TODAY, "NO_COLOR": "1", "TERM": "xterm"}  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "cae_cli", *arguments],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**bare, **settings, **(environment or {})},
    )
    os.close(theirs)
    return ours, process


def _rest(ours: int, process: subprocess.Popen[bytes], shown: bytes) -> str:
    """Return all that was shown, once the run is over."""
    try:
        while select.select([ours], [], [], LONGEST_WAIT)[0]:
            part = os.read(ours, 65536)
            if not part:
                break
            shown += part
    except OSError:
        pass  # the end of a pseudo-terminal on Linux
    process.wait(LONGEST_WAIT)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")
