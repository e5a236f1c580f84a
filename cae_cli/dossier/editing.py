"""Edits of a dossier's text: those of any TOML text, with a dossier's sections in their order."""

from cae_cli.dossier.model import Dossier
from cae_cli.toml import editing
from cae_cli.toml.editing import remove
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.values import NewTable

__all__ = ["append", "remove", "set_value"]

_ORDER = tuple(Dossier.model_fields)


def append(text: str, path: KeyPath, item: NewTable) -> str:
    """Return a text with one more table in the list at a path."""
    return editing.append(text, path, item, _ORDER)


def set_value(text: str, path: KeyPath, value: object) -> str:
    """Return a text with a value at a path."""
    return editing.set_value(text, path, value, _ORDER)
