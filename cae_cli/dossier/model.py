"""The nouns of a dossier: one immutable value for each table of the file, format 1."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from cae_cli.fields import (
    LONGEST_LIST,
    MOST_BENEFIT_DAYS,
    MOST_COUNT,
    MOST_LATE,
    MOST_SCENARIOS,
    Cents,
    Day,
    Every,
    Flag,
    Increase,
    MonthField,
    Name,
    Payment,
    Quantity,
    Rate,
    SignedCents,
    Table,
    Whole,
    YearlyDay,
)
from cae_cli.months import Month
from cae_cli.payment import PaymentTerms
from cae_cli.rhythm import Recurrence, Schedule
from cae_cli.rules.contribution_rule import ContributionRule
from cae_cli.rules.payroll.settings import PayrollSettings

MONTHLY = Recurrence(1)
USUAL_TERMS = PaymentTerms(30)
MonthNumber = Annotated[Whole, Field(ge=1, le=12)]
Season = Annotated[tuple[MonthNumber, ...], Field(min_length=1)]
Count = Annotated[Whole, Field(ge=1, le=MOST_COUNT)]


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


class Settlement(Table):
    """What may stay in the account over the year's end: the balance of a year is paid after it."""

    carry: Literal["all", "until", "none"] | None = None  # without it: not known
    until: MonthNumber | None = None  # with carry = "until": by the end of this month


class Cooperative(Table):
    """The cooperative: a known one (preset), or rules of one's own over it."""

    preset: str | None = None
    general_meeting: YearlyDay | None = None
    contribution: ContributionRule = Field(default_factory=ContributionRule)
    payroll: PayrollSettings = Field(default_factory=PayrollSettings)
    settlement: Settlement = Field(default_factory=Settlement)


class NetStep(Table):
    """A target that follows the one before, from a month on; net in cents."""

    since: MonthField = Field(alias="from")
    net: Cents


NetSteps = Annotated[tuple[NetStep, ...], Field(max_length=LONGEST_LIST)]


class SalaryGoal(Table):
    """What one wants to be paid, and how safely; net in cents per person and month."""

    net_target: Cents | None = None
    net_steps: NetSteps = ()
    reserve_months: Annotated[Quantity, Field(le=120)] = Decimal(1)
    sustain_months: Annotated[Whole, Field(ge=1, le=120)] = 12
    start: MonthField | None = None


class Contract(Table):
    """A contract with this cooperative; no end: it runs still. Both days are inclusive."""

    kind: Literal["cape", "cesa", "other"]
    start: Day
    end: Day | None = None


class Benefit(Table):
    """Unemployment benefit (ARE): cents a day, before contributions, and what is left of it."""

    daily: Cents
    reference_daily: Cents | None = None  # the former pay it was counted from
    days_left: Annotated[Whole, Field(ge=0, le=MOST_BENEFIT_DAYS)] | None = None


class Entrepreneur(Table):
    """A person of the activity."""

    name: Name
    net_target: Cents | None = None
    net_steps: NetSteps = ()
    unemployment_benefit_until: Day | None = None
    benefit: Benefit | None = None
    associate_since: Day | None = None
    contracts: Annotated[tuple[Contract, ...], Field(max_length=LONGEST_LIST)] = ()


class Pause(Table):
    """Days on which nothing is dated, both ends inclusive."""

    first: Day = Field(alias="from")
    last: Day = Field(alias="to")


class Dated(Table):
    """What holds from a day on."""

    since: Day = Field(alias="from")


class AmountChange(Dated):
    """An amount from a day on."""

    amount: Cents


class PriceChange(Dated):
    """A price from a day on: one amount, or a rate times a quantity."""

    amount: Cents | None = None
    rate: Cents | None = None
    quantity: Quantity | None = None


class Recurring(Table):
    """What recurs: how often, how long, with which gaps, and how its price moves."""

    every: Every = MONTHLY
    end: Day | None = None
    count: Count | None = None
    months: Season | None = None
    pauses: Annotated[tuple[Pause, ...], Field(max_length=LONGEST_LIST)] = ()
    yearly_increase: Increase = Decimal(0)
    increase_on: YearlyDay | None = None  # without it: each anniversary of the start

    def schedule(self, start: dt.date, *, end: dt.date | None = None) -> Schedule:
        """Return its dates as they are counted from a start, up to an end."""
        pauses = tuple((pause.first, pause.last) for pause in self.pauses)
        return Schedule(start, self.every, end, self.count, self.months, pauses)


