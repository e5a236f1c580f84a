"""How the answer of `cae list` is shown."""

from typing import TYPE_CHECKING, Any, NamedTuple

from cae_cli.language import Language
from cae_cli.render.shown import About, Screen, Table

if TYPE_CHECKING:
    from cae_cli.dossier.model import Dossier
    from cae_cli.forecast.yearly import Year
    from cae_cli.render.page import Page


class Recorded(NamedTuple):
    """What is recorded, and what it is worth in a year."""

    about: About
    dossier: "Dossier"
    year: "Year"

    def document(self, _language: Language) -> dict[str, Any]:
        from cae_cli.render.list.data import document

        return document(self.about, self.dossier, self.year)

    def table(self, _language: Language) -> Table:
        from cae_cli.render.list.data import COLUMNS, rows

        return Table(COLUMNS, rows(self.year))

    def page(self, language: Language, _screen: Screen | None) -> "Page":
        from cae_cli.render.list.page import page

        return page(self.dossier, self.year, language)
