"""Data flows one way: nobody imports upwards, and nothing below the edge touches the world."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

CODE = Path(__file__).resolve().parent.parent / "cae_cli"

#: From the ground up: a floor may import its own and those below.
FLOORS = ("money", "months", "written", "language", "errors", "codes", "payment", "rhythm",
          "fields", "toml", "files", "rules", "dossier", "forecast", "render", "cli",
          "__main__")  # fmt: skip
#: These may import one another's neighbours on the same small ground.
GROUND = frozenset({"money", "months", "language", "errors", "payment", "rhythm", "fields",
                    "written"})  # fmt: skip
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


def package_of(name: str) -> str:
    """Return the module or package of the project that an imported name lies in."""
    while not ((CODE.parent / Path(*name.split("."))).with_suffix(".py").is_file()
               or (CODE.parent / Path(*name.split(".")) / "__init__.py").is_file()):  # fmt: skip
        name = name.rpartition(".")[0]
    return name


def edges() -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield, for each import inside the project: a folder, and its two children that it ties."""
    for path in modules():
        importer = (path.relative_to(CODE.parent).with_suffix("")).parts
        for name in names_imported(path):
            held = tuple(package_of(name).split("."))
            depth = 0
            while depth < min(len(importer), len(held)) and importer[depth] == held[depth]:
                depth += 1
            if depth < min(len(importer), len(held)):
                yield ".".join(importer[:depth]), (importer[depth], held[depth])


def names_imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("cae_cli."))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cae_cli"):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_circle_between_the_children_of_a_folder_at_any_depth() -> None:
    """What stands in one folder, modules and folders, can be read in some order."""
    graphs: dict[str, dict[str, set[str]]] = {}
    for folder, (importer, imported_one) in edges():
        graphs.setdefault(folder, {}).setdefault(importer, set()).add(imported_one)
    circles = {}
    for folder, graph in graphs.items():
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circles[folder] = error.args[1]
    assert not circles


def test_no_module_is_a_mansion() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert not {path.name: lines for path, lines in lengths.items() if lines > 300}
