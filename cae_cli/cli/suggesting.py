"""What the TAB key suggests from the dossier and the known cooperatives.

Each function returns every candidate; those that do not begin as what is typed are left out later.
A dossier that cannot be read suggests nothing, and says nothing.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from cae_cli.cli.shell import surroundings
from cae_cli.errors import CaeError

if TYPE_CHECKING:
    from cae_cli.dossier.model import Dossier


def clients(ctx: typer.Context) -> list[str]:
    return _from_dossier(ctx, lambda dossier: [client.name for client in dossier.clients])


def prestations(ctx: typer.Context) -> list[str]:
    """Suggest the prestations of the client typed before."""
    typed = str(ctx.params.get("client", "")).casefold()
    return _from_dossier(
        ctx,
        lambda dossier: [
            prestation.label
            for client in dossier.clients
            if client.name.casefold() == typed
            for prestation in client.prestations
        ],
    )


def people(ctx: typer.Context) -> list[str]:
    return _from_dossier(ctx, lambda dossier: [person.name for person in dossier.entrepreneurs])


def contracts(ctx: typer.Context) -> list[str]:
    """Suggest the starts of the contracts of the person typed before."""
    typed = str(ctx.params.get("person", "")).casefold()
    return _from_dossier(
        ctx,
        lambda dossier: [
            contract.start.isoformat()
            for person in dossier.entrepreneurs
            if person.name.casefold() == typed
            for contract in person.contracts
        ],
    )


def expenses(ctx: typer.Context) -> list[str]:
    return _from_dossier(ctx, lambda dossier: [expense.label for expense in dossier.expenses])


def investments(ctx: typer.Context) -> list[str]:
    return _from_dossier(ctx, lambda dossier: [item.label for item in dossier.investments])


def cooperatives() -> list[str]:
    from cae_cli.rules.cooperatives import preset_ids

    return list(preset_ids())


def keys() -> list[str]:
    """Suggest the keys of `cae set`."""
    from cae_cli.dossier.description.keys import settable

    return list(settable())


def topics() -> list[str]:
    """Suggest what `cae help` explains: commands, words of the field, codes."""
    from cae_cli.cli import glossary
    from cae_cli.cli.commands import COMMANDS
    from cae_cli.codes import CODES

    return [*COMMANDS, *glossary.names(), *CODES]


def rhythms() -> list[str]:
    from cae_cli.written.rhythms import WORDS

    return list(WORDS)


def _from_dossier(ctx: typer.Context, names: "Callable[[Dossier], list[str]]") -> list[str]:
    from cae_cli.cli.shell.dossier_file import STANDARD, dossier_path
    from cae_cli.dossier.reading import load

    try:
        path = dossier_path(surroundings.of(ctx), ctx.params.get("file"))
        return [] if path == STANDARD else names(load(path).dossier)
    except (CaeError, OSError):
        return []
