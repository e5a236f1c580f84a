"""CSV that a spreadsheet of either language opens as it is, and never runs."""

import csv
import datetime as dt
from decimal import Decimal

import pytest

from cae_cli.language import Amount, Language
from cae_cli.months import Month
from cae_cli.render.csv_text import csv_text

FRENCH, ENGLISH = Language("fr"), Language("en")


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (None, "", ""),
        (Amount(123456), "1234,56", "1234.56"),
        (Amount(-5), "-0,05", "-0.05"),
        (Decimal("0.7000"), "0,7", "0.7"),
        (12, "12", "12"),
        (Month.parse("2026-11"), "2026-11", "2026-11"),
        (dt.date(2026, 11, 3), "2026-11-03", "2026-11-03"),
        ("Mairie", "Mairie", "Mairie"),
        ("Mairie;=1+1", '"Mairie;=1+1"', '"Mairie;=1+1"'),
        ("Mairie,=1+1", '"Mairie,=1+1"', '"Mairie,=1+1"'),
        ('dite "la mairie"', '"dite ""la mairie"""', '"dite ""la mairie"""'),
        ("=1+1", "'=1+1", "'=1+1"),
        ("-2", "'-2", "'-2"),
        ("@a,b", '"\'@a,b"', '"\'@a,b"'),
        ("a\nb\x1b", "a\\u000ab\\u001b", "a\\u000ab\\u001b"),
    ],
)
def test_cells(value: object, french: str, english: str) -> None:
    assert csv_text(["x"], [(value,)], FRENCH) == f"x\r\n{french}\r\n"
    assert csv_text(["x"], [(value,)], ENGLISH) == f"x\r\n{english}\r\n"


@pytest.mark.parametrize(("language", "separator"), [(FRENCH, ";"), (ENGLISH, ",")])
def test_what_is_written_is_read_back(language: Language, separator: str) -> None:
    rows = [("a;b", "c,d", 'e"f'), ("", "\tg", "h i")]
    text = csv_text(["one", "two", "three"], rows, language)
    read = list(csv.reader(text.splitlines(), delimiter=separator))
    assert read == [["one", "two", "three"], ["a;b", "c,d", 'e"f'], ["", "\\u0009g", "h i"]]
