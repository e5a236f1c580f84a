"""Who may read and write a file: its owner, group, mode, access list and attributes.

All is read and given through descriptors, so that nothing can be put in the place of the file
meanwhile.
"""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

#: Attributes that the system sets by itself, or that only root may.
_SYSTEM = ("security.", "trusted.")
#: The access list of a file on Linux; the mode shows its mask where one is.
_ACCESS = ("system.",)
_ONLY_OWNER = 0o700
_USUAL = 0o666


class Identity(NamedTuple):
    """Who may read and write a file, and what is kept beside its content."""

    owner: int
    group: int
    mode: int
    attributes: Mapping[str, bytes]


def identity_of(descriptor: int) -> Identity:
    """Return the identity of an open file."""
    status = os.fstat(descriptor)
    mode = stat.S_IMODE(status.st_mode)
    return Identity(status.st_uid, status.st_gid, mode, _attributes(descriptor))


def give(descriptor: int, identity: Identity) -> bool:
    """Give an open file an identity, as far as the system lets one; tell whether it has it."""
    _own(descriptor, identity)
    _attribute(descriptor, identity.attributes)
    _set_mode(descriptor, identity.mode)
    return identity_of(descriptor) == identity


def share(descriptor: int, identity: Identity) -> None:
    """Give an open file to those who have another, and to nobody else, if it is ours to give."""
    if identity_of(descriptor) == identity or give(descriptor, identity):
        return
    given = identity_of(descriptor)
    lists = [_lists(one.attributes) for one in (given, identity)]
    if given.group != identity.group or lists[0] != lists[1]:
        _attribute(descriptor, {})
        _set_mode(descriptor, identity.mode & _ONLY_OWNER)


def usual_mode() -> int:
    """Return the permissions of a new file."""
    mask = os.umask(0)
    os.umask(mask)
    return _USUAL & ~mask


def _own(descriptor: int, identity: Identity) -> None:
    if not hasattr(os, "fchown"):
        return
    for owner in (identity.owner, -1):  # only root may give a file away
        with suppress(OSError):
            os.fchown(descriptor, owner, identity.group)
            return


def _set_mode(descriptor: int, mode: int) -> None:
    if hasattr(os, "fchmod"):
        with suppress(OSError):
            os.fchmod(descriptor, mode)


def _attributes(descriptor: int) -> dict[str, bytes]:
    if not hasattr(os, "listxattr"):
        return {}
    found: dict[str, bytes] = {}
    with suppress(OSError):
        for name in os.listxattr(descriptor):
            if not name.startswith(_SYSTEM):
                found[name] = os.getxattr(descriptor, name)
    return found


def _attribute(descriptor: int, wanted: Mapping[str, bytes]) -> None:
    if not hasattr(os, "listxattr"):
        return
    held = _attributes(descriptor)
    for name in held.keys() - wanted.keys():  # such as the access list that a folder hands down
        with suppress(OSError):
            os.removexattr(descriptor, name)
    for name, value in wanted.items():
        if held.get(name) != value:
            with suppress(OSError):
                os.setxattr(descriptor, name, value)


def _lists(attributes: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: value for name, value in attributes.items() if name.startswith(_ACCESS)}
