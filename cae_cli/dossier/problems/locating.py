"""From findings to problems a person can act on: the place, the whole sentence, the remedy."""

from collections.abc import Iterable, Mapping, Sequence

from cae_cli.codes import remedy_of
from cae_cli.dossier.problems.findings import Finding
from cae_cli.dossier.problems.naming import where
from cae_cli.errors import Problem
from cae_cli.language import Said, say
from cae_cli.toml.places import Layout, place
from cae_cli.toml.telling import MOST_TOLD, in_order


def located(text: str, data: Mapping[str, object], findings: Iterable[Finding]) -> list[Problem]:
    """Return the problems in the order of the file, the first hundred only."""

    def problem(layout: Layout, finding: Finding) -> Problem:
        spot = place(layout, finding.path, on_key=finding.on_key)
        return _unplaced(data, finding)._replace(place=spot)

    return in_order(text, findings, lambda finding: finding.path, problem)


def unplaced(data: Mapping[str, object], findings: Sequence[Finding]) -> list[Problem]:
    """Return problems of a text that is written nowhere, so without places."""
    return [_unplaced(data, finding) for finding in findings[:MOST_TOLD]]


def _unplaced(data: Mapping[str, object], finding: Finding) -> Problem:
    remedy = finding.remedy or remedy_of(finding.code)
    return Problem(finding.code, sentence(data, finding), remedy)


def sentence(data: Mapping[str, object], finding: Finding) -> Said:
    """Return what is wrong, after the name of where."""
    named = where(data, finding.path)
    if named is None:
        return finding.what
    return say("{where}: {what}", where=named, what=finding.what)
