"""The answer of `cae explain` for people: one sentence, then at most seven lines that add up."""

from collections.abc import Iterator, Sequence

from cae_cli.forecast.explain.fold import folded
from cae_cli.forecast.explain.part import Explained, Part
from cae_cli.language import Language, clean, say
from cae_cli.render.explain.where import LineOf
from cae_cli.render.page import Line, Page
from cae_cli.render.shown import About

MOST = 7
_WIDE = 12  # characters: an amount with its sign
_INDENT = "  "


def page(
    about: About, found: Explained, line_of: LineOf, language: Language, *, deep: bool = False
) -> Page:
    """Return the page; with `deep`, every part down to the last."""
    head = f"{clean(about.activity or '')} · {language.date(about.today)}"
    lines = [
        Line(head, "bold"),
        Line(language.tell(found.sentence)),
        *(Line(language.tell(said)) for said in found.why_not),
    ]
    if not found.parts:
        return lines
    parts = _all(found.parts) if deep else [(0, part) for part in folded(found.parts, MOST)]
    lines.append(Line())
    for depth, part in (*parts, (0, Part(say("in all"), found.value))):
        decimals = 2 if found.unit == "cents" else 0
        number = language.number(part.value, decimals)
        hang = f"{_INDENT * depth}{number:>{_WIDE}}  "
        lines.append(Line(_told(part, about.file, line_of, language), hang=hang))
    return lines


def _told(part: Part, file: str, line_of: LineOf, language: Language) -> str:
    """Return what a part is, where it is written and which rule it follows."""
    line = line_of(part.path) if part.path else None
    pieces = [language.tell(part.text)]
    if line is not None:
        pieces.append(f"({clean(file)}:{line})")
    if part.rule is not None:
        pieces.append(f"[{language.tell(part.rule)}]")
    return " ".join(pieces)


def _all(parts: Sequence[Part], depth: int = 0) -> Iterator[tuple[int, Part]]:
    for part in parts:
        yield depth, part
        yield from _all(part.parts, depth + 1)
