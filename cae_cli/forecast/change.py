"""A what-if over a dossier, as `project` applies it."""

from collections.abc import Callable
from functools import reduce
from typing import NamedTuple

from cae_cli.dossier.model import Dossier

#: What is recorded, told differently; nothing is written anywhere.
Edit = Callable[[Dossier], Dossier]


class Change(NamedTuple):
    """A what-if: the rules of another known cooperative, and an edit of what is recorded."""

    cooperative: str | None = None  # by its id
    edit: Edit | None = None


def together(*edits: Edit) -> Edit:
    """Return several edits as one, made in this order."""
    return lambda dossier: reduce(lambda edited, edit: edit(edited), edits, dossier)
