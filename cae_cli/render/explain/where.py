"""Where a thing is written."""

from collections.abc import Callable, Sequence

#: The line of the file that a path is told on; None where nothing of it is written.
LineOf = Callable[[Sequence[str | int]], int | None]
