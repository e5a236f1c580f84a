"""Tables as CSV that a spreadsheet opens as it is: decimal comma and semicolons in French."""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal

from cae_cli.language import Amount, Language, Said, clean
from cae_cli.money import CENTS_IN_EURO

#: A cell that begins so could be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: What a spreadsheet of any country may take for the end of a cell.
_SEPARATORS = frozenset(';,\t"\r\n')


def csv_text(headers: Sequence[str], rows: Iterable[Sequence[object]], language: Language) -> str:
    """Return a table as CSV: marked headers, then rows of amounts, months, dates and texts."""
    separator = ";" if language.code == "fr" else ","
    told = [_text(language.translate(header)) for header in headers]
    lines = [told, *([_cell(value, language) for value in row] for row in rows)]
    return "".join(f"{separator.join(cells)}\r\n" for cells in lines)


def _cell(value: object, language: Language) -> str:
    if value is None:
        return ""
    point = "," if language.code == "fr" else "."
    if isinstance(value, Amount):
        sign = "-" if value.cents < 0 else ""
        whole, rest = divmod(abs(value.cents), CENTS_IN_EURO)
        return f"{sign}{whole}{point}{rest:02d}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", point)
    if isinstance(value, (int, dt.date)):  # a Month is an int, written YYYY-MM
        return str(value)
    return _text(language.tell(value) if isinstance(value, Said) else clean(str(value)))


def _text(text: str) -> str:
    """Return a text that no spreadsheet runs or cuts, whatever its separator."""
    safe = f"'{text}" if text.startswith(_FORMULA) else text
    return '"' + safe.replace('"', '""') + '"' if _SEPARATORS & set(safe) else safe
