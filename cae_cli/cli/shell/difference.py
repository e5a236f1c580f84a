"""What an edit changes, line by line."""

import re
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from itertools import islice

from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.language import clean, say_n

_AROUND = 1  # lines shown around a change
_HEAD = 2  # lines that name the two files
#: Lines that are compared one by one: more would take time that grows with their square.
MOST_COMPARED = 2_000
MOST_TOLD = 200


def difference(old: str, new: str, path: str) -> str:
    """Return the difference of two texts as `diff -u` writes it; nothing when they are the same."""
    if old == new:
        return ""
    body = "".join(f"{clean(line)}\n" for line in _compared(old, new, _AROUND))
    return f"--- {clean(path)}\n+++ {clean(path)}\n{body}"


def tell_changes(around: Surroundings, old: str, new: str) -> None:
    """Tell the lines that go, after "-", and those that come, after "+"."""
    changed = (line for line in _compared(old, new, 0) if not line.startswith("@@"))
    tell_lines(around, changed)


def tell_lines(around: Surroundings, lines: Iterable[str]) -> None:
    """Tell lines of a dossier, the first of them where they are very many."""
    rest = iter(lines)
    for line in islice(rest, MOST_TOLD):
        around.write(f"  {around.language.show(line)}\n" if line.strip() else "\n")
    more = sum(1 for _ in rest)
    if more:
        told = say_n("… and {count} more line.", "… and {count} more lines.", more)
        around.write(f"  {around.language.tell(told)}\n")


def _compared(old: str, new: str, around: int) -> Iterator[str]:
    olds, news = _lines(old), _lines(new)
    first, last = _ends(olds, news, around)
    # What is equal at both ends is left out: comparing a long dossier would take seconds.
    spans = olds[first : len(olds) - last], news[first : len(news) - last]
    if sum(map(len, spans)) > MOST_COMPARED:
        yield f"@@ -{first + 1},{len(spans[0])} +{first + 1},{len(spans[1])} @@"
        yield from (f"-{line}" for line in spans[0])
        yield from (f"+{line}" for line in spans[1])
        return
    for line in islice(unified_diff(*spans, lineterm="", n=around), _HEAD, None):
        if line.startswith("@@"):
            yield re.sub(r"([-+])(\d+)", lambda at: f"{at[1]}{int(at[2]) + first}", line)
        else:
            yield line


def _ends(olds: list[str], news: list[str], around: int) -> tuple[int, int]:
    """Return how many lines at the start and at the end are the same, and not shown."""
    shorter = min(len(olds), len(news))
    first = next((at for at in range(shorter) if olds[at] != news[at]), shorter)
    last = 0
    while last < shorter - first and olds[-1 - last] == news[-1 - last]:
        last += 1
    return max(first - around, 0), max(last - around, 0)


def _lines(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
