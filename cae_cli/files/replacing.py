"""Putting new content in the place of a file, in one step, so that nothing is lost."""

import os
import re
from contextlib import suppress

from cae_cli.errors import CaeError
from cae_cli.files.exchanging import exchange, read_once_left
from cae_cli.files.identity import give, identity_of, share, usual_mode
from cae_cli.files.refusing import refuse
from cae_cli.language import say

#: Characters of the name of a file that its new one bears too.
LONGEST_NAME = 50
_BINARY = getattr(os, "O_BINARY", 0)
_FOLLOW_NONE = getattr(os, "O_NOFOLLOW", 0)


class _ChangedError(Exception):
    """Another program wrote the file meanwhile; what it wrote into ours may be kept in a file."""

    def __init__(self, kept: str = "") -> None:
        super().__init__(kept)
        self.kept = kept


def replace(path: str, content: bytes, *, expected: bytes | None = None, name: str = "") -> None:
    """Put new content in the place of a file, which stays readable and writable by the same people.

    The new file is put in its place in one step. Where it cannot have the owner, group, access
    list and attributes of the old one, the old one itself is written instead. What is not a file of
    its own (a pipe, a terminal, /dev/null) is written to directly.

    Args:
        path: the file, behind links; it need not exist.
        content: what it will hold.
        expected: what the file must still hold when it is replaced.
        name: the file as the person knows it, for messages.

    Raises:
        CaeError: it cannot be written, has several names, or was changed meanwhile; the file is
            as it was, and nothing is left beside it.
    """
    try:
        if not os.path.lexists(path):
            _new(path, content)
        elif os.path.isfile(path):  # noqa: PTH113
            _renew(path, content, expected)
        else:
            with open(path, "wb") as file:  # noqa: PTH123
                file.write(content)
    except _ChangedError as error:
        what = say("Another program changed the file meanwhile; nothing was written.")
        remedy = (
            say("What it wrote is also in {file}. Run the command again.", file=error.kept)
            if error.kept
            else say("Run the command again.")
        )
        raise CaeError(what, remedy, "CAE-E006") from None
    except OSError as error:
        refuse(name or path, error)


def put_beside(path: str, content: bytes, *, like: str, name: str = "") -> None:
    """Put a file of ours beside another, for the people who may read and write that one.

    Whatever stands at the path is replaced, and no link is followed.

    Args:
        path: the file to put.
        content: what it will hold.
        like: the file beside which it stands.
        name: that file as the person knows it, for messages.

    Raises:
        CaeError: it cannot be written.
    """
    try:
        with open(like, "rb") as model:  # noqa: PTH123
            identity = identity_of(model.fileno())
        new, descriptor = _written(like, content)
        try:
            share(descriptor, identity)
        finally:
            os.close(descriptor)
        _moved(new, path, content)
    except OSError as error:
        refuse(name or like, error)


def sweep(path: str) -> None:
    """Remove the new files that programs which died left beside a file; its lock must be held."""
    folder, name = os.path.split(path)
    left = re.compile(re.escape(f".{name[:LONGEST_NAME]}.") + "[0-9a-f]{16}[.]new")
    with suppress(OSError), os.scandir(folder or ".") as entries:
        for entry in entries:
            if left.fullmatch(entry.name):
                _forget(entry.path)


def _new(path: str, content: bytes) -> None:
    """Write a file that was not there; one that comes meanwhile is left alone."""
    new, descriptor = _written(path, content)
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, usual_mode())
    finally:
        os.close(descriptor)
    _moved(new, path, content)


def _renew(path: str, content: bytes, expected: bytes | None) -> None:
    """Write a file that is there, by a new one in its place or else where it stands."""
    flags = os.O_RDWR | _BINARY | _FOLLOW_NONE  # a read-only file is meant to stay as it is
    old = os.open(path, flags)
    try:
        if os.fstat(old).st_nlink > 1:
            what = say("The file has several names (hard links); one would not see the change.")
            remedy = say(
                "Make it a file of its own first: copy it, and move the copy in its place."
            )
            raise CaeError(what, remedy, "CAE-E017")
        new, descriptor = _written(path, content)
        try:
            alike = give(descriptor, identity_of(old))
        except BaseException:
            _forget(new)
            raise
        finally:
            os.close(descriptor)
        if not alike:
            _overwrite(path, old, new, content, expected)
            return
    finally:
        os.close(old)
    _moved(new, path, content, expected)


def _written(path: str, content: bytes) -> tuple[str, int]:
    """Write a new file of random name beside another, to the disk itself."""
    folder, name = os.path.split(path)
    new = os.path.join(folder, f".{name[:LONGEST_NAME]}.{os.urandom(8).hex()}.new")  # noqa: PTH118
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY | _FOLLOW_NONE
    descriptor = os.open(new, flags, 0o600)
    try:
        _write(descriptor, content)
    except BaseException:
        os.close(descriptor)
        _forget(new)
        raise
    return new, descriptor


def _write(descriptor: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]
    os.fsync(descriptor)


def _moved(new: str, path: str, content: bytes, expected: bytes | None = None) -> None:
    """Put the new file in the place of the old one, unless that one changed meanwhile."""
    try:
        if expected is None:
            os.replace(new, path)  # noqa: PTH105
        else:
            _swapped(new, path, content, expected)
    except BaseException as error:
        if not (isinstance(error, _ChangedError) and error.kept):
            _forget(new)
        raise
    _flush_folder(os.path.dirname(path))  # noqa: PTH120


def _swapped(new: str, path: str, content: bytes, expected: bytes) -> None:
    """Put the new file in the place of the old one; back, if another program had written that."""
    if _read(path) != expected:
        raise _ChangedError
    if not exchange(new, path):
        os.replace(new, path)  # noqa: PTH105
        return
    if read_once_left(new) == expected:
        os.unlink(new)  # noqa: PTH108
        return
    exchange(new, path)
    written = read_once_left(new)  # ours, and what was written into it in that moment
    if not written.startswith(content):
        raise _ChangedError(new)
    with open(path, "ab") as file:  # noqa: PTH123
        file.write(written[len(content) :])
    raise _ChangedError


def _overwrite(path: str, old: int, new: str, content: bytes, expected: bytes | None) -> None:
    """Write an open file where it stands; the new one holds all of it on the disk meanwhile."""
    try:
        if expected is not None and _read(path) != expected:
            raise _ChangedError
        os.lseek(old, 0, os.SEEK_SET)
        _write(old, content)
        os.ftruncate(old, len(content))
        os.fsync(old)
    finally:
        _forget(new)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()


def _forget(new: str) -> None:
    with suppress(OSError):
        os.unlink(new)  # noqa: PTH108


def _flush_folder(folder: str) -> None:
    """Put the new name on the disk too, where folders can be flushed."""
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder or ".", os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
