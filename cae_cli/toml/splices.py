"""Changing a text at a few places and leaving every other character as it is."""

from collections.abc import Iterable
from typing import NamedTuple

from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.places import Block, Layout


class Splice(NamedTuple):
    """A span of the text and what comes in its place."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return the text with its splices, which do not overlap."""
    parts, at = [], 0
    for splice in sorted(splices, key=lambda one: (one.start, one.end)):
        parts += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join([*parts, text[at:]])


def newline(text: str) -> str:
    r"""Return the line end most used in a text: "\r\n" or "\n"."""
    return "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"


def line_start(text: str, offset: int) -> int:
    """Return the start of the line that holds an offset."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Return the end of the line that holds an offset, after its newline."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def line_content_end(text: str, offset: int) -> int:
    """Return the end of the line that holds an offset, before its newline."""
    end = line_end(text, offset)
    return offset + len(text[offset:end].rstrip("\r\n"))


def indent_at(text: str, offset: int) -> str:
    """Return the blanks that start the line of an offset."""
    line = text[line_start(text, offset) : line_end(text, offset)]
    return line[: len(line) - len(line.lstrip(" \t"))]


def starts_line(text: str, offset: int) -> bool:
    """Tell whether only blanks stand before an offset on its line."""
    return not text[line_start(text, offset) : offset].strip()


def last_block(layout: Layout, path: KeyPath) -> int | None:
    """Return the index of the last block at or under a path."""
    size = len(path)
    under = [i for i, block in enumerate(layout.blocks) if block.path[:size] == path]
    return under[-1] if under else None


def limit(layout: Layout, index: int) -> int:
    """Return where the lines after a block end: at the next header, or at the end."""
    blocks = layout.blocks
    return blocks[index + 1].header if index + 1 < len(blocks) else len(layout.text)


def tail(layout: Layout, index: int) -> int:
    """Return the end of a block with the comments that belong to it.

    Comment lines right below a block are its own, unless they run on to the next header: then
    they introduce it.
    """
    text, end, stop = layout.text, layout.blocks[index].end, limit(layout, index)
    position = end
    while position < stop and text[position : line_end(text, position)].strip():
        position = line_end(text, position)
    return position if position < stop or stop == len(text) else end


def insert_lines(layout: Layout, index: int, lines: list[str], indent: str = "") -> Splice:
    """Return the splice that adds lines after a block, as a paragraph of its own."""
    text, at = layout.text, tail(layout, index)
    end = newline(text)
    body = "".join(f"{indent}{line}{end}" if line else end for line in lines)
    before = "" if at == 0 or text[:at].endswith("\n") else end
    if text[:at].strip():
        before += end
    rest = text[at : line_end(text, at)]
    after = end if rest.strip() else ""
    return Splice(at, at, before + body + after)


def own_block(layout: Layout, path: KeyPath) -> Block | None:
    """Return the block of the header of a path."""
    return next((block for block in layout.blocks if block.path == path), None)
