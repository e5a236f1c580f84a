"""The frozen tables: what two public engines answer on the grid, and how they were asked.

Settings of every case: private sector, non-executive, mainland France around Alsace-Moselle, no
overtime, each month alone. `plain`: work accidents 1 %, no local levy, no cover. `local`: work
accidents 2.24 %, mobility levy 2 % (from 11 staff). `cover`: as plain, with a mutuelle of 60 € a
month, half of it paid by each side.
"""

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

FROZEN = Path(__file__).parent / "frozen"
OPENFISCA, MODELE_SOCIAL = "openfisca-france", "modele-social"


class Engine(NamedTuple):
    """A version of an engine, the months it is asked about (both included), the headcounts."""

    name: str
    version: str
    beside: str  # the package it runs with
    licence: str
    first: str
    last: str
    staff: tuple[int, ...]

    @property
    def path(self) -> Path:
        return FROZEN / f"{self.name}-{self.version}.csv"


# Each threshold from both sides: 11, 20 (to 2019) and 50 staff (since 2020).
_ALL = (8, 10, 11, 15, 19, 20, 49, 50, 60)
_SINCE_2020 = (10, 11, 20, 49, 50)
_AGPL = "AGPL-3.0 (the engine; its figures are facts, none of its code is here)"
_MIT = "MIT (the engine; its figures are facts, none of its code is here)"
ENGINES = (
    Engine(OPENFISCA, "176.1.8", "openfisca-core 44.7.1", _AGPL, "2017-01", "2026-12", _ALL),
    *(
        Engine(MODELE_SOCIAL, version, f"publicodes {beside}", _MIT, first, last, _SINCE_2020)
        for version, beside, first, last in (
            ("1.8.3", "1.0.0-beta.77", "2021-01", "2023-04"),
            ("3.0.0", "1.3.3", "2023-05", "2024-06"),
            ("9.0.0", "1.8.0", "2024-07", "2025-12"),
            ("10.0.1", "1.10.3", "2026-01", "2026-05"),
            ("11.1.0", "1.10.3", "2026-01", "2026-12"),
        )
    ),
)


class Row(NamedTuple):
    """One pay: euros, as the engine gave them; a cost for each headcount."""

    month: str
    hours: str
    settings: str
    gross: Decimal
    net: Decimal
    costs: dict[int, Decimal]


def rows(engine: Engine) -> Iterator[Row]:
    """Yield the rows of a frozen table."""
    with engine.path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(line for line in file if not line.startswith("#")):
            yield Row(
                line["month"],
                line["hours"],
                line["settings"],
                Decimal(line["gross"]),
                Decimal(line["net"]),
                {count: Decimal(line[f"cost_{count}"]) for count in engine.staff},
            )
