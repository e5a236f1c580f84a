"""A table of texts: plain for a pipe, a little adorned on a terminal; no cell is ever cut."""

from collections.abc import Sequence
from typing import NamedTuple

GAP = "  "
NARROW_GAP = " "


class Row(NamedTuple):
    """One row; the style is decoration only, never the sole carrier of a meaning."""

    cells: tuple[str, ...]
    style: str = ""  # a style of Rich, such as "bold green"


class TextTable(NamedTuple):
    """Headers and rows; columns after the first `left` ones are aligned to the right."""

    headers: tuple[str, ...]
    rows: Sequence[Row]
    left: int = 1


def lines(table: TextTable, gap: str = GAP) -> list[str]:
    """Return the table as lines of text, the header first, columns aligned."""
    widths = _widths(table)
    return [_line(cells, widths, table.left, gap) for cells in _all_cells(table)]


def _all_cells(table: TextTable) -> list[tuple[str, ...]]:
    return [table.headers, *(row.cells for row in table.rows)]


def _widths(table: TextTable) -> list[int]:
    return [max(map(len, column)) for column in zip(*_all_cells(table), strict=True)]


def _line(cells: Sequence[str], widths: Sequence[int], left: int, gap: str) -> str:
    padded = (
        cell.ljust(width) if index < left else cell.rjust(width)
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return gap.join(padded).rstrip()
