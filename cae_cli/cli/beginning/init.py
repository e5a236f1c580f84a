"""`cae init`: a new dossier, by flags or, on a terminal, in a conversation."""

from pathlib import Path
from typing import Annotated, Any

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.changes import nouns
from cae_cli.cli.changes.flags import Typed, with_flags
from cae_cli.cli.reading import known_cooperative
from cae_cli.cli.shell import surroundings, values
from cae_cli.cli.shell.dossier_file import USUAL
from cae_cli.cli.shell.options import File, described
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.language import mark, say

SCHEMA = "cae.schema.json"
_SOLD = tuple(
    flag for flag in nouns.PRESTATION if flag.key in {"amount", "every", "start", "probability"}
)


def _each(flag: str, metavar: str, text: str) -> Any:
    return typer.Option(flag, metavar=metavar, help=text)


_DAY = mark("DAY")
Joined = Annotated[
    list[str] | None, _each("--joined", _DAY, mark("Start of the CAPE, of all or of each in turn."))
]
Cesa = Annotated[
    list[str] | None,
    _each("--cesa", _DAY, mark("Signature of the CESA: it ends the CAPE the day before.")),
]
AssociateSince = Annotated[
    list[str] | None, _each("--associate-since", _DAY, mark("Associate since that day."))
]
BenefitUntil = Annotated[
    list[str] | None, _each("--benefit-until", _DAY, mark("Last day of unemployment benefit."))
]
Net = Annotated[
    list[str] | None,
    _each("--net", mark("AMOUNT"), mark("Net wanted each month, per person, or of each in turn.")),
]


@described(
    mark(
        "On a terminal, what is not given is asked. An existing file is never replaced. What is "
        "about people may be given once for all, or once for each in the order of --entrepreneur."
    ),
    "cae init",
    "cae init --name 'Marcelle & Lulu' --cooperative coodyssee --joined 2026-09-01 --net 900",
    "cae init --name Duo --entrepreneur Léa --entrepreneur Lou --joined 2026-03-02 "
    "--joined 2026-09-01",
)
@with_flags(*_SOLD, *nouns.CLIENT)
def init(
    ctx: typer.Context,
    typed: Typed,
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
    entrepreneur: Annotated[
        list[str] | None,
        typer.Option(
            "--entrepreneur",
            metavar=mark("NAME"),
            help=mark("A person (may be repeated); the activity's name if left out."),
        ),
    ] = None,
    joined: Joined = None,
    cesa: Cesa = None,
    associate_since: AssociateSince = None,
    benefit_until: BenefitUntil = None,
    net: Net = None,
    balance: Annotated[
        str | None,
        typer.Option(
            "--balance",
            metavar=mark("AMOUNT"),
            help=mark("What the treasury holds at the start of this month."),
        ),
    ] = None,
    client: Annotated[
        str | None, typer.Option("--client", metavar=mark("NAME"), help=mark("A first client."))
    ] = None,
    prestation: Annotated[
        str | None,
        typer.Option("--prestation", metavar=mark("LABEL"), help=mark("A first prestation.")),
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
    from cae_cli.cli.beginning.answers import Texts
    from cae_cli.cli.beginning.making import Making
    from cae_cli.cli.beginning.writing import text_of
    from cae_cli.cli.changes.conversation import Conversation
    from cae_cli.cli.heading import tell_head
    from cae_cli.dossier.keeping.saving import create, refuse_existing
    from cae_cli.rules.cooperatives import preset_ids

    around = surroundings.of(ctx)
    path = file or around.environment.get("CAE_FILE") or USUAL
    made = Making(
        around,
        name=values.given(values.name, name, "--name"),
        cooperative=None if cooperative is None else known_cooperative(cooperative),
        people=[values.name(person, "--entrepreneur") for person in entrepreneur or ()],
        texts=Texts(*map(tuple, (joined or (), cesa or (), associate_since or (),
                                 benefit_until or (), net or ()))),
        balance=balance,
        client=values.given(values.name, client, "--client"),
        sold=Conversation(around, {**typed, "prestation": prestation}),
    )  # fmt: skip
    made.check()
    refuse_existing(path)  # before any question is asked
    if name is None:
        made.ask()
    text = text_of(made.dossier(), around)
    if schema:
        text = f"#:schema ./{SCHEMA}\n{text}"
    read = create(path, text, presets=preset_ids(), today=around.today)
    if schema:
        _write_schema(around, path)
    around.write(around.language.tell(say("New dossier: {file}", file=path)) + "\n")
    tell_head(around, read)
    if not read.dossier.clients:
        around.tell(say("Now record a client: {command}", command="cae add-client --help"))


def _write_schema(around: Surroundings, path: str) -> None:
    from cae_cli.cli.schema import schema_text
    from cae_cli.cli.shell import output

    target = output.Target(output.JSON, str(Path(path).parent / SCHEMA))
    output.send(around, target, schema_text(around))
