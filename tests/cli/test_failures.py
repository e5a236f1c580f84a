import os
import signal
import subprocess
import sys
import time

import pytest

from cae_cli.cli.shell import surroundings
from cae_cli.cli.shell.failures import report
from tests.cli.kit import Result, Stream, run_cae
from tests.cli.sample import COMMANDS as SAMPLE


def fail(way: str, lang: str = "en", **env: str) -> Result:
    return run_cae("fail", way, "--required", "x", lang=lang, env=env, commands=SAMPLE)


@pytest.mark.parametrize(
    ("way", "code", "french", "english"),
    [
        (
            "cae",
            1,
            "Erreur\u00a0: Il n’y a pas de fichier a.toml.\n→ Tapez un nom.\n",
            "Error: There is no dossier a.toml.\n→ Type a name.\n",
        ),
        (
            "system",
            1,
            "Erreur\u00a0: gone.toml\u00a0: cela n’existe pas.\n",
            "Error: gone.toml: it does not exist.\n",
        ),
        (
            "deep",
            1,
            "Erreur\u00a0: Les données sont trop imbriquées pour être lues.\n",
            "Error: The input is nested too deeply to be read.\n",
        ),
        (
            "memory",
            1,
            "Erreur\u00a0: Les données dépassent la mémoire de cette machine.\n",
            "Error: The input is too large for the memory of this machine.\n",
        ),
        ("ctrl-c", 130, "\nInterrompu.\n", "\nInterrupted.\n"),
        ("abort", 130, "\nInterrompu.\n", "\nInterrupted.\n"),
        ("eof", 130, "\nInterrompu.\n", "\nInterrupted.\n"),
        ("pipe", 0, "", ""),
        (
            "file",
            1,
            (
                "dossier\\u001b.toml:12:10: [CAE-D012]\n"
                '  12 | amount = "\\u001b[31mé" # note\n'
                "     |          ^^^^^^^^^^^^\n"
                "  «\u00a0x\\u001b[31m\u00a0» n’est pas un montant.\n"
                "  → Tapez un nom.\n"
            ),
            (
                "dossier\\u001b.toml:12:10: [CAE-D012]\n"
                '  12 | amount = "\\u001b[31mé" # note\n'
                "     |          ^^^^^^^^^^^^\n"
                "  “x\\u001b[31m” is not an amount.\n"
                "  → Type a name.\n"
            ),
        ),
    ],
)
def test_failures(way: str, code: int, french: str, english: str) -> None:
    for lang, told in (("fr", french), ("en", english)):
        result = fail(way, lang)
        assert (result.exit_code, result.stdout, result.stderr) == (code, "answer x\n", told)


def test_fault_of_the_program_is_told_kindly() -> None:
    result = fail("bug")
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: cae stopped on something it did not expect (KeyError).\n"
        "→ The fault is the program's, not yours. With the variable CAE_DEBUG=1, the same command "
        "shows the details to report.\n"
    )


def test_traceback_is_shown_only_when_asked_for() -> None:
    result = fail("bug", CAE_DEBUG="1")
    assert "Traceback (most recent call last)" in result.stderr
    assert "Traceback" not in fail("cae", CAE_DEBUG="1").stderr


def test_messages_wrap_on_a_narrow_terminal_only() -> None:
    arguments = ("fail", "bug", "--required", "x")
    narrow = run_cae(*arguments, tty=True, env={"COLUMNS": "40"}, commands=SAMPLE)
    assert max(len(line) for line in narrow.stderr.splitlines()) <= 40
    piped = run_cae(*arguments, env={"COLUMNS": "40"}, commands=SAMPLE)
    assert len(piped.stderr.splitlines()) == 2


def test_broken_pipe_is_silent() -> None:
    environment = {**os.environ, "LANG": "en_US.UTF-8"}
    with subprocess.Popen(
        [sys.executable, "-m", "cae_cli", "--help"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()  # before the program writes anything
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_full_disk_is_told() -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        result = subprocess.run(
            [sys.executable, "-m", "cae_cli", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "CAE_LANG": "en"},
            check=False,
        )
    assert (result.returncode, result.stderr) == (
        1,
        b"Error: The system refused: the disk is full.\n",
    )


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_leaves_130_without_a_traceback() -> None:
    code = (
        "import signal, sys, time; from cae_cli.cli import main\n"
        # What runs in the background of a script is born deaf to Ctrl-C.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "main._dispatch = lambda *_: (print('ready', flush=True), time.sleep(30))\n"
        "sys.exit(main.main())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "CAE_LANG": "en"},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b"\nInterrupted.\n"
        assert process.wait() == 130


@pytest.mark.parametrize(
    ("name", "value"),
    [("TZ", "UTC+24"), ("TZ", "²"), ("COLUMNS", "²"), ("LINES", "9" * 30), ("COLUMNS", "-1")],
)
def test_an_odd_environment_stops_nothing(name: str, value: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "cae_cli", "cooperatives"],
        capture_output=True,
        env={**os.environ, "CAE_LANG": "en", name: value},
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, b"")


def test_an_error_that_cannot_be_told_is_still_an_exit_code() -> None:
    class Full(Stream):
        def write(self, _: str) -> int:
            raise OSError(28, "No space left on device")

    around = surroundings.gather([], {}, Stream(), Stream(), Full())
    assert report(KeyError("x"), around) == 1
