"""Days, months and seasons as a person types them, in French or in English."""

import datetime as dt
import re
from collections.abc import Iterator

from cae_cli.cli.shell.readers import heard
from cae_cli.cli.shell.readers.refusing import refused
from cae_cli.cli.shell.readers.texts import folded, plain
from cae_cli.errors import UsageError
from cae_cli.language import Said, say
from cae_cli.months import MONTHS_IN_YEAR, Month

FIRST_YEAR, LAST_YEAR = 1990, 2199
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


def day(text: str, flag: str) -> dt.date:
    """Read a day: "2026-11-30", "30/11/2026", "30 novembre 2026", "November 30, 2026".

    With figures alone and the year last, the day comes first, as in French.
    """
    parts = _parts_of_day(text)
    if parts is None:
        raise refused(flag, say("“{text}” is not a date.", text=text), _day_example())
    year, month, number = parts
    try:
        value = dt.date(year, month, number)
    except ValueError:
        raise _no_such_day(text, flag, month) from None
    _check_year(value.year, text, flag)
    if text.strip() != value.isoformat():
        heard.note(flag, value)
    return value


def _parts_of_day(text: str) -> tuple[int, int, int] | None:
    """Return the year, the month and the day that a text tells."""
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


def _no_such_day(text: str, flag: str, month: int) -> UsageError:
    if month > MONTHS_IN_YEAR:
        remedy = say("The day comes first, then the month: {example}.", example="30/11/2026")
    else:
        remedy = _day_example()
    return refused(flag, say("“{text}” is not a day of the calendar.", text=text), remedy)


def _day_example() -> Said:
    return say(
        "Type a day such as {iso}, {figures} or “{words}”.",
        iso="2026-11-30",
        figures="30/11/2026",
        words="30 novembre 2026",
    )


def month(text: str, flag: str) -> Month:
    """Read a month: "2026-11", "11/2026", "novembre 2026", "Nov 2026"."""
    year, number = _parts_of_month(text) or (0, 0)
    if not 1 <= number <= MONTHS_IN_YEAR:
        raise refused(
            flag,
            say("“{text}” is not a month.", text=text),
            say("Type a month such as {iso}, {figures} or “{words}”.",
                iso="2026-11", figures="11/2026", words="novembre 2026"),
        )  # fmt: skip
    _check_year(year, text, flag)
    value = Month(year * MONTHS_IN_YEAR + number - 1)
    if text.strip() != str(value):
        heard.note(flag, value)
    return value


def _parts_of_month(text: str) -> tuple[int, int] | None:
    bare, words = plain(text), folded(text)
    if match := re.fullmatch(_MONTH_YEAR_FIRST, bare):
        return int(match[1]), int(match[2])
    if match := re.fullmatch(_MONTH_FIRST, bare):
        return int(match[2]), int(match[1])
    if match := re.fullmatch(_NAME_AND_YEAR, words):
        return int(match[2]), month_named(match[1]) or 0
    return None


def _check_year(year: int, text: str, flag: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refused(
            flag,
            say("the year of “{text}” is out of reach.", text=text),
            say("Years run from {first} to {last}.", first=str(FIRST_YEAR), last=str(LAST_YEAR)),
        )


def months(text: str, flag: str) -> tuple[int, ...]:
    """Read months of the year, 1 to 12, sorted: "3,4,5", "3-5,9", "avril-octobre".

    "11-2" and "de novembre à février" go over the new year.
    """
    found: set[int] = set()
    for first, last in _spans(text, flag):
        length = (last - first) % MONTHS_IN_YEAR
        found.update((first - 1 + step) % MONTHS_IN_YEAR + 1 for step in range(length + 1))
    value = tuple(sorted(found))
    if any(letter.isalpha() for letter in text):
        heard.note(flag, ", ".join(map(str, value)))
    return value


def _spans(text: str, flag: str) -> Iterator[tuple[int, int]]:
    words = folded(text).strip("[]").strip()
    words = re.sub(r"^(?:from|de|du)(?: mois de)? |^d'", "", words)
    words = re.sub(r" ?- ?| (?:a|au|to) ", "-", words)
    words = re.sub(r" (?:et|and) ", ",", words)
    for part in re.split(r"[,; ]+", words):
        ends = [_month_of_year(end) for end in part.split("-")]
        if not 1 <= len(ends) <= 2 or None in ends:  # noqa: PLR2004 - a first and a last
            raise refused(
                flag,
                say("“{text}” is not a list of months.", text=text),
                say("Type months such as {figures}, {span} or {words}.",
                    figures="3,4,5,9,10", span="4-10", words="avril-octobre"),
            )  # fmt: skip
        yield ends[0] or 0, ends[-1] or 0


def _month_of_year(text: str) -> int | None:
    if re.fullmatch("[0-9]{1,2}", text):
        return int(text) if 1 <= int(text) <= MONTHS_IN_YEAR else None
    return month_named(text.removesuffix("."))
