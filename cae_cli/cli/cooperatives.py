"""`cae cooperatives`: the known cooperatives, or one of them in words and on a worked year."""

from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.reading import known_cooperative
from cae_cli.cli.shell import delivery, output, surroundings
from cae_cli.cli.shell.options import Csv, Json, Out, described
from cae_cli.language import mark

if TYPE_CHECKING:
    from cae_cli.render.cooperatives.shown import OneKnown
    from cae_cli.rules.cooperatives import Preset


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
            metavar="ID", help=mark("A known cooperative."), autocompletion=suggesting.cooperatives
        ),
    ] = None,
    json: Json = False,
    csv: Csv = False,
    out: Out = None,
) -> None:
    from cae_cli.render.cooperatives.shown import AllKnown
    from cae_cli.rules.cooperatives import preset, preset_ids

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    if cooperative is None:
        delivery.deliver(around, to, AllKnown([preset(known) for known in preset_ids()]))
    else:
        delivery.deliver(around, to, _one(around, preset(known_cooperative(cooperative))))


def _one(around: surroundings.Surroundings, known: "Preset") -> "OneKnown":
    from cae_cli.months import MONTHS_IN_YEAR, Month
    from cae_cli.render.cooperatives.shown import OneKnown
    from cae_cli.rules.cooperative_notes import assumptions, warnings
    from cae_cli.rules.worked_year import EVEN, UNEVEN, worked_year

    january = Month(around.today.year * MONTHS_IN_YEAR)
    turnovers = {"even": EVEN, "uneven": UNEVEN}
    years = {name: worked_year(known.rule, year, january) for name, year in turnovers.items()}
    return OneKnown(known, years, assumptions(known), warnings(known.rule, known, around.today))
