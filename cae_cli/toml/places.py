"""Where everything stands in a TOML text: keys, values, tables, lists.

`tomllib` reads values and forgets their places. This scanner walks a text that `tomllib` has
accepted, once and in linear time, and notes the offsets of each key and value, so that an error
names its line and an edit touches its own lines only.

Offsets count characters from 0; the end of a span is not in it.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cae_cli.errors import Place
from cae_cli.toml.keypath import KeyPath

#: Deeper places are not noted: nothing reasonable is so deep, and a hostile file could be.
DEEPEST = 12


class Spot(NamedTuple):
    """The span of a key, and of its value; an element of a list has its value's span twice."""

    key: int
    key_end: int
    start: int
    end: int


class Block(NamedTuple):
    """A header and its own lines (without its sub-tables); the first block has no header."""

    path: KeyPath
    header: int  # start of the line of the header
    end: int  # after the line of the last key (or of the header)


class Inline(NamedTuple):
    """A list between brackets or a table between braces."""

    opening: int  # the offset of "[" or "{"
    closing: int  # the offset of "]" or "}"
    last: int  # the end of the last element; after the opening when there is none
    commas: Sequence[int]  # the comma after each element; the last one may have none
    size: int

    @property
    def comma(self) -> int:
        """The comma after the last element, or -1."""
        return self.commas[-1] if len(self.commas) == self.size > 0 else -1


class Comment(NamedTuple):
    """The span of a comment: from its "#" to the end of its line."""

    start: int
    end: int


class Layout(NamedTuple):
    """The places of a whole text."""

    text: str
    spots: dict[KeyPath, Spot]
    blocks: list[Block]
    inlines: dict[KeyPath, Inline]
    dotted: dict[KeyPath, KeyPath]  # a table made by dotted keys → its last key in the text
    comments: list[Comment]  # all of them, in their order


class _Frame:
    """A list or an inline table being read."""

    def __init__(self, path: KeyPath, key: tuple[int, int], opening: int, *, listed: bool) -> None:
        self.path, self.key, self.opening, self.listed = path, key, opening, listed
        self.last, self.count = opening + 1, 0
        self.commas: list[int] = []


_SPACE = re.compile(r"[ \t]*+")
_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_REST = re.compile(r"[ \t]*+(?:#[^\n]*+)?\r?\n?")
_KEY = re.compile(r"""[A-Za-z0-9_-]++|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+'""")
_COMMENT = re.compile(r"#[^\r\n]*+")
_DOT = re.compile(r"[ \t]*+\.[ \t]*+")
_EQUALS = re.compile(r"[ \t]*+=[ \t]*+")
_SCALAR = re.compile(
    r'''"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+""""{0,2}'''
    r"""|'{3}(?:[^']++|'(?!''))*+'{3}'{0,2}"""
    r'''|"(?:[^"\\\n]++|\\.)*+"'''
    r"""|'[^'\n]*+'"""
    r"""|\d{4}-\d\d-\d\d[ ]\d\d:[^\s,\]}\#]++"""
    r"""|[^\s,\]}\#]++"""
)


@lru_cache(maxsize=4)
def scan(text: str) -> Layout:
    """Return the places of a text that `tomllib` accepts (the outcome is not defined otherwise)."""
    return _Scanner(text).run()


def place(layout: Layout, path: KeyPath, *, on_key: bool = False) -> Place:
    """Return the place of a key path, or of the nearest table that holds it."""
    spot = layout.spots.get(path)
    while spot is None and path:
        path, on_key = path[:-1], True
        spot = layout.spots.get(path)
    if spot is None:
        return Place(1, 1, line_at(layout.text, 0))
    start, end = (spot.key, spot.key_end) if on_key else (spot.start, spot.end)
    return place_at(layout.text, start, end - start)


def place_at(text: str, offset: int, width: int = 1) -> Place:
    """Return the place of an offset; the width stays on its line."""
    start = text.rfind("\n", 0, offset) + 1
    line = line_at(text, start)
    column = offset - start + 1
    return Place(
        line=text.count("\n", 0, start) + 1,
        column=column,
        excerpt=line,
        width=max(1, min(width, len(line) - column + 1)),
    )


