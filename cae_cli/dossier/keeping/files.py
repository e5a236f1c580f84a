"""Files under a lock, replaced in one step, on Linux, macOS and Windows."""

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

from filelock import BaseFileLock, FileLock, Timeout

from cae_cli.errors import CaeError
from cae_cli.language import say

#: Seconds an edit waits for the others; each takes some milliseconds.
LONGEST_WAIT = 120.0
#: Seconds between two looks at the lock: more and more, or hundreds of programs that wait would
#: leave no time to the one that writes.
FIRST_PAUSE, LONGEST_PAUSE = 0.005, 0.4
_NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_BINARY = getattr(os, "O_BINARY", 0)


def target(path: str) -> str:
    """Return the file itself, behind symbolic links."""
    return os.path.realpath(path)


def exists(path: str) -> bool:
    """Tell whether something stands at a path."""
    return os.path.lexists(path)


def beside(path: str, suffix: str) -> str:
    """Return the name of a hidden file beside another."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.{suffix}")  # noqa: PTH118 - paths stay texts here


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Hold the lock of a file; the system frees it when the program ends, however it ends.

    Raises:
        CaeError: the lock cannot be made, or another program holds it too long.
    """
    if not os.path.isdir(os.path.dirname(path)):  # noqa: PTH112, PTH120 - the lock would make it
        _refuse(path, FileNotFoundError())
    lock = FileLock(beside(path, "lock"))
    deadline, pause = time.monotonic() + LONGEST_WAIT, FIRST_PAUSE
    while not _acquired(path, lock):
        if time.monotonic() > deadline:
            what = say("Another program has been editing the file for two minutes.")
            remedy = say("Wait for the other cae to end, then run the command again.")
            raise CaeError(what, remedy, "CAE-E009")
        time.sleep(pause * (0.5 + time.perf_counter_ns() % 1000 / 1000))  # not all at once
        pause = min(2 * pause, LONGEST_PAUSE)
    try:
        yield
    finally:
        lock.release()


def _acquired(path: str, lock: BaseFileLock) -> bool:
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return False
    except (OSError, ValueError, NotImplementedError) as error:
        _refuse(path, error)
    return True


def replace(path: str, content: bytes, *, like: str | None) -> None:
    """Put new content in the place of a file, in one step.

    Args:
        path: the file.
        content: what it will hold.
        like: the file whose permissions and owner the new one takes; None for the usual ones.

    Raises:
        CaeError: it cannot be written; the old file is untouched.
    """
    new = beside(path, "new")
    try:
        if like is not None:
            os.close(os.open(like, os.O_WRONLY))  # a read-only file is meant to stay as it is
        with suppress(FileNotFoundError):
            os.unlink(new)  # noqa: PTH108 - left by a program that died
        _write(new, content, like)
        os.replace(new, path)  # noqa: PTH105
    except OSError as error:
        with suppress(OSError):
            os.unlink(new)  # noqa: PTH108
        _refuse(path, error)
    _flush_folder(os.path.dirname(path))  # noqa: PTH120


def _write(new: str, content: bytes, like: str | None) -> None:
    """Write a file that did not exist, to the disk itself."""
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        if like is not None:
            _resemble(new, os.stat(like))  # noqa: PTH116
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _resemble(new: str, model: os.stat_result) -> None:
    """Give a file the owner and permissions of another, as far as the system lets one."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(new, model.st_uid, model.st_gid)
    os.chmod(new, stat.S_IMODE(model.st_mode))  # noqa: PTH101


def _flush_folder(folder: str) -> None:
    """Put the new name on the disk too, where folders can be flushed."""
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refuse(path: str, error: Exception) -> NoReturn:
    number = getattr(error, "errno", None)
    if number in _NO_ROOM:
        what = say("There is no room left to write {path}; nothing was changed.", path=path)
        remedy = say("Make room, then run the command again.")
        raise CaeError(what, remedy, "CAE-E008") from None
    folder = os.path.dirname(path)  # noqa: PTH120
    if not os.path.isdir(folder):  # noqa: PTH112
        what = say("There is no folder {folder}.", folder=folder)
        raise CaeError(what, say("Make the folder first."), "CAE-E007") from None
    if isinstance(error, PermissionError) or number == errno.EROFS:
        what = say("You are not allowed to write {path} or its folder.", path=path)
    else:
        reason = getattr(error, "strerror", None) or type(error).__name__
        what = say("{path} cannot be written: {reason}.", path=path, reason=reason)
    remedy = say("Check that the file and its folder are yours and not read-only.")
    raise CaeError(what, remedy, "CAE-E007") from None
