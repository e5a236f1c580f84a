"""The answer of `cae smooth` for programs: the JSON document and the rows of the CSV."""

from collections.abc import Iterator
from typing import Any

from cae_cli.forecast.what_if.constant import Constant
from cae_cli.forecast.what_if.smooth import Smoothed, Ways
from cae_cli.forecast.what_if.ways import Way
from cae_cli.language import Amount, mark, say
from cae_cli.money import euros

COLUMNS = (
    mark("Start"),
    mark("Constant cost"),
    mark("Constant net"),
    mark("Month that decides"),
    mark("Lasts"),
)


def document(found: Smoothed) -> dict[str, Any]:
    """Return the JSON document, its head and its notes apart; amounts in euros."""
    season, chosen = found.season, found.chosen
    return {
        "view": found.view,
        "starts": [_constant(one, found) for one in found.constants],
        "chosen": None if chosen is None else str(chosen.month),
        "season": None
        if season is None
        else {
            "months": list(season.months),
            "high_net": euros(season.high),
            "low_net": euros(season.low),
            "more_over_year": euros(season.more),
        },
        "ways": None if found.ways is None else _ways(found.ways),
        "year_end": None
        if found.year_end is None
        else {
            "month": str(found.year_end),
            "treasury": euros(found.carried),
            "carry": found.answer.dossier.cooperative.settlement.carry,
        },
    }


def _constant(one: Constant, found: Smoothed) -> dict[str, Any]:
    people = zip(found.answer.people, one.nets, strict=True)
    return {
        "month": str(one.month),
        "constant_cost": euros(one.cost),
        "binding_month": str(one.binding),
        "net": [{"entrepreneur": person.name, "net": euros(net)} for person, net in people if net],
        "lasts": one.lasts,
    }


def _ways(ways: Ways) -> dict[str, Any]:
    lost = None if ways.balance is None else ways.smoothed.reduction - ways.balance.reduction
    return {
        "year": ways.january.year,
        "entrepreneur": ways.name,
        "fixed_gross": euros(ways.fixed),
        "balance_month": ways.balance_month,
        "smoothed": _way(ways.smoothed),
        "with_balance": None if ways.balance is None else _way(ways.balance),
        "reduction_lost": None if lost is None else euros(lost),
    }


def _way(way: Way) -> dict[str, Any]:
    return {
        "net": euros(way.net),
        "employer_cost": euros(way.cost),
        "general_reduction": euros(way.reduction),
        "months_without_pay": way.unpaid,
        "pension_quarters": way.quarters,
        "gross": [euros(gross) for gross in way.grosses],
    }


def rows(found: Smoothed) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the CSV, in the order of `COLUMNS`."""
    for one in found.constants:
        yield (
            one.month,
            Amount(one.cost),
            Amount(one.net),
            one.binding,
            say("yes") if one.lasts else say("no"),
        )
