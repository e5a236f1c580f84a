"""The sentences of `cae simulate`: what a person acts on, and can repeat."""

from collections.abc import Sequence

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.flows import View
from cae_cli.forecast.notes import below_reserve
from cae_cli.forecast.projection.pay import Pay
from cae_cli.forecast.projection.view import FirstSalary, RunningPay, ViewAnswer
from cae_cli.language import Amount, Amounts, Said, say, say_n
from cae_cli.money import Euros, in_cents, nearest_euro
from cae_cli.months import Month

#: Beyond this many different pays, their sum is told.
MOST_NETS = 3


def headline(answer: Answer, view: View) -> tuple[list[Said], list[Said]]:
    """Return the sentences of two lines: the pay that is possible, then what it takes for more."""
    found = answer.views[view]
    tell = {
        "running": _running,
        "decided": _decided,
        "target": _target,
        "lasting": _lasting,
        "reserves": _nothing_lasts,
        "nothing": _nothing_lasts,
    }
    return tell[found.paid.why](answer, view, found)


Lines = tuple[list[Said], list[Said]]


def counting(view: View) -> Said:
    """Say what a view counts, after a comma or a colon."""
    if view == "signed":
        return say("with what is signed")
    if view == "expected":
        return say("with each quote at its probability")
    return say("if every quote is signed")


def nets(pays: Sequence[Pay]) -> Said:
    """Say what is paid: "€900 net", "€900 net each", "€900 net for Lulu and €600 net for Léa"."""
    if len(pays) == 1:
        return say("{net} net", net=Amount(pays[0].net))
    if len({pay.net for pay in pays}) == 1:
        return say("{net} net each", net=Amount(pays[0].net))
    if len(pays) > MOST_NETS:
        total = sum(pay.net for pay in pays)
        return say("{net} net in all for {count} people", net=Amount(total), count=len(pays))
    each = [say("{net} net for {name}", net=Amount(pay.net), name=pay.name) for pay in pays]
    return say("{each}", each=each)


def amounts(pays: Sequence[Pay], most: int = MOST_NETS) -> Amounts:
    """Return what is paid in few words: each different net, or their sum where they are many."""
    different = tuple(dict.fromkeys(pay.net for pay in pays))
    return Amounts(different if len(different) <= most else (sum(pay.net for pay in pays),))


def target_nets(answer: Answer, month: Month) -> Said:
    """Say everyone's target: of those who may be paid in a month, else of all."""
    return nets(targets(answer, month))


def targets(answer: Answer, month: Month) -> Sequence[Pay]:
    """Return everyone's target: of those who may be paid in a month, else of all."""
    pays = answer.target_pays(month)
    return pays or [Pay(person.name, person.net, 0, 0) for person in answer.people if person.net]


def _target(answer: Answer, view: View, found: ViewAnswer) -> Lines:
    first = found.first_salary
    assert first.month is not None  # noqa: S101 - this is what is told
    pay = target_nets(answer, first.month)
    told = [
        say(
            "From {month}: {pay}, lastingly, {counting}.",
            month=first.month,
            pay=pay,
            counting=counting(view),
        )
    ]
    second = [_sustained(first), *_later(answer, found), *_reserves(first)]
    return told, [*second, *_already(answer, found)]


def _sustained(first: FirstSalary) -> Said:
    values = {
        "until": first.sustained_until,
        "lowest": Amount(first.lowest_treasury or 0),
        "month": first.lowest_month,
    }
    if first.open_end:
        return say(
            "It holds at least until {until}; at the lowest, {lowest} at the end of {month}.",
            **values,
        )
    return say("It holds until {until}; at the lowest, {lowest} at the end of {month}.", **values)


def _later(answer: Answer, found: ViewAnswer) -> list[Said]:
    """Say the first month below the reserve that the ledger shows after those that were judged."""
    broken = below_reserve(answer, found)
    return [say("Below the reserve at the end of {month}.", month=broken[0])] if broken else []


def _reserves(first: FirstSalary) -> list[Said]:
    """Say from when the pay holds on reserves, where that is earlier than it lasts."""
    reserves = first.on_reserves
    if reserves is None:
        return []
    return [
        say_n(
            "On your reserves: from {month}, {count} month.",
            "On your reserves: from {month}, {count} months.",
            reserves.until - reserves.month + 1,
            month=reserves.month,
        )
    ]


def _lasting(answer: Answer, view: View, found: ViewAnswer) -> Lines:
    lasting = found.lasting
    assert lasting is not None  # noqa: S101 - this is what is told
    told = say(
        "From {month}: {pay}, lastingly, {counting}.",
        month=lasting.month,
        pay=nets(lasting.pays),
        counting=counting(view),
    )
    return [told], [*_needed(answer, view, found), *_already(answer, found)]


def _already(answer: Answer, found: ViewAnswer) -> list[Said]:
    """Say until when those hold who are paid already, where others are not."""
    runs = found.running
    names = [answer.people[who].name for who in sorted(answer.team.running)]
    if runs is None or not names:
        return []
    if runs.holds_until is None:
        return [say("{names}, paid already: it does not hold.", names=names)]
    if runs.breaks is None:
        return [say("{names}, paid already: it holds at least until {until}.",
                    names=names, until=runs.holds_until)]  # fmt: skip
    return [say("{names}, paid already: it holds until {until}.",
                names=names, until=runs.holds_until)]  # fmt: skip


