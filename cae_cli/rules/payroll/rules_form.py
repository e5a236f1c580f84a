"""The form of the payroll data files: which tables, which keys, and what each may hold."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from cae_cli.fields import LONGEST_NAME
from cae_cli.language import mark
from cae_cli.months import Month
from cae_cli.rules.payroll.lines import ON_BOTH, ON_COVERS, ON_PAY, SETTINGS
from cae_cli.rules.payroll.tables import UNTIL

_MOST_EUROS = 1_000_000
_MOST_STAFF = 1_000_000
_MOST_CEILINGS = 100
_MOST_HOURS = 8_784  # a leap year has no more
_MOST_MULTIPLE = 100
_MOST_POWER = 5


class Kind(NamedTuple):
    """What a key holds: a test, and its description for the person who typed something else."""

    holds: Callable[[object], bool]
    description: str  # English, for the catalogue


class Form(NamedTuple):
    """The keys of a dated value."""

    required: Mapping[str, Kind]
    optional: Mapping[str, Kind]

    @property
    def kinds(self) -> dict[str, Kind]:
        return {**self.required, **self.optional}


def _number(least: int, most: int, decimals: int) -> Callable[[object], bool]:
    """Return a test: a number from least to most (inclusive) with at most that many decimals."""

    def holds(value: object) -> bool:
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            return False
        number = Decimal(value)
        if not number.is_finite() or not least <= number <= most:
            return False
        exponent = number.normalize().as_tuple().exponent
        return isinstance(exponent, int) and -exponent <= decimals

    return holds


def is_month(value: object) -> bool:
    """Tell whether a value is a month such as "2027-01"."""
    if not isinstance(value, str):
        return False
    try:
        Month.parse(value)
    except ValueError:
        return False
    return True


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= LONGEST_NAME


def _one_of(*words: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in words


def _more_than_one(value: object) -> bool:
    return _number(1, _MOST_MULTIPLE, 4)(value) and value != 1


TEXT = Kind(_is_text, mark("a text between quotes, of at most 200 characters"))
MONTH = Kind(is_month, mark('a month such as "2027-01"'))
FLAG = Kind(lambda value: isinstance(value, bool), mark("true or false"))
_EUROS = Kind(
    lambda value: _number(0, _MOST_EUROS, 2)(value) and value != 0,
    mark("an amount of euros above 0 with at most two decimals"),
)
_CEILING = Kind(_number(1, _MOST_EUROS, 2), mark("an amount of euros, from 1"))
_HOURS = Kind(_number(1, _MOST_HOURS, 0), mark("a whole number of hours a year"))
_PERCENT = Kind(_number(0, 100, 6), mark("a percentage from 0 to 100 with at most six decimals"))
_COEFFICIENT = Kind(_number(0, 1, 8), mark("a coefficient from 0 to 1"))
_CEILINGS = Kind(_number(0, _MOST_CEILINGS, 0), mark("a whole number of ceilings"))
_MULTIPLE = Kind(_more_than_one, mark("a multiple of the SMIC above 1"))
_STAFF = Kind(_number(1, _MOST_STAFF, 0), mark("a headcount, from 1"))
_POWER = Kind(_number(1, _MOST_POWER, 2), mark("a power from 1 to 5 with at most two decimals"))
_SETTING = Kind(_one_of(*SETTINGS), mark("the name of a payroll setting"))
_ON = Kind(_one_of(ON_PAY, ON_COVERS, ON_BOTH), mark('"pay", "covers" or "pay and covers"'))

CONTRIBUTION = Form(
    {"text": TEXT},
    {
        "employee": _PERCENT,
        "employer": _PERCENT,
        "employee_setting": _SETTING,
        "employer_setting": _SETTING,
        "reduced": _PERCENT,
        "reduced_up_to": _MULTIPLE,
        "smic_of": MONTH,
        UNTIL: MONTH,
        "above": _CEILINGS,
        "up_to": _CEILINGS,
        "only_above": _CEILINGS,
        "staff_from": _STAFF,
        "staff_below": _STAFF,
        "on": _ON,
        "allowance": _PERCENT,
        "allowance_up_to": _CEILINGS,
    },
)
FORMS: Mapping[str, Form] = {
    "smic": Form({"euros": _EUROS, "text": TEXT}, {UNTIL: MONTH}),
    "ceiling": Form({"euros": _CEILING, "text": TEXT}, {UNTIL: MONTH}),
    "working_time": Form({"hours": _HOURS, "text": TEXT}, {UNTIL: MONTH}),
    "reduction": Form(
        {
            "least": _COEFFICIENT,
            "small": _COEFFICIENT,
            "large": _COEFFICIENT,
            "large_from": _STAFF,
            "multiple": _MULTIPLE,
            "power": _POWER,
            "work_accidents": _PERCENT,
            "text": TEXT,
        },
        {"smic_of": MONTH, UNTIL: MONTH},
    ),
}

#: Keys that have no meaning without another, or beside it: (key, other, whether it needs it).
BOUND = (
    ("reduced", "reduced_up_to", True),
    ("reduced_up_to", "reduced", True),
    ("reduced", "employer", True),
    ("allowance", "allowance_up_to", True),
    ("allowance_up_to", "allowance", True),
    ("allowance", "on", True),
    ("above", "up_to", True),
    ("reduced", "up_to", False),
    ("reduced", "only_above", False),
    ("employee", "employee_setting", False),
    ("employer", "employer_setting", False),
)
#: Sides that a base does not concern: the engine has no such line.
NOT_ON = {ON_COVERS: ("employee", "employee_setting"), ON_BOTH: ("employer", "employer_setting")}
