"""`cae edit`: the dossier in a text editor, checked before it takes the place of the old one."""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import typer

from cae_cli.cli.changes.editing import DryRun
from cae_cli.cli.shell import surroundings
from cae_cli.cli.shell.dossier_file import COPY_ENDS, copies_of, dossier_path
from cae_cli.cli.shell.options import File, described
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import CaeError, Exit, InvalidInputError
from cae_cli.language import mark, say

#: Seconds in which nobody has opened, read and closed a file.
AT_ONCE = 1.0
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
    from cae_cli.toml.source import MOST_REPAIRED, read_bytes

    around = surroundings.of(ctx)
    path = dossier_path(around, file, writes=True)
    editor = _editor(around)
    old = read_bytes(path, MOST_REPAIRED)
    copy = _copy(path, old)
    try:
        _until_valid(around, path, old, editor, copy, dry_run=dry_run)
    except BaseException:
        _leave(around, copy, old)
        raise
    copy.unlink(missing_ok=True)
    return Exit.DONE


def _until_valid(
    around: Surroundings,
    path: str,
    old: bytes,
    editor: Sequence[str],
    copy: Path,
    *,
    dry_run: bool,
) -> None:
    """Open the copy until what it holds can take the place of the dossier, or is the same.

    Raises:
        CaeError: it cannot, and the person does not go back to the editor.
    """
    from cae_cli.toml.source import decoded

    line = 0
    while True:
        started = time.monotonic()
        _open(editor, copy, line)
        new = copy.read_bytes()
        if new == old:
            around.tell(say("{file}: nothing changed.", file=path))
            if time.monotonic() - started < AT_ONCE and around.interactive:
                _doubt(around, editor[0], copy)
            return
        try:
            _save(around, path, old, decoded(path, new), dry_run=dry_run)
        except InvalidInputError as error:
            line = _again(around, error)
        else:
            return


def _doubt(around: Surroundings, name: str, copy: Path) -> None:
    """Tell of an editor that may still be open, while its copy goes."""
    around.tell(
        say(
            "{name} ended at once. If its window is still open, what you write there goes to "
            "{file}, not to the dossier: have the editor wait, such as {example}",
            name=name,
            file=str(copy),
            example="EDITOR='code --wait' cae edit",
        )
    )


def _leave(around: Surroundings, copy: Path, old: bytes) -> None:
    """Keep the copy and name it if it holds what a person wrote, else remove it."""
    with suppress(OSError):
        if copy.read_bytes() == old:
            copy.unlink()
        else:
            around.tell(say("What you wrote is kept in {file}", file=str(copy)))


def _save(around: Surroundings, path: str, old: bytes, text: str, *, dry_run: bool) -> None:
    """Put the text in the place of the dossier, or show what that would change."""
    from cae_cli.cli.shell.difference import difference, tell_changes
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
    tell_changes(around, before, text)


def _again(around: Surroundings, error: InvalidInputError) -> int:
    """Tell what is wrong, and return the line to go back to.

    Raises:
        InvalidInputError: the person does not go back, or cannot be asked.
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
    raise error


def _copy(path: str, content: bytes) -> Path:
    """Make a copy beside the dossier, so that what it names beside it is found."""
    folder, prefix = copies_of(path)
    handle, copy = tempfile.mkstemp(dir=folder, prefix=prefix, suffix=COPY_ENDS)
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
    # Ctrl-C in the editor is the editor's; a handler, unlike SIG_IGN, is not handed down to it.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        code = subprocess.run([*editor, *spot], check=False).returncode  # noqa: S603 - their editor
    except OSError as error:
        raise CaeError(
            say("The editor {name} cannot be started: {reason}.", name=editor[0],
                reason=error.strerror or type(error).__name__),
            say("Name another one in {variable}.", variable="$EDITOR"),
        ) from None  # fmt: skip
    finally:
        signal.signal(signal.SIGINT, before)
    if code:
        raise CaeError(
            say("The editor {name} ended with the error {code}.", name=editor[0], code=str(code)),
            say("The dossier is as it was."),
        )
