"""Files replaced in one step: who may read and write them stays, and nothing is lost."""

import errno
import os
import stat
import struct
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cae_cli.errors import CaeError
from cae_cli.files.exchanging import exchange
from cae_cli.files.identity import identity_of
from cae_cli.files.names import beside, same, target
from cae_cli.files.replacing import put_beside, replace, sweep
from tests.files.users import (
    COLLEAGUE,
    OWNER,
    STRANGER,
    TEAM,
    acting,
    linux,
    posix,
    readers_and_writers,
    root,
)

WRITER = """
import sys
for number in range(3000):
    with open(sys.argv[1], "a") as file:
        file.write(f"{number}\\n")
"""


def access_list(**users: int) -> bytes:
    """Return an access list: the owner and the mask rw, the group r, others nothing, some users."""
    entries = [(0x01, 6, -1), *((0x02, mode, int(name[1:])) for name, mode in users.items()),
               (0x04, 4, -1), (0x10, 6, -1), (0x20, 0, -1)]  # fmt: skip
    packed = (struct.pack("<HHI", tag, mode, who & 0xFFFFFFFF) for tag, mode, who in entries)
    return struct.pack("<I", 2) + b"".join(packed)


def test_a_link_is_followed_and_the_mode_stays(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    replace(target(str(link)), b"new")
    assert real.read_bytes() == b"new"
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        replace(str(tmp_path / "a.csv"), b"x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o640


def test_a_device_is_written_to_directly() -> None:
    replace(os.devnull, b"x")
    assert not Path(os.devnull).is_file()


@root
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o660, 0o664, 0o666, 0o604])
@pytest.mark.parametrize("writer", [OWNER, COLLEAGUE, 0])
def test_the_same_people_read_and_write_before_and_after(
    shared: Path, mode: int, writer: int
) -> None:
    file = shared / "cae.toml"
    file.write_bytes(b"old")
    os.chown(file, OWNER, TEAM)
    file.chmod(mode)
    before, status = readers_and_writers(file), file.stat()
    may = writer in (0, OWNER) or mode & 0o020
    with acting(writer, TEAM):
        if may:
            replace(str(file), b"new", expected=b"old")
        else:
            with pytest.raises(CaeError) as caught:
                replace(str(file), b"new", expected=b"old")
            assert caught.value.problem.code == "CAE-E007"
    assert file.read_bytes() == (b"new" if may else b"old")
    assert readers_and_writers(file) == before
    after = file.stat()
    assert (after.st_uid, after.st_gid, after.st_mode) == (OWNER, TEAM, status.st_mode)
    assert [path.name for path in shared.iterdir()] == ["cae.toml"]


@root
@linux
@pytest.mark.parametrize("writer", [OWNER, COLLEAGUE])
def test_an_access_list_and_attributes_stay(shared: Path, writer: int) -> None:
    file = shared / "cae.toml"
    file.write_bytes(b"old")
    os.chown(file, OWNER, 20_200)
    os.setxattr(file, "system.posix_acl_access", access_list(u20002=6, u20003=4))
    os.setxattr(file, "user.note", b"mine")
    before = readers_and_writers(file)
    assert before == [(OWNER, True, True), (COLLEAGUE, True, True), (STRANGER, True, False)]
    with acting(writer, TEAM):
        replace(str(file), b"new")
    assert file.read_bytes() == b"new"
    assert readers_and_writers(file) == before
    assert os.getxattr(file, "user.note") == b"mine"


@root
@linux
def test_what_a_folder_hands_down_is_not_taken(shared: Path) -> None:
    file = shared / "cae.toml"
    file.write_bytes(b"old")
    os.chown(file, OWNER, TEAM)
    file.chmod(0o640)
    os.setxattr(shared, "system.posix_acl_default", access_list(u20003=6))
    before = readers_and_writers(file)
    replace(str(file), b"new")
    put_beside(beside(str(file), "history"), b"old states", like=str(file))
    assert readers_and_writers(file) == before
    assert readers_and_writers(shared / ".cae.toml.history") == before


@root
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o660, 0o644, 0o666])
@pytest.mark.parametrize("writer", [OWNER, COLLEAGUE, STRANGER])
def test_what_stands_beside_is_never_more_open(shared: Path, mode: int, writer: int) -> None:
    file, other = shared / "cae.toml", shared / ".cae.toml.history"
    file.write_bytes(b"dossier")
    os.chown(file, OWNER, TEAM)
    file.chmod(mode)
    before = readers_and_writers(file)
    with acting(writer, 20_200 if writer == STRANGER else TEAM):
        try:
            put_beside(str(other), b"old states", like=str(file))
        except CaeError:
            assert not other.exists()
            return
    for (user, reads, writes), (_, read_it, wrote_it) in zip(
        readers_and_writers(other), before, strict=True
    ):
        assert reads <= read_it or user == writer
        assert writes <= wrote_it or user == writer


