"""Two levels of pay by season, where they pay more in a year than a constant one."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.change import Edit
from cae_cli.forecast.flows import View
from cae_cli.forecast.projection.horizon import YEAR
from cae_cli.forecast.projection.search import smallest
from cae_cli.forecast.what_if import pay_edits
from cae_cli.forecast.what_if.again import again
from cae_cli.forecast.what_if.constant import MOST, Constant, shared
from cae_cli.forecast.what_if.outcomes import holding
from cae_cli.money import CENTS_IN_EURO
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.rules.payroll.law import PayrollLaw

#: A season has at least so many months, and so has the rest of the year.
SHORTEST = 3
#: Two levels that bring less in a year (in cents) are not worth their trouble.
WORTH = 12 * CENTS_IN_EURO


class Season(NamedTuple):
    """Two constant nets, the higher one in a season; cents, of the best paid person."""

    months: tuple[int, ...]  # of the season, 1 to 12, in the order in which they follow
    high: int
    low: int
    more: int  # net of all in twelve months, above that of a constant pay


def season(answer: Answer, view: View, law: PayrollLaw, flat: Constant) -> Season | None:
    """Return the two levels that pay most in the twelve months from a start; None: not more.

    Args:
        answer: of the dossier as it stands.
        view: the view of the turnover.
        law: the payroll rules that it was projected with.
        flat: the highest constant pay from that start.
    """
    if not flat.net:
        return None
    treasury = _treasury(answer, view, flat)
    reserve = Fraction(answer.dossier.salary.reserve_months)
    best = max(
        (_best(treasury, _in(flat.month, months), reserve, flat.cost), months)
        for months in _seasons()
    )
    (total, low_cost, _), months = best
    if total * CENTS_IN_EURO <= YEAR * flat.cost:
        return None
    low = flat.net * low_cost // flat.cost

    def is_too_much(high: int) -> bool:
        edit = _paid(answer, flat.month, months, high, low)
        then = again(answer, law, edit)
        return holding(then, view, flat.month).months < answer.demand.lasting

    high = (smallest(is_too_much, flat.net, least=low + 1, most=MOST) or MOST) - 1
    more = _year(answer, len(months), high, low) - YEAR * sum(flat.nets)
    return Season(months, high, low, more) if more >= WORTH and high > low else None


def _treasury(answer: Answer, view: View, flat: Constant) -> list[int]:
    """Return the treasury before any pay of it at the end of each of the twelve months."""
    level, start = answer.team.target, answer.horizon.place_of(flat.month)
    course = answer.views[view].ledger.course(start, level.payees)
    before = sum(level.costs_from(start)[:start])
    return [course.treasury(start + i) - before for i in range(YEAR)]


def _seasons() -> Iterator[tuple[int, ...]]:
    for first in range(MONTHS_IN_YEAR):
        for length in range(SHORTEST, MONTHS_IN_YEAR - SHORTEST + 1):
            yield tuple((first + i) % MONTHS_IN_YEAR + 1 for i in range(length))


def _in(start: Month, months: tuple[int, ...]) -> list[bool]:
    return [(start + i).number in months for i in range(YEAR)]


class _Best(NamedTuple):
    """Two levels of cost; the more they pay in all, then the less they differ, the better."""

    euros: int  # of all the months, whole: cents are lost in roundings
    low: int
    less: int  # minus the higher level


def _best(treasury: Sequence[int], high: Sequence[bool], reserve: Fraction, most: int) -> _Best:
    """Return the two levels of cost that pay most in some months; cents.

    For a lower level the higher one may be the least of what each month end leaves for it. What
    both pay is a concave function of the lower one; where it is flat, the last is taken.
    """
    kept, parts = reserve.as_integer_ratio()  # months of cost that must be left, in whole parts

    def level(low: int) -> int | None:
        highest, highs, lows = most * len(high), 0, 0
        for left, is_high in zip(treasury, high, strict=True):
            highs, lows = highs + is_high * parts, lows + (not is_high) * parts
            share = highs + (kept if is_high else 0)
            rest = left * parts - low * (lows + (0 if is_high else kept))
            if rest < 0:
                return None
            if share and rest < highest * share:
                highest = rest // share
        return max(highest, low)

    def pays(low: int) -> int:
        highest = level(low)
        if highest is None:
            return -1
        return sum(highest if is_high else low for is_high in high)

    left, right = 0, most
    while right - left > 2:  # noqa: PLR2004 - three points are compared one by one
        third = max(1, (right - left) // 3)
        there = pays(right - third)
        if there >= 0 and pays(left + third) <= there:
            left += third
        else:
            right -= third
    return max(
        _Best(pays(low) // CENTS_IN_EURO, low, -(level(low) or 0)) for low in range(left, right + 1)
    )


def _paid(answer: Answer, start: Month, months: tuple[int, ...], high: int, low: int) -> Edit:
    """Return the edit that pays two levels from a start on, everyone in proportion."""
    names, targets = zip(*((one.name, one.net) for one in answer.people), strict=True)
    nets = {level: dict(zip(names, shared(targets, level), strict=True)) for level in (high, low)}

    def of(name: str, _: pay_edits.Wanted) -> pay_edits.Wanted:
        steps, last = [], None
        for i in range(answer.horizon.look):
            level = high if (start + i).number in months else low
            if level != last:
                steps.append(pay_edits.step(start + i, nets[level][name]))
            last = level
        return pay_edits.Wanted(steps[0].net, tuple(steps))

    return pay_edits.paying(of)


def _year(answer: Answer, season: int, high: int, low: int) -> int:
    targets = [person.net for person in answer.people]
    return season * sum(shared(targets, high)) + (YEAR - season) * sum(shared(targets, low))
