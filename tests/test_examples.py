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
from tests.cli.kit import run_cae

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
        ("marcelle-et-lulu", "2022-11-01"),  # from March 2023 on its treasury is an old one
        ("arnaud-paysagiste", "2026-11-23"),
        ("complet", "2026-11-23"),
        ("ma-cooperative", "2027-01-10"),
    ],
)
def test_an_example_reads_without_a_warning(name: str, today: str) -> None:
    text = (EXAMPLES / f"{name}.toml").read_text("utf-8")
    assert reading(text, today).warnings == []
    assert max(map(len, text.splitlines())) <= 100


def keys_of_format(table: type[Table], path: str = "") -> Iterator[str]:
    for attribute, field in table.model_fields.items():
        name = field.alias or attribute
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
    inline = {
        "employer",
        "employee",
        "up_to",
        "from",
        "to",
        "net",
    }  # told with the table that they stand in
    assert last_names - explained - tables - inline == set()


def test_every_rhythm_has_its_example() -> None:
    dossier = reading(COMPLETE.read_text("utf-8"), "2026-11-23").dossier
    rhythms = {
        str(prestation.every) for client in dossier.clients for prestation in client.prestations
    }
    assert rhythms == {
        "once", "week", "month", "quarter", "half-year", "year", "month-end", "4 months",
        "2 weeks", "10 days",
    }  # fmt: skip


def simulated(name: str, today: str) -> Any:
    path = str(EXAMPLES / f"{name}.toml")
    return run_cae("simulate", "--json", "-f", path, "--today", today).json


def month(document: Any, wanted: str) -> Any:
    (row,) = [row for row in document["months"] if row["month"] == wanted]
    return row


def test_marcelle_and_lulu_are_paid_in_the_summer_they_hoped_for() -> None:
    found = simulated("marcelle-et-lulu", "2023-03-01")["first_salary"]
    assert {found[view]["month"] for view in found} <= {"2023-07", "2023-08"}


def test_a_month_of_arnaud_by_hand() -> None:
    row = month(simulated("arnaud-paysagiste", "2026-11-23"), "2026-10")
    # 620 × 1.02⁵ = 684.53 (five whole years since March 2021), 780 and 410; mowing by two weeks:
    # 12 and 26 October (118 × 14 days after 4 April 2022), 5 and 19 October (91 × 14 days after
    # 10 April 2023)
    assert row["invoiced"] == pytest.approx(684.53 + 780 + 410 + 2 * 95 + 2 * 80)
    # 17 % of it is 378.17, and 240 of fuel
    assert row["expenses"] == 618.17
    # 12 % of the year so far, 40 644.53, is 4 877.34; 4 610.40 was taken
    assert row["contribution"] == 266.94


def test_two_months_of_the_complete_example_by_hand() -> None:
    document = simulated("complet", "2026-11-23")
    row = month(document, "2026-11")
    # 42 × 21 × 1.02 = 899.64 (past 1 September), 180 for each of the four Wednesdays, on the 30th;
    # 240 on the 5th and the 19th, 900 and 35 on the 30th; 40 on the 3rd, the 13th and the 23rd
    assert row["invoiced"] == pytest.approx(899.64 + 4 * 180 + 2 * 240 + 900 + 35 + 3 * 40)
    # 38 and 75; the room, 90, on the 4th and the 18th; 250, the cost of the 900
    assert row["expenses"] == 543
    # 899.64 of 15 October, on its 45th day's month end; the Wednesdays of October, 720; 480; 1 350;
    # 35 of 31 October; and the 900 at once. 12 % of it less 180 and 250, 3 954.64; unpaid: no fee
    # a month, and that of 2026 is paid
    assert (row["cashed"], row["contribution"]) == (4384.64, 474.56)
    row = month(document, "2027-02")
    # the 15th is in a pause; 720, 240 on the 11th and the 25th, 320, 35; 40 on the 1st, 11th, 21st
    assert row["invoiced"] == 720 + 480 + 320 + 35 + 120
    # 38 × 1.03 = 39.14, 75, the room on the 10th and the 24th, 15 % of the 320, 5 % of 1 675
    assert row["expenses"] == pytest.approx(39.14 + 75 + 180 + 48 + 83.75)
    # 480, 1 350, 120 of the member, less the credit note of 31 December, 65: 12 % of
    # 1 885 − 120 − 180 − 48 − 83.75 = 1 453.25, which is 174.39; 5 % of 120; 25 a month under the
    # CESA, now paid
    assert (row["cashed"], row["contribution"]) == (1885, 174.39 + 6 + 25)
    assert row["investments"] == 780
