"""What is wrong in a file, shown so that one can act: where, the excerpt, what, what to do."""

import textwrap
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import Place, Problem
from cae_cli.language import Said, clean, mark, say_n

SHOWN_AT_MOST = 101  # problems of one file; the rest is counted
_ELLIPSIS = "…"
_EXCERPT_LEAST = 12


class _Glyph(NamedTuple):
    text: str
    cells: int  # columns of the terminal


def render_all(source: str, problems: Sequence[Problem], around: Surroundings) -> str:
    """Return all the problems of a file, in its order."""
    parts = [render(source, problem, around) for problem in problems[:SHOWN_AT_MOST]]
    if len(problems) > 1:
        count = say_n(
            "{count} error in {file}.", "{count} errors in {file}.", len(problems), file=source
        )
        parts.append(f"{around.language.tell(count)}\n")
    return "\n".join(parts)


def render(source: str, problem: Problem, around: Surroundings) -> str:
    """Return one problem: `file:line:column`, the excerpt with its caret, what, and the remedy."""
    place = problem.place
    code = f" [{problem.code}]" if problem.code else ""
    where = clean(source) if place is None else f"{clean(source)}:{place.line}:{place.column}"
    lines = [f"{where}:{code}" if code else f"{where}:"]
    if place is not None:
        lines += excerpt(place, around.width)
    lines.append(_wrapped(around.language.tell(problem.what), around, "  "))
    if problem.remedy is not None:
        lines.append(_remedy(problem.remedy, around, "  "))
    return "\n".join(lines) + "\n"


def render_alone(what: Said, remedy: Said | None, around: Surroundings, code: str = "") -> str:
    """Return an error that lies in no file, with its code if it has one."""
    head = around.language.translate(mark("Error:"))
    after = f" [{code}]" if code else ""
    lines = [_wrapped(f"{head} {around.language.tell(what)}{after}", around, "")]
    if remedy is not None:
        lines.append(_remedy(remedy, around, ""))
    return "\n".join(lines) + "\n"


def excerpt(place: Place, width: int) -> list[str]:
    """Return the line of a file and the caret below, cut to `width` around the caret."""
    gutter = f"  {place.line} | "
    room = max(width - len(gutter), _EXCERPT_LEAST)
    line = place.excerpt.rstrip("\r\n")
    at = min(place.column - 1, len(line))
    start, end = max(at - room, 0), at + room  # a line may be a million characters long
    glyphs = [_glyph(character) for character in line[start:end]]
    at -= start
    first, last = 0, len(glyphs)
    if len(glyphs) < len(line) or _cells(glyphs) > room:
        first, last = _window(glyphs, at, room - 2)  # an ellipsis on each side
    shown = "".join(glyph.text for glyph in glyphs[first:last])
    before = _cells(glyphs[first:at])
    under = max(_cells(glyphs[at : min(at + place.width, last)]), 1)
    if start + first:
        shown, before = f"{_ELLIPSIS}{shown}", before + 1
    if start + last < len(line):
        shown += _ELLIPSIS
    caret = f"{' ' * (len(gutter) - 2)}| {' ' * before}{'^' * under}"
    return [f"{gutter}{shown}".rstrip(), caret]


def _glyph(character: str) -> _Glyph:
    if character == "\t":
        return _Glyph(" ", 1)
    shown = clean(character)
    if shown != character:
        return _Glyph(shown, len(shown))
    if unicodedata.combining(character):
        return _Glyph(shown, 0)
    return _Glyph(shown, 2 if unicodedata.east_asian_width(character) in "WF" else 1)


def _cells(glyphs: Sequence[_Glyph]) -> int:
    return sum(glyph.cells for glyph in glyphs)


def _window(glyphs: Sequence[_Glyph], at: int, room: int) -> tuple[int, int]:
    """Return the part of a line to show around `at`, in `room` columns."""
    first = at
    while first > 0 and _cells(glyphs[first - 1 : at]) <= room // 3:
        first -= 1
    last = first
    while last < len(glyphs) and _cells(glyphs[first : last + 1]) <= room:
        last += 1
    return first, last


def _remedy(remedy: Said, around: Surroundings, margin: str) -> str:
    return _wrapped(f"→ {around.language.tell(remedy)}", around, margin, hang=2)


def _wrapped(text: str, around: Surroundings, margin: str, hang: int = 0) -> str:
    """Return a text on lines that fit a terminal; elsewhere on one line, for other tools."""
    if not around.stderr.isatty():
        return f"{margin}{text}"
    return textwrap.fill(
        text,
        around.width,
        initial_indent=margin,
        subsequent_indent=f"{margin}{' ' * hang}",
        break_long_words=False,
        break_on_hyphens=False,
    )
