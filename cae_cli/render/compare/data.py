"""Scenarios side by side, for programs: the JSON document and the rows of the CSV."""

from collections.abc import Iterator
from typing import Any

from cae_cli.forecast.what_if.compared import Compared, Tried
from cae_cli.forecast.what_if.outcomes import Holding, Outcome
from cae_cli.forecast.what_if.scenarios import Scenario
from cae_cli.forecast.what_if.stresses import Stress
from cae_cli.language import Amount, mark, say
from cae_cli.money import euros
from cae_cli.render.compare.words import scenario_words

COLUMNS = (
    mark("Scenario"),
    mark("First salary"),
    mark("Lasting net"),
    mark("Lowest treasury"),
    mark("Turnover over twelve months"),
    mark("Deadline"),
)


def document(found: Compared) -> dict[str, Any]:
    """Return the JSON document, its head and its notes apart; amounts in euros."""
    return {
        "view": found.view,
        "recorded": outcome(found.recorded),
        "scenarios": [_tried(one) for one in found.tried],
        "stresses": [_stress(one) for one in found.stresses],
    }


def outcome(one: Outcome) -> dict[str, Any]:
    return {
        "first_salary": None if one.first is None else str(one.first),
        "lasting_net": [{"entrepreneur": pay.name, "net": euros(pay.net)} for pay in one.lasting],
        "lowest_treasury": euros(one.lowest),
        "lowest_month": str(one.lowest_month),
        "turnover_over_year": euros(one.turnover),
        "deadline": None if one.deadline is None else one.deadline.isoformat(),
    }


def _tried(one: Tried) -> dict[str, Any]:
    return {**_scenario(one.scenario), **outcome(one.outcome)}


def _scenario(one: Scenario) -> dict[str, Any]:
    return {
        "name": one.name,
        "without_client": list(one.without),
        "late": one.late,
        "prices": float(one.prices),
        "target": None if one.target is None else euros(one.target),
        "cooperative": one.cooperative,
        "added": [client.name for client in one.added],
    }


def _stress(one: Stress) -> dict[str, Any]:
    return {
        "stress": one.blow,
        "client": one.name or None,
        "from": str(one.before.start),
        "recorded": _holding(one.before),
        "then": _holding(one.after),
    }


def _holding(one: Holding) -> dict[str, Any]:
    return {
        "months": one.months,
        "open_end": one.open_end,
        "breaks": None if one.breaks is None else str(one.breaks),
        "short": euros(one.short),
    }


def rows(found: Compared) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the CSV, in the order of `COLUMNS`: what is recorded, then the others."""
    yield say("as recorded"), *_row(found.recorded)
    for one in found.tried:
        yield scenario_words(one.scenario), *_row(one.outcome)


def _row(one: Outcome) -> tuple[object, ...]:
    net = max((pay.net for pay in one.lasting), default=None)
    return (
        one.first,
        None if net is None else Amount(net),
        Amount(one.lowest),
        Amount(one.turnover),
        one.deadline,
    )
