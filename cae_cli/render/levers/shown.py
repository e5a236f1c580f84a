"""The answer of `cae levers` in each form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cae_cli.errors import Note
from cae_cli.language import Language
from cae_cli.render.shown import About, Screen, Table

if TYPE_CHECKING:
    from cae_cli.forecast.what_if.levers import Levers
    from cae_cli.render.page import Page


class Levered(NamedTuple):
    """What each month lacks, and what would bring one about."""

    about: About
    found: "Levers"
    assumptions: Sequence[Note]
    warnings: Sequence[Note]

    def document(self, language: Language) -> dict[str, Any]:
        from cae_cli.render.json_text import json_notes
        from cae_cli.render.levers.data import document

        return {
            **self.about.head("levers"),
            **document(self.found),
            "assumptions": json_notes(self.assumptions, language),
            "warnings": json_notes(self.warnings, language),
        }

    def table(self, _language: Language) -> Table:
        from cae_cli.render.levers.data import COLUMNS, rows

        return Table(COLUMNS, rows(self.found))

    def page(self, language: Language, _screen: Screen | None) -> "Page":
        from cae_cli.render.levers.page import page

        return page(self.about, self.found, language)
