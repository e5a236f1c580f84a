"""What may not be imported: start-up is paid at each command and at each TAB."""

import os
import subprocess
import sys

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
    result = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "CAE_LANG": "fr", "PYTHONIOENCODING": "utf-8", **environment},
    )
    loaded = set(result.stderr.split())
    assert "cae_cli.cli.main" in loaded
    assert not loaded & HEAVY
    commands = {name for name in loaded if name.startswith("cae_cli.cli.")}
    shell = {
        "app",
        "completion",
        "surroundings",
        "options",
        "encoding",
        "help",
        "root",
    }
    assert commands <= {
        "cae_cli.cli.commands",
        "cae_cli.cli.main",
        "cae_cli.cli.shell",
        *(f"cae_cli.cli.shell.{name}" for name in shell),
    }
