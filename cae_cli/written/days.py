"""Days, months and seasons as people write them."""

import datetime as dt
import re

from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.written.texts import folded, plain

_CENTURY = 2000
_LEAST_LETTERS = 3  # of a month cut short

_FRENCH = ("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
           "octobre", "novembre", "decembre")  # fmt: skip
_ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august",
            "september", "october", "november", "december")  # fmt: skip

_YEAR_FIRST = r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})"
_DAY_FIRST = r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4})"
_SHORT_YEAR = r"([0-9]{1,2})([/.])([0-9]{1,2})\2([0-9]{2})"
_DAY_THEN_NAME = r"(?:le )?([0-9]{1,2})(?:er|e|st|nd|rd|th)?[ -](?:of )?([a-z]+)\.?,?[ -]([0-9]{4})"
_NAME_THEN_DAY = r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})"
_MONTH_YEAR_FIRST = r"([0-9]{4})[-/.]([0-9]{1,2})"
_MONTH_FIRST = r"([0-9]{1,2})[-/. ]([0-9]{4})"
_NAME_AND_YEAR = r"([a-z]+)\.?[ -]([0-9]{4})"


def month_named(word: str) -> int | None:
    """Return the number of a month from its name or three letters of it; None if not just one."""
    if len(word) < _LEAST_LETTERS:
        return None
    found = {
        number
        for names in (_FRENCH, _ENGLISH)
        for number, name in enumerate(names, 1)
        if name.startswith(word)
    }
    return found.pop() if len(found) == 1 else None


def parts_of_day(text: str) -> tuple[int, int, int] | None:
    """Return the year, the month and the day that a text tells, even if no calendar has them.

    With figures alone and the year last, the day comes first, as in French.
    """
    bare = plain(text)
    if match := re.fullmatch(_YEAR_FIRST, bare):
        return int(match[1]), int(match[3]), int(match[4])
    if match := re.fullmatch(_DAY_FIRST, bare):
        return int(match[4]), int(match[3]), int(match[1])
    if match := re.fullmatch(_SHORT_YEAR, bare):
        return _CENTURY + int(match[4]), int(match[3]), int(match[1])
    words = folded(text)
    if match := re.fullmatch(_DAY_THEN_NAME, words):
        named, number = month_named(match[2]), match[1]
    elif match := re.fullmatch(_NAME_THEN_DAY, words):
        named, number = month_named(match[1]), match[2]
    else:
        return None
    return None if named is None else (int(match[3]), named, int(number))


def day_of(text: str) -> dt.date | None:
    """Return the day that a text tells: "30/11/2026", "1er août 2027"."""
    parts = parts_of_day(text)
    try:
        return None if parts is None else dt.date(*parts)
    except ValueError:
        return None


def month_of(text: str) -> Month | None:
    """Return the month that a text tells: "11/2026", "novembre 2026", "Nov 2026"."""
    bare, words = plain(text), folded(text)
    if match := re.fullmatch(_MONTH_YEAR_FIRST, bare):
        year, number = int(match[1]), int(match[2])
    elif match := re.fullmatch(_MONTH_FIRST, bare):
        year, number = int(match[2]), int(match[1])
    elif match := re.fullmatch(_NAME_AND_YEAR, words):
        year, number = int(match[2]), month_named(match[1]) or 0
    else:
        return None
    return Month(year * MONTHS_IN_YEAR + number - 1) if 1 <= number <= MONTHS_IN_YEAR else None


def months_of(text: str) -> tuple[int, ...] | None:
    """Return the months of the year that a text tells, 1 to 12, sorted: "3-5,9", "avril-octobre".

    "11-2" and "de novembre à février" go over the new year.
    """
    words = folded(text).strip("[]").strip()
    words = re.sub(r"^(?:from|de|du)(?: mois de)? |^d'", "", words)
    words = re.sub(r" ?- ?| (?:a|au|to) ", "-", words)
    words = re.sub(r" (?:et|and) ", ",", words)
    found: set[int] = set()
    for part in re.split(r"[,; ]+", words):
        ends = [_month_of_year(end) for end in part.split("-")]
        if not 1 <= len(ends) <= 2:  # noqa: PLR2004 - a first and a last
            return None
        first, last = ends[0], ends[-1]
        if first is None or last is None:
            return None
        length = (last - first) % MONTHS_IN_YEAR
        found.update((first - 1 + step) % MONTHS_IN_YEAR + 1 for step in range(length + 1))
    return tuple(sorted(found))


def _month_of_year(text: str) -> int | None:
    if re.fullmatch("[0-9]{1,2}", text):
        return int(text) if 1 <= int(text) <= MONTHS_IN_YEAR else None
    return month_named(text.removesuffix("."))
