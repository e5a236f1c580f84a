"""Amounts, rates and numbers as a person types them, read or refused with what to type instead.

Like those of `values`, every function takes the text and the name of its flag (or argument), and
raises a `UsageError` that names it.
"""

import re
from decimal import Decimal

from cae_cli.cli.shell.values import refused
from cae_cli.errors import UsageError
from cae_cli.language import Amount, say
from cae_cli.money import CENTS_IN_EURO, LARGEST_EUROS

RATE_DECIMALS = 8

_SPACES = "[ \u00a0\u202f\u2009]"
_PLAIN_AMOUNT = r"[0-9]+(?:[.,][0-9]{1,2})?"
_GROUPED_AMOUNT = (
    rf"[0-9]{{1,3}}(?:{_SPACES}[0-9]{{3}})+(?:[.,][0-9]{{1,2}})?"  # 1 200,50
    r"|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{1,2}|[0-9]{1,3}(?:,[0-9]{3}){2,}"  # 1,200.50  1,200,000
    r"|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}|[0-9]{1,3}(?:\.[0-9]{3}){2,}"  # 1.200,50  1.200.000
)
_TWO_READINGS = r"([1-9][0-9]{0,2})[.,]([0-9]{3})"
_TOO_FINE = r"[0-9]+[.,][0-9]{3,}"
_NUMBER = r"[0-9]{1,20}(?:[.,][0-9]{1,20})?"


def amount(text: str, flag: str) -> int:
    """Read an amount of euros, not negative, as cents: "450,50", "1 200,50", "€1,200.50"."""
    cents = signed_amount(text, flag)
    if cents < 0:
        raise refused(
            flag, say("“{text}” is negative.", text=text), say("Type the amount without its sign.")
        )
    return cents


def signed_amount(text: str, flag: str) -> int:
    """Read an amount of euros as cents; it may be negative ("-200", "−200")."""
    bare = re.sub(rf"^€{_SPACES}*|{_SPACES}*(?:€|EUR|euros?)$", "", text.strip()).strip()
    sign, digits = (
        (-1, bare[1:].lstrip()) if bare[:1] in ("-", "−") else (1, bare.removeprefix("+"))
    )
    digits = re.sub(rf"^€{_SPACES}*", "", digits)
    if re.fullmatch(_PLAIN_AMOUNT, digits):
        whole, _, decimals = digits.replace(",", ".").partition(".")
    elif re.fullmatch(_GROUPED_AMOUNT, digits):
        match = re.fullmatch(r"(.*?)(?:[.,]([0-9]{1,2}))?", digits)
        assert match is not None  # noqa: S101 - it matches every text
        whole, decimals = re.sub("[^0-9]", "", match[1]), match[2] or ""
    else:
        raise _not_an_amount(text, digits, flag)
    if len(whole) > len(str(LARGEST_EUROS)) or int(whole) > LARGEST_EUROS:
        raise refused(
            flag,
            say("“{text}” is too large.", text=text),
            say("The largest amount is {amount}.", amount=Amount(LARGEST_EUROS * CENTS_IN_EURO)),
        )
    return sign * (int(whole) * CENTS_IN_EURO + int(f"{decimals:0<2}"))


def _not_an_amount(text: str, digits: str, flag: str) -> UsageError:
    two = re.fullmatch(_TWO_READINGS, digits)
    if two is not None:
        thousands, small = two[1] + two[2], f"{two[1]}.{two[2][:2]}"
        return refused(
            flag,
            say("“{text}” can be read in two ways.", text=text),
            say(
                "Type {thousands} for thousands, or {small} for euros and cents.",
                thousands=thousands,
                small=small,
            ),
        )
    if re.fullmatch(_TOO_FINE, digits):
        return refused(
            flag,
            say("“{text}” has more than two decimals.", text=text),
            say("Amounts are euros and cents, such as {example}.", example="450.50"),
        )
    return refused(
        flag,
        say("“{text}” is not an amount.", text=text),
        say("Amounts are euros and cents, such as {example}.", example="450.50"),
    )


def rate(text: str, flag: str) -> Decimal:
    """Read a rate from 0 to 1, both included: "0.01", "0,01", "1%" or "1 %"."""
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
    bare = text.strip()
    percent = bare.endswith("%")
    bare = bare.removesuffix("%").rstrip()
    negative = bare[:1] in ("-", "−")
    bare = bare[1:] if negative else bare
    if not re.fullmatch(_NUMBER, bare):
        raise refused(
            flag,
            say("“{text}” is not a rate.", text=text),
            say("Type a share or a percentage: {share} or {percent}.", share="0.01", percent="1%"),
        )
    value = Decimal(bare.replace(",", ".")) / (100 if percent else 1)
    exponent = value.normalize().as_tuple().exponent
    if isinstance(exponent, int) and exponent < -RATE_DECIMALS:
        raise refused(
            flag,
            say("“{text}” has too many decimals.", text=text),
            say("A rate has {count} decimals at most.", count=RATE_DECIMALS),
        )
    return -value if negative else value


def _out_of_rates(text: str, value: Decimal, flag: str) -> UsageError:
    what = (
        say("“{text}” is more than the whole.", text=text)
        if value > 1
        else say("“{text}” is negative.", text=text)
    )
    if 1 < value <= 100 and not text.strip().endswith("%"):  # noqa: PLR2004 - a percentage
        remedy = say("Did you mean {percent}?", percent=f"{value.normalize():f}%")
    else:
        remedy = say(
            "Type a share or a percentage: {share} or {percent}.", share="0.01", percent="1%"
        )
    return refused(flag, what, remedy)


def quantity(text: str, flag: str) -> Decimal:
    """Read a number that is not negative, with decimals: "14", "7.5", "7,5"."""
    bare = text.strip().replace(",", ".")
    if not re.fullmatch(_NUMBER, bare):
        raise refused(
            flag,
            say("“{text}” is not a number.", text=text),
            say("Type digits, such as {example}.", example="7.5"),
        )
    value = Decimal(bare)
    exponent = value.normalize().as_tuple().exponent
    if value > LARGEST_EUROS or (isinstance(exponent, int) and exponent < -RATE_DECIMALS):
        raise refused(
            flag,
            say("“{text}” is out of bounds.", text=text),
            say("A number has {count} decimals at most.", count=RATE_DECIMALS),
        )
    return value
