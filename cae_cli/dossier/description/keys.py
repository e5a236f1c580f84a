"""The keys of a dossier that hold one value each, and what each of them holds.

They are taken from the nouns, so that a new key needs nothing here.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel, PlainValidator

from cae_cli import fields
from cae_cli.dossier.model import Dossier

#: What a key holds, by the name of its kind.
TEXT, WORD, FLAG, WHOLE = "text", "word", "flag", "whole"
AMOUNT, SIGNED_AMOUNT, RATE, INCREASE, QUANTITY = "amount", "signed", "rate", "increase", "quantity"
DAY, MONTH, YEARLY_DAY, RECURRENCE = "day", "month", "yearly day", "recurrence"
PAYMENT = "payment"

_OF_FIELDS: tuple[tuple[Any, str], ...] = (
    (fields.Name, TEXT),
    (fields.Cents, AMOUNT),
    (fields.SignedCents, SIGNED_AMOUNT),
    (fields.Rate, RATE),
    (fields.Increase, INCREASE),
    (fields.Quantity, QUANTITY),
    (fields.Day, DAY),
    (fields.MonthField, MONTH),
    (fields.YearlyDay, YEARLY_DAY),
    (fields.Every, RECURRENCE),
    (fields.Payment, PAYMENT),
)


def kinds() -> dict[Callable[..., Any], str]:
    """Return the kind of value that each validator of the fields reads."""
    return {
        item.func: kind
        for annotated, kind in _OF_FIELDS
        for item in annotated.__metadata__
        if isinstance(item, PlainValidator)
    }


class Key(NamedTuple):
    """A key with one value."""

    path: tuple[str, ...]
    kind: str
    words: tuple[str, ...] = ()  # of a choice
    least: int | None = None
    most: int | None = None
    needed: bool = False


def settable() -> Mapping[str, Key]:
    """Return the keys outside lists, by their dotted names, in the order of the nouns."""
    known = kinds()
    return {".".join(key.path): key for key in _keys(Dossier, (), known) if key.path != ("format",)}


def sections() -> Mapping[str, type[BaseModel]]:
    """Return the tables outside lists, by their dotted names."""
    return dict(_sections(Dossier, ()))


def lists() -> set[str]:
    """Return the dotted names of the lists."""
    tables: dict[str, type[BaseModel]] = {"": Dossier, **sections()}
    return {
        ".".join(part for part in (section, name) if part)
        for section, table in tables.items()
        for name, field in table.model_fields.items()
        if get_origin(field.annotation) is tuple
    }


def _sections(
    table: type[BaseModel], path: tuple[str, ...]
) -> Iterator[tuple[str, type[BaseModel]]]:
    for name, field in table.model_fields.items():
        noun = field.annotation
        if isinstance(noun, type) and issubclass(noun, BaseModel):
            yield ".".join((*path, name)), noun
            yield from _sections(noun, (*path, name))


def _keys(
    table: type[BaseModel], path: tuple[str, ...], known: Mapping[Callable[..., Any], str]
) -> Iterator[Key]:
    for name, field in table.model_fields.items():
        noun, at = field.annotation, (*path, name)
        if isinstance(noun, type) and issubclass(noun, BaseModel):
            yield from _keys(noun, at, known)
        elif get_origin(noun) is not tuple:
            bounds = {
                side: getattr(item, side)
                for item in field.metadata
                for side in ("ge", "le")
                if hasattr(item, side)
            }
            kind, words = _kind(noun, field.metadata, known)
            yield Key(at, kind, words, bounds.get("ge"), bounds.get("le"), field.is_required())


def _kind(
    annotation: Any, metadata: list[Any], known: Mapping[Callable[..., Any], str]
) -> tuple[str, tuple[str, ...]]:
    """Return the kind of a value, and its words if it is a choice."""
    for item in metadata:
        if isinstance(item, PlainValidator):
            return known[item.func], ()
    if get_origin(annotation) is Literal:
        return WORD, tuple(str(word) for word in get_args(annotation))
    arguments = get_args(annotation)
    if arguments:  # "one of these, or None", or a value with its validator
        inner = getattr(annotation, "__metadata__", ())
        return _kind(arguments[0], list(inner), known)
    return {bool: FLAG, int: WHOLE}.get(annotation, TEXT), ()