@posix
def test_a_file_of_several_names_is_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "cae.toml", tmp_path / "other.toml"
    one.write_bytes(b"old")
    os.link(one, other)
    with pytest.raises(CaeError) as caught:
        replace(str(one), b"new")
    assert caught.value.problem.code == "CAE-E017"
    assert one.read_bytes() == other.read_bytes() == b"old"
    assert one.stat().st_ino == other.stat().st_ino
    assert len(list(tmp_path.iterdir())) == 2


def test_what_died_programs_left_is_swept(tmp_path: Path) -> None:
    file = tmp_path / "cae.toml"
    for name in ("cae.toml", f".cae.toml.{'0' * 16}.new", ".cae.toml.new", ".cae.toml.x.new"):
        (tmp_path / name).write_bytes(b"")
    sweep(str(file))
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"cae.toml", ".cae.toml.new", ".cae.toml.x.new"}


@posix
def test_no_link_beside_is_followed(tmp_path: Path) -> None:
    file, precious = tmp_path / "cae.toml", tmp_path / "precious"
    file.write_bytes(b"dossier")
    precious.write_bytes(b"precious")
    (tmp_path / ".cae.toml.history").symlink_to(precious)
    put_beside(str(tmp_path / ".cae.toml.history"), b"states", like=str(file))
    assert precious.read_bytes() == b"precious"
    assert (tmp_path / ".cae.toml.history").read_bytes() == b"states"
    assert not (tmp_path / ".cae.toml.history").is_symlink()


def test_what_was_written_meanwhile_is_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "cae.toml"
    file.write_bytes(b"theirs")
    with pytest.raises(CaeError) as caught:
        replace(str(file), b"ours", expected=b"old")
    assert caught.value.problem.code == "CAE-E006"
    assert file.read_bytes() == b"theirs"
    assert [path.name for path in tmp_path.iterdir()] == ["cae.toml"]


@linux
def test_what_was_written_at_the_very_last_moment_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "cae.toml"
    file.write_bytes(b"old")

    def later(one: str, other: str) -> bool:
        if file.read_bytes() == b"old":
            file.write_bytes(b"theirs")
        return exchange(one, other)

    monkeypatch.setattr("cae_cli.files.replacing.exchange", later)
    with pytest.raises(CaeError) as caught:
        replace(str(file), b"ours", expected=b"old")
    assert caught.value.problem.code == "CAE-E006"
    assert file.read_bytes() == b"theirs"
    assert [path.name for path in tmp_path.iterdir()] == ["cae.toml"]


@linux
def test_no_line_of_a_writer_that_loops_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "cae.toml"
    file.write_bytes(b"")
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(file)])
    edits = 0
    while writer.poll() is None:
        old = file.read_bytes()
        try:
            replace(str(file), old + b"edit\n", expected=old)
        except CaeError:
            continue
        edits += 1
    lines = file.read_text().splitlines()
    assert edits
    assert lines.count("edit") == edits
    assert sorted(line for line in lines if line != "edit") == sorted(map(str, range(3000)))


def test_whoever_reads_sees_the_old_or_the_new(tmp_path: Path) -> None:
    file = tmp_path / "cae.toml"
    states = [bytes([65 + n]) * 200_000 for n in range(8)]
    file.write_bytes(states[0])
    seen: set[bytes] = set()
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            seen.add(file.read_bytes())

    reader = threading.Thread(target=look)
    reader.start()
    for state in states * 3:
        replace(str(file), state)
    stop.set()
    reader.join()
    assert seen <= set(states)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("call", ["fsync", "write", "replace"])
def test_a_disk_that_refuses_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, call: str
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    file = tmp_path / "cae.toml"
    file.write_bytes(b"old")
    with monkeypatch.context() as patched:
        patched.setattr(os, call, refuse)
        with pytest.raises(CaeError) as caught:
            replace(str(file), b"new", name="typed.toml")
    assert caught.value.problem.code == ("CAE-E008" if number == errno.ENOSPC else "CAE-E007")
    assert caught.value.problem.what.values["path"] == "typed.toml"
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["cae.toml"]


@posix
def test_one_file_has_many_names(tmp_path: Path) -> None:
    file, other = tmp_path / "cae.toml", tmp_path / "other.toml"
    for path in (file, other):
        path.write_text("")
    (tmp_path / "link").symlink_to(file)
    os.link(file, tmp_path / "hard")
    assert same(str(file), str(tmp_path / "link"))
    assert same(str(file), str(tmp_path / "hard"))
    assert same(str(file), f"{tmp_path}/./../{tmp_path.name}/cae.toml")
    assert not same(str(file), str(other))
    assert same(str(tmp_path / "to-come"), f"{tmp_path}/./to-come")
    assert not same(str(tmp_path / "to-come"), str(file))


def test_an_identity_is_read_from_the_open_file(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("")
    file.chmod(0o604)
    with file.open() as opened:
        file.unlink()
        assert identity_of(opened.fileno()).mode == 0o604
