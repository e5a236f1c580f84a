"""`cae smooth`: the pay that holds, the same each month."""

from typing import TYPE_CHECKING, Annotated, cast

import typer

from cae_cli.cli.answers.months import check_month
from cae_cli.cli.reading import about, payroll_law, read_dossier, rules_notes
from cae_cli.cli.shell import delivery, numbers, output, surroundings, values
from cae_cli.cli.shell.options import Csv, File, Json, Out, PayrollRules, described
from cae_cli.language import mark

if TYPE_CHECKING:
    from cae_cli.forecast.flows import View


@described(
    mark(
        "For each start of the coming year, the highest pay that may be the same each month; from "
        "one of them, two levels by season where they bring more, and what the ways of being paid "
        "change. Nothing is written."
    ),
    "cae smooth",
    "cae smooth 2027-03 --fixed 300",
    "cae smooth --json | jq '.starts[] | {month, constant_cost}'",
)
def smooth(
    ctx: typer.Context,
    month: Annotated[
        str | None,
        typer.Argument(metavar=mark("MONTH"), help=mark("The start looked at closely, YYYY-MM.")),
    ] = None,
    file: File = None,
    fixed: Annotated[
        str | None,
        typer.Option(
            "--fixed",
            metavar=mark("NET"),
            help=mark("The net of the fixed part (otherwise the minimum pay)."),
        ),
    ] = None,
    view: Annotated[
        str,
        typer.Option("--view", metavar="signed|expected|all", help=mark("The view looked at.")),
    ] = "signed",
    rules: PayrollRules = None,
    json: Json = False,
    csv: Csv = False,
    out: Out = None,
) -> None:
    from cae_cli.forecast.answer import project
    from cae_cli.forecast.flows import VIEWS
    from cae_cli.forecast.notes import assumptions, warnings
    from cae_cli.forecast.what_if.smooth import smooth as find
    from cae_cli.render.smooth.shown import Smooth

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    asked = values.given(values.month, month, "MONTH")
    net = values.given(numbers.amount, fixed, "--fixed")
    chosen = cast("View", values.choice(view, "--view", VIEWS))
    read = read_dossier(around, file)
    law = payroll_law(around, rules)
    answer = project(read.dossier, around.today, law)
    if asked is not None:
        check_month(asked, answer)
    shown = Smooth(
        about(around, read),
        find(answer, law, chosen, asked, net),
        [*assumptions(answer), *rules_notes(around, rules)],
        [*warnings(answer, answer.views[chosen]), *read.notes],
    )
    delivery.deliver(around, to, shown)
