"""What commands that change the dossier share: the edit itself, and telling what it did."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli.context import Outside
from cae_cli.cli.files import dossier_path
from cae_cli.language import Said, mark, say

if TYPE_CHECKING:
    from cae_cli.dossier.reading import ReadDossier
    from cae_cli.dossier.saving import Edit

NEXT_DATES = 3
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=mark("Show what would change, and write nothing."))
]


def change(
    outside: Outside,
    typed: str | None,
    make: Callable[["ReadDossier"], str],
    summary: Said,
    *,
    dry_run: bool = False,
) -> "Edit":
    """Change the dossier, and show what was written (or would be).

    Args:
        outside: what comes from outside.
        typed: the value of `--file`.
        make: the new text of the dossier.
        summary: what the edit does, as a sentence.
        dry_run: write nothing, and show the difference.
    """
    from cae_cli.dossier.saving import edit
    from cae_cli.rules.cooperatives import preset_ids

    path = dossier_path(outside, typed, writes=True)
    done = edit(path, make, summary, presets=preset_ids(), today=outside.today, dry_run=dry_run)
    if dry_run:
        outside.write(_difference(done, path))
        return done
    told = say("{file}, line {line}: {summary}", file=path, line=str(done.first_line),
               summary=summary)  # fmt: skip
    outside.write(f"{outside.language.tell(told)}\n")
    for line in done.lines:
        outside.write(f"  {outside.language.show(line)}\n" if line.strip() else "\n")
    return done


def _difference(done: "Edit", path: str) -> str:
    from difflib import unified_diff

    from cae_cli.language import clean

    old, new = (read.text.splitlines() for read in (done.before, done.after))
    lines = unified_diff(old, new, path, path, lineterm="", n=1)
    return "".join(f"{clean(line)}\n" for line in lines)


def tell_next_dates(outside: Outside, dates: Iterable[dt.date], *, invoices: bool) -> None:
    """Tell the next dates of something that recurs."""
    found = list(dates)
    if not found:
        text = say("Nothing to come.") if not invoices else say("No invoice to come.")
    elif invoices:
        text = say("Next invoices: {dates}.", dates=", ".join(map(outside.language.date, found)))
    else:
        text = say("Next dates: {dates}.", dates=", ".join(map(outside.language.date, found)))
    outside.write(f"{outside.language.tell(text)}\n")
