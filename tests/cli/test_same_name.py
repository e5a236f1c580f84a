"""What the file allows is never out of reach: things of one name are told apart, and warned of."""

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.kit import Result, run_cae

TWINS = """\
format = 1

[activity]
name = "Éa"

[[entrepreneurs]]
name = "Léa"

  [[entrepreneurs.contracts]]
  kind = "cape"
  start = 2026-01-01
  end = 2026-06-30

  [[entrepreneurs.contracts]]
  kind = "other"
  start = 2026-01-01
  end = 2026-03-31

[[entrepreneurs]]
name = "Léa"

[[clients]]
name = "Mairie"

  [[clients.prestations]]
  label = "Permanence"
  amount = 450
  start = 2026-01-15
  end = 2026-12-31

  [[clients.prestations]]
  label = "Permanence"
  amount = 480
  start = 2027-01-15

[[clients]]
name = "L'Atelier"

[[clients]]
name = "L'Atelier"

[[expenses]]
label = "Train"
amount = 30

[[expenses]]
label = "Train"
amount = 30

[[investments]]
label = "Tondeuse"
amount = 4800
date = 2027-03-15

[[investments]]
label = "Tondeuse"
amount = 5200
date = 2029-03-15
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "cae.toml"
    path.write_text(TWINS, "utf-8")
    return path


def cae(dossier: Path, *arguments: str, lang: str = "en") -> Result:
    return run_cae(*arguments, lang=lang, cwd=dossier.parent)


AMBIGUOUS = [
    ("remove-prestation", "Mairie", "Permanence", "--yes"),
    ("edit-prestation", "Mairie", "Permanence", "--label", "Accueil"),
    ("edit-prestation", "Mairie", "Permanence", "--start", "2026-02-01"),
    ("edit-expense", "Train", "--amount", "40"),
    ("remove-expense", "Train", "--yes"),
    ("edit-investment", "Tondeuse", "--amount", "4900"),
    ("remove-investment", "Tondeuse", "--yes"),
    ("remove-contract", "Léa", "2026-01-01", "--yes"),
    ("edit-client", "l’atelier", "--payment", "45 days"),
    ("remove-client", "L'Atelier", "--yes"),
    ("rename-client", "L'Atelier", "Autre"),
    ("edit-entrepreneur", "Léa", "--net", "900"),
    ("remove-entrepreneur", "Léa", "--yes"),
    ("add-prestation", "L'Atelier", "Vente", "--amount", "9", "--start", "2027-01-01"),
    ("add-contract", "Léa", "cesa", "--start", "2026-09-01"),
]


@pytest.mark.parametrize("arguments", AMBIGUOUS, ids=" ".join)
def test_every_remedy_named_works(dossier: Path, arguments: tuple[str, ...]) -> None:
    """What the refusal says to add, or to do first, is done: the command then passes."""
    before = dossier.read_text("utf-8")
    typed = arguments
    for _ in range(3):
        found = cae(dossier, *typed)
        if found.exit_code == 0:
            break
        assert "CAE-E002" in found.stderr
        first = re.search(r"first: cae (.*)\n", found.stderr)
        if first is not None:
            assert cae(dossier, *shlex.split(first[1])).exit_code == 0
        else:
            flag = re.search(r"add (--\S+ \S+)(?: \(.*\))? or (--\S+ [^\s.]+)", found.stderr)
            assert flag is not None, found.stderr
            typed = (*arguments, *flag[2].split())
    assert found.exit_code == 0, found.stderr
    assert dossier.read_text("utf-8") != before


def test_of_two_the_one_told_is_changed(dossier: Path) -> None:
    cae(dossier, "edit-prestation", "Mairie", "Permanence", "--start", "2027-01-15",
        "--amount", "500")  # fmt: skip
    cae(dossier, "edit-prestation", "Mairie", "Permanence", "--number", "1", "--start",
        "2026-02-01")  # fmt: skip
    cae(dossier, "edit-expense", "Train", "--number", "2", "--amount", "40")
    text = dossier.read_text("utf-8")
    wanted = (
        TWINS.replace("amount = 480\n", "amount = 500.00\n")
        .replace("2026-01-15", "2026-02-01")
        .replace("amount = 30\n\n[[inv", "amount = 40.00\n\n[[inv")
    )
    assert text == wanted


def test_a_second_one_of_a_name_is_warned_of(dossier: Path) -> None:
    found = cae(dossier, "add-prestation", "mairie", "Permanence", "--amount", "500", "--start",
                "2028-01-15")  # fmt: skip
    assert found.exit_code == 0
    assert "--start 2026-01-15, --start 2027-01-15 or --start 2028-01-15" in found.stderr
    train = cae(dossier, "add-expense", "Train", "--amount", "12", "--start", "2027-01-01")
    assert "--number 1, --number 2 or --number 3 (2027-01-01)" in train.stderr
    mower = cae(dossier, "add-investment", "Tondeuse", "--amount", "12", "--date", "2030-01-01")
    assert "--date 2027-03-15, --date 2029-03-15 or --date 2030-01-01" in mower.stderr
    third = cae(dossier, "edit-entrepreneur", "Léa", "--number", "2", "--name", "Lou")
    assert third.exit_code == 0
    taken = cae(dossier, "edit-entrepreneur", "Lou", "--name", "LEA")
    assert (taken.exit_code, "CAE-E014" in taken.stderr) == (1, True)
    same_day = cae(dossier, "add-contract", "Léa", "cesa", "--start", "2026-01-01", "--end",
                   "2026-02-01")  # fmt: skip
    assert "--kind cape, --kind other or --kind cesa" in same_day.stderr


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("add-prestation", "Mairie", "permanence", "--amount", "1", "--start", "2027-01-15"),
        ("add-expense", "TRAIN", "--amount", "1"),
        ("add-investment", "tondeuse", "--amount", "1", "--date", "2027-03-15"),
        ("add-client", "l’atelier"),
        ("add-entrepreneur", "lea"),
        ("rename-client", "Mairie", "L’ATELIER"),
    ],
    ids=" ".join,
)
def test_the_same_twice_is_refused(dossier: Path, arguments: tuple[str, ...], lang: str) -> None:
    found = cae(dossier, *arguments, lang=lang)
    assert (found.exit_code, found.stdout) == (1, "")
    assert "CAE-E014" in found.stderr
    assert "→" in found.stderr
    assert dossier.read_text("utf-8") == TWINS
