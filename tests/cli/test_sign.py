"""`cae sign` and `cae lost`, and the CAPE that a CESA closes."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.kit import Result, run_cae

DOSSIER = """\
format = 1

[activity]
name = "Éa"

[[entrepreneurs]]
name = "Éa"

  [[entrepreneurs.contracts]]
  kind = "cape"
  start = 2026-01-05

[[clients]]
name = "Mairie de Gap"

  [[clients.prestations]]
  label = "Permanence"
  amount = 450
  start = 2026-12-01

  [[clients.prestations]]
  label = "Salon"
  amount = 900
  every = "once"
  start = 2027-02-01
  probability = 0.5  # à relancer

[[clients]]
name = "Gîte"

  [[clients.prestations]]
  label = "Tonte"
  amount = 100
  start = 2027-03-01
  probability = 0.4

  [[clients.prestations]]
  label = "Taille"
  amount = 300
  start = 2027-03-01
  probability = 0.2
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "cae.toml"
    path.write_text(DOSSIER, "utf-8")
    return path


def cae(dossier: Path, *arguments: str, lang: str = "en", **more: Any) -> Result:
    return run_cae(*arguments, lang=lang, cwd=dossier.parent, **more)


@pytest.mark.parametrize("label", [(), ("salon",)])
def test_a_quote_is_signed(dossier: Path, label: tuple[str, ...]) -> None:
    found = cae(dossier, "sign", "mairie de gap", *label)
    assert (found.exit_code, found.stderr) == (0, "")
    assert dossier.read_text("utf-8") == DOSSIER.replace("probability = 0.5", "probability = 1")
    assert "  1 February 2027: €900, paid on 3 March 2027\n" in found.stdout
    assert cae(dossier, "undo").exit_code == 0
    assert dossier.read_text("utf-8") == DOSSIER


def test_a_quote_is_lost(dossier: Path) -> None:
    refused = cae(dossier, "lost", "Mairie de Gap")
    assert (refused.exit_code, "--yes" in refused.stderr) == (2, True)
    assert cae(dossier, "lost", "Mairie de Gap", stdin="n\n", tty=True).exit_code == 0
    assert dossier.read_text("utf-8") == DOSSIER
    assert cae(dossier, "lost", "Mairie de Gap", stdin="y\n", tty=True).exit_code == 0
    start, end = DOSSIER.index('  [[clients.prestations]]\n  label = "Salon"'), DOSSIER.index(
        '[[clients]]\nname = "Gîte"'
    )  # fmt: skip
    assert dossier.read_text("utf-8") == DOSSIER[:start] + DOSSIER[end:]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("sign", "Gîte"), "Tonte and Taille"),
        (("lost", "Gîte", "--yes"), "Tonte and Taille"),
        (("sign", "Gîte", "Fauche"), "The dossier knows"),
        (("sign", "Gite", "Tontes"), "Did you mean “Tonte”?"),
        (("sign", "Mairie de Gap", "Permanence"), "cae.toml:16:"),  # shown where it stands
        (("lost", "Mairie de Gap", "Permanence", "--yes"), "remove-prestation"),
    ],
)
def test_what_is_no_quote_is_told(dossier: Path, arguments: tuple[str, ...], words: str) -> None:
    for lang in ("fr", "en"):
        found = cae(dossier, *arguments, lang=lang)
        assert (found.exit_code, found.stdout) == (1, "")
        assert "→" in found.stderr
    assert words in found.stderr
    assert dossier.read_text("utf-8") == DOSSIER


def test_all_signed_is_told(dossier: Path) -> None:
    cae(dossier, "sign", "Mairie de Gap")
    again = cae(dossier, "sign", "Mairie de Gap")
    assert (again.exit_code, "all it has is signed already" in again.stderr) == (1, True)


CESA = ("add-contract", "Éa", "cesa", "--start", "2027-04-01")
CLOSED = DOSSIER.replace(
    "  start = 2026-01-05\n",
    "  start = 2026-01-05\n  end = 2027-03-31\n\n"
    '  [[entrepreneurs.contracts]]\n  kind = "cesa"\n  start = 2027-04-01\n',
)


def test_a_cesa_closes_the_open_cape(dossier: Path) -> None:
    refused = cae(dossier, *CESA)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "--close-cape" in refused.stderr
    assert "31 March 2027" in refused.stderr
    assert dossier.read_text("utf-8") == DOSSIER
    assert cae(dossier, *CESA, "--close-cape").exit_code == 0
    assert dossier.read_text("utf-8") == CLOSED


@pytest.mark.parametrize(("answer", "lang", "code"), [("o", "fr", 0), ("y", "en", 0),
                                                     ("n", "en", 1)])  # fmt: skip
def test_a_terminal_is_asked(dossier: Path, answer: str, lang: str, code: int) -> None:
    found = cae(dossier, *CESA, lang=lang, stdin=f"{answer}\n", tty=True)
    assert found.exit_code == code
    assert dossier.read_text("utf-8") == (DOSSIER if code else CLOSED)


def test_a_closed_cape_is_left_alone(dossier: Path) -> None:
    cae(dossier, "edit-contract", "Éa", "--end", "2027-01-31")
    found = cae(dossier, *CESA, "--close-cape")
    assert found.exit_code == 0
    assert "end = 2027-01-31" in dossier.read_text("utf-8")


def test_a_cesa_of_the_day_of_the_cape_cannot_close_it(dossier: Path) -> None:
    found = cae(dossier, "add-contract", "Éa", "cesa", "--start", "2026-01-05", "--close-cape")
    assert (found.exit_code, "CAE-D080" in found.stderr) == (1, True)
