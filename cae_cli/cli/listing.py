"""`cae list`: what is recorded, and what it is worth in a year."""

import typer

from cae_cli.cli.reading import read_dossier
from cae_cli.cli.shell import output, surroundings
from cae_cli.cli.shell.options import Csv, File, Json, Out, described
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
    ctx: typer.Context, file: File = None, json: Json = False, csv: Csv = False, out: Out = None
) -> None:
    from cae_cli.forecast.yearly import year_ahead

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    dossier = read_dossier(around, file).dossier
    year = year_ahead(dossier, around.today)
    if to.format == output.JSON:
        from cae_cli.render.json_text import json_text
        from cae_cli.render.listing_data import document

        output.deliver(around, to, json_text(document(dossier, year, around.today)))
    elif to.format == output.CSV:
        from cae_cli.render.csv_text import csv_text
        from cae_cli.render.listing_data import COLUMNS, rows

        output.deliver(around, to, csv_text(COLUMNS, rows(year), around.language))
    else:
        from cae_cli.render.listing_page import page

        output.show_page(around, to, page(dossier, year, around.language))
