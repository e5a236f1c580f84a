"""What a person's dates rest on, and what they should worry about: notes with stable codes.

The tool never refuses what the law forbids or leaves open: it says so.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from cae_cli.errors import Note
from cae_cli.fields import MonthDay
from cae_cli.forecast.dates.income import FirstPay
from cae_cli.forecast.dates.person import last_meeting
from cae_cli.forecast.membership import Membership, deadline_note, planned_note, standing
from cae_cli.forecast.projection.people import months_without_income
from cae_cli.language import Said, say, say_n
from cae_cli.months import Month, add_months
from cae_cli.rules.cape import CAPE_MONTHS, CAPE_PERIOD_MONTHS, CAPE_PERIODS, cape_excess
from cae_cli.rules.contracts import ONE_DAY, YEARS_TO_JOIN, Clock, overlapping

NEAR_MONTHS = 6  # a deadline nearer than this is a warning


def warnings_of(
    who: Membership, meeting: MonthDay | None, benefit_until: dt.date | None, pay: FirstPay
) -> Iterator[Note]:
    """Yield what a person should worry about."""
    yield from _cape(who)
    if who.clock is None:
        text = say("No contract is recorded for {name}: no deadline can be told.", name=who.name)
        yield Note("no-contract", text)
    elif who.status != "done":
        yield from _deadline(who, who.clock)
        yield from _meeting(who, who.clock, meeting)
    elif who.associate_since is not None and who.associate_since > who.clock.last_day_by_law:
        yield _late(who, who.clock, who.associate_since)
    if benefit_until is not None and pay.month is not None and pay.month >= Month.of(who.today):
        count = months_without_income(benefit_until, pay.month)
        if count:
            text = say_n(
                "{name} has {count} month without income between benefit and salary.",
                "{name} has {count} months without income between benefit and salary.",
                count,
                name=who.name,
            )
            yield Note("months-without-income", text)


def _cape(who: Membership) -> Iterator[Note]:
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


def _late(who: Membership, limits: Clock, since: dt.date) -> Note:
    text = say(
        "{name} is associate from {day}, after the last day that the law allows ({last}).",
        name=who.name, day=since, last=limits.last_day_by_law,
    )  # fmt: skip
    return Note("associate-late", text)


def _deadline(who: Membership, limits: Clock) -> Iterator[Note]:
    if who.gone:
        yield Note("contracts-ended", standing([who.name], who))
        return
    told = (deadline_note(who, _soon(who.today)), planned_note(who))
    yield from (note for note in told if note is not None)
    if limits.cesa is not None and limits.cesa >= limits.legal_deadline:
        text = say(
            "The contracts of {name} before a CESA signed on {day} use up the {years} years: "
            "membership is due at once.",
            name=who.name, day=limits.cesa, years=YEARS_TO_JOIN,
        )  # fmt: skip
        yield Note("membership-at-once", text)
    if limits.assumed and max(span.last for span in who.spans) < who.today:
        text = say("No contract of {name} is recorded after the last one ended.", name=who.name)
        yield Note("no-running-contract", text)
    if _runs_beside(who):
        text = say(
            "{name} has another contract without an end beside the CESA: the three years count "
            "from the first contract. Ask the cooperative how it counts them.",
            name=who.name,
        )
        yield Note("other-contract-open", text)


def _soon(today: dt.date) -> dt.date:
    return dt.date.max if today.year == dt.MAXYEAR else add_months(today, NEAR_MONTHS)


def _runs_beside(who: Membership) -> bool:
    """Tell whether a contract of another kind, without an end, begins before a CESA."""
    return any(
        span.kind == "other" and span.end is None and who.cesa is not None for span in who.spans
    )


def _meeting(who: Membership, limits: Clock, meeting: MonthDay | None) -> Iterator[Note]:
    if meeting is None or who.gone or who.status != "open":
        return
    if last_meeting(meeting, limits) < who.today:
        text = say(
            "No yearly general meeting is left before the associate deadline of {name}: ask how "
            "the cooperative admits someone by then.",
            name=who.name,
        )
        yield Note("no-general-meeting-left", text)


def assumptions_of(people: Sequence[Membership]) -> Iterator[Note]:
    """Yield what the dates of all people rest on; what the law leaves open is called open."""
    on_the_way = [who for who in people if who.clock is not None and who.status != "done"]
    yield from _assumed(on_the_way)
    yield from (_gaps(who, who.clock) for who in on_the_way if who.clock and who.clock.gap_days)
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
            "Sick leave and maternity do not suspend the three years: the law provides no "
            "suspension."
        )
        yield Note("no-suspension", text)
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


def _assumed(people: Sequence[Membership]) -> Iterator[Note]:
    """Tell the CESA that deadlines are told for where none is recorded."""
    names: dict[dt.date | None, list[str]] = {}
    for who in people:
        if who.clock is not None and who.clock.assumed:
            names.setdefault(who.clock.cesa, []).append(who.name)
    for day, persons in names.items():
        if day is None:
            text = say(
                "No CESA is recorded for {names}: the deadline is told for one that follows the "
                "current contract without a gap.",
                names=persons,
            )
        else:
            text = say(
                "No CESA is recorded for {names}: the deadline is told for one signed on {day}.",
                names=persons, day=day,
            )  # fmt: skip
        yield Note("cesa-assumed", text)


def _gaps(who: Membership, limits: Clock) -> Note:
    """Tell the last day of each reading; they differ only where there is a gap."""
    by_months: Said | str = ""
    if limits.by_months != limits.legal_deadline:
        by_months = say(
            ", {day} if the earlier contracts are counted in months and days",
            day=limits.by_months - ONE_DAY,
        )
    text = say_n(
        "{name}: {count} day without a contract, on which the law is silent. The last day to "
        "become associate is {custom} by custom (third anniversary of the first contract), {legal} "
        "if that day is left out{by_months}. The earliest is the one to respect.",
        "{name}: {count} days without a contract, on which the law is silent. The last day to "
        "become associate is {custom} by custom (third anniversary of the first contract), {legal} "
        "if those days are left out{by_months}. The earliest is the one to respect.",
        limits.gap_days,
        name=who.name,
        custom=limits.customary_date - ONE_DAY,
        legal=limits.legal_deadline - ONE_DAY,
        by_months=by_months,
    )
    return Note("gap-not-counted", text)


def _has_ended_cape(who: Membership) -> bool:
    return any(span.kind == "cape" and span.last < who.today for span in who.spans)
