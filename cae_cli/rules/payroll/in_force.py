"""The payroll rules of one month, sorted as a person looks for them."""

from typing import NamedTuple

from cae_cli.money import divide
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.rules.payroll.law import InForce, PayrollLaw
from cae_cli.rules.payroll.tables import LINES


class RulesInForce(NamedTuple):
    """What holds in a month; lines that have ended by then are left out."""

    month: Month
    last_known_month: Month
    smic: InForce
    smic_monthly: int  # full time, in cents
    ceiling: InForce
    working_time: InForce
    reduction: InForce
    lines: tuple[InForce, ...]


def rules_in_force(law: PayrollLaw, month: Month) -> RulesInForce:
    """Return what is in force in a month.

    Raises:
        CaeError: the month is before the first known one.
    """
    values = list(law.values_in_force(month))
    by_table = {value.table: value for value in values}
    lines = [value for value in values if value.table.startswith(f"{LINES}.") and value.values]
    hours = by_table["working_time"].values["hours"]
    return RulesInForce(
        month=month,
        last_known_month=law.last_known_month,
        smic=by_table["smic"],
        smic_monthly=divide(law.smic_hourly(month) * hours, MONTHS_IN_YEAR),
        ceiling=by_table["ceiling"],
        working_time=by_table["working_time"],
        reduction=by_table["reduction"],
        lines=tuple(lines),
    )
