"""Fields that a command changes: those whose flag was typed; an empty text takes one away."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from cae_cli.cli.shell import numbers, values
from cae_cli.errors import UsageError
from cae_cli.language import say


class Field(NamedTuple):
    """A key of the file, and what was typed for it."""

    key: str
    flag: str
    typed: str | bool | None
    read: Callable[[str, str], object]
    needed: bool = False  # the file cannot be without it


def euros(text: str, flag: str) -> object:
    """Read an amount that is not negative, as the file writes it."""
    from cae_cli.toml import values as toml_values

    return toml_values.euros(numbers.amount(text, flag))


def signed_euros(text: str, flag: str) -> object:
    """Read an amount, negative or not, as the file writes it."""
    from cae_cli.toml import values as toml_values

    return toml_values.euros(numbers.signed_amount(text, flag))


def whole(least: int, most: int) -> Callable[[str, str], int]:
    """Return what reads a whole number between bounds, both included."""
    return lambda text, flag: values.whole(text, flag, least, most)


def changes(fields: Iterable[Field], command: str) -> dict[str, object]:
    """Return the keys to change; None takes one away.

    Raises:
        UsageError: nothing was typed, or something that cannot be read.
    """
    found: dict[str, object] = {}
    for field in fields:
        if isinstance(field.typed, bool):
            found[field.key] = field.typed
        elif field.typed is not None:
            found[field.key] = read(field, field.typed)
    if not found:
        raise UsageError(
            say("There is nothing to change."),
            say("Type what changes as a flag; all of them: {help}", help=f"{command} --help"),
        )
    return found


def read(field: Field, text: str) -> object:
    """Read the text typed for a field; None where an empty one takes it away.

    Raises:
        UsageError: the text cannot be read, or is empty and the field is needed.
    """
    if text.strip():
        return field.read(text, field.flag)
    if field.needed:
        raise values.refused(field.flag, say("it cannot be left out."), say("Type its new value."))
    return None
