from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from cae_cli.cli.shell import numbers
from cae_cli.errors import Exit, UsageError
from cae_cli.language import Language


def refusal(read: Callable[[str, str], Any], text: str) -> tuple[str, str]:
    with pytest.raises(UsageError) as caught:
        read(text, "--flag")
    assert caught.value.exit_code is Exit.USAGE
    english, problem = Language("en"), caught.value.problem
    assert problem.remedy is not None
    return english.tell(problem.what), english.tell(problem.remedy)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("450", 45_000),
        ("450,50", 45_050),
        ("450.5", 45_050),
        ("1 200,50", 120_050),
        ("1\u202f200,50\u00a0€", 120_050),
        ("1200.50 €", 120_050),
        ("€1,200.50", 120_050),
        ("1.200,50", 120_050),
        ("1,200,000", 120_000_000),
        ("1 200", 120_000),
        ("0,05", 5),
        ("12 EUR", 1_200),
        ("12 euros", 1_200),
        (" 7 ", 700),
        ("+7", 700),
        ("1000000000000", 10**14),
        ("5.", 500),
        ("5,", 500),
        ("1'200.50", 120_050),
        ("450 € HT", 45_000),
        ("450 HT", 45_000),
        ("EUR 450", 45_000),
        ("4\u200b50", 45_000),
    ],
)
def test_amounts(text: str, cents: int) -> None:
    assert numbers.amount(text, "--flag") == cents


@pytest.mark.parametrize("text", ["-200,50", "−200.5", "- 200,50", "-€200.50", "€-200.50"])
def test_signed_amounts(text: str) -> None:
    assert numbers.signed_amount(text, "--flag") == -20_050


def test_amount_with_two_readings() -> None:
    assert refusal(numbers.amount, "1,200") == (
        "--flag: “1,200” can be read in two ways.",
        "Type 1200 for thousands, or 1.20 for euros and cents.",
    )
    assert refusal(numbers.amount, "12.500")[1] == (
        "Type 12500 for thousands, or 12.50 for euros and cents."
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("abc", "is not an amount"),
        ("", "is not an amount"),
        ("1e5", "is not an amount"),
        ("nan", "is not an amount"),
        ("inf", "is not an amount"),
        ("1 20", "is not an amount"),
        ("12 00,50", "is not an amount"),
        ("1,2,3", "is not an amount"),
        ("١٢", "is not an amount"),
        ("5€5", "is not an amount"),
        ("5²", "is not an amount"),
        ("35 €/h", "is not an amount"),
        ("1,200.50.10", "is not an amount"),
        ("450 € TTC", "includes VAT"),
        ("0,125", "more than two decimals"),
        ("1234,567", "more than two decimals"),
        ("-5", "is negative"),
        ("1000000000001", "too large"),
        ("9" * 5000, "too large"),
    ],
)
def test_refused_amounts(text: str, what: str) -> None:
    assert what in refusal(numbers.amount, text)[0]


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("0.01", "0.01"),
        ("0,01", "0.01"),
        ("1%", "0.01"),
        ("1 %", "0.01"),
        ("1,5\u202f%", "0.015"),
        ("100%", "1"),
        ("0", "0"),
        ("1", "1"),
        ("0.12345678", "0.12345678"),
        ("60 %", "0.6"),
        ("60 pour cent", "0.6"),
        ("60 percent", "0.6"),
        ("0,6", "0.6"),
    ],
)
def test_rates(text: str, rate: str) -> None:
    assert numbers.rate(text, "--flag") == Decimal(rate)


def test_increase_may_be_negative() -> None:
    assert numbers.increase("-2%", "--flag") == Decimal("-0.02")
    assert numbers.increase("−0,02", "--flag") == Decimal("-0.02")


@pytest.mark.parametrize(
    ("text", "what", "remedy"),
    [
        ("12", "“12” is more than the whole", "Did you mean 12%?"),
        ("1.5", "“1.5” is more than the whole", "Did you mean 1.5%?"),
        ("120%", "“120%” is more than the whole", "0.01 or 1%"),
        ("-1%", "“-1%” is negative", "0.01 or 1%"),
        ("a tenth", "“a tenth” is not a rate", "0.01 or 1%"),
        ("1e-3", "“1e-3” is not a rate", "0.01 or 1%"),
        ("0.123456789", "too many decimals", "8 decimals at most"),
    ],
)
def test_refused_rates(text: str, what: str, remedy: str) -> None:
    told = refusal(numbers.rate, text)
    assert what in told[0]
    assert remedy in told[1]


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("35", 3_500),
        ("35 €/h", 3_500),
        ("35€/heure", 3_500),
        ("32,50 euros de l’heure", 3_250),
        ("35 € par heure", 3_500),
        ("280 €/jour", 28_000),
        ("280 € / j", 28_000),
        ("€35 an hour", 3_500),
        ("€280 a day", 28_000),
        ("1 200 € par jour", 120_000),
    ],
)
def test_prices_of_an_hour_or_a_day(text: str, cents: int) -> None:
    assert numbers.unit_price(text, "--rate") == cents


@pytest.mark.parametrize("text", ["35 €/mois", "/h", "35 h", "1,200 €/h"])
def test_refused_prices(text: str) -> None:
    refusal(numbers.unit_price, text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("20 h", "20"), ("20h", "20"), ("1,5 heure", "1.5"), ("3 jours", "3"), ("2 days", "2"),
     ("7.", "7"), ("1 200", "1200")],
)  # fmt: skip
def test_quantities_with_their_unit(text: str, number: str) -> None:
    assert numbers.quantity(text, "--quantity") == Decimal(number)


def test_quantities() -> None:
    assert refusal(numbers.quantity, "3 mois")[0] == "--flag: “3 mois” is not a number."
    assert refusal(numbers.quantity, "heures")[0] == "--flag: “heures” is not a number."
    assert numbers.quantity("7,5", "--quantity") == Decimal("7.5")
    assert refusal(numbers.quantity, "-1")[0] == "--flag: “-1” is not a number."
    assert refusal(numbers.quantity, "0.123456789")[0].endswith("out of bounds.")
