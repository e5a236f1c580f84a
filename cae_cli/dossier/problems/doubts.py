"""What is allowed in a dossier and probably not meant: warnings, which block nothing."""

import datetime as dt
from collections.abc import Callable, Iterator

from cae_cli.dossier.alike import folded
from cae_cli.dossier.model import Dossier
from cae_cli.dossier.problems.findings import Finding
from cae_cli.language import say
from cae_cli.months import Month

#: A balance older than this many months is no picture of today's treasury.
OLD_TREASURY = 6


def client_without_prestation(dossier: Dossier, _today: dt.date | None) -> Iterator[Finding]:
    """A client that brings nothing."""
    for index, client in enumerate(dossier.clients):
        if not client.prestations:
            yield Finding("CAE-W001", ("clients", index), say("it has no prestation."))


def ended_prestation(dossier: Dossier, today: dt.date | None) -> Iterator[Finding]:
    """A prestation whose last day is past."""
    if today is None:
        return
    for client_index, client in enumerate(dossier.clients):
        for index, prestation in enumerate(client.prestations):
            if prestation.end is not None and prestation.end < today:
                path = ("clients", client_index, "prestations", index, "end")
                yield Finding("CAE-W002", path, say("it ended on {end}.", end=prestation.end))


def no_probability(dossier: Dossier, _today: dt.date | None) -> Iterator[Finding]:
    """A prestation that nobody expects."""
    for client_index, client in enumerate(dossier.clients):
        for index, prestation in enumerate(client.prestations):
            if prestation.probability == 0:
                path = ("clients", client_index, "prestations", index, "probability")
                yield Finding("CAE-W003", path, say("its probability is 0: it counts for nothing."))


def same_client(dossier: Dossier, _today: dt.date | None) -> Iterator[Finding]:
    """Two clients whose names are the same for a person."""
    seen: dict[str, int] = {}
    for index, client in enumerate(dossier.clients):
        first = seen.setdefault(folded(client.name), index)
        if first != index:
            what = say("its name is almost that of client number {number}.", number=first + 1)
            yield Finding("CAE-W004", ("clients", index, "name"), what)


def old_treasury(dossier: Dossier, today: dt.date | None) -> Iterator[Finding]:
    """A projection that starts long ago."""
    month = dossier.treasury.month
    if today is not None and month is not None and Month.of(today) - month > OLD_TREASURY:
        what = say("the balance is that of {month}, long past.", month=month)
        yield Finding("CAE-W005", ("treasury", "month"), what)


Doubt = Callable[[Dossier, dt.date | None], Iterator[Finding]]

DOUBTS: tuple[Doubt, ...] = (
    client_without_prestation,
    ended_prestation,
    no_probability,
    same_client,
    old_treasury,
)


def doubts(dossier: Dossier, today: dt.date | None) -> tuple[Finding, ...]:
    """Return all the warnings; without a date of today, only those that need none."""
    return tuple(finding for doubt in DOUBTS for finding in doubt(dossier, today))
