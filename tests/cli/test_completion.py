import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import pytest
import typer

from cae_cli.cli.shell import completion, surroundings
from cae_cli.cli.shell.app import Entry
from cae_cli.cli.shell.surroundings import Surroundings
from tests.cli.kit import Stream, run_cae
from tests.cli.sample import COMMANDS as SAMPLE

HOSTILE = [
    "Mairie de Gap",
    "Mairie d'Embrun",
    "$(touch pwned)",
    "`touch pwned`",
    "a;touch pwned",
    'say "hi" \\ *',
    "--help",
]


def _clients() -> Iterator[str]:
    yield from [*HOSTILE, "new\nline", "escape\x1b[2J"]


def visit(
    client: Annotated[str, typer.Argument(autocompletion=_clients)],
) -> None:
    """Take a client, for the tests."""


COMMANDS = {**SAMPLE, "visit": Entry("tests.cli.test_completion:visit", "Visit a client.")}


def around(**environment: str) -> Surroundings:
    return surroundings.gather(["--lang", "en"], environment, Stream(), Stream(), Stream())


def complete(shell: str, *words: str, lang: str = "fr") -> list[str]:
    result = run_cae(*words, lang=lang, env={"_CAE_COMPLETE": shell}, commands=COMMANDS)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


def test_commands() -> None:
    assert complete("bash", "") == ["greet", "fail", "where", "absent", "visit"]
    assert complete("bash", "gr") == ["greet"]
    assert complete("zsh", "gr") == ["greet\tGreet a client."]
    assert complete("bash", "zzz") == []


def test_options() -> None:
    assert complete("bash", "greet", "--a") == ["--amount"]
    assert complete("fish", "greet", "--he") == ["--help\tAffiche cette aide."]
    assert complete("fish", "greet", "--he", lang="en") == ["--help\tShow this help."]
    assert complete("bash", "--v") == ["--version"]


def test_values() -> None:
    assert complete("bash", "greet", "--lang", "") == ["fr", "en"]
    assert complete("bash", "greet", "--today", "demain", "--js") == ["--json"]


def test_unknown_shell_says_nothing() -> None:
    result = run_cae("x", env={"_CAE_COMPLETE": "tcsh"}, commands=COMMANDS)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", "")


def test_values_are_exact_where_the_shell_quotes_by_itself() -> None:
    assert complete("zsh", "visit", "") == HOSTILE
    assert complete("fish", "visit", "M") == ["Mairie de Gap", "Mairie d'Embrun"]


@pytest.mark.parametrize("opened", ["", "'", '"'])
@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_reads_back_exactly_the_hostile_names(opened: str, tmp_path: Path) -> None:
    lines = complete("bash", "visit", opened)
    assert len(lines) == len(HOSTILE)
    script = "\n".join(f"printf '%s\\0' {line}" for line in lines)
    shown = subprocess.run(
        ["bash", "--norc", "-c", script.replace("printf", "printf --")],
        cwd=tmp_path, capture_output=True, check=True,
    )  # fmt: skip
    assert shown.stdout.decode().split("\0")[:-1] == HOSTILE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_script_in_a_real_bash(tmp_path: Path) -> None:
    cae = tmp_path / "cae"
    cae.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cae_cli "$@"\n')
    cae.chmod(0o755)
    script = run_cae("--show-completion", env={"SHELL": "/bin/bash"}).stdout
    probe = (
        f"{script}\nCOMP_WORDS=({cae} --ver); COMP_CWORD=1; _cae_completion {cae}\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
        f"COMP_WORDS=({cae} '\"$(touch pwned)'); COMP_CWORD=1; _cae_completion {cae}\n"
        'printf "%s\\n" "${#COMPREPLY[@]}"\n'
    )
    shown = subprocess.run(
        ["bash", "--norc", "-c", probe], cwd=tmp_path, capture_output=True, check=True, text=True
    )
    assert (shown.stdout, shown.stderr) == ("--version\n0\n", "")
    assert [path.name for path in tmp_path.iterdir()] == ["cae"]


@pytest.fixture(autouse=True)
def _no_detection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completion, "detected_shell", lambda: "")


