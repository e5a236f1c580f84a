"""`cae sign` and `cae lost`: what becomes of a quote."""

from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.changes.editing import DryRun, Number, change, which
from cae_cli.cli.changes.named import ClientName
from cae_cli.cli.changes.remove import Start
from cae_cli.cli.changes.removing import Remover, Yes
from cae_cli.cli.shell import surroundings, values
from cae_cli.cli.shell.options import File, described
from cae_cli.language import Said, mark, say

if TYPE_CHECKING:
    from cae_cli.dossier.reading import ReadDossier

Quote = Annotated[
    str | None,
    typer.Argument(
        metavar=mark("LABEL"),
        help=mark("Which one, if several are not signed yet."),
        autocompletion=suggesting.prestations,
    ),
]


@described(
    mark("Its probability becomes 1; what it changes in the answer is told."),
    "cae sign 'Mairie de Gap'",
    "cae sign 'Mairie de Gap' 'Comptes rendus'",
)
def sign(
    ctx: typer.Context,
    client: ClientName,
    label: Quote = None,
    start: Start = None,
    number: Number = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.cli.changes.effects import Dated
    from cae_cli.dossier import names, quotes

    meant = which(number, start=values.given(values.day, start, "--start"))
    open_before: list[int] = []

    def make(read: "ReadDossier") -> str:
        found = quotes.quote(read, client, label, meant)
        open_before[:] = [int(path[3]) for path in found]
        return quotes.signed(read, found)

    def dates(read: "ReadDossier") -> Dated:
        of = read.dossier.clients[int(names.client_path(read, client)[1])]
        return Dated(of, [of.prestations[rank] for rank in open_before])

    summary = _named(client, label)
    change(
        surroundings.of(ctx),
        file,
        make,
        say("{what} signed", what=summary),
        dry_run=dry_run,
        dates=dates,
    )


@described(
    mark("It is removed from the dossier, once you agree."),
    "cae lost 'Mairie de Gap'",
    "cae lost 'Mairie de Gap' 'Comptes rendus' --yes",
)
def lost(
    ctx: typer.Context,
    client: ClientName,
    label: Quote = None,
    start: Start = None,
    number: Number = None,
    yes: Yes = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import quotes

    meant = which(number, start=values.given(values.day, start, "--start"))
    remover = Remover(surroundings.of(ctx), file, yes=yes, dry_run=dry_run)
    remover.remove_all(
        _named(client, label), lambda read: quotes.quote(read, client, label, meant, losing=True)
    )


def _named(client: str, label: str | None) -> Said:
    if label is None:
        return say("quote of “{client}”", client=client)
    return say("prestation “{label}” of “{client}”", label=label, client=client)
