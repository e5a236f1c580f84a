"""Where a person stands on the way to membership: their contracts, the deadline, what to say."""

import datetime as dt
from collections.abc import Sequence
from typing import Literal, NamedTuple

from cae_cli.dossier.model import Entrepreneur
from cae_cli.errors import Note
from cae_cli.language import Said, say, say_n
from cae_cli.rules.contracts import Clock, ContractSpan, clock

Status = Literal["open", "done", "overdue", "not-started"]


class Membership(NamedTuple):
    """What the contracts of one person say today."""

    name: str
    spans: tuple[ContractSpan, ...]  # in order of start
    clock: Clock | None  # None without any contract
    associate_since: dt.date | None
    today: dt.date

    @property
    def deadline(self) -> dt.date | None:
        """The last day on which becoming an associate respects every reading of the law."""
        return self.clock and self.clock.last_day

    @property
    def status(self) -> Status:
        """Where they stand; a membership still to come is none yet."""
        if self.associate_since is not None and self.associate_since <= self.today:
            return "done"
        if self.clock is None or self.clock.start > self.today:
            return "not-started"
        return "overdue" if self.today > self.clock.last_day else "open"

    @property
    def days_left(self) -> int | None:
        """Days from today to the deadline, below 0 once it passed; None once associate."""
        if self.deadline is None or self.status == "done":
            return None
        return (self.deadline - self.today).days

    @property
    def gone(self) -> bool:
        """All contracts, a CESA among them, have ended before the deadline: nothing is owed."""
        return (
            self.clock is not None
            and not self.clock.assumed
            and max(span.last for span in self.spans) < min(self.today, self.clock.last_day)
        )

    @property
    def owed_by(self) -> dt.date | None:
        """The deadline, where it is still to be met: by no one who is, was or will be in time."""
        since = self.associate_since
        if self.deadline is None or self.status == "done" or self.gone:
            return None
        return None if since is not None and since <= self.deadline else self.deadline

    @property
    def cesa(self) -> dt.date | None:
        """The signature of the first recorded CESA."""
        return self.clock.cesa if self.clock and not self.clock.assumed else None

    def has_cesa_in(self, first: dt.date, last: dt.date) -> bool:
        """Tell whether a recorded CESA runs on a day from first to last, both inclusive."""
        return any(s.kind == "cesa" and s.start <= last and s.last >= first for s in self.spans)


def membership(entrepreneur: Entrepreneur, today: dt.date) -> Membership:
    """Return what the contracts of an entrepreneur say on a day."""
    spans = tuple(
        ContractSpan(contract.kind, contract.start, contract.end)
        for contract in sorted(entrepreneur.contracts, key=lambda contract: contract.start)
    )
    return Membership(
        entrepreneur.name, spans, clock(spans, today), entrepreneur.associate_since, today
    )


def deadline_note(who: Membership, near: dt.date) -> Note | None:
    """Return the warning that a deadline passed unmet, whenever that was, or that it is near.

    Args:
        who: the person.
        near: a deadline up to this day is near.
    """
    if who.deadline is None or who.status == "done" or who.gone or who.deadline > near:
        return None
    return Note("associate-deadline", standing([who.name], who))


def planned_note(who: Membership) -> Note | None:
    """Return the warning that a membership on record is still to come."""
    if who.associate_since is None or who.status == "done":
        return None
    values = {"name": who.name, "day": who.associate_since}
    if who.deadline is not None and who.associate_since > who.deadline:
        text = say(
            "{name} is recorded as an associate from {day}, still to come and after the last day "
            "for it, {last}.",
            last=who.deadline, **values,
        )  # fmt: skip
    else:
        text = say(
            "{name} is recorded as an associate from {day}, still to come: until then the "
            "deadline stands.",
            **values,
        )
    return Note("associate-planned", text)


def standing(names: Sequence[str], who: Membership) -> Said:
    """Say where persons in the same place stand: until when they must become associates."""
    count = len(names)
    if who.status == "done":
        return say_n("{names} is an associate.", "{names} are associates.", count, names=names)
    if who.clock is None:
        return say_n(
            "{names} has no contract on record: no associate deadline yet.",
            "{names} have no contract on record: no associate deadline yet.",
            count, names=names,
        )  # fmt: skip
    if who.gone:
        return say(
            "All contracts of {names} have ended: the associate deadline, {day}, only matters if "
            "one is signed again.",
            names=names, day=who.clock.last_day,
        )  # fmt: skip
    days = (who.clock.last_day - who.today).days
    values = {"names": names, "day": who.clock.last_day, "when": away(days, days_of(abs(days)))}
    if days >= 0:
        sentence = say_n(
            "{names} must be an associate by {day} at the latest, {when}.",
            "{names} must be associates by {day} at the latest, {when}.",
            count, **values,
        )  # fmt: skip
        return _other_reading(sentence, who.clock)
    sentence = say_n(
        "{names} should have become an associate by {day}, {when}.",
        "{names} should have become associates by {day}, {when}.",
        count, **values,
    )  # fmt: skip
    return _what_to_do(_other_reading(sentence, who.clock), who.clock, who.today)


def _other_reading(sentence: Said, limits: Clock) -> Said:
    """Add the last day of the reading that leaves more time, where the readings differ."""
    if limits.last_day_by_law > limits.last_day:
        return say(
            "{sentence} (That is custom; by law, {day}.)",
            sentence=sentence, day=limits.last_day_by_law,
        )  # fmt: skip
    return sentence


def _what_to_do(sentence: Said, limits: Clock, today: dt.date) -> Said:
    if today <= limits.last_day_by_law:
        return say(
            "{sentence} Ask the cooperative which one it follows; once it is done, record "
            "associate_since.",
            sentence=sentence,
        )
    return say(
        "{sentence} See the cooperative at once: a CESA ends without membership. If it is done, "
        "record associate_since.",
        sentence=sentence,
    )


def away(days: int, span: Said) -> Said:
    """Say how far a day is from today: days below 0 are past."""
    if days == 0:
        return say("today")
    return say("in {span}", span=span) if days > 0 else say("{span} ago", span=span)


def days_of(days: int) -> Said:
    """Say a number of days."""
    return say_n("{count} day", "{count} days", days)
