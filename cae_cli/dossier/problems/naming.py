"""How a place of the dossier is named to a person: by names and labels, not by indices."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from cae_cli.language import Said, mark, say
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.telling import shortened

#: For each list of tables: the key that names an element, and how it is called by name or number.
_LISTS: Mapping[str, tuple[str, str, str]] = {
    "clients": ("name", mark("client “{name}”"), mark("client number {number}")),
    "prestations": ("label", mark("prestation “{name}”"), mark("prestation number {number}")),
    "entrepreneurs": (
        "name",
        mark("entrepreneur “{name}”"),
        mark("entrepreneur number {number}"),
    ),
    "contracts": (
        "start",
        mark("contract that starts on {name}"),
        mark("contract number {number}"),
    ),
    "expenses": ("label", mark("expense “{name}”"), mark("expense number {number}")),
    "investments": ("label", mark("investment “{name}”"), mark("investment number {number}")),
    "scenarios": ("name", mark("scenario “{name}”"), mark("scenario number {number}")),
    "brackets": ("", "", mark("bracket number {number}")),
    "when": ("", "", mark("change number {number}")),
}


def key_name(path: KeyPath) -> str:
    """Return the last key of a path (the list's key for an element of a list)."""
    return shortened(next((part for part in reversed(path) if isinstance(part, str)), ""))


def where(data: object, path: KeyPath) -> Said | None:
    """Name the table that holds a path: "client “Mairie de Gap”, prestation “Permanence”"."""
    said: Said | None = None
    for step in _steps(data, path):
        said = step if said is None else say("{outer}, {inner}", outer=said, inner=step)
    return said


def _steps(data: object, path: KeyPath) -> Iterator[Said]:
    """Name each table on the way to a path: a section by its header, an element by its name."""
    first_index = next((i for i, part in enumerate(path) if isinstance(part, int)), len(path))
    section = ".".join(str(part) for part in path[: first_index - 1]) if path else ""
    if section:
        yield say("[{section}]", section=shortened(section))
    for part, before in zip(path, (None, *path), strict=False):
        data = _child(data, part)
        if isinstance(part, int) and before in _LISTS:
            yield element(str(before), data, part)


def _child(data: object, part: str | int) -> object:
    if isinstance(data, Mapping):
        return data.get(part)
    if isinstance(data, Sequence) and isinstance(part, int) and part < len(data):
        return data[part]
    return None


def element(kind: str, data: object, index: int) -> Said:
    """Name an element of a list of tables, by its name where it has one, else by its rank."""
    key, by_name, by_number = _LISTS[kind]
    name = data.get(key) if isinstance(data, Mapping) else None
    if isinstance(name, str) and name.strip():
        return Said(by_name, {"name": shortened(name)})
    if isinstance(name, dt.date):
        return Said(by_name, {"name": name})
    return Said(by_number, {"number": index + 1})
