"""Which file is the dossier."""

from pathlib import Path

from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import CaeError, UsageError
from cae_cli.language import say

USUAL = "cae.toml"
STANDARD = "-"


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
        return path
    if not Path(path).exists():
        raise CaeError(
            say("There is no dossier {file}.", file=path),
            say(
                "Make one with {command}, or name yours with {flag}.",
                command="cae init",
                flag="--file",
            ),
            "CAE-D001",
        )
    return path
