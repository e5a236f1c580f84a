"""The month that a what-if is asked about."""

from cae_cli.cli.shell import values
from cae_cli.forecast.answer import Answer
from cae_cli.language import say
from cae_cli.months import Month

NAME = "MONTH"


def check_month(asked: Month, answer: Answer, earliest: Month | None = None) -> None:
    """Refuse a month that is past (before today's, unless told), or beyond those looked at."""
    horizon = answer.horizon
    first = horizon.first + horizon.present if earliest is None else earliest
    if first <= asked <= horizon.last_candidate:
        return
    raise values.refused(
        NAME,
        say("{month} is past.", month=asked)
        if asked < first
        else say("{month} is too far.", month=asked),
        say("Type a month from {first} to {last}.",
            first=str(first), last=str(horizon.last_candidate)),
    )  # fmt: skip
