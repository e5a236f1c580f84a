"""`cae simulate`: from which month a salary is possible, how much, and whether it lasts."""

from typing import TYPE_CHECKING, Annotated, cast

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.reading import known_cooperative, payroll_law, read_dossier, rules_notes
from cae_cli.cli.shell import delivery, output, surroundings, values
from cae_cli.cli.shell.dossier_file import one_of
from cae_cli.cli.shell.options import Csv, DossierArgument, File, Json, Out, PayrollRules, described
from cae_cli.errors import Exit
from cae_cli.language import mark

if TYPE_CHECKING:
    from cae_cli.forecast.flows import View

MOST_MONTHS = 600


@described(
    mark(
        "The first two lines are the answer; then the three views (signed: what is certain; "
        "expected: each amount at its probability; all), the treasury and the months. On a "
        "terminal it fits one screen; piped, every month is there."
    ),
    "cae simulate",
    "cae simulate --view expected --monthly",
    "cae simulate --json | jq .first_salary.signed.month",
)
def simulate(
    ctx: typer.Context,
    dossier: DossierArgument = None,
    file: File = None,
    view: Annotated[
        str,
        typer.Option("--view", metavar="signed|expected|all", help=mark("The view that is shown.")),
    ] = "signed",
    months: Annotated[
        str | None,
        typer.Option("--months", metavar="N", help=mark("How many months to show, at most 600.")),
    ] = None,
    monthly: Annotated[
        bool, typer.Option("--monthly", help=mark("Show every month, on a terminal too."))
    ] = False,
    why: Annotated[
        bool, typer.Option("--why", help=mark("Tell all that the answer rests on."))
    ] = False,
    chart: Annotated[
        bool, typer.Option("--chart", help=mark("Draw the treasury and its reserve."))
    ] = False,
    brief: Annotated[
        bool, typer.Option("--brief", help=mark("Only the answer and the three views."))
    ] = False,
    cooperative: Annotated[
        str | None,
        typer.Option(
            "--cooperative",
            metavar="ID",
            help=mark("Answer with the rules of another known cooperative."),
            autocompletion=suggesting.cooperatives,
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help=mark("Exit with 3 when no salary lasts."))
    ] = False,
    rules: PayrollRules = None,
    json: Json = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    from cae_cli.forecast.answer import project
    from cae_cli.forecast.change import Change
    from cae_cli.forecast.flows import VIEWS
    from cae_cli.forecast.notes import assumptions, shown, warnings
    from cae_cli.forecast.what_if.stress_notes import stress_notes
    from cae_cli.render.simulate.shown import Shown
    from cae_cli.render.simulate.simulated import Simulated

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    rows = None if months is None else values.whole(months, "--months", 1, MOST_MONTHS)
    chosen = cast("View", values.choice(view, "--view", VIEWS))
    other = None if cooperative is None else known_cooperative(cooperative)
    read = read_dossier(around, one_of(dossier, file))
    law = payroll_law(around, rules)
    answer = project(read.dossier, around.today, law, Change(other))
    found = answer.views[chosen]
    told = Shown(
        answer,
        chosen,
        shown(answer, found) if rows is None else found.months[:rows],
        read.source,
        [*assumptions(answer), *rules_notes(around, rules)],
        [*warnings(answer, found), *stress_notes(answer, chosen, law), *read.notes],
        why=why,
        monthly=monthly or why,
        chart=chart,
        brief=brief,
    )
    delivery.deliver(around, to, Simulated(told), long=told.monthly)
    return Exit.FOUND if check and not answer.lasts(chosen) else Exit.DONE
