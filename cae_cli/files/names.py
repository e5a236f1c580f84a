"""Which file a path names, and what stands beside it."""

import os


def target(path: str) -> str:
    """Return the file itself, behind symbolic links."""
    return os.path.realpath(path)


def exists(path: str) -> bool:
    """Tell whether something stands at a path."""
    return os.path.lexists(path)


def beside(path: str, suffix: str) -> str:
    """Return the name of a hidden file beside another."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.{suffix}")  # noqa: PTH118 - paths stay texts here


def same(one: str, other: str) -> bool:
    """Tell whether two paths name one file, by whatever links; a file to come has no other name."""
    try:
        return os.path.samefile(one, other)  # noqa: PTH121
    except (OSError, ValueError):
        return target(one) == target(other)
