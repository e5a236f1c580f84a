"""How an answer reaches the person or the program that asked: in which form, and where to."""

from collections.abc import Callable, Mapping
from io import StringIO
from typing import TYPE_CHECKING

from cae_cli.cli.shell import encoding, output
from cae_cli.cli.shell.surroundings import Surroundings

if TYPE_CHECKING:
    from cae_cli.render.page import Page
    from cae_cli.render.shown import Screen, Shown

_MARK = "\ufeff"  # without it, a French Excel reads a file of UTF-8 as another encoding
_UNWRAPPED = 1_000_000  # columns: what is piped keeps one record a line
Other = Callable[[], str | bytes]


def deliver(
    around: Surroundings,
    to: output.Target,
    shown: "Shown",
    *,
    long: bool = False,
    others: Mapping[str, Other] | None = None,
) -> None:
    """Send an answer in the form that was asked for.

    Args:
        around: the surroundings of this run.
        to: the form, and the file to write; without one, standard output.
        shown: the answer; only the form that is asked for is made.
        long: it may be longer than a screen: on a terminal, it then goes through a pager.
        others: what makes the forms that few answers have, such as a calendar; these come first.
    """
    made = (others or {}).get(to.format)
    if made is not None:
        content = made()
        if isinstance(content, bytes):
            output.send_bytes(around, to, content)
        elif long and to.on_terminal(around):
            _paged(around, content)
        else:
            output.send(around, to, content)
    elif to.format == output.JSON:
        from cae_cli.render.json_text import json_lines, json_text

        found = shown.document(around.language)
        text = json_text(found) if isinstance(found, Mapping) else json_lines(found)
        output.send(around, to, text)
    elif to.format == output.CSV:
        from cae_cli.render.csv_text import csv_text

        columns, rows = shown.table(around.language)
        mark = _MARK if to.path is not None and around.language.code == "fr" else ""
        output.send(around, to, mark + csv_text(columns, rows, around.language))
    else:
        page = shown.page(around.language, screen(around) if to.on_terminal(around) else None)
        show_page(around, to, page, long=long)


def screen(around: Surroundings) -> "Screen":
    """Return the terminal that an answer is drawn on."""
    from cae_cli.render.shown import Screen

    unicode = encoding.speaks_unicode(around.stdout)
    return Screen(around.width, around.height, around.colour, unicode)


def show_page(around: Surroundings, to: output.Target, page: "Page", *, long: bool = False) -> None:
    """Show a page on a terminal, or send its plain text elsewhere."""
    from cae_cli.render import page as pages

    if not to.on_terminal(around):
        if around.colour and to.path is None:  # asked for with --color always
            pages.on_terminal(page, around.stdout, _UNWRAPPED, colour=True)
        else:
            output.send(around, to, pages.plain(page))
    elif long:
        drawn = StringIO()
        pages.on_terminal(page, drawn, around.width, colour=around.colour)
        _paged(around, drawn.getvalue())
    else:
        pages.on_terminal(page, around.stdout, around.width, colour=around.colour)


def _paged(around: Surroundings, text: str) -> None:
    if not around.pages:
        around.write(text)
        return
    from cae_cli.cli.shell import pager

    pager.show(around, text)
