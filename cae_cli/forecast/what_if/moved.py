"""Why the answer moved between two states of a dossier, step by step."""

from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.dossier.model import Dossier
from cae_cli.forecast.answer import Answer, project
from cae_cli.forecast.flows import View
from cae_cli.forecast.what_if.differences import Part, steps
from cae_cli.forecast.what_if.shorts import Short, aim_of, short
from cae_cli.months import Month
from cae_cli.rules.payroll.law import PayrollLaw


class Step(NamedTuple):
    """One thing that differs, and what it does after those before it."""

    part: Part
    first: Month | None  # the first salary that then lasts
    brings: int  # to what the month looked at lacks, in cents; below 0: it lacks more


class Moved(NamedTuple):
    """From an old answer to the new one: `before − after = Σ steps + rest`, in cents."""

    old: Answer
    new: Answer
    view: View
    month: Month  # whose sum is followed: the earlier first salary, else the one that lacks least
    before: Short | None
    after: Short | None
    steps: Sequence[Step]
    rest: int  # of what no step tells

    @property
    def total(self) -> int:
        """What the month lacks less than it did."""
        return _lacks(self.before) - _lacks(self.after)


def moved(old: Dossier, new: Answer, law: PayrollLaw, view: View) -> Moved:
    """Return why the answer is another than that of an old dossier, both asked on the same day."""
    was = project(old, new.today, law)
    month = _followed(was, new, view)
    before, lacking = short(was, view, month), _lacks(short(was, view, month))
    found = []
    for part, dossier in steps(old, new.dossier):
        answer = project(dossier, new.today, law)
        now = _lacks(short(answer, view, month))
        found.append(Step(part, answer.views[view].lasting_start, lacking - now))
        lacking = now
    after = short(new, view, month)
    return Moved(was, new, view, month, before, after, found, lacking - _lacks(after))


def _followed(was: Answer, new: Answer, view: View) -> Month:
    firsts = [one.views[view].lasting_start for one in (was, new)]
    known = [month for month in firsts if month is not None]
    if known:
        return min(known)
    aimed = aim_of(new, view)
    return new.horizon.first + new.horizon.present if aimed is None else aimed.month


def _lacks(one: Short | None) -> int:
    return 0 if one is None else one.short
