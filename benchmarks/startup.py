"""How long `cae` takes from start to end, beside a hello-world of the same libraries.

    python benchmarks/startup.py [--runs N] [--python PATH] [--cae PROGRAM]

The hello-world has two commands, one pydantic model and one Rich table; `cae` simulates an example
(piped, with `--json`, and on a pseudo-terminal where the system has them) and completes the name of
a client. The two are run in alternation, each time in a fresh process. What is printed is the
median of each in milliseconds, their ratio, and the ratio that is asked for. Both keep compiled
modules, in a folder of the run's own, as an installed program does; the first runs, which compile,
do not count.
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
    asked: float  # the ratio not to exceed


ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = str(ROOT / "examples" / "marcelle-et-lulu.toml")
SIMULATE = ("simulate", "-f", EXAMPLE, "--today", "2023-03-01")


def piped(command: Sequence[str], **environment: str) -> float:
    """Return the seconds that a command takes, its output going to a pipe."""
    env = {**os.environ, **environment}
    begun = time.perf_counter()
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, check=False, env=env
    )
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


def completing(command: Sequence[str]) -> float:
    """Return the seconds that the TAB key takes."""
    return piped(command, _CAE_COMPLETE="bash")


def compare(measure: Measure, hello: Sequence[str], cae: Sequence[str], runs: int) -> None:
    """Run both in alternation and print the medians and their ratio."""
    spent: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs + 1):
        for times, command in zip(spent, (hello, [*cae, *measure.arguments]), strict=True):
            times.append(measure.start(command))
    base, ours = (statistics.median(times[1:]) * 1000 for times in spent)  # the first warms up
    print(
        f"{measure.title:<12} {base:>9.1f} ms {ours:>9.1f} ms {ours / base:>7.2f}"
        f" {measure.asked:>8.2f}"
    )


def measures() -> list[Measure]:
    """Return what is measured on this system."""
    found = [
        Measure("piped", SIMULATE, piped, 1.0),
        Measure("--json", (*SIMULATE, "--json"), piped, 1.0),
    ]
    if os.name == "posix":
        found.append(Measure("terminal", SIMULATE, on_terminal, 1.1))
    return [*found, Measure("completion", ("remove-client", "-f", EXAMPLE, ""), completing, 0.85)]


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--cae", help="the program to measure (python -m cae_cli if left out)")
    typed = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "hello.py"
        script.write_text(HELLO, encoding="utf-8")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        hello = [typed.python, str(script), "hello", "Marcelle"]
        cae = shlex.split(typed.cae) if typed.cae else [typed.python, "-m", "cae_cli"]
        print(f"{'':<12} {'hello':>12} {'cae':>12} {'ratio':>7} {'at most':>8}")
        for measure in measures():
            compare(measure, hello, cae, typed.runs)


if __name__ == "__main__":
    main()
