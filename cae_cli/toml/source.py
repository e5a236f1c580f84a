"""The bytes of a file, and the text they hold: bounded, and refused in words."""

import codecs
import os
from typing import NoReturn

from cae_cli.errors import InvalidInputError, Place, Problem
from cae_cli.language import Said, say

STANDARD_INPUT = "-"
#: A dossier of 5,000 prestations is smaller.
MOST_BYTES = 1_000_000
#: A file so large can still be repaired in an editor, and the repair undone.
MOST_REPAIRED = 100_000_000


def read_bytes(path: str, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file, one more than the bound at most.

    Args:
        path: the file.
        most: the bound; larger only where a file is repaired or given back, and not read as data.

    Raises:
        InvalidInputError: the file is not there, is a folder or cannot be read.
    """
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a path as typed, and pathlib is slow to load
            return file.read(most + 1)
    except FileNotFoundError:
        _refuse(path, "CAE-D001", say("There is no file of that name."))
    except (OSError, ValueError) as error:
        _refuse_unreadable(path, error)


def _refuse_unreadable(path: str, error: OSError | ValueError) -> NoReturn:
    if not isinstance(error, OSError):  # a name that no file can have
        _refuse(path, "CAE-D001", say("There is no file of that name."))
    if os.path.isdir(path):  # noqa: PTH112 - Windows says "permission denied" of folders
        _refuse(path, "CAE-D002", say("This is a folder, not a file."))
    if isinstance(error, NotADirectoryError):
        _refuse(path, "CAE-D001", say("There is no file of that name."))
    if isinstance(error, PermissionError):
        _refuse(path, "CAE-D003", say("You are not allowed to read this file."))
    reason = error.strerror or type(error).__name__
    _refuse(path, "CAE-D003", say("The file cannot be read: {reason}.", reason=reason))


def decoded(source: str, raw: bytes) -> str:
    """Return the text of bytes in UTF-8, without byte-order mark.

    Raises:
        InvalidInputError: the bytes are too many, empty or not UTF-8.
    """
    if len(raw) > MOST_BYTES:
        _refuse(source, "CAE-D004", say("The file is larger than 1 MB."))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(source, "CAE-D005", say("The file is not text in UTF-8."), _place(raw, error.start))
    if not text.strip():
        _refuse(source, "CAE-D006", say("The file is empty."))
    return text


def _place(raw: bytes, offset: int) -> Place:
    """Return the place of the first byte that is not UTF-8."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Place(1, 1, "")
    start = raw.rfind(b"\n", 0, offset) + 1
    before = raw[start:offset].decode("utf-8-sig" if start == 0 else "utf-8", "replace")
    line = raw[start:].split(b"\n", 1)[0].removesuffix(b"\r")
    excerpt = line.decode("utf-8-sig" if start == 0 else "utf-8", "replace")
    return Place(raw.count(b"\n", 0, offset) + 1, len(before) + 1, excerpt)


def _refuse(source: str, code: str, what: Said, place: Place | None = None) -> NoReturn:
    from cae_cli.codes import remedy_of  # noqa: PLC0415 - only a wrong file pays

    raise InvalidInputError(source, [Problem(code, what, remedy_of(code), place)])
