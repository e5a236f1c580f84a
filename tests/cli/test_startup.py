"""What may not be imported: start-up is paid at each command and at each TAB."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "babel",
    "filelock",
    "icalendar",
    "numpy",
    "pydantic",
    "pydantic_core",
    "rich",
    "tomli_w",
    "tomllib",
    "cae_cli.dossier",
    "cae_cli.fields",
    "cae_cli.forecast",
    "cae_cli.render",
    "cae_cli.rules",
}
PROBE = """
import sys
from cae_cli.cli.main import main
sys.argv[0] = "cae"
code = main()
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
sys.exit(code)
"""


SHELL = ("app", "completion", "dossier_file", "encoding", "gate", "help", "options", "readers",
         "readers.heard", "root", "surroundings", "typer_inside")  # fmt: skip
#: What draws on a terminal, writes a dossier or makes a calendar: of no use to an answer in JSON.
NOT_FOR_DATA = {
    "babel",
    "filelock",
    "icalendar",
    "numpy",
    "rich",
    "tomli_w",
    "cae_cli.cli.shell.help",
    "cae_cli.cli.shell.pager",
    "cae_cli.dossier.description.schema",
    "cae_cli.dossier.keeping",
    "cae_cli.render.csv_text",
    "cae_cli.render.table",
    "cae_cli.render.wrapping",
}
DOSSIER = """\
format = 1
activity.name = "a"
[[clients]]
name = "b"
[[clients.prestations]]
label = "c"
amount = 450
start = 2026-11-01
"""


def loaded(*arguments: str, **environment: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "CAE_LANG": "fr", "PYTHONIOENCODING": "utf-8", **environment},
    )
    return set(result.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["--version"], {}),
        (["--help"], {}),
        (["--help", "--lang", "en"], {}),
        ([""], {"_CAE_COMPLETE": "bash"}),
        (["--l"], {"_CAE_COMPLETE": "zsh"}),
    ],
)
def test_nothing_heavy_is_imported(arguments: list[str], environment: dict[str, str]) -> None:
    modules = loaded(*arguments, **environment)
    assert "cae_cli.cli.main" in modules
    assert not modules & HEAVY
    commands = {name for name in modules if name.startswith("cae_cli.cli.")}
    known = {f"cae_cli.cli.shell.{name}" for name in SHELL}
    assert commands <= {"cae_cli.cli.commands", "cae_cli.cli.main", "cae_cli.cli.shell", *known}


@pytest.mark.parametrize("command", ["simulate", "timeline", "list", "check", "salary"])
def test_an_answer_in_json_loads_nothing_that_draws(command: str, tmp_path: Path) -> None:
    dossier = tmp_path / "cae.toml"
    dossier.write_text(DOSSIER, "utf-8")
    asked = ("--net", "1500") if command == "salary" else ()
    modules = loaded(command, *asked, "-f", str(dossier), "--json")
    assert sorted(modules & NOT_FOR_DATA) == []
    pages = {name for name in modules if name.startswith("cae_cli.") and name.endswith(".page")}
    assert pages <= {"cae_cli.render.page"}  # the types alone


def test_completing_a_client_loads_nothing_that_computes(tmp_path: Path) -> None:
    dossier = tmp_path / "cae.toml"
    dossier.write_text(DOSSIER, "utf-8")
    modules = loaded("remove-client", "-f", str(dossier), "", _CAE_COMPLETE="bash")
    assert sorted(modules & NOT_FOR_DATA) == []
    assert not modules & {"cae_cli.forecast", "cae_cli.render", "cae_cli.rules.payroll.law"}
