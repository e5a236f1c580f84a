"""What payroll depends on besides pay: the employer's size, local rates and covers."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from cae_cli.fields import Cents, Rate, Table, Whole


class HealthInsurance(Table):
    """Mutuelle, cents a month each side."""

    employer: Cents = 0
    employee: Cents = 0


class Provident(Table):
    """Prévoyance, rates of gross each side."""

    employer: Rate = Decimal(0)
    employee: Rate = Decimal(0)


class PayrollSettings(Table):
    """The settings of `[cooperative.payroll]`."""

    headcount: Annotated[Whole, Field(ge=1, le=1_000_000)] = 60
    work_accident_rate: Rate = Decimal("0.01")
    mobility_rate: Rate = Decimal(0)
    health_insurance: HealthInsurance = Field(default_factory=HealthInsurance)
    provident: Provident = Field(default_factory=Provident)
    occupational_health: Cents = 0
    reduction: Literal["monthly", "annual"] = "monthly"  # what the general reduction is counted on
