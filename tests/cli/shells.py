"""Real interactive shells on a pseudo-terminal: what TAB inserts, what the command then gets."""

import os
import pty
import select
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source ./script"),
    "zsh": (["zsh", "-f", "-i"], "autoload -Uz compinit; compinit -u -D; source ./script"),
    "fish": (["fish", "--no-config", "-i"], "source ./script"),
}
PRESENT = [shell for shell in SHELLS if shutil.which(shell)]
LONGEST = 10.0
QUIET = 0.7  # seconds without a word: the shell awaits the next key

#: Instead of running, the command writes down its arguments; completion is the real one.
COMMAND = """#!/bin/sh
if [ -n "$_CAE_COMPLETE" ]; then exec "{python}" -m cae_cli "$@"; fi
printf '%s\\0' "$@" > out.new && mv out.new out
"""


class Shell:
    """A shell in a folder, with `cae` on its path and the completion script loaded."""

    def __init__(self, folder: Path, terminal: int) -> None:
        self.folder, self._terminal = folder, terminal

    def after_tab(self, typed: str) -> list[str] | None:
        """Type a command line, TAB and Enter; return what the command got, or None."""
        out = self.folder / "out"
        out.unlink(missing_ok=True)
        self.press(f"{typed}\t\n", until=out)  # keys wait for one another
        if not out.exists():  # an open quote, for example: leave the line
            self.press("\x03")
            return None
        return out.read_bytes().decode().split("\0")[:-1]

    def press(self, keys: str, until: Path | None = None) -> bytes:
        """Press keys, and wait until the shell is quiet, or a file is there."""
        os.write(self._terminal, keys.encode())
        shown, end = b"", time.monotonic() + (QUIET if until is None else LONGEST)
        while time.monotonic() < end and not (until is not None and until.exists()):
            ready, _, _ = select.select([self._terminal], [], [], 0.02)
            if ready:
                shown += os.read(self._terminal, 65536)
                end = end if until is not None else time.monotonic() + QUIET
        return shown


@contextmanager
def shell_in(folder: Path, shell: str, script: str) -> Iterator[Shell]:
    """Open a shell and close it."""
    command = folder / "cae"
    command.write_text(COMMAND.format(python=sys.executable), "utf-8")
    command.chmod(0o755)
    (folder / "script").write_text(script, "utf-8")
    arguments, load = SHELLS[shell]
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        path = f"{folder}{os.pathsep}{os.environ['PATH']}"
        environment = {"PATH": path, "HOME": str(folder), "PS1": "$ ", "LANG": "C.UTF-8"}
        environment["TERM"] = "dumb" if shell == "fish" else "xterm"
        os.execvpe(arguments[0], arguments, environment)
    try:
        opened = Shell(folder, terminal)
        opened.press("")
        opened.press(f"{load}\n")
        yield opened
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
