"""The words of a timeline that text and picture share, and its text without a terminal."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cae_cli.forecast.dates.timeline import Event, Path, Timeline
from cae_cli.language import Language, Said, mark, say, say_n
from cae_cli.money import divide

DAYS_IN_4_YEARS = 4 * 365 + 1
MONTHS_IN_4_YEARS = 48
ONE_DAY = dt.timedelta(days=1)
COUNT_DAYS = 60  # up to so many days away, a distance is told in days
RESTS_ON = mark("What this rests on:")
COUNT_MONTHS = 730  # up to so many days away, in months


class Moment(NamedTuple):
    """The same event of one or several persons."""

    event: Event
    names: tuple[str, ...]  # empty for what is shared, and where there is one person only


def moments(timeline: Timeline) -> list[Moment]:
    """Return the events, those that only differ in the person joined."""
    alone = len(timeline.entrepreneurs) == 1
    found: list[Moment] = []
    for event in timeline.events:
        names = () if alone or event.entrepreneur is None else (event.entrepreneur,)
        nameless = event._replace(entrepreneur=None, rank=1)
        if found and names and found[-1].event == nameless:
            found[-1] = Moment(nameless, found[-1].names + names)
        else:
            found.append(Moment(nameless, names))
    return found


def headlines(timeline: Timeline) -> list[Said]:
    """Return where each person stands; persons in the same place share a sentence."""
    places: list[tuple[Path, list[str]]] = []
    for path in timeline.entrepreneurs:
        for known, names in places:
            if known.associate == path.associate:
                names.append(path.name)
                break
        else:
            places.append((path, [path.name]))
    return [_headline(path, names, timeline.today) for path, names in places]


def _headline(path: Path, names: Sequence[str], today: dt.date) -> Said:
    legal, customary, _, _, status = path.associate
    if status == "done":
        return say_n("{names} is an associate.", "{names} are associates.", len(names), names=names)
    if legal is None or customary is None:
        return say_n(
            "{names} has no contract on record: no associate deadline yet.",
            "{names} have no contract on record: no associate deadline yet.",
            len(names),
            names=names,
        )
    sentence = _until(names, min(legal, customary) - ONE_DAY, today)
    if legal == customary:
        return sentence
    by_law = legal - ONE_DAY
    return say("{sentence} (That is custom; by law, {day}.)", sentence=sentence, day=by_law)


def _until(names: Sequence[str], last: dt.date, today: dt.date) -> Said:
    """Say until when, the last day included, one must become associate."""
    days = (last - today).days
    values = {"names": names, "day": last, "when": _when(days, _days(abs(days)))}
    if days < 0:
        return say_n(
            "{names} should have become an associate by {day}, {when}.",
            "{names} should have become associates by {day}, {when}.",
            len(names),
            **values,
        )
    return say_n(
        "{names} must be an associate by {day} at the latest, {when}.",
        "{names} must be associates by {day} at the latest, {when}.",
        len(names),
        **values,
    )


def distance(event: Event) -> Said:
    """Say how far from today an event is: a deadline to the day, the rest as one speaks of it."""
    far = abs(event.days)
    if event.deadline or far <= COUNT_DAYS:
        span = _days(far)
    elif far <= COUNT_MONTHS:
        months = divide(far * MONTHS_IN_4_YEARS, DAYS_IN_4_YEARS)
        span = say_n("{count} month", "{count} months", months)
    else:
        span = say_n("{count} year", "{count} years", divide(far * 4, DAYS_IN_4_YEARS))
    return _when(event.days, span)


def _when(days: int, span: Said) -> Said:
    if days == 0:
        return say("today")
    return say("in {span}", span=span) if days > 0 else say("{span} ago", span=span)


def _days(days: int) -> Said:
    return say_n("{count} day", "{count} days", days)


def detail(moment: Moment, language: Language) -> str:
    """Return whose event it is and what it rests on."""
    names = [language.series(moment.names)] if moment.names else []
    return " · ".join([*names, language.show(moment.event.basis)])


def today_line(timeline: Timeline, language: Language) -> str:
    """Return the words of the line between past and future."""
    return language.tell(say("today, {day}", day=timeline.today))


def timeline_text(timeline: Timeline, language: Language) -> str:
    """Return a timeline for a pipe: one event a line, nothing cut, no box."""
    return "".join(f"{line}\n" for line in _lines(timeline, language))


def _lines(timeline: Timeline, language: Language) -> Iterator[str]:
    yield from (language.tell(said) for said in headlines(timeline))
    yield from (f"! {language.tell(note.text)}" for note in timeline.warnings)
    yield ""
    told = [(moment, language.tell(distance(moment.event))) for moment in moments(timeline)]
    width = max((len(when) for _, when in told), default=0)
    passed = False
    for moment, when in told:
        event = moment.event
        if event.days >= 0 and not passed:
            passed = True
            yield f"--- {today_line(timeline, language)}"
        label, below = language.tell(event.label), detail(moment, language)
        yield f"{event.date.isoformat()}  {when:{width}}  {label} ({below})"
    if not passed:
        yield f"--- {today_line(timeline, language)}"
    if timeline.assumptions:
        yield ""
        yield language.translate(RESTS_ON)
        yield from (f"- {language.tell(note.text)}" for note in timeline.assumptions)
