"""What goes when something is removed: the splices of a removal."""

from bisect import bisect_left

from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.places import Layout
from cae_cli.toml.splices import Splice, line_end, line_start, starts_line


def removal_splices(layout: Layout, path: KeyPath) -> list[Splice] | None:
    """Return how what stands at a path is removed; None where no safe way is known."""
    size = len(path)
    blocks = [block for block in layout.blocks if size and block.path[:size] == path]
    if blocks:
        return _blocks(layout, path)
    spot = layout.spots.get(path)
    if spot is None:
        return None
    if path in layout.dotted:
        return None
    if path[:-1] in layout.inlines:
        return _from_inline(layout, path)
    text = layout.text
    return [Splice(line_start(text, spot.key), line_end(text, spot.end), "")]


def extents(layout: Layout, path: KeyPath) -> list[tuple[int, int]]:
    """Return the spans of the text that are what stands at a path: its comments go with it."""
    size = len(path)
    spans = [(b.header, b.end) for b in layout.blocks if size and b.path[:size] == path]
    if spans:
        joined = spans[:1]
        for start, end in spans[1:]:
            if any(joined[-1][1] <= b.header < start for b in layout.blocks):
                joined.append((start, end))
            else:
                joined[-1] = (joined[-1][0], end)
        return joined
    spot = layout.spots.get(path)
    return [] if spot is None else [(spot.key, spot.end)]


def _blocks(layout: Layout, path: KeyPath) -> list[Splice]:
    """Remove all the blocks of a table; those that follow one another go with what is between."""
    size, splices = len(path), []
    start: int | None = None
    end = 0
    for block in [*layout.blocks, None]:
        inside = block is not None and block.path[:size] == path
        if inside and block is not None:
            start = block.header if start is None else start
            end = block.end
        elif start is not None:
            splices.append(_paragraph(layout.text, start, end))
            start = None
    return splices


def _paragraph(text: str, start: int, end: int) -> Splice:
    """Remove whole lines, and the blank lines below them if there are some above too."""
    above = text[line_start(text, start - 1) : start].strip() if start else ""
    if not above:
        while end < len(text) and not text[end : line_end(text, end)].strip():
            end = line_end(text, end)
        if end == len(text):  # nothing follows: the blank lines above would end the file
            while start and not text[line_start(text, start - 1) : start].strip():
                start = line_start(text, start - 1)
    return Splice(start, end, "")


def _from_inline(layout: Layout, path: KeyPath) -> list[Splice]:
    """Remove an item between brackets or braces, with its comma."""
    text, spot = layout.text, layout.spots[path]
    commas = layout.inlines[path[:-1]].commas
    rank = bisect_left(commas, spot.key)
    if rank < len(commas):
        return [_item(layout, spot.key, commas[rank] + 1)]
    if not rank:
        return [_item(layout, spot.key, spot.end)]
    before = commas[rank - 1]
    if not text[before + 1 : spot.key].strip(" \t"):
        return [Splice(before, spot.end, "")]
    return [_item(layout, spot.key, spot.end)]  # a list may end with a comma


def _item(layout: Layout, start: int, end: int) -> Splice:
    """Remove a span, with its line where it stands alone on it; a comment after it stays."""
    text = layout.text
    while text[end] in " \t":
        end += 1
    if starts_line(text, start) and text[end] in "\r\n":
        return Splice(line_start(text, start), line_end(text, end), "")
    return Splice(start, end, "")
