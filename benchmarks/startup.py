"""How long `cae` takes to start, beside a hello-world of the same libraries.

    python benchmarks/startup.py [--runs N] [--python PATH] [--cae PROGRAM] [--] [COMMAND ...]

The command is what follows `cae` (such as `simulate -f examples/marcelle-et-lulu.toml`); without
one, `--version` is measured. The hello-world has two commands, one pydantic model and one Rich
table. The two are run in alternation, each time in a fresh process: piped, with `--json` (where the
command is not an option), and on a terminal (a pseudo-terminal, where the system has them). What is
printed is the median of each in milliseconds, and their ratio. Both keep compiled modules, in a
folder of the run's own, as an installed program does; the first runs, which compile, do not count.
"""

import argparse
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

HELLO = """\
import typer
from pydantic import BaseModel
from rich.console import Console
from rich.table import Table

app = typer.Typer()


class Greeting(BaseModel):
    name: str
    times: int = 1


@app.command()
def hello(name: str, times: int = 1) -> None:
    greeting = Greeting(name=name, times=times)
    table = Table("name", "times")
    table.add_row(greeting.name, str(greeting.times))
    Console().print(table)


@app.command()
def bye(name: str) -> None:
    print(f"Bye {name}")


app()
"""

Start = Callable[[Sequence[str]], float]


class Measure(NamedTuple):
    """One way to run both programs."""

    title: str
    arguments: Sequence[str]  # of cae
    start: Start


def piped(command: Sequence[str]) -> float:
    """Return the seconds that a command takes, its output going to a pipe."""
    begun = time.perf_counter()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    spent = time.perf_counter() - begun
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.decode(errors='replace')}")
    return spent


def on_terminal(command: Sequence[str]) -> float:
    """Return the seconds that a command takes on a pseudo-terminal of 100 columns."""
    ours, theirs = os.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:
        pass  # the end of a pseudo-terminal on Linux
    code = process.wait()
    spent = time.perf_counter() - begun
    os.close(ours)
    if code != 0:
        sys.exit(f"{' '.join(command)} failed:\n{shown.decode(errors='replace')}")
    return spent


def compare(measure: Measure, hello: Sequence[str], cae: Sequence[str], runs: int) -> None:
    """Run both in alternation and print the medians and their ratio."""
    spent: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs + 1):
        for times, command in zip(spent, (hello, [*cae, *measure.arguments]), strict=True):
            times.append(measure.start(command))
    base, ours = (statistics.median(times[1:]) * 1000 for times in spent)  # the first warms up
    print(f"{measure.title:<12} {base:>9.1f} ms {ours:>9.1f} ms {ours / base:>7.2f}")


def measures(command: Sequence[str]) -> list[Measure]:
    """Return the ways to run a command that this system has."""
    ways = [Measure("piped", command, piped)]
    if not command[0].startswith("-"):
        ways.append(Measure("--json", [*command, "--json"], piped))
    if os.name == "posix":
        ways.append(Measure("terminal", command, on_terminal))
    return ways


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--cae", help="the program to measure (python -m cae_cli if left out)")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    typed = parser.parse_args()
    command = [word for word in typed.command if word != "--"] or ["--version"]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "hello.py"
        script.write_text(HELLO, encoding="utf-8")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        hello = [typed.python, str(script), "hello", "Marcelle"]
        cae = shlex.split(typed.cae) if typed.cae else [typed.python, "-m", "cae_cli"]
        print(f"cae {' '.join(command)}, {typed.runs} runs each")
        print(f"{'':<12} {'hello':>12} {'cae':>12} {'ratio':>7}")
        for measure in measures(command):
            compare(measure, hello, cae, typed.runs)


if __name__ == "__main__":
    main()
