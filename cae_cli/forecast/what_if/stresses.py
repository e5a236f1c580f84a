"""Three blows, without any probability: how long the pay would hold.

The largest client leaves; everyone pays 30 days later; everyone stops where what is firm ends. They
strike in the month after the first one paid, or next month if the pay runs already.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Literal, NamedTuple

from cae_cli.dossier.model import Client, Prestation
from cae_cli.forecast.answer import Answer
from cae_cli.forecast.change import Edit, together
from cae_cli.forecast.flows import View
from cae_cli.forecast.what_if import edits, pay_edits
from cae_cli.forecast.what_if.again import again
from cae_cli.forecast.what_if.outcomes import Holding, holding
from cae_cli.forecast.what_if.worth import signed_years
from cae_cli.rules.payroll.law import PayrollLaw

Blow = Literal["largest", "late", "firm"]
BLOWS: Sequence[Blow] = ("largest", "late", "firm")
LATE_DAYS = 30
_DAY = dt.timedelta(1)


class Stress(NamedTuple):
    """A blow, and what it does to the pay."""

    blow: Blow
    name: str  # of the client who leaves, else ""
    before: Holding
    after: Holding

    @property
    def breaks(self) -> bool:
        """Whether the pay holds for less long."""
        return self.after.months < self.before.months


def stresses(
    answer: Answer, view: View, law: PayrollLaw, blows: Sequence[Blow] = BLOWS
) -> Sequence[Stress]:
    """Return what blows do to the pay that the answer tells; nothing where none is told.

    Args:
        answer: of the dossier as it stands.
        view: the view of the turnover.
        law: the payroll rules that it was projected with.
        blows: which ones.
    """
    paid = answer.views[view].paid
    if paid.start is None:
        return ()
    start = max(paid.start, answer.horizon.first + answer.horizon.present)
    same = _same_pay(answer, view)
    before = holding(answer if same is None else again(answer, law, same), view, start)
    day = (start + 1).first_day
    found = []
    for blow in blows:
        name = largest_client(answer) if blow == "largest" else ""
        if name is not None:
            edit = _edit(answer, blow, name, day)
            whole = edit if same is None else together(edit, same)
            after = holding(again(answer, law, whole), view, start)
            found.append(Stress(blow, name, before, after))
    return found


def _edit(answer: Answer, blow: Blow, name: str, day: dt.date) -> Edit:
    if blow == "largest":
        return edits.leaves(name, _after_firm(answer, name, day))
    return edits.late(LATE_DAYS) if blow == "late" else stop_after_firm(day)


def _same_pay(answer: Answer, view: View) -> Edit | None:
    """Return the edit that makes a target of the pay that the answer tells, if it is another."""
    found = answer.views[view]
    if found.paid.why != "lasting" or found.lasting is None:
        return None
    most = max(pay.net for pay in found.lasting.pays)
    return pay_edits.target(most, pay_edits.highest(answer.dossier))


def largest_client(answer: Answer) -> str | None:
    """Return the client with the most signed turnover over the twelve months from today's."""
    years = signed_years(answer)
    largest = max(years, key=years.__getitem__, default=None)
    return largest if largest is not None and years[largest] > 0 else None


def _after_firm(answer: Answer, name: str, day: dt.date) -> dt.date:
    """Return the first day on which a client may have left, from a day on."""
    firm = [one.firm_until for one in answer.dossier.clients if one.name == name]
    return max([day, *(until + _DAY for until in firm if until is not None)])


def stop_after_firm(day: dt.date) -> Edit:
    """Return the edit in which everyone stops: a client not before what it is committed to.

    A prestation with an end of its own is committed to until then, unless its client tells until
    when it is; what has neither stops on the day.
    """

    def sold(client: Client, one: Prestation) -> list[Prestation]:
        firm = client.firm_until or one.end
        whole = one.model_copy(update={"renews": None})
        return [edits.until(whole, day if firm is None else max(day, firm + _DAY))]

    return edits.each_prestation(sold)