class Prestation(Recurring):
    """A service sold to a client: one amount, or a rate times a quantity, per invoice."""

    label: Name
    amount: SignedCents | None = None  # below 0: a credit note
    rate: Cents | None = None
    quantity: Quantity | None = None
    changes: Annotated[tuple[PriceChange, ...], Field(max_length=LONGEST_LIST)] = ()
    start: Day
    invoiced: Literal["each", "month-end"] = "each"  # month-end: a month's visits in one invoice
    payment: Payment | None = None  # without it: the client's
    cost: Cents | None = None  # of each invoice or visit, paid on its date
    cost_share: Rate | None = None  # the same, as a part of the price
    probability: Rate = Decimal(1)
    quote: Name | None = None
    renews: Rate | None = None  # chance that at its end it goes on as long again, and again


class Client(Table):
    """A client, and when it pays."""

    name: Name
    payment: Payment = USUAL_TERMS
    closed_months: tuple[MonthNumber, ...] = ()
    firm_until: Day | None = None
    internal: Flag = False  # another member of the cooperative
    pays: Literal["on-time", "weeks", "months"] | None = None
    prestations: tuple[Prestation, ...] = ()


class Expense(Recurring):
    """A cost that recurs like a prestation, or a share of what is invoiced each month."""

    label: Name
    amount: Cents | None = None
    changes: Annotated[tuple[AmountChange, ...], Field(max_length=LONGEST_LIST)] = ()
    share_of_turnover: Rate | None = None
    start: Day | None = None  # without it: from the first month of the projection
    direct: Flag = False


class Investment(Table):
    """Equipment: leaves the treasury on its date."""

    label: Name
    amount: Cents
    date: Day


class Assumptions(Table):
    """What is assumed of years whose law is not known: yearly rates."""

    smic_growth: Rate = Decimal(0)  # of the SMIC and the social-security ceiling, each January


class Scenario(Table):
    """A named what-if, put beside what is recorded."""

    name: Name
    without_client: Annotated[tuple[Name, ...], Field(max_length=LONGEST_LIST)] = ()
    late: Annotated[Whole, Field(ge=0, le=MOST_LATE)] = 0  # days
    prices: Increase = Decimal(0)
    target: Cents | None = None  # the highest net; the others in proportion
    cooperative: str | None = None


class Dossier(Table):
    """The whole file."""

    format: Literal[1]
    activity: Activity
    treasury: Treasury = Field(default_factory=Treasury)
    cooperative: Cooperative = Field(default_factory=Cooperative)
    salary: SalaryGoal = Field(default_factory=SalaryGoal)
    entrepreneurs: Annotated[tuple[Entrepreneur, ...], Field(max_length=LONGEST_LIST)] = ()
    clients: tuple[Client, ...] = ()
    expenses: tuple[Expense, ...] = ()
    investments: tuple[Investment, ...] = ()
    assumptions: Assumptions = Field(default_factory=Assumptions)
    scenarios: Annotated[tuple[Scenario, ...], Field(max_length=MOST_SCENARIOS)] = ()

    def net_target(self, entrepreneur: Entrepreneur, month: Month | None = None) -> int | None:
        """Return a person's net target in cents, in a month: their own, else the common one.

        Without a month, the first target. Steps count beside the target they follow: the common
        ones do not move a target of one's own.
        """
        own = entrepreneur.net_target
        first = self.salary.net_target if own is None else own
        alone = own is not None or bool(entrepreneur.net_steps)
        steps = entrepreneur.net_steps if alone else self.salary.net_steps
        reached = [step.net for step in steps if month is not None and step.since <= month]
        return reached[-1] if reached else first


def window_start(dossier: Dossier, today: dt.date) -> Month:
    """Return the first month of the projection: that of the treasury, else that of today."""
    month = dossier.treasury.month
    return Month.of(today) if month is None else month