@pytest.mark.parametrize("shell", completion.SHELLS)
def test_shown_script_is_that_of_the_shell(shell: str) -> None:
    in_use = run_cae("--show-completion", env={"SHELL": f"/usr/bin/{shell}"})
    named = run_cae("--show-completion", shell, env={"SHELL": "/bin/tcsh"})
    assert in_use == named
    assert named.exit_code == 0
    assert "_CAE_COMPLETE" in named.stdout
    assert shell in named.stdout


def test_pwsh_is_powershell() -> None:
    assert run_cae("--show-completion", "pwsh") == run_cae("--show-completion", "PowerShell")


def test_powershell_hands_over_its_words_a_line_each() -> None:
    environment = {"_CAE_COMPLETE": "powershell", "_CAE_WORDS": "visit\nM"}
    result = run_cae("ignored", env=environment, commands=COMMANDS)
    assert result.stdout.splitlines() == ["Mairie de Gap", "Mairie d'Embrun"]
    environment["_CAE_WORDS"] = ""
    first = run_cae(env=environment, commands=COMMANDS).stdout.splitlines()
    assert first[0] == "greet\tGreet a client."


@pytest.mark.skipif(shutil.which("pwsh") is None, reason="needs PowerShell")
def test_powershell_reads_back_exactly_the_hostile_names(tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text("".join(f"{name}\n" for name in HOSTILE), "utf-8")
    script = run_cae("--show-completion", "powershell").stdout
    probe = (
        f"function cae {{ Get-Content {tmp_path / 'visit.txt'} }}\n{script}\n"
        "$found = TabExpansion2 -inputScript 'cae visit ' -cursorColumn 10\n"
        "$found.CompletionMatches | ForEach-Object { Invoke-Expression ('Write-Output ' + "
        "$_.CompletionText) }\n"
    )
    shown = subprocess.run(
        ["pwsh", "-NoProfile", "-Command", probe], capture_output=True, check=True, cwd=tmp_path
    )
    assert shown.stdout.decode().splitlines() == HOSTILE
    assert [path.name for path in tmp_path.iterdir()] == ["visit.txt"]


def test_powershell_is_told_what_to_add_to_its_profile() -> None:
    told = run_cae("--install-completion", "powershell", lang="en")
    assert told.exit_code == 0
    assert "$PROFILE" in told.stderr
    assert "cae --show-completion powershell | Out-String | Invoke-Expression" in told.stderr


@pytest.mark.parametrize(
    ("words", "candidates"),
    [
        (("simulate", "--view", ""), ["signed", "expected", "all"]),
        (("add-client", "A", "--every", "m"), ["month", "month-end"]),
        (("edit-prestation", "A", "b", "--every", "q"), ["quarter"]),
        (("add-contract", "Lulu", "ce"), ["cesa"]),
        (("simulate", "--cooperative", "coodys"), ["coodyssee"]),
        (("salary", "--cooperative", "coodys"), ["coodyssee"]),
        (("cooperatives", "coodys"), ["coodyssee"]),
        (("salary", "--hours", ""), ["equivalent", "full"]),
        (("help", "AC"), ["ACRE"]),
        (("help", "CAE-D01"), [f"CAE-D01{n}" for n in range(8)]),
        (("simulate", "--color", "a"), ["auto", "always"]),
        (("--show-completion", "p"), ["powershell"]),
    ],
)
def test_what_has_a_few_values_is_completed(words: tuple[str, ...], candidates: list[str]) -> None:
    result = run_cae(*words, env={"_CAE_COMPLETE": "zsh"})
    assert [line.partition("\t")[0] for line in result.stdout.splitlines()] == candidates


def test_installation_appends_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".bashrc").write_bytes(b"alias a=b # \xff")
    for _ in range(2):
        result = run_cae("--install-completion", env={"SHELL": "/bin/bash"})
        assert result.exit_code == 0
        assert "La complétion pour bash est installée" in result.stderr
    assert (tmp_path / ".bashrc").read_bytes() == (
        b"alias a=b # \xff\nsource ~/.bash_completions/cae.sh\n"
    )
    assert (tmp_path / ".bash_completions/cae.sh").exists()


def test_unknown_shell_is_told() -> None:
    result = run_cae("--show-completion", env={"SHELL": "/bin/tcsh"}, lang="en")
    assert (result.exit_code, result.stdout, result.stderr) == (
        1,
        "",
        (
            "Error: Completion does not know this shell: tcsh.\n"
            "→ It knows bash, zsh, fish and powershell.\n"
        ),
    )
