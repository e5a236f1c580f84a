"""What would happen if: changes of a dossier, each answered by projecting it anew."""

import datetime as dt

from cae_cli.errors import Note
from cae_cli.language import say
from cae_cli.months import Month


def note(today: dt.date) -> Note:
    """Return from when what is decided today counts."""
    month = Month.of(today) + 1
    text = say("What is decided today counts from the 1st of {month} on.", month=month)
    return Note("what-if-from", text)
