"""Why the treasury is what it is, and what a first salary lacks or has to spare."""

from collections.abc import Sequence

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.explain.before_pay import before_pay, by_year, path_of_rule, source
from cae_cli.forecast.explain.part import Explained, Kind, Part, opposite, whole
from cae_cli.forecast.flows import View
from cae_cli.forecast.projection.ledger import LedgerMonth
from cae_cli.forecast.what_if.shorts import Short, aim_of, earlier, short
from cae_cli.language import Amount, Said, say, say_n
from cae_cli.months import Month

PAYROLL = "cae rules"


def treasury(answer: Answer, view: View, month: Month) -> Explained:
    """Explain the treasury at the end of a month, with the pay that the answer tells."""
    rows, last = answer.views[view].months, answer.horizon.place_of(month)
    row = rows[last]
    parts = before_pay(answer, view, last, lambda i: rows[i].contribution)
    parts += whole(say("pay, contributions included"), _people(answer, rows[: last + 1]),
                   rule=_payroll())  # fmt: skip
    sentence = say(
        "At the end of {month} the treasury is {amount}.", month=month, amount=Amount(row.treasury)
    )
    return Explained("treasury", month, row.treasury, "cents", sentence, tuple(parts))


def _people(answer: Answer, rows: Sequence[LedgerMonth]) -> list[Part]:
    found = []
    for who, person in enumerate(answer.people):
        paid = [row.pays[who] for row in rows]
        costs = [pay.employer_cost for pay in paid if pay is not None]
        name = say_n(
            "{name}, {count} month", "{name}, {count} months", len(costs), name=person.name
        )
        path = ("entrepreneurs", who) if answer.dossier.entrepreneurs else ("salary",)
        found.append(Part(name, -sum(costs), path))
    return found


def _payroll() -> Said:
    return say("payroll rules of each month: {command}", command=PAYROLL)


def shortfall(answer: Answer, view: View, month: Month, kind: Kind = "short") -> Explained | None:
    """Explain what paying from a month on lacks, or has to spare; None: nobody may be paid."""
    found = short(answer, view, month)
    if found is None:
        return None
    start, last = (answer.horizon.place_of(one) for one in (month, found.binding))
    level, ledger = answer.team.target, answer.views[view].ledger
    course, costs = ledger.course(start, level.payees), level.costs_from(start)
    before = before_pay(
        answer,
        view,
        last,
        lambda i: (course if i >= start else ledger.unpaid).contribution(i),
    )
    reserve = Part(
        say("reserve: {count} × the cost of {month}",
            count=answer.dossier.salary.reserve_months, month=found.binding),
        answer.demand.reserve(costs[last]),
        ("salary", "reserve_months"),
    )  # fmt: skip
    earlier_pay = whole(
        say("pay before"), by_year(answer.horizon.first, costs, 0, start - 1),
        rule=_payroll(),
    )  # fmt: skip
    pay = whole(
        say("pay from {month} on", month=month),
        by_year(answer.horizon.first, costs, start, last),
        rule=_payroll(),
    )
    parts = [reserve] if reserve.value else []
    parts += [*earlier_pay, *pay, *map(opposite, before)]
    return Explained(kind, month, found.short, "cents", _lacks(found), tuple(parts))


def _lacks(found: Short) -> Said:
    values = {"month": found.month, "binding": found.binding}
    if found.short > 0:
        return say(
            "Paid from {month} on, {short} is missing at the end of {binding}.",
            short=Amount(found.short),
            **values,
        )
    return say(
        "Paid from {month} on, {spare} is to spare at the end of {binding}, where it is least.",
        spare=Amount(-found.short),
        **values,
    )


def first_salary(answer: Answer, view: View) -> Explained | None:
    """Explain the first salary: what its month has to spare, and why not the month before."""
    first = answer.views[view].lasting_start
    if first is None:
        aimed = aim_of(answer, view)
        found = None if aimed is None else shortfall(answer, view, aimed.month, "first-salary")
        return None if found is None else found._replace(why_not=_because(aimed))
    found = shortfall(answer, view, first, "first-salary")
    if found is None:
        return None
    before = [one for one in earlier(answer, view) if one.month == first + -1]
    sentence = say(
        "The first salary that lasts is that of {month}: {spare} is to spare at the end of "
        "{binding}, where it is least.",
        month=first,
        spare=Amount(-found.value),
        binding=_binding(answer, view, first),
    )
    return found._replace(sentence=sentence, why_not=_because(before[0] if before else None))


def _binding(answer: Answer, view: View, month: Month) -> Month:
    found = short(answer, view, month)
    return month if found is None else found.binding


def _because(one: Short | None) -> list[Said]:
    """Say why a month is not possible."""
    if one is None:
        return []
    told = []
    if one.short > 0:
        told.append(
            say(
                "Not {month}: {short} would be missing at the end of {binding}.",
                month=one.month,
                short=Amount(one.short),
                binding=one.binding,
            )
        )
    if one.lack > 0:
        told.append(
            say(
                "Not {month}: the work of twelve months would bring {lack} less than the pay "
                "costs.",
                month=one.month,
                lack=Amount(one.lack),
            )
        )
    return told


def contribution(answer: Answer, view: View, month: Month) -> Explained:
    """Explain what the cooperative takes in a month."""
    row = answer.views[view].months[answer.horizon.place_of(month)]
    taken, rule, path = row.contribution, source(answer), path_of_rule(answer)
    named = (
        (say("by the scale, on what the period brings so far"), taken.scale),
        (say("up to the floor, or made good from it"), taken.floor),
        (say("spared by the cap"), taken.cap),
        (say("settled with what was taken before"), taken.settled),
        (say("fees"), taken.fees),
        (say("on work for other members"), taken.internal),
    )
    parts = tuple(Part(text, cents, path, rule) for text, cents in named if cents)
    sentence = say(
        "In {month} the cooperative takes {amount}: {invoiced} is invoiced, {cashed} cashed.",
        month=month,
        amount=Amount(taken.total),
        invoiced=Amount(row.invoiced),
        cashed=Amount(row.cashed),
    )
    return Explained("contribution", month, taken.total, "cents", sentence, parts)
