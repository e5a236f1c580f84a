"""`cae compare`: scenarios side by side, or why the answer moved since an old dossier."""

from typing import TYPE_CHECKING, Annotated, NamedTuple, cast

import typer

from cae_cli.cli.reading import about, known_cooperative, payroll_law, read_dossier, rules_notes
from cae_cli.cli.shell import delivery, numbers, output, surroundings, values
from cae_cli.cli.shell.options import Csv, File, Json, Out, PayrollRules, described
from cae_cli.errors import UsageError
from cae_cli.fields import MOST_LATE
from cae_cli.language import mark, say
from cae_cli.months import Month

if TYPE_CHECKING:
    from cae_cli.dossier.model import Client
    from cae_cli.dossier.reading import ReadDossier
    from cae_cli.forecast.answer import Answer
    from cae_cli.forecast.flows import View
    from cae_cli.forecast.what_if.scenarios import Scenario
    from cae_cli.render.shown import Shown
    from cae_cli.rules.payroll.law import PayrollLaw


class Flags(NamedTuple):
    """What the flags say; together they make one scenario."""

    without: list[str]
    late: str | None
    prices: str | None
    target: str | None
    cooperative: str | None
    add: list[str]

    @property
    def typed(self) -> list[str]:
        """The names of those that were typed."""
        names = ("--without-client", "--late", "--prices", "--target", "--cooperative", "--add")
        return [name for name, value in zip(names, self, strict=True) if value]


@described(
    mark(
        "The flags together make one scenario, beside what is recorded. Always told: how long the "
        "pay would hold if the largest client leaves, if everyone pays 30 days later, if everyone "
        "stops at the end of what is firm. With an old dossier: why the month moved, step by step. "
        "Nothing is written."
    ),
    "cae compare",
    "cae compare --without-client 'Menuiserie Faure' --late 30",
    "cae compare --prices -5% --add 'Mairie: 450/month from 2027-01'",
    "cae compare ancien.toml",
)
def compare(
    ctx: typer.Context,
    old: Annotated[
        str | None,
        typer.Argument(metavar=mark("OLD"), help=mark("An older dossier, to tell what moved.")),
    ] = None,
    file: File = None,
    without_client: Annotated[
        list[str] | None,
        typer.Option(
            "--without-client", metavar=mark("NAME"), help=mark("A client leaves next month.")
        ),
    ] = None,
    late: Annotated[
        str | None,
        typer.Option(
            "--late", metavar=mark("DAYS"), help=mark("Everyone pays so many days later.")
        ),
    ] = None,
    prices: Annotated[
        str | None,
        typer.Option(
            "--prices", metavar=mark("RATE"), help=mark("All prices change, such as -5%.")
        ),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option("--target", metavar=mark("NET"), help=mark("Another net target.")),
    ] = None,
    cooperative: Annotated[
        str | None,
        typer.Option(
            "--cooperative", metavar="ID", help=mark("The rules of another known cooperative.")
        ),
    ] = None,
    add: Annotated[
        list[str] | None,
        typer.Option("--add", metavar=mark("CLIENT"), help=mark("One more client, in one go.")),
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

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    flags = Flags(without_client or [], late, prices, target, cooperative, add or [])
    chosen = cast("View", values.choice(view, "--view", VIEWS))
    if old is not None and flags.typed:
        raise _excluded(old, flags.typed[0])
    before = None if old is None else read_dossier(around, old)
    read = read_dossier(around, file)
    asked = _scenario(flags, read, Month.of(around.today))
    law = payroll_law(around, rules)
    answer = project(read.dossier, around.today, law)
    told = _Told(around, read, answer, law, chosen, rules)
    delivery.deliver(around, to, told.scenarios(asked) if before is None else told.moved(before))


def _excluded(one: str, other: str) -> UsageError:
    return UsageError(
        say("{one} and {other} exclude each other.", one=one, other=other),
        say("Keep one of them."),
    )


def _scenario(flags: Flags, read: "ReadDossier", today: Month) -> "Scenario | None":
    """Read the scenario that the flags make; None without any.

    Raises:
        UsageError: a value is none, or two of them contradict each other.
        CaeError: a client or a cooperative is not known.
    """
    from cae_cli.cli.answers.added import added_client
    from cae_cli.forecast.what_if.scenarios import Scenario

    if not flags.typed:
        return None
    late = values.given(lambda text, flag: values.whole(text, flag, 1, MOST_LATE),
                        flags.late, "--late")  # fmt: skip
    rate = values.given(numbers.increase, flags.prices, "--prices")
    added = [added_client(text, today) for text in flags.add]
    without = [_client(read, name) for name in flags.without]
    _check_added(read, added)
    scenario = Scenario(
        "",
        tuple(dict.fromkeys(without)),
        late or 0,
        target=values.given(numbers.amount, flags.target, "--target"),
        cooperative=None if flags.cooperative is None else known_cooperative(flags.cooperative),
        added=tuple(added),
    )
    return scenario if rate is None else scenario._replace(prices=rate)


def _client(read: "ReadDossier", typed: str) -> str:
    from cae_cli.dossier.names import client_path

    _, index = client_path(read, typed)
    return read.dossier.clients[int(index)].name


def _check_added(read: "ReadDossier", added: "list[Client]") -> None:
    """Refuse a client of a name that is recorded, or typed twice: which one is meant?"""
    names = [client.name.casefold() for client in read.dossier.clients]
    for client in added:
        if client.name.casefold() in names:
            raise values.refused(
                "--add",
                say("There is already a client “{name}”.", name=client.name),
                say("Choose another name."),
            )
        names.append(client.name.casefold())


class _Told(NamedTuple):
    """What both answers need."""

    around: surroundings.Surroundings
    read: "ReadDossier"
    answer: "Answer"
    law: "PayrollLaw"
    view: "View"
    rules: str | None

    def scenarios(self, asked: "Scenario | None") -> "Shown":
        from cae_cli.forecast.notes import assumptions, warnings
        from cae_cli.forecast.what_if import note
        from cae_cli.forecast.what_if.compared import MOST, compared
        from cae_cli.forecast.what_if.scenarios import recorded
        from cae_cli.render.compare.shown import SideBySide

        answer = self.answer
        typed = [] if asked is None else [asked]
        several = [*typed, *recorded(answer.dossier)][:MOST]
        return SideBySide(
            about(self.around, self.read),
            compared(answer, self.law, self.view, several),
            [*assumptions(answer), note(answer.today), *rules_notes(self.around, self.rules)],
            [*warnings(answer, answer.views[self.view]), *self.read.notes],
        )

    def moved(self, before: "ReadDossier") -> "Shown":
        from cae_cli.forecast.notes import assumptions, warnings
        from cae_cli.forecast.what_if.moved import moved
        from cae_cli.render.compare.shown import FromThen

        answer = self.answer
        return FromThen(
            about(self.around, self.read),
            before.source,
            moved(before.dossier, answer, self.law, self.view),
            [*assumptions(answer), *rules_notes(self.around, self.rules)],
            [*warnings(answer, answer.views[self.view]), *self.read.notes],
        )
