"""French words for the keys of the file lead to them."""

from pathlib import Path

import pytest

from cae_cli.dossier.description.keys import settable
from cae_cli.toml.nearest import nearest
from cae_cli.written.keys import _MEANT, keys_meant
from tests.cli.kit import run_cae

START = 'format = 1\nactivity.name = "a"\n'
SOLD = '[[clients]]\nname = "b"\n[[clients.prestations]]\nlabel = "c"\nstart = 2026-11-01\n'


@pytest.mark.parametrize(
    ("content", "line", "key"),
    [
        (START + SOLD + "montant = 450\n", 8, "amount"),
        (START + SOLD + "amount = 1\nRythme = 'month'\n", 9, "every"),
        (START + SOLD + "amount = 1\nprobabilité = 0.5\n".replace("é", "e"), 9, "probability"),
        (START + "[tresorerie]\nsolde = 3\n", 3, "treasury"),
        (START + "treasury.solde = 3\n", 3, "balance"),
        (START + "salaire.net_target = 3\n", 3, "salary"),
        (START + "[[depenses]]\nlabel = 'x'\n", 3, "expenses"),
        (START + "[[investissements]]\nlabel = 'x'\n", 3, "investments"),
    ],
)
def test_a_french_key_of_the_file(tmp_path: Path, content: str, line: int, key: str) -> None:
    (tmp_path / "cae.toml").write_text(content, "utf-8")
    told = run_cae("check", cwd=tmp_path, lang="en").stderr
    assert f"cae.toml:{line}:" in told
    assert f"Did you mean “{key}”?" in told


@pytest.mark.parametrize(
    ("typed", "word"), [("mois", "month"), ("mensuel", "month"), ("2 semaines", "2 weeks")]
)
def test_a_french_rhythm_of_the_file(tmp_path: Path, typed: str, word: str) -> None:
    content = START + SOLD + f'amount = 1\nevery = "{typed}"\n'
    (tmp_path / "cae.toml").write_text(content, "utf-8")
    assert f'Did you mean "{word}"?' in run_cae("check", cwd=tmp_path, lang="en").stderr


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("trésorerie", "treasury"),
        ("solde", "treasury"),
        ("objectif", "salary.net_target"),
        ("effectif", "cooperative.payroll.headcount"),
        ("métier", "activity.trade"),
    ],
)
def test_a_french_key_of_set(tmp_path: Path, typed: str, key: str) -> None:
    (tmp_path / "cae.toml").write_text(START, "utf-8")
    told = run_cae("set", typed, "3", cwd=tmp_path, lang="en")
    assert told.exit_code == 2
    assert f"Did you mean “{key}”?" in told.stderr


def test_what_is_not_known_here_is_not_suggested() -> None:
    assert keys_meant("montant") == ("amount",)
    assert nearest("montant", ["rate", "every"]) is None
    assert nearest("amout", ["rate", "amount"]) == "amount"
    assert keys_meant("zzz") == ()


def test_what_french_stands_for_is_written_as_keys_are() -> None:
    words = {word for said in _MEANT.values() for word in said.split()}
    assert all(word.isidentifier() and word.islower() for word in words)
    assert {"headcount", "net_target", "reserve_months"} <= {
        name.rpartition(".")[2] for name in settable()
    } & words
