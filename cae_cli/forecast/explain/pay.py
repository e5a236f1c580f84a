"""What a pay costs, and the highest that lasts: down to the lines of a payslip."""

from collections.abc import Iterator

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.explain.part import Explained, Part, whole
from cae_cli.forecast.flows import View
from cae_cli.forecast.projection.lasting_net import level_of
from cae_cli.forecast.projection.pay import Pay
from cae_cli.forecast.projection.short import shortfall
from cae_cli.language import Amount, Said, say
from cae_cli.money import CENTS_IN_EURO
from cae_cli.months import Month
from cae_cli.rules.payroll.engine import Payroll, PayslipLine


def cost(answer: Answer, month: Month) -> Explained:
    """Explain the employer cost of everyone's target in a month, if pay begins in it."""
    place = answer.horizon.place_of(month)
    payroll, pays = answer.team.payrolls[place], answer.team.target.pays_from(place)[place]
    parts = [
        part
        for who, pay in enumerate(pays)
        if pay is not None
        for part in _person(answer, who, pay, payroll)
    ]
    total = sum(part.value for part in parts)
    sentence = say(
        "In {month} everyone's target costs {amount}.", month=month, amount=Amount(total)
    )
    return Explained("cost", month, total, "cents", sentence, tuple(parts))


def _person(answer: Answer, who: int, pay: Pay, payroll: Payroll) -> list[Part]:
    alone = payroll.payslip(pay.gross)
    path = _path(answer, who)
    lines = payroll.lines(pay.gross)
    net = Part(say("net, counted by the month"), alone.net, path)
    parts = [
        net,
        *whole(say("contributions of the employee"), _lines(lines, "employee")),
        *whole(say("contributions of the employer, less the reduction"),
               _lines(lines, "employer")),
    ]  # fmt: skip
    by_year = pay.employer_cost - alone.employer_cost
    if by_year:
        parts.append(Part(say("counted over the civil year"), by_year, ("cooperative", "payroll")))
    name = say("{name}", name=pay.name) if pay.name else say("pay")
    return whole(name, parts, path=path)


def _lines(lines: tuple[PayslipLine, ...], side: str, sign: int = 1) -> Iterator[Part]:
    for line in lines:
        cents = line.employee if side == "employee" else line.employer
        if cents:
            yield Part(say("{line}", line=line.name), sign * cents, ("cooperative", "payroll"),
                       say("{text}", text=line.text))  # fmt: skip


def _path(answer: Answer, who: int) -> tuple[str | int, ...]:
    if not answer.dossier.entrepreneurs:
        return ("salary", "net_target")
    own = answer.dossier.entrepreneurs[who].net_target is not None
    return ("entrepreneurs", who, "net_target") if own else ("salary", "net_target")


def lasting_net(answer: Answer, view: View) -> Explained | None:
    """Explain the highest net that lasts: its cost less its contributions; None: none lasts."""
    lasting = answer.views[view].lasting
    if lasting is None:
        return None
    pay = max(lasting.pays, key=lambda one: one.net)
    place = answer.horizon.place_of(lasting.month)
    payroll = answer.team.payrolls[place]
    alone, lines = payroll.payslip(pay.gross), payroll.lines(pay.gross)
    parts = [
        Part(say("employer cost"), alone.employer_cost, ("salary",)),
        *whole(say("contributions of the employer, less the reduction"),
               _lines(lines, "employer", -1)),
        *whole(say("contributions of the employee"), _lines(lines, "employee", -1)),
    ]  # fmt: skip
    if pay.net != alone.net:
        by_year = say("counted over the civil year")
        parts.append(Part(by_year, pay.net - alone.net, ("cooperative", "payroll")))
    sentence = say(
        "The highest net that lasts is {net}, from {month} on.",
        net=Amount(pay.net),
        month=lasting.month,
    )
    return Explained("lasting-net", lasting.month, pay.net, "cents", sentence, tuple(parts),
                     _one_euro_more(answer, view, lasting.month, pay.net))  # fmt: skip


def _one_euro_more(answer: Answer, view: View, month: Month, net: int) -> list[Said]:
    """Say what a euro more of the highest net would lack from the same month on."""
    targets = [person.net for person in answer.people]
    highest = max(targets)
    more = net + CENTS_IN_EURO
    nets = [
        (target * more // highest if highest else more) // CENTS_IN_EURO * CENTS_IN_EURO
        for target in targets
    ]
    level, start = level_of(answer.team, nets), answer.horizon.place_of(month)
    course = answer.views[view].ledger.course(start, level.payees)
    found = shortfall(course, level.costs_from(start), start, answer.demand)
    values = {"net": Amount(more), "month": month}
    if found.short > 0:
        return [
            say(
                "Not {net}: {short} would be missing at the end of {binding}.",
                short=Amount(found.short),
                binding=answer.horizon.first + found.binding,
                **values,
            )
        ]
    if found.lack > 0:
        return [
            say(
                "Not {net}: the work of twelve months would bring {lack} less than the pay costs.",
                lack=Amount(found.lack),
                **values,
            )
        ]
    return []
