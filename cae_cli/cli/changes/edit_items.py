"""`cae edit-prestation` and `edit-expense`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.changes import changed_fields, recurring
from cae_cli.cli.changes.add import Share
from cae_cli.cli.changes.edit_client import NameOfClient
from cae_cli.cli.changes.editing import DryRun, change, tell_next_dates
from cae_cli.cli.shell import numbers, surroundings, values
from cae_cli.cli.shell.options import File, described
from cae_cli.errors import UsageError
from cae_cli.language import mark, say

if TYPE_CHECKING:
    from cae_cli.dossier.model import Expense, Prestation
    from cae_cli.dossier.reading import ReadDossier

Label = Annotated[
    str | None, typer.Option("--label", metavar=mark("LABEL"), help=mark("Another name for it."))
]


@described(
    mark(
        "Only what is typed changes; an empty text ('') takes a line away. An amount takes the "
        "place of a rate with its quantity, and the other way round."
    ),
    "cae edit-prestation 'Mairie de Gap' 'Permanence' --amount 480 --end 2027-06-30",
    "cae edit-prestation 'Mairie de Gap' 'Permanence' --end ''",
)
def edit_prestation(
    ctx: typer.Context,
    client: NameOfClient,
    label: Annotated[
        str,
        typer.Argument(
            metavar=mark("LABEL"),
            help=mark("One of its prestations."),
            autocompletion=suggesting.prestations,
        ),
    ],
    new_label: Label = None,
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
    from cae_cli.dossier import adding, changing

    around = surroundings.of(ctx)
    keys = changed_fields.changes(
        [
            changed_fields.Field("label", "--label", new_label, values.name, needed=True),
            changed_fields.Field("amount", "--amount", amount, changed_fields.euros),
            changed_fields.Field("rate", "--rate", rate, changed_fields.euros),
            changed_fields.Field("quantity", "--quantity", quantity, numbers.quantity),
            *_recurrence(every, start, end, count, months, needs_start=True),
            changed_fields.Field("probability", "--probability", probability, numbers.rate),
            changed_fields.Field(
                "yearly_increase", "--yearly-increase", yearly_increase, numbers.increase
            ),
        ],
        "cae edit-prestation",
    )
    keys = _one_price(keys, {"amount": ("rate", "quantity")})

    def make(read: "ReadDossier") -> str:
        return changing.set_keys(read, adding.prestation_path(read, client, label), keys)

    summary = say("prestation “{label}” of “{client}” changed", label=label, client=client)
    done = change(around, file, make, summary, dry_run=dry_run)
    path = adding.prestation_path(done.before, client, label)
    changed = done.after.dossier.clients[int(path[1])].prestations[int(path[3])]
    _tell_next(around, changed, invoices=True)


@described(
    mark("Only what is typed changes; an empty text ('') takes a line away."),
    "cae edit-expense 'Téléphone' --amount 29.90",
)
def edit_expense(
    ctx: typer.Context,
    label: Annotated[
        str,
        typer.Argument(
            metavar=mark("LABEL"),
            help=mark("A recorded expense."),
            autocompletion=suggesting.expenses,
        ),
    ],
    new_label: Label = None,
    amount: recurring.Amount = None,
    share: Share = None,
    every: recurring.Every = None,
    start: recurring.Start = None,
    end: recurring.End = None,
    count: recurring.Count = None,
    months: recurring.Season = None,
    yearly_increase: recurring.Increase = None,
    direct: Annotated[
        bool | None,
        typer.Option(
            "--direct/--no-direct", help=mark("A production cost, which lowers the gross margin.")
        ),
    ] = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding, changing

    around = surroundings.of(ctx)
    keys = changed_fields.changes(
        [
            changed_fields.Field("label", "--label", new_label, values.name, needed=True),
            changed_fields.Field("amount", "--amount", amount, changed_fields.euros),
            changed_fields.Field("share_of_turnover", "--share-of-turnover", share, numbers.rate),
            *_recurrence(every, start, end, count, months, needs_start=False),
            changed_fields.Field(
                "yearly_increase", "--yearly-increase", yearly_increase, numbers.increase
            ),
            changed_fields.Field("direct", "--direct", direct, values.name),
        ],
        "cae edit-expense",
    )
    keys = _one_price(keys, {"amount": ("share_of_turnover",)})

    def make(read: "ReadDossier") -> str:
        return changing.set_keys(read, adding.expense_path(read, label), keys)

    summary = say("expense “{label}” changed", label=label)
    done = change(around, file, make, summary, dry_run=dry_run)
    changed = done.after.dossier.expenses[int(adding.expense_path(done.before, label)[1])]
    if changed.amount is not None:
        _tell_next(around, changed, invoices=False)


def _recurrence(
    every: str | None,
    start: str | None,
    end: str | None,
    count: str | None,
    months: str | None,
    *,
    needs_start: bool,
) -> list[changed_fields.Field]:
    return [
        changed_fields.Field("every", "--every", every, values.every),
        changed_fields.Field("start", "--start", start, values.day, needed=needs_start),
        changed_fields.Field("end", "--end", end, values.day),
        changed_fields.Field(
            "count", "--count", count, changed_fields.whole(1, recurring.MOST_COUNT)
        ),
        changed_fields.Field("months", "--months", months, values.months),
    ]


def _one_price(keys: dict[str, object], pairs: Mapping[str, tuple[str, ...]]) -> dict[str, object]:
    """Take away the price that another one replaces.

    Raises:
        UsageError: both are typed.
    """
    for one, others in pairs.items():
        given = [other for other in others if keys.get(other) is not None]
        if keys.get(one) is None:
            gone: tuple[str, ...] = (one,) if given else ()
        elif given:
            flags = [f"--{key.replace('_', '-')}" for key in (one, given[0])]
            raise UsageError(
                say("{one} and {other} exclude each other.", one=flags[0], other=flags[1]),
                say("Keep one of them."),
            )
        else:
            gone = others
        keys = {**dict.fromkeys(gone), **keys} if gone else keys
    return keys


def _tell_next(
    around: surroundings.Surroundings, item: "Prestation | Expense", *, invoices: bool
) -> None:
    from cae_cli.forecast.upcoming import next_dates

    tell_next_dates(around, next_dates(item, around.today), invoices=invoices)
