"""What the people of an activity can decide themselves: pay, spending, prices, risk."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from cae_cli.forecast.what_if import edits, own_edits, pay_edits
from cae_cli.forecast.what_if.aim import Aim
from cae_cli.forecast.what_if.lever import Lever, Sized
from cae_cli.money import CENTS_IN_EURO
from cae_cli.months import MONTHS_IN_YEAR, Month

#: A stepped start: a lower pay for so many months.
STEP_MONTHS = 6
#: Prices that rise more (in thousandths) are other prices, not a lever.
MOST_RISE = 300
_PERCENT, _THOUSAND, _TENTH = 100, 1000, 10
_TRIAL = 10
Make = Callable[[int], Lever]


def my_levers(aim: Aim) -> Iterator[Sized]:
    """Yield what the people of an activity can decide; the risk they may take comes last."""
    yield from _pay(aim)
    yield from _postponed(aim)
    yield from _cut(aim)
    yield Sized(_dearer(aim), _TENTH, MOST_RISE)
    tenths = int(aim.dossier.salary.reserve_months * 10)
    if tenths:
        yield Sized(_riskier(aim), min(_TRIAL, tenths), tenths)


def _pay(aim: Aim) -> Iterator[Sized]:
    euros = pay_edits.highest(aim.dossier) // CENTS_IN_EURO
    if euros > 1:
        yield Sized(_lower(aim), min(_TRIAL, euros - 1), euros - 1)
        yield Sized(_stepped(aim), min(_TRIAL, euros - 1), euros - 1)
    names = [name for name, one in pay_edits.wanted(aim.dossier).items() if one.net]
    if len(names) > 1:
        for first in names:
            others = [name for name in names if name != first]
            yield Sized(_staggered(aim, first, others), 1, MONTHS_IN_YEAR)


def _lower(aim: Aim) -> Make:
    before = pay_edits.highest(aim.dossier)

    def make(euros: int) -> Lever:
        most = before // CENTS_IN_EURO * CENTS_IN_EURO - euros * CENTS_IN_EURO
        return Lever("me", "target", pay_edits.target(most, before), cents=most)

    return make


def _stepped(aim: Aim) -> Make:
    before, then = pay_edits.highest(aim.dossier), aim.short.month + STEP_MONTHS

    def make(euros: int) -> Lever:
        most = before // CENTS_IN_EURO * CENTS_IN_EURO - euros * CENTS_IN_EURO
        edit = pay_edits.stepped(most, before, then)
        return Lever("me", "stepped", edit, month=then, cents=most)

    return make


def _staggered(aim: Aim, first: str, others: Sequence[str]) -> Make:
    def make(months: int) -> Lever:
        then = aim.short.month + months
        return Lever("me", "staggered", pay_edits.waiting(others, then), first, month=then)

    return make


def _postponed(aim: Aim) -> Iterator[Sized]:
    present = Month.of(aim.answer.today)
    for index, bought in enumerate(aim.dossier.investments):
        month = Month.of(bought.date)
        beyond = aim.short.binding - month + 1  # then the month that binds does not see it

        def make(months: int, index: int = index, month: Month = month) -> Lever:
            label = aim.dossier.investments[index].label
            edit = own_edits.postponed(index, months)
            return Lever("me", "postponed", edit, label=label, month=month + months, number=months)

        if month >= present and beyond > 0:
            yield Sized(make, beyond, beyond + MONTHS_IN_YEAR)


def _cut(aim: Aim) -> Iterator[Sized]:
    for index, spent in enumerate(aim.dossier.expenses):

        def make(percent: int, index: int = index) -> Lever:
            rate = Decimal(percent) / _PERCENT
            edit = own_edits.cut(index, rate, aim.day)
            return Lever("me", "cut", edit, label=aim.dossier.expenses[index].label, rate=rate)

        if (spent.end is None or spent.end >= aim.day) and spent.count is None:
            yield Sized(make, _PERCENT, _PERCENT)


def _dearer(aim: Aim) -> Make:
    def make(thousandths: int) -> Lever:
        rate = Decimal(thousandths) / _THOUSAND
        return Lever("me", "prices", edits.prices(rate, aim.day), rate=rate)

    return make


def _riskier(aim: Aim) -> Make:
    before = aim.dossier.salary.reserve_months

    def make(tenths: int) -> Lever:
        rate = max(Decimal(0), before - Decimal(tenths) / 10)
        return Lever("risk", "reserve", own_edits.reserve(rate), rate=rate)

    return make
