"""How much work a dossier asks for: no valid file keeps a person waiting, it is refused instead.

Every list is bounded where it is declared; what remains is how many dates recur, told by
arithmetic before any of them is computed.
"""

import datetime as dt
from collections.abc import Iterator
from operator import itemgetter

from cae_cli.dossier.model import Dossier, Recurring, window_start
from cae_cli.dossier.problems.findings import Finding
from cae_cli.fields import MOST_DATES, MOST_PROJECTED, MOST_SHARES
from cae_cli.language import say
from cae_cli.months import CANDIDATES, LOOK_AHEAD, Month
from cae_cli.rhythm import walked
from cae_cli.toml.keypath import KeyPath


def too_much(dossier: Dossier, today: dt.date) -> Iterator[Finding]:
    """Yield what a dossier asks too much of."""
    first = window_start(dossier, today)
    last = max(first, Month.of(today)) + CANDIDATES
    start = dossier.salary.start
    if start is not None and start > last:
        last = start
    last += max(LOOK_AHEAD, dossier.salary.sustain_months)
    if last - first > MOST_PROJECTED:
        what = say("the projection would go from {first} to {last}: at most {most} months are "
                   "computed.", first=first, last=last, most=MOST_PROJECTED)  # fmt: skip
        path = ("salary", "start") if start is not None else ("treasury", "month")
        yield Finding("CAE-D064", path, what)
        return
    yield from _shares(dossier)
    works = list(_works(dossier, first.first_day, last.last_day))
    total = sum(work for work, _ in works)
    if total > MOST_DATES:
        what = say("it asks for more dates than any other, and the file for {count} in all: at "
                   "most {most} are computed.", count=total, most=MOST_DATES)  # fmt: skip
        yield Finding("CAE-D064", max(works, key=itemgetter(0))[1], what)


def _shares(dossier: Dossier) -> Iterator[Finding]:
    """Refuse more expenses that follow turnover than each search has time for."""
    shares = [
        index
        for index, expense in enumerate(dossier.expenses)
        if expense.share_of_turnover is not None
    ]
    if len(shares) > MOST_SHARES:
        what = say("it is one of {count} expenses that follow turnover: at most {most} are "
                   "computed.", count=len(shares), most=MOST_SHARES)  # fmt: skip
        yield Finding("CAE-D064", ("expenses", shares[MOST_SHARES]), what)


def _works(dossier: Dossier, first: dt.date, last: dt.date) -> Iterator[tuple[int, KeyPath]]:
    """Yield how many dates each item asks for, and where it stands."""
    for client_index, client in enumerate(dossier.clients):
        for index, prestation in enumerate(client.prestations):
            terms = prestation.payment or client.payment
            # visits are counted from the start, a year of closed months delays what is paid
            early = prestation.invoiced == "month-end"
            opening = prestation.start if early else first - terms.longest - _CLOSED
            end = None if prestation.renews else prestation.end
            times = 1 + early + (prestation.cost is not None or prestation.cost_share is not None)
            work = times * _work(prestation, prestation.start, end, opening, last)
            if prestation.renews and prestation.end is not None and last > prestation.end:
                length = (prestation.end - prestation.start).days + 1
                work += _RENEWAL * ((last - prestation.end).days // length)
            yield work, ("clients", client_index, "prestations", index)
    for index, expense in enumerate(dossier.expenses):
        if expense.share_of_turnover is None:
            start = expense.start or first
            yield _work(expense, start, expense.end, first, last), ("expenses", index)


_CLOSED = dt.timedelta(365)
_RENEWAL = 5  # each renewal takes as long as some dates


def _work(
    item: Recurring, start: dt.date, end: dt.date | None, first: dt.date, last: dt.date
) -> int:
    return walked(item.schedule(start, end=end), first, last)
