"""Where and how new values go into a text: the splices of an insertion."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from cae_cli.toml.expected import value_at
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.places import Inline, Layout
from cae_cli.toml.splices import (
    Splice,
    indent_at,
    insert_lines,
    last_block,
    line_content_end,
    line_end,
    line_start,
    newline,
    own_block,
    starts_line,
)
from cae_cli.toml.values import block_lines, inline, key_text

Splices = list[Splice] | None  # None: no safe way is known


class Document(NamedTuple):
    """A text to edit: its places, what it holds, and the usual order of its sections."""

    layout: Layout
    data: Any
    order: Sequence[str] = ()  # a new section goes after those that come before it

    def rank(self, section: str) -> int:
        """Return the rank of a section in the usual order; what has none comes last."""
        return self.order.index(section) if section in self.order else len(self.order)

    def section_before(self, section: str) -> int:
        """Return the index of the block after which a new section goes."""
        rank = self.rank(section)
        before = [
            index
            for index, block in enumerate(self.layout.blocks)
            if not block.path or self.rank(str(block.path[0])) <= rank
        ]
        return before[-1]


def item_splices(document: Document, path: KeyPath, table: Mapping[str, object]) -> Splices:
    """Return how a table is added to the list at a path."""
    layout = document.layout
    listed = layout.inlines.get(path)
    if listed is not None:
        return _into_list(layout, path, listed, inline(table))
    items = value_at(document.data, path)
    if items:
        return _after_item(layout, (*path, len(items) - 1), path, table)
    parent = path[:-1]
    if parent in layout.inlines or parent in layout.dotted:
        return value_splices(document, path, [table])
    if not parent:
        lines = block_lines(path, table, listed=True, nested=_nested_indent(layout))
        return [insert_lines(layout, document.section_before(str(path[0])), lines)]
    index = last_block(layout, parent)
    if index is None:
        return None
    indent = _nested_indent(layout)
    return [insert_lines(layout, index, block_lines(path, table, listed=True), indent)]


def _after_item(
    layout: Layout, item: KeyPath, path: KeyPath, table: Mapping[str, object]
) -> Splices:
    """Add a block after the last one of the list, indented like it."""
    block, index = own_block(layout, item), last_block(layout, item)
    if block is None or index is None:
        return None
    indent = indent_at(layout.text, block.header)
    nested = _nested_indent(layout).removeprefix(indent)
    lines = block_lines(path, table, listed=True, nested=nested)
    return [insert_lines(layout, index, lines, indent)]


def _nested_indent(layout: Layout) -> str:
    """Return how this file indents lists inside lists."""
    for block in layout.blocks:
        if sum(isinstance(part, int) for part in block.path) > 1:
            return indent_at(layout.text, block.header)
    return ""


def _into_list(layout: Layout, path: KeyPath, listed: Inline, item: str) -> Splices:
    """Add an item to a list between brackets, on its own line if the last one is."""
    text = layout.text
    if not listed.size:
        return [Splice(listed.opening + 1, listed.opening + 1, item)]
    last = layout.spots.get((*path, listed.size - 1))
    if last is None:
        return None
    if not starts_line(text, last.start):
        return [Splice(listed.last, listed.last, f", {item}")]
    indent, end = indent_at(text, last.start), newline(text)
    if listed.comma >= 0:
        at, comma, closing = listed.comma + 1, [], ","
    else:
        at, comma, closing = listed.last, [Splice(listed.last, listed.last, ",")], ""
    stop = line_content_end(text, at)
    if stop >= listed.closing:  # the bracket closes on the line of the last item
        return [Splice(listed.last, listed.last, f",{end}{indent}{item}")]
    return [*comma, Splice(stop, stop, f"{end}{indent}{item}{closing}")]


def value_splices(document: Document, path: KeyPath, value: object) -> Splices:
    """Return how a value is set at a path."""
    layout, data = document.layout, document.data
    spot = layout.spots.get(path)
    if value_at(data, path) is not None:
        if spot is None or own_block(layout, path) or path in layout.dotted:
            return None
        if isinstance(value_at(data, path), list) and path not in layout.inlines:
            return None  # blocks with headers
        return [Splice(spot.start, spot.end, inline(value))]
    return _add_key(document, path, value)


def _add_key(document: Document, path: KeyPath, value: object) -> Splices:
    """Add a key to its table, however the table is written."""
    layout, data = document.layout, document.data
    parent, key = path[:-1], str(path[-1])
    pair = f"{key_text(key)} = {inline(value)}"
    table = layout.inlines.get(parent)
    if table is not None:
        if not table.size:
            return [Splice(table.opening + 1, table.closing, f" {pair} ")]
        return [Splice(table.last, table.last, f", {pair}")]
    if not parent or own_block(layout, parent):
        return [_add_line(layout, parent, pair)]
    if parent in layout.dotted:
        return _add_dotted(layout, parent, pair)
    if value_at(data, parent) is None and len(parent) > 1:
        return _add_table(document, parent, {key: value})
    lines = block_lines(parent, {key: value}, listed=False)
    index = last_block(layout, parent)
    if index is None:
        index = document.section_before(str(parent[0]))
    return [insert_lines(layout, index, lines)]


def _add_table(document: Document, path: KeyPath, table: Mapping[str, object]) -> Splices:
    """Add a table inside another, as a header if the other has one."""
    layout, data = document.layout, document.data
    parent = path[:-1]
    if parent in layout.inlines or parent in layout.dotted:
        return _add_key(document, path, table)
    if value_at(data, parent) is None and len(parent) > 1:
        return _add_table(document, parent, {str(path[-1]): table})
    index = last_block(layout, parent)
    if index is None:
        index = document.section_before(str(parent[0]))
    return [insert_lines(layout, index, block_lines(path, table, listed=False))]


def _add_line(layout: Layout, table: KeyPath, pair: str) -> Splice:
    """Add a line after the last key of a table's own lines."""
    text = layout.text
    block = layout.blocks[0] if not table else own_block(layout, table)
    end, at = newline(text), 0 if block is None else block.end
    before = "" if at == 0 or text[:at].endswith("\n") else end
    indent = indent_at(text, max(at - 1, 0)) if block is not None and at else ""
    return Splice(at, at, f"{before}{indent}{pair}{end}")


def _add_dotted(layout: Layout, parent: KeyPath, pair: str) -> Splices:
    """Add a line below the last dotted key of a table, with the same beginning."""
    text, last = layout.text, layout.spots.get(layout.dotted[parent])
    first = layout.spots.get(parent)
    if last is None or first is None:
        return None
    start = line_start(text, last.key)
    sibling = layout.dotted[parent][: len(parent) + 1]
    child = layout.spots.get(sibling)
    if child is None:
        return None
    offset = child.key if line_start(text, child.key) == start else None
    if offset is None:
        return None
    beginning, end, at = text[start:offset], newline(text), line_end(text, last.end)
    before = "" if text[:at].endswith("\n") else end
    return [Splice(at, at, f"{before}{beginning}{pair}{end}")]
