"""`cae check`, and what every command says of a dossier that is wrong."""

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.cli.kit import run_cae

START = 'format = 1\nactivity.name = "Éa"\n'
CLIENT = START + '[[clients]]\nname = "Mairie"\n'
SOLD = CLIENT + '[[clients.prestations]]\nlabel = "a"\nstart = 2026-11-01\n'
PERSON = START + '[[entrepreneurs]]\nname = "Lulu"\n[[entrepreneurs.contracts]]\nkind = "cape"\n'
GOOD = SOLD + "amount = 450.00\n[treasury]\nbalance = 0\n"


class Wrong(NamedTuple):
    """A wrong dossier, and what is told of it."""

    content: str | bytes
    code: str  # or how it begins
    line: int | None  # None: the whole file
    quoted: str


WRONG = [Wrong(*wrong) for wrong in (
    (START + "x = [1\n", "CAE-D013", 3, "x = [1"),
    (START + "tresury.balance = 3\n", "CAE-D030", 3, "treasury"),
    (SOLD + "amount = 1\nmonths = [4, 13]\n", "CAE-D049", 9, "12"),
    (START + 'treasury.month = "2026-13"\n', "CAE-D056", 3, "2026-11"),
    (CLIENT + 'payment = "soon"\n', "CAE-D062", 5, "45 days, month end"),
    (SOLD + "amount = 1\nend = 2026-10-31\n", "CAE-D074", 9, "Mairie"),
    (SOLD + "amount = 450.125\n", "CAE-D041", 8, "450.125"),
    (SOLD + 'amount = "1 200,50"\n', "CAE-D040", 8, "1200.50"),
    (PERSON + "start = 2026-09-01\nend = 2026-08-31\n", "CAE-D074", 8, "Lulu"),
    ("", "CAE-D006", None, "cae init"),
    (b" " * 50_000_000, "CAE-D004", None, "MB"),
    (START.encode() + b"# caf\xe9\n", "CAE-D005", 3, "UTF-8"),
    ("\x00\x01\x02", "CAE-D0", 1, "cae.toml"),
    ("[" * 5000, "CAE-D0", 1, "cae.toml"),
    ("a." * 5000 + "b = 1\n", "CAE-D0", None, "cae.toml"),
)]  # fmt: skip

READING = (("simulate",), ("timeline",), ("check",))
EDITING = (
    ("add-client", "Garage"),
    ("add-prestation", "Mairie", "b", "--amount", "1", "--start", "2026-12-01"),
    ("add-entrepreneur", "Marcelle"),
    ("add-contract", "Lulu", "cesa", "--start", "2026-12-01"),
    ("add-expense", "Tél", "--amount", "25"),
    ("add-investment", "Tondeuse", "--amount", "1", "--date", "2027-01-01"),
)


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "cae.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("wrong", WRONG, ids=[f"{n}-{w.code}" for n, w in enumerate(WRONG)])
def test_a_wrong_dossier_is_told_and_left_alone(tmp_path: Path, lang: str, wrong: Wrong) -> None:
    path = written(tmp_path, wrong.content)
    before = path.read_bytes()
    for command in (*READING, *EDITING):
        found = run_cae(*command, cwd=tmp_path, lang=lang)
        assert (found.exit_code, found.stdout) == (1, ""), command
        assert wrong.code in found.stderr, command
        assert wrong.quoted in found.stderr.replace("\u00a0", " ").replace(" Mo", " MB"), command
        assert "→" in found.stderr, command
        assert "Traceback" not in found.stderr
        if wrong.line is not None:
            assert f"cae.toml:{wrong.line}:" in found.stderr, command
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir() if found.suffix == ".toml"] == ["cae.toml"]


def test_every_refusal_is_told_in_both_languages(tmp_path: Path) -> None:
    for content, *_ in WRONG:
        written(tmp_path, content)
        french, english = (
            run_cae("check", cwd=tmp_path, lang=lang).stderr.splitlines() for lang in ("fr", "en")
        )
        told = [
            (one, other)
            for one, other in zip(french, english, strict=True)
            if one.startswith("  ") and " | " not in one and "^" not in one
        ]
        assert told
        assert all(one != other for one, other in told), told


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("command", [*READING, EDITING[0]])
def test_a_folder_is_no_dossier(tmp_path: Path, lang: str, command: tuple[str, ...]) -> None:
    (tmp_path / "cae.toml").mkdir()
    found = run_cae(*command, cwd=tmp_path, lang=lang)
    assert (found.exit_code, found.stdout) == (1, "")
    assert "cae.toml" in found.stderr
    assert "→" in found.stderr


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that bind")
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_dossier_that_may_not_be_read_is_told(tmp_path: Path, lang: str) -> None:
    written(tmp_path, GOOD).chmod(0)
    found = run_cae("simulate", cwd=tmp_path, lang=lang)
    assert (found.exit_code, found.stdout) == (1, "")
    assert "cae.toml" in found.stderr


