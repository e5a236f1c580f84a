"""How the answer of `cae simulate` is shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cae_cli.errors import Note
from cae_cli.language import Language
from cae_cli.render.shown import Screen, Table

if TYPE_CHECKING:
    from cae_cli.forecast.simulation import Simulation
    from cae_cli.render.page import Page


class Simulated(NamedTuple):
    """From which month a salary is possible, the months, and what it rests on."""

    found: "Simulation"
    assumptions: Sequence[Note]
    warnings: Sequence[Note]

    def document(self, language: Language) -> dict[str, Any]:
        from cae_cli.render.simulation_data import document

        return document(self.found, language, self.assumptions, self.warnings)

    def table(self, _language: Language) -> Table:
        from cae_cli.render.simulation_data import COLUMNS, rows

        return Table(COLUMNS, rows(self.found))

    def page(self, language: Language, _screen: Screen | None) -> "Page":
        from cae_cli.render.simulation_page import page

        return page(self.found, language, self.assumptions, self.warnings)
