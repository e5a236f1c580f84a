"""Which file is the dossier, and what is told where there is none."""

from pathlib import Path

import pytest

from tests.cli.kit import run_cae

MAKE = "→ Make one with cae init, or name yours with --file.\n"


def test_it_tells_where_it_looked(tmp_path: Path) -> None:
    found = run_cae("list", cwd=tmp_path, lang="en")
    told = f"Error: There is no file cae.toml in {tmp_path}. [CAE-D001]\n{MAKE}"
    assert (found.exit_code, found.stdout, found.stderr) == (1, "", told)


@pytest.mark.parametrize("named", [("-f", "lulu.toml"), ()])
def test_a_named_one_is_not_looked_for_elsewhere(tmp_path: Path, named: tuple[str, ...]) -> None:
    (tmp_path / "cae.toml").touch()
    inside = tmp_path / "inside"
    inside.mkdir()
    environment = {} if named else {"CAE_FILE": "lulu.toml"}
    found = run_cae("list", *named, cwd=inside, lang="en", env=environment)
    assert found.stderr == f"Error: There is no dossier lulu.toml. [CAE-D001]\n{MAKE}"


def test_a_folder_above_that_has_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "cae.toml").touch()
    inside = tmp_path / "factures" / "2026"
    inside.mkdir(parents=True)
    found = run_cae("list", cwd=inside, lang="en")
    assert f"There is no file cae.toml in {inside}." in found.stderr
    assert f"--file {tmp_path / 'cae.toml'}" in found.stderr


def test_french_does_not_speak_of_a_folder(tmp_path: Path) -> None:
    for arguments in (("list",), ("list", "-f", "x.toml")):
        told = run_cae(*arguments, cwd=tmp_path).stderr
        assert "Il n’y a pas de fichier" in told
        assert "dossier" not in told
