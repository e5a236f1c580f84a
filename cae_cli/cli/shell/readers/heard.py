"""What was understood of a text that could have been written otherwise, told once it is used.

Readers note it here; the run tells it on standard error when the command is done.
"""

from contextvars import ContextVar

from cae_cli.language import Said, say

_NOTED: ContextVar[tuple[Said, ...]] = ContextVar("noted", default=())


def note(flag: str, value: object) -> None:
    """Note how the text of a flag was understood; the value is shown in the user's language."""
    said = say("Understood: {flag} {value}.", flag=flag, value=value)
    if said not in _NOTED.get():
        _NOTED.set((*_NOTED.get(), said))


def take() -> tuple[Said, ...]:
    """Return all that was noted, and forget it."""
    noted = _NOTED.get()
    _NOTED.set(())
    return noted
