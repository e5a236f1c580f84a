"""How a text that cannot be read is refused: named by its flag, with what to type instead."""

from cae_cli.errors import UsageError
from cae_cli.language import Said, say


def refused(flag: str, what: Said, remedy: Said) -> UsageError:
    """Return the error for a value of this flag."""
    return UsageError(say("{flag}: {what}", flag=flag, what=what), remedy)
