"""Payroll data of one's own, laid over the data shipped: a new year need not wait for a release.

The file has the form of those shipped, and is checked as strictly: everything wrong in it is told
at once, each with its line.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cae_cli.errors import InvalidInputError, Problem
from cae_cli.language import Said, say
from cae_cli.rules.payroll.law import PayrollLaw
from cae_cli.rules.payroll.rules_form import (
    BOUND,
    CONTRIBUTION,
    FLAG,
    FORMS,
    MONTH,
    NOT_ON,
    TEXT,
    Form,
    Kind,
    is_month,
)
from cae_cli.rules.payroll.tables import (
    LINES,
    UNTIL,
    Tables,
    is_dated,
    laid_over,
    read_tables,
    shipped_tables,
)
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.nearest import nearest
from cae_cli.toml.places import Layout, place
from cae_cli.toml.syntax import explained
from cae_cli.toml.telling import in_order, shortened
from cae_cli.toml.text import TomlError

_KNOWN_UNTIL = "known_until"


class _Wrong(NamedTuple):
    """A problem, and the table and keys it stands at."""

    path: KeyPath
    code: str
    what: Said
    remedy: Said | None = None
    known: Sequence[str] = ()  # for a key that is unknown: those that are not


def law_with(text: str, source: str) -> PayrollLaw:
    """Return the shipped law with the dated values of a file laid over it.

    Args:
        text: the TOML of the file.
        source: its name, for messages.

    Raises:
        InvalidInputError: the file does not have the form of the payroll data.
    """
    shipped = shipped_tables()
    return PayrollLaw(laid_over(shipped, checked_tables(text, source, shipped)))


def checked_tables(text: str, source: str, below: Tables) -> Tables:
    """Return the tables of a payroll data file.

    Args:
        text: the TOML of the file.
        source: its name, for messages.
        below: the data it is laid over; empty for data that stands alone.

    Raises:
        InvalidInputError: with every problem of the file, in its order.
    """
    try:
        tables = read_tables(text)
    except TomlError as error:
        raise InvalidInputError(source, [explained(text, error)]) from None
    wrongs = list(_wrongs(tables, below))
    if wrongs:
        raise InvalidInputError(source, in_order(text, wrongs, lambda wrong: wrong.path, _problem))
    return tables


def _problem(layout: Layout, wrong: _Wrong) -> Problem:
    remedy, key = wrong.remedy, str(wrong.path[-1])
    if wrong.known:
        close = nearest(key, wrong.known)
        remedy = (
            say("Did you mean {name}?", name=close)
            if close
            else say("Known here: {names}.", names=list(wrong.known))
        )
    spot = place(layout, wrong.path, on_key=bool(wrong.known))
    return Problem(wrong.code, wrong.what, remedy, spot)


def _wrongs(tables: Tables, below: Tables) -> Iterator[_Wrong]:
    for key, value in tables.items():
        if key == _KNOWN_UNTIL:
            yield from _kind((key,), MONTH, value)
        elif key == LINES:
            yield from _contributions(value, below)
        elif key not in FORMS:
            yield _unknown((key,), [*FORMS, LINES, _KNOWN_UNTIL])
        else:
            yield from _table((key,), value, FORMS[key], below)


def _contributions(lines: object, below: Tables) -> Iterator[_Wrong]:
    if not isinstance(lines, dict):
        yield _not_table((LINES,))
        return
    for key, line in lines.items():
        path = (LINES, key)
        if not isinstance(line, dict):
            yield _not_table(path)
            continue
        for name, kind in (("name", TEXT), ("cover", FLAG)):
            if name in line:
                yield from _kind((*path, name), kind, line[name])
        if "name" not in line and key not in below.get(LINES, {}):
            yield _Wrong(
                path,
                "CAE-P012",
                say("The contribution {line} is new and has no name.", line=shortened(key)),
                say("Add a line such as {example}.", example='name = "Health insurance"'),
            )
        dated = {month: value for month, value in line.items() if month not in {"name", "cover"}}
        yield from _table(path, dated, CONTRIBUTION, below)


def _table(path: KeyPath, table: object, form: Form, below: Tables) -> Iterator[_Wrong]:
    if not isinstance(table, dict):
        yield _not_table(path)
        return
    first = min(filter(is_dated, below["smic"])) if below else ""
    first_value = first or min(filter(is_month, table), default="")
    for month, value in table.items():
        where = (*path, month)
        if not is_month(month):
            yield _Wrong(
                where,
                "CAE-P013",
                say("{month} is not a month.", month=shortened(month)),
                say("Write the first month of the value, such as 2027-01."),
            )
        elif month < first:
            yield _too_early(where, first)
        elif not isinstance(value, dict):
            yield _not_table(where)
        else:
            yield from _value(where, value, form)
            yield from _end(where, value, first_value if path[0] != LINES else "")
            if is_month(value.get("smic_of")) and value["smic_of"] < first:
                yield _too_early((*where, "smic_of"), first)


def _value(where: KeyPath, value: Mapping[str, Any], form: Form) -> Iterator[_Wrong]:
    for key, held in value.items():
        kind = form.kinds.get(key)
        if kind is None:
            yield _unknown((*where, key), list(form.kinds))
        else:
            yield from _kind((*where, key), kind, held)
    for key in form.required:
        if key not in value:
            yield _Wrong(
                where,
                "CAE-P012",
                say("{key} is missing.", key=key),
                say("Give {kind}.", kind=say(form.required[key].description)),
            )
    for key, other, needed in BOUND:
        if key in value and (other in value) is not needed:
            what = (
                say("{key} needs {other}.", key=key, other=other)
                if needed
                else say("{key} and {other} exclude each other.", key=key, other=other)
            )
            yield _Wrong((*where, key), "CAE-P014", what)
    for side in NOT_ON.get(str(value.get("on")), ()):
        if side in value:
            yield _Wrong(
                (*where, side),
                "CAE-P014",
                say("{key} has no place on a base of {on}.", key=side, on=value["on"]),
            )


def _end(where: KeyPath, value: Mapping[str, Any], first: str) -> Iterator[_Wrong]:
    """Yield what is wrong with the last month of a value; the first of a table has none."""
    last, month = value.get(UNTIL), str(where[-1])
    if not isinstance(last, str) or not is_month(last):
        return
    if last < month:
        what = say("{key} is before the first month of the value, {month}.",
                   key=UNTIL, month=month)  # fmt: skip
        yield _Wrong((*where, UNTIL), "CAE-P014", what)
    elif month == first:
        what = say("The first value of {table} cannot end: none would hold after it.",
                   table=where[0])  # fmt: skip
        yield _Wrong((*where, UNTIL), "CAE-P014", what)


def _kind(path: KeyPath, kind: Kind, held: object) -> Iterator[_Wrong]:
    if not kind.holds(held):
        yield _Wrong(
            path,
            "CAE-P013",
            say("{key} cannot be {held}.", key=shortened(str(path[-1])), held=shortened(str(held))),
            say("Give {kind}.", kind=say(kind.description)),
        )


def _unknown(path: KeyPath, known: Sequence[str]) -> _Wrong:
    what = say("{key} is unknown here.", key=shortened(str(path[-1])))
    return _Wrong(path, "CAE-P011", what, known=known)


def _too_early(path: KeyPath, first: str) -> _Wrong:
    return _Wrong(path, "CAE-P013", say("Payroll data begins in {first}.", first=first))


def _not_table(path: KeyPath) -> _Wrong:
    return _Wrong(
        path,
        "CAE-P013",
        say("{key} should hold dated values.", key=shortened(str(path[-1]))),
        say("Write a line such as {example}.", example='2027-01 = { …, text = "…" }'),
    )