@pytest.mark.parametrize(("lang", "sentence"), [("fr", "rien à corriger"), ("en", "nothing to")])
def test_a_right_dossier_has_nothing_to_correct(tmp_path: Path, lang: str, sentence: str) -> None:
    written(tmp_path, GOOD)
    found = run_cae("check", cwd=tmp_path, lang=lang)
    assert (found.exit_code, found.stderr) == (0, "")
    assert sentence in found.stdout
    assert "cae.toml" in found.stdout


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_warnings_are_told_with_their_place_and_do_not_block(tmp_path: Path, lang: str) -> None:
    written(tmp_path, CLIENT)
    found = run_cae("check", cwd=tmp_path, lang=lang)
    assert (found.exit_code, found.stderr) == (0, "")
    assert "cae.toml:3:" in found.stdout
    assert "CAE-W001" in found.stdout


def document(folder: Path, *, stdin: str = "", **options: Any) -> Any:
    return run_cae("check", "--json", cwd=folder, stdin=stdin, **options)


def test_the_document_has_these_keys(tmp_path: Path) -> None:
    written(tmp_path, CLIENT + 'payment = "soon"\n')
    found = document(tmp_path, lang="en")
    assert found.exit_code == 1
    assert found.stderr == ""
    keys = ["format", "command", "activity", "file", "today", "errors", "warnings"]
    assert list(found.json) == keys
    assert (found.json["activity"], found.json["file"]) == (None, "cae.toml")
    (error,) = found.json["errors"]
    assert list(error) == ["code", "line", "column", "text", "remedy"]
    assert (error["code"], error["line"], error["column"]) == ("CAE-D062", 5, 11)
    assert "payment" in error["text"]
    written(tmp_path, CLIENT)
    found = document(tmp_path)
    assert (found.exit_code, found.json["errors"]) == (0, [])
    assert (found.json["activity"], found.json["today"]) == ("Éa", "2026-11-23")
    assert [warning["code"] for warning in found.json["warnings"]] == ["CAE-W001"]


def test_standard_input_may_be_checked(tmp_path: Path) -> None:
    assert run_cae("check", "-f", "-", stdin=GOOD, cwd=tmp_path).exit_code == 0
    assert run_cae("check", "-f", "-", stdin=CLIENT + "x = 1\n", cwd=tmp_path).exit_code == 1


def test_several_dossiers_are_checked_in_their_order(tmp_path: Path) -> None:
    for name, content in (("a.toml", GOOD), ("b.toml", CLIENT + "x = 1\n"), ("c.toml", CLIENT)):
        (tmp_path / name).write_text(content, "utf-8")
    found = run_cae("check", "a.toml", "b.toml", "c.toml", cwd=tmp_path, lang="en")
    assert found.exit_code == 1
    assert found.stderr.startswith("b.toml:5:1: [CAE-D030]\n")
    assert found.stdout.splitlines()[0] == "a.toml: nothing to correct."
    assert found.stdout.splitlines()[-1] == "c.toml: no error, 1 warning."
    assert "b.toml" not in found.stdout
    lines = run_cae("check", "a.toml", "b.toml", "--json", cwd=tmp_path).stdout.splitlines()
    documents = [json.loads(line) for line in lines]
    assert [(one["file"], len(one["errors"])) for one in documents] == [
        ("a.toml", 0),
        ("b.toml", 1),
    ]


def test_problems_make_a_table(tmp_path: Path) -> None:
    written(tmp_path, CLIENT)
    found = run_cae("check", "--csv", cwd=tmp_path, lang="en")
    head, row = found.stdout.splitlines()
    assert head == "File,Line,Column,Severity,Code,Problem,Remedy"
    assert row.startswith("cae.toml,3,")
    assert ",warning,CAE-W001," in row
