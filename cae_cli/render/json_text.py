"""JSON as scripts read it: readable lines, names as they are written."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from cae_cli.errors import Note
from cae_cli.language import Language, clean


def json_text(document: Any) -> str:
    r"""Return a document as indented JSON, one line at the end.

    Characters that could act on a terminal (direction marks, C1 controls) are written `\u…`, which
    programs read back as the same characters.
    """
    return _harmless(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def json_lines(documents: Iterable[Any]) -> str:
    """Return several documents as JSON, one a line."""
    lines = (json.dumps(one, ensure_ascii=False, allow_nan=False) + "\n" for one in documents)
    return _harmless("".join(lines))


def _harmless(text: str) -> str:
    acting = [character for character in set(text) - {"\n"} if clean(character) != character]
    return text.translate({ord(c): json.dumps(c)[1:-1] for c in acting}) if acting else text


def json_notes(notes: Sequence[Note], language: Language) -> list[dict[str, str]]:
    """Return assumptions or warnings as every JSON document has them."""
    return [{"code": note.code, "text": language.tell(note.text)} for note in notes]
