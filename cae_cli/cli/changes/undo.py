"""`cae undo`: the state before the last edit."""

import typer

from cae_cli.cli.changes.editing import DryRun
from cae_cli.cli.shell import surroundings
from cae_cli.cli.shell.dossier_file import dossier_path
from cae_cli.cli.shell.options import File, described
from cae_cli.errors import Exit, InvalidInputError
from cae_cli.language import mark, say


@described(
    mark("Undone twice, the edit is back. What was changed by hand since is never lost."),
    "cae undo",
    "cae undo --dry-run",
)
def undo(ctx: typer.Context, file: File = None, dry_run: DryRun = False) -> int:
    from cae_cli.cli.shell.difference import changed_lines, difference
    from cae_cli.dossier.keeping import saving
    from cae_cli.dossier.reading import read

    around = surroundings.of(ctx)
    path = dossier_path(around, file, writes=True)
    undone = saving.undo(path, dry_run=dry_run)
    old, new = (state.decode("utf-8", "replace") for state in (undone.before, undone.after))
    if dry_run:
        around.write(difference(old, new, path))
        return Exit.DONE
    told = (
        say("{file}: done again: {summary}", file=path, summary=undone.summary)
        if undone.again
        else say("{file}: undone: {summary}", file=path, summary=undone.summary)
    )
    around.write(f"{around.language.tell(told)}\n")
    for line in changed_lines(old, new):
        around.write(f"  {around.language.show(line)}\n")
    try:
        read(path, undone.after)
    except InvalidInputError:
        around.tell(say("{file} is as wrong as it was before that edit:", file=path))
        raise
    return Exit.DONE
