"""The edits that commands ask for, by the names people use."""

from collections.abc import Sequence

from cae_cli.dossier.editing import append, remove, set_value
from cae_cli.dossier.reading import ReadDossier
from cae_cli.errors import CaeError
from cae_cli.language import Said, mark, say
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.nearest import nearest
from cae_cli.toml.values import NewTable

_UNKNOWN = {
    "clients": mark("There is no client “{name}”."),
    "prestations": mark("There is no prestation “{name}”."),
    "entrepreneurs": mark("There is no entrepreneur “{name}”."),
    "expenses": mark("There is no expense “{name}”."),
    "investments": mark("There is no investment “{name}”."),
}
_SEVERAL = {
    "clients": mark("Several clients are called “{name}”."),
    "prestations": mark("Several prestations are called “{name}”."),
    "entrepreneurs": mark("Several entrepreneurs are called “{name}”."),
    "expenses": mark("Several expenses are called “{name}”."),
    "investments": mark("Several investments are called “{name}”."),
}
MOST_NAMED = 8


def add_client(read: ReadDossier, client: NewTable) -> str:
    """Return the text with one more client; its "prestations" are a list of entries."""
    return append(read.text, ("clients",), client)


def add_prestation(read: ReadDossier, client: str, prestation: NewTable) -> str:
    """Return the text with one more prestation of a named client."""
    return append(read.text, (*client_path(read, client), "prestations"), prestation)


def add_entrepreneur(read: ReadDossier, person: NewTable) -> str:
    """Return the text with one more person; their "contracts" are a list of entries."""
    return append(read.text, ("entrepreneurs",), person)


def add_contract(read: ReadDossier, person: str, contract: NewTable) -> str:
    """Return the text with one more contract of a named person."""
    return append(read.text, (*entrepreneur_path(read, person), "contracts"), contract)


def add_expense(read: ReadDossier, expense: NewTable) -> str:
    """Return the text with one more expense."""
    return append(read.text, ("expenses",), expense)


def add_investment(read: ReadDossier, investment: NewTable) -> str:
    """Return the text with one more investment."""
    return append(read.text, ("investments",), investment)


def set_values(read: ReadDossier, values: Sequence[tuple[KeyPath, object]]) -> str:
    """Return the text with values at paths; None removes what stands there."""
    text = read.text
    for path, value in values:
        text = remove(text, path) if value is None else set_value(text, path, value)
    return text


def client_path(read: ReadDossier, name: str) -> KeyPath:
    """Return the path of a named client.

    Raises:
        CaeError: no client has this name (the nearest is suggested), or several have.
    """
    return ("clients", _find("clients", [c.name for c in read.dossier.clients], name))


def entrepreneur_path(read: ReadDossier, name: str) -> KeyPath:
    """Return the path of a named person; see `client_path`."""
    names = [person.name for person in read.dossier.entrepreneurs]
    return ("entrepreneurs", _find("entrepreneurs", names, name))


def prestation_path(read: ReadDossier, client: str, label: str) -> KeyPath:
    """Return the path of a prestation of a named client; see `client_path`."""
    path = client_path(read, client)
    index = path[1]
    labels = [p.label for p in read.dossier.clients[int(index)].prestations]
    return (*path, "prestations", _find("prestations", labels, label))


def expense_path(read: ReadDossier, label: str) -> KeyPath:
    """Return the path of an expense; see `client_path`."""
    return ("expenses", _find("expenses", [e.label for e in read.dossier.expenses], label))


def investment_path(read: ReadDossier, label: str) -> KeyPath:
    """Return the path of an investment; see `client_path`."""
    labels = [investment.label for investment in read.dossier.investments]
    return ("investments", _find("investments", labels, label))


def _find(kind: str, names: Sequence[str], typed: str) -> int:
    """Return the rank of a name: typed exactly, or else with other capitals."""
    exact = [index for index, name in enumerate(names) if name == typed]
    folded = [i for i, name in enumerate(names) if name.casefold() == typed.strip().casefold()]
    found = exact or folded
    if len(found) == 1:
        return found[0]
    if found:
        what = Said(_SEVERAL[kind], {"name": typed})
        raise CaeError(what, say("Give them different names first."), "CAE-E002")
    close = nearest(typed, names)
    if close is not None:
        remedy = say("Did you mean “{name}”?", name=close)
    elif names:
        remedy = say("The dossier knows: {names}.", names=list(names[:MOST_NAMED]))
    else:
        remedy = say("Nothing of that kind is recorded yet.")
    raise CaeError(Said(_UNKNOWN[kind], {"name": typed}), remedy, "CAE-E001")
