"""What becomes of a quote: it is signed, or it is lost."""

from collections.abc import Sequence

from cae_cli.dossier.changing import set_paths
from cae_cli.dossier.model import Prestation
from cae_cli.dossier.names import Which, client_path, prestation_path
from cae_cli.dossier.problems.findings import Finding
from cae_cli.dossier.problems.locating import located
from cae_cli.dossier.reading import ReadDossier
from cae_cli.errors import CaeError, InvalidInputError
from cae_cli.language import Said, say
from cae_cli.toml.keypath import KeyPath

_SIGNED = Finding(
    "CAE-E015",
    (),
    say("it is signed already."),
    say("Nothing is to be done; to change it: {command}", command="cae edit-prestation"),
)
_NOT_LOST = Finding(
    "CAE-E015",
    (),
    say("it is signed: it is no longer a quote that can be lost."),
    say(
        "If it ends: {edit}. If it was recorded by mistake: {remove}.",
        edit="cae edit-prestation … --end 2026-12-31",
        remove="cae remove-prestation",
    ),
)


def quote(
    read: ReadDossier, client: str, label: str | None, which: Which, *, losing: bool = False
) -> list[KeyPath]:
    """Return the paths of a quote: the prestation of a label, or the only quote of a client.

    Args:
        read: the dossier.
        client: its client, as typed.
        label: its label, as typed; None where the client has only one that is not signed.
        which: what tells apart those of one label.
        losing: it is to go, rather than to be signed.

    Raises:
        CaeError: nothing is called so, several are, or it is signed already.
    """
    path = client_path(read, client)
    sold = read.dossier.clients[int(path[1])].prestations
    signed = _NOT_LOST if losing else _SIGNED
    if label is not None:
        at = prestation_path(read, client, label, which)
        if not _is_open(sold[int(at[3])]):
            raise _at(read, at, signed)
        return [(*path, "prestations", rank) for rank in _together(sold, int(at[3]))]
    ranks = [rank for rank, prestation in enumerate(sold) if _is_open(prestation)]
    if not ranks:
        raise _at(read, path, signed._replace(what=_nothing_open(sold)))
    if ranks != _together(sold, ranks[0]):
        what = say("“{client}” has several prestations that are not signed.", client=client)
        labels = list(dict.fromkeys(sold[rank].label for rank in ranks))
        raise CaeError(what, say("Name one of them: {names}.", names=labels), "CAE-E002")
    return [(*path, "prestations", rank) for rank in ranks]


def signed(read: ReadDossier, quote: Sequence[KeyPath]) -> str:
    """Return the text in which a quote is signed: its probability is 1."""
    return set_paths(read, {(*path, "probability"): 1 for path in quote})


def _together(sold: Sequence[Prestation], rank: int) -> list[int]:
    """Return the ranks of what is signed or lost with a prestation: the rest of its quote."""
    quote = sold[rank].quote
    if quote is None:
        return [rank]
    return [i for i, one in enumerate(sold) if one.quote == quote and _is_open(one)]


def _is_open(prestation: Prestation) -> bool:
    return prestation.probability < 1


def _nothing_open(sold: Sequence[Prestation]) -> Said:
    return say("all it has is signed already.") if sold else say("it has no prestation.")


def _at(read: ReadDossier, path: KeyPath, finding: Finding) -> CaeError:
    """Return the error that shows where a thing stands in the file."""
    problems = located(read.text, read.data, [finding._replace(path=path)])
    return InvalidInputError(read.source, problems)
