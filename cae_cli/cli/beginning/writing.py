"""The text of a new dossier, with a comment for each choice."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cae_cli.cli.beginning.answers import Newcomer
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.language import mark
from cae_cli.months import Month
from cae_cli.toml.values import block_lines, euros, inline, plain

_INDENT = "  "


class NewDossier(NamedTuple):
    """What a new dossier holds; amounts are cents."""

    name: str
    cooperative: str | None
    people: Sequence[Newcomer]
    net: int | None
    balance: int | None
    client: Mapping[str, object] | None  # the table of the file, its prestations included


def text_of(new: NewDossier, around: Surroundings) -> str:
    """Return the text of a new dossier."""

    def comment(text: str) -> str:
        return f"# {around.language.translate(text)}"

    lines = [
        comment(mark("A dossier of cae: see “cae --help”. Amounts are euros, excluding VAT.")),
        "format = 1",
        "",
        "[activity]",
        f"name = {inline(plain(new.name))}",
    ]
    if new.balance is not None:
        lines += [
            "",
            comment(mark("What the activity holds inside the cooperative when that month opens.")),
            "[treasury]",
            f"balance = {inline(euros(new.balance))}",
            f"month = {inline(str(Month.of(around.today)))}",
        ]
    if new.cooperative is not None:
        lines += [
            "",
            comment(mark("The rules of a known cooperative; yours can be written in place.")),
            "[cooperative]",
            f"preset = {inline(new.cooperative)}",
        ]
    if new.net is not None:
        lines += [
            "",
            comment(mark("What each person wants each month, before income tax.")),
            "[salary]",
            f"net_target = {inline(euros(new.net))}",
        ]
    for person in new.people:
        lines += ["", *_block("entrepreneurs", person.table())]
    if new.client is not None:
        lines += ["", *_block("clients", new.client)]
    return "\n".join(lines) + "\n"


def _block(kind: str, item: Mapping[str, object]) -> list[str]:
    table = plain(item)
    assert isinstance(table, dict)  # noqa: S101 - a table stays one
    return block_lines((kind,), table, listed=True, nested=_INDENT)
