"""What a figure is made of."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from cae_cli.language import Said
from cae_cli.months import Month

Kind = Literal[
    "first-salary", "lasting-net", "short", "treasury", "contribution", "cost", "deadline"
]  # fmt: skip
KINDS: Sequence[Kind] = (
    "first-salary", "lasting-net", "short", "treasury", "contribution", "cost", "deadline",
)  # fmt: skip
Unit = Literal["cents", "days"]


class Part(NamedTuple):
    """One thing that a figure is made of; the values of its own parts add up to its value."""

    text: Said
    value: int  # cents or days, with its sign in the figure
    path: tuple[str | int, ...] = ()  # what it is read from, in the file
    rule: Said | None = None  # the dated rule that it follows, with its text
    parts: tuple["Part", ...] = ()

    @property
    def leaves(self) -> Iterator["Part"]:
        """What it is made of in the end."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves


class Explained(NamedTuple):
    """A figure, one sentence on it, and its parts, which add up to it."""

    kind: Kind
    month: Month | None
    value: int
    unit: Unit
    sentence: Said
    parts: tuple[Part, ...]
    why_not: Sequence[Said] = ()  # why not the month before, why not a euro more


def whole(
    text: Said,
    parts: Iterable[Part],
    *,
    path: tuple[str | int, ...] = (),
    rule: Said | None = None,
) -> list[Part]:
    """Return one part made of several, or nothing where they are all nothing."""
    kept = tuple(part for part in parts if part.value)
    return [Part(text, sum(part.value for part in kept), path, rule, kept)] if kept else []


def opposite(part: Part) -> Part:
    """Return a part with the other sign, down to its leaves."""
    return part._replace(value=-part.value, parts=tuple(map(opposite, part.parts)))
