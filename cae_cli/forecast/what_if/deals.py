"""What a client can agree to: when it is invoiced, in how many parts, and when it pays.

All are edits of a dossier for a what-if, from a day on; see `edits`.
"""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from cae_cli.dossier.model import Client, Pause, Prestation
from cae_cli.forecast.change import Edit
from cae_cli.forecast.prices import full_price
from cae_cli.forecast.what_if.edits import Path, at, each_prestation, from_day, is_over, since
from cae_cli.money import divide, share
from cae_cli.months import add_months
from cae_cli.payment import PaymentTerms
from cae_cli.rhythm import Recurrence, occurrences


def paid_on(terms: PaymentTerms, day: dt.date, only: Sequence[str]) -> Edit:
    """Return the edit that gives some clients other terms for what is dated from a day on."""

    def sold(_: Client, one: Prestation) -> list[Prestation]:
        if is_over(one, day):
            return [one]
        return from_day(one, day, since(one, day).model_copy(update={"payment": terms}))

    return each_prestation(sold, only)


def earlier(name: str, day: dt.date) -> Edit:
    """Return the edit in which a client is invoiced a month earlier, from a day on.

    What would be dated a month after that day, or later, is dated a month before; whatever is
    dated by days or weeks stays.
    """

    def sold(_: Client, one: Prestation) -> list[Prestation]:
        from_then = add_months(day, 1)
        if one.every.days or is_over(one, from_then):
            return [one]
        return from_day(one, from_then, since(_a_month_before(one), day))

    return each_prestation(sold, (name,))


def _a_month_before(one: Prestation) -> Prestation:
    def before(day: dt.date) -> dt.date:
        return add_months(day, -1)

    pauses = tuple(
        Pause.model_construct(first=before(pause.first), last=before(pause.last))
        for pause in one.pauses
    )
    changes = tuple(
        change.model_copy(update={"since": before(change.since)}) for change in one.changes
    )
    months = None if one.months is None else tuple((month - 2) % 12 + 1 for month in one.months)
    end = None if one.end is None else before(one.end)
    return one.model_copy(
        update={
            "start": before(one.start),
            "end": end,
            "pauses": pauses,
            "changes": changes,
            "months": months,
        }
    )


def deposit(path: Path, part: Decimal, day: dt.date) -> Edit:
    """Return the edit in which a part of a job is invoiced on a day, and paid at once."""

    def split(one: Prestation) -> list[Prestation]:
        price = full_price(one)
        first = share(price, part)
        terms = {"start": day, "payment": PaymentTerms(0), **_priced(first)}
        return [one.model_copy(update=terms), one.model_copy(update=_priced(price - first))]

    return at(path, split)


def instalments(path: Path, parts: int, day: dt.date) -> Edit:
    """Return the edit in which each invoice becomes some, a month apart, the last on its date.

    None of them is dated before a day. What recurs has as many parts as there are months from one
    invoice to the next; a job done once may have any number.
    """

    def split(one: Prestation) -> list[Prestation]:
        if not one.every.step:
            price = full_price(one)
            each, start = price // parts, add_months(one.start, 1 - parts)
            first = {"every": Recurrence(1), "start": start, "count": parts - 1, **_priced(each)}
            last = _priced(price - (parts - 1) * each)
            return [one.model_copy(update=first), one.model_copy(update=last)]
        begins = add_months(day, parts - 1)
        if is_over(one, begins):
            return [one]
        then = since(one, begins)
        [first_day, *_] = occurrences(
            then.schedule(then.start, end=then.end), begins, add_months(begins, parts)
        ).days
        monthly = {
            "every": Recurrence(1),
            "start": add_months(first_day, 1 - parts),
            "count": None if then.count is None else parts * then.count,
            "pauses": (),
            **_priced(divide(full_price(one), parts)),
        }
        return from_day(one, begins, then.model_copy(update=monthly))

    return at(path, split)


def _priced(cents: int) -> dict[str, object]:
    return {"amount": cents, "rate": None, "quantity": None}
