"""Streams that cannot show every character get readable ones instead, and never crash."""

import codecs
import os
import unicodedata
from io import TextIOWrapper
from typing import TextIO

READABLE = "cae-readable"

_STAND_INS = {
    "€": "EUR", "−": "-", "–": "-", "—": "-", "‑": "-", "×": "x", "→": "->", "…": "...", "≥": ">=",
    "≤": "<=", "«": '"', "»": '"', "“": '"', "”": '"', "’": "'", "‘": "'", "•": "*", "·": "-",
    "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "°": "o", "²": "2",
    "│": "|", "┃": "|", "║": "|", "█": "#", "▇": "#", "▌": "#", "░": ".",
}  # fmt: skip


def _stand_in(character: str) -> str:
    if character in _STAND_INS:
        return _STAND_INS[character]
    if character.isspace():
        return " "
    if "─" <= character <= "╿":
        return "-" if character in "─━═╌┄" else "+"
    bare = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")
    if bare or unicodedata.combining(character):
        return bare
    return "?"


def readable(error: UnicodeError) -> tuple[str, int]:
    """Stand in for what an encoding lacks: € reads EUR, é reads e, a narrow space is a space."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = "".join(_stand_in(character) for character in error.object[error.start : error.end])
    return text, error.end


def prepare_output(stream: TextIO | None) -> TextIO:
    """Return a stream of the process that shows every text, or a silent one where it is closed.

    The encoding of the locale is kept, since the terminal expects it; but what Windows writes to a
    pipe or a file is UTF-8 with plain ends of line, as its readers expect.
    """
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - lives as long as the process
    if isinstance(stream, TextIOWrapper):
        codecs.register_error(READABLE, readable)
        if os.name == "nt":
            piped = not stream.isatty()
            stream.reconfigure(encoding="utf-8" if piped else None, newline="\n")
        stream.reconfigure(errors=READABLE)
    return stream


def prepare_input(stream: TextIO | None) -> TextIO:
    """Return standard input; what is piped in is UTF-8, what is typed follows the terminal."""
    if stream is None:
        return open(os.devnull, encoding="utf-8")  # noqa: PTH123 - lives as long as the process
    if isinstance(stream, TextIOWrapper) and not stream.isatty():
        stream.reconfigure(encoding="utf-8", errors="replace")
    return stream


def speaks_unicode(stream: TextIO) -> bool:
    """Tell whether a stream can show every character."""
    return (stream.encoding or "utf-8").lower().replace("_", "-").startswith("utf")
