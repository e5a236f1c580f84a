"""What must fit together in things that recur, in their clients, and in targets that follow."""

from collections.abc import Iterator
from itertools import pairwise

from cae_cli.dossier.model import (
    Client,
    Entrepreneur,
    Expense,
    Prestation,
    PriceChange,
    Recurring,
    SalaryGoal,
)
from cae_cli.dossier.problems.findings import Finding, Known
from cae_cli.language import say
from cae_cli.months import MONTHS_IN_YEAR


def prices(item: Prestation | PriceChange) -> Iterator[Finding]:
    """One amount, or a rate with a quantity."""
    parts = {"rate": item.rate, "quantity": item.quantity}
    given = [key for key, value in parts.items() if value is not None]
    if item.amount is not None:
        if given:
            what = say("it has an amount and a {key} too.", key=given[0])
            yield Finding("CAE-D070", (given[0],), what, on_key=True)
    elif not given:
        yield Finding("CAE-D071", ("amount",), say("it has no price."))
    elif len(given) == 1:
        missing = "quantity" if given == ["rate"] else "rate"
        example = "quantity = 14" if missing == "quantity" else "rate = 32.00"
        what = say("it has a {key} without a {missing}.", key=given[0], missing=missing)
        yield Finding("CAE-D071", (given[0],), what, say("Add: {line}", line=example), on_key=True)


def price_of_prestation(prestation: Prestation, _known: Known) -> Iterator[Finding]:
    """One price, also in each change; below 0 once only: a credit note does not come back."""
    yield from prices(prestation)
    for index, change in enumerate(prestation.changes):
        for finding in prices(change):
            yield finding._replace(path=("changes", index, *finding.path))
    if (prestation.amount or 0) < 0 and prestation.every.step:
        what = say("its amount is negative, a credit note, and it comes back.")
        yield Finding("CAE-D082", ("amount",), what, say("Add: {line}", line='every = "once"'))


def amount_of_expense(expense: Expense, _known: Known) -> Iterator[Finding]:
    """One amount, or a share of turnover, which recurs by itself."""
    if expense.share_of_turnover is None:
        if expense.amount is None:
            what = say("it has neither an amount nor a share of turnover.")
            yield Finding("CAE-D072", ("amount",), what, say("Add: {line}", line="amount = 25.00"))
        return
    if expense.amount is not None:
        what = say("it has an amount and a share of turnover too.")
        yield Finding("CAE-D072", ("share_of_turnover",), what, on_key=True)
    for key in ("every", "count", "pauses", "changes", "yearly_increase", "increase_on"):
        if key in expense.model_fields_set:
            what = say("“{key}” has no meaning for a share of turnover.", key=key)
            yield Finding("CAE-D073", (key,), what, on_key=True)


def months_once(noun: Recurring, _known: Known) -> Iterator[Finding]:
    """Each month of the season stands once."""
    return _once(noun.months or (), "months")


def _once(months: tuple[int, ...], key: str) -> Iterator[Finding]:
    for index, month in enumerate(months):
        if month in months[:index]:
            what = say("the month {month} stands twice in “{key}”.", month=month, key=key)
            yield Finding("CAE-D075", (key, index), what)
            return


def pauses_in_order(noun: Recurring, _known: Known) -> Iterator[Finding]:
    """A pause does not end before it begins."""
    for index, pause in enumerate(noun.pauses):
        if pause.last < pause.first:
            what = say("a pause ends on {last}, before it begins on {first}.",
                       first=pause.first, last=pause.last)  # fmt: skip
            remedy = say(
                "Write: {line}",
                line=f"{{ from = {pause.last.isoformat()}, to = {pause.first.isoformat()} }}",
            )
            yield Finding("CAE-D083", ("pauses", index, "to"), what, remedy)


def changes_in_order(noun: Prestation | Expense, _known: Known) -> Iterator[Finding]:
    """Prices follow one another, from the start on."""
    days = [change.since for change in noun.changes]
    if days and noun.start is not None and days[0] < noun.start:
        what = say("the price of {day} comes before the start, {start}.",
                   day=days[0], start=noun.start)  # fmt: skip
        yield Finding("CAE-D084", ("changes", 0, "from"), what)
    for index, (one, other) in enumerate(pairwise(days), 1):
        if other <= one:
            what = say("the price of {day} stands after that of {before}.",
                       day=other, before=one)  # fmt: skip
            yield Finding("CAE-D084", ("changes", index, "from"), what)


def one_cost(prestation: Prestation, _known: Known) -> Iterator[Finding]:
    """A cost is an amount or a share of the price."""
    if prestation.cost is not None and prestation.cost_share is not None:
        what = say("it has a cost and a share of its price as a cost.")
        yield Finding("CAE-D085", ("cost_share",), what, on_key=True)


def renews_at_an_end(prestation: Prestation, _known: Known) -> Iterator[Finding]:
    """Only what ends can be renewed."""
    if prestation.renews is not None and prestation.end is None:
        what = say("it renews without an end to renew at.")
        yield Finding("CAE-D086", ("renews",), what, on_key=True)


def some_open_month(client: Client, _known: Known) -> Iterator[Finding]:
    """A client pays in some month."""
    if len(set(client.closed_months)) == MONTHS_IN_YEAR:
        what = say("it is closed in all the months: it would never pay.")
        yield Finding("CAE-D087", ("closed_months",), what)
    yield from _once(client.closed_months, "closed_months")


def firm_after_start(client: Client, _known: Known) -> Iterator[Finding]:
    """Who is committed is so after the first prestation starts."""
    starts = [prestation.start for prestation in client.prestations]
    if client.firm_until is not None and starts and client.firm_until < min(starts):
        what = say("it is firm until {day}, before its first prestation starts, {start}.",
                   day=client.firm_until, start=min(starts))  # fmt: skip
        yield Finding("CAE-D088", ("firm_until",), what)


def targets_in_order(noun: SalaryGoal | Entrepreneur, _known: Known) -> Iterator[Finding]:
    """Targets follow one another."""
    for index, (one, other) in enumerate(pairwise(noun.net_steps), 1):
        if other.since <= one.since:
            what = say("the target of {month} stands after that of {before}.",
                       month=other.since, before=one.since)  # fmt: skip
            yield Finding("CAE-D089", ("net_steps", index, "from"), what)
