"""Sentences kept in a file, to be told later in whatever language is spoken then."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from string import Formatter
from typing import Any

from cae_cli.language import Amount, Percent, Said
from cae_cli.months import Month


def to_json(value: object) -> object:
    """Return a sentence, or a value of one, as plain data."""
    if isinstance(value, Said):
        values = {name: to_json(item) for name, item in value.values.items()}
        return {"text": value.text, "values": values, "many": value.plural, "count": value.number}
    if isinstance(value, (list, tuple)) and not isinstance(value, (Amount, Percent)):
        return [to_json(item) for item in value]
    for kind, name, written in _KINDS:
        if isinstance(value, kind):
            return {name: written(value)}
    return value if isinstance(value, int) else str(value)


_KINDS: tuple[tuple[type, str, Callable[[Any], object]], ...] = (
    (Amount, "cents", lambda amount: amount.cents),
    (Percent, "rate", lambda percent: str(percent.rate)),
    (Month, "month", str),
    (dt.date, "date", dt.date.isoformat),
    (Decimal, "number", str),
)


def from_json(data: object) -> Said:
    """Return the sentence that plain data hold.

    Raises:
        ValueError, KeyError, TypeError: the data hold no sentence.
    """
    said = _value(data)
    if not isinstance(said, Said):
        raise TypeError(data)
    return said


def _value(data: object) -> object:
    if isinstance(data, list):
        return [_value(item) for item in data]
    if not isinstance(data, dict):
        return data if isinstance(data, (int, str)) else ""
    if "text" in data:
        return _said(data)
    for name, read in (
        ("cents", lambda cents: Amount(int(cents))),
        ("rate", lambda rate: Percent(Decimal(rate))),
        ("month", Month.parse),
        ("date", dt.date.fromisoformat),
        ("number", Decimal),
    ):
        if name in data:
            return read(data[name])
    raise ValueError(data)


def _said(data: dict[str, object]) -> Said:
    """Return a sentence whose holes are plain names: the file is data, not a program."""
    values = data["values"]
    if not isinstance(values, dict):
        raise TypeError(values)
    text, many, count = data["text"], data.get("many"), data.get("count", 1)
    for sentence in (text, many or ""):
        for _, hole, width, conversion in Formatter().parse(str(sentence)):
            if hole is not None and (hole not in values or width or conversion):
                raise ValueError(hole)
    number = count if isinstance(count, int) else 1
    known = {str(name): _value(value) for name, value in values.items()}
    return Said(str(text), known, None if many is None else str(many), number)
