"""`cae edit`: the dossier is never left broken, and what was written is never lost."""

import json
import sys
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cae_cli.cli.changes import editor
from tests.cli.kit import Result, run_cae

BASE = 'format = 1\n\n[activity]\nname = "Éa"  # nom\n'

#: An editor that does the n-th replacement of its list the n-th time it is opened.
EDITOR = """
import json, sys
from pathlib import Path
state = Path(sys.argv[1])
steps = json.loads(state.read_text())
Path(str(state) + ".told").open("a").write(repr(sys.argv[2:-1]) + "\\n")
old, new = steps.pop(0)
state.write_text(json.dumps(steps))
copy = Path(sys.argv[-1])
copy.write_bytes(copy.read_bytes().replace(old.encode(), new.encode()))
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "cae.toml"
    path.write_bytes(BASE.encode())
    return path


def edit(
    dossier: Path, *steps: tuple[str, str], stdin: str = "", lang: str = "en", flags: str = ""
) -> Result:
    tool = dossier.parent / "vim.py"
    tool.write_text(EDITOR, "utf-8")
    state = dossier.parent / "steps"
    state.write_text(json.dumps(steps), "utf-8")
    command = f"'{sys.executable}' '{tool}' '{state}'"
    return run_cae("edit", *flags.split(), lang=lang, cwd=dossier.parent, env={"EDITOR": command},
                   stdin=stdin, tty=bool(stdin))  # fmt: skip


def copies(dossier: Path) -> list[Path]:
    return list(dossier.parent.glob(".cae.edit-*.toml"))


def test_what_is_valid_takes_the_place_of_the_old_and_can_be_undone(dossier: Path) -> None:
    result = edit(dossier, ("Éa", "Lulu"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        'cae.toml: edited by hand\n  -name = "Éa"  # nom\n  +name = "Lulu"  # nom\n'
    )
    assert dossier.read_text("utf-8") == BASE.replace("Éa", "Lulu")
    assert copies(dossier) == []
    run_cae("undo", cwd=dossier.parent)
    assert dossier.read_text("utf-8") == BASE


def test_nothing_changed(dossier: Path) -> None:
    result = edit(dossier, ("absent", ""))
    assert (result.exit_code, result.stderr) == (0, "cae.toml: nothing changed.\n")
    assert copies(dossier) == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_is_wrong_is_kept_beside_and_the_dossier_stays(
    dossier: Path, lang: str, snapshot: SnapshotAssertion
) -> None:
    result = edit(dossier, ('"Éa"', "3"), lang=lang)
    assert result.exit_code == 1
    assert dossier.read_text("utf-8") == BASE
    (copy,) = copies(dossier)
    assert copy.read_text("utf-8") == BASE.replace('"Éa"', "3")
    told = result.stderr.replace(str(dossier.parent.resolve()), "FOLDER")
    assert told.replace(copy.name, "COPY") == snapshot


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_on_a_terminal_one_can_go_back_to_the_faulty_line(
    dossier: Path, lang: str, snapshot: SnapshotAssertion
) -> None:
    result = edit(dossier, ('"Éa"', "3"), ("= 3", '= "Zoé"'), stdin="y\n", lang=lang)
    assert result.exit_code == 0
    assert dossier.read_text("utf-8") == BASE.replace("Éa", "Zoé")
    assert copies(dossier) == []
    assert result.stderr == snapshot


def test_one_who_does_not_go_back_keeps_both(dossier: Path) -> None:
    result = edit(dossier, ('"Éa"', "3"), stdin="n\n")
    assert result.exit_code == 1
    assert dossier.read_text("utf-8") == BASE
    assert len(copies(dossier)) == 1


def test_a_broken_dossier_can_be_repaired_and_the_repair_undone(dossier: Path) -> None:
    dossier.write_text(BASE.replace('"Éa"', "3"), "utf-8")
    assert edit(dossier, ("= 3", '= "Éa"')).exit_code == 0
    assert dossier.read_text("utf-8") == BASE
    undone = run_cae("undo", cwd=dossier.parent, lang="en")
    assert undone.exit_code == 1
    assert "as wrong as it was then" in undone.stderr
    assert dossier.read_text("utf-8") == BASE.replace('"Éa"', "3")


def test_a_dossier_that_changed_meanwhile_is_not_overwritten(dossier: Path) -> None:
    tool = dossier.parent / "other.py"
    tool.write_text(
        "import sys\nfrom pathlib import Path\n"
        f"dossier = Path({str(dossier)!r})\n"
        "dossier.write_bytes(dossier.read_bytes() + b'# theirs')\n"
        "copy = Path(sys.argv[-1])\ncopy.write_bytes(copy.read_bytes() + b'# mine')\n",
        "utf-8",
    )
    command = f"'{sys.executable}' '{tool}'"
    result = run_cae("edit", cwd=dossier.parent, lang="en", env={"VISUAL": command})
    assert result.exit_code == 1
    assert "CAE-E006" in result.stderr
    assert dossier.read_text("utf-8") == BASE + "# theirs"
    assert [copy.read_text("utf-8") for copy in copies(dossier)] == [BASE + "# mine"]


def test_a_dry_run_shows_and_writes_nothing(dossier: Path) -> None:
    result = edit(dossier, ("Éa", "Lulu"), flags="--dry-run")
    assert result.exit_code == 0
    assert '+name = "Lulu"' in result.stdout
    assert dossier.read_text("utf-8") == BASE


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("", "No text editor is known."),
        ("no-such-editor-here", "cannot be started"),
        (f"'{sys.executable}' -c 'raise SystemExit(3)'", "ended with the error 3"),
    ],
)
def test_an_editor_that_fails_leaves_nothing_behind(
    dossier: Path, command: str, words: str
) -> None:
    result = run_cae("edit", cwd=dossier.parent, lang="en", env={"EDITOR": command})
    assert (result.exit_code, words in result.stderr) == (1, True)
    assert dossier.read_text("utf-8") == BASE
    assert copies(dossier) == []


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        (["vim"], ["+7", "copy"]),
        (["/usr/bin/nano", "-w"], ["+7", "copy"]),
        (["code", "--wait"], ["--goto", "copy:7"]),
        (["subl", "-w"], ["copy:7"]),
        (["unheard-of"], ["copy"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(
    monkeypatch: pytest.MonkeyPatch, command: list[str], arguments: list[str]
) -> None:
    seen: list[list[str]] = []

    class Done:
        returncode = 0

    def run(typed: list[str], **_: object) -> Done:
        seen.append(typed)
        return Done()

    monkeypatch.setattr("subprocess.run", run)
    editor._open(command, Path("copy"), 7)
    editor._open(command, Path("copy"), 0)
    assert seen == [[*command, *arguments], [*command, "copy"]]


def test_an_editor_with_open_quotes_is_told(dossier: Path) -> None:
    result = run_cae("edit", cwd=dossier.parent, lang="en", env={"EDITOR": "vi '"})
    assert result.exit_code == 1
    assert "No text editor is known" in result.stderr
    assert [path.name for path in dossier.parent.iterdir()] == ["cae.toml"]


@pytest.mark.parametrize(
    "broken",
    [BASE.encode("latin-1"), b"", b"\xff\xfe" + BASE.encode("utf-16-le"), b"#" * 1_100_000],
    ids=["latin-1", "empty", "utf-16", "too large"],
)
def test_what_cannot_be_read_can_be_repaired_and_the_repair_undone(
    dossier: Path, broken: bytes
) -> None:
    dossier.write_bytes(broken)
    tool = dossier.parent / "fix.py"
    tool.write_text(f"import sys\nopen(sys.argv[1], 'wb').write({BASE.encode()!r})\n", "utf-8")
    command = {"EDITOR": f"'{sys.executable}' '{tool}'"}
    assert run_cae("edit", cwd=dossier.parent, env=command).exit_code == 0
    assert dossier.read_bytes() == BASE.encode()
    run_cae("undo", cwd=dossier.parent)
    assert dossier.read_bytes() == broken
    assert run_cae("redo", cwd=dossier.parent).exit_code == 0
    assert dossier.read_bytes() == BASE.encode()


def test_a_broken_file_left_as_it_is_has_not_changed(dossier: Path) -> None:
    dossier.write_bytes(b"\xff")
    result = edit(dossier, ("absent", ""))
    assert (result.exit_code, result.stderr) == (0, "cae.toml: nothing changed.\n")


def test_an_editor_that_returns_at_once_on_a_terminal_is_doubted(dossier: Path) -> None:
    result = edit(dossier, ("absent", ""), stdin="y\n")
    assert result.exit_code == 0
    assert "ended at once" in result.stderr
    assert ".cae.edit-" in result.stderr


@pytest.mark.parametrize("end", [KeyboardInterrupt, EOFError, OSError, MemoryError])
def test_the_copy_is_named_on_every_way_out(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, end: type[BaseException]
) -> None:
    def leave(*_: object, **__: object) -> None:
        raise end

    monkeypatch.setattr(editor, "_save", leave)
    result = edit(dossier, ("Éa", "Lulu"))
    assert result.exit_code in (1, 130)
    (copy,) = copies(dossier)
    assert copy.name in result.stderr
    assert copy.read_text("utf-8") == BASE.replace("Éa", "Lulu")
    later = run_cae("list", cwd=dossier.parent, lang="en")
    assert copy.name in later.stderr
    assert later.exit_code == 0
    copy.unlink()
    assert copy.name not in run_cae("list", cwd=dossier.parent).stderr


@pytest.mark.parametrize("end", [KeyboardInterrupt, OSError])
def test_a_copy_in_which_nothing_was_typed_is_not_left(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, end: type[BaseException]
) -> None:
    def leave(*_: object) -> None:
        raise end

    monkeypatch.setattr(editor, "_open", leave)
    edit(dossier)
    assert copies(dossier) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_in_the_editor_is_the_editors(dossier: Path) -> None:
    tool = dossier.parent / "hit.py"
    tool.write_text(
        "import os, signal, sys\n"
        "os.kill(os.getppid(), signal.SIGINT)\n"
        "assert signal.getsignal(signal.SIGINT) is signal.default_int_handler\n"
        f"open(sys.argv[1], 'wb').write({BASE.replace('Éa', 'Lulu').encode()!r})\n",
        "utf-8",
    )
    command = {"EDITOR": f"'{sys.executable}' '{tool}'"}
    assert run_cae("edit", cwd=dossier.parent, env=command).exit_code == 0
    assert dossier.read_text("utf-8") == BASE.replace("Éa", "Lulu")
