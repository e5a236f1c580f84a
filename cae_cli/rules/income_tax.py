"""The income tax withheld from a pay at the neutral rate: for display, never in a decision.

The tax office tells a person's own rate to whoever pays them; the neutral rate is what a pay bears
without it, in mainland France. Its scale is dated data (data/income_tax.toml).
"""

import tomllib
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cae_cli.money import share, to_cents
from cae_cli.months import Month

_DATA = Path(__file__).parent / "data" / "income_tax.toml"


class Step(NamedTuple):
    """A rate on the whole taxable pay of a month, where that is below a bound."""

    below: int  # cents
    rate: Decimal


class Scale(NamedTuple):
    """The neutral rates from a month on."""

    since: Month
    steps: Sequence[Step]  # bounds grow
    last_rate: Decimal  # from the last bound on


def neutral_rate(taxable: int, month: Month) -> Decimal | None:
    """Return the neutral rate of a taxable pay.

    Args:
        taxable: the pay of the month in cents: the net before income tax, the CSG and CRDS that are
            not deductible, and the employer's part of the health cover.
        month: the month in which it is paid; the latest scale holds after the last one known.

    Returns:
        None before the first scale known.
    """
    scale = next((scale for scale in reversed(_scales()) if scale.since <= month), None)
    if scale is None:
        return None
    return next((step.rate for step in scale.steps if taxable < step.below), scale.last_rate)


def withheld(taxable: int, month: Month) -> int | None:
    """Return the income tax withheld from a taxable pay at the neutral rate, in cents."""
    rate = neutral_rate(taxable, month)
    return None if rate is None else share(taxable, rate)


@cache
def _scales() -> Sequence[Scale]:
    """Return the scales in the order of time."""
    read = tomllib.loads(_DATA.read_text("utf-8"), parse_float=Decimal)
    return [
        Scale(
            Month.parse(since),
            [Step(to_cents(below), rate) for below, rate in read["scales"][since]],
            read["last_rate"],
        )
        for since in sorted(read["scales"])
    ]
