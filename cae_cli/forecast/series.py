"""One dated thing with its source, and many of them in columns."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

CERTAIN = Decimal(1)


class Source(NamedTuple):
    """Where an entry comes from."""

    kind: Literal["prestation", "cost", "expense", "investment"]
    who: str  # the client's name; "" for expenses and investments
    what: str  # the label
    path: tuple[str | int, ...]  # in the file: ("clients", 0, "prestations", 1)
    direct: bool = False  # lowers the gross margin
    internal: bool = False  # invoiced to another member of the cooperative


class Entry(NamedTuple):
    """One invoice, its cost, one expense or one investment."""

    source: Source
    occurrence: int  # k-th kept one, from 1
    day: dt.date  # invoiced, or due
    paid: dt.date  # the day it is cashed or paid
    cents: int  # in full
    chance: Decimal  # 1: certain
    renewal: int = 0  # in the k-th renewal of its prestation; 0: in the contract itself

    @property
    def signed(self) -> bool:
        """Whether it is certain: no renewal is signed yet."""
        return self.chance == CERTAIN and not self.renewal


@dataclass(frozen=True, slots=True)
class Series:
    """Entries of one source that are equally sure, in order of time.

    They stand in columns, because there are many; iterating over them gives them one by one.
    """

    source: Source
    first: int  # the number of the first one; the others follow
    days: list[dt.date]
    paid: list[dt.date]
    cents: list[int]
    chance: Decimal = CERTAIN
    renewal: int = 0

    @property
    def signed(self) -> bool:
        """Whether they are certain: no renewal is signed yet."""
        return self.chance == CERTAIN and not self.renewal

    def __iter__(self) -> Iterator[Entry]:
        columns = zip(self.days, self.paid, self.cents, strict=True)
        for number, (day, paid, cents) in enumerate(columns, self.first):
            yield Entry(self.source, number, day, paid, cents, self.chance, self.renewal)
