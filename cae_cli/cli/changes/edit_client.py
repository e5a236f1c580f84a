"""`cae edit-client` and `rename-client`."""

from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.changes import changed_fields
from cae_cli.cli.changes.add_client import MOST_PAYMENT_DAYS, PaymentDays
from cae_cli.cli.changes.editing import DryRun, change
from cae_cli.cli.shell import surroundings, values
from cae_cli.cli.shell.options import File, described
from cae_cli.language import mark, say

if TYPE_CHECKING:
    from cae_cli.dossier.reading import ReadDossier

NameOfClient = Annotated[
    str,
    typer.Argument(
        metavar=mark("CLIENT"), help=mark("A recorded client."), autocompletion=suggesting.clients
    ),
]


@described(
    mark("Only what is typed changes; an empty text ('') takes a line away."),
    "cae edit-client 'Mairie de Gap' --payment-days 45 --end-of-month",
)
def edit_client(
    ctx: typer.Context,
    name: NameOfClient,
    payment_days: PaymentDays = None,
    end_of_month: Annotated[
        bool | None,
        typer.Option(
            "--end-of-month/--no-end-of-month", help=mark("Then on to the end of that month.")
        ),
    ] = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding, changing

    days = changed_fields.whole(0, MOST_PAYMENT_DAYS)
    keys = changed_fields.changes(
        [
            changed_fields.Field("payment_days", "--payment-days", payment_days, days),
            changed_fields.Field("end_of_month", "--end-of-month", end_of_month, values.name),
        ],
        "cae edit-client",
    )

    def make(read: "ReadDossier") -> str:
        return changing.set_keys(read, adding.client_path(read, name), keys)

    change(
        surroundings.of(ctx), file, make, say("client “{name}” changed", name=name), dry_run=dry_run
    )


@described("", "cae rename-client 'Mairie de Gap' 'Ville de Gap'")
def rename_client(
    ctx: typer.Context,
    old: NameOfClient,
    new: Annotated[str, typer.Argument(metavar=mark("NAME"), help=mark("The new name."))],
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import changing

    name = values.name(new, mark("NAME"))
    change(
        surroundings.of(ctx),
        file,
        lambda read: changing.rename_client(read, old, name),
        say("client “{old}” renamed “{new}”", old=old, new=name),
        dry_run=dry_run,
    )
