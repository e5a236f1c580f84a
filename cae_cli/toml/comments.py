"""Comments are never lost: what an edit keeps, and how it is checked that it did."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from cae_cli.toml.places import Layout, scan
from cae_cli.toml.splices import Splice, indent_at, line_start, newline

#: A span of the text whose comments go, because the person removed by name what they stand in.
Span = tuple[int, int]


def keeping(layout: Layout, splices: Sequence[Splice], gone: Sequence[Span]) -> list[Splice]:
    """Return the splices with lines for the comments that they would remove, apart from those gone.

    Such a comment stood on the line of a value that goes, or among the values of a list that
    changes: it gets a line of its own, above.
    """
    text, end = layout.text, newline(layout.text)
    kept: list[Splice] = []
    for splice in splices:
        at = line_start(text, splice.start)
        lines = [
            f"{indent_at(text, splice.start)}{comment}{end}"
            for comment in _within(layout, splice.start, splice.end, gone)
        ]
        kept += [Splice(at, at, "".join(lines)), splice] if lines else [splice]
    return kept


def same_comments(
    layout: Layout, new: str, splices: Sequence[Splice], gone: Sequence[Span]
) -> bool:
    """Tell whether an edited text has the comments of the old one, in their order."""
    if not any(_touches(layout, splice) for splice in splices):
        return True  # spares a scan of the whole text
    kept = [
        layout.text[comment.start : comment.end]
        for comment in layout.comments
        if not any(start <= comment.start < end for start, end in gone)
    ]
    return kept == [new[start:end] for start, end in scan(new).comments]


def _touches(layout: Layout, splice: Splice) -> bool:
    """Tell whether a splice brings a comment, or stands in or beside one."""
    if "#" in splice.text:
        return True
    rank = bisect_left(layout.comments, (splice.start, 0))
    around = layout.comments[max(rank - 1, 0) : rank + 1]
    return any(start <= splice.end and splice.start <= end for start, end in around)


def _within(layout: Layout, start: int, end: int, gone: Sequence[Span]) -> Iterable[str]:
    rank = bisect_left(layout.comments, (start, 0))
    for comment in layout.comments[rank:]:
        if comment.start >= end:
            return
        if not any(first <= comment.start < last for first, last in gone):
            yield layout.text[comment.start : comment.end].rstrip()
