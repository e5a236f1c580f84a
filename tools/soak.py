"""The long trials of the dossier: edits at once, kills at any moment, walks, hostile files.

    python tools/soak.py [--parallel 200] [--kills 600] [--walks 500] [--fuzz 30000]

Prints what was tried and found; the last lines are 0 where nothing was lost.
"""

import argparse
import csv
import datetime as dt
import io
import os
import random
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cae_cli.cli.main import run
from cae_cli.cli.shell import surroundings
from cae_cli.dossier.adding import add_client
from cae_cli.dossier.editing import remove, set_value
from cae_cli.dossier.keeping import saving
from cae_cli.dossier.reading import ReadDossier, load
from cae_cli.errors import CaeError, InvalidInputError
from cae_cli.language import say
from cae_cli.toml.places import scan

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
START = '# Le dossier d\'Éa\nformat = 1\n\n[activity]\nname = "Éa"  # nom\n\n# --- fin\n'
MOST_SECONDS, MOST_MEGABYTES = 5.0, 500
UNEXPECTED = ("did not expect", "imprévu", "Traceback")

Figures = dict[str, int | float]


def _cae(folder: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "cae_cli", *arguments, "--file", str(folder / "cae.toml")],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "CAE_LANG": "en"},
    )


def _lost(folder: Path, names: list[str]) -> int:
    """Return how many lines of the start and of these clients a file lacks."""
    path = folder / "cae.toml"
    try:
        found = [client.name for client in load(str(path)).dossier.clients]
    except InvalidInputError:
        return len(START.splitlines()) + len(names)
    lines = path.read_text("utf-8").splitlines()
    lost = sum(line not in lines for line in START.splitlines())
    return lost + sum(found.count(name) != 1 for name in names) + (len(found) != len(names))


