"""What an edit changes, told line by line; very long changes are cut before they are compared."""

import time
from pathlib import Path

from cae_cli.cli.shell.difference import difference
from tests.cli.kit import run_cae


def test_a_long_change_is_a_difference_all_the_same() -> None:
    old = "".join(f"a{n}\n" for n in range(12_000))
    new = old.replace("a", "b")
    started = time.process_time()
    told = difference(f"x\n{old}z\n", f"x\n{new}z\n", "cae.toml").splitlines()
    assert time.process_time() - started < 5  # a guard against hangs
    assert told[2] == "@@ -1,12002 +1,12002 @@"
    assert told[3:5] == ["-x", "-a0"]
    assert len([line for line in told[3:] if line.startswith("-")]) == 12_002
    assert len([line for line in told[3:] if line.startswith("+")]) == 12_002


def test_a_short_change_shows_what_is_around() -> None:
    assert difference("a\nb\nc\nd\n", "a\nb\nx\nd\n", "f") == (
        "--- f\n+++ f\n@@ -2,3 +2,3 @@\n b\n-c\n+x\n d\n"
    )
    assert difference("a", "a", "f") == ""


def test_of_a_long_change_the_first_lines_are_told(tmp_path: Path) -> None:
    head = 'format = 1\n[activity]\nname = "x"\n[[clients]]\nname = "A"\n'
    one = '[[clients.prestations]]\nlabel = "p"\namount = 1\nstart = 2026-11-01\n'
    (tmp_path / "cae.toml").write_text(head + one * 3_000)
    result = run_cae("remove-client", "A", "--yes", cwd=tmp_path, lang="en")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert sum(line.startswith("  -") for line in lines) == 200
    assert "  … and 11,802 more lines." in lines
