"""What the people of an activity can decide about what they spend, as edits of a dossier."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from cae_cli.dossier.model import Dossier, Expense, Pause
from cae_cli.fields import FIRST_YEAR
from cae_cli.forecast.change import Edit
from cae_cli.forecast.what_if.edits import LAST_DAY
from cae_cli.money import share
from cae_cli.months import add_months

_FIRST_DAY = dt.date(FIRST_YEAR, 1, 1)
_DAY = dt.timedelta(1)


def postponed(index: int, months: int) -> Edit:
    """Return the edit in which an investment, by its place, is made some months later."""

    def edit(dossier: Dossier) -> Dossier:
        bought = list(dossier.investments)
        day = add_months(bought[index].date, months)
        bought[index] = bought[index].model_copy(update={"date": day})
        return dossier.model_copy(update={"investments": tuple(bought)})

    return edit


def cut(index: int, rate: Decimal, day: dt.date) -> Edit:
    """Return the edit in which an expense, by its place, is cut by a rate from a day on."""

    def edit(dossier: Dossier) -> Dossier:
        spent = dossier.expenses
        several = (*spent[:index], *_cut(spent[index], rate, day), *spent[index + 1 :])
        return dossier.model_copy(update={"expenses": several})

    return edit


def _cut(spent: Expense, rate: Decimal, day: dt.date) -> list[Expense]:
    left = 1 - rate
    if spent.share_of_turnover is not None:
        part = spent.share_of_turnover * left
        until = {"end": day - _DAY if spent.end is None else min(spent.end, day - _DAY)}
        since = {"start": day if spent.start is None else max(spent.start, day)}
        then = spent.model_copy(update={"share_of_turnover": part, **since})
        return [spent.model_copy(update=until), then]
    changes = tuple(
        one.model_copy(update={"amount": share(one.amount, left)}) for one in spent.changes
    )
    then = _without(spent, _FIRST_DAY, day - _DAY).model_copy(
        update={"amount": share(spent.amount or 0, left), "changes": changes}
    )
    return [_without(spent, day, LAST_DAY), then]


def _without(spent: Expense, first: dt.date, last: dt.date) -> Expense:
    pause = Pause.model_construct(first=first, last=last)
    return spent.model_copy(update={"pauses": (*spent.pauses, pause)})


def reserve(months: Decimal) -> Edit:
    """Return the edit in which the treasury keeps another number of months of employer cost."""

    def edit(dossier: Dossier) -> Dossier:
        salary = dossier.salary.model_copy(update={"reserve_months": months})
        return dossier.model_copy(update={"salary": salary})

    return edit


def contribution(keys: Mapping[str, object]) -> Edit:
    """Return the edit that writes keys of the contribution over those of the cooperative."""

    def edit(dossier: Dossier) -> Dossier:
        own = dossier.cooperative.contribution.model_copy(update=dict(keys))
        cooperative = dossier.cooperative.model_copy(update={"contribution": own})
        return dossier.model_copy(update={"cooperative": cooperative})

    return edit
