"""The last edits of a dossier, kept beside it, so that each can be undone and done again.

The file holds one line of JSON for each edit, the oldest first: what it did, the span of bytes that
it replaced, and the digests of the dossier before and after. A first line tells how many of them
the dossier holds: those that follow were undone. What stands in this file is data, like what stands
in a dossier: digests are compared, texts are cleaned where they are shown.
"""

import hashlib
import json
import os
from contextlib import suppress
from itertools import pairwise
from typing import Any, NamedTuple

from cae_cli.files.names import beside
from cae_cli.files.replacing import put_beside
from cae_cli.language import LANGUAGES, Bilingual, Language, Said

#: The history, and the one of the edit being written.
LAST, NEXT = "history", "history-next"
#: Steps kept; the oldest go first, and also those beyond what is read, but never the last twenty.
MOST_STEPS, LEAST_STEPS = 100, 20
KEPT_BYTES = 4_000_000
#: Twenty edits may each replace a whole dossier, whose every character may be escaped.
MOST_BYTES = 256_000_000
LONGEST_TEXT = 1_000


class Step(NamedTuple):
    """An edit: what it did, and the span of bytes it replaced."""

    summary: Bilingual
    before: str  # digests of the whole dossier
    after: str
    at: int
    old: bytes
    new: bytes

    def undone(self, content: bytes) -> bytes | None:
        """Return the content before this edit; None where it does not follow from the content."""
        return _spliced(content, self.at, self.new, self.old, self.before)

    def redone(self, content: bytes) -> bytes | None:
        """Return the content after this edit; None where it does not follow from the content."""
        return _spliced(content, self.at, self.old, self.new, self.after)


class History(NamedTuple):
    """The last edits, the oldest first, and how many of them the dossier holds."""

    steps: tuple[Step, ...] = ()
    done: int | None = 0  # None: the dossier was changed outside since

    @property
    def last(self) -> Step | None:
        """The edit that can be undone."""
        return self.steps[self.done - 1] if self.done else None

    @property
    def next(self) -> Step | None:
        """The edit that can be done again."""
        if self.done is None or self.done == len(self.steps):
            return None
        return self.steps[self.done]

    def with_edit(self, summary: Said, old: bytes, new: bytes) -> "History":
        """Return the history with one more edit; those that were undone can no longer be redone."""
        steps = (*self.steps[: self.done or 0], _step(summary, old, new))[-MOST_STEPS:]
        while len(steps) > LEAST_STEPS and sum(len(s.old) + len(s.new) for s in steps) > KEPT_BYTES:
            steps = steps[1:]
        return History(steps, len(steps))


def load(target: str, content: bytes) -> History:
    """Return the history of a dossier that holds a content; empty where there is none."""
    found = [_read(beside(target, name)) for name in (LAST, NEXT)]
    known = [history for history in found if history is not None]
    digest = _digest(content)
    for history in known:
        if history.done is not None and _states(history)[history.done] == digest:
            return history
    for history in known:  # a program died between the dossier and its history
        done = _nearest(history, digest)
        if done is not None:
            return history._replace(done=done)
    return known[0]._replace(done=None) if known and known[0].steps else History()


def prepare(target: str, history: History, name: str) -> None:
    """Write the history of an edit that is about to be written."""
    lines = [{"done": history.done}, *map(_to_json, history.steps)]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    content = text.encode("utf-8", "surrogateescape")
    put_beside(beside(target, NEXT), content, like=target, name=name)


def settle(target: str) -> None:
    """Make the prepared history the last one, once its edit is written."""
    with suppress(OSError):  # it still fits the dossier, and is looked at
        os.replace(beside(target, NEXT), beside(target, LAST))  # noqa: PTH105


def forget(target: str) -> None:
    """Remove the prepared history of an edit that was not written."""
    with suppress(OSError):
        os.unlink(beside(target, NEXT))  # noqa: PTH108


def _step(summary: Said, old: bytes, new: bytes) -> Step:
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    told = Bilingual(*(Language(code).tell(summary) for code in LANGUAGES))
    span = old[start : len(old) - end], new[start : len(new) - end]
    return Step(told, _digest(old), _digest(new), start, *span)


def _common(one: bytes, other: bytes) -> int:
    """Return how many bytes are the same at the start of both."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _spliced(content: bytes, at: int, out: bytes, into: bytes, digest: str) -> bytes | None:
    if content[at : at + len(out)] != out:
        return None
    result = content[:at] + into + content[at + len(out) :]
    return result if _digest(result) == digest else None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _states(history: History) -> list[str]:
    """Return the digest of the dossier before the first step, and after each."""
    firsts = [step.before for step in history.steps[:1]]
    return [*firsts, *(step.after for step in history.steps)] or [""]


def _nearest(history: History, digest: str) -> int | None:
    known = history.done or 0
    at = [index for index, state in enumerate(_states(history)) if state == digest]
    return min(at, key=lambda index: abs(index - known), default=None)


def _read(path: str) -> History | None:
    """Return the history that a file holds; None if it holds none, or is a link."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(path, flags | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            content = file.read(MOST_BYTES)
        head, *lines = content.decode("utf-8", "surrogateescape").removesuffix("\n").split("\n")
        done, steps = json.loads(head)["done"], tuple(map(_from_json, lines))
        chained = all(one.after == other.before for one, other in pairwise(steps))
        valid = type(done) is int and 0 <= done <= len(steps) <= MOST_STEPS and chained
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    return History(steps, done) if valid else None


def _to_json(step: Step) -> dict[str, Any]:
    old, new = (part.decode("utf-8", "surrogateescape") for part in (step.old, step.new))
    return {**step._asdict(), "summary": step.summary._asdict(), "old": old, "new": new}


def _from_json(line: str) -> Step:
    data = json.loads(line)
    old, new = (str(data[key]).encode("utf-8", "surrogateescape") for key in ("old", "new"))
    summary = Bilingual(*(str(data["summary"][code])[:LONGEST_TEXT] for code in LANGUAGES))
    at = data["at"]
    if type(at) is not int or at < 0:
        raise ValueError(at)
    return Step(summary, str(data["before"]), str(data["after"]), at, old, new)
