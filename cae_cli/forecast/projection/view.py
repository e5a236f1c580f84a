"""What is answered of one view of the turnover: values, in months and cents."""

from collections.abc import Sequence
from functools import cached_property
from typing import Literal, NamedTuple, Protocol

from cae_cli.forecast.projection.ledger import Ledger, LedgerMonth
from cae_cli.forecast.projection.pay import Level, Pay
from cae_cli.money import Euros
from cae_cli.months import Month

Why = Literal["running", "decided", "target", "lasting", "reserves", "nothing"]


class OnReserves(NamedTuple):
    """A pay that holds without lasting: it lives on savings, and ends."""

    month: Month
    until: Month  # the last month in a row that holds
    open_end: bool  # it still holds in the last month looked at


class FirstSalary(NamedTuple):
    """From when everyone's target lasts in one view; None where no candidate will do."""

    month: Month | None
    sustained_until: Month | None  # the last month in a row that still holds
    open_end: bool  # it still holds in the last month looked at
    lowest_treasury: int | None  # cents, from the first month to the last that holds
    lowest_month: Month | None
    on_reserves: OnReserves | None  # where it comes earlier
    turnover_per_month: int  # cents invoiced on average over twelve months, from that month
    missing_per_month: Euros | None  # None: no amount would do, or there is no target


class LastingPay(NamedTuple):
    """The highest net that lasts, and from when."""

    month: Month
    pays: tuple[Pay, ...]  # of that month, of those who are paid


class RunningPay(NamedTuple):
    """Until when a pay that runs, or is decided, holds."""

    holds_until: Month | None  # None: not even in its first month
    breaks: Month | None  # the first month below the reserve; None: none in the projection
    treasury: int  # at the end of that month, in cents
    short: int  # what the reserve lacks then, in cents


class LedgerPay(NamedTuple):
    """What the ledger of a view pays, from when, until when (None: on and on), and why."""

    why: Why
    start: Month | None
    until: Month | None
    level: Level


class Asked(Protocol):
    """Who answers the questions asked of a view."""

    def lasting_start(self) -> Month | None: ...
    def first_salary(self) -> FirstSalary: ...
    def lasting(self) -> LastingPay | None: ...
    def running(self) -> RunningPay | None: ...
    def minimum_month(self) -> Month | None: ...
    def paid(self) -> LedgerPay: ...


class ViewAnswer:
    """The answer of one view of the turnover; each part is found when it is first asked for."""

    def __init__(self, ledger: Ledger, asked: Asked) -> None:
        self.ledger = ledger
        self._asked = asked

    @cached_property
    def lasting_start(self) -> Month | None:
        """The month of the first salary that lasts, alone: the rest of it takes longer to find."""
        return self._asked.lasting_start()

    @cached_property
    def first_salary(self) -> FirstSalary:
        return self._asked.first_salary()

    @cached_property
    def lasting(self) -> LastingPay | None:
        return self._asked.lasting()

    @cached_property
    def running(self) -> RunningPay | None:
        return self._asked.running()

    @cached_property
    def minimum_month(self) -> Month | None:
        """The first month from which the cooperative's minimum pay holds."""
        return self._asked.minimum_month()

    @cached_property
    def paid(self) -> LedgerPay:
        return self._asked.paid()

    @cached_property
    def months(self) -> Sequence[LedgerMonth]:
        """Every month of the projection, with what `paid` says is paid."""
        start, until, level = self.paid.start, self.paid.until, self.paid.level
        horizon = self.ledger.conditions.horizon
        first = None if start is None else horizon.place_of(start)
        last = None if until is None else horizon.place_of(until)
        return self.ledger.months(level.pays_from(first, last), first, level.payees)
