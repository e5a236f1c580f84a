"""Edits under a lock: nothing is lost, whatever happens."""

import datetime as dt
import errno
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cae_cli.dossier.adding import add_client
from cae_cli.dossier.editing import set_value
from cae_cli.dossier.keeping import history, saving
from cae_cli.dossier.reading import ReadDossier, load
from cae_cli.errors import CaeError, InvalidInputError
from cae_cli.files import locking
from cae_cli.files.locking import locked
from cae_cli.language import Amount, Bilingual, Language, say

BASE = 'format = 1  # ne change pas\n\n[activity]\nname = "Éa"\n'
SUMMARY = say("added {amount} from {day}", amount=Amount(45000), day=dt.date(2026, 11, 1))
TOLD = Bilingual("added 450\u00a0€ from 1er novembre 2026", "added €450 from 1 November 2026")

posix = pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "cae.toml"
    path.write_bytes(BASE.encode())
    return path


def client(name: str) -> Callable[[ReadDossier], str]:
    return lambda read: add_client(read, {"name": name})


def test_an_edit_writes_its_lines_and_tells_which(dossier: Path) -> None:
    done = saving.edit(str(dossier), client("Mairie de Gap"), SUMMARY)
    assert dossier.read_text("utf-8") == BASE + '\n[[clients]]\nname = "Mairie de Gap"\n'
    assert (done.first_line, done.last_line) == (5, 7)
    assert done.lines == ["", "[[clients]]", 'name = "Mairie de Gap"']
    assert done.after.dossier.clients[0].name == "Mairie de Gap"


def test_undo_gives_back_the_bytes_and_says_what_it_undid(dossier: Path) -> None:
    saving.edit(str(dossier), client("A"), SUMMARY)
    edited = dossier.read_bytes()
    undone = saving.undo(str(dossier))
    assert dossier.read_bytes() == BASE.encode()
    assert undone.summary == TOLD
    again = saving.redo(str(dossier))
    assert dossier.read_bytes() == edited
    assert again.summary == TOLD


def test_each_of_the_last_edits_can_be_undone_and_done_again(dossier: Path) -> None:
    states, names = [dossier.read_bytes()], [f"Client {number}" for number in range(25)]
    for name in names:
        saving.edit(str(dossier), client(name), say("added {name}", name=name))
        states.append(dossier.read_bytes())
    for name, state in zip(reversed(names), reversed(states[:-1]), strict=True):
        assert saving.undo(str(dossier)).summary == Bilingual(*[f"added {name}"] * 2)
        assert dossier.read_bytes() == state
    assert code_of(saving.undo, dossier) == "CAE-E010"
    for name, state in zip(names, states[1:], strict=True):
        assert saving.redo(str(dossier)).summary.en == f"added {name}"
        assert dossier.read_bytes() == state
    assert code_of(saving.redo, dossier) == "CAE-E018"


def code_of(command: Callable[[str], object], dossier: Path) -> str:
    with pytest.raises(CaeError) as caught:
        command(str(dossier))
    return caught.value.problem.code


