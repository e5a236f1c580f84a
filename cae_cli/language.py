"""What the program says, apart from the language it is said in.

Rules and forecasts return `Said` values: an English sentence with named holes, and what fills them.
Only the edge of the program owns a `Language`, which translates the sentence (gettext catalogue)
and shows each value the way its readers write it: "1 234,56 €" and "1er août 2023" in French,
"€1,234.56" and "1 August 2023" in English.

Numbers and dates of two languages are a few lines; the tests hold them against the CLDR.
"""

import datetime as dt
import struct
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from cae_cli.money import CENTS_IN_EURO
from cae_cli.months import Month

LANGUAGES = ("fr", "en")
NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"


class Said(NamedTuple):
    """A sentence before it is translated: the English text, its plural if it counts, its values."""

    text: str
    values: Mapping[str, object]
    plural: str | None = None
    number: int = 1


class Amount(NamedTuple):
    """Cents, shown as an amount of euros (without decimals when whole)."""

    cents: int


class Amounts(NamedTuple):
    """Several amounts, in cents, shown side by side: "900 € / 600 €"."""

    cents: tuple[int, ...]


class ShortMonth(NamedTuple):
    """A month where there is little room: "juil. 2023"."""

    month: Month


class Percent(NamedTuple):
    """A rate, shown as a percentage (0.12 reads 12 %)."""

    rate: Decimal


class Bilingual(NamedTuple):
    """A text that data give in both languages themselves."""

    fr: str
    en: str


class Lines(NamedTuple):
    """Lines to type as they are, each shown on a line of its own."""

    lines: Sequence[str]


def say(text: str, /, **values: object) -> Said:
    """Say a sentence; `{name}` in it is filled by the value of that name."""
    return Said(text, values)


def say_n(one: str, many: str, count: int, /, **values: object) -> Said:
    """Say a sentence that counts; `{count}` is filled by the count."""
    return Said(one, {"count": count, **values}, many, count)


def mark(text: str) -> str:
    """Mark a text for the catalogue; it is translated where it is shown."""
    return text


