"""Writing a dossier so that nothing is ever lost.

An edit holds a lock, reads, computes the new text, reads the result again, and replaces the file
in one step by a new one that is already on the disk. A program that dies at any moment leaves the
old file or the new one; its lock dies with it.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

from cae_cli import files
from cae_cli.dossier.keeping import undoing
from cae_cli.dossier.reading import ReadDossier, read, read_text
from cae_cli.errors import CaeError, InvalidInputError
from cae_cli.language import Said, say
from cae_cli.toml.source import STANDARD_INPUT, read_bytes

_BOM = b"\xef\xbb\xbf"


class Edit(NamedTuple):
    """What an edit did: the dossier before and after, and the lines of the new text it wrote."""

    before: ReadDossier
    after: ReadDossier
    first_line: int  # counts from 1; the lines written are first_line to last_line, inclusive
    last_line: int  # below first_line when lines were only removed

    @property
    def lines(self) -> list[str]:
        """The lines that were written."""
        lines = self.after.text.split("\n")[self.first_line - 1 : self.last_line]
        return [line.removesuffix("\r") for line in lines]


class Undone(NamedTuple):
    """What was undone; `again` when it was an undo that was undone, so the edit is back."""

    summary: Said
    again: bool
    before: bytes
    after: bytes


class WrongChangeError(InvalidInputError):
    """A change would make the dossier wrong; its problems have no place in any file."""


def edit(
    path: str,
    change: Callable[[ReadDossier], str],
    summary: Said,
    *,
    presets: Sequence[str] | None = None,
    today: dt.date | None = None,
    dry_run: bool = False,
) -> Edit:
    """Change a dossier: the text that `change` returns takes the place of the old one.

    Args:
        path: the file, as typed; a symbolic link is followed.
        change: a pure function; what it raises leaves the file untouched.
        summary: what the edit does, kept for `undo`.
        presets: see `load`.
        today: see `load`.
        dry_run: compute and verify everything, and write nothing.

    Raises:
        InvalidInputError: the file, or what it would become, is no valid dossier.
        CaeError: the edit is refused or cannot be written; the file is untouched.
    """
    read_bytes(_editable(path))  # refused in words before anything is made beside it
    target = files.target(path)
    with files.locked(target):
        old = read_bytes(path)
        before = read(path, old, presets=presets, today=today)
        text = change(before)
        after = _reread(path, text, presets, today)
        new = (_BOM if old.startswith(_BOM) else b"") + text.encode()
        if not dry_run and new != old:
            _replace(target, old, new, summary)
    return Edit(before, after, *_changed(before.text, after.text))


def rewrite(
    path: str,
    old: bytes,
    text: str,
    summary: Said,
    *,
    presets: Sequence[str] | None = None,
    today: dt.date | None = None,
) -> ReadDossier:
    """Put a whole new text in the place of a dossier, which may be wrong so far.

    Args:
        path: the file, as typed; a symbolic link is followed.
        old: the bytes that the new text was made from.
        text: what the file will hold; a byte-order mark stays.
        summary: what the edit does, kept for `undo`.
        presets: see `load`.
        today: see `load`.

    Raises:
        InvalidInputError: the text is no valid dossier; its problems have their places in it.
        CaeError: the file changed since, or cannot be written; it is untouched.
    """
    after = read_text(path, text, presets=presets, today=today)
    target = files.target(_editable(path))
    with files.locked(target):
        new = (_BOM if old.startswith(_BOM) else b"") + text.encode()
        _replace(target, old, new, summary)
    return after


def undo(path: str, *, dry_run: bool = False) -> Undone:
    """Bring back the state before the last edit; undone twice, the edit is back.

    The state brought back may be a wrong one, if the edit corrected it.

    Args:
        path: the file, as typed; a symbolic link is followed.
        dry_run: write nothing.

    Raises:
        CaeError: there is nothing to undo, or the file changed since.
    """
    read_bytes(_editable(path))
    target = files.target(path)
    with files.locked(target):
        current = read_bytes(path)
        record = undoing.find(target, current)
        restored = undoing.Record(record.summary, current, not record.undone)
        if not dry_run:
            _write(target, current, record.before, restored)
    return Undone(record.summary, record.undone, current, record.before)


def create(
    path: str,
    text: str,
    *,
    presets: Sequence[str] | None = None,
    today: dt.date | None = None,
) -> ReadDossier:
    """Write a new dossier; a file that exists is never replaced.

    Raises:
        InvalidInputError: the text is no valid dossier.
        CaeError: the file exists already, or cannot be written.
    """
    target = files.target(_editable(path))
    made = _reread(path, text, presets, today)
    with files.locked(target):
        refuse_existing(path)
        files.replace(target, text.encode(), like=None)
    return made


def refuse_existing(path: str) -> None:
    """Refuse a path at which no new dossier can be written.

    Raises:
        CaeError: the file exists already, or it is standard input.
    """
    if files.exists(files.target(_editable(path))):
        what = say("There is already a file {path}.", path=path)
        remedy = say("Choose another name with --file, or add to the existing dossier.")
        raise CaeError(what, remedy, "CAE-E012")


def _editable(path: str) -> str:
    if path == STANDARD_INPUT:
        what = say("Standard input cannot be changed.")
        raise CaeError(what, say("Name the file with --file."), "CAE-E013")
    return path


def _reread(
    path: str, text: str, presets: Sequence[str] | None, today: dt.date | None
) -> ReadDossier:
    """Return the dossier that a new text holds; its problems have no place in any file."""
    try:
        return read_text(path, text, presets=presets, today=today)
    except InvalidInputError as error:
        problems = [problem._replace(place=None) for problem in error.problems]
        raise WrongChangeError(path, problems) from None


def _replace(target: str, old: bytes, new: bytes, summary: Said) -> None:
    _write(target, old, new, undoing.Record(summary, old))


def _write(target: str, old: bytes, new: bytes, record: undoing.Record) -> None:
    """Replace the file, unless another program changed it meanwhile.

    What undoes the edit is written before, under another name, and takes its place after: at any
    moment one of the two records fits the file.
    """
    if read_bytes(target) != old:
        what = say("Another program changed the file meanwhile; nothing was written.")
        raise CaeError(what, say("Run the command again."), "CAE-E006")
    undoing.prepare(target, record, new)
    files.replace(target, new, like=target)
    undoing.settle(target)


def _changed(old: str, new: str) -> tuple[int, int]:
    """Return the first and the last line of the new text that differ from the old one."""
    olds, news = _lines(old), _lines(new)
    shorter = min(len(olds), len(news))
    first = next((i for i in range(shorter) if olds[i] != news[i]), shorter)
    last = 0
    while last < shorter - first and olds[-1 - last] == news[-1 - last]:
        last += 1
    return first + 1, len(news) - last


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")
