"""The pager: a long answer on a terminal goes through it, and nothing is ever lost."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from cae_cli.cli.shell import pager
from tests.cli.terminal import run_on_terminal

DOSSIER = 'format = 1\nactivity.name = "Éa"\n'
PERSON = """
[[entrepreneurs]]
name = "Lulu {number}"
[[entrepreneurs.contracts]]
kind = "cape"
start = 2026-0{number}-01
"""


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"CAE_PAGER": "most -w", "PAGER": "more"}, ["most", "-w"]),
        ({"PAGER": "'my pager' -x"}, ["my pager", "-x"]),
        ({"CAE_PAGER": "", "PAGER": "more"}, []),
        ({"PAGER": "cat"}, ()),
        ({"PAGER": "'never closed"}, []),
    ],
)
def test_the_nearest_variable_chooses(environment: dict[str, str], command: object) -> None:
    assert pager.chosen(environment) == command


def test_less_is_the_usual_one_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    assert pager.chosen({}) == ("less", "-FRX")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert pager.chosen({}) == ()


pseudo_terminal = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    people = "".join(PERSON.format(number=number) for number in range(1, 9))
    (tmp_path / "cae.toml").write_text(DOSSIER + people, "utf-8")
    return tmp_path


def script(folder: Path, body: str) -> str:
    path = folder / "pager.py"
    path.write_text(f"import sys\n{body}\n", "utf-8")
    return f"{sys.executable} {path}"


def timeline(folder: Path, *arguments: str, **environment: str) -> str:
    return run_on_terminal(["timeline", *arguments], folder, environment)


@pseudo_terminal
def test_a_long_answer_goes_through_the_pager(folder: Path) -> None:
    own = script(folder, "print('PAGED', len(sys.stdin.readlines()) > 24)")
    assert timeline(folder, CAE_PAGER=own).strip() == "PAGED True"


@pseudo_terminal
def test_no_pager_where_it_is_refused_or_the_answer_is_short(folder: Path) -> None:
    own = script(folder, "print('PAGED')")
    for shown in (
        timeline(folder, "--no-pager", CAE_PAGER=own),
        timeline(folder, CAE_PAGER=own, LINES="500"),
        timeline(folder, "--json", CAE_PAGER=own),
        run_on_terminal(["--no-pager", "timeline"], folder, {"CAE_PAGER": own}),
    ):
        assert "PAGED" not in shown


@pseudo_terminal
@pytest.mark.parametrize(
    "body",
    [
        "sys.stdin.readline(); sys.exit(1)",
        "import os; os.abort()",
        "raise SystemExit(127)",
        None,  # there is no such program
    ],
)
def test_a_pager_that_dies_or_is_missing_loses_nothing(folder: Path, body: str | None) -> None:
    own = "no-such-pager-anywhere" if body is None else script(folder, body)
    shown = timeline(folder, CAE_PAGER=own)
    assert shown == timeline(folder, "--no-pager")
    assert "Lulu 8" in shown


@pseudo_terminal
def test_a_pager_that_is_left_early_has_the_last_word(folder: Path) -> None:
    own = script(folder, "print(sys.stdin.readline().strip()[:4]); sys.exit(0)")
    assert len(timeline(folder, CAE_PAGER=own).splitlines()) == 1
