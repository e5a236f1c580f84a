"""What a person types as a value: every reader by its name, for the commands.

Each takes the text and the name of its flag (or argument), and raises a `UsageError` that names it
and tells what to type instead. `given` applies one of them to a flag that may be absent.
"""

from collections.abc import Callable
from typing import TypeVar

from cae_cli.cli.shell.readers.days import FIRST_YEAR, LAST_YEAR, day, month, months
from cae_cli.cli.shell.readers.refusing import refused
from cae_cli.cli.shell.readers.rhythms import every
from cae_cli.cli.shell.readers.terms import payment
from cae_cli.cli.shell.readers.words import LONGEST_NAME, choice, name, whole

__all__ = [
    "FIRST_YEAR", "LAST_YEAR", "LONGEST_NAME", "choice", "day", "every", "given", "month", "months",
    "name", "payment", "refused", "whole",
]  # fmt: skip

_Value = TypeVar("_Value")


def given(read: Callable[[str, str], _Value], text: str | None, flag: str) -> _Value | None:
    """Read the text of a flag with one of the functions above; None where it was not typed."""
    return None if text is None else read(text, flag)
