"""Amounts, rates and numbers as a person types them, read or refused with what to type instead.

Like those of `values`, every function takes the text and the name of its flag (or argument), and
raises a `UsageError` that names it.
"""

import re
from decimal import Decimal

from cae_cli.cli.shell.readers import heard
from cae_cli.cli.shell.readers.refusing import refused
from cae_cli.errors import UsageError
from cae_cli.language import Amount, Said, say
from cae_cli.money import CENTS_IN_EURO, LARGEST_EUROS
from cae_cli.written.texts import lowered

RATE_DECIMALS = 8

_PLAIN_AMOUNT = r"[0-9]+(?:[.,][0-9]{0,2})?"  # 450  450,50  5.
_GROUPED_AMOUNT = (
    r"[0-9]{1,3}(?:[ '][0-9]{3})+(?:[.,][0-9]{0,2})?"  # 1 200,50
    r"|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{0,2}|[0-9]{1,3}(?:,[0-9]{3}){2,}"  # 1,200.50  1,200,000
    r"|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{0,2}|[0-9]{1,3}(?:\.[0-9]{3}){2,}"  # 1.200,50  1.200.000
)
_TWO_READINGS = r"([1-9][0-9]{0,2})[.,]([0-9]{3})"
_TOO_FINE = r"[0-9]+[.,][0-9]{3,}"
_NUMBER = r"[0-9]{1,20}(?:[.,][0-9]{0,20})?"
_CURRENCY = r"(?:€|eur|euros?)"
_TAX = r"(?: ?(?:ht|hors taxes?|excl\.? vat))?"
_A_TIME = r" ?(?:/|par|per|an|a|de l'|l'|la) ?(?:h|heure|hour|j|jour|journée|day)s?"
_TIMES = r" ?(?:h|heures?|hours?|hrs?|j|jours?|journées?|days?)"
_PERCENT = r" ?(?:%|pour ?cent|percent|per cent|pct)"


def amount(text: str, flag: str) -> int:
    """Read an amount of euros, not negative, as cents: "450,50", "1 200,50 €", "€1,200.50"."""
    cents = signed_amount(text, flag)
    if cents < 0:
        raise refused(
            flag, say("“{text}” is negative.", text=text), say("Type the amount without its sign.")
        )
    return cents


def unit_price(text: str, flag: str) -> int:
    """Read the price of an hour or a day as cents: "35", "35 €/h", "280 euros par jour"."""
    bare = re.sub(f"{_A_TIME}$", "", lowered(text))
    cents = amount(bare if bare != lowered(text) else text, flag)
    if bare != lowered(text):
        heard.note(flag, Amount(cents))
    return cents


def signed_amount(text: str, flag: str) -> int:
    """Read an amount of euros as cents; it may be negative ("-200", "−200")."""
    bare = re.sub(f"^{_CURRENCY} ?| ?{_CURRENCY}{_TAX}$|{_TAX}$", "", lowered(text)).strip()
    sign, digits = (-1, bare[1:].lstrip()) if bare[:1] == "-" else (1, bare.removeprefix("+"))
    digits = digits.removeprefix("€").lstrip()
    if not re.fullmatch(f"{_PLAIN_AMOUNT}|{_GROUPED_AMOUNT}", digits):
        raise _not_an_amount(text, digits, flag)
    match = re.fullmatch(r"(.*?)(?:[.,]([0-9]{0,2}))?", digits)
    assert match is not None  # noqa: S101 - it matches every text
    whole, decimals = re.sub("[^0-9]", "", match[1]), match[2] or ""
    if len(whole) > len(str(LARGEST_EUROS)) or int(whole) > LARGEST_EUROS:
        raise refused(
            flag,
            say("“{text}” is too large.", text=text),
            say("The largest amount is {amount}.", amount=Amount(LARGEST_EUROS * CENTS_IN_EURO)),
        )
    cents = sign * (int(whole) * CENTS_IN_EURO + int(f"{decimals:0<2}"))
    if re.search(r"[.,'].*[.,']|[.,]$", digits):
        heard.note(flag, Amount(cents))
    return cents


