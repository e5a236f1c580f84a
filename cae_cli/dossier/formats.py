"""The formats of dossiers: each older one is raised to the newest before anything else."""

from collections.abc import Callable, Mapping

NEWEST = 1

Step = Callable[[dict[str, object]], dict[str, object]]

#: For each older format, what turns its data into those of the next one.
STEPS: Mapping[int, Step] = {}


def raised(
    data: dict[str, object], steps: Mapping[int, Step] = STEPS, newest: int = NEWEST
) -> dict[str, object]:
    """Return data of the newest format; data whose format is not older are returned as they are."""
    current = data.get("format")
    while isinstance(current, int) and current < newest and current in steps:
        data = {**steps[current](data), "format": current + 1}
        current += 1
    return data
