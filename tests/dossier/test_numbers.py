"""Every number of a dossier is exact and bounded where it comes in, whatever its field."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from cae_cli.dossier.model import Dossier
from cae_cli.dossier.reading import read_text
from cae_cli.errors import InvalidInputError

NUMBERS = (
    "1e9999999", "-1e9999999", "1e-9999999", "1e-99999999", "1e9999999999999999999", "9" * 5000,
    "0." + "3" * 5000, "0x" + "F" * 5000, "0o" + "7" * 5000, "0b" + "1" * 9000, "nan", "inf",
    "1" * 29, "1." + "1" * 28, "1e101", "1e-101",
)  # fmt: skip
#: What is zero, however it is written.
ZEROS = ("0e9999999", "0e-9999999", "-0.0", "0." + "0" * 5000)


def nouns(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the nouns inside an annotation such as `tuple[Client, ...]`."""
    for argument in getattr(annotation, "__args__", ()):
        if isinstance(argument, type) and issubclass(argument, BaseModel):
            yield argument
        yield from nouns(argument)


def keys(model: type[BaseModel] = Dossier, around: str = "@") -> Iterator[str]:
    """Yield the text of a dossier for each of its keys, with "@" where the value goes."""
    for key, field in model.model_fields.items():
        yield around.replace("@", f"{key} = @")
        noun = field.annotation
        if isinstance(noun, type) and issubclass(noun, BaseModel):
            yield from keys(noun, around.replace("@", f"{key} = {{ @ }}"))
        for inner in nouns(noun):
            yield from keys(inner, around.replace("@", f"{key} = [{{ @ }}]"))


EVERY_KEY = sorted(set(keys()))


def test_the_keys_are_those_of_the_whole_file() -> None:
    assert "clients = [{ prestations = [{ probability = @ }] }]" in EVERY_KEY
    assert "cooperative = { contribution = { brackets = [{ rate = @ }] } }" in EVERY_KEY
    assert len(EVERY_KEY) > 80


@pytest.mark.parametrize("key", EVERY_KEY)
def test_no_field_takes_a_number_beyond_all_bounds(key: str) -> None:
    start = time.monotonic()
    for number in NUMBERS:
        with pytest.raises(InvalidInputError) as error:
            read_text("cae.toml", key.replace("@", number))
        problems = error.value.problems
        assert any(p.place and number[:20] in p.place.excerpt for p in problems)
        if number not in {"nan", "inf"}:
            assert problems[0].code == "CAE-D017"
    assert time.monotonic() - start < 5  # a guard against hangs


@pytest.mark.parametrize("number", ZEROS)
def test_zero_is_zero(number: str) -> None:
    text = f"format = 1\nactivity.name = 'A'\nsalary.reserve_months = {number}\n"
    assert read_text("cae.toml", text).dossier.salary.reserve_months == 0


@pytest.mark.parametrize(
    "line",
    [
        'cooperative.general_meeting = "W10-1"',
        'cooperative.general_meeting = "０６-15"',
        'treasury.month = "２０２６-11"',
        'treasury.month = "2026-11\\n"',
        "assumptions.smic_growth = 0.011111111111",
    ],
)
def test_what_only_looks_like_a_value_is_refused(line: str) -> None:
    with pytest.raises(InvalidInputError):
        read_text("cae.toml", f"format = 1\nactivity.name = 'A'\n{line}\n")
