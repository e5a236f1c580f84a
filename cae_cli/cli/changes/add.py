"""`cae add-entrepreneur`, `add-contract`, `add-expense`, `add-investment`."""

from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.changes import recurring
from cae_cli.cli.changes.editing import DryRun, change, tell_next_dates
from cae_cli.cli.shell import numbers, surroundings, values
from cae_cli.cli.shell.options import File, described
from cae_cli.errors import CaeError, UsageError
from cae_cli.language import mark, say

if TYPE_CHECKING:
    from cae_cli.dossier.reading import ReadDossier

CONTRACTS = ("cape", "cesa", "other")
Share = Annotated[
    str | None,
    typer.Option(
        "--share-of-turnover",
        metavar=mark("RATE"),
        help=mark("Of what is invoiced each month, instead of --amount."),
    ),
]


@described(
    mark("With --joined, their CAPE is recorded too."),
    "cae add-entrepreneur Lulu --net 900 --joined 2022-10-03",
)
def add_entrepreneur(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar=mark("NAME"), help=mark("The person."))],
    net: Annotated[
        str | None,
        typer.Option("--net", metavar=mark("AMOUNT"), help=mark("Net wanted each month.")),
    ] = None,
    joined: Annotated[
        str | None,
        typer.Option("--joined", metavar=mark("DAY"), help=mark("Start of the CAPE.")),
    ] = None,
    benefit_until: Annotated[
        str | None,
        typer.Option(
            "--unemployment-benefit-until",
            metavar=mark("DAY"),
            help=mark("Last day of unemployment benefit."),
        ),
    ] = None,
    associate_since: Annotated[
        str | None,
        typer.Option(
            "--associate-since", metavar=mark("DAY"), help=mark("Associate since that day.")
        ),
    ] = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding
    from cae_cli.toml.values import euros

    person = values.name(name, mark("NAME"))
    cents = values.given(numbers.amount, net, "--net")
    start = values.given(values.day, joined, "--joined")
    table: dict[str, object] = {
        "name": person,
        "net_target": None if cents is None else euros(cents),
        "unemployment_benefit_until": values.given(
            values.day, benefit_until, "--unemployment-benefit-until"
        ),
        "associate_since": values.given(values.day, associate_since, "--associate-since"),
    }
    if start is not None:
        table["contracts"] = [{"kind": "cape", "start": start}]

    def make(read: "ReadDossier") -> str:
        if any(known.name == person for known in read.dossier.entrepreneurs):
            raise CaeError(
                say("There is already an entrepreneur “{name}”.", name=person),
                say("Add a contract with {command}.", command="cae add-contract"),
                "CAE-E014",
            )
        return adding.add_entrepreneur(read, table)

    change(
        surroundings.of(ctx),
        file,
        make,
        say("entrepreneur “{name}” added", name=person),
        dry_run=dry_run,
    )


@described("", "cae add-contract Marcelle cesa --start 2023-08-01")
def add_contract(
    ctx: typer.Context,
    person: Annotated[
        str,
        typer.Argument(
            metavar=mark("PERSON"),
            help=mark("Whose contract."),
            autocompletion=suggesting.people,
        ),
    ],
    kind: Annotated[str, typer.Argument(metavar="cape|cesa|other")],
    start: Annotated[
        str | None,
        typer.Option(
            "--start", metavar=mark("DAY"), help=mark("First day; of a CESA, the signature.")
        ),
    ] = None,
    end: Annotated[
        str | None,
        typer.Option("--end", metavar=mark("DAY"), help=mark("Last day; none if it runs still.")),
    ] = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding

    chosen = values.choice(kind.lower(), mark("KIND"), CONTRACTS)
    recurring.required(["--start"] if start is None else [])
    table: dict[str, object] = {
        "kind": chosen,
        "start": values.given(values.day, start, "--start"),
        "end": values.given(values.day, end, "--end"),
    }
    change(
        surroundings.of(ctx),
        file,
        lambda read: adding.add_contract(read, person, table),
        say("{kind} contract of “{name}” added", kind=chosen.upper(), name=person),
        dry_run=dry_run,
    )


@described(
    mark("An amount that recurs, or a share of what is invoiced each month."),
    "cae add-expense 'Téléphone' --amount 25",
    "cae add-expense 'Végétaux' --share-of-turnover 17% --direct",
)
def add_expense(
    ctx: typer.Context,
    label: Annotated[str, typer.Argument(metavar=mark("LABEL"), help=mark("What it is for."))],
    amount: recurring.Amount = None,
    share: Share = None,
    every: recurring.Every = None,
    start: recurring.Start = None,
    end: recurring.End = None,
    count: recurring.Count = None,
    months: recurring.Season = None,
    yearly_increase: recurring.Increase = None,
    direct: Annotated[
        bool,
        typer.Option("--direct", help=mark("A production cost, which lowers the gross margin.")),
    ] = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding
    from cae_cli.forecast.upcoming import next_dates

    around = surroundings.of(ctx)
    if (amount is None) == (share is None):
        raise UsageError(
            say("An expense has an amount, or a share of turnover."),
            say("Type {one}, or {other}.", one="--amount 25", other="--share-of-turnover 5%"),
        )
    table: dict[str, object] = {
        "label": values.name(label, mark("LABEL")),
        "amount": recurring.price(amount, None, None)["amount"],
        "share_of_turnover": values.given(numbers.rate, share, "--share-of-turnover"),
        **recurring.recurrence(every, start, end, count=count, months=months),
        "yearly_increase": values.given(numbers.increase, yearly_increase, "--yearly-increase"),
        "direct": True if direct else None,
    }
    done = change(
        around,
        file,
        lambda read: adding.add_expense(read, table),
        say("expense “{label}” added", label=label),
        dry_run=dry_run,
    )
    added = [expense for expense in done.after.dossier.expenses if expense.label == label][-1]
    if added.amount is not None:
        tell_next_dates(around, next_dates(added, around.today), invoices=False)


@described("", "cae add-investment 'Tondeuse' --amount 4800 --date 2024-03-15")
def add_investment(
    ctx: typer.Context,
    label: Annotated[str, typer.Argument(metavar=mark("LABEL"), help=mark("What is bought."))],
    amount: recurring.Amount = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar=mark("DAY"), help=mark("When it is paid."))
    ] = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding

    given = {"--amount": amount, "--date": date}
    recurring.required([flag for flag, value in given.items() if value is None])
    table: dict[str, object] = {
        "label": values.name(label, mark("LABEL")),
        "amount": recurring.price(amount, None, None)["amount"],
        "date": values.given(values.day, date, "--date"),
    }
    change(
        surroundings.of(ctx),
        file,
        lambda read: adding.add_investment(read, table),
        say("investment “{label}” added", label=label),
        dry_run=dry_run,
    )