def _nothing_lasts(answer: Answer, view: View, found: ViewAnswer) -> Lines:
    told = [say("No salary lasts yet, {counting}.", counting=counting(view))]
    if found.minimum_month is not None and found.first_salary.on_reserves is None:
        told.append(
            say(
                "The minimum pay ({gross} gross) would hold from {month}.",
                gross=Amount(answer.minimum_gross(found.minimum_month)),
                month=found.minimum_month,
            )
        )
    second = [*_needed(answer, view, found), *_already(answer, found)]
    return [*told, *_reserves(found.first_salary)], second


def _needed(answer: Answer, view: View, found: ViewAnswer) -> list[Said]:
    """Say the turnover it takes for the target to last, as one sum."""
    if not answer.has_target:
        return [say("To look for a pay of your own: cae set salary.net_target 1200")]
    first = found.first_salary
    pay = amounts(targets(answer, answer.horizon.last_candidate))
    if first.missing_per_month is None:
        return [
            say(
                "{pay}: no turnover is enough, each euro invoiced costs more than it brings.",
                pay=pay,
            )
        ]
    turnover = turnover_euros(first)
    values = {
        "pay": pay,
        "needed": Amount(in_cents(Euros(turnover + first.missing_per_month))),
        "turnover": Amount(in_cents(turnover)),
        "missing": Amount(in_cents(first.missing_per_month)),
    }
    if view == "signed":
        return [
            say(
                "{pay}: it takes {needed} excl. VAT a month; {turnover} is signed, {missing} is "
                "missing.",
                **values,
            )
        ]
    return [
        say(
            "{pay}: it takes {needed} excl. VAT a month; {turnover} is foreseen, {missing} is "
            "missing.",
            **values,
        )
    ]


def turnover_euros(first: FirstSalary) -> Euros:
    """Return the monthly turnover of an answer in whole euros, as it is told."""
    return nearest_euro(first.turnover_per_month)


def _running(answer: Answer, view: View, found: ViewAnswer) -> Lines:
    runs = found.running
    assert runs is not None  # noqa: S101 - this is what is told
    month = answer.horizon.first + answer.horizon.present
    values = {"pay": target_nets(answer, month), "counting": counting(view)}
    if runs.breaks is None:
        first = [
            say("Your pay, {pay}, holds at least until {until}, {counting}.",
                until=runs.holds_until, **values)
        ]  # fmt: skip
    elif runs.holds_until is None:
        first = [say("Your pay, {pay}, does not hold, {counting}.", **values), _broken(runs)]
    else:
        first = [
            say("Your pay, {pay}, holds until {until}, {counting}.",
                until=runs.holds_until, **values),
            _broken(runs),
        ]  # fmt: skip
    return first, _lasting_from_now(answer, view, found)


def _broken(runs: RunningPay) -> Said:
    return say(
        "At the end of {month}, {treasury} is left: {short} short of your reserve.",
        month=runs.breaks,
        treasury=Amount(runs.treasury),
        short=Amount(runs.short),
    )


def _lasting_from_now(answer: Answer, view: View, found: ViewAnswer) -> list[Said]:
    lasting, first = found.lasting, found.first_salary
    told = []
    if lasting is None:
        told.append(say("No pay lasts from today on."))
    elif first.month is None or any(
        pay.net > target.net
        for pay, target in zip(lasting.pays, answer.target_pays(lasting.month), strict=False)
    ):
        told.append(
            say("Lasting net from {month}: {pay}.", month=lasting.month, pay=nets(lasting.pays))
        )
    else:
        told.append(say("It lasts."))
    return told if first.month is not None else [*told, *_needed(answer, view, found)]


def _decided(answer: Answer, view: View, found: ViewAnswer) -> Lines:
    runs, start = found.running, found.paid.start
    assert runs is not None and start is not None  # noqa: S101, PT018 - this is what is told
    values = {
        "start": start,
        "pay": target_nets(answer, start),
        "until": runs.holds_until,
        "counting": counting(view),
    }
    if runs.breaks is None:
        first = [say("Paid from {start}, as decided: {pay}, holds at least until {until}, "
                     "{counting}.", **values)]  # fmt: skip
    elif runs.holds_until is None:
        first = [
            say("Paid from {start}, as decided: {pay} does not hold, {counting}.", **values),
            _broken(runs),
        ]
    else:
        first = [
            say("Paid from {start}, as decided: {pay}, holds until {until}, {counting}.", **values),
            _broken(runs),
        ]
    return first, _possible(answer, view, found)


def _possible(answer: Answer, view: View, found: ViewAnswer) -> list[Said]:
    """Say from when the target lasts, where it is not what the ledger pays."""
    first = found.first_salary
    if first.month is None:
        return [*_reserves(first), *_needed(answer, view, found)]
    return [say("This pay lasts from {month}.", month=first.month), *_reserves(first)]
