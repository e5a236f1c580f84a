"""The nouns of a dossier: one immutable value for each table of the file, format 1."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from cae_cli.fields import (
    Cents,
    Day,
    Every,
    Flag,
    Increase,
    MonthField,
    Name,
    Quantity,
    Rate,
    Recurrence,
    SignedCents,
    Table,
    Whole,
    YearlyDay,
)
from cae_cli.months import Month
from cae_cli.rules.contribution_rule import ContributionRule
from cae_cli.rules.payroll.settings import PayrollSettings

MONTHLY = Recurrence(1)
Season = Annotated[tuple[Annotated[Whole, Field(ge=1, le=12)], ...], Field(min_length=1)]
Count = Annotated[Whole, Field(ge=1, le=100_000)]


class Activity(Table):
    """One business inside the cooperative."""

    name: Name
    trade: str = ""


class Treasury(Table):
    """The money the activity holds at the opening of a month."""

    balance: SignedCents = 0
    month: MonthField | None = None
    base_this_year: SignedCents = 0
    contribution_this_year: Cents = 0
    base_since_entry: SignedCents = 0


class Cooperative(Table):
    """The cooperative: a known one (preset), or rules of one's own over it."""

    preset: str | None = None
    general_meeting: YearlyDay | None = None
    contribution: ContributionRule = Field(default_factory=ContributionRule)
    payroll: PayrollSettings = Field(default_factory=PayrollSettings)


class SalaryGoal(Table):
    """What one wants to be paid, and how safely; net in cents per person and month."""

    net_target: Cents | None = None
    reserve_months: Annotated[Quantity, Field(le=120)] = Decimal(1)
    sustain_months: Annotated[Whole, Field(ge=1, le=120)] = 12
    start: MonthField | None = None


class Contract(Table):
    """A contract with this cooperative; no end: it runs still. Both days are inclusive."""

    kind: Literal["cape", "cesa", "other"]
    start: Day
    end: Day | None = None


class Entrepreneur(Table):
    """A person of the activity."""

    name: Name
    net_target: Cents | None = None
    unemployment_benefit_until: Day | None = None
    associate_since: Day | None = None
    contracts: tuple[Contract, ...] = ()


class Prestation(Table):
    """A service sold to a client: one amount, or a rate times a quantity, per invoice."""

    label: Name
    amount: Cents | None = None
    rate: Cents | None = None
    quantity: Quantity | None = None
    every: Every = MONTHLY
    start: Day
    end: Day | None = None
    count: Count | None = None
    months: Season | None = None
    probability: Rate = Decimal(1)
    yearly_increase: Increase = Decimal(0)


class Client(Table):
    """A client, and when it pays: days after the invoice, then on to the month's end if so."""

    name: Name
    payment_days: Annotated[Whole, Field(ge=0, le=3650)] = 30
    end_of_month: Flag = False
    prestations: tuple[Prestation, ...] = ()


class Expense(Table):
    """A cost that recurs like a prestation, or a share of what is invoiced each month."""

    label: Name
    amount: Cents | None = None
    share_of_turnover: Rate | None = None
    every: Every = MONTHLY
    start: Day | None = None  # without it: from the first month of the projection
    end: Day | None = None
    count: Count | None = None
    months: Season | None = None
    yearly_increase: Increase = Decimal(0)
    direct: Flag = False


class Investment(Table):
    """Equipment: leaves the treasury on its date."""

    label: Name
    amount: Cents
    date: Day


class Assumptions(Table):
    """What is assumed of years whose law is not known: yearly rates."""

    smic_growth: Rate = Decimal(0)  # of the SMIC and the social-security ceiling, each January


class Dossier(Table):
    """The whole file."""

    format: Literal[1]
    activity: Activity
    treasury: Treasury = Field(default_factory=Treasury)
    cooperative: Cooperative = Field(default_factory=Cooperative)
    salary: SalaryGoal = Field(default_factory=SalaryGoal)
    entrepreneurs: tuple[Entrepreneur, ...] = ()
    clients: tuple[Client, ...] = ()
    expenses: tuple[Expense, ...] = ()
    investments: tuple[Investment, ...] = ()
    assumptions: Assumptions = Field(default_factory=Assumptions)

    def net_target(self, entrepreneur: Entrepreneur) -> int | None:
        """Return a person's monthly net target in cents: their own, else the common one."""
        own = entrepreneur.net_target
        return self.salary.net_target if own is None else own


def window_start(dossier: Dossier, today: dt.date) -> Month:
    """Return the first month of the projection: that of the treasury, else that of today."""
    month = dossier.treasury.month
    return Month.of(today) if month is None else month
