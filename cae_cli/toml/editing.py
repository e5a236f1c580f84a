"""Edits of a TOML text: each touches its own lines only, and is read again.

An edit is computed from the places of the text, then verified: the new text must hold the old
data and exactly the change, and every comment that was there. Where it does not, nothing is
returned and the person is told what to type by hand.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NoReturn

from cae_cli.errors import CaeError
from cae_cli.language import Said, say
from cae_cli.toml.by_hand import item_by_hand, value_by_hand
from cae_cli.toml.comments import Span, keeping, same_comments
from cae_cli.toml.expected import same, value_at, with_item, with_value, withouts
from cae_cli.toml.inserting import Document, item_splices, value_splices
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.places import place_at, scan
from cae_cli.toml.removing import extents, removal_splices
from cae_cli.toml.splices import Splice, spliced
from cae_cli.toml.text import TomlError, parse_toml
from cae_cli.toml.values import NewTable, header_text, plain


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
    document = Document(scan(text), parse_toml(text), order)
    splices = item_splices(document, path, table)
    expected = [with_item(document.data, path, table)]
    return _verified(document, splices, expected) or _refuse(item_by_hand(document, path, table))


def set_value(text: str, path: KeyPath, value: object, order: Sequence[str] = ()) -> str:
    """Return a text with a value at a path; see `append` for errors.

    The value replaces the one that stands there; otherwise its line is added to its table, which
    is made where missing.
    """
    new = plain(value)
    document = Document(scan(text), parse_toml(text), order)
    splices = value_splices(document, path, new)
    expected = [with_value(document.data, path, new)]
    return _verified(document, splices, expected) or _refuse(value_by_hand(document, path, new))


def remove(text: str, path: KeyPath) -> str:
    """Return a text without what stands at a path: a key, a table or an element of a list.

    Comments that stand above it stay; those inside a table go with it, and that of a single value
    gets a line of its own.

    Raises:
        CaeError: there is nothing there, or the text cannot be edited safely.
    """
    document = Document(scan(text), parse_toml(text))
    held = value_at(document.data, path)
    if held is None:
        raise CaeError(say("“{key}” is not in the file.", key=header_text(path)), None, "CAE-E001")
    splices = removal_splices(document.layout, path)
    gone = extents(document.layout, path) if _named(held) else []
    expected = withouts(document.data, path)
    return _verified(document, splices, expected, gone) or _refuse(_to_remove(document, path))


def _named(held: object) -> bool:
    """Tell whether a value is removed by its name, with what is written in it."""
    return isinstance(held, Mapping) or (
        isinstance(held, list) and any(isinstance(item, Mapping) for item in held)
    )


def _verified(
    document: Document,
    splices: Sequence[Splice] | None,
    expected: Iterable[object],
    gone: Sequence[Span] = (),
) -> str | None:
    """Return the edited text, if it holds the data and the comments that it should."""
    if splices is None:
        return None
    layout = document.layout
    splices = keeping(layout, splices, gone)
    new = spliced(layout.text, splices)
    try:
        data = parse_toml(new)
    except TomlError:
        return None
    if not any(same(data, one) for one in expected):
        return None
    return new if same_comments(layout, new, splices, gone) else None


def _refuse(remedy: Said) -> NoReturn:
    what = say("The file is written in a way that cannot be edited safely; nothing was written.")
    raise CaeError(what, remedy, "CAE-E003")


def _to_remove(document: Document, path: KeyPath) -> Said:
    spot = document.layout.spots.get(path)
    if spot is None:
        return say("Remove it by hand.")
    line = place_at(document.layout.text, spot.key).line
    return say("Remove it by hand, from line {line}.", line=str(line))
