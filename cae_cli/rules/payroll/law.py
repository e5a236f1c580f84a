"""The law of payroll through time: which values hold in a month, and the payroll they make."""

from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from cae_cli.errors import CaeError
from cae_cli.language import Said, say
from cae_cli.money import divide, to_cents
from cae_cli.months import Month
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.lines import lines_in_force
from cae_cli.rules.payroll.reduction import reduction_of
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.tables import (
    UNTIL,
    Tables,
    Value,
    changes,
    dated_tables,
    ending_values,
    first_month_in_force,
    in_force,
    is_dated,
    shipped_tables,
)
from cae_cli.rules.payroll.yardsticks import EQUIVALENT, Hours, yardsticks_of

_EURO = 100


class InForce(NamedTuple):
    """A dated value that holds in a month."""

    table: str  # "smic", "contribution.health"
    name: Said | str  # of the payslip line, a text where it is one's own; else ""
    since: Month
    until: Month | None  # the last month, where the text sets one
    values: Value  # as in the data file, without its text and its last month
    text: str


class PayrollLaw:
    """Dated data, from the first known month on; after the last one the latest values hold.

    A value that its text sets for a time ends with it all the same.

    Args:
        tables: the data.
        growth: yearly increase assumed for the SMIC and the ceiling after the last known month
            (0.02 is 2 %), from each January on.
    """

    def __init__(self, tables: Tables, growth: Decimal = Decimal(0)) -> None:
        self._tables = tables
        self._growth = growth
        self._made: dict[tuple[int, int, PayrollSettings, Hours], Payroll] = {}
        begun = changes(tables)
        over = {str(Month.parse(value[UNTIL]) + 1) for value in ending_values(tables)}
        self._changes = sorted(begun | over)
        #: The last month whose law is known: later ones are computed with the latest values.
        self.last_known_month = Month.parse(max(tables["known_until"], *begun))
        self.first_month = Month.parse(
            max(min(filter(is_dated, tables[key])) for key in ("smic", "ceiling", "reduction"))
        )

    def growing(self, yearly: Decimal) -> "PayrollLaw":
        """Return the same law, its SMIC and ceiling rising by a rate each year once unknown."""
        return PayrollLaw(self._tables, yearly)

    def payroll_for(
        self, month: Month, settings: PayrollSettings, hours: Hours = EQUIVALENT
    ) -> Payroll:
        """Return the payroll of a month; months with the same values share one object.

        Raises:
            CaeError: the month is before the first known one, or the hours cannot be.
        """
        self._check(month)
        key = (bisect_right(self._changes, str(month)), self._years_grown(month), settings, hours)
        payroll = self._made.get(key)
        if payroll is None:
            payroll = self._made[key] = self._make(month, settings, hours)
        return payroll

    def values_in_force(self, month: Month) -> Iterator[InForce]:
        """Yield every dated value of a month, those of the data files in their order.

        Raises:
            CaeError: the month is before the first known one.
        """
        self._check(month)
        for path, table in dated_tables(self._tables):
            since = first_month_in_force(table, str(month))
            if since is None:
                continue
            values: dict[str, Any] = dict(table[since])
            text, last = values.pop("text"), values.pop(UNTIL, None)
            until = Month.parse(last) if last else None
            yield InForce(path, table.get("name", ""), Month.parse(since), until, values, text)

    def texts_ended(self, since: Month, before: Month) -> tuple[str, ...]:
        """Return the texts of values whose last month is in a span, `before` left out."""
        first, beyond = str(since), str(before)
        found = {
            value["text"] for value in ending_values(self._tables) if first <= value[UNTIL] < beyond
        }
        return tuple(sorted(found))

    def smic_hourly(self, month: Month) -> int:
        """Return the SMIC in cents an hour.

        Raises:
            CaeError: the month is before the first known one.
        """
        self._check(month)
        return self._smic(str(month), self._years_grown(month))

    def _check(self, month: Month) -> None:
        if month < self.first_month:
            raise CaeError(
                say(
                    "Payroll rules are known from {first} on; {month} is before.",
                    first=self.first_month,
                    month=month,
                ),
                say("Ask for a month from {first} on.", first=self.first_month),
                "CAE-P001",
            )

    def _years_grown(self, month: Month) -> int:
        return max(month.year - self.last_known_month.year, 0) if self._growth else 0

    def _make(self, month: Month, settings: PayrollSettings, hours: Hours) -> Payroll:
        when, years = str(month), self._years_grown(month)
        ceiling = self._grown(to_cents(self._value("ceiling", when)["euros"]), years, _EURO)
        in_year = self._value("working_time", when)["hours"]
        yardsticks = yardsticks_of(self._smic(when, years), ceiling, in_year, hours)

        def smic_of(month: str) -> int:
            return self._smic(month, years)

        lines = lines_in_force(self._tables, when, settings, yardsticks, smic_of)
        value = self._value("reduction", when)
        reduction = reduction_of(
            value,
            yardsticks,
            smic_of(value.get("smic_of", when)),
            settings.headcount,
            settings.work_accident_rate,
        )
        return Payroll(lines, reduction, yardsticks, value["text"])

    def _value(self, table: str, month: str) -> Value:
        value = in_force(self._tables[table], month)
        if value is None:
            raise KeyError(table, month)
        return value

    def _smic(self, month: str, years: int) -> int:
        """Return the SMIC of a month, risen by years of growth: frozen ones rise as well."""
        return self._grown(to_cents(self._value("smic", month)["euros"]), years, 1)

    def _grown(self, cents: int, years: int, step: int) -> int:
        """Return an amount after some years of growth, rounded to a step (cents, or euros)."""
        rise, unit = ((1 + self._growth) ** years).as_integer_ratio()
        return divide(cents * rise, unit * step) * step


@cache
def shipped_law() -> PayrollLaw:
    """Return the law that comes with the program."""
    return PayrollLaw(shipped_tables())


def payroll_for(
    month: Month,
    settings: PayrollSettings,
    hours: Hours = EQUIVALENT,
    law: PayrollLaw | None = None,
) -> Payroll:
    """Return the payroll of a month, by the shipped law unless another is given.

    Raises:
        CaeError: the month is before the first known one, or the hours cannot be.
    """
    return (law or shipped_law()).payroll_for(month, settings, hours)


def last_known_month() -> Month:
    """Return the last month the shipped law knows; later ones use its latest values."""
    return shipped_law().last_known_month
