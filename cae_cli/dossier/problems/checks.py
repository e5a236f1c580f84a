"""What must fit together inside a dossier: small functions from a noun to findings.

Each one looks at one noun that is valid by itself and yields what does not fit, at paths that
start from that noun. They run on every valid part of a file, so that one bad value elsewhere
does not hide them.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from cae_cli.dossier.model import (
    Client,
    Contract,
    Cooperative,
    Dossier,
    Entrepreneur,
    Expense,
    Investment,
    Prestation,
    SalaryGoal,
    Scenario,
    Settlement,
)
from cae_cli.dossier.problems.findings import Finding, Known
from cae_cli.dossier.problems.recurring_checks import (
    amount_of_expense,
    changes_in_order,
    firm_after_start,
    months_once,
    one_cost,
    pauses_in_order,
    price_of_prestation,
    renews_at_an_end,
    some_open_month,
    targets_in_order,
)
from cae_cli.dossier.problems.scenario_checks import (
    clients_of_scenarios,
    cooperative_of_scenario,
    month_of_settlement,
)
from cae_cli.fields import Table
from cae_cli.language import Amount, Said, mark, say
from cae_cli.rules.contribution_limits import excesses
from cae_cli.rules.contribution_rule import Change, ContributionRule, ContributionTerms
from cae_cli.toml.keypath import KeyPath


def end_after_start(noun: Prestation | Expense | Contract, _known: Known) -> Iterator[Finding]:
    """The last day is not before the first."""
    if noun.end is not None and noun.start is not None and noun.end < noun.start:
        what = say("it ends on {end}, before it starts on {start}.", end=noun.end, start=noun.start)
        yield Finding("CAE-D074", ("end",), what)


def known_preset(cooperative: Cooperative, known: Known) -> Iterator[Finding]:
    """The preset is one that ships with the program."""
    preset = cooperative.preset
    if preset is None or known.presets is None or preset in known.presets:
        return
    from cae_cli.toml.nearest import nearest  # noqa: PLC0415 - only a wrong file pays for it

    close = nearest(preset, known.presets)
    what = say("the cooperative “{preset}” is unknown.", preset=preset[:60])
    remedy = say('Did you mean "{word}"?', word=close) if close else None
    yield Finding("CAE-D076", ("preset",), what, remedy)


def brackets_in_order(terms: ContributionTerms, _known: Known) -> Iterator[Finding]:
    """Bounds grow, and all brackets but the last have one."""
    last = len(terms.brackets) - 1
    for index, bracket in enumerate(terms.brackets):
        path = ("brackets", index)
        if bracket.up_to is None and index < last:
            what = say("it has no bound, and another bracket follows.")
            yield Finding("CAE-D078", path, what, say("Add: {line}", line="up_to = 40000"))
        if bracket.up_to is not None and index == last:
            what = say("it is the last one and has a bound: no rate is given above.")
            remedy = say("Remove its up_to, or add a last bracket with a rate alone.")
            yield Finding("CAE-D078", (*path, "up_to"), what, remedy)
    for index, (one, other) in enumerate(pairwise(terms.brackets)):
        if one.up_to is not None and other.up_to is not None and other.up_to <= one.up_to:
            what = say("its bound is not above the one before.")
            yield Finding("CAE-D077", ("brackets", index + 1, "up_to"), what)


def floor_under_cap(rule: ContributionRule, _known: Known) -> Iterator[Finding]:
    """The least taken in a year does not exceed the most, in any phase."""
    for at in {excess.floor_at: None for excess in excesses(rule)}:
        yield Finding("CAE-D079", at, Said(_FLOOR, {"key": at[-1]}))


_FLOOR = mark("over a year, “{key}” exceeds “cap_per_year”.")


def floor_under_cap_of_preset(cooperative: Cooperative, known: Known) -> Iterator[Finding]:
    """The same where the floor is one's own and the cap that of the preset, or the other way."""
    preset, own = cooperative.preset, cooperative.contribution
    given = own.model_fields_set
    if known.presets is None or preset not in known.presets or not given:
        return
    from cae_cli.rules.cooperatives import CooperativeRules  # noqa: PLC0415 - only own keys pay for it

    told: dict[KeyPath, Said] = {}  # each place once, with the amount that is farthest
    for excess in sorted(
        excesses(CooperativeRules.of(preset, own).rule), key=lambda one: -one.floor
    ):
        own_floor, own_cap = (at[0] in given for at in (excess.floor_at, excess.cap_at))
        at = excess.floor_at if own_floor else excess.cap_at
        values = {"key": at[-1], "preset": preset, "floor": Amount(excess.floor)}
        if own_floor and not own_cap:
            text = say("over a year, “{key}” exceeds the cap of “{preset}”, {cap}.",
                       cap=Amount(excess.cap), **values)  # fmt: skip
            told.setdefault(at, text)
        elif own_cap and not own_floor:
            text = say("“{key}” is below the floor of “{preset}”, {floor} a year.", **values)
            told.setdefault(at, text)
    for at, text in told.items():
        yield Finding("CAE-D079", ("contribution", *at), text)


def contracts_in_turn(person: Entrepreneur, _known: Known) -> Iterator[Finding]:
    """Nothing follows a CAPE or a CESA that has no end; an employee may stay one beside a CESA."""
    order = sorted(range(len(person.contracts)), key=lambda index: person.contracts[index].start)
    for earlier, later in pairwise(order):
        contract = person.contracts[earlier]
        if contract.end is None and contract.kind != "other":
            what = say(
                "it starts after the contract of {start}, which has no end.", start=contract.start
            )
            remedy = say("Write the end of the contract that starts on {start}, such as {line}.",
                         start=contract.start, line="end = 2026-12-31")  # fmt: skip
            yield Finding("CAE-D080", ("contracts", later), what, remedy)


def associate_after_entry(person: Entrepreneur, _known: Known) -> Iterator[Finding]:
    """One becomes an associate after having entered the cooperative."""
    starts = [contract.start for contract in person.contracts]
    if person.associate_since is not None and starts and person.associate_since < min(starts):
        what = say(
            "“associate_since” comes before the first contract, of {start}.", start=min(starts)
        )
        yield Finding("CAE-D081", ("associate_since",), what)


Check = Callable[[Any, Known], Iterator[Finding]]

_RECURRING: tuple[Check, ...] = (end_after_start, months_once, pauses_in_order, changes_in_order)
#: The checks of each kind of noun.
CHECKS: Mapping[type[Table], tuple[Check, ...]] = {
    SalaryGoal: (targets_in_order,),
    Client: (some_open_month, firm_after_start),
    Prestation: (price_of_prestation, *_RECURRING, one_cost, renews_at_an_end),
    Expense: (amount_of_expense, *_RECURRING),
    Contract: (end_after_start,),
    Entrepreneur: (contracts_in_turn, associate_after_entry, targets_in_order),
    Cooperative: (known_preset, floor_under_cap_of_preset),
    ContributionRule: (brackets_in_order, floor_under_cap),
    Change: (brackets_in_order,),
    Investment: (),
    Dossier: (clients_of_scenarios,),
    Scenario: (cooperative_of_scenario,),
    Settlement: (month_of_settlement,),
}
