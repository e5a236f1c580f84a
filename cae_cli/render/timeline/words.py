"""The words of a timeline: where each person stands, how far away a date is, whose it is."""

from typing import NamedTuple

from cae_cli.forecast.dates.timeline import Event, Timeline
from cae_cli.forecast.membership import Membership, away, days_of, standing
from cae_cli.language import NO_BREAK, Language, Said, say, say_n
from cae_cli.money import divide
from cae_cli.render.shown import About

DAYS_IN_4_YEARS = 4 * 365 + 1
MONTHS_IN_4_YEARS = 48
COUNT_DAYS = 60  # up to so many days away, a distance is told in days
COUNT_MONTHS = 730  # up to so many days away, in months


class Moment(NamedTuple):
    """The same event of one or several persons."""

    event: Event
    names: tuple[str, ...]  # empty where it is everybody's


def moments(timeline: Timeline) -> list[Moment]:
    """Return the events, those that only differ in the person joined."""
    everyone = len(timeline.entrepreneurs)
    found: list[Moment] = []
    for event in timeline.events:
        names = () if event.entrepreneur is None else (event.entrepreneur,)
        nameless = event._replace(entrepreneur=None, rank=1)
        if found and names and found[-1].event == nameless:
            found[-1] = Moment(nameless, found[-1].names + names)
        else:
            found.append(Moment(nameless, names))
    return [one._replace(names=()) if len(one.names) == everyone else one for one in found]


def headlines(timeline: Timeline) -> list[Said]:
    """Return where each person stands; persons in the same place share a sentence."""
    places: dict[object, list[Membership]] = {}
    for person in timeline.entrepreneurs:
        who = person.membership
        by_law = who.clock and who.clock.last_day_by_law
        places.setdefault((who.status, who.gone, who.deadline, by_law), []).append(who)
    return [standing([who.name for who in same], same[0]) for same in places.values()]


def distance(event: Event) -> Said:
    """Say how far from today an event is: a deadline to the day, the rest as one speaks of it."""
    far = abs(event.days)
    if event.deadline or far <= COUNT_DAYS:
        span = days_of(far)
    elif far <= COUNT_MONTHS:
        months = divide(far * MONTHS_IN_4_YEARS, DAYS_IN_4_YEARS)
        span = say_n("{count} month", "{count} months", months)
    else:
        span = say_n("{count} year", "{count} years", divide(far * 4, DAYS_IN_4_YEARS))
    return away(event.days, span)


def told(moment: Moment, language: Language) -> str:
    """Return what happens, to whom, and what it rests on."""
    event = moment.event
    names = [language.series(moment.names)] if moment.names else []
    basis = language.show(event.basis)
    if isinstance(event.basis, str):  # an article stays on one line
        basis = basis.replace(" ", NO_BREAK)
    return f"{language.tell(event.label)} ({' · '.join([*names, basis])})"


def title(about: About) -> Said:
    """Return whose dates these are, and the day from which they are counted."""
    return say("{activity} · {day}", activity=about.activity, day=about.today)
