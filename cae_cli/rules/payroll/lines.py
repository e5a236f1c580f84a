"""The contribution lines in force for one employer: what each is due on, and at which rates."""

import math
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from typing import NamedTuple, Protocol

from cae_cli.language import Said
from cae_cli.money import divide
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.tables import LINES, Tables, Value, in_force
from cae_cli.rules.payroll.yardsticks import Yardsticks

UNIT = 10**8  # a rate of 1: percentages have at most six decimals
UNBOUNDED = 10**18  # cents: above any pay

#: The settings that stand in for a rate (decimals) or a monthly amount (cents) of a line.
SETTINGS = (
    "health_insurance.employee",
    "health_insurance.employer",
    "mobility_rate",
    "occupational_health",
    "provident.employee",
    "provident.employer",
    "work_accident_rate",
)
ON_PAY, ON_COVERS, ON_BOTH = "pay", "covers", "pay and covers"


class SmicOf(Protocol):
    """Tells the hourly SMIC, in cents, of a month ("2025-01")."""

    def __call__(self, month: str) -> int: ...


class Part(NamedTuple):
    """The part of pay a line is due on; amounts in cents."""

    above: int = 0
    up_to: int = UNBOUNDED  # inclusive
    only_above: int = 0  # nothing is due on a pay up to this
    allowance: int = 0  # left out of the base, in 1/UNIT of pay
    allowance_up_to: int = 0

    def of(self, pay: int) -> int:
        """Return the base, in cents: the allowance leaves a rounded base."""
        return self.base(*self.counted(pay))

    def counted(self, pay: int) -> tuple[int, int]:
        """Return what is counted of a pay, and how much of it is lowered by the allowance."""
        if pay <= self.only_above:
            return 0, 0
        counted = max(min(pay, self.up_to) - self.above, 0)
        return counted, min(counted, self.allowance_up_to)

    def base(self, counted: int, lowered: int) -> int:
        """Return the base of what is counted of a pay: the allowance leaves a rounded one."""
        if not lowered:
            return counted
        return counted - lowered + divide(lowered * (UNIT - self.allowance), UNIT)

    def over(self, ceilings: int, ceiling: int) -> "Part":
        """Return the same part of the pay of several months.

        Args:
            ceilings: the sum of the ceilings of these months, in cents.
            ceiling: the ceiling that the bounds of this part are whole multiples of.
        """

        def bound(cents: int) -> int:
            return cents if cents == UNBOUNDED else cents * ceilings // ceiling

        return Part(
            bound(self.above),
            bound(self.up_to),
            bound(self.only_above),
            self.allowance,
            bound(self.allowance_up_to),
        )


class Share(NamedTuple):
    """What one side pays: a rate of the base, in 1/UNIT, or a fixed monthly amount in cents."""

    rate: int = 0
    fixed: int = 0
    reduced: int = 0  # the rate when pay is at most `limit`
    limit: int = -1
    exact_limit: Fraction = Fraction(0)  # before it is cut to the cent: twelve make that of a year

    def rate_at(self, pay: int) -> int:
        return self.reduced if pay <= self.limit else self.rate


class LineInForce(NamedTuple):
    """One line of the payslip, as the law has it for one employer and one month."""

    key: str
    name: Said | str  # a text where it is one's own
    text: str  # where the value comes from
    on: str  # pay, the employer's share of covers, or both
    part: Part
    employee: Share
    employer: Share
    cover: bool  # the employer's share enters the bases that count covers

    @property
    def idle(self) -> bool:
        """Nobody pays anything on this line."""
        return self.employee == self.employer == Share()


def lines_in_force(
    tables: Tables, month: str, settings: PayrollSettings, yardsticks: Yardsticks, smic_of: SmicOf
) -> tuple[LineInForce, ...]:
    """Return the lines due in a month ("2025-03") by an employer, in the order of the payslip."""
    lines = []
    for key, table in tables[LINES].items():
        value = in_force(table, month)
        if value is None or not _concerns(value, settings.headcount):
            continue
        line = LineInForce(
            key,
            table["name"],
            value["text"],
            value.get("on", ON_PAY),
            _part(value, yardsticks.ceiling),
            Share(*_rate(value, "employee", settings)),
            _employer(value, settings, yardsticks, smic_of(value.get("smic_of", month))),
            table.get("cover", False),
        )
        if not line.idle:
            lines.append(line)
    return tuple(lines)


def _concerns(value: Value, headcount: int) -> bool:
    least, beyond = value.get("staff_from", 0), value.get("staff_below", UNBOUNDED)
    return bool(least <= headcount < beyond)


def _part(value: Value, ceiling: int) -> Part:
    def ceilings(key: str, otherwise: int) -> int:
        return int(value[key] * ceiling) if key in value else otherwise

    above = ceilings("above", 0)
    return Part(
        above,
        ceilings("up_to", UNBOUNDED),
        max(above, ceilings("only_above", 0)),
        _units(value.get("allowance", 0)),
        ceilings("allowance_up_to", 0),
    )


def _employer(value: Value, settings: PayrollSettings, yardsticks: Yardsticks, smic: int) -> Share:
    rate, fixed = _rate(value, "employer", settings)
    if "reduced" not in value:
        return Share(rate, fixed)
    limit = yardsticks.exact_limit(Decimal(value["reduced_up_to"]), smic)
    return Share(rate, fixed, _units(value["reduced"]), math.floor(limit), limit)


def _rate(value: Value, side: str, settings: PayrollSettings) -> tuple[int, int]:
    """Return the rate of a side, in 1/UNIT, and its fixed amount, in cents: one of them is 0."""
    setting = value.get(f"{side}_setting")
    if setting is None:
        return _units(value.get(side, 0)), 0
    amount = attrgetter(setting)(settings)
    return (int(amount * UNIT), 0) if isinstance(amount, Decimal) else (0, amount)


def _units(percent: Decimal | int) -> int:
    return int(percent * (UNIT // 100))
