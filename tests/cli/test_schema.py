"""`cae schema`: what editors of TOML are told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cae_cli.dossier.description import keys
from cae_cli.dossier.description.words import SHARED, WORDS
from cae_cli.fields import Table
from tests.cli.kit import run_cae


def tables(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {"Dossier": schema, **schema["definitions"]}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_key_is_described(lang: str) -> None:
    schema = run_cae("schema", lang=lang).json
    for noun, table in tables(schema).items():
        assert table["description"], noun
        assert table["additionalProperties"] is False
        for key, value in table["properties"].items():
            assert value["description"], (noun, key)


def test_the_two_languages_differ_in_their_words_only() -> None:
    french, english = (tables(run_cae("schema", lang=lang).json) for lang in ("fr", "en"))
    assert french["Client"]["description"] == "Un client, et quand il paie."
    assert english["Client"]["description"] == "A client, and when it pays."
    for noun, table in english.items():
        assert french[noun]["properties"].keys() == table["properties"].keys()


def test_no_word_is_left_of_a_key_that_is_gone() -> None:
    nouns = {noun.__name__: noun for noun in _nouns(Table)}
    for noun, words in WORDS.items():
        users = [nouns[name] for name, other in SHARED.items() if other == noun] or [nouns[noun]]
        for key in filter(None, words):
            assert any(key in _keys(user) for user in users), (noun, key)


def _keys(table: type[Table]) -> set[str]:
    return {field.alias or name for name, field in table.model_fields.items()}


def _nouns(table: type[Table]) -> Iterator[type[Table]]:
    for noun in table.__subclasses__():
        yield noun
        yield from _nouns(noun)


def test_values_look_as_one_types_them() -> None:
    schema = tables(run_cae("schema", lang="en").json)
    prestation = schema["Prestation"]["properties"]
    assert prestation["amount"]["type"] == "number"
    assert prestation["every"]["default"] == "month"
    assert prestation["probability"] == {
        "default": 1.0,
        "description": "How sure it is, from 0 to 1: 1 is signed.",
        "maximum": 1,
        "minimum": 0,
        "type": "number",
    }
    assert (prestation["start"]["type"], prestation["start"]["format"]) == ("string", "date")
    assert schema["Prestation"]["required"] == ["label", "start"]
    assert schema["Dossier"]["required"] == ["format", "activity"]
    assert schema["Treasury"]["properties"]["month"]["pattern"].startswith("^[0-9]{4}-")
    assert "coodyssee" in schema["Cooperative"]["properties"]["preset"]["examples"]
    assert "default" not in schema["Change"]["properties"]["base"]


def test_references_lead_somewhere() -> None:
    schema = run_cae("schema").json
    found = set(_references(schema))
    assert found
    assert {reference.removeprefix("#/definitions/") for reference in found} <= set(
        schema["definitions"]
    )


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield inner
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def test_a_file_and_the_line_that_names_it(tmp_path: Path) -> None:
    result = run_cae("schema", "-o", "cae.schema.json", lang="en", cwd=tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "#:schema ./cae.schema.json" in result.stderr
    assert (tmp_path / "cae.schema.json").read_text("utf-8").startswith("{\n")


def test_kinds_of_keys() -> None:
    known = keys.settable()
    kinds = {name: known[name].kind for name in known}
    assert kinds["treasury.balance"] == keys.SIGNED_AMOUNT
    assert kinds["treasury.month"] == keys.MONTH
    assert kinds["salary.net_target"] == keys.AMOUNT
    assert kinds["salary.reserve_months"] == keys.QUANTITY
    assert kinds["cooperative.general_meeting"] == keys.YEARLY_DAY
    assert kinds["cooperative.payroll.headcount"] == keys.WHOLE
    assert kinds["cooperative.payroll.health_insurance.employer"] == keys.AMOUNT
    assert known["cooperative.contribution.base"].words == ("turnover", "margin")
    assert known["activity.name"].needed
    assert "format" not in known
    assert {"clients", "cooperative.contribution.brackets"} <= keys.lists()
    assert not set(known) & keys.lists()


def test_init_can_name_a_schema_written_beside(tmp_path: Path) -> None:
    result = run_cae("init", "--name", "x", "--schema", lang="en", cwd=tmp_path)
    assert result.exit_code == 0
    dossier = (tmp_path / "cae.toml").read_text("utf-8")
    assert dossier.startswith("#:schema ./cae.schema.json\n")
    expected = run_cae("schema", lang="en").stdout
    assert (tmp_path / "cae.schema.json").read_text("utf-8") == expected
    assert run_cae("check", lang="en", cwd=tmp_path).exit_code == 0
    other = tmp_path / "other"
    other.mkdir()
    run_cae("init", "--name", "x", cwd=other)
    assert not (other / "cae.schema.json").exists()
    assert "#:schema" not in (other / "cae.toml").read_text("utf-8")
