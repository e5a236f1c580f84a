"""`cae edit-…` and `rename-client`: what is recorded changes, key by key."""

from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli.changes import flags, nouns
from cae_cli.cli.changes.editing import DryRun, Number, change, which
from cae_cli.cli.changes.flags import Typed, with_flags
from cae_cli.cli.changes.named import (
    ClientName,
    ContractStart,
    ExpenseLabel,
    InvestmentLabel,
    PersonName,
    PrestationLabel,
)
from cae_cli.cli.shell import surroundings, values
from cae_cli.cli.shell.options import File, described
from cae_cli.language import mark, say

if TYPE_CHECKING:
    from cae_cli.dossier.reading import ReadDossier
    from cae_cli.toml.keypath import KeyPath

ONLY_TYPED = mark("Only what is typed changes; an empty text ('') takes a line away.")
ONE_PRICE = mark(
    "Only what is typed changes; an empty text ('') takes a line away. An amount takes the "
    "place of a rate with its quantity, and the other way round."
)


@described(ONLY_TYPED, "cae edit-client 'Mairie de Gap' --payment '45 days, month end'")
@with_flags(*nouns.CLIENT)
def edit_client(
    ctx: typer.Context,
    name: ClientName,
    typed: Typed,
    number: Number = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.cli.changes.effects import Dated
    from cae_cli.dossier import changing, names

    keys = flags.changed(nouns.CLIENT, typed, "cae edit-client")
    meant = which(number)
    found: list[KeyPath] = []

    def make(read: "ReadDossier") -> str:
        found[:] = [names.client_path(read, name, meant)]
        return changing.set_keys(read, found[0], keys)

    def dates(read: "ReadDossier") -> Dated:
        client = read.dossier.clients[int(found[0][1])]
        return Dated(client, client.prestations)

    summary = say("client “{name}” changed", name=name)
    change(surroundings.of(ctx), file, make, summary, dry_run=dry_run, dates=dates)


@described("", "cae rename-client 'Mairie de Gap' 'Ville de Gap'")
def rename_client(
    ctx: typer.Context,
    old: ClientName,
    new: Annotated[str, typer.Argument(metavar=mark("NAME"), help=mark("The new name."))],
    number: Number = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import changing

    name, meant = values.name(new, mark("NAME")), which(number)
    change(
        surroundings.of(ctx),
        file,
        lambda read: changing.rename_client(read, old, name, meant),
        say("client “{old}” renamed “{new}”", old=old, new=name),
        dry_run=dry_run,
    )


@described(
    ONE_PRICE,
    "cae edit-prestation 'Mairie de Gap' 'Permanence' --amount 480 --end 2027-06-30",
    "cae edit-prestation 'Mairie de Gap' 'Permanence' --end ''",
)
@with_flags(nouns.LABEL, *nouns.PRESTATION)
def edit_prestation(
    ctx: typer.Context,
    client: ClientName,
    label: PrestationLabel,
    typed: Typed,
    number: Number = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.cli.changes.effects import Dated
    from cae_cli.dossier import changing, names

    keys = flags.changed((nouns.LABEL, *nouns.PRESTATION), typed, "cae edit-prestation")
    meant = which(number, start=keys.get("start"))
    keys = flags.one_of(flags.one_of(keys, nouns.PRICES), nouns.DIRECT_COSTS)
    found: list[KeyPath] = []

    def make(read: "ReadDossier") -> str:
        found[:] = [names.prestation_path(read, client, label, meant)]
        return changing.set_keys(read, found[0], keys)

    def dates(read: "ReadDossier") -> Dated:
        of, rank = (int(found[0][place]) for place in (1, 3))
        return Dated(read.dossier.clients[of], [read.dossier.clients[of].prestations[rank]])

    summary = say("prestation “{label}” of “{client}” changed", label=label, client=client)
    change(surroundings.of(ctx), file, make, summary, dry_run=dry_run, dates=dates)


@described(ONLY_TYPED, "cae edit-expense 'Téléphone' --amount 29.90")
@with_flags(nouns.LABEL, *nouns.EXPENSE)
def edit_expense(
    ctx: typer.Context,
    label: ExpenseLabel,
    typed: Typed,
    number: Number = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.cli.changes.effects import Dated
    from cae_cli.dossier import changing, names

    keys = flags.changed((nouns.LABEL, *nouns.EXPENSE), typed, "cae edit-expense")
    meant = which(number, start=keys.get("start"))
    keys = flags.one_of(keys, nouns.COSTS)
    found: list[KeyPath] = []

    def make(read: "ReadDossier") -> str:
        found[:] = [names.expense_path(read, label, meant)]
        return changing.set_keys(read, found[0], keys)

    def dates(read: "ReadDossier") -> Dated:
        return Dated(expense=read.dossier.expenses[int(found[0][1])])

    summary = say("expense “{label}” changed", label=label)
    change(surroundings.of(ctx), file, make, summary, dry_run=dry_run, dates=dates)


@described(ONLY_TYPED, "cae edit-investment 'Tondeuse' --amount 5200 --date 2027-04-01")
@with_flags(nouns.LABEL, *nouns.INVESTMENT)
def edit_investment(
    ctx: typer.Context,
    label: InvestmentLabel,
    typed: Typed,
    number: Number = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import changing, names

    keys = flags.changed((nouns.LABEL, *nouns.INVESTMENT), typed, "cae edit-investment")
    meant = which(number, date=keys.get("date"))
    change(
        surroundings.of(ctx),
        file,
        lambda read: changing.set_keys(read, names.investment_path(read, label, meant), keys),
        say("investment “{label}” changed", label=label),
        dry_run=dry_run,
    )


@described(
    ONLY_TYPED,
    "cae edit-entrepreneur Lulu --net 950",
    "cae edit-entrepreneur Lulu --associate-since 2027-06-12",
)
@with_flags(nouns.NAME, *nouns.ENTREPRENEUR)
def edit_entrepreneur(
    ctx: typer.Context,
    person: PersonName,
    typed: Typed,
    number: Number = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import changing

    keys = flags.changed((nouns.NAME, *nouns.ENTREPRENEUR), typed, "cae edit-entrepreneur")
    meant = which(number)
    change(
        surroundings.of(ctx),
        file,
        lambda read: changing.edit_person(read, person, meant, keys),
        say("entrepreneur “{name}” changed", name=person),
        dry_run=dry_run,
    )


@described(
    ONLY_TYPED,
    "cae edit-contract Marcelle --end 2027-07-31",
    "cae edit-contract Marcelle 2026-10-03 --start 2026-10-05",
)
@with_flags(*nouns.CONTRACT)
def edit_contract(
    ctx: typer.Context,
    person: PersonName,
    typed: Typed,
    day: ContractStart = None,
    number: Number = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import changing, names

    start = values.given(values.day, day, mark("DAY"))
    keys = flags.changed(nouns.CONTRACT, typed, "cae edit-contract")
    meant = which(number, kind=keys.get("kind"))
    change(
        surroundings.of(ctx),
        file,
        lambda read: changing.set_keys(read, names.contract_path(read, person, start, meant), keys),
        say("contract of “{person}” changed", person=person),
        dry_run=dry_run,
    )
