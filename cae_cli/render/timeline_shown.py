"""How the answer of `cae timeline` is shown."""

from typing import TYPE_CHECKING, NamedTuple

from cae_cli.language import Language
from cae_cli.render.shown import Screen, Table

if TYPE_CHECKING:
    from cae_cli.forecast.dates.timeline import Timeline
    from cae_cli.render.page import Page


class Dated(NamedTuple):
    """Every date that matters, past and to come."""

    found: "Timeline"
    activity: str

    def document(self, language: Language) -> dict[str, object]:
        from cae_cli.render.timeline import document

        return document(self.found, language)

    def table(self, _language: Language) -> Table:
        from cae_cli.render.timeline import COLUMNS, rows

        return Table(COLUMNS, rows(self.found))

    def calendar(self, language: Language) -> bytes:
        from cae_cli.render.calendar import timeline_calendar

        return timeline_calendar(self.found, language, self.activity)

    def page(self, language: Language, _screen: Screen | None) -> "Page":
        from cae_cli.render.page import Line
        from cae_cli.render.timeline_words import timeline_text

        return [Line(line, wrap=False) for line in timeline_text(self.found, language).splitlines()]

    def picture(self, language: Language, screen: Screen) -> str:
        from io import StringIO

        from cae_cli.render.timeline_picture import show

        drawn = StringIO()
        show(self.found, language, drawn, screen.width, colour=screen.colour)
        return drawn.getvalue()
