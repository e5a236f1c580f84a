"""What each client is worth in the coming year."""

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.entries import each, entries_of
from cae_cli.forecast.projection.horizon import YEAR
from cae_cli.months import Month


def signed_years(answer: Answer) -> dict[str, int]:
    """Return what is signed with each client over the twelve months from today's; cents, by name.

    A client with nothing dated in them is not there.
    """
    first = Month.of(answer.today)
    found = entries_of(answer.dossier, first, first + (YEAR - 1))
    years: dict[str, int] = {}
    for one in each(found.invoices):
        if one.signed and one.day >= first.first_day:
            years[one.source.who] = years.get(one.source.who, 0) + one.cents
    return years
