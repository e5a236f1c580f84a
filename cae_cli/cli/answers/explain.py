"""`cae explain`: where a figure comes from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, cast

import typer

from cae_cli.cli.answers.months import check_month
from cae_cli.cli.reading import about, payroll_law, read_dossier, rules_notes
from cae_cli.cli.shell import delivery, output, surroundings, values
from cae_cli.cli.shell.options import Csv, File, Json, Out, PayrollRules, described
from cae_cli.errors import UsageError
from cae_cli.language import mark, say

if TYPE_CHECKING:
    from cae_cli.dossier.reading import ReadDossier
    from cae_cli.forecast.answer import Answer
    from cae_cli.forecast.explain.part import Kind
    from cae_cli.forecast.flows import View
    from cae_cli.months import Month
    from cae_cli.render.explain.where import LineOf

WITHOUT_MONTH = ("first-salary", "lasting-net", "deadline")


@described(
    mark(
        "Figures: first-salary, lasting-net, short, treasury, contribution, cost, deadline. Each "
        "line tells where it is written in the dossier, and the rule that it follows; the lines "
        "add up to the figure."
    ),
    "cae explain first-salary",
    "cae explain treasury 2027-03 --deep",
    "cae explain short 2027-01 --json",
)
def explain(
    ctx: typer.Context,
    figure: Annotated[
        str, typer.Argument(metavar=mark("FIGURE"), help=mark("What is to be explained."))
    ] = "first-salary",
    month: Annotated[
        str | None,
        typer.Argument(metavar=mark("MONTH"), help=mark("Its month, YYYY-MM, where it has one.")),
    ] = None,
    file: File = None,
    deep: Annotated[
        bool, typer.Option("--deep", help=mark("Tell all that it is made of."))
    ] = False,
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
    from cae_cli.forecast.explain.explain import explained
    from cae_cli.forecast.explain.part import KINDS
    from cae_cli.forecast.flows import VIEWS
    from cae_cli.forecast.notes import assumptions, warnings
    from cae_cli.render.explain.shown import Told

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    kind = cast("Kind", values.choice(figure, "FIGURE", KINDS))
    asked = values.given(values.month, month, "MONTH")
    if asked is not None and kind in WITHOUT_MONTH:
        raise _no_month(kind)
    chosen = cast("View", values.choice(view, "--view", VIEWS))
    read = read_dossier(around, file)
    answer = project(read.dossier, around.today, payroll_law(around, rules))
    if asked is not None:
        check_month(asked, answer, _first(kind, answer))
    told = Told(
        about(around, read),
        explained(answer, chosen, kind, asked),
        _line_of(read),
        deep,
        [*assumptions(answer), *rules_notes(around, rules)],
        [*warnings(answer, answer.views[chosen]), *read.notes],
    )
    delivery.deliver(around, to, told, long=deep)


def _no_month(kind: str) -> UsageError:
    return UsageError(
        say("{figure} has no month of its own.", figure=kind),
        say("Leave the month out."),
    )


def _first(kind: "Kind", answer: "Answer") -> "Month":
    """Return the first month that a figure may be asked of."""
    horizon = answer.horizon
    if kind in ("treasury", "contribution"):
        return horizon.first
    return horizon.first + horizon.present


def _line_of(read: "ReadDossier") -> "LineOf":
    from cae_cli.toml.places import place

    places = read.places

    def line_of(path: Sequence[str | int]) -> int | None:
        written = tuple(path)
        while written and written not in places.spots:
            written = written[:-1]
        return place(places, written).line if written else None

    return line_of
