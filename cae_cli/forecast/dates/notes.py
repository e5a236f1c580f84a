"""What a person's dates rest on, and what they should worry about: notes with stable codes.

The tool never refuses what the law forbids or leaves open: it says so.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from cae_cli.errors import Note
from cae_cli.fields import MonthDay
from cae_cli.forecast.dates.income import Pay
from cae_cli.forecast.dates.person import Person, last_meeting_before
from cae_cli.forecast.projection.people import months_without_income
from cae_cli.language import say, say_n
from cae_cli.months import Month, add_months
from cae_cli.rules.contracts import (
    CAPE_MONTHS,
    CAPE_PERIOD_MONTHS,
    CAPE_PERIODS,
    ONE_DAY,
    YEARS_TO_JOIN,
    Clock,
    cape_excess,
    overlapping,
)

NEAR_MONTHS = 6  # a deadline nearer than this is a warning


def warnings_of(who: Person, meeting: MonthDay | None, pay: Pay) -> Iterator[Note]:
    """Yield what a person should worry about."""
    yield from _cape(who)
    if who.clock is None:
        text = say("No contract is recorded for {name}: no deadline can be told.", name=who.name)
        yield Note("no-contract", text)
    elif who.associate_since is not None and who.associate_since >= who.clock.legal_deadline:
        yield _late(who, who.clock, who.associate_since)
    elif who.status != "done":
        yield from _deadline(who, who.clock)
        yield from _meeting(who, who.clock, meeting)
    until = who.unemployment_benefit_until
    if until is not None and pay.month is not None and pay.month >= Month.of(who.today):
        count = months_without_income(until, pay.month)
        if count:
            text = say_n(
                "{name} has {count} month without income between benefit and salary.",
                "{name} has {count} months without income between benefit and salary.",
                count,
                name=who.name,
            )
            yield Note("months-without-income", text)


def _cape(who: Person) -> Iterator[Note]:
    excess = cape_excess(who.spans, who.today)
    if excess.periods:
        text = say(
            "{name} has {count} CAPE periods; the law allows {most}.",
            name=who.name, count=excess.periods, most=CAPE_PERIODS,
        )  # fmt: skip
        yield Note("cape-too-many-periods", text)
    for start in excess.long_periods:
        text = say(
            "The CAPE of {name} from {day} lasts more than {months} months: record each renewal "
            "as its own contract.",
            name=who.name, day=start, months=CAPE_PERIOD_MONTHS,
        )  # fmt: skip
        yield Note("cape-period-too-long", text)
    if excess.too_long_in_all:
        text = say(
            "The CAPE periods of {name} last more than {months} months in all.",
            name=who.name, months=CAPE_MONTHS,
        )  # fmt: skip
        yield Note("cape-too-long", text)


def _late(who: Person, limits: Clock, since: dt.date) -> Note:
    text = say(
        "{name} is associate from {day}, after the last safe day ({last}).",
        name=who.name, day=since, last=limits.last_safe_day,
    )  # fmt: skip
    return Note("associate-late", text)


def _deadline(who: Person, limits: Clock) -> Iterator[Note]:
    if who.gone:
        text = say(
            "All contracts of {name} have ended: the deadline only matters if one is signed again.",
            name=who.name,
        )
        yield Note("contracts-ended", text)
        return
    at_once = limits.cesa is not None and limits.cesa >= limits.legal_deadline
    if at_once:
        text = say(
            "The contracts of {name} before a CESA signed on {day} use up the {years} years: "
            "membership is due at once.",
            name=who.name, day=limits.cesa, years=YEARS_TO_JOIN,
        )  # fmt: skip
        yield Note("membership-at-once", text)
    if limits.assumed and max(span.last for span in who.spans) < who.today:
        text = say("No contract of {name} is recorded after the last one ended.", name=who.name)
        yield Note("no-running-contract", text)
    if at_once and limits.assumed:
        return  # said above: no CESA is there to end
    if who.status == "overdue":
        yield _passed(who, limits)
    elif limits.deadline < add_months(who.today, NEAR_MONTHS):
        last = limits.deadline - ONE_DAY
        text = say_n(
            "{name} has {count} day left to become associate, until {last}.",
            "{name} has {count} days left to become associate, until {last}.",
            (last - who.today).days,
            name=who.name, last=last,
        )  # fmt: skip
        yield Note("deadline-near", text)


def _passed(who: Person, limits: Clock) -> Note:
    if who.today < limits.legal_deadline:
        text = say(
            "The three years of {name} by custom ended on {day}; the law leaves until {last}, as "
            "days without a contract are not counted. Ask the cooperative which one it follows.",
            name=who.name, day=limits.customary_date, last=limits.last_safe_day,
        )  # fmt: skip
        return Note("customary-date-passed", text)
    text = say(
        "The associate deadline of {name} passed on {day}: see the cooperative at once, a CESA "
        "ends without membership.",
        name=who.name, day=limits.legal_deadline,
    )  # fmt: skip
    return Note("deadline-passed", text)


def _meeting(who: Person, limits: Clock, meeting: MonthDay | None) -> Iterator[Note]:
    if meeting is None or who.gone or who.status != "open":
        return
    last = last_meeting_before(meeting, limits)
    if last is None or last < who.today:
        text = say(
            "No yearly general meeting is left before the associate deadline of {name}: ask how "
            "the cooperative admits someone by then.",
            name=who.name,
        )
        yield Note("no-general-meeting-left", text)


def assumptions_of(people: Sequence[Person]) -> Iterator[Note]:
    """Yield what the dates of all people rest on; what the law leaves open is called open."""
    on_the_way = [who for who in people if who.clock is not None and who.status != "done"]
    for who in on_the_way:
        if who.clock is not None:
            yield from _of_the_clock(who, who.clock)
    if any(_has_ended_cape(who) for who in on_the_way):
        text = say(
            "The days a CAPE really ran are counted; the law does not say whether its planned "
            "length counts when it is cut short."
        )
        yield Note("cape-effective-days", text)
    if any(overlapping(who.spans) for who in on_the_way):
        text = say("Days under two contracts are counted once; the law does not say.")
        yield Note("overlap-once", text)
    if any(who.clock is not None and who.clock.trial_end is not None for who in people):
        text = say("There is a trial period only if the CESA provides for one.")
        yield Note("trial-if-agreed", text)
    if on_the_way:
        text = say(
            "The statutes of the cooperative say whether membership is voted or automatic; one "
            "applies for it either way."
        )
        yield Note("admission-by-statutes", text)
        text = say(
            "Open: what the end of a CESA for want of membership opens (unemployment benefit, "
            "compensation, balance of the account)."
        )
        yield Note("expiry-effects-open", text)
    if any(who.unemployment_benefit_until for who in people):
        text = say("How a salary reduces unemployment benefit is not computed.")
        yield Note("benefit-not-computed", text)


def _of_the_clock(who: Person, limits: Clock) -> Iterator[Note]:
    if limits.assumed and limits.cesa is None:
        text = say(
            "No CESA is recorded for {name}: the deadline is told for one that follows the "
            "current contract without a gap.",
            name=who.name,
        )
        yield Note("cesa-assumed", text)
    elif limits.assumed:
        text = say(
            "No CESA is recorded for {name}: the deadline is told for one signed on {day}.",
            name=who.name, day=limits.cesa,
        )  # fmt: skip
        yield Note("cesa-assumed", text)
    if limits.gap_days:
        text = say_n(
            "{name}: {count} day without a contract is not counted; the law is silent on it.",
            "{name}: {count} days without a contract are not counted; the law is silent on them.",
            limits.gap_days,
            name=who.name,
        )
        yield Note("gap-not-counted", text)


def _has_ended_cape(who: Person) -> bool:
    return any(span.kind == "cape" and span.last < who.today for span in who.spans)
