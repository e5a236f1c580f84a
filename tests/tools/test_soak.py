"""The long trials, with small counts; `make soak` runs them in full."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kills programs as POSIX does")


@pytest.fixture(scope="module")
def soak() -> ModuleType:
    spec = importlib.util.spec_from_file_location("soak", ROOT / "tools" / "soak.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    # Under coverage, on a slow day, in a process that has run other tests: the full run measures.
    vars(module).update(MOST_SECONDS=60, MOST_MEGABYTES=4000)
    return module


def test_edits_at_once_all_land(soak: ModuleType) -> None:
    figures = soak.parallel(10)
    assert figures["parallel edits"] == 10
    assert soak.failures(figures) == []


def test_kills_lose_nothing(soak: ModuleType) -> None:
    figures = soak.kills(20)
    assert (figures["kills"], figures["edits blocked by a lock left behind"]) == (20, 0)
    assert figures["edits that landed before a kill"] > 0
    assert soak.failures(figures) == []


def test_walks_through_the_history_lose_nothing(soak: ModuleType) -> None:
    figures = soak.walks(12)
    assert figures["walks"] == 12
    assert figures["edits walked"] > 12
    assert soak.failures(figures) == []


def test_hostile_files_break_nothing(soak: ModuleType) -> None:
    figures = soak.fuzz(250)
    assert figures["fuzz inputs"] >= 250
    assert figures["valid fuzz inputs"] > 0
    assert soak.failures(figures) == []


def test_a_lost_line_would_be_seen(soak: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "cae.toml"
    whole = soak.START + '[[clients]]\nname = "A"\n'
    path.write_text(whole, "utf-8")
    assert soak._lost(tmp_path, ["A"]) == 0
    path.write_text(whole.replace("# --- fin\n", ""), "utf-8")
    assert soak._lost(tmp_path, ["A"]) == 1
    path.write_text(soak.START, "utf-8")
    assert soak._lost(tmp_path, ["A"]) > 0
    path.write_text("format = ", "utf-8")
    assert soak._lost(tmp_path, ["A"]) > 0


def test_what_should_not_be_is_told(soak: ModuleType) -> None:
    assert soak.failures({"lost lines": 0, "tracebacks": 1}) == ["tracebacks"]
    assert soak.failures({"slowest (s)": 60.1, "largest memory (MB)": 4001}) == [
        "slowest (s)",
        "largest memory (MB)",
    ]
    assert soak._formula('a,"=1+1"\n')
    assert not soak._formula("a,-12.50,'=1\n")
