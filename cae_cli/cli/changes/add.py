"""`cae add-entrepreneur`, `add-contract`, `add-expense`, `add-investment`."""

from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.changes import flags, nouns, questions
from cae_cli.cli.changes.conversation import Conversation, argument, only_person
from cae_cli.cli.changes.editing import DryRun, change
from cae_cli.cli.changes.flags import Typed, with_flags
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
    typed: Typed,
    name: Annotated[
        str | None, typer.Argument(metavar=mark("NAME"), help=mark("The person."))
    ] = None,
    joined: Annotated[
        str | None,
        typer.Option("--joined", metavar=mark("DAY"), help=mark("Start of the CAPE.")),
    ] = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding

    around = surroundings.of(ctx)
    asked = Conversation(around, {**typed, "joined": joined})
    person = values.name(argument(around, name, questions.PERSON_NAME, "cae add-entrepreneur"),
                         mark("NAME"))  # fmt: skip
    if name is None:
        asked.fill(questions.entrepreneur())
    start = values.given(values.day, asked.given("joined"), "--joined")
    table = {"name": person, **flags.table(flags.given(nouns.ENTREPRENEUR, asked.typed))}
    if start is not None:
        table["contracts"] = [{"kind": "cape", "start": start}]
    change(
        around,
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
    typed: Typed,
    person: Annotated[
        str | None,
        typer.Argument(
            metavar=mark("PERSON"),
            help=mark("A recorded person."),
            autocompletion=suggesting.people,
        ),
    ] = None,
    kind: Annotated[str | None, typer.Argument(metavar="cape|cesa|other")] = None,
    close_cape: Annotated[
        bool,
        typer.Option("--close-cape", help=mark("End the open CAPE the day before this CESA.")),
    ] = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.cli.changes.closing import Closing

    around, command = surroundings.of(ctx), "cae add-contract"
    who = argument(around, person, questions.PERSON, command, lambda: only_person(around, file))
    which = argument(around, kind, questions.KIND, command, lambda: "cape")
    chosen = values.choice(which.lower(), mark("KIND"), nouns.CONTRACTS)
    asked = Conversation(around, dict(typed))
    asked.fill(questions.contract(around.today), all_of_them=kind is None)
    keys = flags.given(_CONTRACT, asked.typed)
    flags.required([] if keys.get("start") else ["--start"])
    closing = Closing(around, file, who, {"kind": chosen, **flags.table(keys)}, close_cape)
    closing.agree()
    done = change(
        around,
        file,
        closing.add,
        say("{kind} contract of “{name}” added", kind=chosen.upper(), name=who),
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
    typed: Typed,
    label: Annotated[
        str | None, typer.Argument(metavar=mark("LABEL"), help=mark("What it is for."))
    ] = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.cli.changes import effects
    from cae_cli.cli.changes.effects import Dated
    from cae_cli.dossier import adding

    around = surroundings.of(ctx)
    what = argument(around, label, questions.EXPENSE_LABEL, "cae add-expense")
    asked = Conversation(around, dict(typed))
    if asked.given("share_of_turnover") is None:
        asked.fill(questions.expense(), all_of_them=label is None)
    keys = flags.given(nouns.EXPENSE, asked.typed)
    if (keys.get("amount") is None) == (keys.get("share_of_turnover") is None):
        raise UsageError(
            say("An expense has an amount, or a share of turnover."),
            say("Type {one}, or {other}.", one="--amount 25", other="--share-of-turnover 5%"),
        )
    table = {"label": values.name(what, mark("LABEL")), **flags.table(keys)}

    def dates(read: "ReadDossier") -> Dated:
        return Dated(expense=read.dossier.expenses[-1])

    done = change(
        around,
        file,
        lambda read: adding.add_expense(read, table),
        say("expense “{label}” added", label=what),
        dry_run=dry_run,
        dates=dates,
    )
    effects.tell_twins(around, what, done.after.dossier.expenses, "start")


@described("", "cae add-investment 'Tondeuse' --amount 4800 --date 2024-03-15")
@with_flags(*nouns.INVESTMENT)
def add_investment(
    ctx: typer.Context,
    typed: Typed,
    label: Annotated[
        str | None, typer.Argument(metavar=mark("LABEL"), help=mark("What is bought."))
    ] = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.cli.changes import effects
    from cae_cli.dossier import adding

    around = surroundings.of(ctx)
    what = argument(around, label, questions.INVESTMENT_LABEL, "cae add-investment")
    asked = Conversation(around, dict(typed))
    asked.fill(questions.investment(around.today))
    keys = flags.given(nouns.INVESTMENT, asked.typed)
    flags.required([flag.name for flag in nouns.INVESTMENT if keys.get(flag.key) is None])
    table = {"label": values.name(what, mark("LABEL")), **flags.table(keys)}
    done = change(
        around,
        file,
        lambda read: adding.add_investment(read, table),
        say("investment “{label}” added", label=what),
        dry_run=dry_run,
    )
    effects.tell_twins(around, what, done.after.dossier.investments, "date")
