"""The one gate to a stream: whatever goes through it, nothing acts on a terminal but our colours.

Names and messages are cleaned where they are put together; what was forgotten there stops here.
"""

import re
from collections.abc import Iterable
from typing import Any, TextIO, cast

#: What acts on a terminal or reorders what it shows; tabs and ends of lines are left.
_ACTING = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_PLAIN = re.compile(f"[{_ACTING}]|\r(?!\n)")
#: The same, colours and weights apart.
_COLOURED = re.compile(rf"\x1b\[[0-9;]*m|({_PLAIN.pattern})")


def gated(stream: TextIO, *, coloured: bool) -> TextIO:
    """Return a text stream through which nothing passes that could act on a terminal."""
    bare = stream.bare if isinstance(stream, _Gate) else stream
    return cast("TextIO", _Gate(bare, coloured=coloured))


class _Gate:
    def __init__(self, stream: TextIO, *, coloured: bool) -> None:
        self.bare = stream
        self._pattern = _COLOURED if coloured else _PLAIN

    def write(self, text: str) -> int:
        shown = text if text.isascii() and text.isprintable() else self._shown(text)
        return self.bare.write(shown)

    def _shown(self, text: str) -> str:
        return self._pattern.sub(_visible, text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.bare, name)


def _visible(match: re.Match[str]) -> str:
    """Return a character as an escape that one can read; a colour as it is."""
    text = match[0]
    return text if len(text) > 1 else f"\\u{ord(text):04x}"
