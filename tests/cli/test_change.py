"""Commands that change a dossier: only their own lines, told in both languages, undone exactly."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.kit import Result, run_cae

BASE = """\
# Le dossier d'Éa
format = 1

[activity]
name = "Éa"

[treasury]
balance = 1000   # au 1er
month = "2026-10"

[[entrepreneurs]]
name = "Éa"

  [[entrepreneurs.contracts]]
  kind = "cape"
  start = 2026-01-05
  end = 2026-12-31

[[clients]]
name = "Mairie de Gap"
payment = "45 days"  # en pratique

  [[clients.prestations]]
  label = "Permanence"
  amount = 450
  start = 2026-11-01
  end = 2027-06-30 # à revoir

  [[clients.prestations]]
  label = "Tonte"
  rate = 32.5
  quantity = 4
  start = 2026-11-02

# --- Les frais

[[expenses]]
label = "Téléphone"
amount = 25.00

[[investments]]
label = "Tondeuse"
amount = 4800.00
date = 2027-03-15
"""


@pytest.fixture(params=["\n", "\r\n"], ids=["lf", "crlf"])
def dossier(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "cae.toml"
    path.write_bytes(BASE.replace("\n", request.param).encode())
    return path


def cae(dossier: Path, *arguments: str, lang: str = "en", **more: object) -> Result:
    return run_cae(*arguments, lang=lang, cwd=dossier.parent, **more)  # type: ignore[arg-type]


#: What is typed, and what it changes: the old lines, the new ones.
EDITS: list[tuple[tuple[str, ...], str, str]] = [
    (
        ("edit-client", "mairie de gap", "--payment", "60 days"),
        'payment = "45 days"  # en',
        'payment = "60 days"  # en',
    ),
    (
        ("edit-client", "Mairie de Gap", "--payment", ""),
        'payment = "45 days"  # en pratique\n',
        "# en pratique\n",
    ),
    (("rename-client", "Mairie de Gap", "Ville de Gap"), '"Mairie de Gap"', '"Ville de Gap"'),
    (
        ("edit-prestation", "Mairie de Gap", "Permanence", "--amount", "480,50", "--end", ""),
        "  amount = 450\n  start = 2026-11-01\n  end = 2027-06-30 # à revoir\n",
        "  amount = 480.50\n  start = 2026-11-01\n  # à revoir\n",
    ),
    (
        ("edit-prestation", "Mairie de Gap", "Tonte", "--amount", "130", "--every", "2 weeks"),
        "  rate = 32.5\n  quantity = 4\n  start = 2026-11-02\n",
        '  start = 2026-11-02\n  amount = 130.00\n  every = "2 weeks"\n',
    ),
    (
        ("edit-expense", "Téléphone", "--share-of-turnover", "5%", "--direct"),
        "amount = 25.00\n",
        "share_of_turnover = 0.05\ndirect = true\n",
    ),
    (("edit-expense", "Téléphone", "--label", "Mobile"), '"Téléphone"', '"Mobile"'),
    (
        ("set", "treasury", "3200", "--month", "2026-11"),
        'balance = 1000   # au 1er\nmonth = "2026-10"',
        'balance = 3200.00   # au 1er\nmonth = "2026-11"',
    ),
    (("set", "treasury.balance", "-200"), "balance = 1000 ", "balance = -200.00 "),
    (("set", "treasury.month", ""), 'month = "2026-10"\n', ""),
    (
        ("set", "salary.net_target", "950"),
        "\n[[entrepreneurs]]",
        "\n[salary]\nnet_target = 950.00\n\n[[entrepreneurs]]",
    ),
    (
        ("set", "cooperative.payroll.headcount", "48"),
        "\n[[entrepreneurs]]",
        "\n[cooperative.payroll]\nheadcount = 48\n\n[[entrepreneurs]]",
    ),
    (
        ("set", "cooperative.preset", "Coodyssee"),
        "\n[[entrepreneurs]]",
        '\n[cooperative]\npreset = "coodyssee"\n\n[[entrepreneurs]]',
    ),
    (
        ("remove-prestation", "Mairie de Gap", "Tonte", "--yes"),
        ('  [[clients.prestations]]\n  label = "Tonte"\n  rate = 32.5\n  quantity = 4\n'
        "  start = 2026-11-02\n\n"),
        "",
    ),
    (
        ("remove-client", "Mairie de Gap", "-y"),
        BASE[BASE.index("[[clients]]") : BASE.index("# --- Les frais")],
        "",
    ),
    (
        ("remove-expense", "Téléphone", "--yes"),
        '[[expenses]]\nlabel = "Téléphone"\namount = 25.00\n\n',
        "",
    ),
    (
        ("remove-contract", "Éa", "2026-01-05", "--yes"),
        ('  [[entrepreneurs.contracts]]\n  kind = "cape"\n  start = 2026-01-05\n'
        "  end = 2026-12-31\n\n"),
        "",
    ),
    (
        ("remove-entrepreneur", "Éa", "--yes"),
        BASE[BASE.index("[[entrepreneurs]]") : BASE.index("[[clients]]")],
        "",
    ),
    (
        ("remove-investment", "Tondeuse", "--yes"),
        '\n[[investments]]\nlabel = "Tondeuse"\namount = 4800.00\ndate = 2027-03-15\n',
        "",
    ),
]  # fmt: skip
ids = ["-".join(edit[0][:3]).replace(" ", "_") for edit in EDITS]


@pytest.mark.parametrize(("arguments", "old", "new"), EDITS, ids=ids)
def test_a_command_changes_its_own_lines_only(
    dossier: Path, arguments: tuple[str, ...], old: str, new: str
) -> None:
    before = dossier.read_bytes()
    assert BASE.count(old) == 1
    result = cae(dossier, *arguments)
    assert result.exit_code == 0
    end = "\r\n" if b"\r\n" in before else "\n"
    assert dossier.read_bytes().decode() == BASE.replace(old, new).replace("\n", end)
    undone = cae(dossier, "undo")
    assert undone.exit_code == 0
    assert dossier.read_bytes() == before


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("arguments", [edit[0] for edit in EDITS], ids=ids)
def test_what_was_changed_is_told(
    tmp_path: Path, arguments: tuple[str, ...], lang: str, snapshot: SnapshotAssertion
) -> None:
    path = tmp_path / "cae.toml"
    path.write_text(BASE, "utf-8")
    told = [
        cae(path, *arguments, "--dry-run", lang=lang),
        cae(path, *arguments, lang=lang),
        cae(path, "undo", "--dry-run", lang=lang),
        cae(path, "undo", lang=lang),
        cae(path, "redo", lang=lang),
    ]
    assert [result.exit_code for result in told] == [0] * 5
    assert "\n".join(result.stdout + result.stderr for result in told) == snapshot


@pytest.mark.parametrize("arguments", [edit[0] for edit in EDITS], ids=ids)
def test_a_dry_run_writes_nothing(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    path = tmp_path / "cae.toml"
    path.write_text(BASE, "utf-8")
    result = cae(path, *arguments, "--dry-run")
    assert result.stdout.startswith("--- cae.toml\n+++ cae.toml\n@@")
    assert path.read_text("utf-8") == BASE
    assert {entry.name for entry in tmp_path.iterdir()} <= {"cae.toml", ".cae.toml.lock"}


#: What is typed wrong, or names nothing: the exit code and a word of what is told.
REFUSED: list[tuple[tuple[str, ...], int, str]] = [
    (("edit-client", "Mairie de Gpa", "--payment", "3 days"), 1, "CAE-E001"),
    (("edit-client", "Mairie de Gap"), 2, "nothing to change"),
    (("edit-client", "Mairie de Gap", "--payment", "x"), 2, "--payment"),
    (("edit-prestation", "Mairie de Gap", "Permanence", "--label", ""), 2, "--label"),
    (("edit-prestation", "Mairie de Gap", "Permanence", "--start", ""), 2, "--start"),
    (("edit-prestation", "Mairie de Gap", "Permanence", "--end", "2026-01-01"), 1, "CAE-D074"),
    (("edit-prestation", "Mairie de Gap", "Permanence", "--rate", "3"), 1, "CAE-D071"),
    (
        ("edit-prestation", "Mairie de Gap", "Tonte", "--rate", "3", "--amount", "3"),
        2,
        "exclude each other",
    ),
    (("edit-prestation", "Mairie de Gap", "Permanence", "--amount", ""), 1, "CAE-E004"),
    (("edit-expense", "Fax", "--amount", "3"), 1, "CAE-E001"),
    (("rename-client", "Mairie", "X"), 1, "CAE-E001"),
    (("set", "tresury", "3"), 2, "Did you mean “treasury”?"),
    (("set", "net_target", "3"), 2, "Did you mean “salary.net_target”?"),
    (("set", "clients", "3"), 2, "cae edit"),
    (("set", "salary", "3"), 2, "salary.net_target, salary.reserve_months"),
    (("set", "zzz", "3"), 2, "activity, treasury, cooperative, salary"),
    (("set", "activity.name", ""), 2, "cannot be left out"),
    (("set", "salary.net_target", "3", "--month", "2026-11"), 2, "--month"),
    (("set", "cooperative.payroll.headcount", "0"), 2, "from 1 to 1,000,000"),
    (("set", "cooperative.preset", "codyssee"), 1, "coodyssee"),
    (("set", "cooperative.general_meeting", "15 juin"), 1, "CAE-D058"),
    (("set", "cooperative.contribution.base", "margn"), 2, "margin"),
    (("set", "format", "2"), 2, "not a key"),
    (("remove-client", "Mairie de Gap"), 2, "--yes"),
    (("remove-client", "Mairie de Gab", "--yes"), 1, "Did you mean “Mairie de Gap”?"),
    (("remove-contract", "Éa", "2020-01-01", "--yes"), 1, "5 January 2026"),
    (("remove-contract", "Lulu", "--yes"), 1, "CAE-E001"),
    (("undo",), 1, "CAE-E010"),
]


@pytest.mark.parametrize(("arguments", "code", "words"), REFUSED)
def test_what_is_refused_leaves_every_byte(
    dossier: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    before = dossier.read_bytes()
    result = cae(dossier, *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
    assert dossier.read_bytes() == before


def test_a_value_that_is_there_already_keeps_its_writing(dossier: Path) -> None:
    before = dossier.read_bytes()
    result = cae(dossier, "set", "treasury", "1000,00", "--month", "2026-10")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "cae.toml: nothing to change, it was so already.\n"
    assert dossier.read_bytes() == before


def test_a_balance_without_its_month_says_which_month_it_is_of(dossier: Path) -> None:
    assert "October 2026" in cae(dossier, "set", "treasury.balance", "3").stderr
    cae(dossier, "set", "treasury.month", "")
    assert "No month is recorded" in cae(dossier, "set", "treasury.balance", "4").stderr


def test_the_treasury_is_that_of_today(dossier: Path) -> None:
    found = cae(dossier, "set", "treasury", "3 200,50")
    assert 'treasury.balance is now 3200.50, treasury.month is now "2026-11"' in found.stdout
    assert found.stderr == ""
    emptied = cae(dossier, "set", "treasury", "")
    assert "treasury.balance taken away" in emptied.stdout
    assert b'month = "2026-11"' in dossier.read_bytes()


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    ("answer", "gone"), [("o", True), ("yes", True), ("", False), ("n", False)]
)
def test_a_removal_asks_on_a_terminal(
    dossier: Path, lang: str, answer: str, gone: bool, snapshot: SnapshotAssertion
) -> None:
    if (lang, answer) == ("en", "o"):
        answer = "y"
    result = cae(
        dossier, "remove-client", "Mairie de Gap", lang=lang, stdin=f"{answer}\n", tty=True
    )
    assert result.exit_code == 0
    assert (b"Mairie" not in dossier.read_bytes()) == gone
    assert result.stderr == snapshot


def test_what_changed_while_the_question_was_asked_is_not_removed(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def agree(*_: object) -> bool:
        dossier.write_bytes(dossier.read_bytes().replace(b"32.5", b"99"))
        return True

    monkeypatch.setattr("cae_cli.cli.shell.asking.confirm", agree)
    result = cae(dossier, "remove-client", "Mairie de Gap", tty=True)
    assert result.exit_code == 1
    assert "CAE-E006" in result.stderr
    assert b"Mairie de Gap" in dossier.read_bytes()


def test_two_clients_cannot_have_one_name(dossier: Path) -> None:
    cae(dossier, "add-client", "Gîte")
    result = cae(dossier, "rename-client", "Gîte", "Mairie de Gap")
    assert (result.exit_code, "CAE-E014" in result.stderr) == (1, True)
    assert cae(dossier, "rename-client", "gîte", "GÎTE").exit_code == 0


def test_the_only_contract_needs_no_day(dossier: Path) -> None:
    assert cae(dossier, "remove-contract", "Éa", "--yes").exit_code == 0
    assert "has no contract" in cae(dossier, "remove-contract", "Éa", "--yes").stderr


INLINE = (
    'format = 1\nactivity = {name="x"}\nclients = [{name="A", payment="45 days"}, {name="B"}]\n'
)


def test_tables_between_braces_are_edited_in_place(tmp_path: Path) -> None:
    path = tmp_path / "cae.toml"
    path.write_text(INLINE, "utf-8")
    cae(path, "edit-client", "A", "--payment", "Month end, 45  days")
    cae(path, "remove-client", "B", "--yes")
    cae(path, "set", "activity.trade", "Jardin")
    assert path.read_text("utf-8") == (
        'format = 1\nactivity = {name="x", trade = "Jardin"}\n'
        'clients = [{name="A", payment="month end, 45 days"}]\n'
    )
