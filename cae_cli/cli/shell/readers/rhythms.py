"""How often something recurs as a person types it, or refused with what to type instead."""

from cae_cli.cli.shell.readers import heard
from cae_cli.cli.shell.readers.refusing import refused
from cae_cli.errors import UsageError
from cae_cli.language import say
from cae_cli.written.rhythms import WORDS, every_of, nearest_rhythm, two_rhythms


def every(text: str, flag: str) -> str:
    """Read how often something recurs, in the words of the file: "month", "2 weeks"."""
    word = every_of(text)
    if word is None:
        raise _not_a_rhythm(text, flag)
    if text.strip().lower() != word:
        heard.note(flag, say("“{words}”", words=word))
    return word


def _not_a_rhythm(text: str, flag: str) -> UsageError:
    two = two_rhythms(text)
    if two is not None:
        return refused(
            flag,
            say("“{text}” can be read in two ways.", text=text),
            say("Type “{one}” or “{other}”.", one=two[0], other=two[1]),
        )
    close = nearest_rhythm(text)
    remedy = (
        say("Known: {words}, N days, N weeks, N months.", words=", ".join(WORDS))
        if close is None
        else say("Did you mean “{word}”?", word=close)
    )
    return refused(flag, say("“{text}” is not a rhythm.", text=text), remedy)
