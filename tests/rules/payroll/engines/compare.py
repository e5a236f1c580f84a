"""Our figures against those of the frozen tables; run as a module, it prints what is left.

python -m tests.rules.payroll.engines.compare
"""

import sys
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from cae_cli.months import Month
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.law import payroll_for
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.yardsticks import EQUIVALENT as EQUIVALENT_HOURS
from cae_cli.rules.payroll.yardsticks import FULL_TIME, Hours
from tests.rules.payroll.engines.corrections import CORRECTIONS, Correction
from tests.rules.payroll.engines.grid import COVER, EQUIVALENT, FULL, LOCAL, PART, PART_HOURS, PLAIN
from tests.rules.payroll.engines.tables import ENGINES, OPENFISCA, Engine, Row, rows

HOURS: dict[str, Hours] = {
    FULL: FULL_TIME,
    PART: Decimal(PART_HOURS),
    EQUIVALENT: EQUIVALENT_HOURS,
}
SETTINGS: dict[str, dict[str, Any]] = {
    PLAIN: {"work_accident_rate": Decimal("0.01")},
    LOCAL: {"work_accident_rate": Decimal("0.0224"), "mobility_rate": Decimal("0.02")},
    COVER: {
        "work_accident_rate": Decimal("0.01"),
        "health_insurance": {"employer": 30, "employee": 30},
    },
}
CENTS = Decimal("0.05")  # lines rounded one by one on our side, once or not at all on theirs
# OpenFisca rounds some lines as well, in 32 bits: where most lines of a pay end on half a cent (two
# ceilings of 2025), they may go up on one side and down on the other.
OF_HALF_CENTS = Decimal("0.02")
# OpenFisca counts 151.67 hours, not 1820/12: the coefficient of the reduction, where it depends on
# hours, may fall on the next step; the ceiling of part time is lower by 1/45 500, and the pay above
# eight of them escapes up to 14.6 % of contributions.
STEP = Decimal("0.0001")
OF_PART_TIME = Decimal("0.0000033")


class Difference(NamedTuple):
    """Ours and theirs, once known errors are corrected, in euros; headcount 0 for a net."""

    row: Row
    headcount: int
    ours: Decimal
    theirs: Decimal
    allowed: Decimal
    step: Decimal  # of the coefficient, in euros; 0 where it cannot explain a difference

    @property
    def size(self) -> Decimal:
        return abs(self.ours - self.theirs)

    @property
    def explained(self) -> bool:
        """Tell whether cents of rounding explain it, or these and one step of the coefficient."""
        return min(self.size, abs(self.size - self.step)) <= self.allowed


def payroll(row: Row, headcount: int) -> Payroll:
    settings = PayrollSettings.model_validate({"headcount": headcount, **SETTINGS[row.settings]})
    return payroll_for(Month.parse(row.month), settings, HOURS[row.hours])


def differences(
    engine: Engine, corrections: Collection[Correction] = CORRECTIONS
) -> Iterator[Difference]:
    """Yield the differences with a frozen table: one for each net, one for each cost."""
    hours_of_hundredths = engine.name == OPENFISCA
    for row in rows(engine):
        known = [each for each in corrections if each.concerns(engine, row)]
        gross = int(row.gross * 100)
        part_time = hours_of_hundredths and row.hours == PART
        allowed = CENTS + (OF_PART_TIME * row.gross if part_time else 0)
        allowed_on_cost = allowed + (OF_HALF_CENTS if hours_of_hundredths else 0)
        theirs = row.net + sum(each.on_net(row) for each in known)
        ours = payroll(row, engine.staff[0]).net(gross)
        yield Difference(row, 0, Decimal(ours) / 100, theirs, allowed, Decimal(0))
        for headcount, cost in row.costs.items():
            theirs = cost + sum(each.on_cost(row, headcount) for each in known)
            month = payroll(row, headcount)
            between = 0 < month.reduction.coefficient(gross) < month.reduction.coefficient(1)
            step = STEP * row.gross if hours_of_hundredths and between else Decimal(0)
            ours = month.cost(gross)
            yield Difference(row, headcount, Decimal(ours) / 100, theirs, allowed_on_cost, step)


def _line(difference: Difference) -> str:
    row, headcount, ours, theirs = difference[:4]
    what = f"cost with {headcount} staff" if headcount else "net"
    return (
        f"  {row.month} {row.hours} {row.settings} gross {row.gross}: {what} {ours}, "
        f"theirs {theirs:.2f}, difference {ours - theirs:+.4f}\n"
    )


def report() -> None:
    """Print, for each table, how many figures were compared, and the largest differences."""
    for engine in ENGINES:
        found = list(differences(engine))
        left = [each for each in found if not each.explained]
        sys.stdout.write(f"{engine.name} {engine.version}: {len(found)}, around {len(left)}\n")
        for each in sorted(left, key=lambda each: each.size)[-10:]:
            sys.stdout.write(_line(each))
        for about in (False, True):
            chosen = sorted(
                (each for each in found if bool(each.headcount) is about),
                key=lambda each: each.size,
            )
            median = chosen[len(chosen) // 2].size
            what = "cost" if about else "net"
            sys.stdout.write(f" {what}: {len(chosen)}, median {median:.4f}; the largest\n")
            sys.stdout.write(_line(chosen[-1]))


if __name__ == "__main__":
    report()
