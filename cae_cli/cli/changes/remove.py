"""`cae remove-…`: what is recorded goes, with what it holds."""

from typing import Annotated

import typer

from cae_cli.cli.changes.editing import DryRun, Number, which
from cae_cli.cli.changes.flags import word
from cae_cli.cli.changes.named import (
    ClientName,
    ContractStart,
    ExpenseLabel,
    InvestmentLabel,
    PersonName,
    PrestationLabel,
)
from cae_cli.cli.changes.nouns import CONTRACTS
from cae_cli.cli.changes.removing import Remover, Yes
from cae_cli.cli.shell import surroundings, values
from cae_cli.cli.shell.options import File, described
from cae_cli.language import mark, say

Start = Annotated[
    str | None,
    typer.Option(
        "--start", metavar=mark("DAY"), help=mark("The one that starts then, of several.")
    ),
]


@described(
    mark("Its prestations go with it."),
    "cae remove-client 'Mairie de Gap'",
    "cae remove-client 'Mairie de Gap' --yes",
)
def remove_client(
    ctx: typer.Context,
    name: ClientName,
    number: Number = None,
    yes: Yes = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import names

    meant = which(number)
    remover = Remover(surroundings.of(ctx), file, yes=yes, dry_run=dry_run)
    what = say("client “{name}”", name=name)
    remover.remove(what, lambda read: names.client_path(read, name, meant))


@described("", "cae remove-prestation 'Mairie de Gap' 'Permanence'")
def remove_prestation(
    ctx: typer.Context,
    client: ClientName,
    label: PrestationLabel,
    start: Start = None,
    number: Number = None,
    yes: Yes = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import names

    meant = which(number, start=values.given(values.day, start, "--start"))
    remover = Remover(surroundings.of(ctx), file, yes=yes, dry_run=dry_run)
    what = say("prestation “{label}” of “{client}”", label=label, client=client)
    remover.remove(what, lambda read: names.prestation_path(read, client, label, meant))


@described("", "cae remove-expense 'Téléphone'")
def remove_expense(
    ctx: typer.Context,
    label: ExpenseLabel,
    start: Start = None,
    number: Number = None,
    yes: Yes = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import names

    meant = which(number, start=values.given(values.day, start, "--start"))
    remover = Remover(surroundings.of(ctx), file, yes=yes, dry_run=dry_run)
    what = say("expense “{name}”", name=label)
    remover.remove(what, lambda read: names.expense_path(read, label, meant))


@described(mark("Their contracts go with them."), "cae remove-entrepreneur Lulu")
def remove_entrepreneur(
    ctx: typer.Context,
    name: PersonName,
    number: Number = None,
    yes: Yes = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import names

    meant = which(number)
    remover = Remover(surroundings.of(ctx), file, yes=yes, dry_run=dry_run)
    what = say("entrepreneur “{name}”", name=name)
    remover.remove(what, lambda read: names.entrepreneur_path(read, name, meant))


@described("", "cae remove-investment 'Tondeuse'")
def remove_investment(
    ctx: typer.Context,
    label: InvestmentLabel,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar=mark("DAY"), help=mark("The one of that day, of several.")),
    ] = None,
    number: Number = None,
    yes: Yes = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import names

    meant = which(number, date=values.given(values.day, date, "--date"))
    remover = Remover(surroundings.of(ctx), file, yes=yes, dry_run=dry_run)
    what = say("investment “{name}”", name=label)
    remover.remove(what, lambda read: names.investment_path(read, label, meant))


@described("", "cae remove-contract Marcelle 2023-08-01")
def remove_contract(
    ctx: typer.Context,
    person: PersonName,
    day: ContractStart = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="cape|cesa|other", help=mark("The one of that kind.")),
    ] = None,
    number: Number = None,
    yes: Yes = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import names

    start = values.given(values.day, day, mark("DAY"))
    meant = which(number, kind=values.given(word(*CONTRACTS), kind, "--kind"))
    remover = Remover(surroundings.of(ctx), file, yes=yes, dry_run=dry_run)
    what = (
        say("contract of “{person}”", person=person)
        if start is None
        else say("contract of “{person}” that starts on {day}", person=person, day=start)
    )
    remover.remove(what, lambda read: names.contract_path(read, person, start, meant))
