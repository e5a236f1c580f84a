"""TOML text to data: `tomllib`, kept from what it cannot read in reasonable time and depth."""

import re
import tomllib
from decimal import Decimal, InvalidOperation

#: No reasonable key has more parts; `tomllib` needs quadratic time to read it.
MOST_PARTS = 50
_LONG_KEY = (
    r"""(?:(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){""" + str(MOST_PARTS) + "}"
)


class TomlError(Exception):
    """The text is not TOML, or not reasonable; the module `syntax` explains it."""

    def __init__(self, message: str, offset: int | None = None) -> None:
        super().__init__(message)
        self.message = message  # what `tomllib` says, or one of the two below
        self.offset = offset


TOO_DEEP = "too deep"
TOO_LONG = "too long"


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
        return tomllib.loads(text, parse_float=_exact)
    except tomllib.TOMLDecodeError as error:
        raise TomlError(str(error)) from None
    except RecursionError:
        raise TomlError(TOO_DEEP) from None
    except ValueError:  # whole numbers of thousands of digits
        raise TomlError(TOO_LONG) from None


def _exact(number: str) -> Decimal:
    """Read a number with decimals exactly; an exponent beyond all bounds is no number."""
    try:
        return Decimal(number)
    except InvalidOperation:
        return Decimal("NaN")
