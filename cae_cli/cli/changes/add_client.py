"""`cae add-client` and `cae add-prestation`: who pays, and for what."""

from typing import Annotated

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.changes import recurring
from cae_cli.cli.changes.editing import DryRun, change, tell_next_dates
from cae_cli.cli.shell import numbers, surroundings, values
from cae_cli.cli.shell.options import File, described
from cae_cli.errors import CaeError, UsageError
from cae_cli.language import mark, say

MOST_PAYMENT_DAYS = 3650
PaymentDays = Annotated[
    str | None,
    typer.Option(
        "--payment-days", metavar="N", help=mark("Days from invoice to payment (30 if left out).")
    ),
]
EndOfMonth = Annotated[
    bool, typer.Option("--end-of-month", help=mark("Then on to the end of that month."))
]


@described(
    mark("With --prestation, its first prestation is recorded too; its next invoices are told."),
    "cae add-client 'Mairie de Gap' --payment-days 45",
    "cae add-client 'Mairie de Gap' --prestation 'Permanence' --amount 450 --every month "
    "--start 2026-10-01",
)
def add_client(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar=mark("NAME"), help=mark("The client."))],
    prestation: Annotated[
        str | None,
        typer.Option("--prestation", metavar=mark("LABEL"), help=mark("A first prestation.")),
    ] = None,
    amount: recurring.Amount = None,
    rate: recurring.RateOption = None,
    quantity: recurring.QuantityOption = None,
    every: recurring.Every = None,
    start: recurring.Start = None,
    end: recurring.End = None,
    count: recurring.Count = None,
    months: recurring.Season = None,
    probability: recurring.Probability = None,
    yearly_increase: recurring.Increase = None,
    payment_days: PaymentDays = None,
    end_of_month: EndOfMonth = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding
    from cae_cli.dossier.reading import ReadDossier

    around = surroundings.of(ctx)
    client = values.name(name, mark("NAME"))
    table: dict[str, object] = {"name": client}
    if payment_days is not None:
        table["payment_days"] = values.whole(payment_days, "--payment-days", 0, MOST_PAYMENT_DAYS)
    if end_of_month:
        table["end_of_month"] = True
    first = {
        **recurring.price(amount, rate, quantity),
        **recurring.recurrence(every, start, end, count=count, months=months),
        **_chances(probability, yearly_increase),
    }
    if prestation is not None:
        table["prestations"] = [_prestation(prestation, first)]
    elif any(value is not None for value in first.values()):
        raise UsageError(
            say("These flags describe a prestation, which has no name."),
            say("Name it with {flag}.", flag="--prestation"),
        )

    def make(read: ReadDossier) -> str:
        if any(known.name == client for known in read.dossier.clients):
            raise CaeError(
                say("There is already a client “{name}”.", name=client),
                say("Add to it with {command}.", command="cae add-prestation"),
                "CAE-E014",
            )
        return adding.add_client(read, table)

    done = change(around, file, make, say("client “{name}” added", name=client), dry_run=dry_run)
    if prestation is not None:
        _tell_invoices(around, done.after, client, prestation)


@described(
    "",
    "cae add-prestation 'Mairie de Gap' 'Comptes rendus' --amount 320 --start 2026-11-15",
    "cae add-prestation 'Hôtel du Lac' 'Tonte' --rate 32 --quantity 14 --every '2 weeks' "
    "--start 2026-04-06 --months 4-10",
)
def add_prestation(
    ctx: typer.Context,
    client: Annotated[
        str,
        typer.Argument(
            metavar=mark("CLIENT"), help=mark("Who pays."), autocompletion=suggesting.clients
        ),
    ],
    label: Annotated[str, typer.Argument(metavar=mark("LABEL"), help=mark("For what."))],
    amount: recurring.Amount = None,
    rate: recurring.RateOption = None,
    quantity: recurring.QuantityOption = None,
    every: recurring.Every = None,
    start: recurring.Start = None,
    end: recurring.End = None,
    count: recurring.Count = None,
    months: recurring.Season = None,
    probability: recurring.Probability = None,
    yearly_increase: recurring.Increase = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding

    around = surroundings.of(ctx)
    keys = {
        **recurring.price(amount, rate, quantity),
        **recurring.recurrence(every, start, end, count=count, months=months),
        **_chances(probability, yearly_increase),
    }
    table = _prestation(label, keys)
    done = change(
        around,
        file,
        lambda read: adding.add_prestation(read, client, table),
        say("prestation “{label}” of “{client}” added", label=label, client=client),
        dry_run=dry_run,
    )
    _tell_invoices(around, done.after, client, label)


def _chances(probability: str | None, yearly_increase: str | None) -> dict[str, object]:
    return {
        "probability": values.given(numbers.rate, probability, "--probability"),
        "yearly_increase": values.given(numbers.increase, yearly_increase, "--yearly-increase"),
    }


def _prestation(label: str, keys: dict[str, object]) -> dict[str, object]:
    """Return the table of a prestation.

    Raises:
        UsageError: it has no start, or no price (or half of one, or two).
    """
    values.name(label, mark("LABEL"))
    recurring.required(["--start"] if keys["start"] is None else [])
    given = [key for key in ("amount", "rate", "quantity") if keys[key] is not None]
    if given not in (["amount"], ["rate", "quantity"]):
        raise UsageError(
            say("A prestation has an amount, or a rate with a quantity."),
            say("Type {one}, or {other}.", one="--amount 450", other="--rate 32 --quantity 14"),
        )
    return {"label": label, **keys}


def _tell_invoices(
    around: surroundings.Surroundings, read: object, client: str, label: str
) -> None:
    """Tell the next invoices of the prestation just added."""
    from cae_cli.dossier import adding
    from cae_cli.dossier.reading import ReadDossier
    from cae_cli.forecast.upcoming import next_dates

    assert isinstance(read, ReadDossier)  # noqa: S101 - what an edit returns
    path = adding.client_path(read, client)
    prestations = read.dossier.clients[int(path[1])].prestations
    added = [prestation for prestation in prestations if prestation.label == label][-1]
    tell_next_dates(around, next_dates(added, around.today), invoices=True)
