"""Several users of one machine, where the tests run as root."""

import ctypes  # noqa: F401 - a user without privileges may not read the files of Python
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

posix = pytest.mark.skipif(os.name == "nt", reason="owners and modes of POSIX")
root = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="acts as several users")
linux = pytest.mark.skipif(sys.platform != "linux", reason="access lists of Linux")

OWNER, COLLEAGUE, STRANGER, TEAM = 20_001, 20_002, 20_003, 20_100


@contextmanager
def acting(user: int, group: int) -> Iterator[None]:
    """Act as a user of a group, without the privileges of root."""
    os.setgroups([])
    os.setegid(group)
    os.seteuid(user)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


def readers_and_writers(path: Path) -> list[tuple[int, bool, bool]]:
    """Return for each of three users whether they may read and write a file."""
    found = []
    for user, group in ((OWNER, TEAM), (COLLEAGUE, TEAM), (STRANGER, 20_200)):
        with acting(user, group):
            reads, writes = (
                os.access(path, mode, effective_ids=True) for mode in (os.R_OK, os.W_OK)
            )
        found.append((user, reads, writes))
    return found
