"""What `tomllib` refuses, in our words."""

import re

from cae_cli.codes import remedy_of
from cae_cli.errors import Problem
from cae_cli.language import Said, mark, say
from cae_cli.toml.habits import remedy_for
from cae_cli.toml.places import line_at, place_at
from cae_cli.toml.text import TOO_DEEP, TOO_LONG, TomlError

#: More brackets or braces opened in a row than in any dossier.
_OPENED = r"(?:[\[{][^\[\]{}]{0,80}+){20}"
_LONG_NUMBER = r"(?<=[=\[,\s])[+-]?(?:0x[0-9A-Fa-f_]{24}|0o[0-7_]{31}|0b[01_]{94}|[0-9][0-9_]{28})"
_WHERE = r"(?s)(.*) \(at (?:line (\d+), column (\d+)|end of document)\)"

#: The start of a message of `tomllib` → our code and sentence.
_MESSAGES: tuple[tuple[str, str, str], ...] = (
    ("Invalid value", "CAE-D011", mark("The value cannot be understood.")),
    ("Cannot declare", "CAE-D012", mark("This table is written twice.")),
    ("Cannot overwrite", "CAE-D012", mark("This key is written twice.")),
    ("Cannot mutate", "CAE-D012", mark("This table was complete where it was first written.")),
    ("Cannot redefine", "CAE-D012", mark("This table is written twice.")),
    ("Duplicate inline table key", "CAE-D012", mark("A key is written twice between the braces.")),
    ("Unclosed array", "CAE-D013", mark("A list before this point is not closed.")),
    ("Unclosed inline table", "CAE-D013", mark("A table before this point is not closed.")),
    ("Unterminated string", "CAE-D013", mark("A text is not closed with its quotes.")),
    ("Expected ']", "CAE-D013", mark("The header is not closed with its bracket.")),
    ("Expected \"'\"", "CAE-D013", mark("A text is not closed with its quote.")),
    ("Expected \"'''\"", "CAE-D013", mark("A text is not closed with its quotes.")),
    ("Illegal character '\\n'", "CAE-D013", mark("A text is not closed on its line.")),
    ("Illegal character", "CAE-D014", mark("This character is not allowed in a text.")),
    ("Found invalid character '\\n'", "CAE-D013", mark("A text is not closed on its line.")),
    ("Found invalid character", "CAE-D014", mark("This character is not allowed here.")),
    ("Unescaped '\\'", "CAE-D014", mark("A backslash stands alone in a text.")),
    ("Invalid hex value", "CAE-D014", mark("A special character is written with wrong digits.")),
    ("Escaped character", "CAE-D014", mark("A special character does not exist.")),
    ("Invalid date", "CAE-D015", mark("This date does not exist.")),
    ("Expected '=' after a key", "CAE-D010", mark("After a key comes = and its value.")),
    ("Expected newline", "CAE-D010", mark("Something follows the value.")),
    ("Invalid initial character", "CAE-D010", mark("A key cannot start with this character.")),
    ("Invalid statement", "CAE-D010", mark("The line cannot be understood.")),
)  # fmt: skip


def explained(text: str, error: TomlError) -> Problem:
    """Return what is wrong with a text that is not TOML."""
    if error.message == TOO_DEEP:
        what = say("Lists or tables are nested too deeply.")
        return _problem("CAE-D016", what, text, error.offset or _first(_OPENED, text))
    if error.message == TOO_LONG:
        what = say("This number has too many digits, or too large an exponent.")
        return _problem("CAE-D017", what, text, error.offset or _first(_LONG_NUMBER, text))
    return _explained(text, error.message)


def _first(pattern: str, text: str) -> int:
    match = re.search(pattern, text)
    return match.start() if match else 0


def _explained(text: str, error: str) -> Problem:
    match = re.fullmatch(_WHERE, error)
    message = error if match is None else match[1]
    if match is None or match[2] is None:
        offset = len(text.rstrip())
    else:
        offset = _offset(text, int(match[2]), int(match[3]))
    code, sentence = next(
        ((code, said) for start, code, said in _MESSAGES if message.startswith(start)),
        ("CAE-D010", mark("The line cannot be understood.")),
    )
    if message.startswith("Unescaped"):  # found after the two characters
        offset = text.rfind("\\", 0, offset)
    if code == "CAE-D012":  # found after the key or the header: show where it starts
        start = text.rfind("\n", 0, offset) + 1
        offset = start + len(line_at(text, start)) - len(line_at(text, start).lstrip())
    return _problem(code, Said(sentence, {}), text, offset)


def _problem(code: str, what: Said, text: str, offset: int) -> Problem:
    spot = place_at(text, offset)
    habit = None
    if code in ("CAE-D010", "CAE-D011", "CAE-D015"):
        habit = remedy_for(spot.excerpt)
    return Problem(code, what, remedy_of(code) if habit is None else habit, spot)


def _offset(text: str, line: int, column: int) -> int:
    """Return the offset of a line and column that count from 1."""
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1
