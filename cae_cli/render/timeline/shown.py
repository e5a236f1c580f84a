"""How the answer of `cae timeline` is shown."""

from typing import TYPE_CHECKING, NamedTuple

from cae_cli.language import Language
from cae_cli.render.shown import About, Screen, Table

if TYPE_CHECKING:
    from cae_cli.forecast.dates.timeline import Timeline
    from cae_cli.render.page import Page


class Dated(NamedTuple):
    """Every date that matters, past and to come."""

    found: "Timeline"
    about: About

    def document(self, language: Language) -> dict[str, object]:
        from cae_cli.render.timeline.data import document

        return document(self.found, self.about, language)

    def table(self, _language: Language) -> Table:
        from cae_cli.render.timeline.data import COLUMNS, rows

        return Table(COLUMNS, rows(self.found))

    def calendar(self, language: Language) -> bytes:
        from cae_cli.render.timeline.calendar import timeline_calendar

        return timeline_calendar(self.found, self.about, language)

    def page(self, language: Language, screen: Screen | None) -> "Page":
        from cae_cli.render.timeline.page import page

        return page(self.found, self.about, language, None if screen is None else screen.width)
