"""A client typed in one go: 'Mairie: 450/month from 2027-01'."""

import re

from cae_cli.cli.shell import numbers, values
from cae_cli.dossier.model import MONTHLY, USUAL_TERMS, Client, Prestation
from cae_cli.language import say
from cae_cli.months import Month
from cae_cli.rhythm import Recurrence

FLAG = "--add"
EXAMPLE = "Mairie: 450/month from 2027-01"
_TYPED = re.compile(
    r"(?P<name>.+?)\s*:\s*(?P<amount>[^:/]+?)(?:\s*/\s*(?P<every>[^:/]+?))?"
    r"(?:\s+(?:from|dès|des|depuis)\s+(?P<since>\S+))?",
    re.IGNORECASE,
)


def added_client(text: str, today: Month) -> Client:
    """Read a client with one prestation, by the month unless told, from the next month on.

    Raises:
        UsageError: a part of it is missing, or is not what it should be.
    """
    match = _TYPED.fullmatch(text.strip())
    if match is None:
        raise values.refused(
            FLAG,
            say("“{text}” tells no client and amount.", text=text),
            say("Type a name, a colon, then what is invoiced, such as {example}.",
                example=f"'{EXAMPLE}'"),
        )  # fmt: skip
    since = today + 1 if match["since"] is None else values.month(match["since"], FLAG)
    every = MONTHLY
    if match["every"] is not None:
        every = Recurrence.parse(values.every(match["every"], FLAG))
    amount = numbers.amount(match["amount"], FLAG)
    name = values.name(match["name"], FLAG)
    sold = Prestation.model_construct(label=name, amount=amount, every=every, start=since.first_day)
    return Client.model_construct(name=name, payment=USUAL_TERMS, prestations=(sold,))
