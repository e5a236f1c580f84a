"""The answer of `cae smooth` in each form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cae_cli.errors import Note
from cae_cli.language import Language
from cae_cli.render.json_text import json_notes
from cae_cli.render.shown import About, Screen, Table

if TYPE_CHECKING:
    from cae_cli.forecast.what_if.smooth import Smoothed
    from cae_cli.render.page import Page


class Smooth(NamedTuple):
    """The highest constant pay from each start, and how it may be paid."""

    about: About
    found: "Smoothed"
    assumptions: Sequence[Note]
    warnings: Sequence[Note]

    def document(self, language: Language) -> dict[str, Any]:
        from cae_cli.render.smooth.data import document

        return {
            **self.about.head("smooth"),
            **document(self.found),
            "assumptions": json_notes(self.assumptions, language),
            "warnings": json_notes(self.warnings, language),
        }

    def table(self, _language: Language) -> Table:
        from cae_cli.render.smooth.data import COLUMNS, rows

        return Table(COLUMNS, rows(self.found))

    def page(self, language: Language, _screen: Screen | None) -> "Page":
        from cae_cli.render.smooth.page import page

        return page(self.about, self.found, language)
