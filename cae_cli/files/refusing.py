"""What the system refuses, told with the name that the person knows."""

import errno
import os
from typing import NoReturn

from cae_cli.errors import CaeError
from cae_cli.language import say

_NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


def refuse(name: str, error: Exception) -> NoReturn:
    """Refuse to write a file.

    Args:
        name: the file as the person knows it: never one beside it.
        error: what the system said.
    """
    number = getattr(error, "errno", None)
    if number in _NO_ROOM:
        what = say("There is no room left to write {path}; nothing was changed.", path=name)
        remedy = say("Make room, then run the command again.")
        raise CaeError(what, remedy, "CAE-E008") from None
    folder = os.path.dirname(name)  # noqa: PTH120
    if folder and not os.path.isdir(folder):  # noqa: PTH112
        what = say("There is no folder {folder}.", folder=folder)
        raise CaeError(what, say("Make the folder first."), "CAE-E007") from None
    if isinstance(error, PermissionError) or number == errno.EROFS:
        what = say("You are not allowed to write {path} or its folder.", path=name)
    else:
        reason = getattr(error, "strerror", None) or type(error).__name__
        what = say("{path} cannot be written: {reason}.", path=name, reason=reason)
    remedy = say("Check that the file and its folder are yours and not read-only.")
    raise CaeError(what, remedy, "CAE-E007") from None
