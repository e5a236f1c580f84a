"""What is allowed in a dossier and probably not meant: warnings, which block nothing."""

import datetime as dt
from collections.abc import Callable, Iterator

from cae_cli.dossier.alike import folded
from cae_cli.dossier.model import Client, Dossier, Prestation, window_start
from cae_cli.dossier.problems.findings import Finding
from cae_cli.language import say
from cae_cli.months import CANDIDATES, LOOK_AHEAD, MONTHS_IN_YEAR, Month
from cae_cli.rhythm import occurrences

#: A balance of so many months before or after today's is no picture of today's treasury.
MONTHS_APART = 2
#: Invoices are looked for in the candidates for a first salary, 36 months, and the two years that
#: judge the last of them.
MONTHS_AHEAD = CANDIDATES + LOOK_AHEAD
#: Payroll is known from long before this month on.
RECENT = Month.parse("2024-01")
_SHORTEST_MONTH = 28


def client_without_prestation(dossier: Dossier, _today: dt.date | None) -> Iterator[Finding]:
    """A client that brings nothing."""
    for index, client in enumerate(dossier.clients):
        if not client.prestations:
            yield Finding("CAE-W001", ("clients", index), say("it has no prestation."))


def ended_prestation(dossier: Dossier, today: dt.date | None) -> Iterator[Finding]:
    """A prestation whose last day is past."""
    if today is None:
        return
    for client_index, client in enumerate(dossier.clients):
        for index, prestation in enumerate(client.prestations):
            if prestation.end is not None and prestation.end < today:
                path = ("clients", client_index, "prestations", index, "end")
                yield Finding("CAE-W002", path, say("it ended on {end}.", end=prestation.end))


def no_probability(dossier: Dossier, _today: dt.date | None) -> Iterator[Finding]:
    """A prestation that nobody expects."""
    for client_index, client in enumerate(dossier.clients):
        for index, prestation in enumerate(client.prestations):
            if prestation.probability == 0:
                path = ("clients", client_index, "prestations", index, "probability")
                yield Finding("CAE-W003", path, say("its probability is 0: it counts for nothing."))


def same_client(dossier: Dossier, _today: dt.date | None) -> Iterator[Finding]:
    """Two clients whose names are the same for a person."""
    seen: dict[str, int] = {}
    for index, client in enumerate(dossier.clients):
        first = seen.setdefault(folded(client.name), index)
        if first != index:
            what = say("its name is almost that of client number {number}.", number=first + 1)
            yield Finding("CAE-W004", ("clients", index, "name"), what)


def treasury_of_another_time(dossier: Dossier, today: dt.date | None) -> Iterator[Finding]:
    """A projection that starts two months or more before this one, or after it."""
    month = dossier.treasury.month
    if today is None or month is None:
        return
    behind = Month.of(today) - month
    if behind >= MONTHS_APART:
        what = say("the balance is that of {month}, long past.", month=month)
        yield Finding("CAE-W005", ("treasury", "month"), what)
    elif -behind >= MONTHS_APART:
        what = say("the balance is that of {month}, still to come.", month=month)
        yield Finding("CAE-W005", ("treasury", "month"), what)


def treasury_untold(dossier: Dossier, _today: dt.date | None) -> Iterator[Finding]:
    """An activity whose money nobody told."""
    if not dossier.treasury.model_fields_set and any(c.prestations for c in dossier.clients):
        what = say("the treasury is not told: it counts as 0 today.")
        yield Finding("CAE-W006", ("treasury",), what)


def projection_refused(dossier: Dossier, _today: dt.date | None) -> Iterator[Finding]:
    """A projection that would start before payroll is known."""
    month = dossier.treasury.month
    if month is None or month >= RECENT:
        return
    from cae_cli.rules.payroll.law import shipped_law  # noqa: PLC0415 - only an old month pays for it

    known = shipped_law().first_month
    if month < known:
        what = say("“cae simulate” will refuse it: payroll rules are known from {month} on.",
                   month=known)  # fmt: skip
        yield Finding("CAE-W007", ("treasury", "month"), what)


