"""The neutral rate of the income tax, on the published scale and just beside its bounds."""

import pytest

from cae_cli.months import Month
from cae_cli.rules.income_tax import neutral_rate, withheld

#: Euros and rate, mainland France, January 2026: at a bound the next step holds already.
OF_2026 = [
    (0, "0"), (1634, "0"), (1635, "0.005"), (1697, "0.005"), (1698, "0.013"), (1807, "0.021"),
    (1928, "0.029"), (2060, "0.035"), (2170, "0.041"), (2315, "0.053"), (2738, "0.075"),
    (3134, "0.075"), (3135, "0.099"), (55_557, "0.38"), (55_558, "0.43"), (100_000, "0.43"),
]  # fmt: skip


@pytest.mark.parametrize(("euros", "rate"), OF_2026)
def test_the_scale_of_2026(euros: int, rate: str) -> None:
    assert str(neutral_rate(euros * 100, Month.parse("2026-01"))) in {rate, f"{rate}.0"}


def test_a_cent_below_a_bound_is_below_it() -> None:
    assert str(neutral_rate(163_499, Month.parse("2026-01"))) == "0.0"
    assert str(neutral_rate(163_500, Month.parse("2026-01"))) == "0.005"


@pytest.mark.parametrize(
    ("month", "rate"),
    [
        ("2023-12", "None"),  # no scale is known
        ("2024-01", "0.013"),  # 1 653 to 1 759
        ("2025-04", "0.013"),
        ("2025-05", "0.005"),  # 1 620 to 1 683
        ("2025-12", "0.005"),
        ("2026-01", "0.005"),  # 1 635 to 1 698
        ("2030-01", "0.005"),  # the latest
    ],
)
def test_a_pay_of_1_660_through_the_scales(month: str, rate: str) -> None:
    assert str(neutral_rate(166_000, Month.parse(month))) == rate


def test_what_is_withheld() -> None:
    # 1.3 % of 1 750.50 is 22.7565
    assert withheld(175_050, Month.parse("2026-03")) == 2276
    assert withheld(160_000, Month.parse("2026-03")) == 0
    assert withheld(160_000, Month.parse("2023-03")) is None
