"""The kinds of values that TOML files hold (dossiers and presets), read strictly.

Each kind turns what `tomllib` gives (with decimals for floats) into the program's own value, or
refuses it with a stable error type that the reader of dossiers explains in words.
"""

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, ConfigDict, PlainValidator, StrictBool, StrictInt
from pydantic_core import PydanticCustomError

from cae_cli.money import LARGEST_EUROS, to_cents
from cae_cli.months import Month
from cae_cli.payment import PaymentTerms
from cae_cli.rhythm import Recurrence

FIRST_YEAR, LAST_YEAR = 1990, 2199  # a year outside is a slip of the keyboard
LONGEST_NAME = 200
LONGEST_NUMBER = 128  # binary digits of a whole number, decimal digits of another
RATE_DECIMALS = 8
LONGEST_LIST = (
    100  # people, their contracts; pauses, prices and targets of one thing; steps of a rule
)
#: A budget of work: what a file may ask for, so that the largest is answered in a few seconds.
MOST_DATES = 500_000  # dates of all that recurs, in the months of a projection
MOST_PROJECTED = 600  # months of a projection
MOST_SHARES = 100  # expenses that follow turnover
MOST_COUNT = 100_000
MOST_BENEFIT_DAYS = 3650
MOST_LATE = 365  # days
MOST_SCENARIOS = 5  # they stand side by side


class Table(BaseModel):
    """A TOML table: immutable, and without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class MonthDay(NamedTuple):
    """A day of every year, such as 15 June."""

    month: int
    day: int


def _error(kind: str, **context: Any) -> PydanticCustomError:
    return PydanticCustomError(kind, kind, context or None)


def _countable(value: Decimal | int) -> bool:
    """Tell whether a number is finite and short enough to compute with at once."""
    if isinstance(value, int):
        return value.bit_length() <= LONGEST_NUMBER
    return value.is_finite() and len(value.as_tuple().digits) <= LONGEST_NUMBER


def _number(value: object, kind: str) -> Decimal | int:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise _error(kind)
    if not _countable(value):
        raise _error("not_finite")
    return value


def _cents(value: object) -> int:
    """Read euros as cents."""
    number = _number(value, "euros_type")
    if not -LARGEST_EUROS <= number <= LARGEST_EUROS:
        raise _error("euros_size")
    try:
        return to_cents(number)
    except ValueError:
        raise _error("euros_decimals") from None


def _cents_not_negative(value: object) -> int:
    cents = _cents(value)
    if cents < 0:
        raise _error("euros_negative")
    return cents


def _decimal(value: object, kind: str) -> Decimal:
    number = Decimal(_number(value, kind))
    exponent = number.normalize().as_tuple().exponent
    if isinstance(exponent, int) and exponent < -RATE_DECIMALS:
        raise _error("rate_decimals")
    return number


def _rate(value: object) -> Decimal:
    rate = _decimal(value, "rate_type")
    if not 0 <= rate <= 1:
        raise _error("rate_range", hint=str(rate / 100) if 1 < rate <= 100 else "")  # noqa: PLR2004
    return rate


def _increase(value: object) -> Decimal:
    rate = _decimal(value, "rate_type")
    if not -1 <= rate <= 1:
        raise _error("increase_range", hint=str(rate / 100) if 1 < rate <= 100 else "")  # noqa: PLR2004
    return rate


def _quantity(value: object) -> Decimal:
    quantity = _decimal(value, "quantity_type")
    if not 0 <= quantity <= LARGEST_EUROS:
        raise _error("quantity_range")
    return quantity


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise _error("text_type")
    if not value.strip():
        raise _error("text_empty")
    if len(value) > LONGEST_NAME:
        raise _error("text_long")
    return value


def _day(value: object) -> dt.date:
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        raise _error("date_type")
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise _error("year_range")
    return value


def _month(value: object) -> Month:
    if isinstance(value, Month):
        return value
    if not isinstance(value, str):
        raise _error("month_type")
    try:
        month = Month.parse(value)
    except ValueError:
        raise _error("month_type") from None
    if not FIRST_YEAR <= month.year <= LAST_YEAR:
        raise _error("year_range")
    return month


def _recurrence(value: object) -> Recurrence:
    if isinstance(value, Recurrence):
        return value
    try:
        return Recurrence.parse(value if isinstance(value, str) else "")
    except ValueError:
        raise _error("every_type") from None


def _payment(value: object) -> PaymentTerms:
    if isinstance(value, PaymentTerms):
        return value
    try:
        return PaymentTerms.parse(value if isinstance(value, str) else "")
    except ValueError:
        raise _error("payment_type") from None


def _month_day(value: object) -> MonthDay:
    if isinstance(value, MonthDay):
        return value
    if re.fullmatch("[0-9]{2}-[0-9]{2}", str(value)) is None:  # "W10-1" is a day of a week
        raise _error("month_day_type")
    try:
        day = dt.date.fromisoformat(f"2023-{value}")  # 29 February is no yearly day
    except ValueError:
        raise _error("month_day_type") from None
    return MonthDay(day.month, day.day)


Flag = StrictBool
Whole = StrictInt
Name = Annotated[str, PlainValidator(_name)]
Cents = Annotated[int, PlainValidator(_cents_not_negative)]
SignedCents = Annotated[int, PlainValidator(_cents)]
Rate = Annotated[Decimal, PlainValidator(_rate)]
Increase = Annotated[Decimal, PlainValidator(_increase)]
Quantity = Annotated[Decimal, PlainValidator(_quantity)]
Day = Annotated[dt.date, PlainValidator(_day)]
MonthField = Annotated[Month, PlainValidator(_month)]
Every = Annotated[Recurrence, PlainValidator(_recurrence)]
Payment = Annotated[PaymentTerms, PlainValidator(_payment)]
YearlyDay = Annotated[MonthDay, PlainValidator(_month_day)]
