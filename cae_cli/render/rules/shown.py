"""How the answer of `cae rules` is shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cae_cli.errors import Note
from cae_cli.language import Language
from cae_cli.render.shown import Screen, Table

if TYPE_CHECKING:
    from cae_cli.render.page import Page
    from cae_cli.rules.payroll.in_force import RulesInForce


class RulesShown(NamedTuple):
    """The payroll rules of a month, and what they rest on."""

    found: "RulesInForce"
    notes: Sequence[Note]

    def document(self, language: Language) -> dict[str, Any]:
        from cae_cli.render.rules.data import document

        return document(self.found, language, self.notes)

    def table(self, language: Language) -> Table:
        from cae_cli.render.rules.data import COLUMNS, rows

        return Table(COLUMNS, rows(self.found, language))

    def page(self, language: Language, _screen: Screen | None) -> "Page":
        from cae_cli.render.rules.page import page

        return page(self.found, language, self.notes)
