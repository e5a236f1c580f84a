"""The examples: each reads without an error, and one of them holds every key of the format."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from cae_cli.dossier.model import Dossier
from cae_cli.dossier.reading import ReadDossier, read
from cae_cli.fields import Table
from cae_cli.rules.cooperatives import preset_ids

EXAMPLES = Path(__file__).parent.parent / "examples"
COMPLETE = EXAMPLES / "complet.toml"
#: A key of the format that stands in a comment, ready to be used: "# preset = …".
UNUSED = re.compile(r"^(\s*)# (\w+ = )", re.MULTILINE)


def reading(text: str, today: str) -> ReadDossier:
    day = dt.date.fromisoformat(today)
    return read("x.toml", text.encode(), presets=preset_ids(), today=day)


@pytest.mark.parametrize(
    ("name", "today"),
    [
        ("marcelle-et-lulu", "2023-03-01"),
        ("arnaud-paysagiste", "2026-11-23"),
        ("complet", "2026-11-23"),
    ],
)
def test_an_example_reads_without_a_warning(name: str, today: str) -> None:
    text = (EXAMPLES / f"{name}.toml").read_text("utf-8")
    assert reading(text, today).warnings == []
    assert max(map(len, text.splitlines())) <= 100


def keys_of_format(table: type[Table], path: str = "") -> Iterator[str]:
    for name, field in table.model_fields.items():
        yield f"{path}{name}"
        for below in tables_in(field.annotation):
            yield from keys_of_format(below, f"{path}{name}.")


def tables_in(annotation: Any) -> Iterator[type[Table]]:
    if isinstance(annotation, type) and issubclass(annotation, Table):
        yield annotation
    for argument in get_args(annotation):
        yield from tables_in(argument)


def keys_of_file(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from keys_of_file(item, path)
    elif isinstance(value, dict):
        for key, below in value.items():
            yield f"{path}{key}"
            yield from keys_of_file(below, f"{path}{key}.")


#: `when` takes every term again: one of each kind is enough there.
AGAIN = re.compile(r"cooperative\.contribution\.when\.(?!phase|after_months|unpaid)")


def test_the_complete_example_holds_every_key() -> None:
    used = tomllib.loads(UNUSED.sub(r"\1\2", COMPLETE.read_text("utf-8")))
    expected = {key for key in keys_of_format(Dossier) if not AGAIN.match(key)}
    assert "cooperative.payroll.provident.employer" in expected  # the walk goes deep
    assert expected - set(keys_of_file(used)) == set()


def test_the_keys_it_leaves_unused_may_be_used() -> None:
    text = COMPLETE.read_text("utf-8")
    assert UNUSED.findall(text) == [
        ("", "preset = "),
        ("", "start = "),
        ("", "associate_since = "),
    ]
    dossier = reading(UNUSED.sub(r"\1\2", text), "2026-11-23").dossier
    assert dossier.cooperative.preset == "coodyssee"
    assert dossier.entrepreneurs[0].associate_since == dt.date(2028, 6, 23)
    assert str(dossier.salary.start) == "2027-02"


def test_every_key_of_the_complete_example_is_explained() -> None:
    text = COMPLETE.read_text("utf-8")
    explained = set()
    above = False  # the line above is a comment of its own
    for line in text.splitlines():
        match = re.match(r"\s*(?:# )?(\w+) = ", line)
        if match and ("#" in line.partition("=")[2] or above):
            explained.add(match[1])
        above = line.lstrip().startswith("#") and not match
    last_names = {key.rpartition(".")[2] for key in keys_of_format(Dossier)}
    tables = set(re.findall(r"\[+[\w.]*?(\w+)\]", text))
    inline = {"employer", "employee", "up_to"}  # told with the table that they stand in
    assert last_names - explained - tables - inline == set()


def test_every_rhythm_has_its_example() -> None:
    dossier = reading(COMPLETE.read_text("utf-8"), "2026-11-23").dossier
    rhythms = {
        (prestation.every.step, prestation.every.weeks)
        for client in dossier.clients
        for prestation in client.prestations
    }
    # once, month, quarter, half-year, year, "4 months"; week, "2 weeks"
    assert rhythms == {*((step, False) for step in (0, 1, 3, 6, 12, 4)), (1, True), (2, True)}
