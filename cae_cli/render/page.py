"""A page of text: plain for a pipe, wrapped and styled for a terminal."""

from collections.abc import Sequence
from typing import NamedTuple, TextIO


class Line(NamedTuple):
    """One line of a page; `hang` begins it and indents what is wrapped below."""

    text: str = ""
    style: str = ""  # a style of Rich: decoration, never the sole carrier of a meaning
    wrap: bool = True  # rows of a table are never wrapped or cut
    hang: str = ""


Page = Sequence[Line]


def plain(page: Page) -> str:
    """Return a page as text: one record a line, nothing wrapped, no colour."""
    return "".join(f"{line.hang}{line.text}".rstrip() + "\n" for line in page)


def on_terminal(page: Page, stream: TextIO, width: int, *, colour: bool) -> None:
    """Show a page on a terminal of some width."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

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
        style = line.style if colour else ""
        if line.wrap and line.hang:
            first, *others = Text(line.text, style).wrap(console, max(width - len(line.hang), 1))
            console.print(Text(line.hang) + first)
            for other in others:
                console.print(Padding(other, (0, 0, 0, len(line.hang))))
        else:
            console.print(
                Text(line.text, style),
                no_wrap=not line.wrap,
                crop=line.wrap,
                overflow="fold" if line.wrap else "ignore",
            )
