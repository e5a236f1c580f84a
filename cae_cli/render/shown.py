"""What an answer looks like: the forms that it can take, each made only when it is asked for."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from cae_cli.language import Language
from cae_cli.render.page import Page

Document = Mapping[str, object]


class Screen(NamedTuple):
    """The terminal that an answer is drawn on."""

    width: int  # characters on a line
    height: int  # lines
    colour: bool
    unicode: bool  # it can show every character; else ASCII is drawn


class Table(NamedTuple):
    """A table as a spreadsheet reads it: marked headers; amounts, months, dates, texts."""

    columns: Sequence[str]
    rows: Iterable[Sequence[object]]


class Shown(Protocol):
    """An answer with its forms; each method imports what it needs, so that none pays for all."""

    def document(self, language: Language) -> Document | Sequence[Document]:
        """Return the JSON document, with keys in English; several are written one a line."""

    def table(self, language: Language) -> Table:
        """Return the table that CSV writes."""

    def page(self, language: Language, screen: Screen | None) -> Page:
        """Return the page for a person; without a screen, all of it, for a pipe or a file."""


class About(NamedTuple):
    """Which dossier an answer is about, and on which day."""

    activity: str | None  # None: the dossier could not be read
    file: str  # as the person typed it
    today: dt.date

    def head(self, command: str) -> dict[str, object]:
        """Return how the JSON document of a command begins."""
        return {
            "format": 1,
            "command": command,
            "activity": self.activity,
            "file": self.file,
            "today": self.today.isoformat(),
        }
