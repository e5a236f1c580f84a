"""Positions: every key and value of any TOML stands where the scanner says."""

import time
from decimal import Decimal

import pytest

from cae_cli.toml.expected import same, value_at
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.places import place, scan
from cae_cli.toml.text import parse_toml

HAND_MADE = '''# un commentaire
format = 1
activity.name = "Éa & Lulu"   # clé pointée
activity.trade = """
[[clients]]
name = "pas un client"
""\\"""""
treasury = { balance = -1_200.50, month = "2026-11" }
[cooperative]
contribution = { brackets = [ { up_to = 40000, rate = 0.11 }, # bas
    { rate = 0.10 },
  ], cap_per_year = 8400.00 }
  [ cooperative . "payroll" ]
  headcount = 60

[[clients]]   # A
name = 'l\\'
  [[clients.prestations]]
  label = \'\'\'
[[clients]]\'\'\'
  months = [
    3, 4, # printemps
    9 ]
  start = 2026-11-01\t
  "every" = "month"
[[clients]]
name = "B"
prestations = []
[[clients.notes]]
x = [[1], [], [[{}]], {a.b = 1, "c d" = [2, "]"]}]
at = 1979-05-27 07:32:00
[[expenses]]
label = "#, }"
'''


def spots(text: str) -> dict[KeyPath, str]:
    return {path: text[spot.start : spot.end] for path, spot in scan(text).spots.items()}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_value_stands_where_it_is_said(end: str) -> None:
    text = HAND_MADE.replace("\n", end)
    data = parse_toml(text)
    layout = scan(text)
    leaves = [path for path in all_paths(data) if not isinstance(value_at(data, path), dict)]
    for path in leaves:
        value = value_at(data, path)
        if isinstance(value, list) and path not in layout.inlines:
            continue  # blocks with headers
        spot = layout.spots[path]
        written = parse_toml(f"v = {text[spot.start : spot.end]}")["v"]
        assert same(written, value), path
        if isinstance(path[-1], str):
            key = text[spot.key : spot.key_end]
            assert list(parse_toml(f"{key} = 1")) == [path[-1]]


def all_paths(data: object, path: KeyPath = ()) -> list[KeyPath]:
    items: list[tuple[str | int, object]] = []
    if isinstance(data, dict):
        items = list(data.items())
    if isinstance(data, list):
        items = list(enumerate(data))
    return [found for key, v in items for found in [(*path, key), *all_paths(v, (*path, key))]]


def test_headers_belong_to_the_tables_they_open() -> None:
    layout = scan(HAND_MADE)
    assert [block.path for block in layout.blocks] == [
        (),
        ("cooperative",),
        ("cooperative", "payroll"),
        ("clients", 0),
        ("clients", 0, "prestations", 0),
        ("clients", 1),
        ("clients", 1, "notes", 0),
        ("expenses", 0),
    ]
    block = layout.blocks[4]
    own = HAND_MADE[block.header : block.end]
    assert own.startswith("  [[clients.prestations]]\n")
    assert own.endswith('"every" = "month"\n')


def test_a_place_counts_lines_and_columns_from_one() -> None:
    found = place(scan(HAND_MADE), ("clients", 0, "prestations", 0, "months", 1))
    # Line 22 is `    3, 4, # printemps`; the 4 is its eighth character.
    assert (found.line, found.column, found.width) == (22, 8, 1)
    assert found.excerpt == "    3, 4, # printemps"


def test_what_is_missing_is_placed_at_its_table() -> None:
    found = place(scan(HAND_MADE), ("clients", 1, "payment"))
    assert (found.line, found.excerpt, found.column, found.width) == (26, "[[clients]]", 3, 7)


def test_a_value_over_several_lines_is_underlined_on_the_first() -> None:
    found = place(scan(HAND_MADE), ("activity", "trade"))
    assert (found.line, found.column, found.width) == (4, 18, 3)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 400 + "]" * 400,
        "a = " + "{a=" * 200 + "1" + "}" * 200,
        "a = [" + "1," * 300_000 + "]",
        'a = """' + "\\\\" * 300_000 + '"""',
        "\n" * 900_000 + "a = 1",
        "#" * 900_000,
        "".join(f"[[a]]\nb={i}\n" for i in range(60_000)),
        " " * 900_000 + "a = 1",
    ],
    ids=lambda text: text[:12],
)
def test_time_grows_with_the_text_only(text: str) -> None:
    parse_toml(text)
    started = time.process_time()
    scan.__wrapped__(text)
    assert time.process_time() - started < 60  # a hang, not a slow day


def test_numbers_keep_their_places_and_digits() -> None:
    assert spots("a = 1_200.10\n")["a",] == "1_200.10"
    assert parse_toml("a = 1200.10")["a"] == Decimal("1200.10")
