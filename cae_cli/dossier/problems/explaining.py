"""What pydantic refuses, in our words: one finding for each of its errors."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from cae_cli.dossier.model import Dossier
from cae_cli.dossier.problems.findings import Finding
from cae_cli.dossier.problems.naming import key_name
from cae_cli.language import Said, mark, say
from cae_cli.payment import FORMS
from cae_cli.rhythm import EVERY_WORDS
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.nearest import nearest
from cae_cli.toml.telling import shortened
from cae_cli.written.rhythms import every_of

Error = Mapping[str, Any]
#: Suggestions compare the key with all the known ones: worth it for the first ones shown.
MOST_SUGGESTIONS = 50
LONGEST_AMOUNT = 60

#: The type of an error → our code, and the sentence, in which {key} is the key of the file.
_PLAIN: Mapping[str, tuple[str, str]] = {
    "model_type": ("CAE-D032", mark("“{key}” must be a table.")),
    "tuple_type": ("CAE-D033", mark("“{key}” must be a list.")),
    "euros_type": ("CAE-D040", mark("“{key}” must be an amount: a number without quotes.")),
    "euros_decimals": ("CAE-D041", mark("“{key}” has more than two decimals.")),
    "euros_negative": ("CAE-D042", mark("“{key}” is negative.")),
    "euros_size": ("CAE-D043", mark("“{key}” is too large for an amount.")),
    "not_finite": ("CAE-D044", mark("“{key}” is not a number one can compute with.")),
    "rate_type": ("CAE-D045", mark("“{key}” must be a rate: a number without quotes.")),
    "quantity_type": ("CAE-D045", mark("“{key}” must be a number without quotes.")),
    "rate_range": ("CAE-D046", mark("“{key}” must be a rate from 0 to 1.")),
    "increase_range": ("CAE-D046", mark("“{key}” must be a rate from -1 to 1.")),
    "rate_decimals": ("CAE-D047", mark("“{key}” has more than eight decimals.")),
    "int_type": ("CAE-D048", mark("“{key}” must be a whole number without quotes.")),
    "int_parsing_size": ("CAE-D049", mark("“{key}” is too large.")),
    "quantity_range": ("CAE-D049", mark("“{key}” must be from 0 to a thousand billion.")),
    "bool_type": ("CAE-D050", mark("“{key}” must be true or false.")),
    "string_type": ("CAE-D051", mark("“{key}” must be a text between quotes.")),
    "text_type": ("CAE-D051", mark("“{key}” must be a text between quotes.")),
    "text_empty": ("CAE-D052", mark("“{key}” is empty.")),
    "text_long": ("CAE-D053", mark("“{key}” has more than 200 characters.")),
    "date_type": ("CAE-D054", mark("“{key}” must be a date without quotes.")),
    "year_range": ("CAE-D055", mark("The year of “{key}” must be from 1990 to 2199.")),
    "month_type": ("CAE-D056", mark('“{key}” must be a month such as "2026-11".')),
    "month_day_type": ("CAE-D058", mark('“{key}” must be a month and a day such as "06-15".')),
    "too_short": ("CAE-D060", mark("“{key}” is empty.")),
}  # fmt: skip


def explained(error: ValidationError) -> list[Finding]:
    """Return the findings of a validation error, all of them."""
    findings: list[Finding] = []
    suggestions = 0
    errors = error.errors(include_url=False)
    holders = {detail["loc"][:-1] for detail in errors}
    for detail in errors:
        path: KeyPath = detail["loc"]
        if detail["type"] == "too_short" and path in holders:
            continue  # it only follows from a bad item, which is not counted
        if detail["type"] == "extra_forbidden":
            suggestions += 1
            findings.append(_unknown_key(path, compare=suggestions <= MOST_SUGGESTIONS))
        else:
            findings.append(_finding(path, detail))
    return findings


def _finding(path: KeyPath, detail: Error) -> Finding:
    kind, context = detail["type"], detail.get("ctx", {})
    special = _SPECIAL.get(kind)
    if special is not None:
        return special(path, detail["input"], context)
    code, sentence = _PLAIN.get(
        kind, ("CAE-D061", mark("“{key}” has a value that is not accepted."))
    )
    what = Said(sentence, {"key": key_name(path)})
    headed = kind == "tuple_type" and isinstance(detail["input"], Mapping)
    return Finding(code, path, what, _remedy(kind, detail), on_key=headed)


def _remedy(kind: str, detail: Error) -> Said | None:
    value, hint = detail["input"], detail.get("ctx", {}).get("hint")
    if hint:
        return say("Did you mean {value}?", value=_plain(Decimal(hint)))
    if kind == "date_type" and isinstance(value, str):
        return say("Write the date without quotes, year first, such as 2026-11-01.")
    if kind == "euros_type" and isinstance(value, str):
        return _amount_remedy(value)
    if kind == "tuple_type" and isinstance(value, Mapping):
        return say(
            "Write its header between double brackets: [[{key}]].", key=key_name(detail["loc"])
        )
    return None


def _amount_remedy(text: str) -> Said | None:
    """Suggest the number that a text such as "1 200,50 €" means, if it is one."""
    digits = "".join(c for c in text[:LONGEST_AMOUNT] if c not in "€  \u00a0\u202f")
    number = digits.replace(",", ".")
    if not number.isascii() or not number.replace(".", "", 1).isdecimal():
        return None
    return say("Write {value} without quotes, space or comma.", value=number)


def _plain(number: Decimal) -> str:
    """Return a number as it is typed in the file, whatever the language."""
    return f"{number.normalize():f}"


def _missing(path: KeyPath, _value: object, _context: Error) -> Finding:
    key = key_name(path)
    if path == ("format",):
        return Finding("CAE-D020", path, say("“format” is missing."))
    if path == ("activity",):
        remedy = say('Add the header [activity] and, below it: name = "…"')
    else:
        remedy = say("Add: {line}", line=_EXAMPLES.get(key, key))
    return Finding("CAE-D031", path, say("“{key}” is missing.", key=key), remedy)


#: What to type where a required key is missing.
_EXAMPLES: Mapping[str, str] = {
    "name": 'name = "…"',
    "label": 'label = "…"',
    "kind": 'kind = "cape"',
    "start": "start = 2026-11-01",
    "date": "date = 2026-11-01",
    "amount": "amount = 450.00",
    "rate": "rate = 0.12",
}


def _at_least(path: KeyPath, _value: object, context: Error) -> Finding:
    least = int(context["ge"])
    what = say("“{key}” must be at least {least}.", key=key_name(path), least=least)
    return Finding("CAE-D049", path, what)


def _at_most(path: KeyPath, _value: object, context: Error) -> Finding:
    most = int(context["le"])
    what = say("“{key}” must be at most {most}.", key=key_name(path), most=most)
    return Finding("CAE-D049", path, what)


def _word(path: KeyPath, value: object, context: Error) -> Finding:
    words = [word for word in str(context["expected"]).split("'")[1::2] if word]
    what = say("“{key}” is not one of the words expected.", key=key_name(path))
    close = nearest(value, words)
    if close:
        return Finding("CAE-D059", path, what, say('Did you mean "{word}"?', word=close))
    return Finding("CAE-D059", path, what, say("Write one of: {words}", words=", ".join(words)))


def _every(path: KeyPath, value: object, _context: Error) -> Finding:
    what = say("“{key}” is not a recurrence one knows.", key=key_name(path))
    close = every_of(value) if isinstance(value, str) else None
    close = close or nearest(value, EVERY_WORDS)
    remedy = say('Did you mean "{word}"?', word=close) if close else None
    return Finding("CAE-D057", path, what, remedy)


def _payment(path: KeyPath, _value: object, _context: Error) -> Finding:
    what = say("“{key}” holds no terms of payment that one knows.", key=key_name(path))
    forms = ", ".join(f'"{form}"' for form in FORMS)
    remedy = say("Write one of: {forms}; each may end in “, the 10th”.", forms=forms)
    return Finding("CAE-D062", path, what, remedy)


def _too_long(path: KeyPath, _value: object, context: Error) -> Finding:
    most = int(context["max_length"])
    what = say("“{key}” has more than {most} entries.", key=key_name(path), most=most)
    return Finding("CAE-D063", path, what)


_SPECIAL: Mapping[str, Callable[[KeyPath, object, Error], Finding]] = {
    "missing": _missing,
    "greater_than_equal": _at_least,
    "less_than_equal": _at_most,
    "literal_error": _word,
    "every_type": _every,
    "payment_type": _payment,
    "too_long": _too_long,
}


def _unknown_key(path: KeyPath, *, compare: bool) -> Finding:
    key = str(path[-1])
    what = say("“{key}” is not a key one knows here.", key=shortened(key))
    known = tuple(_known_keys(path[:-1]))
    close = nearest(key, known) if compare else None
    remedy = say("Did you mean “{key}”?", key=close) if close else None
    return Finding("CAE-D030", path, what, remedy, on_key=True)


def _known_keys(table: KeyPath) -> Iterator[str]:
    """Yield the keys of the table at a path, as the nouns declare them."""
    model: type[BaseModel] | None = Dossier
    for part in table:
        if isinstance(part, str) and model is not None:
            field = _field(model, part)
            model = None if field is None else _noun(field.annotation)
    if model is not None:
        yield from (field.alias or name for name, field in model.model_fields.items())


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    """Return the field of a key of the file."""
    for name, field in model.model_fields.items():
        if (field.alias or name) == key:
            return field
    return None


def _noun(annotation: Any) -> type[BaseModel] | None:
    """Return the noun inside an annotation such as `tuple[Client, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_noun(argument) for argument in getattr(annotation, "__args__", ()))
    return next((noun for noun in inner if noun is not None), None)
