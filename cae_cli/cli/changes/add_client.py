"""`cae add-client` and `cae add-prestation`: who pays, and for what."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.changes import flags, nouns, questions
from cae_cli.cli.changes.conversation import Conversation, argument, only_client
from cae_cli.cli.changes.editing import DryRun, change
from cae_cli.cli.changes.flags import Typed, with_flags
from cae_cli.cli.shell import surroundings, values
from cae_cli.cli.shell.options import File, described
from cae_cli.errors import UsageError
from cae_cli.language import mark, say

if TYPE_CHECKING:
    from cae_cli.dossier.reading import ReadDossier

_OF_CLIENT = {flag.key for flag in nouns.CLIENT}
#: What `add-client` takes for a first prestation: the terms of payment are the client's.
_FIRST = tuple(flag for flag in nouns.PRESTATION if flag.key not in _OF_CLIENT)


@described(
    mark("With --prestation, its first prestation is recorded too; its next invoices are told."),
    "cae add-client 'Mairie de Gap' --payment '45 days'",
    "cae add-client 'Mairie de Gap' --prestation 'Permanence' --amount 450 --every month "
    "--start 2026-10-01",
)
@with_flags(*_FIRST, *nouns.CLIENT)
def add_client(
    ctx: typer.Context,
    typed: Typed,
    name: Annotated[
        str | None, typer.Argument(metavar=mark("NAME"), help=mark("The client."))
    ] = None,
    prestation: Annotated[
        str | None,
        typer.Option("--prestation", metavar=mark("LABEL"), help=mark("A first prestation.")),
    ] = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.cli.changes.effects import Dated
    from cae_cli.dossier import adding

    around = surroundings.of(ctx)
    asked = Conversation(around, {**typed, "prestation": prestation})
    client = values.name(argument(around, name, questions.CLIENT_NAME, "cae add-client"),
                         mark("NAME"))  # fmt: skip
    if name is None:
        asked.fill([*questions.terms(), questions.FIRST_SOLD])
        prestation = asked.given("prestation")
    if prestation is not None:
        _ask(asked, bare=name is None)
    table = table_of(client, asked)

    def dates(read: "ReadDossier") -> Dated:
        added = read.dossier.clients[-1]
        return Dated(added, added.prestations)

    change(
        around,
        file,
        lambda read: adding.add_client(read, table),
        say("client “{name}” added", name=client),
        dry_run=dry_run,
        dates=dates,
    )


@described(
    "",
    "cae add-prestation 'Mairie de Gap' 'Comptes rendus' --amount 320 --start 2026-11-15",
    "cae add-prestation 'Hôtel du Lac' 'Tonte' --rate 32 --quantity 14 --every '2 weeks' "
    "--start 2026-04-06 --months 4-10",
)
@with_flags(*nouns.PRESTATION)
def add_prestation(
    ctx: typer.Context,
    typed: Typed,
    client: Annotated[
        str | None,
        typer.Argument(
            metavar=mark("CLIENT"), help=mark("Who pays."), autocompletion=suggesting.clients
        ),
    ] = None,
    label: Annotated[
        str | None, typer.Argument(metavar=mark("LABEL"), help=mark("For what."))
    ] = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.cli.changes import effects
    from cae_cli.cli.changes.effects import Dated
    from cae_cli.dossier import adding, names

    around, command = surroundings.of(ctx), "cae add-prestation"
    bare = label is None
    who = argument(around, client, questions.CLIENT, command, lambda: only_client(around, file))
    sold = argument(around, label, questions.SOLD, command)
    asked = Conversation(around, dict(typed))
    _ask(asked, bare=bare)
    table = _prestation(sold, flags.given(nouns.PRESTATION, asked.typed))

    def dates(read: "ReadDossier") -> Dated:
        of = read.dossier.clients[int(names.client_path(read, who)[1])]
        return Dated(of, of.prestations[-1:])

    done = change(
        around,
        file,
        lambda read: adding.add_prestation(read, who, table),
        say("prestation “{label}” of “{client}” added", label=sold, client=who),
        dry_run=dry_run,
        dates=dates,
    )
    of = done.after.dossier.clients[int(names.client_path(done.after, who)[1])]
    effects.tell_twins(around, sold, of.prestations, "start")


def table_of(client: str, asked: Conversation) -> dict[str, object]:
    """Return the table of a client, with its first prestation where that has a name.

    Raises:
        UsageError: something cannot be read, or is missing.
    """
    table = {"name": client, **flags.table(flags.given(nouns.CLIENT, asked.typed))}
    first, label = flags.given(_FIRST, asked.typed), asked.given("prestation")
    if label is not None:
        return {**table, "prestations": [_prestation(label, first)]}
    if first:
        raise UsageError(
            say("These flags describe a prestation, which has no name."),
            say("Name it with {flag}.", flag="--prestation"),
        )
    return table


def _ask(asked: Conversation, *, bare: bool) -> None:
    priced = asked.given("rate") is not None
    asked.fill(questions.prestation(asked.around.today, priced=priced), all_of_them=bare)


def _prestation(label: str, keys: Mapping[str, object]) -> dict[str, object]:
    """Return the table of a prestation.

    Raises:
        UsageError: it has no start, or no price (or half of one, or two).
    """
    values.name(label, mark("LABEL"))
    flags.required([] if keys.get("start") else ["--start"])
    priced = [key for key in ("amount", "rate", "quantity") if keys.get(key) is not None]
    if priced not in (["amount"], ["rate", "quantity"]):
        raise UsageError(
            say("A prestation has an amount, or a rate with a quantity."),
            say("Type {one}, or {other}.", one="--amount 450", other="--rate 32 --quantity 14"),
        )
    return {"label": label, **flags.table(keys)}
