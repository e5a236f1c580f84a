"""A person's first five minutes, on a real terminal of 80 columns and 24 lines."""

import os
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.terminal import COLUMNS, LINES, converse

pytestmark = pytest.mark.skipif(
    not hasattr(os, "openpty"), reason="this system has no pseudo-terminal"
)

#: What is typed, question after question; a wrong answer is asked again.
SESSION: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
    (
        ("init",),
        ("Marcelle & Lulu", "Marcelle, Lulu", "codyssee", "coodyssee",
         "2026-09-01", "", "2027-03-31", "", "", "", "450", "1 200,50",
         "Mairie de Gap", "45", "Permanence", "quatre cents", "900", "", "", ""),
    ),
    (("add-client",), ("Hôtel du Lac", "", "Accueil", "1450", "", "2027-01-04", "80%")),
    (("set", "treasury", "3200"), ()),
    (("simulate",), ()),
]  # fmt: skip


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_first_five_minutes(tmp_path: Path, lang: str, snapshot: SnapshotAssertion) -> None:
    environment = {"LANG": f"{lang}_XX.UTF-8"}
    shown = []
    for arguments, answers in SESSION:
        screen = converse(arguments, tmp_path, answers, environment)
        shown.append(f"$ cae {' '.join(arguments)}\n{screen}")
    last = shown[-1].splitlines()
    assert len(last) <= LINES  # with the command itself
    assert max(map(len, last)) <= COLUMNS
    assert "\n".join([*shown, (tmp_path / "cae.toml").read_text("utf-8")]) == snapshot
