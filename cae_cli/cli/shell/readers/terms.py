"""Terms of payment, as a person says them: "45 jours fin de mois", "comptant", "30 days"."""

import re

from cae_cli.cli.shell.readers import heard
from cae_cli.cli.shell.readers.refusing import refused
from cae_cli.cli.shell.readers.texts import folded, with_digits
from cae_cli.language import say
from cae_cli.payment import FORMS, PaymentTerms

_AT_ONCE = frozenset({
    "on invoice", "on receipt", "upon receipt", "at once", "immediate", "immediat", "comptant",
    "au comptant", "a reception", "a reception de facture", "a la facture", "des la facture",
})  # fmt: skip
_END = r"(?:fin de mois|fin du mois|month end|month-end|end of month|end of the month|fdm)"
_SAID = re.compile(
    rf"(?:a )?(?P<before>{_END} )?(?P<count>[0-9]{{1,3}})"
    r"(?: ?(?P<unit>jours?|j|days?|d|mois|months?)(?: nets?)?)?"
    rf"(?: (?:then )?(?P<after>{_END}))?(?: (?:le|the) (?P<on>[0-9]{{1,2}})(?:er|e|st|nd|rd|th)?)?"
)


def payment(text: str, flag: str) -> str:
    """Read terms of payment, and return them as the file writes them; a bare number is days.

    Of "45 jours fin de mois", which has two lawful readings, the delay is taken first.
    """
    words = " ".join(with_digits(folded(text).replace(",", " ")).split())
    try:
        told = str(PaymentTerms.parse(_in_words_of_the_file(words)))
    except ValueError:
        forms = ", ".join(FORMS)
        raise refused(
            flag,
            say("“{text}” is no term of payment.", text=text),
            say("Known: {forms}; each may end in “, the 10th”.", forms=forms),
        ) from None
    if text.strip() != told:
        heard.note(flag, f"“{told}”")
    return told


def _in_words_of_the_file(words: str) -> str:
    if words in _AT_ONCE:
        return "on invoice"
    match = _SAID.fullmatch(words)
    if match is None:
        return words
    unit = "months" if (match["unit"] or "").startswith("mo") else "days"
    delay = f"{int(match['count'])} {unit}"
    if match["before"]:
        delay = f"month end, {delay}"
    if match["after"]:
        delay = f"{delay}, month end"
    return delay if match["on"] is None else f"{delay}, the {int(match['on'])}"
