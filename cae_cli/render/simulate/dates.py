"""The next dates that matter, on one line below the months."""

import datetime as dt
from collections.abc import Iterator

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.membership import membership
from cae_cli.language import Language, Said, say
from cae_cli.rules.cape import cape_renewal_due

#: Dates farther than this many days are for the timeline.
NEAR = 550
_GAP = "  "


def dates_that_matter(answer: Answer, language: Language, width: int) -> str:
    """Return the next dates that matter, as many as a line holds; empty without any."""
    day = answer.today
    coming = sorted(
        (date, language.tell(said))
        for date, said in _dates(answer)
        if 0 <= (date - day).days <= NEAR
    )
    line = ""
    for _, text in coming:
        longer = f"{line}{_GAP}{text}" if line else text
        if len(longer) > width:
            break
        line = longer
    return line


def _dates(answer: Answer) -> Iterator[tuple[dt.date, Said]]:
    for entrepreneur in answer.dossier.entrepreneurs:
        until = entrepreneur.unemployment_benefit_until
        if until is not None:
            text = say("ARE of {name} ends on {day}.", name=entrepreneur.name, day=until)
            yield until, text
        renewal = cape_renewal_due(membership(entrepreneur, answer.today).spans)
        if renewal is not None:
            text = say("CAPE of {name}: renew by {day}.", name=entrepreneur.name, day=renewal)
            yield renewal, text
    for person in answer.people:
        capes = [c for c in person.contracts if c.kind == "cape" and c.end is not None]
        if capes and not person.has_cesa and (end := capes[-1].end) is not None:
            yield end, say("CAPE of {name}: ends on {day}.", name=person.name, day=end)
