"""Names of the file are data: nothing in them acts, whatever shows them."""

import csv
import io
import re
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.kit import Result, run_cae

#: What a name could hold to act where it is shown.
ESCAPE = "\x1b]0;owned\x07\x1b[31m"
MARKUP = "[red]x[/red]"
FORMULA = "=cmd()"
MIRROR = "\u202eegral\u2066\u200b"
LINES = "a\nBEGIN:VALARM\r\nx: \x85y\u2028z"
NAMES = {
    "escape": f"Zoé{ESCAPE}",
    "markup": f"Zoé{MARKUP} [/] [link=http://x]y",
    "formula": f"{FORMULA}Zoé",
    "mirror": f"Zoé{MIRROR}",
    "lines": f"Zoé{LINES}",
    "holes": "Zoé {0} {name} %s ${HOME} `id`",
}
#: Styles of a terminal, which the program itself may use; nothing else may follow an escape.
STYLE = re.compile(r"\x1b\[[0-9;]*m")
#: Control characters, marks of direction, invisible ones and separators, but for the end of line.
ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def toml(text: str) -> str:
    escaped = "".join(
        f"\\u{ord(c):04X}" if ord(c) < 32 or ord(c) > 126 else c
        for c in text.replace("\\", "\\\\").replace('"', '\\"')
    )
    return f'"{escaped}"'


def dossier(name: str) -> str:
    """Return a dossier whose every text is hostile, and shown by some answer."""
    shown = toml(name)
    return f"""\
format = 1
activity = {{ name = {shown}, trade = {shown} }}
[treasury]
balance = 40000
month = "2026-01"
[cooperative]
preset = "coodyssee"
[[entrepreneurs]]
name = {shown}
net_target = 900
unemployment_benefit_until = 2026-01-31
contracts = [{{ kind = "cape", start = 2022-10-03, end = 2026-10-02 }}]
[[entrepreneurs]]
name = {toml(name + " bis")}
[[clients]]
name = {shown}
prestations = [{{ label = {shown}, amount = 5000, start = 2026-01-01, end = 2026-10-31 }}]
[[clients]]
name = {shown}
[[expenses]]
label = {shown}
amount = 1
[[investments]]
label = {shown}
amount = 1
date = 2026-03-01
"""


def assert_calm(text: str, *, styled: bool = False) -> None:
    """Nothing that acts is left in an answer; a terminal's answer may hold styles."""
    left = STYLE.sub("", text) if styled else text
    found = ACTING.search(left)
    assert found is None, (found, left)


COMMANDS = (("simulate",), ("timeline",), ("check",))


@pytest.mark.parametrize("tty", [False, True], ids=["pipe", "terminal"])
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", NAMES)
def test_no_name_acts_in_a_text(
    tmp_path: Path, kind: str, command: tuple[str, ...], *, tty: bool
) -> None:
    (tmp_path / "cae.toml").write_text(dossier(NAMES[kind]), "utf-8")
    found = run_cae(*command, cwd=tmp_path, tty=tty, env={"COLUMNS": "200"})
    assert found.exit_code == 0
    assert_calm(found.stdout, styled=tty)
    assert_calm(found.stderr, styled=tty)
    assert "Zoé" in found.stdout
    if kind == "markup":
        assert MARKUP in found.stdout  # shown as it is written
    if kind == "holes":
        assert "{0} {name} %s ${HOME} `id`" in found.stdout
    if kind in ("escape", "mirror", "lines"):
        assert "\\u" in found.stdout  # what was hidden is visible


@pytest.mark.parametrize("kind", NAMES)
def test_without_colour_a_terminal_gets_no_escape_at_all(tmp_path: Path, kind: str) -> None:
    (tmp_path / "cae.toml").write_text(dossier(NAMES[kind]), "utf-8")
    for command in COMMANDS:
        found = run_cae(*command, cwd=tmp_path, tty=True, env={"NO_COLOR": "1"})
        assert_calm(found.stdout)
        assert_calm(found.stderr)


