"""Edits of a TOML text: each touches its own lines only, and is read again.

An edit is computed from the places of the text, then verified: the new text must hold the old
data and exactly the change. Where it does not, nothing is returned and the person is told what to
type by hand.
"""

from collections.abc import Iterable, Sequence

from cae_cli.errors import CaeError
from cae_cli.language import Lines, Said, say
from cae_cli.toml.expected import same, value_at, with_item, with_value, withouts
from cae_cli.toml.inserting import Document, item_splices, value_splices
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.places import scan
from cae_cli.toml.removing import removal_splices
from cae_cli.toml.splices import Splice, line_start, spliced
from cae_cli.toml.text import TomlError, parse_toml
from cae_cli.toml.values import NewTable, block_lines, header_text, inline, key_text, plain


def append(text: str, path: KeyPath, item: NewTable, order: Sequence[str] = ()) -> str:
    """Return a text with one more table at the end of the list at a path.

    Args:
        text: a TOML text.
        path: the path of the list, such as ("clients", 0, "prestations"); it need not exist.
        item: the keys and values; None is left out, a list of tables follows as blocks.
        order: the usual order of the sections of the file.

    Raises:
        CaeError: the text cannot be edited safely; it says what to type by hand.
    """
    table = plain(item)
    if not isinstance(table, dict):
        raise TypeError(item)
    data = parse_toml(text)
    by_hand = block_lines(path, table, listed=True)
    splices = item_splices(Document(scan(text), data, order), path, table)
    return _verified(text, splices, [with_item(data, path, table)], _to_type(by_hand))


def set_value(text: str, path: KeyPath, value: object, order: Sequence[str] = ()) -> str:
    """Return a text with a value at a path; see `append` for errors.

    The value replaces the one that stands there; otherwise its line is added to its table, which
    is made where missing.
    """
    new = plain(value)
    data = parse_toml(text)
    by_hand = [f"[{header_text(path[:-1])}]"] if len(path) > 1 else []
    by_hand.append(f"{key_text(str(path[-1]))} = {inline(new)}")
    splices = value_splices(Document(scan(text), data, order), path, new)
    return _verified(text, splices, [with_value(data, path, new)], _to_type(by_hand))


def remove(text: str, path: KeyPath) -> str:
    """Return a text without what stands at a path: a key, a table or an element of a list.

    Comments that stand above it stay.

    Raises:
        CaeError: there is nothing there, or the text cannot be edited safely.
    """
    data = parse_toml(text)
    layout = scan(text)
    if value_at(data, path) is None:
        raise CaeError(say("“{key}” is not in the file.", key=header_text(path)), None, "CAE-E001")
    splices = removal_splices(layout, path)
    return _verified(text, splices, withouts(data, path), _to_remove(text, path))


def _verified(
    text: str, splices: Iterable[Splice] | None, expected: Iterable[object], remedy: Said
) -> str:
    """Return the edited text, if it holds what it should."""
    if splices is not None:
        new = spliced(text, splices)
        try:
            data = parse_toml(new)
            if any(same(data, one) for one in expected):
                return new
        except TomlError:
            pass  # told below
    what = say("The file is written in a way that cannot be edited safely; nothing was written.")
    raise CaeError(what, remedy, "CAE-E003")


def _to_type(lines: list[str]) -> Said:
    """Say which lines to type by hand, each on its line."""
    return say("Type these lines by hand:\n{lines}", lines=Lines(lines))


def _to_remove(text: str, path: KeyPath) -> Said:
    spot = scan(text).spots.get(path)
    if spot is None:
        return say("Remove it by hand.")
    line = text.count("\n", 0, line_start(text, spot.key)) + 1
    return say("Remove it by hand, from line {line}.", line=line)
