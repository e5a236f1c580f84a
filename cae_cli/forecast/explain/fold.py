"""A figure in a few lines that still add up: the largest things down to their own parts."""

from collections.abc import Sequence

from cae_cli.forecast.explain.part import Part
from cae_cli.language import say

_FEWEST = 3  # lines that a part must get to be opened without all of its own


def folded(parts: Sequence[Part], most: int) -> list[Part]:
    """Return parts with the same sum, at most so many: what is largest is opened while it fits."""
    shown = _few(parts, most)
    closed: set[int] = set()
    while True:
        inside = [i for i, part in enumerate(shown) if part.parts and id(part) not in closed]
        if not inside:
            return shown
        at = max(inside, key=lambda i: abs(shown[i].value))
        part, room = shown[at], most - len(shown) + 1
        if len(part.parts) > room and room < _FEWEST:
            closed.add(id(part))
            continue
        opened = [_under(part, one) for one in _few(part.parts, room)]
        shown = [*shown[:at], *opened, *shown[at + 1 :]]


def _few(parts: Sequence[Part], most: int) -> list[Part]:
    """Return the largest parts in their order, and what is left as one."""
    if len(parts) <= most:
        return list(parts)
    largest = sorted(range(len(parts)), key=lambda i: -abs(parts[i].value))[: most - 1]
    kept = sorted(largest)
    rest = [part for i, part in enumerate(parts) if i not in kept]
    count = len(rest)
    text = say("{count} others", count=count)
    return [*(parts[i] for i in kept), Part(text, sum(part.value for part in rest))]


def _under(part: Part, one: Part) -> Part:
    """Return a part that tells what it is a part of, and follows its rule."""
    text = say("{whole}: {part}", whole=part.text, part=one.text)
    return one._replace(text=text, rule=one.rule or part.rule)
