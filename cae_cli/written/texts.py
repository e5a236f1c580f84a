"""A text as it was typed or pasted, brought to plain characters before it is read."""

import unicodedata

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u02bc\u2032\u00b4`"
_QUOTES = "\u201c\u201d\u201e\u00ab\u00bb"
#: Zero-width characters, the soft hyphen, marks of direction: a paste brings them unseen.
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_INVISIBLE, ""),
    }
)
_COUNTS = (
    ("one", "un", "une"), ("two", "deux"), ("three", "trois"), ("four", "quatre"),
    ("five", "cinq"), ("six",), ("seven", "sept"), ("eight", "huit"), ("nine", "neuf"),
    ("ten", "dix"), ("eleven", "onze"), ("twelve", "douze"), ("fifteen", "quinze"),
    ("thirty", "trente"), ("forty-five", "quarante-cinq"), ("sixty", "soixante"),
)  # fmt: skip
_NUMBERS = (*range(1, 13), 15, 30, 45, 60)
_NUMBER_OF = {
    word: str(number) for number, words in zip(_NUMBERS, _COUNTS, strict=True) for word in words
}


def plain(text: str) -> str:
    """Return a text with plain dashes, quotes and single spaces, and nothing invisible."""
    return " ".join(text.translate(_PLAIN).split())


def lowered(text: str) -> str:
    """Return a plain text without capitals."""
    return plain(text).casefold()


def folded(text: str) -> str:
    """Return a plain text without capitals and accents, to be compared."""
    letters = unicodedata.normalize("NFD", lowered(text))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def with_digits(words: str) -> str:
    """Return a folded text with its counts in digits: "deux mois" is "2 mois"."""
    return " ".join(_NUMBER_OF.get(word, word) for word in words.split(" "))
