"""A text longer than the screen, through the pager of the person; without one, as it is."""

import os
import shlex
import shutil
import signal
from collections.abc import Mapping, Sequence
from io import UnsupportedOperation

from cae_cli.cli.shell.surroundings import Surroundings

USUAL = ("less", "-FRX")
_LESS_FLAGS = "FRX"  # stops on less than a screen, keeps colours, leaves the text on the screen


def show(around: Surroundings, text: str) -> None:
    """Show a text on the terminal; nothing of it is lost where the pager is missing or dies."""
    command = chosen(around.environment) if _overflows(around, text) else ()
    if not (command and _paged(around, command, text)):
        around.write(text)


def chosen(environment: Mapping[str, str]) -> Sequence[str]:
    """Return the command of the pager: $CAE_PAGER, else $PAGER, else less; none where it is empty.

    A variable that is set but empty asks for no pager, as "cat" does.
    """
    for name in ("CAE_PAGER", "PAGER"):
        typed = environment.get(name)
        if typed is not None:
            words = _words(typed)
            return () if words == ["cat"] else words
    return USUAL if shutil.which(USUAL[0]) else ()


def _words(typed: str) -> list[str]:
    if os.name == "nt":
        return typed.split()
    try:
        return shlex.split(typed)
    except ValueError:  # a quote that is never closed
        return []


def _overflows(around: Surroundings, text: str) -> bool:
    return text.count("\n") >= around.height  # the prompt of the shell takes a line


def _paged(around: Surroundings, command: Sequence[str], text: str) -> bool:
    """Run a pager on a text; tell whether it showed it."""
    import subprocess

    encoding, errors = around.stdout.encoding or "utf-8", around.stdout.errors or "strict"
    environment = {"LESS": _LESS_FLAGS, **around.environment}
    around.stdout.flush()
    try:
        terminal = around.stdout.fileno()
        process = subprocess.Popen(  # noqa: S603 - the person's own pager
            command, stdin=subprocess.PIPE, stdout=terminal, env=environment
        )
    except (OSError, UnsupportedOperation, ValueError):
        return False  # no such program, or standard output is not one of the system
    interrupted = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the pager
    try:
        process.communicate(text.encode(encoding, errors))
    except BrokenPipeError:
        process.wait()  # it was left before the end of the text
    finally:
        signal.signal(signal.SIGINT, interrupted)
    return process.returncode == 0
