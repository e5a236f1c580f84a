"""Data flows one way: nobody imports upwards, and nothing below the edge touches the world."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CODE = Path(__file__).resolve().parent.parent / "cae_cli"

#: From the ground up: a floor may import its own and those below.
FLOORS = ("money", "months", "language", "errors", "codes", "fields", "toml", "files", "rules",
          "dossier", "forecast", "render", "cli", "__main__")  # fmt: skip
#: These may import one another's neighbours on the same small ground.
GROUND = frozenset({"money", "months", "language", "errors", "fields"})
#: Who may know what: the rules know nothing of the dossier, the renderings nothing of files.
FORBIDDEN = {
    "files": {"toml"},
    "rules": {"files", "dossier", "forecast", "render", "cli"},
    "dossier": {"forecast", "render", "cli"},
    "forecast": {"files", "render", "cli"},
    "render": {"files", "cli"},
}
#: What only the edge may use.
OUTSIDE = frozenset({"sys", "time", "locale", "subprocess", "getpass", "socket", "logging"})


def modules() -> list[Path]:
    return sorted(CODE.rglob("*.py"))


def floor_of(path: Path) -> str:
    part = path.relative_to(CODE).parts[0]
    return part.removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(CODE)))
def test_nobody_imports_upwards(path: Path) -> None:
    floor = floor_of(path)
    if floor == "__init__":
        return
    for name in imported(path):
        parts = name.split(".")
        if parts[0] != "cae_cli" or len(parts) == 1:
            continue
        other = parts[1]
        assert other not in FORBIDDEN.get(floor, ()), f"{path.name} imports {name}"
        if not {floor, other} <= GROUND:
            assert FLOORS.index(other) <= FLOORS.index(floor), f"{path.name} imports {name}"


@pytest.mark.parametrize(
    "path",
    [path for path in modules() if floor_of(path) in {"rules", "forecast", "render", *GROUND}],
    ids=lambda path: str(path.relative_to(CODE)),
)
def test_the_world_stays_at_the_edge(path: Path) -> None:
    assert not OUTSIDE & set(imported(path))
    text = path.read_text("utf-8")
    for clock in ("date.today(", "datetime.now(", "os.environ", "print(", "input("):
        assert clock not in text.replace("console.print(", ""), f"{path.name} uses {clock}"


def test_no_module_is_a_mansion() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert not {path.name: lines for path, lines in lengths.items() if lines > 300}
