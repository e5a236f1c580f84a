"""Changes of what is recorded, and what goes with what is removed, by the names people use."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cae_cli.dossier import adding
from cae_cli.dossier.editing import remove, set_value
from cae_cli.dossier.reading import ReadDossier
from cae_cli.errors import CaeError
from cae_cli.language import Said, say
from cae_cli.toml.expected import value_at
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.values import plain


def set_keys(read: ReadDossier, path: KeyPath, keys: Mapping[str, object]) -> str:
    """Return the text with keys of the table at a path; see `set_paths`."""
    return set_paths(read, {(*path, key): value for key, value in keys.items()})


def set_paths(read: ReadDossier, values: Mapping[KeyPath, object]) -> str:
    """Return the text with values at paths; None removes what stands there, if anything does.

    What holds the value already keeps the way it is written: 450 is not made 450.00.
    """
    text = read.text
    for at, value in values.items():
        old, new = value_at(read.data, at), plain(value)
        if type(old) is not bool and type(new) is not bool and old == new:
            continue
        if old is new:
            continue
        text = remove(text, at) if new is None else set_value(text, at, new)
    return text


def rename_client(read: ReadDossier, old: str, new: str) -> str:
    """Return the text with another name for a client.

    Raises:
        CaeError: no client has the old name, or another one has the new name.
    """
    path = adding.client_path(read, old)
    for index, client in enumerate(read.dossier.clients):
        if client.name == new and index != path[1]:
            raise CaeError(
                say("There is already a client “{name}”.", name=new),
                say("Choose another name."),
                "CAE-E014",
            )
    return set_keys(read, path, {"name": new})


def contract_path(read: ReadDossier, person: str, start: dt.date | None) -> KeyPath:
    """Return the path of a contract of a named person: of its start, or the only one.

    Raises:
        CaeError: there is no such person or contract, or several.
    """
    path = adding.entrepreneur_path(read, person)
    contracts = read.dossier.entrepreneurs[int(path[1])].contracts
    found = [i for i, one in enumerate(contracts) if start is None or one.start == start]
    if len(found) == 1:
        return (*path, "contracts", found[0])
    starts = [contract.start for contract in contracts]
    if found:
        what = say("“{person}” has several such contracts.", person=person)
        raise CaeError(what, say("Tell the day it starts: {days}.", days=starts), "CAE-E002")
    if start is None or not starts:
        raise CaeError(say("“{person}” has no contract.", person=person), None, "CAE-E001")
    what = say("“{person}” has no contract that starts on {day}.", person=person, day=start)
    raise CaeError(what, say("Their contracts start on {days}.", days=starts), "CAE-E001")


class Going(NamedTuple):
    """What would be removed: where it stands, what it holds, and the names of what goes with it."""

    path: KeyPath
    held: object
    with_it: Sequence[Said]


def going(read: ReadDossier, path: KeyPath) -> Going:
    """Return what the removal of a path takes away."""
    from cae_cli.dossier.problems.naming import element  # noqa: PLC0415 - only a removal pays

    held = value_at(read.data, path)
    with_it = [
        element(kind, item, index)
        for kind in ("prestations", "contracts")
        for index, item in enumerate(value_at(held, (kind,)) or [])
    ]
    return Going(path, held, with_it)


def remove_seen(read: ReadDossier, path: KeyPath, seen: Going | None) -> str:
    """Return the text without what stands at a path, if it is what the person saw.

    Raises:
        CaeError: it is something else by now, or cannot be removed safely.
    """
    if seen is not None and value_at(read.data, path) != seen.held:
        what = say("Another program changed the file meanwhile; nothing was written.")
        raise CaeError(what, say("Run the command again."), "CAE-E006")
    return remove(read.text, path)
