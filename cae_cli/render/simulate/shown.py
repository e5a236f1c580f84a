"""What `cae simulate` shows of an answer, in each form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cae_cli.errors import Note
from cae_cli.forecast.answer import Answer
from cae_cli.forecast.flows import View
from cae_cli.forecast.projection.ledger import LedgerMonth
from cae_cli.language import Language
from cae_cli.render.shown import Screen, Table

if TYPE_CHECKING:
    from cae_cli.render.page import Page


class Simulated(NamedTuple):
    """An answer, the view and the months that are shown, and how."""

    answer: Answer
    view: View
    months: Sequence[LedgerMonth]
    source: str  # the file, as it was named
    assumptions: Sequence[Note]
    warnings: Sequence[Note]
    why: bool = False  # all it rests on
    monthly: bool = False  # every month, on a terminal too
    chart: bool = False
    unicode: bool = True  # block characters can be shown

    def document(self, language: Language) -> dict[str, Any]:
        from cae_cli.render.simulate.data import document

        return document(self, language)

    def table(self, _language: Language) -> Table:
        from cae_cli.render.simulate.data import COLUMNS, rows

        return Table(COLUMNS, rows(self.months))

    def page(self, language: Language, screen: Screen | None) -> "Page":
        """Return the answer on one screen, or with every month where it goes elsewhere."""
        from cae_cli.render.simulate import page

        if screen is None:
            return page.page(self, language)
        drawn = self._replace(unicode=screen.unicode)
        if self.monthly:
            return page.page(drawn, language)
        return page.screen(drawn, language, screen.width, screen.height)
