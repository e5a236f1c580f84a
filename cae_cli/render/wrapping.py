"""Texts as lines that fit a terminal."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells


def wrapped(text: str, width: int) -> Sequence[str]:
    """Return a text as lines of at most some cells; at least one.

    Only plain spaces are broken at: "80 €" with its no-break space stays whole, where Rich would
    part it. A word longer than a line is folded.
    """
    return list(_lines(text, max(width, 1))) or [""]


def _lines(text: str, width: int) -> Iterator[str]:
    line, room = "", width
    for word in text.split(" "):
        size = cell_len(word)
        if line and size + 1 <= room:
            line, room = f"{line} {word}", room - size - 1
            continue
        if line:
            yield line
        *full, line = chop_cells(word, width) or [""]
        yield from full
        room = width - cell_len(line)
    if line:
        yield line
