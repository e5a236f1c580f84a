"""`cae edit`: the dossier in a text editor, checked before it takes the place of the old one."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import typer

from cae_cli.cli.changes.editing import DryRun
from cae_cli.cli.shell import surroundings
from cae_cli.cli.shell.dossier_file import dossier_path
from cae_cli.cli.shell.options import File, described
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import CaeError, Exit, InvalidInputError
from cae_cli.language import Said, mark, say

_USUAL = ("notepad",) if os.name == "nt" else ("editor", "nano", "vi")
#: How editors are told the line; those that are not named here open at the top.
_PLUS = frozenset({"vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "micro",
                   "joe", "jed", "mg", "ne", "kak", "gedit", "editor"})  # fmt: skip
_COLON = frozenset({"code", "codium", "code-insiders", "subl", "hx", "helix", "zed"})


@described(
    mark(
        "A copy opens in $VISUAL, else $EDITOR; it takes the place of the dossier only once it is "
        "valid. Where it is not, you can go back to the line that is wrong."
    ),
    "cae edit",
    "EDITOR='code --wait' cae edit",
)
def edit(ctx: typer.Context, file: File = None, dry_run: DryRun = False) -> int:
    from cae_cli.toml.source import decoded, read_bytes

    around = surroundings.of(ctx)
    path = dossier_path(around, file, writes=True)
    editor = _editor(around)
    old = read_bytes(path)
    copy = _copy(path, old)
    line = 0
    while True:
        try:
            _open(editor, copy, line)
            text = decoded(path, copy.read_bytes())
            if text == decoded(path, old):
                copy.unlink()
                around.tell(say("{file}: nothing changed.", file=path))
                return Exit.DONE
            _save(around, path, old, text, dry_run=dry_run)
        except InvalidInputError as error:
            line = _again(around, error, copy)
        except CaeError:
            if copy.read_bytes() == old:
                copy.unlink()
            else:
                around.tell(_kept(copy))
            raise
        else:
            copy.unlink()
            return Exit.DONE


def _save(around: Surroundings, path: str, old: bytes, text: str, *, dry_run: bool) -> None:
    """Put the text in the place of the dossier, or show what that would change."""
    from cae_cli.cli.shell.difference import changed_lines, difference
    from cae_cli.dossier.keeping.saving import rewrite
    from cae_cli.dossier.reading import read_text
    from cae_cli.rules.cooperatives import preset_ids

    before = old.decode("utf-8-sig", "replace")
    if dry_run:
        read_text(path, text, presets=preset_ids(), today=around.today)
        around.write(difference(before, text, path))
        return
    summary = say("edited by hand")
    rewrite(path, old, text, summary, presets=preset_ids(), today=around.today)
    told = say("{file}: {summary}", file=path, summary=summary)
    around.write(f"{around.language.tell(told)}\n")
    for changed in changed_lines(before, text):
        around.write(f"  {around.language.show(changed)}\n")


def _again(around: Surroundings, error: InvalidInputError, copy: Path) -> int:
    """Tell what is wrong, and return the line to go back to.

    Raises:
        InvalidInputError: the person does not go back, or cannot be asked; the copy is kept.
    """
    from cae_cli.cli.shell.asking import confirm
    from cae_cli.cli.shell.problems import render_all

    place = error.problems[0].place
    line = 1 if place is None else place.line
    if around.interactive:
        around.stderr.write(render_all(error.source, error.problems, around))
        question = say("Go back to the editor, at line {line}?", line=str(line))
        if confirm(around, question):
            return line
    around.tell(say("The dossier is as it was: what you wrote is not valid."))
    around.tell(_kept(copy))
    raise error


def _kept(copy: Path) -> Said:
    return say("What you wrote is kept in {file}", file=str(copy))


def _copy(path: str, content: bytes) -> Path:
    """Make a copy beside the dossier, so that what it names beside it is found."""
    real = Path(os.path.realpath(path))
    handle, copy = tempfile.mkstemp(
        dir=real.parent, prefix=f".{real.stem[:50]}.edit-", suffix=".toml"
    )
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    return Path(copy)


def _editor(around: Surroundings) -> list[str]:
    """Return the command of the editor.

    Raises:
        CaeError: there is none.
    """
    for name in ("VISUAL", "EDITOR"):
        typed = around.environment.get(name, "")
        with suppress(ValueError):  # open quotes
            words = typed.split() if os.name == "nt" else shlex.split(typed)
            if words:
                return words
    for usual in _USUAL:
        if around.interactive and shutil.which(usual):
            return [usual]
    raise CaeError(
        say("No text editor is known."),
        say("Name yours in {variable}, such as: {example}", variable="$EDITOR",
            example="EDITOR=nano cae edit"),
    )  # fmt: skip


def _open(editor: Sequence[str], copy: Path, line: int) -> None:
    """Open a file in the editor, at a line (0: wherever it likes), until it is closed.

    Raises:
        CaeError: the editor cannot be started, or says that it failed.
    """
    name = Path(editor[0]).stem.lower()
    if line and name in _COLON:
        spot = [*(["--goto"] if name.startswith(("code", "codium")) else []), f"{copy}:{line}"]
    else:
        spot = [*([f"+{line}"] if line and name in _PLUS else []), str(copy)]
    try:
        code = subprocess.run([*editor, *spot], check=False).returncode  # noqa: S603 - their editor
    except OSError as error:
        raise CaeError(
            say("The editor {name} cannot be started: {reason}.", name=editor[0],
                reason=error.strerror or type(error).__name__),
            say("Name another one in {variable}.", variable="$EDITOR"),
        ) from None  # fmt: skip
    if code:
        raise CaeError(
            say("The editor {name} ended with the error {code}.", name=editor[0], code=str(code)),
            say("The dossier is as it was."),
        )
