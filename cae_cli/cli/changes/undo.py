"""`cae undo`: the state before the last edit."""

import typer

from cae_cli.cli.changes.editing import DryRun
from cae_cli.cli.frame import context
from cae_cli.cli.frame.declare import File, described
from cae_cli.cli.frame.files import dossier_path
from cae_cli.errors import Exit, InvalidInputError
from cae_cli.language import mark, say


@described(
    mark("Undone twice, the edit is back. What was changed by hand since is never lost."),
    "cae undo",
    "cae undo --dry-run",
)
def undo(ctx: typer.Context, file: File = None, dry_run: DryRun = False) -> int:
    from cae_cli.cli.frame.difference import changed_lines, difference
    from cae_cli.dossier.keeping import saving
    from cae_cli.dossier.reading import read

    outside = context.of(ctx)
    path = dossier_path(outside, file, writes=True)
    undone = saving.undo(path, dry_run=dry_run)
    old, new = (state.decode("utf-8", "replace") for state in (undone.before, undone.after))
    if dry_run:
        outside.write(difference(old, new, path))
        return Exit.DONE
    told = (
        say("{file}: done again: {summary}", file=path, summary=undone.summary)
        if undone.again
        else say("{file}: undone: {summary}", file=path, summary=undone.summary)
    )
    outside.write(f"{outside.language.tell(told)}\n")
    for line in changed_lines(old, new):
        outside.write(f"  {outside.language.show(line)}\n")
    try:
        read(path, undone.after)
    except InvalidInputError:
        outside.tell(say("{file} is as wrong as it was before that edit:", file=path))
        raise
    return Exit.DONE
