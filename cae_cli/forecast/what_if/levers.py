"""The least to ask, and of whom: each lever is found by really answering again."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from math import ceil
from typing import NamedTuple

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.change import Edit, together
from cae_cli.forecast.flows import View
from cae_cli.forecast.projection.search import smallest
from cae_cli.forecast.what_if import edits
from cae_cli.forecast.what_if.again import again
from cae_cli.forecast.what_if.aim import Aim
from cae_cli.forecast.what_if.lever import Effect, Lever, Sized
from cae_cli.forecast.what_if.my_levers import my_levers
from cae_cli.forecast.what_if.shorts import Short, aim_of, earlier, need_at, short
from cae_cli.forecast.what_if.their_levers import their_levers
from cae_cli.months import Month
from cae_cli.rules.payroll.law import PayrollLaw

#: Among how many levers the best pair is looked for: those that bring most.
PAIRED = 8
_THOUSAND = 1000


class Levers(NamedTuple):
    """What would bring a month about."""

    answer: Answer
    view: View
    short: Short | None  # of the month aimed at; None: nobody has a target, or may be paid in it
    earlier: Sequence[Short]  # the months that are not possible, before the first salary
    effects: Sequence[Effect]  # of each lever, what brings most first
    pair: Effect | None  # where no single one that keeps the pay is enough
    prices_may_fall: Decimal | None  # by less than which the pay still lasts; None: it does not


class _Judge:
    """Answers again with some levers, and compares.

    Args:
        aim: the month to bring about.
        law: the payroll rules through time.
    """

    def __init__(self, aim: Aim, law: PayrollLaw) -> None:
        self._aim, self._law = aim, law
        self._first = aim.answer.views[aim.view].lasting_start

    def again(self, edit: Edit) -> Answer:
        """Answer with an edit of what is recorded."""
        return again(self._aim.answer, self._law, edit)

    def short(self, answer: Answer) -> Short | None:
        """Return what the month aimed at lacks in another answer."""
        return short(answer, self._aim.view, self._aim.short.month)

    def effect(self, *levers: Lever) -> Effect:
        """Return what some levers do together."""
        aim, before = self._aim, self._aim.short
        answer = self.again(together(*(lever.edit for lever in levers)))
        then = self.short(answer)
        need = need_at(answer, aim.view, before.month, before.binding)
        first = answer.views[aim.view].lasting_start
        return Effect(
            levers,
            0 if need is None else before.short - need,
            0 if then is None else before.lack - then.lack,
            first,
            None if first is None or self._first is None else self._first - first,
            then,
        )

    def sized(self, lever: Sized) -> Effect:
        """Return the smallest size of a lever that does, else that holds, else its largest."""
        known: dict[int, Effect] = {}

        def effect(size: int) -> Effect:
            if size not in known:
                known[size] = self.effect(lever.make(size))
            return known[size]

        trial, most = effect(lever.trial), effect(lever.most)
        guess = ceil(lever.trial * self._times(trial))
        if most.does:
            size = smallest(lambda n: effect(n).does, guess, least=lever.least, most=lever.most)
        elif most.holds:
            size = smallest(lambda n: effect(n).holds, guess, least=lever.least, most=lever.most)
        else:
            size = lever.most
        return effect(lever.most if size is None else size)

    def _times(self, trial: Effect) -> float:
        """Return about how many times a trial it takes, were each part to bring as much."""
        short = _ratio(self._aim.short.short, trial.brings)
        return max(short, _ratio(self._aim.short.lack, trial.year))


def _ratio(lacks: int, brings: int) -> float:
    if lacks <= 0:
        return 0.0
    return lacks / brings if brings > 0 else float(_THOUSAND)


def levers(
    answer: Answer, law: PayrollLaw, view: View = "signed", month: Month | None = None
) -> Levers:
    """Return what would bring a month about: each lever, ranked, and the best pair if need be.

    Args:
        answer: of the dossier as it stands.
        law: the payroll rules that it was projected with.
        view: the view of the turnover.
        month: the month; without one, that before the first salary (see `aim_of`).
    """
    aimed = aim_of(answer, view) if month is None else short(answer, view, month)
    before = earlier(answer, view)
    if aimed is None:
        return Levers(answer, view, None, before, (), None, None)
    aim = Aim(answer, view, aimed)
    judge = _Judge(aim, law)
    effects, pair = [], None
    if not aimed.lasts:
        effects = sorted(_alone(aim, judge), key=_rank(aimed))
        if not any(effect.does and effect.keeps_the_pay for effect in effects):
            pair = _best_pair(judge, effects, _rank(aimed))
    return Levers(answer, view, aimed, before, effects, pair, _fall(aim, judge))


def _alone(aim: Aim, judge: _Judge) -> Iterator[Effect]:
    for sized in my_levers(aim):
        yield judge.sized(sized)
    for lever in their_levers(aim):
        yield judge.effect(lever)


def _rank(aimed: Short) -> Callable[[Effect], tuple[int, int]]:
    """Return the order: what it brings where that is missing, then the months gained."""

    def key(effect: Effect) -> tuple[int, int]:
        brings = effect.brings if aimed.short > 0 else effect.year
        return -brings, -(effect.gained or 0)

    return key


def _best_pair(
    judge: _Judge, effects: Sequence[Effect], rank: Callable[[Effect], tuple[int, int]]
) -> Effect | None:
    """Return the pair that does and brings most, of what keeps the pay wanted; None: none does."""
    likely = [effect for effect in effects if effect.keeps_the_pay and effect.brings > 0][:PAIRED]
    pairs = combinations([lever for effect in likely for lever in effect.levers], 2)
    found = [judge.effect(*pair) for pair in pairs]
    return min((pair for pair in found if pair.does), key=rank, default=None)


def _fall(aim: Aim, judge: _Judge) -> Decimal | None:
    """Return by how much all prices may fall, in whole thousandths, before a pay lasts no more.

    That is the pay from the month aimed at where it lasts, else from the first salary.
    """
    first = aim.answer.views[aim.view].lasting_start
    month = aim.short.month if aim.short.lasts else first
    if month is None:
        return None

    def breaks(thousandths: int) -> bool:
        answer = judge.again(edits.prices(-Decimal(thousandths) / _THOUSAND, aim.day))
        then = short(answer, aim.view, month)
        return then is None or not then.lasts

    found = smallest(breaks, 50, most=_THOUSAND)
    return Decimal((found or _THOUSAND) - 1) / _THOUSAND