def line_at(text: str, start: int) -> str:
    """Return the line that starts at an offset, without its end."""
    end = text.find("\n", start)
    return text[start : len(text) if end < 0 else end].removesuffix("\r")


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lists: dict[KeyPath, int] = {}  # how many elements each [[list]] has so far
        self.layout = Layout(text, {}, [Block((), 0, 0)], {}, {}, [])

    def run(self) -> Layout:
        position, end = 0, len(self.text)
        blocks = self.layout.blocks
        while True:
            position = self._blanks(_BLANK, position)
            if position >= end:
                return self.layout
            if self.text[position] == "[":
                position = self._blanks(_REST, self._header(position))
            else:
                position = self._blanks(_REST, self._pair(position, blocks[-1].path))
            blocks[-1] = blocks[-1]._replace(end=position)

    def _after(self, pattern: re.Pattern[str], position: int) -> int:
        match = pattern.match(self.text, position)
        return position if match is None else match.end()

    def _blanks(self, pattern: re.Pattern[str], position: int) -> int:
        """Pass blanks and comments, and note the comments."""
        end = self._after(pattern, position)
        while (start := self.text.find("#", position, end)) >= 0:
            position = self._after(_COMMENT, start)
            self.layout.comments.append(Comment(start, position))
        return end

    def _header(self, position: int) -> int:
        """Read [table] or [[list.element]]; return the offset after it."""
        listed = self.text.startswith("[[", position)
        start = self._after(_SPACE, position + 1 + listed)
        parts, after = self._key(start)
        end = self._after(_SPACE, after) + 1 + listed
        path: KeyPath = ()
        for name, _, _ in parts[:-1]:
            path = self._element((*path, name))
            self._note(path, Spot(start, after, position, end))
        path = (*path, parts[-1][0])
        if listed:
            self.lists[path] = self.lists.get(path, 0) + 1
            self._note(path, Spot(start, after, position, end))
            path = self._element(path)
        self.layout.spots[path] = Spot(start, after, position, end)
        line = self.text.rfind("\n", 0, position) + 1
        self.layout.blocks.append(Block(path, line, end))
        return end

    def _element(self, path: KeyPath) -> KeyPath:
        return (*path, self.lists[path] - 1) if path in self.lists else path

    def _note(self, path: KeyPath, spot: Spot) -> None:
        if len(path) <= DEEPEST:
            self.layout.spots.setdefault(path, spot)

    def _key(self, position: int) -> tuple[list[tuple[str, int, int]], int]:
        """Read a key, dotted or not: its parts with their spans, and the offset after it."""
        parts = []
        while True:
            end = self._after(_KEY, position)
            parts.append((_bare(self.text[position:end]), position, end))
            dot = self._after(_DOT, end)
            if dot == end:
                return parts, end
            position = dot

    def _pair(self, position: int, table: KeyPath) -> int:
        path, key, position = self._left_side(position, table)
        return self._value(position, path, key)

    def _left_side(self, position: int, table: KeyPath) -> tuple[KeyPath, tuple[int, int], int]:
        """Read `key =`; return the path, the span of the key and the offset of the value."""
        parts, after = self._key(position)
        path = table
        whole = (*table, *(name for name, _, _ in parts))
        for name, start, end in parts[:-1]:
            path = (*path, name)
            self._note(path, Spot(start, end, start, after))
            if len(path) <= DEEPEST:
                self.layout.dotted[path] = whole
        return whole, parts[-1][1:], self._after(_EQUALS, after)

    def _value(self, position: int, path: KeyPath, key: tuple[int, int]) -> int:
        """Read a value, however nested, without recursion; return the offset after it."""
        frames: list[_Frame] = []
        while True:
            if self.text[position] in "[{":
                listed = self.text[position] == "["
                frames.append(_Frame(path, key, position, listed=listed))
                position += 1
            else:
                end = self._after(_SCALAR, position)
                key = (position, end) if key[0] == key[1] else key
                self._note(path, Spot(*key, position, end))
                position = end
                if frames:
                    frames[-1].last = end
            position = self._close(frames, position)
            if not frames:
                return position
            frame = frames[-1]
            if frame.listed:
                path, key = self._inside(frame.path, frame.count), (position, position)
            else:
                table = frame.path
                path, key, position = self._left_side(position, table)
            frame.count += 1

    @staticmethod
    def _inside(path: KeyPath, index: int) -> KeyPath:
        """Return the path of an element; a path already too deep stays as it is."""
        return (*path, index) if len(path) <= DEEPEST else path

    def _close(self, frames: list[_Frame], position: int) -> int:
        """Pass commas and blanks, close what closes; return where the next element starts."""
        while frames:
            frame = frames[-1]
            position = self._blanks(_BLANK, position)
            if self.text[position] == ",":
                frame.commas.append(position)
                position += 1
            elif self.text[position] in "]}":
                frames.pop()
                self._note_inline(frame, position)
                position += 1
                if frames:
                    frames[-1].last = position
            else:
                break
        return position

    def _note_inline(self, frame: _Frame, closing: int) -> None:
        if len(frame.path) > DEEPEST:
            return
        key, key_end = frame.key
        if key == key_end:
            key_end = closing + 1
        self._note(frame.path, Spot(key, key_end, frame.opening, closing + 1))
        self.layout.inlines[frame.path] = Inline(
            frame.opening, closing, frame.last, frame.commas, frame.count
        )


def _bare(part: str) -> str:
    """Return the name that a written key part stands for."""
    if part[:1] not in ('"', "'"):
        return part
    return next(iter(tomllib.loads(f"{part} = 0")))
