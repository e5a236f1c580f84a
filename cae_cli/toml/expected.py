"""What the data of a file must be after an edit: the old ones and exactly the change."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from cae_cli.toml.keypath import KeyPath


def with_value(data: Any, path: KeyPath, value: object) -> Any:
    """Return data with a value at a path; tables on the way are made where missing."""
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(first, int):
        return [with_value(v, rest, value) if i == first else v for i, v in enumerate(data)]
    table = {} if data is None else data
    return {**table, first: with_value(table.get(first), rest, value)}


def with_item(data: Any, path: KeyPath, item: object) -> Any:
    """Return data with one more item at the end of the list at a path, made where missing."""
    return with_value(data, path, [*(value_at(data, path) or []), item])


def without(data: Any, path: KeyPath) -> Any:
    """Return data without the value at a path."""
    first, rest = path[0], path[1:]
    if isinstance(first, int):
        if rest:
            return [without(v, rest) if i == first else v for i, v in enumerate(data)]
        return [v for i, v in enumerate(data) if i != first]
    if rest:
        return {**data, first: without(data[first], rest)}
    return {key: value for key, value in data.items() if key != first}


def withouts(data: Any, path: KeyPath) -> Iterator[Any]:
    """Yield data without the value at a path, then without the tables and lists it leaves empty.

    A table made of headers or dotted keys goes with the last of them; one between brackets stays.
    """
    while path:
        yield without(data, path)
        path = path[:-1]
        if len(value_at(data, path)) > 1:
            return


def value_at(data: Any, path: KeyPath) -> Any:
    """Return the value at a path, or None."""
    for part in path:
        if isinstance(part, int):
            data = data[part] if isinstance(data, list) and part < len(data) else None
        else:
            data = data.get(part) if isinstance(data, Mapping) else None
    return data


def same(one: Any, other: Any) -> bool:
    """Tell whether two data are the same, types included (1 is not true, nor 1.0)."""
    if isinstance(one, list) and isinstance(other, list):  # written on one line or as blocks
        return len(one) == len(other) and all(map(same, one, other))
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, Decimal) and one.is_nan():
        return bool(other.is_nan())
    return bool(one == other)
