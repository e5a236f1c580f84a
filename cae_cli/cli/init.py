"""`cae init`: a new dossier, by flags or, on a terminal, in a short conversation."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.reading import known_cooperative
from cae_cli.cli.shell import numbers, surroundings, values
from cae_cli.cli.shell.dossier_file import USUAL
from cae_cli.cli.shell.options import File, described
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import UsageError
from cae_cli.language import mark, say
from cae_cli.months import Month

SCHEMA = "cae.schema.json"


class Answers(NamedTuple):
    """What a new dossier is made of; amounts are cents."""

    name: str
    cooperative: str | None
    people: Sequence[str]
    joined: dt.date | None
    net: int | None
    balance: int | None


@described(
    mark("On a terminal, what is not given is asked. An existing file is never replaced."),
    "cae init",
    "cae init --name 'Marcelle & Lulu' --cooperative coodyssee --joined 2026-09-01 --net 900",
)
def init(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar=mark("NAME"), help=mark("The name of the activity.")),
    ] = None,
    cooperative: Annotated[
        str | None,
        typer.Option(
            "--cooperative",
            metavar="ID",
            help=mark("A known cooperative."),
            autocompletion=suggesting.cooperatives,
        ),
    ] = None,
    joined: Annotated[
        str | None,
        typer.Option("--joined", metavar=mark("DAY"), help=mark("Start of the CAPE, still open.")),
    ] = None,
    net: Annotated[
        str | None,
        typer.Option(
            "--net", metavar=mark("AMOUNT"), help=mark("Net wanted each month, per person.")
        ),
    ] = None,
    entrepreneur: Annotated[
        list[str] | None,
        typer.Option(
            "--entrepreneur",
            metavar=mark("NAME"),
            help=mark("A person (may be repeated); the activity's name if left out."),
        ),
    ] = None,
    balance: Annotated[
        str | None,
        typer.Option(
            "--balance",
            metavar=mark("AMOUNT"),
            help=mark("What the treasury holds at the start of this month."),
        ),
    ] = None,
    schema: Annotated[
        bool,
        typer.Option(
            "--schema",
            help=mark("Also write its JSON Schema beside it, for text editors that complete TOML."),
        ),
    ] = False,
    file: File = None,
) -> None:
    from cae_cli.dossier.keeping.saving import create, refuse_existing
    from cae_cli.rules.cooperatives import preset_ids

    around = surroundings.of(ctx)
    path = file or around.environment.get("CAE_FILE") or USUAL
    typed = Answers(
        values.given(values.name, name, "--name") or "",
        None if cooperative is None else known_cooperative(cooperative),
        [values.name(person, "--entrepreneur") for person in entrepreneur or ()],
        values.given(values.day, joined, "--joined"),
        values.given(numbers.amount, net, "--net"),
        values.given(numbers.signed_amount, balance, "--balance"),
    )
    if not typed.name and not around.interactive:
        raise UsageError(say("{flags} is missing.", flags="--name"))
    refuse_existing(path)  # before any question is asked
    answers = typed if typed.name else _conversation(around, typed)
    text = _text(answers, around)
    if schema:
        text = f"#:schema ./{SCHEMA}\n{text}"
    create(path, text, presets=preset_ids(), today=around.today)
    if schema:
        _write_schema(around, path)
    around.write(around.language.tell(say("New dossier: {file}", file=path)) + "\n")
    around.tell(say("Now record a client: {command}", command="cae add-client --help"))


def _write_schema(around: Surroundings, path: str) -> None:
    from cae_cli.cli.schema import schema_text
    from cae_cli.cli.shell import output

    target = output.Target(output.JSON, str(Path(path).parent / SCHEMA))
    output.send(around, target, schema_text(around))


def _conversation(around: Surroundings, typed: Answers) -> Answers:
    """Ask what was not typed."""
    from cae_cli.cli.shell.asking import ask
    from cae_cli.rules.cooperatives import preset_ids

    around.tell(say("A few questions; press Enter to leave one out. Nothing is written before "
                     "the last answer."))  # fmt: skip
    name = ask(around, say("Name of your activity:"), lambda t: values.name(t, "--name"), "")
    people = typed.people or [
        person.strip()
        for person in ask(
            around,
            say("Who works in it (names, separated by commas):"),
            lambda text: values.name(text, "--entrepreneur"),
            name,
        ).split(",")
        if person.strip()
    ]
    around.tell(say("Known cooperatives: {ids}.", ids=", ".join(preset_ids())))
    cooperative = typed.cooperative or ask(
        around,
        say("Your cooperative (one of these, or nothing):"),
        lambda text: known_cooperative(text) if text else None,
        "",
    )
    joined = typed.joined or ask(
        around,
        say("Day your CAPE began (YYYY-MM-DD):"),
        lambda text: values.day(text, "--joined") if text else None,
        "",
    )
    net = typed.net if typed.net is not None else ask(
        around,
        say("Net wanted each month, per person:"),
        lambda text: numbers.amount(text, "--net") if text else None,
        "",
    )  # fmt: skip
    return Answers(name, cooperative, people, joined, net, typed.balance)


def _text(answers: Answers, around: Surroundings) -> str:
    """Return the text of the new dossier, with a comment for each choice."""
    from cae_cli.toml.values import euros, inline

    def comment(text: str) -> str:
        return f"# {around.language.translate(text)}"

    lines = [
        comment(mark("A dossier of cae: see “cae --help”. Amounts are euros, excluding VAT.")),
        "format = 1",
        "",
        "[activity]",
        f"name = {inline(answers.name)}",
    ]
    if answers.balance is not None:
        lines += [
            "",
            comment(mark("What the activity holds inside the cooperative when that month opens.")),
            "[treasury]",
            f"balance = {inline(euros(answers.balance))}",
            f"month = {inline(str(Month.of(around.today)))}",
        ]
    if answers.cooperative is not None:
        lines += [
            "",
            comment(mark("The rules of a known cooperative; yours can be written in place.")),
            "[cooperative]",
            f"preset = {inline(answers.cooperative)}",
        ]
    if answers.net is not None:
        lines += [
            "",
            comment(mark("What each person wants each month, before income tax.")),
            "[salary]",
            f"net_target = {inline(euros(answers.net))}",
        ]
    people = answers.people or ([answers.name] if answers.joined else [])
    for person in people:
        lines += ["", "[[entrepreneurs]]", f"name = {inline(person)}"]
        if answers.joined is not None:
            start = answers.joined.isoformat()
            lines += ["", "  [[entrepreneurs.contracts]]", '  kind = "cape"', f"  start = {start}"]
    return "\n".join(lines) + "\n"
