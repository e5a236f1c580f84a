"""What a person types as a value, read or refused with what to type instead.

Every function takes the text and the name of its flag (or argument), and raises a `UsageError`
that names it. `given` applies one of them to a flag that may be absent.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import TypeVar

from cae_cli.errors import UsageError
from cae_cli.language import Said, say
from cae_cli.months import MONTHS_IN_YEAR, Month

LONGEST_NAME = 200  # characters, as in the file
FIRST_YEAR, LAST_YEAR = 1990, 2199

_Value = TypeVar("_Value")

_DAY = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_DAY_LAST = r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})"


def given(read: Callable[[str, str], _Value], text: str | None, flag: str) -> _Value | None:
    """Read the text of a flag with one of the functions below; None where it was not typed."""
    return None if text is None else read(text, flag)


def refused(flag: str, what: Said, remedy: Said) -> UsageError:
    """Return the error for a value of this flag."""
    return UsageError(say("{flag}: {what}", flag=flag, what=what), remedy)


def day(text: str, flag: str) -> dt.date:
    """Read a day, YYYY-MM-DD."""
    bare = text.strip()
    match = re.fullmatch(_DAY, bare)
    if match is not None:
        try:
            value = dt.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            raise refused(
                flag, say("“{text}” is not a day of the calendar.", text=text), _day_example()
            ) from None
        _check_year(value.year, text, flag)
        return value
    other = re.fullmatch(_DAY_LAST, bare)
    remedy = _day_example()
    if other is not None:
        example = f"{other[3]}-{int(other[2]):02d}-{int(other[1]):02d}"
        remedy = say("Type the year, the month, then the day, such as {example}.", example=example)
    raise refused(flag, say("“{text}” is not a date.", text=text), remedy)


def _day_example() -> Said:
    return say("Type the year, the month, then the day, such as {example}.", example="2026-11-23")


def month(text: str, flag: str) -> Month:
    """Read a month, YYYY-MM."""
    try:
        value = Month.parse(text.strip())
    except ValueError:
        raise refused(
            flag,
            say("“{text}” is not a month.", text=text),
            say("Type the year, then the month, such as {example}.", example="2026-11"),
        ) from None
    _check_year(value.year, text, flag)
    return value


def _check_year(year: int, text: str, flag: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refused(
            flag,
            say("the year of “{text}” is out of reach.", text=text),
            say(
                "Years run from {first} to {last}.",
                first=str(FIRST_YEAR),
                last=str(LAST_YEAR),
            ),
        )


def months(text: str, flag: str) -> tuple[int, ...]:
    """Read months of the year, 1 to 12, sorted: "3,4,5", "3-5,9"; "11-2" goes over the new year."""
    found: set[int] = set()
    for part in re.split(r"[,; ]+", text.strip().strip("[]").strip()):
        match = re.fullmatch(r"([0-9]{1,2})(?:-([0-9]{1,2}))?", part)
        ends = () if match is None else (int(match[1]), int(match[2] or match[1]))
        if not ends or not all(1 <= end <= MONTHS_IN_YEAR for end in ends):
            raise refused(
                flag,
                say("“{text}” is not a list of months.", text=text),
                say("Type their numbers, such as {example}.", example="3,4,5,9,10"),
            )
        first, last = ends
        found.update(
            (first - 1 + step) % MONTHS_IN_YEAR + 1
            for step in range((last - first) % MONTHS_IN_YEAR + 1)
        )
    return tuple(sorted(found))


def every(text: str, flag: str) -> str:
    """Read how often something recurs, in the words of the file ("month", "2 weeks")."""
    from pydantic_core import PydanticCustomError

    from cae_cli.fields import EVERY_WORDS, read_recurrence

    words = " ".join(text.split()).lower()
    words = re.sub(r"^1 (week|month)s?$", r"\1", words)
    try:
        read_recurrence(words)
    except PydanticCustomError:
        close = get_close_matches(words, EVERY_WORDS, 1)
        known = list(EVERY_WORDS)
        if close:
            remedy = say(
                "Did you mean {word}? Known: {words}, N weeks, N months.",
                word=close[0],
                words=", ".join(known),
            )
        else:
            remedy = say("Known: {words}, N weeks, N months.", words=", ".join(known))
        raise refused(flag, say("“{text}” is not a rhythm.", text=text), remedy) from None
    return words


def whole(text: str, flag: str, least: int = 0, most: int = 10**9) -> int:
    """Read a whole number from `least` to `most`, both included."""
    bare = text.strip().replace("−", "-")
    if not re.fullmatch(r"-?[0-9]{1,12}", bare):
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
        raise refused(
            flag,
            say("“{text}” is too long.", text=f"{text[:20]}…"),
            say("A name has {count} characters at most.", count=LONGEST_NAME),
        )
    return text


def choice(text: str, flag: str, choices: Sequence[str]) -> str:
    """Read one word among some."""
    if text in choices:
        return text
    close = get_close_matches(text.lower(), choices, 1)
    if close:
        remedy = say(
            "Did you mean {word}? Known: {words}.", word=close[0], words=", ".join(choices)
        )
    else:
        remedy = say("Known: {words}.", words=", ".join(choices))
    raise refused(flag, say("“{text}” is not known here.", text=text), remedy)
