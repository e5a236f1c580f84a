"""Every date of an activity: those of each person, and those they share."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cae_cli.dossier.model import Dossier, window_start
from cae_cli.errors import Note
from cae_cli.fields import MonthDay
from cae_cli.forecast.dates.income import first_pay
from cae_cli.forecast.dates.notes import assumptions_of, warnings_of
from cae_cli.forecast.dates.person import milestones_of
from cae_cli.forecast.dates.timeline import (
    KINDS,
    Event,
    Facts,
    Milestone,
    PensionYear,
    PersonDates,
    Timeline,
)
from cae_cli.forecast.membership import Membership, membership
from cae_cli.language import say, say_n
from cae_cli.months import add_months
from cae_cli.rules.cape import cape_latest_end
from cae_cli.rules.pension import HOURS_OF_QUARTER, MOST_IN_YEAR

_ORDER = {kind: place for place, kind in enumerate(KINDS)}


def timeline_of(dossier: Dossier, today: dt.date, facts: Facts) -> Timeline:
    """Return every date the dossier can tell, with what it rests on.

    Dates that only might matter (ACRE, year end, general meetings) are told while still to come.

    Args:
        dossier: the file, its cooperative's rules filled in.
        today: the day from which days are counted.
        facts: what the forecast knows of the signed turnover.
    """
    meeting = dossier.cooperative.general_meeting
    window = window_start(dossier, today)
    people = [membership(entrepreneur, today) for entrepreneur in dossier.entrepreneurs]
    possible = dossier.salary.start or facts.first_salary
    pays = [first_pay(possible, who.cesa, window) for who in people]
    told = [(milestone, None) for milestone in _shared(dossier, people, today, facts)]
    warnings: list[Note] = []
    owned: list[tuple[Milestone, str | None]] = []
    for entrepreneur, who, pay in zip(dossier.entrepreneurs, people, pays, strict=True):
        until = entrepreneur.unemployment_benefit_until
        owned += [(milestone, who.name) for milestone in milestones_of(who, meeting, until, pay)]
        warnings += warnings_of(who, meeting, until, pay)
    owned += [(_pension(found), found.name or None) for found in facts.pension]
    if not people:
        warnings.append(_nobody())
    events = _in_order([*told, *owned], today)
    return Timeline(
        today,
        tuple(_person(who) for who in people),
        events,
        (*assumptions_of(people), *_of_events(events)),
        tuple(warnings),
    )


def _person(who: Membership) -> PersonDates:
    return PersonDates(who, cape_latest_end(who.spans), who.clock and who.clock.trial_end)


def _in_order(told: Iterable[tuple[Milestone, str | None]], today: dt.date) -> tuple[Event, ...]:
    ordered = sorted(told, key=lambda one: (one[0].date, _ORDER[one[0].kind]))
    seen: Counter[tuple[str, str | None]] = Counter()
    events: list[Event] = []
    for (date, kind, label, basis, deadline), name in ordered:
        seen[kind, name] += 1
        days, rank = (date - today).days, seen[kind, name]
        events.append(Event(date, kind, name, label, basis, days, deadline, rank))
    return tuple(events)


def _shared(
    dossier: Dossier, people: Sequence[Membership], today: dt.date, facts: Facts
) -> Iterator[Milestone]:
    """Yield the dates that people share."""
    window = window_start(dossier, today)
    if not people or any(first_pay(None, who.cesa, window).seen for who in people):
        yield from _firsts(facts)  # else they lie before what the dossier sees
    if dossier.salary.start is not None:
        label = say("Salaries start, as decided")
        day = dossier.salary.start.last_day
        yield Milestone(day, "salary-start", label, say("date of the dossier"))
    yield from _yearly(people, today, dossier.cooperative.general_meeting)


def _firsts(facts: Facts) -> Iterator[Milestone]:
    basis = say("clients of the dossier")
    if facts.first_invoice is not None:
        yield Milestone(facts.first_invoice, "first-invoice", say("First invoice"), basis)
    if facts.first_cash is not None:
        yield Milestone(facts.first_cash, "first-cash", say("First payment received"), basis)
    if facts.first_salary is not None:
        label = say("First salary possible")
        basis = say("forecast of what is signed")
        yield Milestone(facts.first_salary.last_day, "first-salary", label, basis)


def _pension(found: PensionYear) -> Milestone:
    label = say_n(
        "{count} pension quarter of {year} validated by the salaries foreseen",
        "{count} pension quarters of {year} validated by the salaries foreseen",
        found.quarters,
        year=str(found.year),
    )
    return Milestone(dt.date(found.year, 12, 31), "pension-quarters", label, "CSS R351-9")


def _yearly(
    people: Sequence[Membership], today: dt.date, meeting: MonthDay | None
) -> Iterator[Milestone]:
    """Yield the next year end, general meeting and settlement of the variable part."""
    ends = [dt.date(year, 12, 31) for year in (today.year, min(today.year + 1, dt.MAXYEAR))]
    year_end = next((day for day in ends if any(w.has_cesa_in(day, day) for w in people)), None)
    if year_end is not None:
        label = say("Year end: the variable part is computed on the year")
        yield Milestone(year_end, "year-end", label, "C. trav. R7331-11")
    if meeting is None:
        return
    years = range(max(today.year - 1, 2), min(today.year + 2, dt.MAXYEAR) + 1)
    meetings = [dt.date(year, meeting.month, meeting.day) for year in years]
    coming = next((day for day in meetings if day >= today), None)
    if coming is not None:
        yield Milestone(
            coming, "general-meeting", say("General meeting"), say("date of the dossier")
        )
    for day in meetings:
        settled, year = add_months(day, 1), day.year - 1
        worked = any(who.has_cesa_in(dt.date(year, 1, 1), dt.date(year, 12, 31)) for who in people)
        if worked and settled >= today:
            label = say("Variable part of {year} settled at the latest", year=str(year))
            yield Milestone(settled, "variable-part-settled", label, "C. trav. R7331-12")
            return


def _of_events(events: Sequence[Event]) -> Iterator[Note]:
    kinds = {event.kind for event in events}
    if kinds & {"first-salary", "salary-start"}:
        text = say("A salary is dated on the last day of its month, when it is paid.")
        yield Note("pay-at-month-end", text)
    if kinds & {"year-end", "variable-part-settled"}:
        text = say("The financial year of the cooperative is taken to be the civil year.")
        yield Note("civil-financial-year", text)
    if "pension-quarters" in kinds:
        text = say(
            "Pension quarters count the salaries foreseen here alone: {hours} hours of the SMIC of "
            "1 January each, {most} a year at most; other jobs and benefits may add to them.",
            hours=HOURS_OF_QUARTER, most=MOST_IN_YEAR,
        )  # fmt: skip
        yield Note("pension-quarters", text)
    if "unemployment-benefit-end" in kinds:
        text = say("How a salary reduces unemployment benefit is not computed.")
        yield Note("benefit-not-computed", text)
    if "acre-end" in kinds:
        text = say(
            "ACRE is taken to start with the first CAPE and to end with the last one at the "
            "latest; a CESA has none."
        )
        yield Note("acre-open", text)


def _nobody() -> Note:
    text = say(
        "No entrepreneur is recorded: add one with a contract to see the associate deadline."
    )
    return Note("no-entrepreneur", text)
