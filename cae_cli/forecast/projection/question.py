"""The questions asked of one view, and their answers."""

from functools import cached_property
from typing import NamedTuple

from cae_cli.dossier.model import Dossier
from cae_cli.forecast.flows import Flows, Window, with_more_turnover
from cae_cli.forecast.projection.first_salary import Found, first_hold, first_salary
from cae_cli.forecast.projection.holding import Demand, Held
from cae_cli.forecast.projection.horizon import YEAR
from cae_cli.forecast.projection.lasting_net import LastingNet, lasting_net
from cae_cli.forecast.projection.ledger import Ledger
from cae_cli.forecast.projection.missing import missing_turnover
from cae_cli.forecast.projection.pay import Circumstances, Level, Team
from cae_cli.forecast.projection.running import Running, running
from cae_cli.forecast.projection.view import (
    FirstSalary,
    LastingPay,
    LedgerPay,
    OnReserves,
    RunningPay,
    ViewAnswer,
)
from cae_cli.money import Euros, divide, in_cents
from cae_cli.months import Month
from cae_cli.rules.cooperatives import CooperativeRules


class Given(NamedTuple):
    """What the views share."""

    dossier: Dossier
    cooperative: CooperativeRules
    team: Team
    demand: Demand
    window: Window
    minimum: Level  # everyone at the cooperative's minimum pay


class Question:
    """The questions asked of one view."""

    def __init__(self, given: Given, ledger: Ledger) -> None:
        self._dossier, self._cooperative, team, self._demand, self._window, self._minimum = given
        self._team = team
        self._ledger = ledger
        self._horizon = ledger.conditions.horizon
        targeted = {who for who, person in enumerate(team.people) if person.net}
        self._everyone_runs = bool(targeted) and targeted <= team.running
        start = given.dossier.salary.start
        #: The month, an index, in which those not paid yet begin whatever happens.
        self._decided = None if start is None else self._horizon.place_of(start)

    def answer(self) -> ViewAnswer:
        """Answer them all, each when it is asked for."""
        return ViewAnswer(self._ledger, self)

    def minimum_month(self) -> Month | None:
        """Return the first month from which the cooperative's minimum pay holds."""
        months = self._horizon.candidates
        minimum = first_hold(self._ledger, self._minimum, self._demand, months)
        return None if minimum is None else self._horizon.first + minimum

    def _least_gross(self, now: Circumstances) -> int:
        return self._cooperative.minimum_gross(now.payroll)

    @cached_property
    def _found(self) -> Found:
        horizon = self._horizon
        present = range(horizon.present, horizon.present + 1)
        candidates = present if self._everyone_runs else horizon.candidates
        return first_salary(self._ledger, self._team.target, self._demand, candidates)

    def lasting_start(self) -> Month | None:
        """Return the first month from which everyone's target lasts."""
        held = self._found.lasting
        return None if held is None else self._horizon.first + held.start

    def first_salary(self) -> FirstSalary:
        """Return from when everyone's target lasts, or what is missing for it."""
        ledger, level, horizon = self._ledger, self._team.target, self._horizon
        reserves = self._found.on_reserves
        on_reserves = None if reserves is None else self._on_reserves(reserves)
        if self._found.lasting is not None:
            held, first = self._found.lasting, horizon.first
            return FirstSalary(
                first + held.start,
                first + held.until,
                self._is_open(held),
                held.lowest,
                first + held.lowest_month,
                on_reserves,
                _average(ledger.flows, held.start),
                Euros(0),
            )
        at, missing = horizon.present, None
        if level.payees:
            more = missing_turnover(
                ledger, level, self._demand, horizon.next_months, self._with_more
            )
            if more is not None:
                at, missing = more.month, more.euros
        nothing = (None, None, False, None, None)
        return FirstSalary(*nothing, on_reserves, _average(ledger.flows, at), missing)

    def _with_more(self, euros: Euros) -> Flows:
        return with_more_turnover(
            self._ledger.flows,
            self._dossier,
            self._window,
            in_cents(euros),
            self._horizon.present,
        )

    def _is_open(self, held: Held) -> bool:
        return held.months == self._demand.look

    def _on_reserves(self, held: Held) -> OnReserves:
        first = self._horizon.first
        return OnReserves(first + held.start, first + held.until, self._is_open(held))

    def lasting(self) -> LastingPay | None:
        """Return the highest net that lasts, and from when."""
        return None if self._lasting is None else self._told(self._lasting)

    @cached_property
    def _lasting(self) -> LastingNet | None:
        months = self._horizon.next_months
        if self._everyone_runs:
            months = months[:1]
        elif self._decided is not None:
            start = max(self._decided, self._horizon.present)
            months = range(start, start + 1)
        return lasting_net(self._ledger, self._team, self._demand, months, self._least_gross)

    def _told(self, lasting: LastingNet) -> LastingPay:
        pays = lasting.level.pays(lasting.month)
        month = self._horizon.first + lasting.month
        return LastingPay(month, tuple(pay for pay in pays if pay is not None))

    def running(self) -> RunningPay | None:
        """Return until when the pay that runs holds, or the one decided; None without either."""
        level, horizon = self._team.target, self._horizon
        if self._decided is not None and not self._everyone_runs:
            start, course = self._decided, self._ledger.course(self._decided, level.payees)
        elif self._team.running:
            start, course = horizon.length, self._ledger.unpaid
        else:
            return None
        first = max(horizon.present, start if start < horizon.length else 0)
        costs = level.costs_from(start)
        found = running(course, costs, first, horizon.last_start, self._demand)
        return _told_running(found, horizon.first)

    def paid(self) -> LedgerPay:
        """Return what the ledger pays."""
        target, begins = self._team.target, self._horizon.first
        if self._everyone_runs:
            return LedgerPay("running", begins, None, target)
        if self._decided is not None and target.payees:
            return LedgerPay("decided", begins + self._decided, None, target)
        if self._found.lasting is not None:
            return LedgerPay("target", begins + self._found.lasting.start, None, target)
        if self._lasting is not None:
            return LedgerPay("lasting", begins + self._lasting.month, None, self._lasting.level)
        if self._found.on_reserves is not None:
            reserves = self._on_reserves(self._found.on_reserves)
            until = None if reserves.open_end else reserves.until
            return LedgerPay("reserves", reserves.month, until, target)
        return LedgerPay("nothing", None, None, target)


def _told_running(found: Running, first: Month) -> RunningPay:
    until = None if found.holds_until is None else first + found.holds_until
    if found.breaks is None:
        return RunningPay(until, None, 0, 0)
    month, treasury, short = found.breaks
    return RunningPay(until, first + month, treasury, short)


def _average(flows: Flows, start: int) -> int:
    """Return what is invoiced a month on average over the year from a month on, in cents."""
    return divide(sum(flows.invoiced[start : start + YEAR]), YEAR)
