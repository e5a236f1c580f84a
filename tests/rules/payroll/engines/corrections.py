"""Known errors of the engines, each with the text that says otherwise and its amount.

A correction replaces what the engine got wrong by what the law gives, worked out here from the
texts in a few lines, apart from the program: the rest of the engine's figure stays a proof.
Amounts in euros.
"""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from tests.rules.payroll.engines.grid import CEILING, EQUIVALENT, FULL, PART_HOURS, smic
from tests.rules.payroll.engines.tables import MODELE_SOCIAL, OPENFISCA, Engine, Row

ZERO = Decimal(0)
FULL_MONTH = Decimal(1820) / 12
STEP = Decimal("0.0001")


class Correction(NamedTuple):
    """What is added to the net and to the cost (headcount given) an engine gave in some months."""

    name: str
    engine: str
    versions: tuple[str, ...]
    first: str
    last: str  # included
    on_net: Callable[[Row], Decimal]
    on_cost: Callable[[Row, int], Decimal]

    def concerns(self, engine: Engine, row: Row) -> bool:
        return (
            engine.name == self.engine
            and engine.version in self.versions
            and self.first <= row.month <= self.last
        )


def ceiling(row: Row) -> Decimal:
    """Return the ceiling of the month, in proportion of contractual hours (CSS R242-2)."""
    share = Decimal(PART_HOURS) / FULL_MONTH if row.hours == "part" else Decimal(1)
    return CEILING[row.month[:4]] * share


def hours(row: Row, full: Decimal = FULL_MONTH) -> Decimal:
    """Return the hours counted: contractual, or deduced from pay without (CSS D241-27 I 3)."""
    if row.hours == FULL:
        return full
    if row.hours == EQUIVALENT:
        monthly = Decimal(str(smic(row.month))) * FULL_MONTH
        return full * min(row.gross / monthly, Decimal(1))
    return Decimal(PART_HOURS)


def no_net(_: Row) -> Decimal:
    return ZERO


def rounded(coefficient: Decimal) -> Decimal:
    return coefficient.quantize(STEP, ROUND_HALF_UP)


def reduction(row: Row, most: Decimal, full: Decimal = FULL_MONTH) -> Decimal:
    """Return the reduction to 2025 (CSS D241-7): T / 0.6 × (1.6 × SMIC / pay − 1), 0 to T."""
    minimum = Decimal(str(smic(row.month))) * hours(row, full)
    exact = most / Decimal("0.6") * (Decimal("1.6") * minimum / row.gross - 1)
    return rounded(min(max(exact, ZERO), most)) * row.gross


def single_reduction(row: Row, delta: Decimal, hourly: Decimal) -> Decimal:
    """Return the reduction of 2026: 0.02 + Tdelta × [½ × (3 × SMIC / pay − 1)]^1.75, at most
    0.02 + Tdelta, 0 from 3 SMIC on (CSS D241-7, décret 2025-1446)."""
    minimum = hourly * hours(row)
    if row.gross >= 3 * minimum:
        return ZERO
    least, half = Decimal("0.02"), Decimal("0.5")
    risen = (half * (3 * minimum / row.gross - 1)) ** Decimal("1.75")
    return rounded(min(least + delta * risen, least + delta)) * row.gross


# LFSS 2019 art. 8 and décret 2018-1356: T is 0.2809 (0.2849 from 20 staff) from January 2019, and
# 0.3214 (0.3254) only from October, when the reduction reaches unemployment contributions; the
# engine has the latter from January on, with 151.67 hours.
def t_of_2019(row: Row, headcount: int) -> Decimal:
    more = Decimal("0.0040") if headcount >= 20 else ZERO
    full = Decimal("151.67")
    wrong = reduction(row, Decimal("0.3214") + more, full)
    return wrong - reduction(row, Decimal("0.2809") + more)


# AGS, on pay up to four ceilings: 0.25 % since 2024-07-01 (its board, 2024-06-18, then 2025-06-26
# and 2025-12-16); the engine keeps the 0.20 % of January 2024.
def ags_of_2024(row: Row, _: int) -> Decimal:
    return Decimal("0.0005") * min(row.gross, 4 * ceiling(row))


# CET (ANI of 2017-11-17): 0.14 % for the employee, from the first euro up to eight ceilings, for a
# pay above one; the engine takes it from the employer and leaves it out of the net.
def cet(row: Row) -> Decimal:
    if row.gross <= ceiling(row):
        return ZERO
    return Decimal("-0.0014") * min(row.gross, 8 * ceiling(row))


# T of 2023 counts 0.55 % of work accidents (D241-7 of 2023-01-01): 0.3191 and 0.3231; the engine
# keeps the 0.59 % of 2022.
def t_of_2023(row: Row, headcount: int) -> Decimal:
    more = Decimal("0.0040") if headcount >= 50 else ZERO
    wrong = reduction(row, Decimal("0.3195") + more)
    return wrong - reduction(row, Decimal("0.3191") + more)


# Décret 2026-509: the SMIC of the reduction is that of 1 January, 12.02, for all of 2026; the
# engine takes the 12.31 of June.
def smic_of_2026(row: Row, headcount: int) -> Decimal:
    delta = Decimal("0.3821") if headcount >= 50 else Decimal("0.3781")
    wrong = single_reduction(row, delta, Decimal("12.31"))
    return wrong - single_reduction(row, delta, Decimal("12.02"))


def no_cost(_: Row, __: int) -> Decimal:
    return ZERO


_OPENFISCA = OPENFISCA, ("176.1.8",)
CORRECTIONS = (
    Correction("T of 2019", *_OPENFISCA, "2019-01", "2019-09", no_net, t_of_2019),
    Correction("AGS of 2024", *_OPENFISCA, "2024-07", "2026-12", no_net, ags_of_2024),
    Correction("CET", MODELE_SOCIAL, ("1.8.3",), "2021-01", "2023-04", cet, no_cost),
    Correction("T of 2023", MODELE_SOCIAL, ("1.8.3",), "2023-01", "2023-04", no_net, t_of_2023),
    Correction(
        "SMIC of 2026", MODELE_SOCIAL, ("11.1.0",), "2026-06", "2026-12", no_net, smic_of_2026
    ),
)
