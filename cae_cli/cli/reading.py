"""What commands read: the dossier, its cooperative's rules, the payroll rules."""

from typing import TYPE_CHECKING

from cae_cli.cli.shell.dossier_file import STANDARD, dossier_path
from cae_cli.cli.shell.surroundings import Surroundings

if TYPE_CHECKING:
    from cae_cli.dossier.reading import ReadDossier
    from cae_cli.errors import Note
    from cae_cli.render.shown import About
    from cae_cli.rules.payroll.law import PayrollLaw


def read_dossier(around: Surroundings, typed: str | None) -> "ReadDossier":
    """Read the dossier that `--file` names, else $CAE_FILE, else ./cae.toml; "-" is stdin.

    Raises:
        CaeError: there is none, or it is not valid: all its problems are told.
    """
    from cae_cli.dossier.reading import load
    from cae_cli.rules.cooperatives import preset_ids
    from cae_cli.toml.source import MOST_BYTES

    path = dossier_path(around, typed)
    stdin = around.stdin.buffer.read(MOST_BYTES + 1) if path == STANDARD else None
    return load(path, stdin=stdin, presets=preset_ids(), today=around.today)


def about(around: Surroundings, read: "ReadDossier") -> "About":
    """Return what an answer about a dossier names it by."""
    from cae_cli.render.shown import About

    return About(read.dossier.activity.name, read.source, around.today)


def known_cooperative(typed: str) -> str:
    """Return the id of a known cooperative: of its id or its name, accents and capitals aside.

    Raises:
        CaeError: no cooperative is called so; the nearest is suggested.
    """
    from cae_cli.errors import CaeError
    from cae_cli.language import say
    from cae_cli.rules.cooperatives import preset, preset_ids
    from cae_cli.toml.nearest import nearest
    from cae_cli.written.texts import folded

    ids, word = preset_ids(), folded(typed)
    if word in ids:
        return word
    named = [known for known in ids if folded(preset(known).name) == word]
    if named:
        return named[0]
    close = nearest(typed, ids)
    remedy = (
        say("Known are: {ids}.", ids=", ".join(ids))
        if close is None
        else say("Did you mean “{name}”?", name=close)
    )
    raise CaeError(say("No known cooperative is called “{id}”.", id=typed), remedy, "CAE-C001")


def payroll_law(around: Surroundings, typed: str | None) -> "PayrollLaw":
    """Return the payroll law: what ships, under the file that `--rules` names, else $CAE_RULES.

    Raises:
        InvalidInputError: the file cannot be read, or has not the form of payroll data.
    """
    from cae_cli.rules.payroll.law import shipped_law

    path = rules_path(around, typed)
    if path is None:
        return shipped_law()
    from cae_cli.rules.payroll.rules_file import law_with
    from cae_cli.toml.source import decoded, read_bytes

    around.reads(path)
    return law_with(decoded(path, read_bytes(path)), path)


def rules_path(around: Surroundings, typed: str | None) -> str | None:
    """Return the file of payroll rules that is laid over those shipped; None without one."""
    return typed or around.environment.get("CAE_RULES") or None


def rules_notes(around: Surroundings, typed: str | None) -> list["Note"]:
    """Return the note that tells of a file of payroll rules, where there is one."""
    from cae_cli.errors import Note
    from cae_cli.language import say

    path = rules_path(around, typed)
    if path is None:
        return []
    text = say("Payroll rules: those of {file}, laid over those that ship.", file=path)
    return [Note("payroll-rules-file", text)]
