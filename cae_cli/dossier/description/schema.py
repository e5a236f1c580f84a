"""The JSON Schema of a dossier, taken from its nouns, for editors that complete and check."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from cae_cli import fields
from cae_cli.dossier.description import keys
from cae_cli.dossier.description.words import words
from cae_cli.dossier.model import Dossier
from cae_cli.money import LARGEST_EUROS
from cae_cli.payment import FORMS, WORDS, PaymentTerms
from cae_cli.rhythm import EVERY_WORDS, Recurrence

DIALECT = "http://json-schema.org/draft-07/schema#"  # the one that editors of TOML know
_REFERENCES = "#/definitions/{model}"
_TEXT = {"type": "string", "minLength": 1, "maxLength": fields.LONGEST_NAME, "pattern": r"\S"}

#: What a value of each kind looks like, in TOML as JSON Schema sees it (a date is a text).
_KINDS: Mapping[str, Mapping[str, object]] = {
    keys.TEXT: _TEXT,
    keys.AMOUNT: {"type": "number", "minimum": 0, "maximum": LARGEST_EUROS},
    keys.SIGNED_AMOUNT: {"type": "number", "minimum": -LARGEST_EUROS, "maximum": LARGEST_EUROS},
    keys.RATE: {"type": "number", "minimum": 0, "maximum": 1},
    keys.INCREASE: {"type": "number", "minimum": -1, "maximum": 1},
    keys.QUANTITY: {"type": "number", "minimum": 0, "maximum": LARGEST_EUROS},
    keys.DAY: {"type": "string", "format": "date"},
    keys.MONTH: {"type": "string", "pattern": r"^[0-9]{4}-(0[1-9]|1[0-2])$"},
    keys.YEARLY_DAY: {"type": "string", "pattern": r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},
    keys.RECURRENCE: {
        "anyOf": [
            {"enum": list(EVERY_WORDS)},
            {"type": "string", "pattern": r"^[1-9][0-9]{0,3} (days|weeks|months)$"},
        ]
    },
    keys.PAYMENT: {"type": "string", "pattern": f"^({WORDS.pattern})$", "examples": list(FORMS)},
}


def schema(translate: Callable[[str], str], presets: Sequence[str]) -> dict[str, Any]:
    """Return the schema of format 1.

    Args:
        translate: puts the sentence of a key into the language of the reader.
        presets: the ids of the known cooperatives, which an editor completes.
    """
    made = Dossier.model_json_schema(schema_generator=_Generator, ref_template=_REFERENCES)
    nouns = {**made.pop("$defs"), "Dossier": made}
    for name, noun in nouns.items():
        _describe(name, noun, translate)
    nouns.pop("Dossier")
    nouns["Cooperative"]["properties"]["preset"]["examples"] = list(presets)
    return {"$schema": DIALECT, **made, "definitions": nouns}


class _Generator(GenerateJsonSchema):
    """Shows the fields as a person types them: euros, months as texts, recurrences as words."""

    def function_plain_schema(self, schema: Any) -> dict[str, Any]:
        kind = keys.kinds()[schema["function"]["function"]]
        return dict(_KINDS[kind])

    def default_schema(self, schema: Any) -> dict[str, Any]:
        if schema.get("default", ...) is None:  # in TOML a key is left out, never null
            return dict(self.generate_inner(schema["schema"]))
        return super().default_schema(schema)

    def nullable_schema(self, schema: Any) -> dict[str, Any]:
        return dict(self.generate_inner(schema["schema"]))

    def encode_default(self, dft: Any) -> Any:
        if isinstance(dft, (Recurrence, PaymentTerms)):
            return str(dft)
        return float(dft) if isinstance(dft, Decimal) else super().encode_default(dft)

    def get_title_from_name(self, name: str) -> str:
        return name


def _describe(noun: str, table: dict[str, Any], translate: Callable[[str], str]) -> None:
    """Put a sentence to a noun and to each of its keys; a reference stands beside none."""
    table.pop("title", None)
    table["description"] = translate(words(noun))
    for key, value in table["properties"].items():
        value.pop("title", None)
        if noun == "Change":  # what it leaves out stays as it was
            value.pop("default", None)
        reference = value.pop("$ref", None)
        if reference is not None:
            value["allOf"] = [{"$ref": reference}]
        value["description"] = translate(words(noun, key))
