"""`cae timeline`: every date that matters, past and to come."""

from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli.reading import payroll_law, read_dossier, rules_notes
from cae_cli.cli.shell import delivery, output, surroundings, values
from cae_cli.cli.shell.dossier_file import one_of
from cae_cli.cli.shell.options import Csv, DossierArgument, File, Json, Out, PayrollRules, described
from cae_cli.errors import Exit
from cae_cli.language import mark

if TYPE_CHECKING:
    from cae_cli.forecast.dates.timeline import Timeline

MOST_DAYS = 36_500
FORMATS = (output.TEXT, output.JSON, output.CSV, output.ICS)


@described(
    mark(
        "Contracts, first invoice, first salary, associate deadline: with the days left and the "
        "article each rests on. With -o dates.ics, they go into your calendar."
    ),
    "cae timeline",
    "cae timeline --only deadlines --check --within 180",
    "cae timeline -o dates.ics",
)
def timeline(
    ctx: typer.Context,
    dossier: DossierArgument = None,
    file: File = None,
    since: Annotated[
        str | None,
        typer.Option("--from", metavar=mark("DAY"), help=mark("Leave out what is before.")),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--to", metavar=mark("DAY"), help=mark("Leave out what is after.")),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option("--only", metavar="deadlines", help=mark("Keep only the deadlines.")),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help=mark("Exit with 3 when a deadline is near, or passed.")),
    ] = False,
    within: Annotated[
        str, typer.Option("--within", metavar=mark("DAYS"), help=mark("How near, for --check."))
    ] = "180",
    rules: PayrollRules = None,
    json: Json = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    from cae_cli.forecast.answer import project
    from cae_cli.forecast.dates.facts import facts
    from cae_cli.forecast.dates.milestones import milestones
    from cae_cli.forecast.dates.timeline import deadlines_within, select

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out, formats=FORMATS)
    first = values.given(values.day, since, "--from")
    last = values.given(values.day, until, "--to")
    days = values.whole(within, "--within", 0, MOST_DAYS)
    only_deadlines = values.given(_deadlines, only, "--only") is not None
    read = read_dossier(around, one_of(dossier, file))
    answer = project(read.dossier, around.today, payroll_law(around, rules))
    whole = milestones(read.dossier, around.today, facts(answer))
    whole = whole._replace(
        assumptions=(*whole.assumptions, *rules_notes(around, rules)),
        warnings=(*whole.warnings, *read.notes),
    )
    shown = select(whole, first, last, only_deadlines=only_deadlines)
    _show(around, to, shown, read.dossier.activity.name)
    return Exit.FOUND if check and deadlines_within(whole, days) else Exit.DONE


def _deadlines(text: str, flag: str) -> str:
    return values.choice(text, flag, ("deadlines",))


def _show(
    around: surroundings.Surroundings, to: output.Target, found: "Timeline", activity: str
) -> None:
    from cae_cli.render.timeline_shown import Dated

    shown, language = Dated(found, activity), around.language
    others: dict[str, delivery.Other] = {output.ICS: lambda: shown.calendar(language)}
    if to.on_terminal(around):
        others[output.TEXT] = lambda: shown.picture(language, delivery.screen(around))
    delivery.deliver(around, to, shown, long=True, others=others)
