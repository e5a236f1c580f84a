"""What is added to a dossier, by the names people use; a second thing of one name is looked at."""

from collections.abc import Iterator, Sequence
from typing import Any

from cae_cli.dossier.alike import matching
from cae_cli.dossier.editing import append
from cae_cli.dossier.names import client_path, entrepreneur_path
from cae_cli.dossier.reading import ReadDossier
from cae_cli.errors import CaeError
from cae_cli.language import Said, say
from cae_cli.toml.values import NewTable


def add_client(read: ReadDossier, client: NewTable) -> str:
    """Return the text with one more client; its "prestations" are a list of entries.

    Raises:
        CaeError: one of that name is recorded already.
    """
    remedy = say("Add to it with {command}.", command="cae add-prestation")
    for known in _of_name(read.dossier.clients, "name", client["name"]):
        raise CaeError(say("There is already a client “{name}”.", name=known.name),
                       remedy, "CAE-E014")  # fmt: skip
    return append(read.text, ("clients",), client)


def add_prestation(read: ReadDossier, client: str, prestation: NewTable) -> str:
    """Return the text with one more prestation of a named client.

    Raises:
        CaeError: the same one is recorded already, from the same day.
    """
    path = client_path(read, client)
    sold = read.dossier.clients[int(path[1])].prestations
    for known in _of_name(sold, "label", prestation["label"]):
        if known.start == prestation["start"]:
            what = say("There is already a prestation “{label}” of “{client}” from {day} on.",
                       label=known.label, client=client, day=known.start)  # fmt: skip
            raise _twin(what, "cae edit-prestation")
    return append(read.text, (*path, "prestations"), prestation)


def add_entrepreneur(read: ReadDossier, person: NewTable) -> str:
    """Return the text with one more person; their "contracts" are a list of entries.

    Raises:
        CaeError: someone of that name is recorded already.
    """
    remedy = say("Add a contract with {command}.", command="cae add-contract")
    for known in _of_name(read.dossier.entrepreneurs, "name", person["name"]):
        raise CaeError(say("There is already an entrepreneur “{name}”.", name=known.name),
                       remedy, "CAE-E014")  # fmt: skip
    return append(read.text, ("entrepreneurs",), person)


def add_contract(read: ReadDossier, person: str, contract: NewTable) -> str:
    """Return the text with one more contract of a named person.

    Raises:
        CaeError: the same one is recorded already, from the same day.
    """
    path = entrepreneur_path(read, person)
    who = read.dossier.entrepreneurs[int(path[1])]
    for known in who.contracts:
        if (known.kind, known.start) == (contract["kind"], contract["start"]):
            what = say("“{person}” has already a {kind} contract from {day} on.",
                       person=who.name, kind=known.kind.upper(), day=known.start)  # fmt: skip
            raise _twin(what, "cae edit-contract")
    return append(read.text, (*path, "contracts"), contract)


def add_expense(read: ReadDossier, expense: NewTable) -> str:
    """Return the text with one more expense.

    Raises:
        CaeError: the same one is recorded already, from the same day.
    """
    for known in _of_name(read.dossier.expenses, "label", expense["label"]):
        if known.start == expense.get("start"):
            what = say("There is already an expense “{label}” from that day on.", label=known.label)
            raise _twin(what, "cae edit-expense")
    return append(read.text, ("expenses",), expense)


def add_investment(read: ReadDossier, investment: NewTable) -> str:
    """Return the text with one more investment.

    Raises:
        CaeError: the same one is recorded already, on the same day.
    """
    for known in _of_name(read.dossier.investments, "label", investment["label"]):
        if known.date == investment["date"]:
            what = say("There is already an investment “{label}” on {day}.",
                       label=known.label, day=known.date)  # fmt: skip
            raise _twin(what, "cae edit-investment")
    return append(read.text, ("investments",), investment)


def _of_name(items: Sequence[Any], key: str, name: object) -> Iterator[Any]:
    """Yield what is recorded under a name already, as names are told apart."""
    known = [getattr(item, key) for item in items]
    yield from (items[index] for index in matching(known, str(name)))


def _twin(what: Said, command: str) -> CaeError:
    return CaeError(
        what,
        say("To change it: {command}. To add another one, give it another day or name.",
            command=command),
        "CAE-E014",
    )  # fmt: skip
