"""JSON as scripts read it: readable lines, names as they are written."""

import json
from typing import Any


def json_text(document: Any) -> str:
    """Return a document as indented JSON, one line at the end."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
