"""Tables as CSV that a spreadsheet opens as it is: decimal comma and semicolons in French."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from cae_cli.language import Amount, Language, Said, clean
from cae_cli.money import CENTS_IN_EURO

#: A cell that begins so could be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(headers: Sequence[str], rows: Iterable[Sequence[object]], language: Language) -> str:
    """Return a table as CSV: marked headers, then rows of amounts, months, dates and texts."""
    french = language.code == "fr"
    output = io.StringIO()
    writer = csv.writer(output, delimiter=";" if french else ",", lineterminator="\r\n")
    writer.writerow([language.translate(header) for header in headers])
    writer.writerows([_cell(value, language) for value in row] for row in rows)
    return output.getvalue()


def _cell(value: object, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, Amount):
        sign = "-" if value.cents < 0 else ""
        whole, rest = divmod(abs(value.cents), CENTS_IN_EURO)
        return f"{sign}{whole}{',' if language.code == 'fr' else '.'}{rest:02d}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", "," if language.code == "fr" else ".")
    if isinstance(value, (int, dt.date)):  # a Month is an int, written YYYY-MM
        return str(value)
    text = language.tell(value) if isinstance(value, Said) else clean(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
