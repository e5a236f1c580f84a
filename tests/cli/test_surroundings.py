import datetime as dt
from pathlib import Path

import pytest

from cae_cli.cli.shell import surroundings
from tests.cli.kit import Stream, run_cae
from tests.cli.sample import COMMANDS as SAMPLE


@pytest.mark.parametrize(
    ("arguments", "environment", "code"),
    [
        ([], {}, "fr"),
        ([], {"LANG": "C.UTF-8"}, "fr"),
        ([], {"LANG": "de_DE.UTF-8"}, "fr"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR"}, "fr"),
        ([], {"LC_ALL": "en_US", "LC_MESSAGES": "fr_FR"}, "en"),
        ([], {"LC_ALL": "", "LANG": "en_US"}, "en"),
        ([], {"CAE_LANG": "fr", "LC_ALL": "en_US"}, "fr"),
        (["x", "--lang", "en"], {"CAE_LANG": "fr"}, "en"),
        (["--lang=en", "x"], {}, "en"),
        (["x", "--lang", "de"], {"LANG": "en_US"}, "en"),
        (["x", "--", "--lang", "en"], {}, "fr"),
        (["x", "--lang"], {}, "fr"),
    ],
)
def test_language(arguments: list[str], environment: dict[str, str], code: str) -> None:
    assert surroundings.language_code(arguments, environment) == code


@pytest.mark.parametrize(
    ("environment", "terminal", "colour"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour(environment: dict[str, str], terminal: bool, colour: bool) -> None:
    assert surroundings.wants_colour(environment, terminal=terminal) is colour


@pytest.mark.parametrize(
    ("columns", "width"),
    [("100", 100), ("5", 20), ("0", 80), ("wide", 80), ("", 80), ("²", 80)],
)
def test_width(columns: str, width: int) -> None:
    streams = Stream(), Stream(), Stream()
    assert surroundings.gather([], {"COLUMNS": columns}, *streams).width == width


def test_closed_streams_are_silent() -> None:
    around = surroundings.gather([], {}, None, None, None)
    around.write("lost")
    assert around.stdin.read() == ""
    assert not around.interactive
    for stream in (around.stdin, around.stdout, around.stderr):
        stream.close()


def test_terminal_is_told() -> None:
    around = surroundings.gather([], {}, Stream(tty=True), Stream(tty=True), Stream())
    assert (around.interactive, around.terminal) == (True, True)
    assert around.today - dt.datetime.now().astimezone().date() in (
        dt.timedelta(0),
        dt.timedelta(days=-1),  # midnight fell between
    )


def test_dossier_is_found(tmp_path: Path) -> None:
    for name in ("cae.toml", "of-env.toml", "typed.toml"):
        (tmp_path / name).touch()

    def where(*arguments: str, **env: str) -> str:
        return run_cae("where", *arguments, env=env, cwd=tmp_path, commands=SAMPLE).stdout

    assert where() == "cae.toml\n"
    assert where(CAE_FILE="of-env.toml") == "of-env.toml\n"
    assert where("-f", "typed.toml", CAE_FILE="of-env.toml") == "typed.toml\n"
    assert where("--file", "-") == "-\n"


def test_standard_input_cannot_be_changed(tmp_path: Path) -> None:
    result = run_cae("where", "-f", "-", "--writes", lang="en", cwd=tmp_path, commands=SAMPLE)
    assert (result.exit_code, result.stderr) == (
        2,
        (
            "Error: This command changes the dossier: it cannot be standard input.\n"
            "→ Name a file with --file.\n"
        ),
    )
