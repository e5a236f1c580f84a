"""What people write by habit is named, and the line to type instead is told."""

import pytest

from cae_cli.language import Language
from cae_cli.toml.habits import remedy_for
from cae_cli.toml.text import parse_toml

ENGLISH = Language("en")
POINT = "Write a decimal point, not a comma: 450.50."
SPACES = "Write a number without spaces: 1200.50."
QUOTES = 'Write straight quotes: " before and after the text.'
DATE = "Write a date year first: 2026-11-01."
MONTH = 'Write a month between quotes: "2026-11".'


@pytest.mark.parametrize(
    ("line", "told", "typed"),
    [
        (
            "balance = 1\u00a0200.50",
            "A no-break space (U+00A0) is in this line.",
            "balance = 1200.50",
        ),
        (
            "balance = 1\u202f200.50",
            "A no-break space (U+202F) is in this line.",
            "balance = 1200.50",
        ),
        ("balance = −758.00", "A typographic minus sign (−) is in this line", "balance = -758.00"),
        ("balance = \u2013758.00", "A typographic minus sign (–)", "balance = -758.00"),
        ("a\u200bmount = 5", "An invisible character (U+200B) is in this line.", "amount = 5"),
        ("\ufeffamount = 5", "An invisible character (U+FEFF) is in this line.", "amount = 5"),
        ("name = “Mairie”", QUOTES, 'name = "Mairie"'),
        ("name = « Mairie de Gap »", QUOTES, 'name = "Mairie de Gap"'),
        ("name = «\u00a0Mairie\u00a0»", QUOTES, 'name = "Mairie"'),
        ("name = ‘Mairie’", QUOTES, 'name = "Mairie"'),
        ("name = “1 200 €”", QUOTES, 'name = "1 200 €"'),  # what is in a text stays
        ("amount = 1.200,50", POINT, "amount = 1200.50"),
        ("amount = 1,200.50", POINT, "amount = 1200.50"),
        ("amount = 1.234.567,8", POINT, "amount = 1234567.8"),
        ("amount = 450,50", POINT, "amount = 450.50"),
        ("amount = -0,5", POINT, "amount = -0.5"),
        ("rate = 0,125", POINT, "rate = 0.125"),
        ("amount = 450,50  # 1 200,50", POINT, "amount = 450.50  # 1 200,50"),
        ("amount = 5.", "a digit after the decimal point: 5.0", "amount = 5.0"),
        ("a = { b = 5., c = 1 }", "a digit after the decimal point", "a = { b = 5.0, c = 1 }"),
        ("rate = .5", "a digit before the decimal point: 0.5", "rate = 0.5"),
        ("amount = 1 200", SPACES, "amount = 1200"),
        ("b = [{ up_to = 40 000, rate = 0.11 }]", SPACES, "b = [{ up_to = 40000, rate = 0.11 }]"),
        ("  { up_to = 40 000, rate = 0.1 },", SPACES, "{ up_to = 40000, rate = 0.1 },"),
        ("amount = 450 €", "without its currency", "amount = 450"),
        ("amount = €450", "without its currency", "amount = 450"),
        ("amount = 1 200,50 euros", "without its currency", "amount = 1200.50"),
        ("rate = 12 %", "12% is 0.12", "rate = 0.12"),
        ("rate = 7,5%", "12% is 0.12", "rate = 0.075"),
        ("start = 01/11/2026", DATE, "start = 2026-11-01"),
        ("start = 30-11-2026", DATE, "start = 2026-11-30"),
        ("start = 1er novembre 2026", DATE, "start = 2026-11-01"),
        ("start = 30 Nov. 2026", DATE, "start = 2026-11-30"),
        ("month = 2026-11", MONTH, 'month = "2026-11"'),
        ("month = 11/2026", MONTH, 'month = "2026-11"'),
        ("month = novembre 2026", MONTH, 'month = "2026-11"'),
        ("amount = 007", "without a zero before it", "amount = 7"),
        ("direct = oui", "Write true or false.", "direct = true"),
        ("direct = False", "Write true or false.", "direct = false"),
        ('name: "x"', "Write = between the key and its value.", 'name = "x"'),
        ("name = Mairie de Gap # x", "a text between quotes", 'name = "Mairie de Gap" # x'),
    ],
)
def test_a_habit_is_named_and_the_line_written_again(line: str, told: str, typed: str) -> None:
    remedy = remedy_for(line)
    assert remedy is not None
    shown = ENGLISH.tell(remedy)
    assert told in shown
    assert shown.endswith(f" Type: {typed}")
    assert "Tapez\u00a0: " in Language("fr").tell(remedy)


@pytest.mark.parametrize(
    "line",
    [
        "x = 1.2.3",
        "date = 2026-11-31",  # no such day: what was meant is not known
        "amount = 1,200",  # a thousand, or a euro and twenty cents
        "start = 01/13/2026",
        'amount = "450,50"',
        "",
        "= 3",
        "name = Mairie" + "x" * 300,
    ],
)
def test_no_line_is_made_up(line: str) -> None:
    assert remedy_for(line) is None


def test_a_line_that_would_still_be_wrong_is_not_told() -> None:
    remedy = remedy_for("amount = 1 200,50 [")
    assert remedy is not None
    assert ENGLISH.tell(remedy) == SPACES


@pytest.mark.parametrize("line", ["a = " + "1 " * 140, "«" * 300, "a = " + "0," * 140, "1." * 150])
def test_an_odd_line_takes_no_time(line: str) -> None:
    remedy_for(line)


def test_a_right_line_needs_nothing() -> None:
    for line in ('a = "«\u00a01 200 €\u00a0» 5."', "a = 1200.50 # −5", "a = 2026-11-01", "a = 1e5"):
        parse_toml(line)
        assert remedy_for(line) is None
