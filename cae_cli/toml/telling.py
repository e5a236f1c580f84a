"""The problems of a file in its order, the first hundred told and the others counted."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from cae_cli.codes import remedy_of
from cae_cli.errors import Problem
from cae_cli.language import say_n
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.places import Layout, scan

#: A file that is something else altogether would have thousands.
MOST_TOLD = 100

LONGEST_SHOWN = 60

Found = TypeVar("Found")


def shortened(text: str) -> str:
    """Return a text of the file, short enough for a sentence."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


def in_order(
    text: str,
    findings: Iterable[Found],
    path_of: Callable[[Found], KeyPath],
    problem_of: Callable[[Layout, Found], Problem],
) -> list[Problem]:
    """Return the first problems of a text, in its order, and how many more there are.

    Args:
        text: a TOML text.
        findings: what was found; all of them are sorted, and only those told are put into words.
        path_of: where a finding stands.
        problem_of: the whole problem that a finding is.
    """
    layout = scan(text)
    ordered = sorted(findings, key=lambda finding: _offset(layout, path_of(finding)))
    problems = [problem_of(layout, finding) for finding in ordered[:MOST_TOLD]]
    more = len(ordered) - len(problems)
    if more:
        what = say_n("There is {count} more problem.", "There are {count} more problems.", more)
        problems.append(Problem("CAE-D099", what, remedy_of("CAE-D099")))
    return problems


def _offset(layout: Layout, path: KeyPath) -> int:
    while path:
        spot = layout.spots.get(path)
        if spot is not None:
            return spot.key
        path = path[:-1]
    return 0
