"""The dated data of payroll: read once, when first asked for.

A table holds dated values, keyed by their first month ("2025-05"): a value is in force from that
month until the next one listed. A value that its text sets for a time only has an `until`, its last
month: after it the value listed before holds again. Files of the same form can be laid over those
shipped.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from cae_cli.language import Said
from cae_cli.toml.text import parse_toml

FILES = ("smic.toml", "contributions.toml", "reduction.toml")
LINES = "contribution"  # the table of tables: one for each line of the payslip
UNTIL = "until"  # the last month of a value, where its text sets one

#: What a TOML file of payroll data holds, numbers with a point being exact decimals.
Tables = Mapping[str, Any]
#: One dated value: its numbers, and the text it comes from.
Value = Mapping[str, Any]


@cache
def shipped_tables() -> Tables:
    """Return the data that comes with the program."""
    # Not importlib.resources, whose import takes as long as reading these files.
    folder = Path(__file__).parents[1] / "data" / "payroll"
    tables: dict[str, Any] = {}
    for name in FILES:
        tables |= read_tables((folder / name).read_text(encoding="utf-8"))
    for line in tables[LINES].values():
        line["name"] = Said(line["name"], {})  # the catalogue knows it, unlike one's own names
    return tables


def read_tables(text: str) -> dict[str, Any]:
    """Read the TOML of a data file.

    Raises:
        TomlError: the text is not TOML.
    """
    return parse_toml(text)


def is_dated(key: str) -> bool:
    """Tell a month from the other keys of a table (`name`)."""
    return key[:1].isdigit()


def dated_tables(tables: Tables) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every table of dated values with its path ("smic", "contribution.health")."""
    for path, table in tables.items():
        if path == LINES:
            yield from ((f"{LINES}.{key}", line) for key, line in table.items())
        elif isinstance(table, dict):
            yield path, table


def first_month_in_force(table: Mapping[str, Any], month: str) -> str | None:
    """Return the first month of a table's value of a month; None before the first value."""
    begun = (key for key in table if is_dated(key) and key <= month)
    return max((key for key in begun if table[key].get(UNTIL, month) >= month), default=None)


def changes(tables: Tables) -> set[str]:
    """Return the months in which a value begins."""
    return {key for _, table in dated_tables(tables) for key in table if is_dated(key)}


def ending_values(tables: Tables) -> Iterator[Value]:
    """Yield the values that end by themselves."""
    for _, table in dated_tables(tables):
        yield from (table[key] for key in table if is_dated(key) and UNTIL in table[key])


def in_force(table: Mapping[str, Any], month: str) -> Value | None:
    """Return the value of a table that is in force in a month ("2025-03"); None before the first.

    "2025-03" and its like compare as texts the way their months do.
    """
    since = first_month_in_force(table, month)
    return None if since is None else table[since]


def laid_over(tables: Tables, upper: Tables) -> Tables:
    """Return tables with those of another file on top, dated value by dated value."""
    merged = dict(tables)
    for key, value in upper.items():
        below = merged.get(key)
        if isinstance(below, dict) and isinstance(value, dict) and not is_dated(key):
            merged[key] = laid_over(below, value)
        else:
            merged[key] = value
    return merged
