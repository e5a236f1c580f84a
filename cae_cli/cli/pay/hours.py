"""`--hours`: what a pay is earned for, as a person types it."""

import re
from decimal import ROUND_HALF_UP, Decimal

from cae_cli.cli.shell import numbers, values
from cae_cli.cli.shell.readers import heard
from cae_cli.cli.shell.readers.refusing import refused
from cae_cli.language import say
from cae_cli.rules.payroll.yardsticks import EQUIVALENT, FULL_TIME, Hours
from cae_cli.written.texts import folded

_FLAG = "--hours"
_UNIT = r" ?(?:h|hrs?|heures?|hours?)?"
_A_WEEK = re.compile(rf"{_UNIT} ?(?:/|par|per|a|chaque) ?(?:semaine|week|sem\.?)$")
_A_MONTH = re.compile(rf"{_UNIT} ?(?:/|par|per|a|chaque) ?(?:mois|month)$")
_AROUND = re.compile(r"^(?:a )?(?:temps|heures?) |[ -](?:time|hours?|temps)$")
_WEEKS, _MONTHS = 52, 12  # of a year
_HUNDREDTH = Decimal("0.01")
#: The hours of a full-time week: nobody who types them means so few in a month.
_FULL_WEEK = Decimal(35)


def hours_of(typed: str | None) -> Hours:
    """Read it: equivalent, full, or contractual hours a month ("104", "104 h", "24 h/semaine").

    Raises:
        UsageError: it is none of these, or the hours of a week without saying so.
    """
    if typed is None:
        return EQUIVALENT
    text = folded(typed)
    if not text[:1].isdigit():
        return _word(typed, _AROUND.sub("", text))
    a_week, a_month = _A_WEEK.sub("", text), _A_MONTH.sub("", text)
    if a_week != text:
        weekly = numbers.quantity(a_week, _FLAG)
        hours = (weekly * _WEEKS / _MONTHS).quantize(_HUNDREDTH, ROUND_HALF_UP).normalize()
        heard.note(_FLAG, say("{hours} hours a month", hours=hours))
        return hours
    hours = numbers.quantity(a_month, _FLAG)
    if hours == _FULL_WEEK and a_month == text:
        raise refused(
            _FLAG,
            say("“{text}” can be read in two ways.", text=typed),
            say(
                "Type {full} for 35 hours a week, or {month} for 35 hours a month.",
                full=FULL_TIME,
                month="35 h/mois",
            ),
        )
    return hours


def _word(typed: str, word: str) -> Hours:
    if word.startswith(EQUIVALENT):  # also "heures équivalentes"
        return EQUIVALENT
    choice = values.choice(word, _FLAG, (EQUIVALENT, FULL_TIME, "N"))
    if choice == EQUIVALENT:
        return EQUIVALENT
    if choice == FULL_TIME:
        return FULL_TIME
    raise refused(
        _FLAG,
        say("“{text}” is not a number.", text=typed),
        say("Type the hours of a month, such as {example}.", example="104"),
    )
