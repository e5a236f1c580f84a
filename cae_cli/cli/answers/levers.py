"""`cae levers`: the least to ask for, and of whom."""

from typing import TYPE_CHECKING, Annotated, cast

import typer

from cae_cli.cli.answers.months import check_month
from cae_cli.cli.reading import about, payroll_law, read_dossier, rules_notes
from cae_cli.cli.shell import delivery, output, surroundings, values
from cae_cli.cli.shell.options import Csv, File, Json, Out, PayrollRules, described
from cae_cli.language import mark

if TYPE_CHECKING:
    from cae_cli.forecast.flows import View


@described(
    mark(
        "For each earlier month, the sum that is missing and when; then each thing that would be "
        "enough, answered again with it, by who decides. Without a month: the one before the first "
        "salary. Nothing is written."
    ),
    "cae levers",
    "cae levers 2027-03 --view expected",
    "cae levers --json | jq '.levers[] | select(.enough)'",
)
def levers(
    ctx: typer.Context,
    month: Annotated[
        str | None,
        typer.Argument(metavar=mark("MONTH"), help=mark("The month to bring about, YYYY-MM.")),
    ] = None,
    file: File = None,
    view: Annotated[
        str,
        typer.Option("--view", metavar="signed|expected|all", help=mark("The view looked at.")),
    ] = "signed",
    rules: PayrollRules = None,
    json: Json = False,
    csv: Csv = False,
    out: Out = None,
) -> None:
    from cae_cli.forecast import what_if
    from cae_cli.forecast.answer import project
    from cae_cli.forecast.flows import VIEWS
    from cae_cli.forecast.notes import assumptions, warnings
    from cae_cli.forecast.what_if.levers import levers as find
    from cae_cli.render.levers.shown import Levered

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    asked = values.given(values.month, month, "MONTH")
    chosen = cast("View", values.choice(view, "--view", VIEWS))
    read = read_dossier(around, file)
    law = payroll_law(around, rules)
    answer = project(read.dossier, around.today, law)
    if asked is not None:
        check_month(asked, answer)
    shown = Levered(
        about(around, read),
        find(answer, law, chosen, asked),
        [*assumptions(answer), what_if.note(answer.today), *rules_notes(around, rules)],
        [*warnings(answer, answer.views[chosen]), *read.notes],
    )
    delivery.deliver(around, to, shown, long=True)
