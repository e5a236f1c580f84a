"""The months a projection computes, and those among which a first salary is looked for."""

import datetime as dt
from typing import NamedTuple

from cae_cli.months import CANDIDATES, LOOK_AHEAD, MONTHS_IN_YEAR, Month

#: What a person can act on now: the lasting net and the missing turnover look at these months.
NEXT_MONTHS = MONTHS_IN_YEAR
#: A pay that lasts has seen every season, and the work of these months covers it.
YEAR = MONTHS_IN_YEAR


class Horizon(NamedTuple):
    """Months as indices from 0, the first of the projection; every range includes both ends."""

    first: Month
    present: int  # the month of today, or 0 where the projection begins later
    last_start: int  # the last month in which a pay may begin
    look: int  # months over which a pay is looked at once it has begun

    @property
    def length(self) -> int:
        """How many months are computed: enough to judge the last start."""
        return self.last_start + self.look

    @property
    def last(self) -> Month:
        return self.first + (self.length - 1)

    @property
    def months(self) -> list[Month]:
        return [self.first + i for i in range(self.length)]

    @property
    def candidates(self) -> range:
        """The months in which a first salary may begin."""
        return range(self.present, self.present + CANDIDATES)

    @property
    def next_months(self) -> range:
        """The candidates of the coming year."""
        return range(self.present, self.present + NEXT_MONTHS)

    @property
    def last_candidate(self) -> Month:
        return self.first + (self.present + CANDIDATES - 1)

    def place_of(self, month: Month) -> int:
        """Return the index of a month, 0 for one before the projection."""
        return max(0, month - self.first)


def horizon(
    first: Month, today: dt.date, sustain_months: int, decided: Month | None = None
) -> Horizon:
    """Return the horizon of a projection.

    Args:
        first: its first month.
        today: whose month is the first candidate, unless the projection begins later.
        sustain_months: months the pay must hold.
        decided: a month in which pay begins whatever happens.
    """
    present = max(0, Month.of(today) - first)
    last = present + CANDIDATES - 1
    if decided is not None:
        last = max(last, decided - first)
    return Horizon(first, present, last, max(LOOK_AHEAD, sustain_months))
