"""The first two lines of `cae simulate`: the answer, in sentences a person can repeat."""

from collections.abc import Sequence

from cae_cli.forecast.case import FirstSalary
from cae_cli.forecast.simulation import Simulation
from cae_cli.language import Amount, Said, say
from cae_cli.money import CENTS_IN_EURO
from cae_cli.months import Month

#: Beyond this many, people are counted and not named.
MOST_NAMES = 3


def headline(simulation: Simulation) -> tuple[list[Said], list[Said]]:
    """Return the sentences of two lines: what is signed; how well it holds, and what is likely."""
    if not any(person.net for person in simulation.people):
        return (
            [say("No salary can be looked for: the dossier holds no net target.")],
            [say("Add the monthly net you want: net_target = 1200.00 under [salary].")],
        )
    signed = simulation.first_salary["signed"]
    second = [_minimum(simulation) if signed.month is None else _firmness(simulation, signed)]
    if not (simulation.all_signed or simulation.pay_goes_on):
        second.append(_unsigned(simulation))
    return [_answer(simulation, signed)], second


def _answer(simulation: Simulation, found: FirstSalary) -> Said:
    condition = _condition(simulation)
    if found.month is None:
        return _impossible(simulation, found, condition)
    values = {
        "month": found.month,
        "until": found.sustained_until,
        "pay": _pay(simulation, found.month),
        "condition": condition,
    }
    if not simulation.already_paid:
        if found.month < Month.of(simulation.today):
            return say("First salary possible since {month}: {pay}, {condition}.", **values)
        return say("First salary possible: {month}, {pay}, {condition}.", **values)
    if not simulation.pay_goes_on:
        return say("The salary holds only from {month} on: {pay}, {condition}.", **values)
    if found.open_end:
        return say("The salary holds at least until {until}: {pay}, {condition}.", **values)
    return say("The salary holds until {until}: {pay}, {condition}.", **values)


def _impossible(simulation: Simulation, found: FirstSalary, condition: Said) -> Said:
    values: dict[str, object] = {
        "last": simulation.window.last_shown,
        "pay": _nets([(p.name, p.net) for p in simulation.people if p.net]),
        "condition": condition,
    }
    if found.missing_per_month is None:
        return say(
            "No salary possible by {last} ({pay}), {condition}: "
            "each euro invoiced costs more than it brings in time.",
            **values,
        )
    values["first"] = simulation.window.first
    values["missing"] = Amount(found.missing_per_month * CENTS_IN_EURO)
    if simulation.already_paid:
        return say(
            "The salary does not hold: {missing} more turnover each month, from {first} on, is "
            "what {pay} takes by {last}, {condition}.",
            **values,
        )
    return say(
        "No salary possible by {last}: {missing} more turnover each month, from {first} on, is "
        "what {pay} takes by then, {condition}.",
        **values,
    )


def _minimum(simulation: Simulation) -> Said:
    """Say when the least that the cooperative pays is possible, counting what is signed."""
    values = {
        "gross": Amount(simulation.minimum_gross),
        "month": simulation.minimum_month["signed"],
    }
    if values["month"] is None:
        return say("Nor is the minimum pay of the cooperative, {gross} gross a month.", **values)
    return say(
        "The minimum pay of the cooperative, {gross} gross a month, is possible from {month} on.",
        **values,
    )


def _firmness(simulation: Simulation, found: FirstSalary) -> Said:
    """Say how long a pay holds, and the weakest month of its first ones."""
    values = {
        "until": found.sustained_until,
        "month": found.lowest_month,
        "lowest": Amount(found.lowest_treasury or 0),
    }
    if simulation.pay_goes_on:
        return say("The treasury is lowest at the end of {month}, at {lowest}.", **values)
    if found.open_end:
        return say(
            "It holds at least until {until}, with {lowest} in the treasury at the lowest, "
            "at the end of {month}.",
            **values,
        )
    return say(
        "It holds until {until}, with {lowest} in the treasury at the lowest, "
        "at the end of {month}.",
        **values,
    )


def _unsigned(simulation: Simulation) -> Said:
    """Say when the salary is possible counting what is not signed."""
    expected, everything = (_when(simulation.first_salary[view]) for view in ("expected", "all"))
    if expected == everything:
        return say(
            "Counting also what is not signed, at its probability: {expected}.", expected=expected
        )
    return say(
        "Counting also what is not signed, at its probability: {expected}; in full: {all}.",
        expected=expected,
        all=everything,
    )


def _when(found: FirstSalary) -> object:
    if found.month is not None:
        return found.month
    if found.missing_per_month is None:
        return say("not possible")
    missing = Amount(found.missing_per_month * CENTS_IN_EURO)
    return say("{missing} missing a month", missing=missing)


def _pay(simulation: Simulation, month: Month) -> Said:
    """Return what is paid in a month: "900 € net a month each (Marcelle and Lulu)"."""
    return _nets([(p.name, p.net) for p in simulation.people if p.net and p.may_be_paid(month)])


def _nets(nets: Sequence[tuple[str, int]]) -> Said:
    if len(nets) == 1:
        return say("{net} net a month", net=Amount(nets[0][1]))
    if len({net for _, net in nets}) > 1:
        each = [say("{net} for {name}", net=Amount(net), name=name) for name, net in nets]
        return say("net a month of {each}", each=each)
    net = Amount(nets[0][1])
    if len(nets) > MOST_NAMES:
        return say("{net} net a month for each of {count} people", net=net, count=len(nets))
    return say("{net} net a month each ({names})", net=net, names=[name for name, _ in nets])


def _condition(simulation: Simulation) -> Said:
    """Return what the answer supposes of clients: "if all that is signed is paid at 30 days"."""
    delays = {
        (client.payment_days, client.end_of_month)
        for client in simulation.dossier.clients
        if client.prestations
    }
    days, end_of_month = delays.pop() if len(delays) == 1 else (0, False)
    if not days:
        return say("if all that is signed is paid when due")
    if end_of_month:
        return say("if all that is signed is paid at {days} days end of month", days=days)
    return say("if all that is signed is paid at {days} days", days=days)
