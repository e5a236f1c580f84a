"""Where an answer goes, and in which format: standard output, or a file replaced at once."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cae_cli.cli.shell import encoding
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import UsageError
from cae_cli.files.names import beside, same
from cae_cli.files.names import target as target_of
from cae_cli.files.replacing import replace
from cae_cli.language import say

TEXT, JSON, CSV, ICS = "text", "json", "csv", "ics"
STANDARD = "-"
#: What stands beside a dossier: its lock, and the history of its edits.
KEPT = ("lock", "history", "history-next")
_BY_EXTENSION = {".txt": TEXT, ".json": JSON, ".csv": CSV, ".ics": ICS}


class Target(NamedTuple):
    """A format, and the file to write; without one, standard output."""

    format: str = TEXT
    path: str | None = None

    def on_terminal(self, around: Surroundings) -> bool:
        """Tell whether the answer is drawn for a person at a terminal."""
        return self.format == TEXT and self.path is None and around.terminal


def target(
    *,
    json: bool = False,
    csv: bool = False,
    path: str | None = None,
    formats: Sequence[str] = (TEXT, JSON, CSV),
) -> Target:
    """Return where the flags `--json`, `--csv` and `-o` send an answer that has these formats.

    Raises:
        UsageError: the flags contradict each other, or the extension tells no format.
    """
    if json and csv:
        raise UsageError(
            say("{one} and {other} exclude each other.", one="--json", other="--csv"),
            say("Keep one of them."),
        )
    flagged = JSON if json else CSV if csv else None
    if path is None or path == STANDARD:
        return Target(flagged or TEXT)
    told = _BY_EXTENSION.get(Path(path).suffix.lower())
    if flagged is None and (told is None or told not in formats):
        known = [ending for ending, kind in _BY_EXTENSION.items() if kind in formats]
        raise UsageError(
            say("The end of {file} tells no format.", file=path),
            say("Give it one of these: {endings}.", endings=", ".join(known)),
        )
    if flagged and told and told != flagged:
        raise UsageError(
            say("{flag} and the end of {file} exclude each other.", flag=f"--{flagged}", file=path),
            say("Keep one of them."),
        )
    return Target(flagged or told or TEXT, path)


def send(around: Surroundings, to: Target, text: str) -> None:
    """Send a whole answer; a file is written as UTF-8, at once, and named on standard error."""
    if to.path is None:
        exact = to.format != JSON or encoding.speaks_unicode(around.stdout)
        around.write(text if exact else escaped(text))
        return
    send_bytes(around, to, text.encode("utf-8", "backslashreplace"))


def send_bytes(around: Surroundings, to: Target, content: bytes) -> None:
    """Send a whole answer that is bytes already."""
    if to.path is None:
        around.stdout.flush()
        around.stdout.buffer.write(content)
        return
    refuse_input(around, to.path)
    replace(target_of(to.path), content, name=to.path)
    around.tell(say("Written: {file}", file=to.path))


def refuse_input(around: Surroundings, path: str) -> None:
    """Refuse to write an answer over a file that was read for it, by whatever path or link.

    Raises:
        UsageError: it is such a file, or one that is kept beside it.
    """
    kept = [beside(target_of(read), suffix) for read in around.inputs or () for suffix in KEPT]
    for read in (*(around.inputs or ()), *kept):
        if same(read, path):
            raise UsageError(
                say("{file} would be lost: the answer is made from it.", file=path),
                say("Give {flag} another name.", flag="-o"),
            )


def escaped(json_text: str) -> str:
    r"""Return a JSON text in ASCII: a stream that lacks a character must not change a name."""
    return re.sub("[^\x00-\x7f]", _escape, json_text)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
