"""Terms of payment as a person types them, or refused with the forms that there are."""

from cae_cli.cli.shell.readers import heard
from cae_cli.cli.shell.readers.refusing import refused
from cae_cli.language import Said, say
from cae_cli.payment import FORMS, PaymentTerms
from cae_cli.written.terms import payment_of
from cae_cli.written.texts import lowered


def payment(text: str, flag: str) -> str:
    """Read terms of payment, in the words of the file: "45 days, month end, the 10th"."""
    terms = _parsed(lowered(text)) or _parsed(payment_of(text) or "")
    if terms is None:
        raise refused(
            flag,
            say("“{text}” is no term of payment.", text=text),
            say("Known: {forms}; each may end in “, the 10th”.", forms=", ".join(FORMS)),
        )
    if lowered(text) != str(terms):
        heard.note(flag, _meaning(terms))
    return str(terms)


def _parsed(words: str) -> PaymentTerms | None:
    try:
        return PaymentTerms.parse(words)
    except ValueError:
        return None


def _meaning(terms: PaymentTerms) -> Said:
    if terms.month_end == "after" and terms.delay:
        return say("“{words}” (the delay first, then the end of that month)", words=str(terms))
    return say("“{words}”", words=str(terms))
