"""`cae timeline`: every date that matters, past and to come."""

from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli.reading import about, payroll_law, read_dossier, rules_notes
from cae_cli.cli.shell import delivery, output, surroundings, values
from cae_cli.cli.shell.dossier_file import one_of
from cae_cli.cli.shell.options import Csv, DossierArgument, File, Json, Out, PayrollRules, described
from cae_cli.errors import CaeError, Exit
from cae_cli.language import mark, say

if TYPE_CHECKING:
    from cae_cli.dossier.model import Dossier
    from cae_cli.errors import Note
    from cae_cli.forecast.dates.timeline import Facts
    from cae_cli.rules.payroll.law import PayrollLaw

MOST_DAYS = 36_500
TOO_EARLY = "CAE-S001"
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
    from cae_cli.forecast.dates.all_dates import timeline_of
    from cae_cli.forecast.dates.timeline import deadlines_within, select
    from cae_cli.render.timeline.shown import Dated

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out, formats=FORMATS)
    first = values.given(values.day, since, "--from")
    last = values.given(values.day, until, "--to")
    days = values.whole(within, "--within", 0, MOST_DAYS)
    only_deadlines = values.given(_deadlines, only, "--only") is not None
    read = read_dossier(around, one_of(dossier, file))
    known, told = _facts(around, read.dossier, payroll_law(around, rules))
    whole = timeline_of(read.dossier, around.today, known)
    whole = whole._replace(
        assumptions=(*whole.assumptions, *told, *rules_notes(around, rules)),
        warnings=(*whole.warnings, *read.notes),
    )
    shown = select(whole, first, last, only_deadlines=only_deadlines)
    dated = Dated(shown, about(around, read))
    others: dict[str, delivery.Other] = {output.ICS: lambda: dated.calendar(around.language)}
    delivery.deliver(around, to, dated, long=True, others=others)
    return Exit.FOUND if check and deadlines_within(whole, days) else Exit.DONE


def _deadlines(text: str, flag: str) -> str:
    return values.choice(text, flag, ("deadlines",))


def _facts(
    around: surroundings.Surroundings, dossier: "Dossier", law: "PayrollLaw"
) -> "tuple[Facts, list[Note]]":
    """Return what the forecast knows; dates need no payroll, so that it may know nothing."""
    from cae_cli.errors import Note
    from cae_cli.forecast.answer import project
    from cae_cli.forecast.dates.facts import facts
    from cae_cli.forecast.dates.timeline import Facts

    try:
        return facts(project(dossier, around.today, law)), []
    except CaeError as error:
        if error.problem.code != TOO_EARLY:
            raise
        text = say("{why} No date of the forecast is told: first salary, pension quarters.",
                   why=error.problem.what)  # fmt: skip
        return Facts(), [Note("no-forecast", text)]
