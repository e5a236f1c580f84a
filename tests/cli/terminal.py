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
    if typed:
        os.write(ours, typed.encode())
    shown = b""
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
