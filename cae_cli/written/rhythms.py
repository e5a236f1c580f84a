"""How often something recurs, as people say it: "mensuel", "toutes les deux semaines"."""

import re
from difflib import get_close_matches

from cae_cli.written.texts import folded, with_digits

#: Words of the file, and what is said for each, folded.
_SAID = {
    "once": ("once", "one-off", "une fois", "1 fois", "ponctuel", "ponctuelle", "unique"),
    "week": ("week", "weekly", "semaine", "hebdomadaire", "hebdo"),
    "month": ("month", "monthly", "mois", "mensuel", "mensuelle"),
    "quarter": ("quarter", "quarterly", "trimestre", "trimestriel", "trimestrielle"),
    "half-year": ("half-year", "half year", "half-yearly", "semestre", "semestriel",
                  "semestrielle"),
    "year": ("year", "yearly", "annual", "annually", "an", "annee", "annuel", "annuelle"),
    "month-end": ("month-end", "month end", "end of month", "end of the month", "fin de mois",
                  "fin du mois", "en fin de mois", "a la fin du mois", "dernier jour du mois"),
    "2 weeks": ("fortnight", "fortnightly", "quinzaine", "other week"),
    "2 months": ("bimestriel", "bimestrielle", "other month"),
    "2 days": ("other day",),
}  # fmt: skip
#: The words of the file, for those who ask.
WORDS = tuple(word for word in _SAID if not word[0].isdigit())
_WORD_OF = {said: word for word, every in _SAID.items() for said in every}
#: In French, fifteen days are two weeks and eight are one.
_IDIOMS = {15: "2 weeks", 8: "week"}
_UNITS = {
    "day": "day", "days": "day", "jour": "day", "jours": "day", "j": "day",
    "week": "week", "weeks": "week", "semaine": "week", "semaines": "week",
    "month": "month", "months": "month", "mois": "month",
    "quarter": "quarter", "quarters": "quarter", "trimestre": "quarter", "trimestres": "quarter",
    "year": "year", "years": "year", "an": "year", "ans": "year", "annee": "year", "annees": "year",
}  # fmt: skip
_MONTHS = {"quarter": 3, "year": 12}
_BEFORE = r"^(?:every|each|per|tous les|toutes les|chaque|par|a chaque|1 fois par|once a) "
_MOST = 4  # digits of a count
_NEAR = 0.8
#: What can be said twice over: "bimensuel" is twice a month, which no rhythm of the file is.
_TWO = {
    "biweekly": ("2 weeks", "week"),
    "bi-weekly": ("2 weeks", "week"),
    "bimonthly": ("2 months", "2 weeks"),
    "bi-monthly": ("2 months", "2 weeks"),
    "bimensuel": ("2 weeks", "month"),
    "bimensuelle": ("2 weeks", "month"),
}


def every_of(text: str) -> str | None:
    """Return how often something recurs in the words of the file: "month", "2 weeks"."""
    words = with_digits(folded(text).replace("'", " "))
    bare = _bare(words)
    return _WORD_OF.get(words) or _WORD_OF.get(bare) or _counted(bare)


def two_rhythms(text: str) -> tuple[str, str] | None:
    """Return the two rhythms that a word may stand for: "bimensuel" is twice a month, or not."""
    return _TWO.get(_bare(folded(text)))


def nearest_rhythm(text: str) -> str | None:
    """Return the rhythm of the word nearest to one that is none."""
    close = get_close_matches(_bare(folded(text)), list(_WORD_OF), 1, _NEAR)
    return _WORD_OF[close[0]] if close else None


def _bare(words: str) -> str:
    return with_digits(re.sub(_BEFORE, "", words))


def _counted(words: str) -> str | None:
    """Return the rhythm of a count: "3 mois" is a quarter told in months."""
    match = re.fullmatch(rf"(?:([1-9][0-9]{{0,{_MOST - 1}}}) ?)?([a-z]+)", words)
    unit = _UNITS.get(match[2]) if match else None
    if match is None or unit is None:
        return None
    count = int(match[1] or 1)
    if match[2].startswith("jour") and count in _IDIOMS:
        return _IDIOMS[count]
    if unit == "day":
        return f"{count} days"
    if count == 1:
        return unit
    in_months = count * _MONTHS.get(unit, 1)
    return f"{in_months} {'months' if unit in _MONTHS else f'{unit}s'}"
