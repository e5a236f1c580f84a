"""The answer of `cae explain` in each form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cae_cli.errors import Note
from cae_cli.language import Language
from cae_cli.render.explain.where import LineOf
from cae_cli.render.json_text import json_notes
from cae_cli.render.shown import About, Screen, Table

if TYPE_CHECKING:
    from cae_cli.forecast.explain.part import Explained
    from cae_cli.render.page import Page


class Told(NamedTuple):
    """A figure, what it is made of, and where that is written."""

    about: About
    found: "Explained"
    line_of: LineOf
    deep: bool
    assumptions: Sequence[Note]
    warnings: Sequence[Note]

    def document(self, language: Language) -> dict[str, Any]:
        from cae_cli.render.explain.data import document

        return {
            **self.about.head("explain"),
            **document(self.found, self.line_of, language),
            "assumptions": json_notes(self.assumptions, language),
            "warnings": json_notes(self.warnings, language),
        }

    def table(self, _language: Language) -> Table:
        from cae_cli.render.explain.data import COLUMNS, rows

        return Table(COLUMNS, rows(self.found, self.about.file, self.line_of))

    def page(self, language: Language, _screen: Screen | None) -> "Page":
        from cae_cli.render.explain.page import page

        return page(self.about, self.found, self.line_of, language, deep=self.deep)
