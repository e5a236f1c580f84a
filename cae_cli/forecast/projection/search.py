"""The smallest whole number that suffices, from a guess: few trials where the guess is good."""

from bisect import bisect_left
from collections.abc import Callable


def smallest(
    suffices: Callable[[int], bool], guess: int, *, least: int = 1, most: int
) -> int | None:
    """Return the smallest number from `least` to `most`, inclusive, that suffices, or None.

    Whatever is larger than a number that suffices is taken to suffice too. The search widens
    around the guess, then halves.
    """
    at, step = min(max(guess, least), most), 1
    low, high = least, most + 1  # what is asked lies between them, both included
    if suffices(at):
        high = at
        while (below := high - step) >= low:
            if not suffices(below):
                low = below + 1
                break
            high, step = below, 2 * step
    else:
        low = at + 1
        while (above := low - 1 + step) < high:
            if suffices(above):
                high = above
                break
            low, step = above + 1, 2 * step
    found = low + bisect_left(range(low, high), True, key=suffices)
    return found if found <= most else None
