"""One lock for each file, on Linux, macOS and Windows; it dies with the program that holds it."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from cae_cli.errors import CaeError
from cae_cli.files.identity import identity_of, share
from cae_cli.files.names import beside
from cae_cli.files.refusing import refuse
from cae_cli.language import Said, say

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK = "lock"
#: Seconds an edit waits for the others; each takes some milliseconds.
LONGEST_WAIT = 120.0
#: Seconds after which it says that it waits.
SILENT_WAIT = 1.0
#: Seconds between two looks at the lock: more and more, or hundreds of programs that wait would
#: leave no time to the one that writes.
FIRST_PAUSE, LONGEST_PAUSE = 0.005, 0.4

Tell = Callable[[Said], None]


@contextmanager
def locked(path: str, *, name: str = "", tell: Tell | None = None) -> Iterator[None]:
    """Hold the lock of a file; the system frees it when the program ends, however it ends.

    Args:
        path: the file, behind links.
        name: the file as the person knows it, for messages.
        tell: tells the person that the command waits.

    Raises:
        CaeError: the lock cannot be made, or another program holds it too long.
    """
    from filelock import FileLock  # noqa: PLC0415 - only an edit pays for it

    name = name or path
    lock = FileLock(_made(path, name))
    start, pause, told = time.monotonic(), FIRST_PAUSE, False
    while not _acquired(lock, name):
        waited = time.monotonic() - start
        if waited > LONGEST_WAIT:
            what = say("Another program has been editing the file for two minutes.")
            remedy = say("Wait for the other cae to end, then run the command again.")
            raise CaeError(what, remedy, "CAE-E009")
        if waited > SILENT_WAIT and not told and tell is not None:
            tell(say("Waiting for another program that is editing {path}…", path=name))
            told = True
        time.sleep(pause * (0.5 + time.perf_counter_ns() % 1000 / 1000))  # not all at once
        pause = min(2 * pause, LONGEST_PAUSE)
    try:
        yield
    finally:
        lock.release()


def _made(path: str, name: str) -> str:
    """Return the file of the lock, made where missing: as shared as the file itself is today."""
    lock = beside(path, LOCK)
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(lock, flags | os.O_CREAT, 0o600)
    except (OSError, ValueError) as error:
        refuse(name, error)
    try:
        with suppress(OSError):  # a dossier to come, or one that only others may read
            model = os.open(path, os.O_RDONLY)
            try:
                share(descriptor, identity_of(model))
            finally:
                os.close(model)
    finally:
        os.close(descriptor)
    return lock


def _acquired(lock: "BaseFileLock", name: str) -> bool:
    from filelock import Timeout  # noqa: PLC0415 - only an edit pays for it

    try:
        lock.acquire(blocking=False)
    except Timeout:
        return False
    except (OSError, ValueError, NotImplementedError) as error:
        refuse(name, error)
    return True
