"""From one dossier to another, one recorded thing after the other."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from cae_cli.dossier.model import Client, Dossier, Entrepreneur, Expense, Investment
from cae_cli.fields import Table

How = Literal["added", "removed", "changed"]
Kind = Literal["treasury", "cooperative", "salary", "entrepreneurs", "clients", "expenses",
               "investments"]  # fmt: skip


class Part(NamedTuple):
    """What changes in a step."""

    kind: Kind
    name: str  # of the client, the person, the expense, the investment; else ""
    how: How


_WHOLE: Sequence[Kind] = ("treasury", "cooperative", "salary")
_SEVERAL: Sequence[Kind] = ("entrepreneurs", "clients", "expenses", "investments")


def steps(old: Dossier, new: Dossier) -> Iterator[tuple[Part, Dossier]]:
    """Yield what differs, part by part, each with the old dossier so far changed into the new one.

    Clients and people are told apart by their names, expenses and investments by their labels;
    of several with the same one, by their order. What nobody decides about (the name of the
    activity, assumptions) stays as it was.
    """
    now = old
    for kind in _WHOLE:
        if getattr(now, kind) != getattr(new, kind):
            now = now.model_copy(update={kind: getattr(new, kind)})
            yield Part(kind, "", "changed"), now
    for kind in _SEVERAL:
        for part, several in _each(kind, getattr(old, kind), getattr(new, kind)):
            now = now.model_copy(update={kind: several})
            yield part, now


Named = Client | Entrepreneur | Expense | Investment
Key = tuple[str, int]


def _each(
    kind: Kind, old: Sequence[Named], new: Sequence[Named]
) -> Iterator[tuple[Part, tuple[Table, ...]]]:
    then = _keyed(new)
    now = _keyed(old)
    for key in [key for key in now if key not in then]:
        del now[key]
        yield Part(kind, key[0], "removed"), tuple(now.values())
    for key, one in then.items():
        if key not in now:
            now[key] = one
            yield Part(kind, key[0], "added"), tuple(now.values())
        elif now[key] != one:
            now[key] = one
            yield Part(kind, key[0], "changed"), tuple(now.values())


def _keyed(several: Sequence[Named]) -> dict[Key, Named]:
    found: dict[Key, Named] = {}
    for one in several:
        name = one.name if isinstance(one, (Client, Entrepreneur)) else one.label
        found[name, sum(key[0] == name for key in found)] = one
    return found
