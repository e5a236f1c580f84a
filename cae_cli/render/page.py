"""A page of text: plain for a pipe, wrapped and styled for a terminal."""

from collections.abc import Sequence
from typing import NamedTuple, TextIO


class Line(NamedTuple):
    """One line of a page; `hang` begins it and indents what is wrapped below."""

    text: str = ""
    style: str = ""  # a style of Rich: decoration, never the sole carrier of a meaning
    wrap: bool = True  # rows of a table are never wrapped or cut
    hang: str = ""


class Spans(NamedTuple):
    """One line of texts, each in a style of its own; it is never wrapped or cut."""

    parts: Sequence[tuple[str, str]]  # text, style

    @property
    def text(self) -> str:
        """The whole line, without its styles."""
        return "".join(text for text, _ in self.parts)


Page = Sequence[Line | Spans]


def plain(page: Page) -> str:
    """Return a page as text: one record a line, nothing wrapped, no colour."""
    return "".join(f"{_bare(line)}\n" for line in page)


def _bare(line: Line | Spans) -> str:
    return (f"{line.hang}{line.text}" if isinstance(line, Line) else line.text).rstrip()


def on_terminal(page: Page, stream: TextIO, width: int, *, colour: bool) -> None:
    """Show a page on a terminal of some width."""
    from rich.console import Console
    from rich.text import Text

    from cae_cli.render.wrapping import wrapped

    console = Console(
        file=stream,
        width=width,
        force_terminal=True,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
        markup=False,
        soft_wrap=False,
        legacy_windows=False,
    )
    for line in page:
        if isinstance(line, Spans):
            parts = ((text, style if colour else "") for text, style in line.parts)
            console.print(Text.assemble(*parts), no_wrap=True, crop=False, overflow="ignore")
            continue
        style = line.style if colour else ""
        if not line.wrap:
            console.print(Text(line.text, style), no_wrap=True, crop=False, overflow="ignore")
            continue
        lead = line.hang
        for part in wrapped(line.text, width - len(line.hang)):
            console.print(Text.assemble(lead, (part, style)), no_wrap=True, crop=False)
            lead = " " * len(line.hang)
