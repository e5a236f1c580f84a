"""Two files that take each other's place in one step, where the system can."""

import errno
import os
import signal
import sys
import time

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
#: Looks at whether somebody still has a file open, and seconds between them.
_LOOKS, _PAUSE = 500, 0.0002


def exchange(one: str, other: str) -> bool:
    """Exchange two files of one folder in one step; tell whether the system can."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        import ctypes  # noqa: PLC0415 - only an edit pays for it

        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (ImportError, OSError, AttributeError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def read_once_left(path: str) -> bytes:
    """Return the content of a file once nobody else has it open, or after a tenth of a second."""
    descriptor = os.open(path, os.O_RDONLY)
    with os.fdopen(descriptor, "rb") as file:
        if sys.platform.startswith("linux"):
            _wait_until_left(descriptor)
        return file.read()


def _wait_until_left(descriptor: int) -> None:
    import fcntl  # noqa: PLC0415 - Windows has none

    for _ in range(_LOOKS):
        try:
            fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)  # the usual one would kill
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_WRLCK)
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        except OSError as error:
            if error.errno != errno.EAGAIN:
                return  # not our file, or a system without leases
        else:
            return
        time.sleep(_PAUSE)
