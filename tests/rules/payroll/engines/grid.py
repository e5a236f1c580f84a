"""The pays that are put to the engines: a grid over months, hours, settings and gross.

Only the choice of the points comes from here, never a result. No point lies on a limit itself: both
engines take `<` where the law has `≤`, and hours of 151.67 instead of 1820/12 move the limits by a
few cents; points lie 1.50 € on either side.
"""

from collections.abc import Iterator
from typing import NamedTuple

FULL, PART, EQUIVALENT = "full", "part", "equivalent"
PART_HOURS = 104  # a month: 24 hours a week, in both engines a whole number
PLAIN, LOCAL, COVER = "plain", "local", "cover"

# A change of the law of pay in each of these months: all gross values there, five in the others.
CHANGES = (
    *("2017-01", "2017-07", "2017-10", "2018-01", "2018-10", "2019-01", "2019-10", "2020-01"),
    *("2021-01", "2021-10", "2022-01", "2022-05", "2022-08", "2023-01", "2023-05"),
    *("2024-01", "2024-07", "2024-11", "2025-01", "2025-05", "2026-01", "2026-06"),
)
SMIC = {  # € an hour
    "2017-01": 9.76,
    "2018-01": 9.88,
    "2019-01": 10.03,
    "2020-01": 10.15,
    "2021-01": 10.25,
    "2021-10": 10.48,
    "2022-01": 10.57,
    "2022-05": 10.85,
    "2022-08": 11.07,
    "2023-01": 11.27,
    "2023-05": 11.52,
    "2024-01": 11.65,
    "2024-11": 11.88,
    "2026-01": 12.02,
    "2026-06": 12.31,
}
CEILING = {  # € a month
    "2017": 3269,
    "2018": 3311,
    "2019": 3377,
    "2020": 3428,
    "2021": 3428,
    "2022": 3428,
    "2023": 3666,
    "2024": 3864,
    "2025": 3925,
    "2026": 4005,
}
FULL_HOURS = 1820 / 12
_ASIDE = 1.50


class Case(NamedTuple):
    """One pay, for every headcount of a table; gross in euros."""

    month: str
    hours: str
    settings: str
    gross: str


def smic(month: str) -> float:
    """Return the hourly SMIC, in euros."""
    return SMIC[max(since for since in SMIC if since <= month)]


def grid(first: str, last: str) -> Iterator[Case]:
    """Yield the cases of the months from `first` to `last`, both included."""
    for year in range(int(first[:4]), int(last[:4]) + 1):
        for number in range(1, 13):
            month = f"{year}-{number:02d}"
            if first <= month <= last:
                yield from _of_month(month)


def _of_month(month: str) -> Iterator[Case]:
    if month in CHANGES:
        for hours, pays in (
            (FULL, _pays(month, 1)),
            (PART, _pays(month, PART_HOURS / FULL_HOURS)),
            (EQUIVALENT, _few_hours(month)),
        ):
            yield from _cases(month, hours, PLAIN, pays)
    else:
        yield from _cases(month, FULL, PLAIN, _some(month))
    if month.endswith("-03"):
        yield from _cases(month, FULL, LOCAL, _some(month))
        yield from _cases(month, EQUIVALENT, LOCAL, [700, 1250])
        yield from _cases(month, FULL, COVER, _some(month))


def _cases(month: str, hours: str, settings: str, pays: list[float]) -> Iterator[Case]:
    for pay in sorted(pays):
        yield Case(month, hours, settings, f"{pay:.2f}")


def _pays(month: str, share: float) -> list[float]:
    """Return the gross values of a contract with a share of full time, on both sides of all."""
    pay = smic(month) * FULL_HOURS * share
    ceiling = CEILING[month[:4]] * share
    values = [100, 612.5, *(pay * times for times in (0.83, 1, 1.03, 1.13, 1.27, 1.41, 1.57, 1.63))]
    values += [pay * 1.9, ceiling * 2, ceiling * 5, ceiling * 9]
    for limit in (*_limits(month, share), *(ceiling * times for times in (1, 3, 4, 8))):
        values += [limit - _ASIDE, limit + _ASIDE]
    return values


def _limits(month: str, share: float) -> list[float]:
    """Return the limits of the reduced rates, or of the reduction itself since 2026."""
    year = month[:4]
    if year <= "2018":
        limits = [3.5 * smic(month)]
    elif year <= "2023":
        limits = [2.5 * smic(month), 3.5 * smic(month)]
    elif year == "2024":
        limits = [2.5 * 11.52, 3.5 * 11.52]
    elif year == "2025":
        limits = [2.25 * 11.88, 3.3 * 11.88]
    else:
        limits = [3 * 12.02]
    return [hourly * FULL_HOURS * share for hourly in limits]


def _few_hours(month: str) -> list[float]:
    """Return the gross values for a contract without hours: most are below the SMIC."""
    pay = smic(month) * FULL_HOURS
    fractions = (0.33, 0.5, 0.62, 0.85, 0.97, 1.02, 1.35, 2.1)
    return [100, 333.33, *(pay * times for times in fractions), CEILING[month[:4]] + _ASIDE]


def _some(month: str) -> list[float]:
    pay, ceiling = smic(month) * FULL_HOURS, CEILING[month[:4]]
    return [pay, pay * 1.37, pay * 2.4, ceiling * 1.2, ceiling * 4.3]
