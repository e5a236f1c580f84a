"""Which file is the dossier."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import CaeError, UsageError
from cae_cli.language import say

USUAL = "cae.toml"
COPY_ENDS = ".toml"
STANDARD = "-"


def is_there(around: Surroundings) -> bool:
    """Tell whether a dossier is found without being named."""
    return bool(around.environment.get("CAE_FILE")) or Path(USUAL).exists()


def one_of(argument: str | None, flag: str | None) -> str | None:
    """Return the dossier that was typed, as an argument or with `--file`.

    Raises:
        UsageError: it was typed both ways.
    """
    if argument is not None and flag is not None:
        raise named_twice([argument, flag])
    return argument or flag


def named_twice(paths: Sequence[str]) -> UsageError:
    """Return the error for more than one dossier where one is read."""
    return UsageError(
        say("More than one dossier is named: {files}.", files=list(paths)),
        say("Keep one of them."),
    )


def dossier_path(around: Surroundings, typed: str | None, *, writes: bool = False) -> str:
    """Return the dossier as `--file` names it, else $CAE_FILE, else ./cae.toml.

    "-" is standard input, for commands that only read.

    Raises:
        UsageError: a command that writes was given standard input.
        CaeError: there is no such file; the message says how to make one.
    """
    path = typed or around.environment.get("CAE_FILE") or USUAL
    if path == STANDARD:
        if writes:
            raise UsageError(
                say("This command changes the dossier: it cannot be standard input."),
                say("Name a file with {flag}.", flag="--file"),
            )
        around.reads("/dev/stdin")
        return path
    if not Path(path).exists():
        raise _not_found(path, typed or around.environment.get("CAE_FILE"))
    if not around.completing:
        _tell_left(around, path)
        around.reads(path)
    return path


def copies_of(path: str) -> tuple[Path, str]:
    """Return the folder of the copies that `cae edit` opens, and how their names begin."""
    real = Path(os.path.realpath(path))
    return real.parent, f".{real.stem[:50]}.edit-"


def _tell_left(around: Surroundings, path: str) -> None:
    """Tell of a copy that was being edited when a program ended, or still is."""
    folder, prefix = copies_of(path)
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(prefix) and entry.name.endswith(COPY_ENDS):
                left = say(
                    "{copy} is a copy of {file} that `cae edit` opened. If no editor holds it, "
                    "take what you need from it, then remove it.",
                    copy=entry.path,
                    file=path,
                )
                around.tell(left)


def _not_found(path: str, named: str | None) -> CaeError:
    """Return the error for a dossier that is not there: where it was looked for, what to do."""
    make = say("Make one with {command}, or name yours with {flag}.",
               command="cae init", flag="--file")  # fmt: skip
    if named:
        return CaeError(say("There is no dossier {file}.", file=path), make, "CAE-D001")
    here = Path.cwd()
    what = say("There is no file {file} in {folder}.", file=path, folder=str(here))
    above = next((folder for folder in here.parents if _has_one(folder)), None)
    if above is None:
        return CaeError(what, make, "CAE-D001")
    there = str(above / USUAL)
    remedy = say("A folder above has one: {flag} {file}, or {command} for a new one here.",
                 flag="--file", file=there, command="cae init")  # fmt: skip
    return CaeError(what, remedy, "CAE-D001")


def _has_one(folder: Path) -> bool:
    try:
        return (folder / USUAL).is_file()
    except OSError:
        return False  # a folder that may not be looked into
