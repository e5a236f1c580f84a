"""`cae list`: what is recorded, and what it is worth in a year."""

import typer

from cae_cli.cli.reading import about, read_dossier
from cae_cli.cli.shell import delivery, output, surroundings
from cae_cli.cli.shell.dossier_file import one_of
from cae_cli.cli.shell.options import Csv, DossierArgument, File, Json, Out, described
from cae_cli.language import mark


@described(
    mark(
        "Clients and prestations with what they bring in the twelve months from this one on, and "
        "their share of it; expenses, people and investments. In CSV: the prestations."
    ),
    "cae list",
    "cae list --json | jq '.clients[] | {name, share}'",
)
def list_all(
    ctx: typer.Context,
    dossier: DossierArgument = None,
    file: File = None,
    json: Json = False,
    csv: Csv = False,
    out: Out = None,
) -> None:
    from cae_cli.forecast.yearly import year_ahead
    from cae_cli.render.list.shown import Recorded

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    read = read_dossier(around, one_of(dossier, file))
    year = year_ahead(read.dossier, around.today)
    delivery.deliver(around, to, Recorded(about(around, read), read.dossier, year))
