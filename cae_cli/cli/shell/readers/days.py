"""Days, months and seasons as a person types them, or refused with what to type instead."""

import datetime as dt

from cae_cli.cli.shell.readers import heard
from cae_cli.cli.shell.readers.refusing import refused
from cae_cli.errors import UsageError
from cae_cli.language import Said, say
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.written.days import month_of, months_of, parts_of_day

FIRST_YEAR, LAST_YEAR = 1990, 2199


def day(text: str, flag: str) -> dt.date:
    """Read a day: "2026-11-30", "30/11/2026", "30 novembre 2026", "November 30, 2026".

    With figures alone and the year last, the day comes first, as in French.
    """
    parts = parts_of_day(text)
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
    value = month_of(text)
    if value is None:
        raise refused(
            flag,
            say("“{text}” is not a month.", text=text),
            say("Type a month such as {iso}, {figures} or “{words}”.",
                iso="2026-11", figures="11/2026", words="novembre 2026"),
        )  # fmt: skip
    _check_year(value.year, text, flag)
    if text.strip() != str(value):
        heard.note(flag, value)
    return value


def _check_year(year: int, text: str, flag: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refused(
            flag,
            say("the year of “{text}” is out of reach.", text=text),
            say("Years run from {first} to {last}.", first=str(FIRST_YEAR), last=str(LAST_YEAR)),
        )


def months(text: str, flag: str) -> tuple[int, ...]:
    """Read months of the year, 1 to 12, sorted: "3,4,5", "3-5,9", "avril-octobre"."""
    value = months_of(text)
    if value is None:
        raise refused(
            flag,
            say("“{text}” is not a list of months.", text=text),
            say("Type months such as {figures}, {span} or {words}.",
                figures="3,4,5,9,10", span="4-10", words="avril-octobre"),
        )  # fmt: skip
    if any(letter.isalpha() for letter in text):
        heard.note(flag, ", ".join(map(str, value)))
    return value