def _not_an_amount(text: str, digits: str, flag: str) -> UsageError:
    two = re.fullmatch(_TWO_READINGS, digits)
    if two is not None:
        return refused(
            flag,
            say("“{text}” can be read in two ways.", text=text),
            say(
                "Type {thousands} for thousands, or {small} for euros and cents.",
                thousands=two[1] + two[2],
                small=f"{two[1]}.{two[2][:2]}",
            ),
        )
    if re.fullmatch(_TOO_FINE, digits):
        what = say("“{text}” has more than two decimals.", text=text)
    elif re.search(r"\bttc\b", digits):
        what = say("“{text}” includes VAT: amounts are without it (HT).", text=text)
    else:
        what = say("“{text}” is not an amount.", text=text)
    example = say("Amounts are euros and cents, such as {example}.", example="450.50")
    return refused(flag, what, example)


def rate(text: str, flag: str) -> Decimal:
    """Read a rate from 0 to 1, both included: "0.01", "0,01", "1%", "60 pour cent"."""
    value = _rate(text, flag)
    if not 0 <= value <= 1:
        raise _out_of_rates(text, value, flag)
    return value


def increase(text: str, flag: str) -> Decimal:
    """Read a yearly increase from −1 to 1, both included: "0.02", "2%", "-1%"."""
    value = _rate(text, flag)
    if not -1 <= value <= 1:
        raise _out_of_rates(text, value, flag)
    return value


def _rate(text: str, flag: str) -> Decimal:
    bare = lowered(text)
    digits = re.sub(f"{_PERCENT}$", "", bare)
    sign, digits, percent = -1 if bare[:1] == "-" else 1, digits.lstrip("+-"), digits != bare
    if not re.fullmatch(_NUMBER, digits) or len(bare) - len(bare.lstrip("+-")) > 1:
        raise refused(flag, say("“{text}” is not a rate.", text=text), _share_or_percent())
    value = Decimal(digits.replace(",", ".")) / (100 if percent else 1)
    if _decimals(value) > RATE_DECIMALS:
        raise refused(
            flag,
            say("“{text}” has too many decimals.", text=text),
            say("A rate has {count} decimals at most.", count=RATE_DECIMALS),
        )
    return sign * value


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _share_or_percent() -> Said:
    return say("Type a share or a percentage: {share} or {percent}.", share="0.01", percent="1%")


def _out_of_rates(text: str, value: Decimal, flag: str) -> UsageError:
    what = (
        say("“{text}” is more than the whole.", text=text)
        if value > 1
        else say("“{text}” is negative.", text=text)
    )
    if 1 < value <= 100 and "%" not in text:  # noqa: PLR2004 - a percentage
        return refused(
            flag, what, say("Did you mean {percent}?", percent=f"{value.normalize():f}%")
        )
    return refused(flag, what, _share_or_percent())


def quantity(text: str, flag: str) -> Decimal:
    """Read a number that is not negative, with decimals: "14", "7,5", "20 h", "3 jours"."""
    bare = re.sub(f"(?<=[0-9]){_TIMES}$", "", lowered(text))
    digits = bare.replace(" ", "") if re.fullmatch("[0-9]{1,3}(?: [0-9]{3})+", bare) else bare
    if not re.fullmatch(_NUMBER, digits):
        raise refused(
            flag,
            say("“{text}” is not a number.", text=text),
            say("Type digits, such as {example}.", example="7.5"),
        )
    value = Decimal(digits.replace(",", "."))
    if value > LARGEST_EUROS or _decimals(value) > RATE_DECIMALS:
        raise refused(
            flag,
            say("“{text}” is out of bounds.", text=text),
            say("A number has {count} decimals at most.", count=RATE_DECIMALS),
        )
    if bare != lowered(text):
        heard.note(flag, value)
    return value
