"""What the READMEs show is what the program prints."""

import re
import shlex
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from cae_cli.cli.commands import COMMANDS
from cae_cli.dossier.reading import read_text
from tests.cli.kit import run_cae

ROOT = Path(__file__).resolve().parent.parent
READMES = {"en": ROOT / "README.md", "fr": ROOT / "README.fr.md"}
SKIPPED = "[…]"


def blocks(path: Path, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", path.read_text("utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("lang", READMES)
def test_outputs_are_real(lang: str) -> None:
    shown = [block for block in blocks(READMES[lang], "console") if block.startswith("$ ")]
    assert shown
    for block in shown:
        command, _, output = block.partition("\n")
        run = run_cae(*shlex.split(command)[2:], lang=lang, cwd=ROOT)
        assert run.exit_code == 0, run.stderr
        pattern = "".join(
            "(?:.*\n)*?" if line == SKIPPED else re.escape(line) + "\n"
            for line in output.splitlines()
        )
        assert re.fullmatch(pattern, run.stdout), f"{command}\n{run.stdout}"


@pytest.mark.parametrize("lang", READMES)
def test_dossiers_are_valid(lang: str) -> None:
    shown = blocks(READMES[lang], "toml")
    assert shown
    for block in shown:
        assert tomllib.loads(block, parse_float=Decimal)["format"] == 1
        assert read_text("README", block).dossier.clients


@pytest.mark.parametrize("lang", READMES)
def test_every_command_is_named(lang: str) -> None:
    text = READMES[lang].read_text("utf-8")
    missing = [name for name in COMMANDS if not re.search(rf"[`|, ]{name}[`, ]", text)]
    assert not missing


def test_both_tell_the_same() -> None:
    """The two have the same sections, code blocks and table rows."""

    def shape(lang: str) -> tuple[int, int, int]:
        text = READMES[lang].read_text("utf-8")
        return tuple(
            len(re.findall(pattern, text, re.MULTILINE)) for pattern in (r"^## ", r"^```", r"^\| ")
        )  # type: ignore[return-value]

    assert shape("fr") == shape("en")


@pytest.mark.parametrize("lang", READMES)
def test_links_lead_somewhere(lang: str) -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", READMES[lang].read_text("utf-8")):
        assert (ROOT / link).exists(), link
