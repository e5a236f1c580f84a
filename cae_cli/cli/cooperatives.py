"""`cae cooperatives`: the known cooperatives, or one of them in words and on a worked year."""

from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli.reading import known_cooperative
from cae_cli.cli.shell import output, surroundings
from cae_cli.cli.shell.options import Csv, Json, Out, described
from cae_cli.language import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cae_cli.rules.cooperatives import Preset


def _complete_id() -> list[str]:
    from cae_cli.rules.cooperatives import preset_ids

    return list(preset_ids())


@described(
    mark(
        "Without an ID, the list. With one, its rule in words, what is not known of it, a first "
        "year month by month, and how to write it in a dossier."
    ),
    "cae cooperatives",
    "cae cooperatives solstice",
    "cae cooperatives --json | jq '.cooperatives[].id'",
)
def cooperatives(
    ctx: typer.Context,
    cooperative: Annotated[
        str | None,
        typer.Argument(
            metavar="ID", help=mark("A known cooperative."), autocompletion=_complete_id
        ),
    ] = None,
    json: Json = False,
    csv: Csv = False,
    out: Out = None,
) -> None:
    from cae_cli.rules.cooperatives import preset, preset_ids

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    if cooperative is None:
        _show_list(around, to, [preset(known) for known in preset_ids()])
    else:
        _show_one(around, to, preset(known_cooperative(cooperative)))


def _show_list(
    around: surroundings.Surroundings, to: output.Target, known: "Sequence[Preset]"
) -> None:
    language = around.language
    if to.format == output.JSON:
        from cae_cli.render.cooperatives.data import list_document
        from cae_cli.render.json_text import json_text

        output.deliver(around, to, json_text(list_document(known, language)))
    elif to.format == output.CSV:
        from cae_cli.render.cooperatives.listing import COLUMNS, rows
        from cae_cli.render.csv_text import csv_text

        output.deliver(around, to, csv_text(COLUMNS, rows(known), language))
    elif to.on_terminal(around):
        from cae_cli.render.cooperatives.listing import list_page

        output.show_page(around, to, list_page(known, language))
    else:
        from cae_cli.render.cooperatives.listing import list_text

        output.deliver(around, to, list_text(known, language))


def _show_one(around: surroundings.Surroundings, to: output.Target, known: "Preset") -> None:
    from cae_cli.months import MONTHS_IN_YEAR, Month
    from cae_cli.rules.cooperative_notes import assumptions, warnings
    from cae_cli.rules.worked_year import EVEN, UNEVEN, worked_year

    language = around.language
    january = Month(around.today.year * MONTHS_IN_YEAR)
    turnovers = {"even": EVEN, "uneven": UNEVEN}
    years = {name: worked_year(known.rule, year, january) for name, year in turnovers.items()}
    notes = assumptions(known), warnings(known.rule, known, around.today)
    if to.format == output.JSON:
        from cae_cli.render.cooperatives.data import document
        from cae_cli.render.json_text import json_text

        output.deliver(around, to, json_text(document(known, years, language, *notes)))
    elif to.format == output.CSV:
        from cae_cli.render.cooperatives.data import COLUMNS, rows
        from cae_cli.render.csv_text import csv_text

        output.deliver(around, to, csv_text(COLUMNS, rows(years), language))
    else:
        from cae_cli.render.cooperatives.page import page

        output.show_page(around, to, page(known, years, language, *notes))
