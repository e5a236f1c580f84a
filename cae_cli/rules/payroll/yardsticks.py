"""What a month measures pay with: the SMIC, the social-security ceiling and hours of work.

Hours are a fraction, because a month at full time is 1820/12 hours, which has no finite decimal
form: a pay exactly on a limit must fall on the right side of it.
"""

import math
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from cae_cli.errors import CaeError
from cae_cli.language import say
from cae_cli.money import divide
from cae_cli.months import MONTHS_IN_YEAR

#: A contract without working time (CESA): hours are deduced from pay (CSS D241-27, I, 3°).
EQUIVALENT: Literal["equivalent"] = "equivalent"
FULL_TIME: Literal["full"] = "full"
#: What pay is earned for: equivalent hours, full time, or contractual hours a month.
Hours = Literal["equivalent", "full"] | Decimal

_HUNDREDTHS_OF_HOUR = Decimal("0.01")


class Yardsticks(NamedTuple):
    """The yardsticks of a month for one kind of contract; amounts in cents."""

    smic: int  # an hour
    ceiling: int  # a month, in proportion of contractual hours
    hours: tuple[int, int]  # a month, as a fraction: full time, unless the contract has fewer
    equivalent: bool  # hours follow pay below a full-time SMIC

    def limit(self, multiple: Decimal, smic: int) -> int:
        """Return the largest pay, in cents, that does not exceed a multiple of a monthly SMIC.

        Reduced rates compare pay with the SMIC of the hours. With equivalent hours a pay below
        the SMIC has the hours it pays for, hence stays under any multiple above 1: the limit
        is that of full time.
        """
        return math.floor(self.exact_limit(multiple, smic))

    def exact_limit(self, multiple: Decimal, smic: int) -> Fraction:
        """Return a multiple of a monthly SMIC, in cents and their fraction."""
        times, unit = multiple.as_integer_ratio()
        hours, parts = self.hours
        return Fraction(times * smic * hours, unit * parts)


def yardsticks_of(smic: int, ceiling: int, hours_in_year: int, hours: Hours) -> Yardsticks:
    """Return the yardsticks of a month.

    A ceiling is reduced in proportion of contractual hours (CSS R242-2; before 2018, the choice
    of the employer, taken here), and full for a contract without hours.

    Args:
        smic: cents an hour.
        ceiling: cents a month at full time.
        hours_in_year: hours of a full-time year.
        hours: equivalent, full time, or contractual hours a month (above 0, to full time).

    Raises:
        CaeError: the contractual hours are not above 0, or exceed full time.
    """
    full = (hours_in_year, MONTHS_IN_YEAR)
    if not isinstance(hours, Decimal):
        return Yardsticks(smic, ceiling, full, hours == EQUIVALENT)
    most = -(-hours_in_year * 100 // MONTHS_IN_YEAR) * _HUNDREDTHS_OF_HOUR  # 151.67
    if hours.is_nan() or not 0 < hours <= most:
        raise CaeError(
            say("A contract of {hours} hours a month cannot be computed.", hours=hours),
            say("Give hours above 0, up to {most}; more would be overtime.", most=most),
            "CAE-P003",
        )
    contract, parts = hours.as_integer_ratio()
    if contract * full[1] >= full[0] * parts:  # 151.67 is how full time is written
        return Yardsticks(smic, ceiling, full, equivalent=False)
    reduced = divide(ceiling * contract * full[1], parts * full[0])
    return Yardsticks(smic, reduced, (contract, parts), equivalent=False)
