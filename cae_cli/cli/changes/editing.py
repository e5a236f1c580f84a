"""What commands that change the dossier share: the edit itself, and telling what it did."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli.shell import values
from cae_cli.cli.shell.dossier_file import dossier_path
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.language import Said, mark, say

if TYPE_CHECKING:
    from cae_cli.cli.changes.effects import Dated
    from cae_cli.dossier.keeping.saving import Edit
    from cae_cli.dossier.names import Which
    from cae_cli.dossier.reading import ReadDossier

DryRun = Annotated[
    bool, typer.Option("--dry-run", help=mark("Show what would change, and write nothing."))
]
Number = Annotated[
    str | None,
    typer.Option("--number", metavar="N", help=mark("Which one, of several with that name: 1, 2…")),
]


def which(number: str | None, **told: object) -> "Which":
    """Return what tells apart the things of one name, from what was typed."""
    from cae_cli.dossier.names import Which

    known = {key: value for key, value in told.items() if value is not None}
    return Which(known, None if number is None else values.whole(number, "--number", 1))


def change(
    around: Surroundings,
    typed: str | None,
    make: Callable[["ReadDossier"], str],
    summary: Said,
    *,
    dry_run: bool = False,
    dates: "Callable[[ReadDossier], Dated] | None" = None,
) -> "Edit":
    """Change the dossier, show what was written (or would be) and what it changes.

    Args:
        around: the surroundings of this run.
        typed: the value of `--file`.
        make: the new text of the dossier.
        summary: what the edit does, as a sentence.
        dry_run: write nothing, and show the difference.
        dates: what to tell the next dates of, once changed.
    """
    from cae_cli.cli.changes import effects
    from cae_cli.cli.shell.difference import difference
    from cae_cli.dossier.keeping.saving import WrongChangeError, edit
    from cae_cli.rules.cooperatives import preset_ids

    path = dossier_path(around, typed, writes=True)
    try:
        done = edit(
            path,
            make,
            summary,
            presets=preset_ids(),
            today=around.today,
            dry_run=dry_run,
            tell=around.tell,
        )
    except WrongChangeError:
        tell_wrong_change(around)
        raise
    if dry_run:
        around.write(difference(done.before.text, done.after.text, path))
    elif done.before.text == done.after.text:
        around.tell(say("{file}: nothing to change, it was so already.", file=path))
    else:
        _tell(around, done, path, summary)
    if dates is not None:
        effects.tell_dates(around, dates(done.after))
    effects.tell_answer(around, done.before, done.after)
    return done


def tell_wrong_change(around: Surroundings) -> None:
    """Tell that the problems which follow are those of a change, which was not written."""
    from cae_cli.cli.shell.problems import render_alone

    what = say("The change would make the dossier wrong; nothing was written.")
    around.stderr.write(render_alone(what, None, around, "CAE-E004"))


def _tell(around: Surroundings, done: "Edit", path: str, summary: Said) -> None:
    """Tell what was done, and the lines: the new ones, or both where some were replaced."""
    from cae_cli.cli.shell.difference import tell_changes, tell_lines

    told = say("{file}, line {line}: {summary}", file=path, line=str(done.first_line),
               summary=summary)  # fmt: skip
    around.write(f"{around.language.tell(told)}\n")
    only_added = len(done.lines) == _count(done.after.text) - _count(done.before.text)
    if only_added:
        tell_lines(around, done.lines)
    else:
        tell_changes(around, done.before.text, done.after.text)


def _count(text: str) -> int:
    return text.removesuffix("\n").count("\n")
