"""`cae help`: a code, a command, or everything."""

import pytest

from tests.cli.kit import run_cae


@pytest.mark.parametrize("typed", ["CAE-D012", "cae-d012", "d012", " D012 "])
def test_a_code_however_it_is_typed(typed: str) -> None:
    result = run_cae("help", typed, lang="en")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "CAE-D012 · The same thing is written twice\n\n"
        "A key or a table stands once. What repeats (clients, prestations…) has a header between "
        "double brackets.\n"
        "→ Keep one of the two, or write the header between double brackets, such as "
        "[[clients]].\n"
    )


def test_a_code_on_a_terminal_is_wrapped() -> None:
    result = run_cae("help", "CAE-E003", tty=True, env={"COLUMNS": "40"})
    assert max(map(len, result.stdout.splitlines()[1:])) <= 40


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_without_a_topic_all_the_commands(lang: str) -> None:
    assert run_cae("help", lang=lang).stdout == run_cae("--help", lang=lang).stdout


@pytest.mark.parametrize("command", ["set", "add-client", "help"])
def test_a_command(command: str) -> None:
    shown = run_cae("help", command, lang="en")
    assert shown.exit_code == 0
    assert shown.stdout == run_cae(command, "--help", lang="en").stdout


@pytest.mark.parametrize(
    ("typed", "close"), [("CAE-D998", "CAE-D099"), ("simulte", "simulate"), ("E01", "CAE-E0")]
)
def test_what_is_not_known_gets_the_nearest(typed: str, close: str) -> None:
    result = run_cae("help", typed, lang="en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Did you mean “{close}" in result.stderr


def test_nothing_near() -> None:
    result = run_cae("help", "?" * 300, lang="en")
    assert result.exit_code == 2
    assert "cae --help" in result.stderr
