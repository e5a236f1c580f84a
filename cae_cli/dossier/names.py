"""Which recorded thing a person means by the name they type.

Things of one name are told apart by what the file says of them (a start, a date), else by their
number in the order of the file.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from cae_cli.dossier.alike import matching
from cae_cli.dossier.reading import ReadDossier
from cae_cli.errors import CaeError
from cae_cli.language import Said, mark, say, say_n
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.nearest import nearest

MOST_NAMED = 8


class Which(NamedTuple):
    """What tells apart the things of one name, as it was typed."""

    told: Mapping[str, object] = {}  # keys of the file, such as {"start": 2026-01-15}
    number: int | None = None  # from 1, in the order of the file


NOT_TOLD = Which()


class Kind(NamedTuple):
    """A list of named things."""

    named_by: str  # the key of the name
    told_by: str  # the key that tells apart those of one name; none if empty
    unknown: str
    several: str
    rename: str = ""  # the command that gives another name, for what holds other things


KINDS: Mapping[str, Kind] = {
    "clients": Kind(
        "name",
        "",
        mark("There is no client “{name}”."),
        mark("Several clients are called “{name}”."),
        "cae rename-client '{name}' '{name} 2' --number 2",
    ),
    "prestations": Kind(
        "label",
        "start",
        mark("There is no prestation “{name}”."),
        mark("Several prestations are called “{name}”."),
    ),
    "entrepreneurs": Kind(
        "name",
        "",
        mark("There is no entrepreneur “{name}”."),
        mark("Several entrepreneurs are called “{name}”."),
        "cae edit-entrepreneur '{name}' --name '{name} 2' --number 2",
    ),
    "expenses": Kind(
        "label",
        "start",
        mark("There is no expense “{name}”."),
        mark("Several expenses are called “{name}”."),
    ),
    "investments": Kind(
        "label",
        "date",
        mark("There is no investment “{name}”."),
        mark("Several investments are called “{name}”."),
    ),
}


def client_path(read: ReadDossier, name: str, which: Which | None = None) -> KeyPath:
    """Return the path of a named client.

    Args:
        read: the dossier.
        name: as it was typed.
        which: what tells apart those of one name; None where the command cannot be told.

    Raises:
        CaeError: no client has this name (the nearest is suggested), or several have.
    """
    return ("clients", _find("clients", read.dossier.clients, name, which))


def entrepreneur_path(read: ReadDossier, name: str, which: Which | None = None) -> KeyPath:
    """Return the path of a named person; see `client_path`."""
    return ("entrepreneurs", _find("entrepreneurs", read.dossier.entrepreneurs, name, which))


def prestation_path(read: ReadDossier, client: str, label: str, which: Which) -> KeyPath:
    """Return the path of a prestation of a named client; see `client_path`."""
    path = client_path(read, client)
    sold = read.dossier.clients[int(path[1])].prestations
    return (*path, "prestations", _find("prestations", sold, label, which))


def expense_path(read: ReadDossier, label: str, which: Which) -> KeyPath:
    """Return the path of an expense; see `client_path`."""
    return ("expenses", _find("expenses", read.dossier.expenses, label, which))


def investment_path(read: ReadDossier, label: str, which: Which) -> KeyPath:
    """Return the path of an investment; see `client_path`."""
    return ("investments", _find("investments", read.dossier.investments, label, which))


def contract_path(read: ReadDossier, person: str, start: dt.date | None, which: Which) -> KeyPath:
    """Return the path of a contract of a named person: of its start, or the only one.

    Raises:
        CaeError: there is no such person or contract, or several.
    """
    path = entrepreneur_path(read, person)
    contracts = read.dossier.entrepreneurs[int(path[1])].contracts
    found = [i for i, one in enumerate(contracts) if start is None or one.start == start]
    starts = [contract.start for contract in contracts]
    if not found:
        if start is None or not starts:
            raise CaeError(say("“{person}” has no contract.", person=person), None, "CAE-E001")
        what = say("“{person}” has no contract that starts on {day}.", person=person, day=start)
        remedy = say("Their contracts start on {days}.", days=list(dict.fromkeys(starts)))
        raise CaeError(what, remedy, "CAE-E001")
    meant = _told_apart(found, contracts, which)
    if len(meant) == 1:
        return (*path, "contracts", meant[0])
    what = say("“{person}” has several such contracts.", person=person)
    if start is None and len(set(starts)) == len(starts):
        raise CaeError(what, say("Tell the day it starts: {days}.", days=starts), "CAE-E002")
    raise CaeError(what, _remedy(ways(found, contracts, "kind", which)), "CAE-E002")


def _find(kind: str, items: Sequence[Any], typed: str, which: Which | None) -> int:
    """Return the rank of what a name means."""
    known = KINDS[kind]
    names = [getattr(item, known.named_by) for item in items]
    found = matching(names, typed)
    if not found:
        raise _unknown(kind, names, typed)
    meant = found if which is None else _told_apart(found, items, which)
    if len(meant) == 1:
        return meant[0]
    different = list(dict.fromkeys(names[index] for index in found))
    what = Said(known.several, {"name": typed})
    if len(different) > 1:
        remedy = say("Type exactly one of these: {names}.", names=", ".join(different[:MOST_NAMED]))
    elif which is None:
        command = known.rename.format(name=names[found[0]].replace("'", "'\\''"))
        remedy = say("Give one of them another name first: {command}", command=command)
    else:
        remedy = _remedy(ways(found, items, known.told_by, which))
    raise CaeError(what, remedy, "CAE-E002")


def _told_apart(found: Sequence[int], items: Sequence[Any], which: Which) -> list[int]:
    """Return those of one name that are meant.

    Raises:
        CaeError: a number is told that none of them has.
    """
    if which.number is not None:
        if which.number > len(found):
            what = say("There is no number {number}.", number=which.number)
            only = say_n("There is {count} of that name.", "There are {count} of that name.",
                         len(found))  # fmt: skip
            raise CaeError(what, only, "CAE-E002")
        return [found[which.number - 1]]
    if len(found) > 1:
        for key, value in which.told.items():
            one = [index for index in found if getattr(items[index], key) == value]
            if len(one) == 1:
                return one
    return list(found)


def _remedy(flags: Said) -> Said:
    return say("Tell which one: add {flags}.", flags=flags)


def ways(found: Sequence[int], items: Sequence[Any], told_by: str, which: Which = NOT_TOLD) -> Said:
    """Say which flags tell apart the things of one name: a flag that is typed already does not.

    Args:
        found: the ranks of these things.
        items: the list they stand in.
        told_by: the key that may tell them apart; none if empty.
        which: what was typed.
    """
    values = [getattr(items[index], told_by) for index in found] if told_by else []
    known = [value for value in values if value is not None]
    if known and len(set(known)) == len(values) and told_by not in which.told:
        flags = [f"--{told_by} {value}" for value in values]
    else:
        flags = [f"--number {number}" for number in range(1, len(found) + 1)]
        if known:
            shown = zip(flags, values, strict=True)
            flags = [flag if value is None else f"{flag} ({value})" for flag, value in shown]
    named = flags[:MOST_NAMED]
    return say("{ways} or {last}", ways=", ".join(named[:-1]), last=named[-1])


def _unknown(kind: str, names: Sequence[str], typed: str) -> CaeError:
    close = nearest(typed, names)
    if close is not None:
        remedy = say("Did you mean “{name}”?", name=close)
    elif names:
        remedy = say("The dossier knows: {names}.", names=list(names[:MOST_NAMED]))
    else:
        remedy = say("Nothing of that kind is recorded yet.")
    return CaeError(Said(KINDS[kind].unknown, {"name": typed}), remedy, "CAE-E001")
