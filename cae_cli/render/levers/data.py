"""The answer of `cae levers` for programs: the JSON document and the rows of the CSV."""

from collections.abc import Iterator
from typing import Any

from cae_cli.forecast.what_if.lever import Effect, Lever
from cae_cli.forecast.what_if.levers import Levers
from cae_cli.forecast.what_if.shorts import Short
from cae_cli.language import Amount, Said, mark, say
from cae_cli.money import euros
from cae_cli.render.levers.words import WHO, effect_words

COLUMNS = (
    mark("Who decides"),
    mark("Lever"),
    mark("Brings"),
    mark("Brings over twelve months"),
    mark("First salary"),
    mark("Months gained"),
    mark("Enough"),
)


def document(found: Levers) -> dict[str, Any]:
    """Return the JSON document, its head and its notes apart; amounts in euros."""
    fall = found.prices_may_fall
    first = found.answer.views[found.view].lasting_start
    return {
        "view": found.view,
        "first_salary": None if first is None else str(first),
        "month": None if found.short is None else _short(found.short),
        "earlier": [_short(one) for one in found.earlier],
        "levers": [{**_lever(one.levers[0]), **_effect(one)} for one in found.effects],
        "pair": None if found.pair is None else _pair(found.pair),
        "prices_may_fall": None if fall is None else float(fall),
    }


def _short(one: Short) -> dict[str, Any]:
    return {
        "month": str(one.month),
        "short": euros(one.short),
        "binding_month": str(one.binding),
        "lack_over_year": euros(one.lack),
    }


def _lever(one: Lever) -> dict[str, Any]:
    return {
        "who": one.who,
        "kind": one.kind,
        "name": one.name,
        "label": one.label,
        "month": None if one.month is None else str(one.month),
        "amount": euros(one.cents),
        "rate": float(one.rate),
        "number": one.number,
    }


def _effect(one: Effect) -> dict[str, Any]:
    return {
        "brings": euros(one.brings),
        "brings_over_year": euros(one.year),
        "first_salary": None if one.first is None else str(one.first),
        "months_gained": one.gained,
        "holds": one.holds,
        "enough": one.does,
    }


def _pair(pair: Effect) -> dict[str, Any]:
    return {"levers": [_lever(one) for one in pair.levers], **_effect(pair)}


def rows(found: Levers) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the CSV, in the order of `COLUMNS`; the pair, if any, is the last."""
    pair = [] if found.pair is None else [found.pair]
    for effect in (*found.effects, *pair):
        yield (
            Said(WHO[effect.levers[0].who], {}) if len(effect.levers) == 1 else say("both"),
            effect_words(effect, found.answer),
            Amount(effect.brings),
            Amount(effect.year),
            effect.first,
            effect.gained,
            say("yes") if effect.does else say("no"),
        )
