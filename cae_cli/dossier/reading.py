"""Reading a dossier: from bytes to nouns, or to all the problems with their places.

A valid file costs no more than `tomllib` and the nouns; places, codes and suggestions are
computed only where something is to be said or edited.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from pydantic import ValidationError

from cae_cli.dossier.formats import NEWEST, raised
from cae_cli.dossier.model import Dossier
from cae_cli.dossier.problems.budget import too_much
from cae_cli.dossier.problems.doubts import doubts
from cae_cli.dossier.problems.findings import Finding, Known
from cae_cli.dossier.problems.parts import check_faulty, check_valid
from cae_cli.errors import InvalidInputError, Note, Problem
from cae_cli.language import say
from cae_cli.toml.source import STANDARD_INPUT, decoded, read_bytes
from cae_cli.toml.text import TomlError, parse_toml

if TYPE_CHECKING:
    from cae_cli.toml.places import Layout


class ReadDossier(NamedTuple):
    """A valid dossier, and the text it was read from."""

    source: str  # as the person typed it
    text: str  # without byte-order mark, with its own line ends
    data: Mapping[str, object]  # what the text holds, as TOML
    dossier: Dossier
    doubts: tuple[Finding, ...] = ()

    @property
    def places(self) -> "Layout":
        """Where everything stands in the text (computed when asked for)."""
        from cae_cli.toml.places import scan  # noqa: PLC0415 - see the module's docstring

        return scan(self.text)

    @property
    def warnings(self) -> list[Problem]:
        """The doubts, with their places."""
        from cae_cli.dossier.problems.locating import located  # noqa: PLC0415 - see the module's docstring

        return located(self.text, self.data, self.doubts) if self.doubts else []

    @property
    def notes(self) -> list[Note]:
        """The doubts, for an answer that tells them beside other warnings."""
        from cae_cli.dossier.problems.locating import sentence  # noqa: PLC0415

        return [Note(doubt.code, sentence(self.data, doubt)) for doubt in self.doubts]


def load(
    source: str,
    *,
    stdin: bytes | None = None,
    presets: Sequence[str] | None = None,
    today: dt.date | None = None,
) -> ReadDossier:
    """Read the dossier of a path, or of standard input for `-`.

    Args:
        source: the path, as typed; "-" for what `stdin` holds.
        stdin: the bytes of standard input; only for "-".
        presets: the ids of the known cooperatives; None leaves the preset unchecked.
        today: for the warnings that depend on it; None leaves them out.

    Raises:
        InvalidInputError: the file cannot be read or is no valid dossier: all its problems.
    """
    raw = stdin or b"" if source == STANDARD_INPUT else read_bytes(source)
    return read(source, raw, presets=presets, today=today)


def read(
    source: str,
    raw: bytes,
    *,
    presets: Sequence[str] | None = None,
    today: dt.date | None = None,
) -> ReadDossier:
    """Read the dossier that bytes hold; see `load`."""
    return read_text(source, decoded(source, raw), presets=presets, today=today)


def read_text(
    source: str,
    text: str,
    *,
    presets: Sequence[str] | None = None,
    today: dt.date | None = None,
) -> ReadDossier:
    """Read the dossier that a text holds; see `load`."""
    try:
        data = parse_toml(text)
    except TomlError as error:
        _refuse_syntax(source, text, error)
    _check_format(source, text, data)
    newest = raised(data)
    known = Known(presets)
    try:
        dossier = Dossier.model_validate(newest)
    except ValidationError as error:
        findings = _all_findings(newest, error, known)
    else:
        findings = check_valid(dossier, known)
        if not findings and today is not None:
            findings = list(too_much(dossier, today))
    if findings:
        _refuse(source, text, newest, findings)
    return ReadDossier(source, text, data, dossier, doubts(dossier, today))


def _check_format(source: str, text: str, data: dict[str, object]) -> None:
    """Refuse a format of another version, before its unknown keys are."""
    given = data.get("format", NEWEST)
    if type(given) is int and 1 <= given <= NEWEST:
        return
    if type(given) is int and given > NEWEST:
        what = say("The dossier was made by a newer version of cae.")
        finding = Finding("CAE-D021", ("format",), what)
    else:
        finding = Finding("CAE-D022", ("format",), say("This format is not a known one."))
    _refuse(source, text, data, [finding])


def _all_findings(data: dict[str, object], error: ValidationError, known: Known) -> list[Finding]:
    from cae_cli.dossier.problems.explaining import explained  # noqa: PLC0415

    findings = explained(error)
    return [*findings, *check_faulty(data, [finding.path for finding in findings], known)]


def _refuse(
    source: str, text: str, data: dict[str, object], findings: Sequence[Finding]
) -> NoReturn:
    from cae_cli.dossier.problems.locating import located  # noqa: PLC0415

    raise InvalidInputError(source, located(text, data, findings))


def _refuse_syntax(source: str, text: str, error: TomlError) -> NoReturn:
    from cae_cli.toml.syntax import explained  # noqa: PLC0415

    raise InvalidInputError(source, [explained(text, error)])
