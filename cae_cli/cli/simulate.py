"""`cae simulate`: from which month a salary is possible, then month by month."""

from typing import TYPE_CHECKING, Annotated, cast

import typer

from cae_cli.cli.reading import known_cooperative, payroll_law, read_dossier, rules_notes
from cae_cli.cli.shell import delivery, output, surroundings, values
from cae_cli.cli.shell.dossier_file import one_of
from cae_cli.cli.shell.options import Csv, DossierArgument, File, Json, Out, PayrollRules, described
from cae_cli.errors import Exit
from cae_cli.language import mark

if TYPE_CHECKING:
    from cae_cli.dossier.model import Dossier
    from cae_cli.forecast.flows import View
    from cae_cli.forecast.simulation import Simulation
    from cae_cli.rules.payroll.law import PayrollLaw

VIEWS = ("signed", "expected", "all")
MOST_MONTHS = 600


@described(
    mark(
        "The first two lines are the answer; the months, and what it all rests on, follow. "
        "Three views: signed (what is certain), expected (each amount at its probability), all."
    ),
    "cae simulate",
    "cae simulate --view signed --months 24",
    "cae simulate --json | jq .first_salary.expected.month",
)
def simulate(
    ctx: typer.Context,
    dossier: DossierArgument = None,
    file: File = None,
    view: Annotated[
        str,
        typer.Option("--view", metavar="signed|expected|all", help=mark("The view of the months.")),
    ] = "expected",
    months: Annotated[
        str, typer.Option("--months", metavar="N", help=mark("How many months to show."))
    ] = "36",
    cooperative: Annotated[
        str | None,
        typer.Option(
            "--cooperative",
            metavar="ID",
            help=mark("Answer with the rules of another known cooperative."),
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help=mark("Exit with 3 when no salary is possible."))
    ] = False,
    rules: PayrollRules = None,
    json: Json = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    from cae_cli.forecast.notes import all_notes
    from cae_cli.render.simulation import Simulated

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    shown = values.whole(months, "--months", 1, MOST_MONTHS)
    chosen = values.choice(view, "--view", VIEWS)
    read = read_dossier(around, one_of(dossier, file))
    law = payroll_law(around, rules)
    found = simulation_of(
        read.dossier, around, law, view=cast("View", chosen), shown=shown, cooperative=cooperative
    )
    assumptions, warnings = all_notes(found, law)
    told = [*assumptions, *rules_notes(around, rules)]
    delivery.deliver(around, to, Simulated(found, told, [*warnings, *read.notes]))
    return Exit.FOUND if check and found.first is None else Exit.DONE


def simulation_of(
    dossier: "Dossier",
    around: surroundings.Surroundings,
    law: "PayrollLaw",
    *,
    view: "View" = "expected",
    shown: int = 36,
    cooperative: str | None = None,
) -> "Simulation":
    """Project a dossier, with the rules of its cooperative or of another known one."""
    from cae_cli.forecast.simulation import simulate as project
    from cae_cli.rules.cooperatives import CooperativeRules

    own = dossier.cooperative
    if cooperative is None:
        rules = CooperativeRules.of(own.preset, own.contribution)
    else:
        rules = CooperativeRules.elsewhere_than(own.preset, known_cooperative(cooperative))
    return project(dossier, rules, law, around.today, view=view, shown=shown)
