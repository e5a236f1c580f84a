"""The known cooperatives, listed: for people, for a pipe, and as CSV."""

from collections.abc import Sequence

from cae_cli.language import Language, mark
from cae_cli.render.cooperatives.words import in_one_line
from cae_cli.render.page import Line, Page
from cae_cli.render.table import Row, TextTable, lines
from cae_cli.rules.cooperative_notes import dated
from cae_cli.rules.cooperatives import PageDate, Preset

COLUMNS = (
    mark("Id"),
    mark("Name"),
    mark("Date"),
    mark("Contribution"),
    mark("Source"),
    mark("Certainty"),
)
_MARGIN = "    "
_SHOWN = 3  # the id, the name and the date stand on one line, the rule below


def list_page(presets: Sequence[Preset], language: Language) -> Page:
    """Return the list for a terminal: two lines for each cooperative, then what to type next."""
    header, *rows = lines(TextTable(*_heads(presets, language), left=_SHOWN))
    found = [Line(header, "dim", wrap=False)]
    for row, known in zip(rows, presets, strict=True):
        found.append(Line(row, "bold", wrap=False))
        found.append(Line(language.tell(in_one_line(known.rule)), hang=_MARGIN))
    return [*found, Line(), *(Line(language.translate(text), hang="") for text in _NEXT)]


def _heads(presets: Sequence[Preset], language: Language) -> tuple[tuple[str, ...], Sequence[Row]]:
    headers = tuple(language.translate(header) for header in COLUMNS[:_SHOWN])
    return headers, [Row((p.id, p.name, _dated(p, language))) for p in presets]


def _dated(known: Preset, language: Language) -> str:
    return language.tell(dated(known.source.dated))


_NEXT = (
    mark("One of them in full: cae cooperatives ID"),
    mark("Yours with its rules: cae simulate --cooperative ID"),
)


def list_piped(presets: Sequence[Preset], language: Language) -> Page:
    """Return the list for a pipe: one cooperative a line."""
    headers, rows = _heads(presets, language)
    told = [
        Row((*row.cells, language.tell(in_one_line(known.rule))))
        for row, known in zip(rows, presets, strict=True)
    ]
    table = TextTable((*headers, language.translate(COLUMNS[_SHOWN])), told, left=_SHOWN + 1)
    return [Line(line, wrap=False) for line in lines(table)]


def rows(presets: Sequence[Preset]) -> list[tuple[object, ...]]:
    """Return the rows of the CSV, in the order of `COLUMNS`; the certainty is English everywhere.

    A date is a year ("2017"), a month ("2023-03"), or nothing.
    """
    return [
        (
            known.id,
            known.name,
            iso_date(known.source.dated),
            in_one_line(known.rule),
            known.source.page,
            known.source.certainty,
        )
        for known in presets
    ]


def iso_date(date: PageDate) -> str | None:
    """Return the date of a page as programs read it: "2023-03", "2017", or None."""
    if date.month is not None:
        return str(date.month)
    return None if date.year is None else str(date.year)
