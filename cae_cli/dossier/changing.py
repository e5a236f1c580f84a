"""Changes of what is recorded, and what goes with what is removed, by the names people use."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cae_cli.dossier.alike import matching
from cae_cli.dossier.editing import remove, set_value
from cae_cli.dossier.names import Which, client_path, entrepreneur_path
from cae_cli.dossier.reading import ReadDossier
from cae_cli.errors import CaeError
from cae_cli.language import Said, say
from cae_cli.toml.expected import value_at
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.values import OneLine, plain


class Added(OneLine):
    """Dated entries that join those of the file, in their order; of one day, the new one stays."""

    def among(self, old: object) -> "Added":
        """Return these with the old ones."""
        days: dict[str, object] = {}
        for entry in (*(old if isinstance(old, list) else ()), *self):
            assert isinstance(entry, Mapping)  # noqa: S101 - each holds from a day on
            days[str(entry["from"])] = entry
        return Added(days[day] for day in sorted(days))


def set_keys(read: ReadDossier, path: KeyPath, keys: Mapping[str, object]) -> str:
    """Return the text with keys of the table at a path; "a.b" is a key of a table inside.

    See `set_paths`.
    """
    values: dict[KeyPath, object] = {}
    for key, value in keys.items():
        at = (*path, *key.split("."))
        values[at] = value.among(value_at(read.data, at)) if isinstance(value, Added) else value
    return set_paths(read, values)


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


def rename_client(read: ReadDossier, old: str, new: str, which: Which) -> str:
    """Return the text with another name for a client.

    Raises:
        CaeError: no client has the old name, or another one has the new name.
    """
    path = client_path(read, old, which)
    others = [c.name for index, c in enumerate(read.dossier.clients) if index != path[1]]
    if matching(others, new):
        what = say("There is already a client “{name}”.", name=new)
        raise CaeError(what, say("Choose another name."), "CAE-E014")
    return set_keys(read, path, {"name": new})


def edit_person(read: ReadDossier, name: str, which: Which, keys: Mapping[str, object]) -> str:
    """Return the text with keys of a named person.

    Raises:
        CaeError: nobody has this name, or somebody else has the new one.
    """
    path = entrepreneur_path(read, name, which)
    others = [one.name for i, one in enumerate(read.dossier.entrepreneurs) if i != path[1]]
    new = keys.get("name")
    if isinstance(new, str) and matching(others, new):
        what = say("There is already an entrepreneur “{name}”.", name=new)
        raise CaeError(what, say("Choose another name."), "CAE-E014")
    return set_keys(read, path, keys)


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


def remove_seen(read: ReadDossier, paths: Sequence[KeyPath], seen: Sequence[Going] | None) -> str:
    """Return the text without what stands at some paths, if it is what the person saw.

    Raises:
        CaeError: it is something else by now, or cannot be removed safely.
    """
    if seen is not None and [value_at(read.data, at) for at in paths] != [s.held for s in seen]:
        what = say("Another program changed the file meanwhile; nothing was written.")
        raise CaeError(what, say("Run the command again."), "CAE-E006")
    text = read.text
    for path in sorted(paths, reverse=True):  # the last one first: the others keep their ranks
        text = remove(text, path)
    return text
