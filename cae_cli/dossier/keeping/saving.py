"""Writing a dossier so that nothing is ever lost.

An edit holds a lock, reads, computes the new text, reads the result again, and replaces the file
in one step by a new one that is already on the disk. A program that dies at any moment leaves the
old file or the new one; its lock dies with it.
"""

import datetime as dt
import os
from collections.abc import Callable, Sequence
from typing import NamedTuple

from cae_cli.dossier.keeping import history
from cae_cli.dossier.keeping.history import History
from cae_cli.dossier.reading import ReadDossier, read, read_text
from cae_cli.errors import CaeError, InvalidInputError
from cae_cli.files.locking import Tell, locked
from cae_cli.files.names import exists, target
from cae_cli.files.replacing import replace, sweep
from cae_cli.language import Bilingual, Said, say
from cae_cli.toml.source import MOST_REPAIRED, STANDARD_INPUT, read_bytes

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


class Moved(NamedTuple):
    """An edit that was undone or done again: what it did, and the dossier before and after."""

    summary: Bilingual
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
    tell: Tell | None = None,
) -> Edit:
    """Change a dossier: the text that `change` returns takes the place of the old one.

    Args:
        path: the file, as typed; a symbolic link is followed.
        change: a pure function; what it raises leaves the file untouched.
        summary: what the edit does, kept for `undo`.
        presets: see `load`.
        today: see `load`.
        dry_run: compute and verify everything, and write nothing.
        tell: tells the person that the command waits for another program.

    Raises:
        InvalidInputError: the file, or what it would become, is no valid dossier.
        CaeError: the edit is refused or cannot be written; the file is untouched.
    """
    read_bytes(_editable(path))  # refused in words before anything is made beside it
    real = target(path)
    with locked(real, name=path, tell=tell):
        old = read_bytes(path)
        before = read(path, old, presets=presets, today=today)
        text = change(before)
        after = _reread(path, text, presets, today)
        new = (_BOM if old.startswith(_BOM) else b"") + text.encode()
        if not dry_run and new != old:
            _write(path, old, new, history.load(real, old).with_edit(summary, old, new))
    return Edit(before, after, *_changed(before.text, after.text))


def rewrite(
    path: str,
    old: bytes,
    text: str,
    summary: Said,
    *,
    presets: Sequence[str] | None = None,
    today: dt.date | None = None,
    tell: Tell | None = None,
) -> ReadDossier:
    """Put a whole new text in the place of a dossier, which may be wrong so far.

    Args:
        path: the file, as typed; a symbolic link is followed.
        old: the bytes that the new text was made from.
        text: what the file will hold; a byte-order mark stays.
        summary: what the edit does, kept for `undo`.
        presets: see `load`.
        today: see `load`.
        tell: see `edit`.

    Raises:
        InvalidInputError: the text is no valid dossier; its problems have their places in it.
        CaeError: the file changed since, or cannot be written; it is untouched.
    """
    after = read_text(path, text, presets=presets, today=today)
    real = target(_editable(path))
    with locked(real, name=path, tell=tell):
        new = (_BOM if old.startswith(_BOM) else b"") + text.encode()
        _write(path, old, new, history.load(real, old).with_edit(summary, old, new))
    return after


def undo(path: str, *, dry_run: bool = False, tell: Tell | None = None) -> Moved:
    """Bring back the state before the last edit that is not undone.

    The state brought back may be a wrong one, if the edit corrected it.

    Args:
        path: the file, as typed; a symbolic link is followed.
        dry_run: write nothing.
        tell: see `edit`.

    Raises:
        CaeError: there is nothing to undo, or the file changed since.
    """
    return _move(path, forward=False, dry_run=dry_run, tell=tell)


def redo(path: str, *, dry_run: bool = False, tell: Tell | None = None) -> Moved:
    """Do again the last edit that was undone; see `undo`.

    Raises:
        CaeError: nothing was undone, or the file changed since.
    """
    return _move(path, forward=True, dry_run=dry_run, tell=tell)


def _move(path: str, *, forward: bool, dry_run: bool, tell: Tell | None) -> Moved:
    """Write the state after the next step of the history, or before the last one."""
    read_bytes(_editable(path))
    real = target(path)
    with locked(real, name=path, tell=tell):
        current = read_bytes(path, MOST_REPAIRED)
        known = history.load(real, current)
        if known.done is None:
            what = say(
                "The file was changed after the last edit ({edit}); nothing was written.",
                edit=known.steps[-1].summary,
            )
            raise CaeError(what, say("Correct the file by hand."), "CAE-E011")
        step = known.next if forward else known.last
        new = None if step is None else step.redone(current) if forward else step.undone(current)
        if step is None or new is None:
            if forward:
                raise CaeError(say("There is nothing to do again."), None, "CAE-E018")
            raise CaeError(say("There is nothing to undo."), None, "CAE-E010")
        if not dry_run:
            done = known.done + (1 if forward else -1)
            _write(path, current, new, known._replace(done=done))
    return Moved(step.summary, current, new)


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
    real = target(_editable(path))
    made = _reread(path, text, presets, today)
    with locked(real, name=path):
        refuse_existing(path)
        replace(real, text.encode(), name=path)
    return made


def refuse_existing(path: str) -> None:
    """Refuse a path at which no new dossier can be written.

    Raises:
        CaeError: the file exists already, or it is standard input.
    """
    if exists(target(_as_file(path))):
        what = say("There is already a file {path}.", path=path)
        remedy = say("Choose another name with --file, or add to the existing dossier.")
        raise CaeError(what, remedy, "CAE-E012")


def _as_file(path: str) -> str:
    if path == STANDARD_INPUT:
        what = say("Standard input cannot be changed.")
        raise CaeError(what, say("Name the file with --file."), "CAE-E013")
    return path


def _editable(path: str) -> str:
    """Return the path of what can be changed: a file of its own, or one to come."""
    real = target(_as_file(path))
    if exists(real) and not os.path.isfile(real) and not os.path.isdir(real):  # noqa: PTH112, PTH113
        what = say("{path} is no file that can be changed: a pipe, or a device.", path=path)
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


def _write(path: str, old: bytes, new: bytes, kept: History) -> None:
    """Replace the file, unless another program changed it meanwhile.

    What undoes the edit is written before, under another name, and takes its place after: at any
    moment one of the two histories fits the file.
    """
    real = target(path)
    history.prepare(real, kept, path)
    try:
        replace(real, new, expected=old, name=path)
    finally:
        if read_bytes(real, MOST_REPAIRED) == new:
            history.settle(real)
            sweep(real)
        else:
            history.forget(real)


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
