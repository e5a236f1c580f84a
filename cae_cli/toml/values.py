"""New values as TOML text: lines, inline lists and tables, blocks with a header."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import tomli_w

from cae_cli.errors import CaeError
from cae_cli.language import Said, say
from cae_cli.money import CENTS_IN_EURO
from cae_cli.months import Month

#: A table to write: texts, numbers, dates, lists and tables; None for a key that is left out.
NewTable = Mapping[str, object]

_PROBE = "v"


class OneLine(list[object]):
    """A list of tables that is written on one line, rather than as blocks with headers."""


def euros(cents: int) -> Decimal:
    """Return an amount of cents as a file writes it: 450.00."""
    return (Decimal(cents) / CENTS_IN_EURO).quantize(Decimal("0.01"))


def plain(value: object) -> object:
    """Return a value as `tomllib` will read it again: months as texts, no None, lists, dicts."""
    if isinstance(value, Month):
        return str(value)
    if isinstance(value, str):
        _refuse_unwritable(value)
        return value
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, OneLine):
        return OneLine(plain(item) for item in value)
    if isinstance(value, Sequence):
        return [plain(item) for item in value]
    return value


def inline(value: object) -> str:
    """Return the text of a plain value on one line."""
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{key_text(key)} = {inline(item)}" for key, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list):
        return f"[{', '.join(inline(item) for item in value)}]"
    return tomli_w.dumps({_PROBE: value}).partition(" = ")[2].removesuffix("\n")


def key_text(key: str) -> str:
    """Return a key, between quotes where it needs them."""
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def header_text(path: Sequence[str | int]) -> str:
    """Return the name in a header: a path without its indices."""
    return ".".join(key_text(part) for part in path if isinstance(part, str))


def block_lines(
    path: Sequence[str | int], table: Mapping[str, object], *, listed: bool, nested: str = ""
) -> list[str]:
    """Return the lines of a table under its header; its lists of tables follow as blocks.

    Args:
        path: the path of the table; its indices do not show.
        table: plain keys and values.
        listed: the table is an element of a list.
        nested: the blanks before the lines of blocks inside it.
    """
    name = header_text(path)
    lines = [f"[[{name}]]" if listed else f"[{name}]"]
    blocks: list[str] = []
    for key, value in table.items():
        if _is_tables(value):
            for item in _tables(value):
                inner = block_lines((*path, key), item, listed=True, nested=nested)
                blocks += ["", *(f"{nested}{line}" if line else "" for line in inner)]
        else:
            lines.append(f"{key_text(key)} = {inline(value)}")
    return lines + blocks


def _is_tables(value: object) -> bool:
    if not isinstance(value, list) or isinstance(value, OneLine) or not value:
        return False
    return all(isinstance(item, Mapping) for item in value)


def _tables(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        yield from value


def _refuse_unwritable(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        what = say("“{text}” holds characters that cannot be written.", text=text)
        raise CaeError(what, Said(_ENCODING, {}), "CAE-E005") from None


_ENCODING = "Type the text again, in a terminal set to UTF-8."