def parallel(count: int) -> Figures:
    """Start many `add-client` at once; every one must land."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "cae.toml").write_text(START, "utf-8")
        clients = [f"Client {number}" for number in range(count)]
        running = [_cae(folder, "add-client", client) for client in clients]
        told = [process.communicate(timeout=600)[0].decode() for process in running]
        failed = sum(process.returncode != 0 for process in running)
        return {
            "parallel edits": count,
            "parallel edits that failed": failed,
            "lost lines": _lost(folder, clients),
            "tracebacks": sum(_unexpected(text) for text in told),
        }


def kills(count: int, seed: int = 1) -> Figures:
    """Kill programs that edit, at random moments; the file is the old one or the new one.

    Every fifth program is a whole `cae`, killed within its life; the others edit without pause,
    so that most are killed in the middle of an edit.
    """
    chance = random.Random(seed)
    lost = landed = blocked = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "cae.toml"
        for number in range(count):
            path.write_text(START, "utf-8")
            if number % 5:
                _kill_in_an_edit(path, chance.uniform(0, 0.06))
            else:
                process = _cae(folder, "add-client", "Client 0")
                time.sleep(chance.uniform(0.05, 0.6))
                process.kill()
                process.communicate()
            done = len(load(str(path)).dossier.clients)
            landed += done
            lost += _lost(folder, [f"Client {index}" for index in range(done)])
            started = time.monotonic()
            saving.edit(str(path), _adding(done), say("{each}", each="after a kill"))
            blocked += time.monotonic() - started > 1
            lost += _lost(folder, [f"Client {index}" for index in range(done + 1)])
        left = {entry.name for entry in folder.iterdir()}
    return {
        "kills": count,
        "edits that landed before a kill": landed,
        "edits blocked by a lock left behind": blocked,
        "files left behind": len(left - {f".cae.toml.{kind}" for kind in _OWN} - {"cae.toml"}),
        "lost lines": lost,
    }


_OWN = ("lock", "history", "history-next")


def _adding(number: int) -> Callable[[object], str]:
    return lambda read: add_client(read, {"name": f"Client {number}"})  # type: ignore[arg-type]


def _kill_in_an_edit(path: Path, after: float) -> None:
    child = os.fork()
    if child == 0:
        try:
            for number in range(10_000):
                saving.edit(str(path), _adding(number), say("{each}", each="soak"))
        finally:
            os._exit(1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


# --- walks through the history ---------------------------------------------------------------


def walks(count: int, seed: int = 1) -> Figures:
    """Edit real dossiers, undo all and do all again: bytes, comments, readers must be the same."""
    chance = random.Random(seed)
    found: Figures = dict.fromkeys(("walks", "edits walked", *_WALK_FAULTS), 0)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "cae.toml"
        for _ in range(count):
            path.write_bytes(chance.choice(EXAMPLES).read_bytes())
            path.chmod(chance.choice([0o600, 0o640, 0o644, 0o660, 0o664]))
            _walk(path, chance, found)
            found["walks"] += 1
    return found


_WALK_FAULTS = ("lost comments", "lost states", "changed readers", "files more open")


def _walk(path: Path, chance: random.Random, found: Figures) -> None:
    identity, states = _identity(path), [path.read_bytes()]
    for number in range(chance.randint(1, 6)):
        removes = chance.randint(1, 3) == 1
        try:
            saving.edit(
                str(path),
                _removing if removes else _changing(chance, number),
                say("{each}", each="soak"),
            )
        except CaeError:
            continue  # refused, with what to type by hand
        old, new = (_comments(state) for state in (states[-1], path.read_bytes()))
        found["lost comments"] += not _follows(new, old) if removes else new != old
        if path.read_bytes() != states[-1]:
            states.append(path.read_bytes())
    found["edits walked"] += len(states) - 1
    for state in reversed(states[:-1]):
        saving.undo(str(path))
        found["lost states"] += path.read_bytes() != state
    for state in states[1:]:
        saving.redo(str(path))
        found["lost states"] += path.read_bytes() != state
    found["changed readers"] += _identity(path) != identity
    for beside in path.parent.glob(".cae.toml.*"):
        found["files more open"] += bool(stat.S_IMODE(beside.stat().st_mode) & ~identity[2])


def _changing(chance: random.Random, number: int) -> Callable[[ReadDossier], str]:
    if chance.randint(1, 2) == 1:
        return lambda read: add_client(read, {"name": f"Client # {number}"})
    amount = chance.randint(0, 10_000)
    return lambda read: set_value(read.text, ("treasury", "balance"), amount)


def _removing(read: ReadDossier) -> str:
    return remove(read.text, ("clients", 0)) if read.dossier.clients else read.text


def _identity(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)


def _comments(state: bytes) -> list[str]:
    text = state.decode()
    return [text[start:end] for start, end in scan(text).comments]


def _follows(some: list[str], every: list[str]) -> bool:
    """Tell whether some comments are among all of them, in the same order."""
    left = iter(every)
    return all(comment in left for comment in some)


# --- hostile files ---------------------------------------------------------------------------

HOSTILE = [
    "=cmd()", "+1", "-1", "@SUM(A1)", "\\u001b[31mrouge", "[bold]x[/bold]", "<script>1</script>",
    "\\u202emoc", "a\\nBEGIN:VEVENT", "a\\r\\nb", "\\u0000", "é" * 200, "x" * 200, "{0}{x}", "%s%n",
    "\\t=x", "𝕏 \\u200f", "{name}", "\\\\", "\\u0007", "\\u009b31m", "\\u007f",
]  # fmt: skip
SNIPPETS = [
    "[" * 5000, "9" * 5000, "nan", "-inf", "1e9999999999999999999", "0001-01-01", "9999-12-31",
    '"""', "'''", "[[clients]]\n", "clients = [{}]\n", "a.b.c.d = 1\n", "\x00", "\ufeff", "= = =",
    "1979-05-27T07:32:00Z", "{", "}", "0x" + "F" * 400, "true", "format = 2\n",
]  # fmt: skip
COMMANDS = [
    ("check",),
    ("check", "--json"),
    ("list",),
    ("list", "--json"),
    ("list", "--csv"),
    ("simulate", "--months", "24"),
    ("simulate", "--json"),
    ("simulate", "--csv"),
    ("timeline",),
    ("timeline", "--json"),
    ("timeline", "--csv"),
    ("add-client", "Nouveau", "--dry-run"),
    ("set", "treasury", "3200", "--month", "2026-11", "--dry-run"),
    ("set", "cooperative.payroll.headcount", "48", "--dry-run"),
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real dossier after a few accidents."""
    raw = bytearray(draw(st.sampled_from(EXAMPLES)).read_bytes())
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.integers(0, 40)))
        other = draw(st.integers(0, len(raw)))
        match draw(st.integers(0, 4)):
            case 0:
                raw[start:end] = b""
            case 1:
                raw[start:end] = draw(st.binary(max_size=8))
            case 2:
                raw[start:start] = draw(st.sampled_from(SNIPPETS)).encode("utf-8", "surrogatepass")
            case 3:
                raw[start:start] = raw[other : other + 200]
            case _:
                raw[start : start + 1] = bytes([draw(st.integers(0, 255))])
    return bytes(raw)


@st.composite
def extreme(draw: st.DrawFn) -> bytes:
    """A valid dossier at the ends of what is allowed, with hostile names."""
    name, day = st.sampled_from(HOSTILE), st.dates(dt.date(1990, 1, 1), dt.date(2199, 12, 31))
    amount = st.sampled_from(["0", "0.01", "1_000_000_000_000", "999_999_999_999.99", "450"])
    every = st.sampled_from(["once", "week", "month", "9999 weeks", "9999 months", "year"])
    rate = st.sampled_from(["0", "1", "0.00000001", "0.5"])
    lines = ["format = 1", "[activity]", f'name = "{draw(name)}"']
    if draw(st.booleans()):
        month = draw(st.sampled_from(["1990-01", "2017-01", "2026-11", "2199-12"]))
        lines += ["[treasury]", f"balance = -{draw(amount)}", f'month = "{month}"']
    lines += ["[salary]", f"net_target = {draw(amount)}", "sustain_months = 120"]
    for _ in range(draw(st.integers(0, 3))):
        lines += ["[[entrepreneurs]]", f'name = "{draw(name)}"', "[[entrepreneurs.contracts]]"]
        kind = draw(st.sampled_from(["cape", "cesa", "other"]))
        lines += [f'kind = "{kind}"', f"start = {draw(day)}"]
    for _ in range(draw(st.integers(0, 3))):
        lines += ["[[clients]]", f'name = "{draw(name)}"', 'payment = "730 days"']
        for _ in range(draw(st.integers(0, 3))):
            lines += ["[[clients.prestations]]", f'label = "{draw(name)}"']
            lines += [f"amount = {draw(amount)}", f"start = {draw(day)}"]
            lines += [f'every = "{draw(every)}"', f"probability = {draw(rate)}"]
            lines += [f"yearly_increase = {draw(rate)}"]
    for _ in range(draw(st.integers(0, 2))):
        lines += ["[[expenses]]", f'label = "{draw(name)}"', f"share_of_turnover = {draw(rate)}"]
    return "\n".join(lines).encode()


def _many(prestations: int) -> bytes:
    """Return a dossier of thousands of prestations."""
    one = '[[clients.prestations]]\nlabel = "Permanence"\namount = 450.00\nstart = 2026-11-01\n'
    return (START + '[[clients]]\nname = "x"\n' + one * prestations).encode()


class _Stream(io.TextIOWrapper):
    def __init__(self, *, tty: bool) -> None:
        self.bytes, self._tty = io.BytesIO(), tty
        super().__init__(self.bytes, encoding="utf-8", newline="")

    def isatty(self) -> bool:
        return self._tty

    def text(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode()


def fuzz(count: int) -> Figures:
    """Give hostile files to every command; none may crash, hang, or let a control character by."""
    names = ("fuzz inputs", "valid fuzz inputs", "tracebacks", "control characters shown",
             "formulas in CSV", "slowest (s)")  # fmt: skip
    found: Figures = dict.fromkeys(names, 0)
    anything = st.one_of(st.binary(max_size=400), mutated(), extreme(), extreme())
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "cae.toml"

        @settings(max_examples=count, deadline=None, database=None, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(anything, st.sampled_from(COMMANDS), st.booleans(), st.sampled_from(["fr", "en"]))
        def once(raw: bytes, command: tuple[str, ...], tty: bool, lang: str) -> None:
            path.write_bytes(raw)
            _try(found, [*command, "--file", str(path)], lang, tty=tty)

        once()
        path.write_bytes(_many(5000))
        for command in COMMANDS:
            _try(found, [*command, "--file", str(path)], "fr", tty=False)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        **found,
        "largest memory (MB)": round(memory),
        "slowest (s)": round(found["slowest (s)"], 2),
    }


def _try(found: Figures, arguments: list[str], lang: str, *, tty: bool) -> None:
    environment = {"CAE_LANG": lang, "CAE_TODAY": "2026-11-23", "NO_COLOR": "1", "TERM": "dumb"}
    streams = [_Stream(tty=tty) for _ in range(3)]
    started = time.process_time()  # other programs may share the machine
    code = run(arguments, surroundings.gather(arguments, environment, *streams))
    taken = time.process_time() - started
    told = streams[1].text() + streams[2].text()
    found["fuzz inputs"] += 1
    found["valid fuzz inputs"] += code == 0
    wrong = {
        "tracebacks": code not in (0, 1) or _unexpected(told),
        "control characters shown": any(_acts(c) for c in set(told)),
        "formulas in CSV": "--csv" in arguments and _formula(streams[1].text()),
    }
    for kind, seen in wrong.items():
        if seen:
            found[kind] += 1
            if found[kind] == 1:  # the first one is shown, and kept to be looked at
                _keep(kind, arguments, told[-400:])
    if taken > found["slowest (s)"]:
        found["slowest (s)"] = taken
        if taken > MOST_SECONDS:
            _keep("slowest", arguments, f"{taken:.1f} s")


def _keep(kind: str, arguments: list[str], told: str) -> None:
    """Tell what went wrong, and keep the file that made it so."""
    kept = Path(tempfile.gettempdir()) / f"cae-soak-{kind.split(maxsplit=1)[0]}.toml"
    kept.write_bytes(Path(arguments[-1]).read_bytes())
    sys.stderr.write(f"{kind}: {arguments} {told!r}, kept as {kept}\n")


def _unexpected(text: str) -> bool:
    return any(word in text for word in UNEXPECTED)


def _acts(character: str) -> bool:
    return (character < " " and character not in "\n\r\t") or character in "\x7f\u202e\u200f\x9b"


def _formula(text: str) -> bool:
    rows = csv.reader(io.StringIO(text), delimiter=";" if ";" in text.partition("\n")[0] else ",")
    cells = [cell for row in rows for cell in row]
    return any(cell[:1] in "=@\t\r+" and cell for cell in cells) or any(
        cell[:1] == "-" and not cell[1:2].isdigit() for cell in cells
    )


def merged(parts: list[Figures]) -> Figures:
    """Add up what several trials found."""
    total: Figures = {}
    for part in parts:
        for name, value in part.items():
            total[name] = total.get(name, 0) + value
    return total


def failures(figures: Mapping[str, int | float]) -> list[str]:
    """Return what should be 0 and is not, or is too large."""
    zero = ("lost lines", "tracebacks", "control characters shown", "formulas in CSV",
            "parallel edits that failed", "files left behind", *_WALK_FAULTS)  # fmt: skip
    wrong = [name for name in zero if figures.get(name, 0)]
    wrong += ["slowest (s)"] if figures.get("slowest (s)", 0) > MOST_SECONDS else []
    return wrong + (
        ["largest memory (MB)"] if figures.get("largest memory (MB)", 0) > MOST_MEGABYTES else []
    )


def main() -> int:
    """Run the trials and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--parallel", type=int, default=200)
    parser.add_argument("--kills", type=int, default=600)
    parser.add_argument("--walks", type=int, default=500)
    parser.add_argument("--fuzz", type=int, default=30_000)
    typed = parser.parse_args()
    parts = []
    trials = ((parallel, typed.parallel), (kills, typed.kills), (walks, typed.walks),
              (fuzz, typed.fuzz))  # fmt: skip
    for trial, count in trials:
        started = time.monotonic()
        parts.append(trial(count))
        sys.stderr.write(f"{trial.__name__}: {time.monotonic() - started:.0f} s\n")
    figures = merged(parts)
    for name, value in figures.items():
        print(f"{name}: {value:,}")
    return 1 if failures(figures) else 0


if __name__ == "__main__":
    sys.exit(main())
