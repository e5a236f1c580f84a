"""TOML text to data: the one door for it.

It is `tomllib`, kept from what it cannot read in reasonable time and depth. Every number that comes
in is exact, and small enough for any arithmetic.
"""

import re
import tomllib
from decimal import Decimal, InvalidOperation

#: No reasonable key has more parts; `tomllib` needs quadratic time to read it.
MOST_PARTS = 50
_LONG_KEY = (
    r"""(?:(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){""" + str(MOST_PARTS) + "}"
)
#: Decimals compute exactly with that many digits; beyond 10^100 or 10^-100 is a typing error.
MOST_DIGITS = 28
LARGEST_EXPONENT = 100
#: What a whole number of more digits looks like, even in base 16 (or a text: `_measure` tells).
_LONG_NUMBER = re.compile(r"[0-9A-Fa-f_]{24}")


class TomlError(Exception):
    """The text is not TOML, or not reasonable; the module `syntax` explains it."""

    def __init__(self, message: str, offset: int | None = None) -> None:
        super().__init__(message)
        self.message = message  # what `tomllib` says, or one of the two below
        self.offset = offset


TOO_DEEP = "too deep"
TOO_LONG = "too long"


class _TooLongError(Exception):
    """A number beyond the bounds, as it is written."""


def parse_toml(text: str) -> dict[str, object]:
    """Return the data of a TOML text, its decimal numbers exact.

    Raises:
        TomlError: the text is not TOML, or would take unreasonable time or depth to read.
    """
    if any(line.count(".") >= MOST_PARTS for line in text.split("\n")):
        match = re.search(_LONG_KEY, text)
        if match is not None:
            raise TomlError(TOO_DEEP, match.start())
    try:
        data = tomllib.loads(text, parse_float=_exact)
    except tomllib.TOMLDecodeError as error:
        raise TomlError(str(error)) from None
    except RecursionError:
        raise TomlError(TOO_DEEP) from None
    except _TooLongError as error:
        raise TomlError(TOO_LONG, _offset_of(text, str(error))) from None
    except ValueError:  # whole numbers of thousands of digits
        raise TomlError(TOO_LONG) from None
    if _LONG_NUMBER.search(text) is not None:
        _measure(data)
    return data


def _exact(number: str) -> Decimal:
    """Read a number with decimals exactly; "nan" and "inf" are left to those who use it."""
    try:
        value = Decimal(number)
    except InvalidOperation:
        raise _TooLongError(number) from None
    if len(number) <= MOST_DIGITS and "e" not in number.lower():
        return value
    if not value:
        return Decimal(0)  # whatever its exponent
    if len(value.as_tuple().digits) > MOST_DIGITS or abs(value.adjusted()) > LARGEST_EXPONENT:
        raise _TooLongError(number)
    return value


def _measure(data: object) -> None:
    """Refuse whole numbers of too many digits."""
    left = [data]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(value)
        elif type(value) is int and abs(value) >= 10**MOST_DIGITS:
            raise TomlError(TOO_LONG)


def _offset_of(text: str, number: str) -> int:
    """Return where a number stands as a value."""
    match = re.search(rf"[=\[,]\s*+({re.escape(number)})", text)
    return match.start(1) if match else max(text.find(number), 0)
