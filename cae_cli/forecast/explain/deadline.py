"""Until when someone must be an associate: days from the first contract, added up."""

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.explain.part import Explained, Part
from cae_cli.forecast.membership import membership
from cae_cli.language import Said, say
from cae_cli.rules.contracts import Clock


def deadline(answer: Answer) -> Explained | None:
    """Explain the first day by which someone must be an associate; None: nobody must any more."""
    owed = []
    for who, person in enumerate(answer.dossier.entrepreneurs):
        found = membership(person, answer.today)
        if found.clock is not None and found.owed_by is not None:
            owed.append((found.owed_by, who, found.clock))
    if not owed:
        return None
    _, who, clock = min(owed, key=lambda one: one[0])
    parts = _parts(clock, who)
    days = (clock.last_day - clock.start).days
    name = answer.dossier.entrepreneurs[who].name
    sentence = say(
        "{name} must be an associate by {day}, {count} days after {start}.",
        name=name,
        day=clock.last_day,
        count=days,
        start=clock.start,
    )
    return Explained("deadline", None, days, "days", sentence, tuple(parts), _others(clock))


def _parts(clock: Clock, who: int) -> list[Part]:
    path = ("entrepreneurs", who, "contracts")
    law = say("Code du travail, L7331-3")
    years = (clock.customary_date - clock.start).days
    parts = [
        Part(say("three years from the first contract, {start}", start=clock.start), years, path,
             law)
    ]  # fmt: skip
    chosen = min(clock.customary_date, clock.legal_deadline, clock.by_months)
    if chosen != clock.customary_date:
        text = say("another count of the contracts, in months and days")
        parts.append(Part(text, (chosen - clock.customary_date).days, path, law))
    parts.append(Part(say("before that day"), -1, path, law))
    return parts


def _others(clock: Clock) -> list[Said]:
    if clock.legal_deadline == clock.customary_date == clock.by_months:
        return []
    return [
        say(
            "Read otherwise, the law has {legal}: {count} days without a contract do not count.",
            legal=clock.legal_deadline,
            count=clock.gap_days,
        )
    ]
