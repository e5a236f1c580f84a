"""Settings of all tests: properties never fail on a slow day, and are the same every day.

`HYPOTHESIS_PROFILE=explore` looks further, with new examples each time.
"""

import ast
import os
from pathlib import Path

import pytest
from hypothesis import settings

from cae_cli.language import Language
from cae_cli.rules.payroll.tables import LINES, shipped_tables
from tools.catalogue import CODE

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

#: The texts of the program (and of its tests), and the names of the payroll lines that ship.
_TEXTS = {
    node.value
    for folder in (CODE, Path(__file__).parent)
    for path in folder.rglob("*.py")
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}
_LINES = {line["name"].text for line in shipped_tables()[LINES].values()}


@pytest.fixture(autouse=True)
def _only_messages_are_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold everywhere: what is translated is a message of the program, never outside text."""
    translate = Language.translate

    def checked(self: Language, text: str) -> str:
        known = text in _TEXTS or text in _LINES or text.isupper()  # the name of an argument
        assert known, f"translated without being a text of the program: {text!r}"
        return translate(self, text)

    monkeypatch.setattr(Language, "translate", checked)
