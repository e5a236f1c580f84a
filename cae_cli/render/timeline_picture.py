"""The timeline as a picture for a terminal: a line of time, past above and future below today."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from cae_cli.forecast.dates.timeline import Event, Timeline
from cae_cli.language import Language
from cae_cli.render.timeline_words import (
    RESTS_ON,
    Moment,
    detail,
    distance,
    headlines,
    moments,
    today_line,
)
from cae_cli.render.wrapping import wrapped

WIDEST = 100  # a longer line is hard to follow
NEAR_DAYS = 183  # a deadline nearer than half a year is shown in red
NARROWEST_LABEL = 20

#: Glyphs of the line, a past event, one to come, a deadline, and the line of today.
GLYPHS = ("│", "●", "○", "◆", "─", "┼")
ASCII_GLYPHS = ("|", "*", "o", "#", "-", "+")


def show(
    timeline: Timeline, language: Language, stream: TextIO, width: int, *, colour: bool
) -> None:
    """Draw a timeline on a terminal of some width."""
    console = Console(
        file=stream,
        width=width,
        force_terminal=True,
        no_color=not colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
    )
    console.print(TimelinePicture(timeline, language))


class TimelinePicture:
    """A timeline that Rich can print; texts of the file are shown, never interpreted."""

    def __init__(self, timeline: Timeline, language: Language) -> None:
        self._timeline = timeline
        self._language = language

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines, as wide as the terminal up to a readable width."""
        glyphs = ASCII_GLYPHS if options.ascii_only else GLYPHS
        canvas = _Canvas(min(options.max_width, WIDEST), glyphs)
        tell = self._language.tell
        for said in headlines(self._timeline):
            yield from canvas.paragraph("", tell(said), "bold")
        for note in self._timeline.warnings:
            yield from canvas.paragraph("! ", tell(note.text), "yellow")
        yield Text()
        yield from self._line(canvas)
        if self._timeline.assumptions:
            yield Text()
            yield Text(self._language.translate(RESTS_ON))
        for note in self._timeline.assumptions:
            yield from canvas.paragraph("- ", tell(note.text), "")

    def _line(self, canvas: "_Canvas") -> Iterator[Text]:
        told = moments(self._timeline)
        days = [self._day(moment.event.date) for moment in told]
        canvas.left = max((cell_len(day) for day in days), default=0)
        year, passed = None, False
        for moment, day in zip(told, days, strict=True):
            if moment.event.days >= 0 and not passed:
                passed = True
                yield canvas.rule(today_line(self._timeline, self._language))
            if moment.event.date.year != year:
                year = moment.event.date.year
                yield canvas.row(str(year), canvas.bar, "bold", Text())
            yield from self._moment(canvas, moment, day)
        if not passed:
            yield canvas.rule(today_line(self._timeline, self._language))

    def _day(self, day: dt.date) -> str:
        """Return the day and the month; both languages write the year last."""
        return self._language.date(day).rsplit(" ", 1)[0]

    def _moment(self, canvas: "_Canvas", moment: Moment, day: str) -> Iterator[Text]:
        event = moment.event
        style = _style(event)
        label = self._language.tell(event.label)
        when = self._language.tell(distance(event))
        below = canvas.wrapped(detail(moment, self._language), "dim", canvas.room)
        room = canvas.room - cell_len(when) - 2
        if room >= NARROWEST_LABEL:
            first, *rest = canvas.wrapped(label, style, room)
            first.append(" " * (room - first.cell_len + 2)).append(when, style)
        else:  # a narrow terminal: the distance gets its own line
            first, *rest = canvas.wrapped(label, style, canvas.room)
            rest.append(Text(when, style))
        yield canvas.row(day, canvas.glyph(event), style, first)
        for text in (*rest, *below):
            yield canvas.row("", canvas.bar, "dim", text)


def _style(event: Event) -> str:
    """Return the style of an event; its glyph and its place say the same without colour."""
    if event.deadline:
        return "bold red" if event.days < NEAR_DAYS else "bold yellow"
    return "dim" if event.days < 0 else ""


class _Canvas:
    """Rows of three columns: a day, the line of time, what happens."""

    def __init__(self, width: int, glyphs: Sequence[str]) -> None:
        self.width = width
        self.bar, self._past, self._coming, self._deadline, self._dash, self._cross = glyphs
        self.left = 0

    @property
    def room(self) -> int:
        """The cells left of a row beside the day and the line of time."""
        return max(self.width - self.left - 6, 1)

    def glyph(self, event: Event) -> str:
        if event.deadline:
            return self._deadline
        return self._past if event.days < 0 else self._coming

    def row(self, day: str, glyph: str, style: str, text: Text) -> Text:
        lead = " " * (self.left - cell_len(day)) + day
        row = Text.assemble(" ", (lead, style), "  ", (glyph, style), "  ", text)
        row.rstrip()
        return row

    def rule(self, words: str) -> Text:
        before = self._dash * (self.left + 3) + self._cross + self._dash * 2
        after = self._dash * (self.width - len(before) - cell_len(words) - 2)
        return Text(f"{before} {words} {after}", "bold cyan")

    def wrapped(self, text: str, style: str, width: int) -> Sequence[Text]:
        """Return a text as lines that fit; at least one."""
        return [Text(line, style) for line in wrapped(text, width)]

    def paragraph(self, hang: str, text: str, style: str) -> Iterator[Text]:
        """Yield a text as lines; `hang` begins the first and indents the others."""
        lead = hang
        for line in self.wrapped(text, style, self.width - len(hang)):
            yield Text.assemble(lead, line)
            lead = " " * len(hang)
