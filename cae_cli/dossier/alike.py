"""Names that are the same for a person, if not for a computer.

A name counts whatever its capitals, its accents, its spaces and the kind of its apostrophes and
dashes, unless two things would then answer to it.
"""

import unicodedata
from collections.abc import Sequence

_ALIKE = str.maketrans({
    **dict.fromkeys("’‘ʼʹ′`´", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
    "œ": "oe", "æ": "ae",
})  # fmt: skip


def folded(name: str) -> str:
    """Return what is left of a name when only its letters, digits and signs count."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_ALIKE))
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(bare.translate(_ALIKE).split())


def matching(names: Sequence[str], typed: str) -> list[int]:
    """Return the ranks of the names that are meant: those typed exactly, else those alike."""
    exact = [index for index, name in enumerate(names) if name == typed]
    if exact:
        return exact
    bare = folded(typed)
    return [index for index, name in enumerate(names) if folded(name) == bare]
