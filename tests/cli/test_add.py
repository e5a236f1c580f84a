"""`cae add-…`: each adds its lines, keeps all the others, and tells the next dates."""

import datetime as dt
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.kit import Result, run_cae

START = b"""\
# Le dossier d'\xc3\x89a, tenu \xc3\xa0 la main\r
format = 1\r
\r
[activity]\r
name = '\xc3\x89a'      # guillemets simples\r
\r
[[clients]]  # la mairie\r
name = "Mairie de Gap"\r
prestations = [ { label = "Permanence", amount = 4_50.0, start = 2026-01-01 } ]\r
\r
[[entrepreneurs]]\r
name = "Marcelle"\r
\r
[salary]\r
net_target = 9_00.00\r
# fin\r
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "cae.toml"
    path.write_bytes(START)
    return path


def cae(dossier: Path, *arguments: str, **options: Any) -> Result:
    return run_cae(*arguments, cwd=dossier.parent, **options)


def data(dossier: Path) -> dict[str, Any]:
    return tomllib.loads(dossier.read_text("utf-8"), parse_float=Decimal)


def assert_old_lines_kept(dossier: Path) -> None:
    """All the old lines stand in the new file, in their order, byte for byte but the one edited."""
    new = iter(dossier.read_bytes().splitlines(keepends=True))
    for line in START.splitlines(keepends=True):
        if not line.startswith(b"prestations"):
            assert any(line == other for other in new), line


@pytest.mark.parametrize(
    ("lang", "dates"),
    [
        # 1 December + 45 days is 15 January, so the end of January; and so on.
        (
            "fr",
            (
                "Prochaines factures :\n"
                "  1er décembre 2026 : 450,50 €, payée le 31 janvier 2027\n"
                "  1er janvier 2027 : 450,50 €, payée le 28 février 2027\n"
                "  1er février 2027 : 450,50 €, payée le 31 mars 2027\n"
            ),
        ),
        (
            "en",
            (
                "Next invoices:\n"
                "  1 December 2026: €450.50, paid on 31 January 2027\n"
                "  1 January 2027: €450.50, paid on 28 February 2027\n"
                "  1 February 2027: €450.50, paid on 31 March 2027\n"
            ),
        ),
    ],
)
def test_a_client_with_its_first_prestation(dossier: Path, lang: str, dates: str) -> None:
    found = cae(
        dossier, "add-client", "Hôtel du Lac", "--prestation", "Accueil", "--amount", "450,50",
        "--every", "month", "--start", "2026-10-01", "--payment", "45 days, month end",
        lang=lang,
    )  # fmt: skip
    assert (found.exit_code, found.stderr) == (0, "")
    assert dates in found.stdout.replace("\u00a0", " ")
    assert "Hôtel du Lac" in found.stdout  # the lines it wrote are echoed
    assert "450.50" in found.stdout
    added = data(dossier)["clients"][-1]
    (prestation,) = added.pop("prestations")
    assert added == {"name": "Hôtel du Lac", "payment": "45 days, month end"}
    assert (prestation["label"], prestation["amount"], prestation["every"]) == (
        "Accueil", Decimal("450.50"), "month",
    )  # fmt: skip
    assert str(prestation["start"]) == "2026-10-01"
    assert_old_lines_kept(dossier)
    assert b"\n" not in dossier.read_bytes().replace(b"\r\n", b"")  # line ends stay as they are


def test_a_client_alone(dossier: Path) -> None:
    found = cae(dossier, "add-client", "Garage")
    assert found.exit_code == 0
    assert data(dossier)["clients"][-1] == {"name": "Garage"}
    assert_old_lines_kept(dossier)


def test_a_prestation_of_a_client_with_an_inline_table(dossier: Path) -> None:
    found = cae(
        dossier, "add-prestation", "Mairie de Gap", "Comptes rendus", "--rate", "32", "--quantity",
        "2,5", "--every", "2 weeks", "--start", "2026-11-20", "--end", "2027-06-30", "--months",
        "11-2", "--probability", "50%", "--yearly-increase", "2%", "--count", "9", lang="en",
    )  # fmt: skip
    assert found.exit_code == 0, found.stderr
    # 20 November is past; by two weeks: 4 and 18 December, 1 January
    # €80.00 each, paid after 30 days
    assert (
        "  4 December 2026: €80, paid on 3 January 2027\n"
        "  18 December 2026: €80, paid on 17 January 2027\n"
        "  1 January 2027: €80, paid on 31 January 2027\n"
    ) in found.stdout
    old, new = data(dossier)["clients"][0]["prestations"]
    assert old["label"] == "Permanence"
    assert {key: str(value) for key, value in new.items()} == {
        "label": "Comptes rendus",
        "rate": "32.00",
        "quantity": "2.5",
        "every": "2 weeks",
        "start": "2026-11-20",
        "end": "2027-06-30",
        "count": "9",
        "months": "[1, 2, 11, 12]",
        "probability": "0.5",
        "yearly_increase": "0.02",
    }
    assert_old_lines_kept(dossier)


@pytest.mark.parametrize(("lang", "words"), [("fr", "Aucune facture"), ("en", "No invoice")])
def test_what_is_over_has_no_next_invoice(dossier: Path, lang: str, words: str) -> None:
    found = cae(
        dossier, "add-prestation", "Mairie de Gap", "Salon", "--amount", "100", "--every", "once",
        "--start", "2026-03-01", lang=lang,
    )  # fmt: skip
    assert found.exit_code == 0
    assert words in found.stdout


def test_an_entrepreneur_and_their_contracts(dossier: Path) -> None:
    first = cae(
        dossier, "add-entrepreneur", "Lulu", "--net", "900", "--joined", "2025-10-03",
        "--unemployment-benefit-until", "2026-09-30",
    )  # fmt: skip
    second = cae(dossier, "add-contract", "Marcelle", "CESA", "--start", "2026-08-01")
    assert (first.exit_code, second.exit_code) == (0, 0)
    marcelle, lulu = data(dossier)["entrepreneurs"]
    assert [(c["kind"], str(c["start"])) for c in marcelle["contracts"]] == [("cesa", "2026-08-01")]
    assert [(c["kind"], str(c["start"])) for c in lulu["contracts"]] == [("cape", "2025-10-03")]
    assert (lulu["net_target"], str(lulu["unemployment_benefit_until"])) == (900, "2026-09-30")
    assert_old_lines_kept(dossier)
    assert cae(dossier, "check").exit_code == 0


def test_expenses_and_an_investment(dossier: Path) -> None:
    fixed = cae(dossier, "add-expense", "Téléphone", "--amount", "25", lang="en")
    share = cae(dossier, "add-expense", "Végétaux", "--share-of-turnover", "17%", "--direct")
    bought = cae(dossier, "add-investment", "Tondeuse", "--amount", "4800", "--date", "2027-03-15")
    assert [fixed.exit_code, share.exit_code, bought.exit_code] == [0, 0, 0]
    assert data(dossier)["expenses"] == [
        {"label": "Téléphone", "amount": 25},
        {"label": "Végétaux", "share_of_turnover": Decimal("0.17"), "direct": True},
    ]
    (investment,) = data(dossier)["investments"]
    assert (investment["label"], investment["amount"]) == ("Tondeuse", 4800)
    assert_old_lines_kept(dossier)


def test_a_dry_run_shows_and_writes_nothing(dossier: Path) -> None:
    found = cae(dossier, "add-client", "Garage", "--dry-run")
    assert found.exit_code == 0
    assert '+name = "Garage"' in found.stdout.replace("+  ", "+")
    assert dossier.read_bytes() == START
    assert [path.name for path in dossier.parent.iterdir() if path.name[0] != "."] == ["cae.toml"]


PRESTATION = ("add-prestation", "Mairie de Gap", "X", "--start", "2026-12-01")
PERSON = ("add-entrepreneur", "Lulu")
CESA = ("add-contract", "Marcelle", "cesa", "--start", "2026-12-01")
#: What is typed, the exit code, and what the message must name.
WRONG: list[tuple[tuple[str, ...], int, str]] = [
    (("add-prestation", "Mairie de Gp", "X", "--amount", "1", "--start", "2026-12-01"), 1,
     "Mairie de Gap"),  # did you mean
    (("add-prestation", "Zzz", "X", "--amount", "1", "--start", "2026-12-01"), 1, "Zzz"),
    (("add-client", "Mairie de Gap"), 1, "add-prestation"),
    (("add-client", "  "), 2, "→"),
    (("add-client", "x" * 201), 2, "200"),
    (("add-client", "A", "--payment", "-1 days"), 2, "--payment"),
    (("add-client", "A", "--payment", "soon"), 2, "on invoice"),
    (("add-client", "A", "--amount", "3"), 2, "--prestation"),
    (("add-client",), 2, "→"),
    ((*PRESTATION,), 2, "--amount"),
    ((*PRESTATION, "--amount", "1", "--rate", "2"), 2, "--amount"),
    ((*PRESTATION, "--rate", "32"), 2, "--quantity"),
    (("add-prestation", "Mairie de Gap", "X", "--amount", "1"), 2, "--start"),
    ((*PRESTATION, "--amount", "1.2345"), 2, "--amount"),
    ((*PRESTATION, "--amount", "1.005"), 2, "1.005"),
    ((*PRESTATION, "--amount", "-1"), 1, "CAE-D082"),  # a credit note comes once
    ((*PRESTATION, "--amount", "1e5"), 2, "--amount"),
    ((*PRESTATION, "--amount", "nan"), 2, "--amount"),
    ((*PRESTATION, "--amount", "9" * 400), 2, "--amount"),
    ((*PRESTATION, "--amount", "1", "--months", "13"), 2, "--months"),
    ((*PRESTATION, "--amount", "1", "--months", ""), 2, "--months"),
    ((*PRESTATION, "--amount", "1", "--every", "bimensuel"), 2, "2 weeks"),
    ((*PRESTATION, "--amount", "1", "--every", "0 weeks"), 2, "--every"),
    ((*PRESTATION, "--amount", "1", "--count", "0"), 2, "--count"),
    ((*PRESTATION, "--amount", "1", "--probability", "50"), 2, "50%"),  # did you mean
    ((*PRESTATION, "--amount", "1", "--yearly-increase", "2000%"), 2, "--yearly-increase"),
    ((*PRESTATION, "--amount", "1", "--end", "2026-11-01"), 1, "2026"),  # before it starts
    (("add-prestation", "Mairie de Gap", "X", "--amount", "1", "--start", "31/11/2026"), 2,
     "2026-11-30"),
    ((*CESA, "--end", "2026-11-01"), 1, "2026"),  # before it starts
    (("add-contract", "Marcele", "cesa", "--start", "2026-12-01"), 1, "Marcelle"),
    (("add-contract", "Marcelle", "cdi", "--start", "2026-12-01"), 2, "cape"),
    (("add-contract", "Marcelle", "cesa"), 2, "--start"),
    ((*PERSON, "--associate-since", "hier"), 2, "--associate-since"),
    (("add-entrepreneur", "Marcelle"), 1, "Marcelle"),
    (("add-expense", "Tél"), 2, "--amount"),
    (("add-expense", "Tél", "--amount", "1", "--share-of-turnover", "5%"), 2, "--amount"),
    (("add-expense", "Tél", "--share-of-turnover", "5%", "--every", "week"), 1, "every"),
    (("add-expense", "Tél", "--share-of-turnover", "150%"), 2, "--share-of-turnover"),
    (("add-investment", "Tondeuse", "--date", "2027-01-01"), 2, "--amount"),
    (("add-investment", "Tondeuse", "--amount", "1", "--date", "2027-13-01"), 2, "--date"),
    (("add-client", "A", "-f", "-"), 2, "--file"),
    (("add-client", "A", "-f", "absent.toml"), 1, "absent.toml"),
    (("add-client", "A", "B", "C"), 2, "B"),
]  # fmt: skip


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(("arguments", "code", "word"), WRONG)
def test_what_is_wrong_changes_nothing(
    dossier: Path, lang: str, arguments: tuple[str, ...], code: int, word: str
) -> None:
    found = cae(dossier, *arguments, lang=lang)
    assert (found.exit_code, found.stdout) == (code, "")
    assert word in found.stderr
    assert "Traceback" not in found.stderr
    assert dossier.read_bytes() == START
    assert [path.name for path in dossier.parent.iterdir() if path.suffix == ".toml"] == [
        "cae.toml"
    ]


def test_every_refusal_is_told_in_both_languages(dossier: Path) -> None:
    for arguments, _, _ in WRONG:
        french, english = (cae(dossier, *arguments, lang=lang).stderr for lang in ("fr", "en"))
        first = french.splitlines()[0], english.splitlines()[0]
        assert first[0] != first[1], arguments
        assert "Erreur" in first[0] or "cae.toml" in first[0]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_invalid_dossier_is_not_edited(dossier: Path, lang: str) -> None:
    broken = START.replace(b"name = '", b"nom = '")
    dossier.write_bytes(broken)
    found = cae(dossier, "add-client", "Garage", lang=lang)
    assert (found.exit_code, found.stdout) == (1, "")
    assert "cae.toml:5" in found.stderr
    assert dossier.read_bytes() == broken


#: What is typed, what is answered, and what the last thing recorded holds.
ASKED: list[tuple[tuple[str, ...], str, str, dict[str, str]]] = [
    (("add-client",), "Garage\n45\n\n", "clients", {"name": "Garage", "payment": "45 days"}),
    (("add-entrepreneur",), "Lulu\n\n900\n", "entrepreneurs",
     {"name": "Lulu", "net_target": "900.00"}),
    (("add-expense",), "Train\n30\nquarter\n\n", "expenses",
     {"label": "Train", "amount": "30.00", "every": "quarter"}),
    (("add-expense", "Train"), "30\n", "expenses", {"label": "Train", "amount": "30.00"}),
    (("add-investment", "--amount", "4800"), "Tondeuse\n\n", "investments",
     {"label": "Tondeuse", "amount": "4800.00", "date": "2026-12-01"}),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "answers", "kind", "wanted"), ASKED)
def test_what_is_missing_is_asked_on_a_terminal(
    dossier: Path, arguments: tuple[str, ...], answers: str, kind: str, wanted: dict[str, str]
) -> None:
    found = cae(dossier, *arguments, stdin=answers, tty=True)
    assert found.exit_code == 0, found.stderr
    last = data(dossier)[kind][-1]
    assert {key: str(value) for key, value in last.items()} == wanted
    assert_old_lines_kept(dossier)


def test_the_only_client_and_person_are_suggested(dossier: Path) -> None:
    sold = cae(dossier, "add-prestation", stdin="\nSalon\ncher\n100\nonce\n\n50 %\n", tty=True,
               lang="en")  # fmt: skip
    assert "[Mairie de Gap]" in sold.stderr
    assert "--amount: “cher” is not an amount." in sold.stderr
    assert data(dossier)["clients"][0]["prestations"][1] == {
        "label": "Salon", "amount": 100, "every": "once", "probability": Decimal("0.5"),
        "start": dt.date(2026, 12, 1),
    }  # fmt: skip
    signed = cae(dossier, "add-contract", stdin="\n\n2026-09-01\n\n", tty=True, lang="en")
    assert "[Marcelle]" in signed.stderr
    assert data(dossier)["entrepreneurs"][0]["contracts"] == [
        {"kind": "cape", "start": dt.date(2026, 9, 1)}
    ]


@pytest.mark.parametrize("command", ["add-client", "add-prestation", "add-entrepreneur",
                                     "add-contract", "add-expense", "add-investment"])  # fmt: skip
def test_nothing_is_asked_where_nobody_answers(dossier: Path, command: str) -> None:
    found = cae(dossier, command, stdin="Garage\n45\n\n", lang="en")
    assert (found.exit_code, found.stdout) == (2, "")
    assert f"cae {command} --help" in found.stderr
    assert dossier.read_bytes() == START
