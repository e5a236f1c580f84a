"""The treasury before any pay, told as what came in and what went out."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.entries import Entries, Series, entries_of
from cae_cli.forecast.explain.part import Part, whole
from cae_cli.forecast.flows import View, Window, share_by_month, weighed
from cae_cli.language import Said, say, say_n
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.rules import cooperative_notes
from cae_cli.rules.contribution import MonthContribution


def before_pay(
    answer: Answer, view: View, last: int, taken: Callable[[int], MonthContribution]
) -> list[Part]:
    """Return the parts of the treasury before any pay at the end of a month, an index.

    Args:
        answer: the answer.
        view: the view of the turnover.
        last: the month.
        taken: what the cooperative takes in a month.
    """
    horizon = answer.horizon
    entries = entries_of(answer.dossier, horizon.first, horizon.first + last)
    until = (horizon.first + last).last_day
    balance = answer.dossier.treasury.balance
    opening = say("in the treasury when {month} opens", month=horizon.first)
    return [
        *([Part(opening, balance, ("treasury", "balance"))] if balance else []),
        *whole(say("cashed"), _by_client(entries.invoices, view, until)),
        *whole(say("contribution"), _contribution(answer, last, taken), rule=source(answer)),
        *whole(say("expenses"), [*_spent(entries, view), *_shares(answer, view, last)]),
        *whole(say("investments"), [_sum(one, view, until, -1) for one in entries.investments]),
    ]


def _cents(series: Series, view: View) -> Sequence[int]:
    """Return what a view counts of each entry."""
    if series.signed or view == "all":
        return series.cents
    return weighed(series) if view == "expected" else ()


def _sum(series: Series, view: View, until: dt.date, sign: int) -> Part:
    amounts = zip(series.paid, _cents(series, view), strict=False)
    paid = [cents for day, cents in amounts if day <= until]
    text = _times(series, len(paid))
    return Part(text, sign * sum(paid), series.source.path)


def _times(series: Series, count: int) -> Said:
    return say_n("{label}, once", "{label}, {count} times", count, label=series.source.what)


def _by_client(several: Iterable[Series], view: View, until: dt.date) -> Iterator[Part]:
    for who, sold in groupby(several, lambda one: one.source.who):
        parts = [_sum(series, view, until, 1) for series in sold]
        path = parts[0].path[:2]
        yield from whole(say("{name}", name=who), parts, path=path)


def _contribution(
    answer: Answer, last: int, taken: Callable[[int], MonthContribution]
) -> Iterator[Part]:
    first = answer.horizon.first
    for year, months in groupby(range(last + 1), lambda i: (first + i).year):
        cents = sum(taken(i).total for i in months)
        yield Part(say("in {year}", year=str(year)), -cents, path_of_rule(answer))


def path_of_rule(answer: Answer) -> tuple[str, ...]:
    """Return where the file tells the rule of the contribution."""
    own = bool(answer.cooperative.own.model_fields_set)
    return ("cooperative", "contribution" if own else "preset")


def source(answer: Answer) -> Said | None:
    """Return the source of the rule of a known cooperative, with its date."""
    preset = answer.cooperative.preset
    return None if preset is None else cooperative_notes.assumptions(preset)[0].text


def _spent(entries: Entries, view: View) -> Iterator[Part]:
    for series in (*entries.costs, *entries.expenses):
        cents = _cents(series, view)
        text = _times(series, len(cents))
        yield Part(text, -sum(cents), series.source.path)


def _shares(answer: Answer, view: View, last: int) -> Iterator[Part]:
    """Yield the expenses that follow what is invoiced."""
    window = Window(answer.horizon.first, answer.horizon.length)
    invoiced = answer.views[view].ledger.flows.invoiced
    for index, spent in enumerate(answer.dossier.expenses):
        if spent.share_of_turnover is not None:
            cents = sum(share_by_month(spent, window, invoiced)[: last + 1])
            yield Part(say("{name}", name=spent.label), -cents, ("expenses", index))


def by_year(first: Month, costs: Sequence[int], start: int, last: int) -> Iterator[Part]:
    """Yield what pay costs from one month to another, both indices, by civil year."""
    for year, months in groupby(range(start, last + 1), lambda i: (first + i) // MONTHS_IN_YEAR):
        several = list(months)
        text = say_n(
            "in {year}, {count} month", "in {year}, {count} months", len(several), year=str(year)
        )
        yield Part(text, sum(costs[i] for i in several), ("salary",))
