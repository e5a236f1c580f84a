"""Files replaced in one step."""

import os
import stat
from pathlib import Path

from cae_cli import files


def test_replacing_keeps_permissions_and_follows_links(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    files.replace(files.target(str(link)), b"new", like=str(real))
    assert real.read_bytes() == b"new"
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        files.replace(str(tmp_path / "a.csv"), b"x", like=None)
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o640


def test_device_is_written_to_directly() -> None:
    files.replace(os.devnull, b"x", like=os.devnull)
    assert not Path(os.devnull).is_file()
