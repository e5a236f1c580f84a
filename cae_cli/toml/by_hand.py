"""What to type by hand where an edit is not safe, in a form that is valid where it goes."""

from collections.abc import Mapping

from cae_cli.language import Lines, Said, say
from cae_cli.toml.expected import value_at
from cae_cli.toml.inserting import Document
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.places import place_at
from cae_cli.toml.splices import own_block
from cae_cli.toml.values import block_lines, header_text, inline, key_text


def item_by_hand(document: Document, path: KeyPath, table: Mapping[str, object]) -> Said:
    """Say how a table is added to the list at a path."""
    layout = document.layout
    listed = layout.inlines.get(path)
    if listed is not None:
        return say(
            "Type this right after the [ of line {line}:\n{lines}",
            line=_line(document, listed.opening),
            lines=Lines([f"{inline(table)}{',' if listed.size else ''}"]),
        )
    parent = path[:-1]
    if parent in layout.inlines or parent in layout.dotted:
        return value_by_hand(document, path, [table])
    lines = block_lines(path, table, listed=True)
    if not parent or value_at(document.data, path) is None:
        return say("Type these lines at the end of the file:\n{lines}", lines=Lines(lines))
    last = own_block(layout, (*path, len(value_at(document.data, path)) - 1))
    if last is None:
        return say("Type these lines by hand:\n{lines}", lines=Lines(lines))
    return say(
        "Type these lines below what starts at line {line}:\n{lines}",
        line=_line(document, last.header),
        lines=Lines(lines),
    )


def value_by_hand(document: Document, path: KeyPath, value: object) -> Said:
    """Say how a value is set at a path."""
    layout = document.layout
    spot = layout.spots.get(path)
    if spot is None:
        return _new_value_by_hand(document, path, value)
    line = _line(document, spot.key)
    if any(block.path[: len(path)] == path for block in layout.blocks):
        then = _new_value_by_hand(document, path, value)
        return say("Remove what starts at line {line}. {then}", line=line, then=then)
    return say(
        "Write this instead of what starts at line {line}:\n{lines}",
        line=line,
        lines=Lines([_pair(path, value)]),
    )


def _new_value_by_hand(document: Document, path: KeyPath, value: object) -> Said:
    layout, parent = document.layout, path[:-1]
    pair, table = _pair(path, value), document.layout.inlines.get(parent)
    if table is not None:
        return say(
            "Type this right after the {{ of line {line}:\n{lines}",
            line=_line(document, table.opening),
            lines=Lines([f"{pair}{',' if table.size else ''}"]),
        )
    if not parent:
        return say("Type this as the first line:\n{lines}", lines=Lines([pair]))
    block = own_block(layout, parent)
    if block is not None:
        return say(
            "Type this right below line {line}:\n{lines}",
            line=_line(document, block.header),
            lines=Lines([pair]),
        )
    lines = [f"[{header_text(parent)}]", pair]
    return say("Type these lines at the end of the file:\n{lines}", lines=Lines(lines))


def _pair(path: KeyPath, value: object) -> str:
    return f"{key_text(str(path[-1]))} = {inline(value)}"


def _line(document: Document, offset: int) -> str:
    return str(place_at(document.layout.text, offset).line)
