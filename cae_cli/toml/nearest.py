"""The nearest known word to one that was typed."""

from collections.abc import Sequence
from difflib import get_close_matches

from cae_cli.written.keys import keys_meant

LONGEST_COMPARED = 60


def nearest(typed: object, known: Sequence[str]) -> str | None:
    """Return the known word nearest to what was typed, whatever its capitals, or None.

    A French word is the nearest to the one that it stands for.
    """
    if not isinstance(typed, str) or len(typed) > LONGEST_COMPARED:
        return None
    for word in keys_meant(typed):
        if word in known:
            return word
    folded = {word.casefold(): word for word in reversed(known)}
    close = get_close_matches(typed.casefold(), folded, n=1)
    return folded[close[0]] if close else None
