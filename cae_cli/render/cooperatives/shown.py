"""How the answers of `cae cooperatives` are shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cae_cli.errors import Note
from cae_cli.language import Language
from cae_cli.render.shown import Screen, Table

if TYPE_CHECKING:
    from cae_cli.render.page import Page
    from cae_cli.rules.cooperatives import Preset
    from cae_cli.rules.worked_year import WorkedYears


class AllKnown(NamedTuple):
    """The known cooperatives, listed."""

    presets: Sequence["Preset"]

    def document(self, language: Language) -> dict[str, Any]:
        from cae_cli.render.cooperatives.data import list_document

        return list_document(self.presets, language)

    def table(self, _language: Language) -> Table:
        from cae_cli.render.cooperatives.listing import COLUMNS, rows

        return Table(COLUMNS, rows(self.presets))

    def page(self, language: Language, screen: Screen | None) -> "Page":
        from cae_cli.render.cooperatives.listing import list_page, list_piped

        return (list_piped if screen is None else list_page)(self.presets, language)


class OneKnown(NamedTuple):
    """One cooperative: its rules, what is not known of it, worked years."""

    preset: "Preset"
    years: "WorkedYears"
    assumptions: Sequence[Note]
    warnings: Sequence[Note]

    def document(self, language: Language) -> dict[str, Any]:
        from cae_cli.render.cooperatives.data import document

        return document(self.preset, self.years, language, self.assumptions, self.warnings)

    def table(self, _language: Language) -> Table:
        from cae_cli.render.cooperatives.data import COLUMNS, rows

        return Table(COLUMNS, rows(self.years))

    def page(self, language: Language, _screen: Screen | None) -> "Page":
        from cae_cli.render.cooperatives.page import page

        return page(self.preset, self.years, language, self.assumptions, self.warnings)
