"""Money is whole cents, rates are exact decimals, one rounding: half away from zero."""

from decimal import Decimal
from typing import NewType

#: Whole euros, where people count in them; every other amount is a number of cents.
Euros = NewType("Euros", int)

CENTS_IN_EURO = 100
#: No amount of a dossier is larger (in euros): beyond it is a typing error, and sums stay exact.
LARGEST_EUROS = 10**12
_SMALLEST_DIGIT = -2  # the place of the cent


def divide(numerator: int, denominator: int) -> int:
    """Return numerator / denominator rounded to the nearest whole, half away from zero.

    The denominator is positive.
    """
    quotient, rest = divmod(abs(numerator), denominator)
    rounded = quotient + (2 * rest >= denominator)
    return rounded if numerator >= 0 else -rounded


def share(cents: int, rate: Decimal) -> int:
    """Return rate × cents, in cents, rounded half away from zero (rate 0.12 is 12 %)."""
    numerator, denominator = rate.as_integer_ratio()
    return divide(cents * numerator, denominator)


def to_cents(amount: Decimal | int) -> int:
    """Return an amount of euros as cents.

    Raises:
        ValueError: the amount has more than two decimals, is not finite or is out of bounds.
    """
    if isinstance(amount, Decimal) and not amount.is_finite():
        raise ValueError("not finite")
    if not -LARGEST_EUROS <= amount <= LARGEST_EUROS:
        raise ValueError("out of bounds")
    if isinstance(amount, Decimal) and amount and amount.adjusted() < _SMALLEST_DIGIT:
        raise ValueError("more than two decimals")  # its fraction could fill the memory
    # Fractions, not decimals: a product of decimals would be rounded to 28 digits.
    numerator, denominator = amount.as_integer_ratio()
    cents, rest = divmod(numerator * CENTS_IN_EURO, denominator)
    if rest:
        raise ValueError("more than two decimals")
    return cents


def in_cents(euros: Euros) -> int:
    """Return whole euros as cents."""
    return euros * CENTS_IN_EURO


def nearest_euro(cents: int) -> Euros:
    """Return cents as whole euros, rounded half away from zero."""
    return Euros(divide(cents, CENTS_IN_EURO))


def euros(cents: int) -> float:
    """Return cents as the number of euros that JSON shows (1136.94 for 113694)."""
    return cents / CENTS_IN_EURO
