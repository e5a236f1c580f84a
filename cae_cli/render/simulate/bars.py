"""The treasury as small bars, and as a chart with its reserve."""

from collections.abc import Sequence
from typing import NamedTuple

GLYPHS = "▁▂▃▄▅▆▇█"
ASCII_GLYPHS = "_.:-=+*#"
BELOW = "!"  # below the reserve, or below nothing
#: Height of the chart, in lines.
CHART_LINES = 8
_EIGHTHS = len(GLYPHS)


def bars(treasuries: Sequence[int], below: Sequence[bool], *, ascii_only: bool = False) -> str:
    """Return one small bar for each month end, the highest treasury being a full one.

    Args:
        treasuries: at month ends, in cents.
        below: whether the month ends below the reserve.
        ascii_only: the terminal has no block characters.
    """
    glyphs = ASCII_GLYPHS if ascii_only else GLYPHS
    highest = max([*treasuries, 1])
    return "".join(
        BELOW if short or amount < 0 else glyphs[min(amount * _EIGHTHS // highest, _EIGHTHS - 1)]
        for amount, short in zip(treasuries, below, strict=True)
    )


class Glyphs(NamedTuple):
    """The characters of a chart."""

    parts: str  # of a cell, from the least to a full one
    full: str
    reserve: str  # in a cell that the treasury fills
    line: str  # of a reserve that the treasury does not reach


BLOCKS = Glyphs(GLYPHS, "█", "▒", "─")
ASCII = Glyphs(ASCII_GLYPHS, "#", "=", "-")


def chart(
    treasuries: Sequence[int], reserves: Sequence[int], *, ascii_only: bool = False
) -> list[tuple[int, str]]:
    """Return the lines of a chart, the highest first: the amount of each (cents), its columns.

    A column is a month: what the treasury reaches is filled, the reserve is a lighter cell in it,
    or a line above it. A month that ends below zero has a mark at the bottom.
    """
    glyphs = ASCII if ascii_only else BLOCKS
    highest = max([*treasuries, *reserves, CHART_LINES * 100])
    step = -(-highest // CHART_LINES)
    return [
        (
            low + step,
            "".join(
                _cell(amount, reserve, range(low, low + step), glyphs)
                for amount, reserve in zip(treasuries, reserves, strict=True)
            ).rstrip(),
        )
        for low in range(step * (CHART_LINES - 1), -1, -step)
    ]


def _cell(amount: int, reserve: int, span: range, glyphs: Glyphs) -> str:
    """Return the character of a month in a line that spans some amounts."""
    low, high = span.start, span.stop
    if amount >= high:
        return glyphs.reserve if low < reserve <= high else glyphs.full
    if amount > low:
        return glyphs.parts[min((amount - low) * _EIGHTHS // (high - low), _EIGHTHS - 1)]
    if low == 0 and amount < 0:
        return BELOW
    return glyphs.line if low < reserve <= high else " "
