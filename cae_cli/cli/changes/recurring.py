"""The flags that prestations and expenses share, and the table they make."""

from collections.abc import Sequence
from typing import Annotated

import typer

from cae_cli.cli.shell import numbers, values
from cae_cli.language import mark

Amount = Annotated[
    str | None,
    typer.Option("--amount", metavar=mark("AMOUNT"), help=mark("Euros each time, excluding VAT.")),
]
RateOption = Annotated[
    str | None,
    typer.Option("--rate", metavar=mark("AMOUNT"), help=mark("Euros an hour or a day.")),
]
QuantityOption = Annotated[
    str | None,
    typer.Option("--quantity", metavar="N", help=mark("Hours or days each time, with --rate.")),
]
Every = Annotated[
    str | None,
    typer.Option(
        "--every",
        metavar=mark("RHYTHM"),
        help=mark("once, week, month, quarter, half-year, year, “2 weeks”, “5 months”…"),
    ),
]
Start = Annotated[
    str | None,
    typer.Option("--start", metavar=mark("DAY"), help=mark("The first one, YYYY-MM-DD.")),
]
End = Annotated[
    str | None, typer.Option("--end", metavar=mark("DAY"), help=mark("None after this day."))
]
Count = Annotated[str | None, typer.Option("--count", metavar="N", help=mark("How many in all."))]
Season = Annotated[
    str | None,
    typer.Option("--months", metavar=mark("MONTHS"), help=mark("Only in these months: 3-5,9,10.")),
]
Probability = Annotated[
    str | None,
    typer.Option(
        "--probability", metavar=mark("RATE"), help=mark("0.5 or 50%; signed when left out.")
    ),
]
Increase = Annotated[
    str | None,
    typer.Option(
        "--yearly-increase", metavar=mark("RATE"), help=mark("Price rise at each anniversary.")
    ),
]

MOST_COUNT = 100_000


def recurrence(
    every: str | None,
    start: str | None,
    end: str | None,
    *,
    count: str | None,
    months: str | None,
) -> dict[str, object]:
    """Return the keys of a recurrence as the file has them; None where a flag was not typed."""
    return {
        "every": values.given(values.every, every, "--every"),
        "start": values.given(values.day, start, "--start"),
        "end": values.given(values.day, end, "--end"),
        "count": None if count is None else values.whole(count, "--count", 1, MOST_COUNT),
        "months": values.given(values.months, months, "--months"),
    }


def price(amount: str | None, rate: str | None, quantity: str | None) -> dict[str, object]:
    """Return the keys of a price: an amount, or a rate with a quantity."""
    from cae_cli.toml.values import euros

    cents = values.given(numbers.amount, amount, "--amount")
    unit = values.given(numbers.amount, rate, "--rate")
    return {
        "amount": None if cents is None else euros(cents),
        "rate": None if unit is None else euros(unit),
        "quantity": values.given(numbers.quantity, quantity, "--quantity"),
    }


def required(missing: Sequence[str]) -> None:
    """Refuse a command that lacks flags.

    Raises:
        UsageError: some are missing.
    """
    from cae_cli.errors import UsageError
    from cae_cli.language import say

    if missing:
        raise UsageError(
            say("{flags} is missing.", flags=list(missing))
            if len(missing) == 1
            else say("{flags} are missing.", flags=list(missing))
        )
