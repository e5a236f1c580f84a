import json
import os
from pathlib import Path

import pytest

from cae_cli.cli.shell import delivery, output, surroundings
from cae_cli.errors import UsageError
from cae_cli.render.page import Line
from tests.cli.kit import Stream, run_cae
from tests.cli.sample import COMMANDS as SAMPLE


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (output.target(), ("text", None)),
        (output.target(json=True), ("json", None)),
        (output.target(csv=True, path="-"), ("csv", None)),
        (output.target(path="a.json"), ("json", "a.json")),
        (output.target(path="A.CSV"), ("csv", "A.CSV")),
        (output.target(path="a.txt"), ("text", "a.txt")),
        (output.target(json=True, path="a.data"), ("json", "a.data")),
    ],
)
def test_targets(target: output.Target, expected: tuple[str, str | None]) -> None:
    assert tuple(target) == expected


def test_calendar_where_the_answer_has_one() -> None:
    formats = (output.TEXT, output.ICS)
    assert output.target(path="a.ics", formats=formats) == (output.ICS, "a.ics")
    with pytest.raises(UsageError):
        output.target(path="a.ics")


def test_bytes_come_after_what_was_written() -> None:
    stream = Stream()
    around = surroundings.gather([], {}, Stream(), stream, Stream())
    around.write("first\n")
    output.send_bytes(around, output.Target(output.ICS), b"second\r\n")
    assert stream.content() == b"first\nsecond\r\n"


def test_page_is_plain_in_a_pipe_and_in_a_file_drawn_on_a_terminal(tmp_path: Path) -> None:
    page = [Line("A sentence that is longer than the twenty columns of the terminal.", "bold")]
    for tty, shown in ((False, f"{page[0].text}\n"), (True, "\x1b[1mA sentence")):
        stream = Stream(tty=tty)
        environment = {"COLUMNS": "20", "TERM": "xterm"}
        around = surroundings.gather([], environment, Stream(), stream, Stream())
        delivery.show_page(around, output.Target(), page)
        assert stream.content().decode().startswith(shown)
        delivery.show_page(around, output.Target(output.TEXT, str(tmp_path / "a.txt")), page)
        assert (tmp_path / "a.txt").read_text() == f"{page[0].text}\n"


def test_contradicting_targets() -> None:
    with pytest.raises(UsageError):
        output.target(json=True, csv=True)
    with pytest.raises(UsageError):
        output.target(json=True, path="a.csv")
    with pytest.raises(UsageError):
        output.target(path="a.pdf")
    with pytest.raises(UsageError):
        output.target(path="a.csv", formats=(output.TEXT, output.JSON))


def test_unknown_extension_names_the_known_ones() -> None:
    result = run_cae("greet", "x", "-o", "a.pdf", commands=SAMPLE)
    assert (result.exit_code, result.stderr) == (
        2,
        (
            "Erreur\u00a0: L’extension de a.pdf n’indique aucun format.\n"
            "→ Donnez-lui l’une de celles-ci\u00a0: .txt, .json, .csv.\n"
        ),
    )


def test_file_is_written_as_utf_8_and_named(tmp_path: Path) -> None:
    result = run_cae(
        "greet", "Éric", "-o", "a.json", cwd=tmp_path, encoding="ascii", commands=SAMPLE
    )
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Ecrit : a.json\n")
    assert json.loads((tmp_path / "a.json").read_bytes().decode("utf-8"))["name"] == "Éric"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_json_keeps_names_exact_where_the_stream_lacks_a_character() -> None:
    result = run_cae("greet", "Éric 🌍", "--json", encoding="latin-1", commands=SAMPLE)
    assert result.raw.isascii()
    assert result.json["name"] == "Éric 🌍"


def test_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.txt").write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    result = run_cae("greet", "x", "-o", "a.txt", lang="en", cwd=tmp_path, commands=SAMPLE)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Error: There is no room left to write a.txt; nothing was changed. [CAE-E008]\n"
        "→ Make room, then run the command again.\n"
    )
    assert (tmp_path / "a.txt").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_missing_folder(tmp_path: Path) -> None:
    result = run_cae("greet", "x", "-o", "no/a.txt", cwd=tmp_path, commands=SAMPLE)
    assert result.exit_code == 1
    assert result.stderr == (
        "Erreur\u00a0: Il n’y a pas de répertoire no. [CAE-E007]\n→ Créez d’abord le répertoire.\n"
    )


def test_a_csv_file_in_french_begins_as_excel_needs_it(tmp_path: Path) -> None:
    (tmp_path / "cae.toml").write_text('format = 1\nactivity.name = "a"\n', "utf-8")
    for lang, start in (("fr", b"\xef\xbb\xbfClient;"), ("en", b"Client,")):
        run_cae("list", "-o", "a.csv", lang=lang, cwd=tmp_path)
        assert (tmp_path / "a.csv").read_bytes().startswith(start)
        assert run_cae("list", "--csv", lang=lang, cwd=tmp_path).raw.startswith(start[-7:])


@pytest.mark.parametrize(
    "output", ["d.txt", "./d.txt", "link.txt", "../{folder}/d.txt", ".d.txt.history", ".d.txt.lock"]
)
@pytest.mark.parametrize("command", ["list", "simulate", "timeline", "check"])
def test_no_answer_is_written_over_its_dossier(tmp_path: Path, output: str, command: str) -> None:
    text = 'format = 1\n[activity]\nname = "A"\n'
    (tmp_path / "d.txt").write_text(text)
    (tmp_path / "link.txt").symlink_to("d.txt")
    assert run_cae("add-client", "B", "-f", "d.txt", cwd=tmp_path).exit_code == 0
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    path = output.format(folder=tmp_path.name)
    result = run_cae(command, "-f", "d.txt", "--json", "-o", path, cwd=tmp_path, lang="en")
    assert result.exit_code == 2
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_no_answer_is_written_over_its_rules(tmp_path: Path) -> None:
    rules = '[smic]\n2027-01 = { euros = 12.50, text = "x" }\n'
    (tmp_path / "r.txt").write_text(rules)
    result = run_cae("rules", "--rules", "r.txt", "-o", "r.txt", cwd=tmp_path, lang="en")
    assert result.exit_code == 2
    assert (tmp_path / "r.txt").read_text() == rules