class Catalogue:
    """Compiled translations, looked up one by one where they stand: reading them all takes longer.

    The file is one of gettext: two tables of lengths and offsets, the messages sorted. Without
    content, every message is its own translation.
    """

    def __init__(self, content: bytes = b"") -> None:
        self._content = content
        head = struct.unpack_from("<3I", content, 8) if content else (0, 0, 0)
        self._count, self._messages, self._translations = head

    def translation(self, message: str) -> str:
        """Return the translation of a message, or the message itself."""
        found = self._find(message)
        return message if found is None else found

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the translation of a message that counts; in French, none and one are alike."""
        found = self._find(f"{one}\0{many}")
        if found is None:
            return one if count == 1 else many
        singular, _, plural = found.partition("\0")
        return singular if count <= 1 else plural

    def _find(self, message: str) -> str | None:
        wanted, low, high = message.encode(), 0, self._count
        while low < high:
            middle = (low + high) // 2
            entry = self._text(self._messages, middle)
            if entry == wanted:
                return self._text(self._translations, middle).decode() or None
            low, high = (middle + 1, high) if entry < wanted else (low, middle)
        return None

    def _text(self, table: int, index: int) -> bytes:
        length, offset = struct.unpack_from("<2I", self._content, table + 8 * index)
        return self._content[offset : offset + length]


class Language:
    """One language of the program: its sentences, numbers and dates."""

    def __init__(self, code: str) -> None:
        self.code = code
        french = code == "fr"
        self._group = NARROW_NO_BREAK if french else ","
        self._point = "," if french else "."

    @cached_property
    def _catalogue(self) -> Catalogue:
        if self.code == "en":
            return Catalogue()
        # Not importlib.resources: it costs as much as the rest of this module's imports together.
        path = Path(__file__).parent / "locale" / self.code / "LC_MESSAGES" / "cae.mo"
        return Catalogue(path.read_bytes())

    def tell(self, said: Said) -> str:
        """Return a sentence in this language, with its values."""
        if said.plural is None:
            text = self.translate(said.text)
        else:
            text = self._catalogue.plural(said.text, said.plural, said.number)
        return text.format(**{name: self.show(value) for name, value in said.values.items()})

    def translate(self, text: str) -> str:
        """Return a marked text in this language."""
        return self._catalogue.translation(text) if text else ""

    def show(self, value: object) -> str:
        """Return a value as its readers write it; texts lose what could act on a terminal."""
        for kind, shown in self._ways:
            if isinstance(value, kind):
                return shown(value)
        return clean(str(value))

    @cached_property
    def _ways(self) -> Sequence[tuple[type | tuple[type, ...], Callable[..., str]]]:
        return (
            (Said, self.tell),
            (Amount, lambda amount: self.amount(amount.cents)),
            (Amounts, lambda amounts: " / ".join(map(self.amount, amounts.cents))),
            (ShortMonth, lambda short: self.short_month(short.month)),
            (Percent, lambda percent: self.percent(percent.rate)),
            (Bilingual, lambda text: clean(text.fr if self.code == "fr" else text.en)),
            (Lines, lambda shown: "\n".join(map(clean, shown.lines))),
            (Month, self.month),
            (dt.date, self.date),
            (int, lambda number: self.number(number, 0)),
            (Decimal, lambda number: f"{number.normalize():f}".replace(".", self._point)),
            ((list, tuple), self.series),
        )

    def number(self, value: int, decimals: int = 2) -> str:
        """Return a whole number of hundredths (or of units, with no decimals) with separators."""
        if decimals == 0:
            digits = f"{abs(value):,}".replace(",", self._group)
        else:
            whole, rest = divmod(abs(value), CENTS_IN_EURO)
            digits = f"{whole:,}".replace(",", self._group) + f"{self._point}{rest:02d}"
        return f"−{digits}" if value < 0 else digits

    def euros(self, cents: int) -> str:
        """Return "1 234,56 €" or "€1,234.56"."""
        return self._with_currency(self.number(cents))

    def amount(self, cents: int) -> str:
        """Return an amount inside a sentence: like `euros`, without ",00"."""
        if cents % CENTS_IN_EURO:
            return self.euros(cents)
        return self._with_currency(self.number(cents // CENTS_IN_EURO, 0))

    def _with_currency(self, number: str) -> str:
        if self.code == "fr":
            return f"{number}{NO_BREAK}€"
        return f"−€{number[1:]}" if number.startswith("−") else f"€{number}"

    def percent(self, rate: Decimal) -> str:
        """Return "13,5 %" or "13.5%" for 0.135."""
        hundredths = f"{(rate * 100).normalize():f}".replace("-", "−").replace(".", self._point)
        return f"{hundredths}{NARROW_NO_BREAK}%" if self.code == "fr" else f"{hundredths}%"

    def month(self, month: Month) -> str:
        """Return "juillet 2023" or "July 2023"."""
        return f"{self._month_name(month.number)} {month.year}"

    def short_month(self, month: Month) -> str:
        """Return "juil. 2023" or "Jul 2023"."""
        return f"{self.translate(_SHORT_MONTHS[month.number - 1])} {month.year}"

    def date(self, day: dt.date) -> str:
        """Return "1er août 2023" or "1 August 2023"."""
        number = "1er" if day.day == 1 and self.code == "fr" else str(day.day)
        return f"{number} {self._month_name(day.month)} {day.year}"

    def _month_name(self, number: int) -> str:
        return self.translate(_MONTH_NAMES[number - 1])

    def series(self, values: Sequence[object]) -> str:
        """Return "Marcelle, Lulu et Arnaud" or "Marcelle, Lulu and Arnaud"."""
        shown = [self.show(value) for value in values]
        if len(shown) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(shown)
        return f"{', '.join(shown[:-1])} {self.translate(mark('and'))} {shown[-1]}"


def clean(text: str) -> str:
    r"""Return a text of a file without what could act where it is shown.

    Control characters (escape sequences, newlines), direction marks and lone surrogates become
    visible `\u…` escapes.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"\\u{ord(c):04x}" if unicodedata.category(c) in _ACTING else c for c in text)


#: Control, format (direction marks, zero width), surrogate, line and paragraph separators.
_ACTING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

_SHORT_MONTHS = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"),
    mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip
_MONTH_NAMES = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"),
    mark("December"),
)  # fmt: skip
