"""The answer of `cae simulate` in each form: JSON, table, page."""

from typing import TYPE_CHECKING, Any, NamedTuple

from cae_cli.language import Language
from cae_cli.render.shown import Screen, Table
from cae_cli.render.simulate.shown import Shown

if TYPE_CHECKING:
    from cae_cli.render.page import Page


class Simulated(NamedTuple):
    """From which month a pay is possible, how much lasts, and the months."""

    shown: Shown

    def document(self, language: Language) -> dict[str, Any]:
        from cae_cli.render.simulate.data import document

        return document(self.shown, language)

    def table(self, _language: Language) -> Table:
        from cae_cli.render.simulate.data import COLUMNS, rows

        return Table(COLUMNS, rows(self.shown.months))

    def page(self, language: Language, screen: Screen | None) -> "Page":
        """Return the answer on one screen, or with every month where it goes elsewhere."""
        from cae_cli.render.simulate import page

        if self.shown.brief:
            return page.head(self.shown, language)
        if screen is None:
            return page.page(self.shown, language)
        drawn = self.shown._replace(unicode=screen.unicode)
        if drawn.monthly:
            return page.page(drawn, language)
        return page.screen(drawn, language, screen.width, screen.height)
