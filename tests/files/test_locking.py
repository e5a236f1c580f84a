"""One lock for each file: waited for aloud, shared like it, refused at once where none can be."""

import os
import stat
from pathlib import Path

import pytest

from cae_cli.errors import CaeError
from cae_cli.files import locking
from cae_cli.files.locking import locked
from cae_cli.language import Language, Said
from tests.files.users import COLLEAGUE, OWNER, STRANGER, TEAM, acting, posix, root


def test_a_lock_that_is_held_is_told_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "SILENT_WAIT", 0.02)
    monkeypatch.setattr(locking, "LONGEST_WAIT", 0.3)
    path, told = str(tmp_path / "cae.toml"), list[Said]()
    with (
        locked(path),
        pytest.raises(CaeError) as caught,
        locked(path, name="mine", tell=told.append),
    ):
        pass
    assert caught.value.problem.code == "CAE-E009"
    assert [Language("en").tell(one) for one in told] == [
        "Waiting for another program that is editing mine…"
    ]


def test_a_lock_that_is_free_is_silent(tmp_path: Path) -> None:
    told = list[Said]()
    for _ in range(3):
        with locked(str(tmp_path / "cae.toml"), tell=told.append):
            pass
    assert not told


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o660, 0o666])
def test_the_lock_is_as_shared_as_the_file(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "cae.toml"
    file.write_text("")
    file.chmod(mode)
    with locked(str(file)):
        pass
    assert stat.S_IMODE((tmp_path / ".cae.toml.lock").stat().st_mode) == mode
    file.chmod(0o600)
    with locked(str(file)):
        pass
    assert stat.S_IMODE((tmp_path / ".cae.toml.lock").stat().st_mode) == 0o600


@root
def test_whoever_may_write_the_file_may_lock_it(shared: Path) -> None:
    file = shared / "cae.toml"
    file.write_text("")
    os.chown(file, OWNER, TEAM)
    file.chmod(0o660)
    for user in (OWNER, COLLEAGUE):
        with acting(user, TEAM), locked(str(file)):
            pass
    with acting(STRANGER, 20_200), pytest.raises(CaeError) as caught, locked(str(file)):
        pass
    assert caught.value.problem.code == "CAE-E007"
    assert caught.value.problem.what.values["path"] == str(file)


@posix
@pytest.mark.parametrize("stands", ["link", "folder"])
def test_what_stands_in_the_place_of_the_lock_is_not_followed(tmp_path: Path, stands: str) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    lock = tmp_path / ".cae.toml.lock"
    if stands == "link":
        lock.symlink_to(precious)
    else:
        lock.mkdir()
    with pytest.raises(CaeError) as caught, locked(str(tmp_path / "cae.toml"), name="mine"):
        pass
    assert caught.value.problem.what.values["path"] == "mine"
    assert precious.read_text() == "precious"


@pytest.mark.parametrize("path", ["no/cae.toml", "/dev/fd/cae.toml", "/proc/self/cae.toml"])
def test_where_no_lock_can_be_it_is_refused_at_once(tmp_path: Path, path: str) -> None:
    with pytest.raises(CaeError) as caught, locked(str(tmp_path / path)):
        pass
    assert caught.value.problem.code == "CAE-E007"