def nothing_invoiced(dossier: Dossier, today: dt.date | None) -> Iterator[Finding]:
    """Prestations that bring nothing in the months that are looked at, one by one or all."""
    if today is None:
        return
    first = window_start(dossier, today)
    days = first.first_day, (max(first, Month.of(today)) + (MONTHS_AHEAD - 1)).last_day
    silent = [
        ("clients", client_index, "prestations", index)
        for client_index, client in enumerate(dossier.clients)
        for index, prestation in enumerate(client.prestations)
        if not _brings(client, prestation, *days)
    ]
    for path in silent:
        prestation = dossier.clients[path[1]].prestations[path[3]]
        if prestation.end is None or prestation.end >= today:  # else it is known to have ended
            what = say("it brings no invoice from {first} to {last}.",
                       first=first, last=Month.of(days[1]))  # fmt: skip
            yield Finding("CAE-W008", path, what)
    if len(silent) == sum(len(client.prestations) for client in dossier.clients) > 0:
        what = say("no invoice is dated from {first} to {last}.",
                   first=first, last=Month.of(days[1]))  # fmt: skip
        yield Finding("CAE-W009", ("clients",), what)


def _brings(client: Client, prestation: Prestation, first: dt.date, last: dt.date) -> bool:
    """Tell whether an invoice is dated in some days, or paid in them."""
    end = None if prestation.renews else prestation.end
    schedule = prestation.schedule(prestation.start, end=end)
    for_ever = not (schedule.skips or schedule.most or schedule.end or prestation.every.step == 0)
    if for_ever and prestation.every.longest <= MONTHS_AHEAD * _SHORTEST_MONTH:
        return prestation.start <= last
    terms = prestation.payment or client.payment
    return bool(occurrences(schedule, first - terms.longest, last).days)


def associate_to_be(dossier: Dossier, today: dt.date | None) -> Iterator[Finding]:
    """Someone who is said to have become an associate on a day to come."""
    for index, person in enumerate(dossier.entrepreneurs):
        since = person.associate_since
        if today is not None and since is not None and since > today:
            what = say("“associate_since” is {day}, still to come.", day=since)
            yield Finding("CAE-W010", ("entrepreneurs", index, "associate_since"), what)


def target_of_nothing(dossier: Dossier, _today: dt.date | None) -> Iterator[Finding]:
    """A pay of 0 for everyone."""
    targets = {dossier.net_target(person) for person in dossier.entrepreneurs}
    if (targets or {dossier.salary.net_target}) != {0}:
        return
    what = say("nobody wants any pay: the target is 0.")
    if dossier.salary.net_target == 0:
        yield Finding("CAE-W011", ("salary", "net_target"), what)
    else:
        yield Finding("CAE-W011", ("entrepreneurs", 0, "net_target"), what)


def large_reserve(dossier: Dossier, _today: dt.date | None) -> Iterator[Finding]:
    """A reserve of more than a year."""
    reserve = dossier.salary.reserve_months
    if reserve > MONTHS_IN_YEAR:
        what = say("the reserve is {count} months of pay, kept for ever.", count=reserve)
        yield Finding("CAE-W012", ("salary", "reserve_months"), what)


Doubt = Callable[[Dossier, dt.date | None], Iterator[Finding]]

DOUBTS: tuple[Doubt, ...] = (
    client_without_prestation,
    ended_prestation,
    no_probability,
    same_client,
    treasury_of_another_time,
    treasury_untold,
    projection_refused,
    nothing_invoiced,
    associate_to_be,
    target_of_nothing,
    large_reserve,
)


def doubts(dossier: Dossier, today: dt.date | None) -> tuple[Finding, ...]:
    """Return all the warnings; without a date of today, only those that need none."""
    return tuple(finding for doubt in DOUBTS for finding in doubt(dossier, today))
