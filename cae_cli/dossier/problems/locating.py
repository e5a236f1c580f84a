"""From findings to problems a person can act on: the place, the whole sentence, the remedy."""

from collections.abc import Iterable, Mapping, Sequence

from cae_cli.codes import CODES
from cae_cli.dossier.problems.findings import Finding
from cae_cli.dossier.problems.naming import where
from cae_cli.errors import Place, Problem
from cae_cli.language import Said, say, say_n
from cae_cli.toml.places import Layout, place, scan

#: A file that is something else altogether would have thousands.
MOST_SHOWN = 100


def located(text: str, data: Mapping[str, object], findings: Iterable[Finding]) -> list[Problem]:
    """Return the problems in the order of the file, the first hundred only."""
    layout = scan(text)
    ordered = sorted(findings, key=lambda finding: _offset(layout, finding))
    problems = [_problem(layout, data, finding) for finding in ordered[:MOST_SHOWN]]
    more = len(ordered) - len(problems)
    if more:
        what = say_n("There is {count} more problem.", "There are {count} more problems.", more)
        problems.append(Problem("CAE-D099", what, default_remedy("CAE-D099")))
    return problems


def unplaced(data: Mapping[str, object], findings: Sequence[Finding]) -> list[Problem]:
    """Return problems of a text that is written nowhere, so without places."""
    return [
        Problem(f.code, sentence(data, f), f.remedy or default_remedy(f.code))
        for f in findings[:MOST_SHOWN]
    ]


def sentence(data: Mapping[str, object], finding: Finding) -> Said:
    """Return what is wrong, after the name of where."""
    named = where(data, finding.path)
    if named is None:
        return finding.what
    return say("{where}: {what}", where=named, what=finding.what)


def default_remedy(code: str) -> Said | None:
    """Return the remedy that a code always has."""
    remedy = CODES[code].remedy
    return Said(remedy, {}) if remedy else None


def _problem(layout: Layout, data: Mapping[str, object], finding: Finding) -> Problem:
    spot: Place = place(layout, finding.path, on_key=finding.on_key)
    remedy = finding.remedy or default_remedy(finding.code)
    return Problem(finding.code, sentence(data, finding), remedy, spot)


def _offset(layout: Layout, finding: Finding) -> int:
    path = finding.path
    while path:
        spot = layout.spots.get(path)
        if spot is not None:
            return spot.key
        path = path[:-1]
    return 0
