"""What people write by habit on a line that is no TOML: named, and the line to type instead."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from cae_cli.language import Said, mark, say
from cae_cli.toml.text import TomlError, parse_toml
from cae_cli.written.days import day_of, month_of

LONGEST_LINE = 300  # characters; what a longer one holds is not looked at
_MOST_TOLD = 2  # habits told of one line

_INVISIBLE = "[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]"
_SPACES = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_DASHES = "[\u2010-\u2015\u2212\ufe63\uff0d]"
#: Texts and the comment of a line, which stay as they are.
_KEPT = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'[^']*'|#.*)")
_END = r"(?=\s*(?:[,\]}]|$))"
_MONTH = "[0-9]{4}-[0-9]{2}|[0-9]{1,2}/[0-9]{4}"
_WORD = r"[^\W\d_]{3,}\.?"


class Habit(NamedTuple):
    """One way to write: what finds it, what is typed instead, and what is told."""

    pattern: str
    instead: str | Callable[[re.Match[str]], str]
    told: str  # marked; {character} is the one that was found


def _without_spaces(match: re.Match[str]) -> str:
    return match[0].replace(" ", "")


def _with_point(match: re.Match[str]) -> str:
    whole, _, decimals = match[0].replace(",", ".").rpartition(".")
    return f"{whole.replace('.', '')}.{decimals}"


def _as_share(match: re.Match[str]) -> str:
    return f"{(Decimal(match[1].replace(',', '.')) / 100).normalize():f}"


def _as_day(match: re.Match[str]) -> str:
    day = day_of(match[0])
    return match[0] if day is None else day.isoformat()


def _as_month(match: re.Match[str]) -> str:
    month = month_of(match[0])
    return match[0] if month is None else f'"{month}"'


def _as_truth(match: re.Match[str]) -> str:
    return "true" if match[0].lower() in {"oui", "yes", "vrai", "true"} else "false"


#: In this order: each works on what those before it left.
_HABITS = (
    Habit(_INVISIBLE, "", mark("An invisible character ({character}) is in this line.")),
    Habit(r"[“„«]\s*([^“”„«»\"]*?)\s*[”»“]", r'"\1"',
          mark('Write straight quotes: " before and after the text.')),
    Habit(r"[‘‚]([^‘’\"]*)[’‘]", r'"\1"',
          mark('Write straight quotes: " before and after the text.')),
    Habit(_SPACES, " ", mark("A no-break space ({character}) is in this line.")),
    Habit(_DASHES, "-", mark("A typographic minus sign ({character}) is in this line: write -.")),
    Habit(rf"(?<![\w./-])[0-9]{{1,2}}([/.-])[0-9]{{1,2}}\1[0-9]{{2,4}}{_END}", _as_day,
          mark("Write a date year first: 2026-11-01.")),
    Habit(rf"(?<![\w./-])[0-9]{{1,2}}(?:er)? {_WORD} [0-9]{{4}}{_END}", _as_day,
          mark("Write a date year first: 2026-11-01.")),
    Habit(rf"(?<![\w./-])(?:{_MONTH}|{_WORD} [0-9]{{4}}){_END}", _as_month,
          mark('Write a month between quotes: "2026-11".')),
    Habit(r"(?<![\w.,])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])", _without_spaces,
          mark("Write a number without spaces: 1200.50.")),
    Habit(r"(?<=[0-9.,]) ?(?:€|(?:EUR|euros?)\b)|€ ?(?=[0-9])", "",
          mark("Write an amount without its currency: 450.50.")),
    Habit(rf"([0-9]+(?:[.,][0-9]+)?) ?%{_END}", _as_share,
          mark("Write a rate without percent sign: 12% is 0.12.")),
    Habit(r"(?<![\w.,])[0-9]{1,3}(?:(?:\.[0-9]{3})+,|(?:,[0-9]{3})+\.)[0-9]{1,2}(?![\w.,])",
          _with_point, mark("Write a decimal point, not a comma: 450.50.")),
    Habit(r"(?<![\w.,])(?:[0-9]+,[0-9]{1,2}|0,[0-9]+)(?=\s*$)", _with_point,
          mark("Write a decimal point, not a comma: 450.50.")),
    Habit(rf"(?<![\w.])([0-9]+)\.{_END}", r"\1.0",
          mark("Write a digit after the decimal point: 5.0.")),
    Habit(r"(?<![\w.])\.(?=[0-9])", "0.", mark("Write a digit before the decimal point: 0.5.")),
    Habit(rf"(?<![\w.:-])0+(?=[1-9][0-9.]*{_END})", "",
          mark("Write a number without a zero before it.")),
    Habit(r"\b(?:oui|non|yes|no|vrai|faux|True|False|TRUE|FALSE)\b(?=\s*(?:[,\]}]|$))", _as_truth,
          mark("Write true or false.")),
    Habit(r"^(\s*[\w.-]+)\s*:", r"\1 =", mark("Write = between the key and its value.")),
    Habit(r"(=\s*)(?!(?:true|false|inf|nan)\b)([^\W\d_][^\[\]{}\"=,]*?)(?=\s*$)", r'\1"\2"',
          mark('Put a text between quotes, such as "Mairie de Gap".')),
)  # fmt: skip


def remedy_for(line: str) -> Said | None:
    """Return what to type instead of a line; None where no habit is seen in it."""
    if len(line) > LONGEST_LINE:
        return None
    told, better = _retyped(line.rstrip("\r\n"))
    if not told:
        return None
    habits = told[0] if len(told) == 1 else say("{one} {other}", one=told[0], other=told[1])
    if not _is_toml(better):
        return habits
    return say("{habits} Type: {line}", habits=habits, line=better.strip())


def _retyped(line: str) -> tuple[list[Said], str]:
    """Return what is told of the habits of a line, and the line without them."""
    found: dict[str, Said] = {}
    for habit in _HABITS:
        parts = _KEPT.split(line)
        for at in range(0, len(parts), 2):  # the others are texts, and the comment
            match = re.search(habit.pattern, parts[at])
            better = re.sub(habit.pattern, habit.instead, parts[at])
            if match is not None and better != parts[at]:
                said = Said(habit.told, {"character": _named(match[0][0])})
                found.setdefault(habit.told, said)
                parts[at] = better
        line = "".join(parts)
    return list(found.values())[:_MOST_TOLD], line


def _named(character: str) -> str:
    """Return a character as it can be seen."""
    return character if character.isprintable() else f"U+{ord(character):04X}"


def _is_toml(line: str) -> bool:
    """Tell whether a line is TOML, alone or as an entry of a list."""
    for text in (line, f"x = [\n{line}\n]"):
        try:
            parse_toml(text)
        except TomlError:
            continue
        return True
    return False
