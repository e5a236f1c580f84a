"""One rounding: half away from zero, on whole cents."""

from decimal import Decimal

import pytest

from cae_cli.money import divide, euros, share, to_cents


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(5, 2, 3), (-5, 2, -3), (4, 3, 1), (5, 3, 2), (-4, 3, -1), (0, 7, 0), (149, 100, 1)],
)
def test_halves_go_away_from_zero(numerator: int, denominator: int, rounded: int) -> None:
    assert divide(numerator, denominator) == rounded


def test_a_share_is_exact_where_binary_floats_are_not() -> None:
    # 0.016 % of 1 562.50 € is exactly 0.25 €; 1.005 × 100 cents is 100.5, so 101
    assert share(156250, Decimal("0.00016")) == 25
    assert share(100, Decimal("1.005")) == 101


@pytest.mark.parametrize(("amount", "cents"), [(450, 45000), (Decimal("1200.10"), 120010)])
def test_euros_become_cents(amount: Decimal | int, cents: int) -> None:
    assert to_cents(amount) == cents


@pytest.mark.parametrize("amount", [Decimal("1.005"), Decimal("NaN"), 10**13, Decimal("-Infinity")])
def test_what_is_no_amount_is_refused(amount: Decimal | int) -> None:
    with pytest.raises(ValueError, match=r"decimals|finite|bounds"):
        to_cents(amount)


def test_json_shows_euros() -> None:
    assert euros(113694) == 1136.94
