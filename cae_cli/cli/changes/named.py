"""The arguments that name what is recorded."""

from typing import Annotated

import typer

from cae_cli.cli import suggesting
from cae_cli.language import mark

ClientName = Annotated[
    str,
    typer.Argument(
        metavar=mark("CLIENT"), help=mark("A recorded client."), autocompletion=suggesting.clients
    ),
]
PrestationLabel = Annotated[
    str,
    typer.Argument(
        metavar=mark("LABEL"),
        help=mark("One of its prestations."),
        autocompletion=suggesting.prestations,
    ),
]
ExpenseLabel = Annotated[
    str,
    typer.Argument(
        metavar=mark("LABEL"),
        help=mark("A recorded expense."),
        autocompletion=suggesting.expenses,
    ),
]
InvestmentLabel = Annotated[
    str,
    typer.Argument(
        metavar=mark("LABEL"),
        help=mark("A recorded investment."),
        autocompletion=suggesting.investments,
    ),
]
PersonName = Annotated[
    str,
    typer.Argument(
        metavar=mark("PERSON"), help=mark("A recorded person."), autocompletion=suggesting.people
    ),
]
ContractStart = Annotated[
    str | None,
    typer.Argument(
        metavar=mark("DAY"),
        help=mark("The day it starts; not needed if it is the only one."),
        autocompletion=suggesting.contracts,
    ),
]