def test_states_that_come_back_are_walked_one_by_one(dossier: Path) -> None:
    """Treasury 1, 2, 1, 3: undone three times, each step is its own."""
    for amount in (1, 2, 1, 3):
        saving.edit(str(dossier), treasury(amount), say("x"))
    seen = []
    for _ in range(4):
        saving.undo(str(dossier))
        balance = load(str(dossier)).dossier.treasury.balance
        seen.append(balance // 100)
    assert seen == [1, 2, 1, 0]
    for amount in (1, 2, 1, 3):
        saving.redo(str(dossier))
        assert load(str(dossier)).dossier.treasury.balance == amount * 100


def treasury(amount: int) -> Callable[[ReadDossier], str]:
    return lambda read: set_value(read.text, ("treasury", "balance"), amount)


def test_a_new_edit_ends_the_redo(dossier: Path) -> None:
    saving.edit(str(dossier), client("A"), SUMMARY)
    saving.undo(str(dossier))
    saving.edit(str(dossier), client("B"), SUMMARY)
    assert code_of(saving.redo, dossier) == "CAE-E018"
    saving.undo(str(dossier))
    assert dossier.read_bytes() == BASE.encode()


def test_an_edit_made_outside_ends_the_redo(dossier: Path) -> None:
    for name in "AB":
        saving.edit(str(dossier), client(name), SUMMARY)
    saving.undo(str(dossier))
    mine = dossier.read_bytes() + b"# a la main\n"
    dossier.write_bytes(mine)
    assert code_of(saving.redo, dossier) == "CAE-E011"
    saving.edit(str(dossier), client("C"), SUMMARY)
    assert code_of(saving.redo, dossier) == "CAE-E018"
    saving.undo(str(dossier))
    assert dossier.read_bytes() == mine
    assert code_of(saving.undo, dossier) == "CAE-E010"


def test_an_edit_made_outside_and_taken_back_changes_nothing(dossier: Path) -> None:
    saving.edit(str(dossier), client("A"), SUMMARY)
    edited = dossier.read_bytes()
    dossier.write_bytes(edited + b"#")
    dossier.write_bytes(edited)
    saving.undo(str(dossier))
    assert dossier.read_bytes() == BASE.encode()


def test_bytes_of_any_encoding_come_back(dossier: Path) -> None:
    old = BASE.encode("latin-1")
    dossier.write_bytes(old)
    saving.rewrite(str(dossier), old, BASE.replace("Éa", "\u2028 \x85 É"), SUMMARY)
    saving.undo(str(dossier))
    assert dossier.read_bytes() == old


def test_the_history_stays_small(dossier: Path) -> None:
    for number in range(30):
        saving.edit(str(dossier), treasury(number + 1), SUMMARY)
    assert (dossier.parent / ".cae.toml.history").stat().st_size < 30 * 500


def test_undo_without_an_edit(dossier: Path) -> None:
    with pytest.raises(CaeError) as caught:
        saving.undo(str(dossier))
    assert caught.value.problem.code == "CAE-E010"


def test_undo_keeps_what_was_changed_since(dossier: Path) -> None:
    saving.edit(str(dossier), client("A"), SUMMARY)
    mine = dossier.read_bytes() + b"# a la main\n"
    dossier.write_bytes(mine)
    with pytest.raises(CaeError) as caught:
        saving.undo(str(dossier))
    assert caught.value.problem.code == "CAE-E011"
    assert dossier.read_bytes() == mine


def test_undo_of_an_edit_whose_program_died_before_keeping_its_record(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving.edit(str(dossier), client("A"), SUMMARY)
    first = dossier.read_bytes()
    monkeypatch.setattr(history, "settle", lambda _target: None)
    saving.edit(str(dossier), client("B"), SUMMARY)
    saving.undo(str(dossier))
    assert dossier.read_bytes() == first


def test_undo_of_the_edit_before_one_whose_program_died_while_writing(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving.edit(str(dossier), client("A"), SUMMARY)

    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(saving, "replace", die)
        patched.setattr(history, "forget", lambda _target: None)  # it dies before that too
        with pytest.raises(KeyboardInterrupt):
            saving.edit(str(dossier), client("B"), SUMMARY)
    saving.undo(str(dossier))
    assert dossier.read_bytes() == BASE.encode()


def test_an_edit_that_is_refused_at_the_end_is_not_in_the_history(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(saving, "replace", die)
        with pytest.raises(KeyboardInterrupt):
            saving.edit(str(dossier), client("B"), SUMMARY)
    assert code_of(saving.redo, dossier) == "CAE-E018"
    assert {path.name for path in dossier.parent.iterdir()} == {"cae.toml", ".cae.toml.lock"}


def line(**given: object) -> str:
    digest = hashlib.sha256(BASE.encode()).hexdigest()
    step = {"summary": {"fr": "un", "en": "one"}, "before": "0", "after": digest, "at": 0,
            "old": "", "new": ""}  # fmt: skip
    return json.dumps({**step, **given}) + "\n"


DONE = '{"done": 1}\n'


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\n",
        "{}\n",
        "[" * 100_000,
        DONE,
        '{"done": 2}\n' + line(),
        '{"done": -1}\n' + line(),
        '{"done": true}\n' + line(),
        '{"done": 1e999}\n' + line(),
        DONE + line(at=-1),
        DONE + line(at="0"),
        DONE + line(at=True),
        DONE + line(at=10**30),
        DONE + line(summary="x"),
        DONE + line(summary={"fr": "x"}),
        DONE + line(before=None, new="x" * 1000),
        DONE + line(old="anything"),
        DONE + line(new="format"),
        DONE + line() + line(),
        DONE + line() * 200,
        '{"done": ' + "9" * 5000 + "}\n",
        "\udcff\udcfe",
    ],
)
def test_a_spoilt_history_undoes_nothing(dossier: Path, content: str) -> None:
    raw = content.encode("utf-8", "surrogateescape")
    for name in ("history", "history-next"):
        (dossier.parent / f".cae.toml.{name}").write_bytes(raw)
    assert code_of(saving.undo, dossier) in {"CAE-E010", "CAE-E011"}
    assert code_of(saving.redo, dossier) in {"CAE-E018", "CAE-E011"}
    assert dossier.read_bytes() == BASE.encode()
    saving.edit(str(dossier), client("A"), SUMMARY)
    saving.undo(str(dossier))
    assert dossier.read_bytes() == BASE.encode()


def test_what_a_planted_history_says_is_data(dossier: Path) -> None:
    planted = {"fr": "\x1b]0;OWNED\x07{0}{x}\n", "en": "\x1b[2J" + "x" * 100_000}
    before = hashlib.sha256(b"").hexdigest()
    content = DONE + line(summary=planted, before=before, new=BASE)
    (dossier.parent / ".cae.toml.history").write_text(content)
    summary = saving.undo(str(dossier), dry_run=True).summary
    told = Language("fr").tell(say("{edit}", edit=summary))
    assert told == "\\u001b]0;OWNED\\u0007{0}{x}\\u000a"
    assert len(summary.en) <= history.LONGEST_TEXT


@posix
def test_a_history_that_is_a_link_is_no_history(dossier: Path, tmp_path: Path) -> None:
    saving.edit(str(dossier), client("A"), SUMMARY)
    kept = tmp_path / ".cae.toml.history"
    kept.rename(tmp_path / "elsewhere")
    kept.symlink_to(tmp_path / "elsewhere")
    assert code_of(saving.undo, dossier) == "CAE-E010"


@posix
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for command in (saving.undo, lambda path: saving.edit(path, client("A"), SUMMARY)):
        assert code_of(command, tmp_path / "pipe") == "CAE-E013"


def test_a_change_that_would_break_the_dossier_writes_nothing(dossier: Path) -> None:
    with pytest.raises(InvalidInputError) as caught:
        saving.edit(str(dossier), lambda read: read.text + "\n[tresury]\n", SUMMARY)
    assert [p.code for p in caught.value.problems] == ["CAE-D030"]
    assert caught.value.problems[0].place is None
    assert dossier.read_bytes() == BASE.encode()


def test_a_dry_run_writes_nothing(dossier: Path) -> None:
    done = saving.edit(str(dossier), client("A"), SUMMARY, dry_run=True)
    assert len(done.after.dossier.clients) == 1
    assert dossier.read_bytes() == BASE.encode()


def test_a_file_changed_between_reading_and_writing_is_left_alone(dossier: Path) -> None:
    theirs = (BASE + "# une autre main\n").encode()

    def change(read: ReadDossier) -> str:
        dossier.write_bytes(theirs)
        return add_client(read, {"name": "A"})

    with pytest.raises(CaeError) as caught:
        saving.edit(str(dossier), change, SUMMARY)
    assert caught.value.problem.code == "CAE-E006"
    assert dossier.read_bytes() == theirs


@posix
def test_a_symbolic_link_is_followed_and_permissions_stay(dossier: Path, tmp_path: Path) -> None:
    dossier.chmod(0o640)
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.toml"
    link.symlink_to(dossier)
    saving.edit(str(link), client("A"), SUMMARY)
    assert link.is_symlink()
    assert len(load(str(dossier)).dossier.clients) == 1
    assert dossier.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / ".cae.toml.history").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "CAE-E008"), (errno.EROFS, "CAE-E007"), (errno.EIO, "CAE-E007")],
)
def test_a_disk_that_refuses_leaves_the_old_file(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        with pytest.raises(CaeError) as caught:
            saving.edit(str(dossier), client("A"), SUMMARY)
    assert caught.value.problem.code == code
    assert dossier.read_bytes() == BASE.encode()
    assert {p.name for p in dossier.parent.iterdir()} <= {"cae.toml", ".cae.toml.lock"}


@posix
@pytest.mark.parametrize("read_only", ["file", "folder"])
def test_a_read_only_file_or_folder_is_respected(read_only: str) -> None:
    with TemporaryDirectory() as name:  # outside pytest's own folder, which is root's alone
        folder, dossier = Path(name), Path(name) / "cae.toml"
        dossier.write_bytes(BASE.encode())
        dossier.chmod(0o444 if read_only == "file" else 0o666)
        folder.chmod(0o555 if read_only == "folder" else 0o777)
        with as_nobody(), pytest.raises(CaeError) as caught:
            saving.edit(str(dossier), client("A"), SUMMARY)
        folder.chmod(0o700)
        assert caught.value.problem.code == "CAE-E007"
        assert dossier.read_bytes() == BASE.encode()


@contextmanager
def as_nobody() -> Iterator[None]:
    """Act as a user without privileges: root may write anywhere."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.mark.parametrize(
    ("path", "code"), [("absent.toml", "CAE-D001"), (".", "CAE-D002"), ("no/cae.toml", "CAE-D001")]
)
def test_what_cannot_be_read_leaves_nothing_behind(tmp_path: Path, path: str, code: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        saving.edit(str(tmp_path / path), client("A"), SUMMARY)
    assert caught.value.problems[0].code == code
    assert list(tmp_path.iterdir()) == []


def test_standard_input_cannot_be_edited() -> None:
    with pytest.raises(CaeError) as caught:
        saving.edit("-", client("A"), SUMMARY)
    assert caught.value.problem.code == "CAE-E013"


def test_another_program_that_holds_the_lock_is_waited_for_then_told(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "LONGEST_WAIT", 0.05)
    with locked(str(dossier)), pytest.raises(CaeError) as caught:
        saving.edit(str(dossier), client("A"), SUMMARY)
    assert caught.value.problem.code == "CAE-E009"


def test_a_lock_file_left_behind_does_not_block(dossier: Path) -> None:
    (dossier.parent / ".cae.toml.lock").write_bytes(b"left by someone")
    (dossier.parent / ".cae.toml.new").write_bytes(b"half a dossier")
    saving.edit(str(dossier), client("A"), SUMMARY)
    assert len(load(str(dossier)).dossier.clients) == 1


def test_a_byte_order_mark_and_its_line_ends_stay(dossier: Path) -> None:
    old = b"\xef\xbb\xbf" + BASE.replace("\n", "\r\n").encode()
    dossier.write_bytes(old)
    saving.edit(str(dossier), client("A"), SUMMARY)
    assert dossier.read_bytes() == old + b'\r\n[[clients]]\r\nname = "A"\r\n'


def test_a_new_dossier_never_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "cae.toml"
    made = saving.create(str(path), BASE)
    assert made.dossier.activity.name == "Éa"
    assert path.read_bytes() == BASE.encode()
    with pytest.raises(CaeError) as caught:
        saving.create(str(path), BASE)
    assert caught.value.problem.code == "CAE-E012"


def test_a_new_dossier_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CaeError) as caught:
        saving.create(str(tmp_path / "no" / "cae.toml"), BASE)
    assert caught.value.problem.code == "CAE-E007"


ADD = """
import sys
from cae_cli.dossier.keeping import saving
from cae_cli.dossier.adding import add_client
from cae_cli.language import say
saving.edit(sys.argv[1], lambda read: add_client(read, {"name": sys.argv[2]}), say("added"))
"""


def test_twenty_edits_at_once_all_land(dossier: Path) -> None:
    names = {f"Client {number}" for number in range(20)}
    running = [subprocess.Popen([sys.executable, "-c", ADD, str(dossier), name]) for name in names]
    assert [process.wait(300) for process in running] == [0] * 20
    assert {c.name for c in load(str(dossier)).dossier.clients} == names
