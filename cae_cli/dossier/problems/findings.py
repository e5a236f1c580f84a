"""What is found in a dossier, before it is put into a whole sentence with its place."""

from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.language import Said
from cae_cli.toml.keypath import KeyPath


class Finding(NamedTuple):
    """One thing wrong or doubtful at a key path of the file."""

    code: str
    path: KeyPath
    what: Said  # about the thing at the path, which the sentence names first
    remedy: Said | None = None  # None: the remedy of the code
    on_key: bool = False  # the key is wrong, rather than its value


class Known(NamedTuple):
    """What a check may know besides the file: preset ids (None: they are not checked)."""

    presets: Sequence[str] | None = None
