"""Every code: explained in both languages, and shown whole on an example that is wrong."""

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cae_cli.cli.shell import failures
from cae_cli.codes import CODES
from cae_cli.dossier.editing import set_value
from cae_cli.dossier.keeping import saving
from cae_cli.files.locking import locked as locked_file
from cae_cli.language import say
from tests.cli.kit import Result, Stream, run_cae
from tests.cli.test_completion import around
from tests.dossier.test_reading import BROKEN, PERSON, SOLD, START, WARNED

CODE = Path(__file__).resolve().parent.parent / "cae_cli"
LANGUAGES = ("fr", "en")
languages = pytest.mark.parametrize("lang", LANGUAGES)

#: No input is known to give it; it stands for what no other code tells.
WITHOUT_EXAMPLE = {"CAE-D061"}


def messages(result: Result) -> list[str]:
    """Return what was told, one text for each problem."""
    return [part.strip("\n") for part in (result.stdout + result.stderr).split("\n\n")]


def first_with(code: str, result: Result) -> str:
    return next(text for text in messages(result) if f"[{code}]" in text)


@languages
@pytest.mark.parametrize(
    ("code", "text"), [b[:2] for b in BROKEN], ids=[f"{b[0]}-{i}" for i, b in enumerate(BROKEN)]
)
def test_a_broken_dossier(
    code: str, text: str | bytes, lang: str, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    (tmp_path / "cae.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    result = run_cae("check", lang=lang, cwd=tmp_path)
    assert result.exit_code == 1
    assert first_with(code, result) == snapshot


Make = Callable[[Path, pytest.MonkeyPatch, str], Result]
CLIENTS = START + 'clients = [{ name = "Gîte" }, { name = "Gîte" }, { name = "Mairie" }]\n'


def typed(*arguments: str, dossier: str = CLIENTS) -> Make:
    """Return what runs a command in a folder with a dossier."""

    def make(folder: Path, _patch: pytest.MonkeyPatch, lang: str) -> Result:
        (folder / "cae.toml").write_text(dossier, "utf-8")
        return run_cae(*arguments, lang=lang, cwd=folder)

    return make


def after(first: tuple[str, ...], then: Callable[[Path], object], *arguments: str) -> Make:
    """Return what runs a command, then something else, then another command."""

    def make(folder: Path, patch: pytest.MonkeyPatch, lang: str) -> Result:
        typed(*first)(folder, patch, lang)
        then(folder / "cae.toml")
        return run_cae(*arguments, lang=lang, cwd=folder)

    return make


def patched(name: str, value: object, make: Make) -> Make:
    def run(folder: Path, patch: pytest.MonkeyPatch, lang: str) -> Result:
        with patch.context() as one:
            one.setattr(name, value, raising=False)
            return make(folder, patch, lang)

    return run


def raised(act: Callable[[Path], object]) -> Make:
    """Return what tells the error of a function that no command reaches so."""

    def make(folder: Path, _patch: pytest.MonkeyPatch, lang: str) -> Result:
        stderr = Stream()
        with pytest.raises(Exception) as caught:  # noqa: PT011 - the message is looked at
            act(folder)
        from cae_cli.language import Language

        told = around()._replace(stderr=stderr, language=Language(lang))
        exit_code = failures.report(caught.value, told)
        return Result(exit_code, "", stderr.content().decode(), b"")

    return make


def refuse(number: int) -> Callable[..., object]:
    def act(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number), "cae.toml")

    return act


def locked(folder: Path, _patch: pytest.MonkeyPatch, lang: str) -> Result:
    (folder / "cae.toml").write_text(CLIENTS, "utf-8")
    with locked_file(str(folder / "cae.toml")):
        return run_cae("set", "treasury", "3", lang=lang, cwd=folder)


def changed_meanwhile(folder: Path) -> object:
    path = folder / "cae.toml"
    path.write_text(CLIENTS, "utf-8")

    def change(_read: object) -> str:
        path.write_text(CLIENTS + "# theirs\n", "utf-8")
        return CLIENTS + "# mine\n"

    return saving.edit(str(path), change, say("x"))


def several_names(folder: Path) -> object:
    path = folder / "cae.toml"
    path.write_text(CLIENTS, "utf-8")
    os.link(path, folder / "other.toml")
    return saving.edit(str(path), lambda read: read.text + "# mine\n", say("x"))


def rules(text: str) -> Make:
    def make(folder: Path, _patch: pytest.MonkeyPatch, lang: str) -> Result:
        (folder / "paie.toml").write_text(text, "utf-8")
        return run_cae("rules", "--rules", "paie.toml", lang=lang, cwd=folder)

    return make


def no_turnover(_folder: Path) -> object:
    """A cooperative that takes all leaves nothing of any turnover."""
    from decimal import Decimal

    from cae_cli.rules.contribution_rule import Bracket, ContributionRule
    from cae_cli.rules.month_alone import MonthAlone

    return MonthAlone(ContributionRule(brackets=(Bracket(rate=Decimal(1)),))).turnover_for(100)


OLD = 'treasury = { balance = 1, month = "2001-01" }\n'
WEIRD = 'format = 1\nactivity.name = "x"\n[[clients]]\nname.first = "A"\n'
JOINED = (
    START
    + """[[entrepreneurs]]
name = "Éa"
contracts = [{ kind = "cape", start = 2026-01-05 }]
"""
)
SET = ("set", "treasury", "3")
#: Each code with what leads to it.
EXAMPLES: list[tuple[str, Make]] = [
    ("CAE-D001", typed("check", "--file", "autre\0.toml")),
    ("CAE-D002", typed("check", "--file", ".")),
    (
        "CAE-D003",
        patched("cae_cli.toml.source.open", refuse(errno.EACCES), typed("check")),
    ),
    ("CAE-D099", typed("check", dossier=START + "".join(f"k{n} = 1\n" for n in range(110)))),
    ("CAE-E001", typed("remove-client", "Mairi", "--yes")),
    ("CAE-E001", typed("remove-client", "Zzz", "--yes")),
    ("CAE-E002", typed("remove-client", "Gîte", "--yes")),
    ("CAE-E003", raised(lambda _: set_value(WEIRD, ("clients",), []))),
    (
        "CAE-E004",
        typed(
            "edit-prestation", "Mairie de Gap", "Permanence", "--end", "2020-01-01", dossier=SOLD
        ),
    ),
    ("CAE-E005", typed("add-client", "caf\udce9")),
    ("CAE-E006", raised(changed_meanwhile)),
    ("CAE-E007", typed("init", "--name", "x", "--file", "absent/cae.toml")),
    ("CAE-E007", patched("os.fsync", refuse(errno.EROFS), typed(*SET))),
    ("CAE-E008", patched("os.fsync", refuse(errno.ENOSPC), typed(*SET))),
    ("CAE-E009", patched("cae_cli.files.locking.LONGEST_WAIT", 0.01, locked)),
    ("CAE-E010", typed("undo")),
    ("CAE-E011", after(SET, lambda path: path.write_text(CLIENTS + "# x", "utf-8"), "undo")),
    ("CAE-E012", typed("init", "--name", "x")),
    ("CAE-E013", raised(lambda _: saving.edit("-", lambda read: read.text, say("x")))),
    ("CAE-E014", typed("add-client", "Mairie")),
    ("CAE-E014", typed("rename-client", "Mairie", "Gîte")),
    ("CAE-E015", typed("sign", "Mairie de Gap", dossier=SOLD)),
    ("CAE-E015", typed("lost", "Mairie de Gap", "Permanence", "--yes", dossier=SOLD)),
    ("CAE-E016", typed("add-contract", "Éa", "cesa", "--start", "2026-12-01", dossier=JOINED)),
    ("CAE-E017", raised(several_names)),
    ("CAE-E018", typed("redo")),
    *((f"CAE-W00{n}", typed("check", dossier=WARNED)) for n in range(1, 6)),
    ("CAE-W006", typed("check", dossier=SOLD)),
    ("CAE-W007", typed("check", dossier=SOLD.replace("[[cl", OLD + "[[cl", 1))),
    ("CAE-W008", typed("check", dossier=SOLD.replace("2026", "2036"))),
    ("CAE-W009", typed("check", dossier=SOLD.replace("2026", "2036"))),
    ("CAE-W010", typed("check", dossier=f"{PERSON}associate_since = 2027-06-14\n")),
    ("CAE-W011", typed("check", dossier=f"{SOLD}[salary]\nnet_target = 0\n")),
    ("CAE-W012", typed("check", dossier=f"{SOLD}[salary]\nreserve_months = 100\n")),
    ("CAE-C001", typed("init", "--name", "x", "--cooperative", "codyssee")),
    ("CAE-P001", typed("salary", "--net", "1000", "--month", "2010-01")),
    ("CAE-P003", typed("salary", "--net", "1000", "--hours", "500")),
    ("CAE-P004", typed("salary", "--net", "1000", "--provident-employee", "100%")),
    ("CAE-P005", typed("salary", "--cost", "10", "--health-insurance-employer", "50")),
    ("CAE-P006", raised(no_turnover)),
    ("CAE-P007", typed("salary", "--turnover", "1000")),
    ("CAE-P008", typed("salary", "--turnover", "1", "--cooperative", "coopaname")),
    ("CAE-P011", rules("[smicc]\n2027-01 = { euros = 12, text = 'x' }")),
    ("CAE-P012", rules("[smic]\n2027-01 = { euros = 12 }")),
    ("CAE-P013", rules("[smic]\n2027-13 = { euros = 12, text = 'x' }")),
    (
        "CAE-P014",
        rules("[contribution.health]\n2027-01 = { employer = 13, reduced = 7, text = 'x' }"),
    ),
    ("CAE-S001", typed("simulate", dossier=SOLD.replace("[[cl", OLD + "[[cl", 1))),
]


@languages
@pytest.mark.parametrize(
    ("code", "make"), EXAMPLES, ids=[f"{c}-{i}" for i, (c, _) in enumerate(EXAMPLES)]
)
def test_a_code_on_an_example(  # noqa: PLR0917 - what pytest hands over
    code: str,
    make: Make,
    lang: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    snapshot: SnapshotAssertion,
) -> None:
    result = make(tmp_path, monkeypatch, lang)
    assert result.exit_code == (0 if code.startswith("CAE-W") else 1)
    assert first_with(code, result).replace(str(tmp_path.resolve()), "FOLDER") == snapshot


def test_every_code_has_an_example() -> None:
    shown = {case[0] for case in BROKEN} | {code for code, _ in EXAMPLES} | WITHOUT_EXAMPLE
    assert shown == set(CODES)


def test_every_code_that_the_program_says_is_explained() -> None:
    said = {
        code
        for path in CODE.rglob("*.py")
        for code in re.findall(r"CAE-[A-Z]\d{3}\b", path.read_text("utf-8"))
    }
    assert said == set(CODES)


@languages
def test_every_code_is_explained_by_the_help(lang: str, snapshot: SnapshotAssertion) -> None:
    pages = []
    for code in CODES:
        result = run_cae("help", code, lang=lang)
        assert (result.exit_code, result.stderr) == (0, "")
        pages.append(result.stdout)
    assert "\n".join(pages) == snapshot
