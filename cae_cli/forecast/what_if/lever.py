"""One thing that could be decided, and what it does to a month."""

from collections.abc import Callable
from decimal import Decimal
from typing import Literal, NamedTuple

from cae_cli.forecast.change import Edit
from cae_cli.forecast.what_if.shorts import Short
from cae_cli.months import Month

#: Who decides it; `risk`: nobody has to, one only lives more dangerously.
Who = Literal["me", "client", "prospect", "another", "cooperative", "risk"]
WHOS: tuple[Who, ...] = ("me", "client", "prospect", "another", "cooperative", "risk")
Kind = Literal[
    "target", "staggered", "stepped", "postponed", "cut", "prices",
    "terms", "earlier", "deposit", "instalments",
    "signed", "renewed", "client",
    "cashed", "rate",
    "reserve",
]  # fmt: skip
#: What lowers the pay wanted, or puts a part of it off, does not bring the pay wanted forward.
YIELDING: frozenset[Kind] = frozenset({"target", "staggered", "stepped"})


class Lever(NamedTuple):
    """One thing that could be decided; what its kind does not need stays empty."""

    who: Who
    kind: Kind
    edit: Edit
    name: str = ""  # of the client, the person or the quote
    label: str = ""  # of the prestation, the expense or the investment
    month: Month | None = None  # from which, or to which
    cents: int = 0  # a target, a price
    rate: Decimal = Decimal(0)
    number: int = 0  # of months, or of parts


class Sized(NamedTuple):
    """A lever of any size, whole numbers from `least` to `most`: the larger, the more it brings."""

    make: Callable[[int], Lever]
    trial: int  # a size that shows what each unit brings
    most: int
    least: int = 1


class Effect(NamedTuple):
    """What a lever does to the month that one wants to bring about; cents."""

    levers: tuple[Lever, ...]
    brings: int  # at the end of the month that binds; below 0: it hurts
    year: int  # of what the work of the twelve months lacks
    first: Month | None  # the first salary that then lasts
    gained: int | None  # months earlier; None: no month without, or with
    then: Short | None  # what the month lacks with it; None: nobody could be paid in it

    @property
    def does(self) -> bool:
        """Whether the month becomes possible."""
        return self.then is not None and self.then.lasts

    @property
    def holds(self) -> bool:
        """Whether the pay would hold from that month, even where it does not last."""
        return self.then is not None and self.then.short <= 0

    @property
    def keeps_the_pay(self) -> bool:
        """Whether the pay wanted is paid in full from the month on, as safely."""
        return all(one.kind not in YIELDING and one.who != "risk" for one in self.levers)
