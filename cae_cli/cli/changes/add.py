"""`cae add-entrepreneur`, `add-contract`, `add-expense`, `add-investment`."""

from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli.changes import flags, nouns
from cae_cli.cli.changes.editing import DryRun, change
from cae_cli.cli.changes.flags import Typed, with_flags
from cae_cli.cli.changes.named import PersonName
from cae_cli.cli.shell import surroundings, values
from cae_cli.cli.shell.options import File, described
from cae_cli.errors import UsageError
from cae_cli.language import mark, say

if TYPE_CHECKING:
    from cae_cli.dossier.reading import ReadDossier

#: The kind is an argument when a contract is added.
_CONTRACT = tuple(flag for flag in nouns.CONTRACT if flag.key != "kind")


@described(
    mark("With --joined, their CAPE is recorded too."),
    "cae add-entrepreneur Lulu --net 900 --joined 2022-10-03",
)
@with_flags(*nouns.ENTREPRENEUR)
def add_entrepreneur(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar=mark("NAME"), help=mark("The person."))],
    typed: Typed,
    joined: Annotated[
        str | None,
        typer.Option("--joined", metavar=mark("DAY"), help=mark("Start of the CAPE.")),
    ] = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding

    person = values.name(name, mark("NAME"))
    start = values.given(values.day, joined, "--joined")
    table = {"name": person, **flags.table(flags.given(nouns.ENTREPRENEUR, typed))}
    if start is not None:
        table["contracts"] = [{"kind": "cape", "start": start}]
    change(
        surroundings.of(ctx),
        file,
        lambda read: adding.add_entrepreneur(read, table),
        say("entrepreneur “{name}” added", name=person),
        dry_run=dry_run,
    )


@described(
    mark("A CESA that follows an open CAPE closes it the day before, if you agree."),
    "cae add-contract Marcelle cesa --start 2023-08-01 --close-cape",
)
@with_flags(*_CONTRACT)
def add_contract(
    ctx: typer.Context,
    person: PersonName,
    kind: Annotated[str, typer.Argument(metavar="cape|cesa|other")],
    typed: Typed,
    close_cape: Annotated[
        bool,
        typer.Option("--close-cape", help=mark("End the open CAPE the day before this CESA.")),
    ] = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.cli.changes.closing import Closing

    around = surroundings.of(ctx)
    chosen = values.choice(kind.lower(), mark("KIND"), nouns.CONTRACTS)
    keys = flags.given(_CONTRACT, typed)
    flags.required([] if keys.get("start") else ["--start"])
    closing = Closing(around, file, person, {"kind": chosen, **flags.table(keys)}, close_cape)
    closing.agree()
    done = change(
        around,
        file,
        closing.add,
        say("{kind} contract of “{name}” added", kind=chosen.upper(), name=person),
        dry_run=dry_run,
    )
    closing.warn(done.after)


@described(
    mark("An amount that recurs, or a share of what is invoiced each month."),
    "cae add-expense 'Téléphone' --amount 25",
    "cae add-expense 'Végétaux' --share-of-turnover 17% --direct",
)
@with_flags(*nouns.EXPENSE)
def add_expense(
    ctx: typer.Context,
    label: Annotated[str, typer.Argument(metavar=mark("LABEL"), help=mark("What it is for."))],
    typed: Typed,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.cli.changes.effects import Dated
    from cae_cli.dossier import adding

    keys = flags.given(nouns.EXPENSE, typed)
    if (keys.get("amount") is None) == (keys.get("share_of_turnover") is None):
        raise UsageError(
            say("An expense has an amount, or a share of turnover."),
            say("Type {one}, or {other}.", one="--amount 25", other="--share-of-turnover 5%"),
        )
    table = {"label": values.name(label, mark("LABEL")), **flags.table(keys)}

    def dates(read: "ReadDossier") -> Dated:
        return Dated(expense=read.dossier.expenses[-1])

    change(
        surroundings.of(ctx),
        file,
        lambda read: adding.add_expense(read, table),
        say("expense “{label}” added", label=label),
        dry_run=dry_run,
        dates=dates,
    )


@described("", "cae add-investment 'Tondeuse' --amount 4800 --date 2024-03-15")
@with_flags(*nouns.INVESTMENT)
def add_investment(
    ctx: typer.Context,
    label: Annotated[str, typer.Argument(metavar=mark("LABEL"), help=mark("What is bought."))],
    typed: Typed,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding

    keys = flags.given(nouns.INVESTMENT, typed)
    flags.required([flag.name for flag in nouns.INVESTMENT if keys.get(flag.key) is None])
    table = {"label": values.name(label, mark("LABEL")), **flags.table(keys)}
    change(
        surroundings.of(ctx),
        file,
        lambda read: adding.add_investment(read, table),
        say("investment “{label}” added", label=label),
        dry_run=dry_run,
    )