@pytest.mark.parametrize("command", ["simulate", "timeline"])
@pytest.mark.parametrize("kind", NAMES)
def test_json_gives_a_name_as_it_is(tmp_path: Path, kind: str, command: str) -> None:
    (tmp_path / "cae.toml").write_text(dossier(NAMES[kind]), "utf-8")
    found = run_cae(command, "--json", cwd=tmp_path)
    if command == "simulate":
        assert found.json["activity"] == NAMES[kind]
    else:
        assert NAMES[kind] in [person["name"] for person in found.json["entrepreneurs"]]
    assert not re.search("[\x00-\x09\x0b-\x1f]", found.stdout)  # escaped, as JSON asks


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("kind", NAMES)
def test_no_cell_is_a_formula(tmp_path: Path, kind: str, lang: str) -> None:
    (tmp_path / "cae.toml").write_text(dossier(NAMES[kind]), "utf-8")
    found = run_cae("timeline", "--csv", cwd=tmp_path, lang=lang)
    assert_calm(found.raw.decode().replace("\r\n", "\n"))
    rows = list(csv.reader(io.StringIO(found.stdout), delimiter=";" if lang == "fr" else ","))
    assert {len(row) for row in rows} == {6}
    names = {row[2] for row in rows[1:]}
    assert any("Zoé" in name for name in names)
    negative = re.compile(r"-\d+")
    for cell in (cell for row in rows for cell in row if cell):
        assert cell[0] not in "=+-@\t\r" or negative.fullmatch(cell), cell


@pytest.mark.parametrize("kind", NAMES)
def test_no_name_adds_a_line_to_a_calendar(tmp_path: Path, kind: str) -> None:
    events = []
    for name in (NAMES[kind], "Zoé"):
        (tmp_path / "cae.toml").write_text(dossier(name), "utf-8")
        run_cae("timeline", "-o", "dates.ics", cwd=tmp_path)
        raw = (tmp_path / "dates.ics").read_bytes()
        calendar = Calendar.from_ical(raw)
        kinds = [(part.name, sorted(part.keys())) for part in calendar.walk()]
        events.append(kinds)
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", raw)
        for line in raw.decode().split("\r\n"):
            assert "\n" not in line
            assert len(line.encode()) <= 75
    assert events[0] == events[1]  # the same parts with the same properties as a harmless name


def adding(name: str) -> list[tuple[str, ...]]:
    day = ("--start", "2026-12-01")
    return [
        ("add-client", name, "--prestation", name, "--amount", "1", *day),
        ("add-prestation", name, f"{name} bis", "--amount", "1", *day),
        ("add-entrepreneur", name, "--joined", "2026-09-01"),
        ("add-contract", f"{name} ter", "cesa", *day),  # nobody of that name: refused
        ("add-expense", name, "--amount", "1"),
        ("add-investment", name, "--amount", "1", "--date", "2027-01-01"),
        ("add-client", name),  # there already: refused
        ("add-client", f"{name} bis", "--payment", name),  # no terms: refused
        (name,),  # no command
        ("simulate", f"--{name}"),  # no option
        ("simulate", "-f", name),  # no file
        ("simulate", "-o", f"{name}.pdf"),
    ]


@pytest.mark.parametrize("tty", [False, True], ids=["pipe", "terminal"])
@pytest.mark.parametrize("kind", NAMES)
def test_what_is_typed_is_echoed_harmless(tmp_path: Path, kind: str, *, tty: bool) -> None:
    name = NAMES[kind]
    run_cae("init", "--name", name, cwd=tmp_path)
    codes = []
    for command in adding(name):
        found: Result = run_cae(*command, cwd=tmp_path, tty=tty)
        codes.append(int(found.exit_code))
        assert_calm(found.stdout, styled=tty)
        assert_calm(found.stderr, styled=tty)
    assert codes == [0, 0, 0, 1, 0, 0, 1, 2, 2, 2, 1, 2]
    # The file holds the name as it is; what TOML wants escaped, escape sequences first, it escapes.
    assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", (tmp_path / "cae.toml").read_bytes())
    assert run_cae("check", cwd=tmp_path).exit_code == 0


@pytest.mark.parametrize("kind", NAMES)
def test_an_error_shows_its_line_harmless(tmp_path: Path, kind: str) -> None:
    # Raw, as a file made to deceive would hold it; what TOML forbids raw is itself the error.
    raw = f'format = 1\nactivity = {{ name = "{NAMES[kind]}", nom = 1 }}\n'
    (tmp_path / "cae.toml").write_text(raw, "utf-8", newline="")
    for tty in (False, True):
        found = run_cae("simulate", cwd=tmp_path, tty=tty)
        assert (found.exit_code, found.stdout) == (1, "")
        assert_calm(found.stderr, styled=tty)
