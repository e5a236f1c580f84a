"""`cae undo` and `cae redo`: the states before and after the last edits."""

from typing import TYPE_CHECKING

import typer

from cae_cli.cli.changes.editing import DryRun
from cae_cli.cli.shell import surroundings
from cae_cli.cli.shell.dossier_file import dossier_path
from cae_cli.cli.shell.options import File, described
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import Exit, InvalidInputError
from cae_cli.language import Said, mark, say

if TYPE_CHECKING:
    from cae_cli.dossier.keeping.saving import Moved


@described(
    mark(
        "Each time, one edit more is undone. What was changed by hand since is never lost, and "
        "`cae redo` brings an edit back."
    ),
    "cae undo",
    "cae undo --dry-run",
)
def undo(ctx: typer.Context, file: File = None, dry_run: DryRun = False) -> int:
    from cae_cli.dossier.keeping import saving

    around = surroundings.of(ctx)
    path = dossier_path(around, file, writes=True)
    moved = saving.undo(path, dry_run=dry_run, tell=around.tell)
    told = say("{file}: undone: {summary}", file=path, summary=moved.summary)
    return _told(around, path, moved, None if dry_run else told)


@described(
    mark("What was undone can be done again, one edit at a time, until the next change."),
    "cae redo",
    "cae redo --dry-run",
)
def redo(ctx: typer.Context, file: File = None, dry_run: DryRun = False) -> int:
    from cae_cli.dossier.keeping import saving

    around = surroundings.of(ctx)
    path = dossier_path(around, file, writes=True)
    moved = saving.redo(path, dry_run=dry_run, tell=around.tell)
    told = say("{file}: done again: {summary}", file=path, summary=moved.summary)
    return _told(around, path, moved, None if dry_run else told)


def _told(around: Surroundings, path: str, moved: "Moved", told: Said | None) -> int:
    """Tell what was undone or done again, and its lines; the difference where nothing was."""
    from cae_cli.cli.shell.difference import difference, tell_changes
    from cae_cli.dossier.reading import read

    old, new = (state.decode("utf-8", "replace") for state in (moved.before, moved.after))
    if told is None:
        around.write(difference(old, new, path))
        return Exit.DONE
    around.write(f"{around.language.tell(told)}\n")
    tell_changes(around, old, new)
    try:
        read(path, moved.after)
    except InvalidInputError:
        around.tell(say("{file} is as wrong as it was then:", file=path))
        raise
    return Exit.DONE
