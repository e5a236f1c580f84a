"""What is said of a code."""

from typing import NamedTuple


class Code(NamedTuple):
    """What a code means: all three texts are marked for the catalogue."""

    title: str
    explanation: str
    remedy: str
