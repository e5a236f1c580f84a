"""The state before the last edit, kept beside the dossier.

The record is the old file itself below one more line, a comment that says what the edit was and
which content it led to; so that it can be read, and even used, by hand.
"""

import hashlib
import json
import os
from contextlib import suppress
from typing import NamedTuple

from cae_cli import files
from cae_cli.dossier.keeping.saying import from_json, to_json
from cae_cli.errors import CaeError
from cae_cli.language import Said, say

_MARK = b"# cae undo: "
#: The record of the last edit, and that of the edit being written.
LAST, NEXT = "undo", "undo-next"
#: A dossier has 1 MB at most, and the first line is short.
MOST_BYTES = 2_000_000


class Record(NamedTuple):
    """What brings a state back."""

    summary: Said  # the edit
    before: bytes  # the state to bring back
    undone: bool = False  # the record undoes an undo


def prepare(target: str, record: Record, after: bytes) -> None:
    """Write the record of an edit that is about to be written."""
    head = {
        "edit": to_json(record.summary),
        "undone": record.undone,
        "after": hashlib.sha256(after).hexdigest(),
    }
    line = _MARK + json.dumps(head).encode() + b"\n"
    files.replace(files.beside(target, NEXT), line + record.before, like=target)


def settle(target: str) -> None:
    """Make the record the last one, once its edit is written."""
    with suppress(OSError):  # the next record still fits the file, and is looked at
        os.replace(files.beside(target, NEXT), files.beside(target, LAST))  # noqa: PTH105


def find(target: str, current: bytes) -> Record:
    """Return the record of the edit that led to the current content.

    Raises:
        CaeError: there is none, or the file changed since.
    """
    digest = hashlib.sha256(current).hexdigest()
    records = [_read(files.beside(target, name)) for name in (NEXT, LAST)]
    known = [found for found in records if found is not None]
    for record, after in known:
        if after == digest:
            return record
    if not known:
        raise CaeError(say("There is nothing to undo."), None, "CAE-E010")
    what = say(
        "The file was changed after the last edit ({edit}); nothing was undone.",
        edit=known[-1][0].summary,
    )
    raise CaeError(what, say("Correct the file by hand."), "CAE-E011")


def _read(path: str) -> tuple[Record, str] | None:
    """Return a record and the digest of what its edit led to; None if it is no record."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            line, _, before = file.read(MOST_BYTES).partition(b"\n")
        head = json.loads(line.removeprefix(_MARK))
        return Record(from_json(head["edit"]), before, head["undone"] is True), str(head["after"])
    except (OSError, ValueError, LookupError, TypeError, ArithmeticError, RecursionError):
        return None
