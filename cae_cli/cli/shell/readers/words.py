"""Names, whole numbers and words of a choice as a person types them."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from cae_cli.cli.shell.readers.refusing import refused
from cae_cli.errors import UsageError
from cae_cli.language import say
from cae_cli.written.texts import folded, plain

LONGEST_NAME = 200  # characters, as in the file
LONGEST_NUMBER = 12  # digits

#: What French says for the words of choices, folded; each stands for one word of a choice at most.
_FRENCH = {
    "signe": "signed", "signes": "signed", "attendu": "expected", "probable": "expected",
    "tout": "all", "tous": "all", "autre": "other", "oui": "true", "vrai": "true", "yes": "true",
    "non": "false", "faux": "false", "no": "false", "mensuel": "monthly", "mensuelle": "monthly",
    "annuel": "annual", "annuelle": "annual", "chiffre d'affaires": "turnover", "ca": "turnover",
    "marge": "margin", "facture": "invoiced", "encaisse": "cashed", "mois": "month",
    "an": "year", "annee": "year", "entree": "entry", "associe": "associate",
    "associee": "associate", "toujours": "always", "jamais": "never", "complet": "full",
    "plein": "full", "equivalent": "equivalent", "echeances": "deadlines", "francais": "fr",
    "french": "fr", "anglais": "en", "english": "en", "a l'heure": "on-time",
    "a temps": "on-time", "semaines": "weeks", "rien": "none",
}  # fmt: skip


def choice(text: str, flag: str, choices: Sequence[str]) -> str:
    """Read one word among some, also in capitals or in French."""
    word = folded(text)
    found = [one for one in choices if one == text or folded(one) in (word, _FRENCH.get(word))]
    if found:
        return text if text in found else found[0]
    known = ", ".join(choices)
    close = get_close_matches(word, choices, 1)
    if close:
        remedy = say("Did you mean {word}? Known: {words}.", word=close[0], words=known)
    else:
        remedy = say("Known: {words}.", words=known)
    raise refused(flag, say("“{text}” is not known here.", text=text), remedy)


def whole(text: str, flag: str, least: int = 0, most: int = 10**9) -> int:
    """Read a whole number from `least` to `most`, both included."""
    bare = plain(text)
    if re.fullmatch("-?[0-9]{1,3}(?: [0-9]{3})+", bare):
        bare = bare.replace(" ", "")
    if not re.fullmatch(f"-?[0-9]{{1,{LONGEST_NUMBER}}}", bare):
        raise refused(
            flag,
            say("“{text}” is not a whole number.", text=text),
            say("Type digits only, such as {example}.", example=str(max(least, 1))),
        )
    if not least <= int(bare) <= most:
        raise refused(
            flag,
            say("“{text}” is out of bounds.", text=text),
            say("Type a number from {least} to {most}.", least=least, most=most),
        )
    return int(bare)


def name(text: str, flag: str) -> str:
    """Read a name: not empty, and short enough to be one."""
    if not text.strip():
        raise refused(flag, say("the text is empty."), say("Type a name."))
    if len(text) > LONGEST_NAME:
        raise _too_long(text, flag)
    return text


def _too_long(text: str, flag: str) -> UsageError:
    return refused(
        flag,
        say("“{text}” is too long.", text=f"{text[:20]}…"),
        say("A name has {count} characters at most.", count=LONGEST_NAME),
    )
