"""The answers of `cae compare` in each form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cae_cli.errors import Note
from cae_cli.language import Language
from cae_cli.render.json_text import json_notes
from cae_cli.render.shown import About, Screen, Table

if TYPE_CHECKING:
    from cae_cli.forecast.what_if.compared import Compared
    from cae_cli.forecast.what_if.moved import Moved
    from cae_cli.render.page import Page


class SideBySide(NamedTuple):
    """What is recorded beside what would be otherwise."""

    about: About
    found: "Compared"
    assumptions: Sequence[Note]
    warnings: Sequence[Note]

    def document(self, language: Language) -> dict[str, Any]:
        from cae_cli.render.compare.data import document

        return {
            **self.about.head("compare"),
            **document(self.found),
            "assumptions": json_notes(self.assumptions, language),
            "warnings": json_notes(self.warnings, language),
        }

    def table(self, _language: Language) -> Table:
        from cae_cli.render.compare.data import COLUMNS, rows

        return Table(COLUMNS, rows(self.found))

    def page(self, language: Language, _screen: Screen | None) -> "Page":
        from cae_cli.render.compare.page import page

        return page(self.about, self.found, language)


class FromThen(NamedTuple):
    """Why the answer is another than that of an old dossier."""

    about: About
    old: str  # its file, as it was named
    found: "Moved"
    assumptions: Sequence[Note]
    warnings: Sequence[Note]

    def document(self, language: Language) -> dict[str, Any]:
        from cae_cli.render.compare.moved_data import document

        return {
            **self.about.head("compare"),
            **document(self.found, self.old),
            "assumptions": json_notes(self.assumptions, language),
            "warnings": json_notes(self.warnings, language),
        }

    def table(self, _language: Language) -> Table:
        from cae_cli.render.compare.moved_data import COLUMNS, rows

        return Table(COLUMNS, rows(self.found))

    def page(self, language: Language, _screen: Screen | None) -> "Page":
        from cae_cli.render.compare.moved_page import page

        return page(self.about, self.old, self.found, language)
