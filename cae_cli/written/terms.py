"""Terms of payment as people say them: "45 jours fin de mois", "à réception"."""

import re

from cae_cli.written.texts import folded, with_digits

NOW = "on invoice"
_DAY = "([0-9]{1,2})(?:er|e|st|nd|rd|th)?"
_NEXT = r"(?:du mois (?:suivant|prochain)|of (?:the )?(?:next|following) month)"
_END = r"(?:(?:a la |en )?fin (?:de|du) mois|end of (?:the )?month|month[- ]end)"
_NOISE = (
    r"\b(?:a|sous|nets?|puis|then|paiement|payment|date de facture|date d emission|de la facture"
    r"|from invoice|after invoice|within|et|and)\b"
)
#: What is said, folded, and the plainer words it stands for, in this order.
_SAID = (
    (r"[.,;+()]", " "),
    (rf"\bfdm\b|\b{_END}\b", "END"),
    (r"END (?:suivant|prochain)\b|\bend of (?:the )?(?:following|next) month\b", "1 MONTHS END"),
    (rf"\b(?:le|au|on the|the) {_DAY} {_NEXT}\b", r"END ON\1"),
    (rf"\b(?:le|au|on the|the) {_DAY}(?: du mois| of the month)?\b", r"ON\1"),
    (r"\b([0-9]+) ?(?:days?|jours?|j)\b", r"\1 DAYS"),
    (r"\b([0-9]+) ?(?:months?|mois)\b", r"\1 MONTHS"),
    (_NOISE, " "),
)
_AT_ONCE = re.compile(
    r"(?:a |on |due on |due upon |des |des la |a la )?(?:reception|receipt|invoice|facture)"
    r"(?: de (?:la )?facture)?|(?:au )?comptant|immediat|immediate|immediatement|immediately|cash"
)
_PARTS = re.compile(
    r"(?:(?P<before>END) )?(?P<count>[0-9]{1,3})(?: (?P<unit>DAYS|MONTHS))?(?: (?P<after>END))?"
    r"(?: ON(?P<on>[0-9]{1,2}))?"
    r"|END(?: ON(?P<only>[0-9]{1,2}))?"
)


def payment_of(text: str) -> str | None:
    """Return terms of payment in the words of the file: "45 days, month end".

    "45 jours fin de mois" has the delay first: both readings are lawful, and the file can tell
    them apart.
    """
    said = with_digits(folded(text).replace("'", " "))
    if _AT_ONCE.fullmatch(said):
        return NOW
    for pattern, plain in _SAID:
        said = re.sub(pattern, plain, said)
    match = _PARTS.fullmatch(" ".join(said.split()))
    if match is None:
        return None
    on = match["on"] or match["only"]
    if match["count"] is None:
        words = "0 days, month end"
    else:
        unit = "months" if match["unit"] == "MONTHS" else "days"
        words = f"{int(match['count'])} {unit}"
        words = f"month end, {words}" if match["before"] else words
        words = f"{words}, month end" if match["after"] else words
    return words if on is None else f"{words}, the {int(on)}"
