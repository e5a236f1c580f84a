"""Files under a lock, replaced in one step, on Linux, macOS and Windows."""

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn

from cae_cli.errors import CaeError
from cae_cli.language import say

if TYPE_CHECKING:
    from filelock import BaseFileLock

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
    from filelock import FileLock  # noqa: PLC0415 - only an edit pays for it

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


def _acquired(path: str, lock: "BaseFileLock") -> bool:
    from filelock import Timeout  # noqa: PLC0415 - only an edit pays for it

    try:
        lock.acquire(blocking=False)
    except Timeout:
        return False
    except (OSError, ValueError, NotImplementedError) as error:
        _refuse(path, error)
    return True


def replace(path: str, content: bytes, *, like: str | None, name: str = "") -> None:
    """Put new content in the place of a file, in one step.

    What is not a file of its own (a pipe, a terminal, /dev/null) is written to directly.

    Args:
        path: the file, behind links.
        content: what it will hold.
        like: the file whose permissions and owner the new one takes; None for the usual ones.
        name: the file as the person knows it, for messages.

    Raises:
        CaeError: it cannot be written; the old file is untouched, and nothing is left beside it.
    """
    try:
        if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
            with open(path, "wb") as file:  # noqa: PTH123
                file.write(content)
        else:
            _replace(path, content, like)
    except OSError as error:
        _refuse(name or path, error)


def _replace(path: str, content: bytes, like: str | None) -> None:
    if like is not None:
        os.close(os.open(like, os.O_WRONLY))  # a read-only file is meant to stay as it is
    folder, name = os.path.split(path)
    new = os.path.join(folder, f".{name[:50]}.{os.urandom(8).hex()}.new")  # noqa: PTH118
    try:
        _write(new, content, like)
        os.replace(new, path)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(new)  # noqa: PTH108
        raise
    _flush_folder(folder)


def _write(new: str, content: bytes, like: str | None) -> None:
    """Write a file that did not exist, to the disk itself."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
    descriptor = os.open(new, flags, 0o666 if like is None else 0o600)
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
    if folder and not os.path.isdir(folder):  # noqa: PTH112
        what = say("There is no folder {folder}.", folder=folder)
        raise CaeError(what, say("Make the folder first."), "CAE-E007") from None
    if isinstance(error, PermissionError) or number == errno.EROFS:
        what = say("You are not allowed to write {path} or its folder.", path=path)
    else:
        reason = getattr(error, "strerror", None) or type(error).__name__
        what = say("{path} cannot be written: {reason}.", path=path, reason=reason)
    remedy = say("Check that the file and its folder are yours and not read-only.")
    raise CaeError(what, remedy, "CAE-E007") from None
