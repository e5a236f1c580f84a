"""What goes when something is removed: the splices of a removal."""

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
    holder = layout.inlines[path[:-1]]
    start = spot.key
    after = _next_comma(layout, path, spot.end)
    if after is not None:
        end = after + 1
        rest = line_end(text, end)
        if starts_line(text, start) and not text[end:rest].strip():
            return [Splice(line_start(text, start), rest, "")]
        while text[end] in " \t":
            end += 1
        return [Splice(start, end, "")]
    before = text.rfind(",", holder.opening, start)
    if holder.size > 1 and not text[before + 1 : start].strip():
        return [Splice(before, spot.end, "")]
    end = spot.end
    if starts_line(text, start):  # what is left of the line may be a comment
        while text[end] in " \t":
            end += 1
    return [Splice(start, end, "")]


def _next_comma(layout: Layout, path: KeyPath, end: int) -> int | None:
    """Return the comma right after an item, blanks and comments apart."""
    text, holder = layout.text, layout.inlines[path[:-1]]
    position = end
    while position < holder.closing:
        if text[position] == ",":
            return position
        if text[position] == "#":
            position = line_end(text, position)
        elif text[position].isspace():
            position += 1
        else:
            return None
    return None
