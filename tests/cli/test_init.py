"""`cae init`: by flags, and in a conversation."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.kit import Result, run_cae

FLAGS = ("--name", "Éa & fils", "--cooperative", "coodyssee", "--joined", "2026-09-01")


def init(folder: Path, *arguments: str, **options: Any) -> Result:
    return run_cae("init", *arguments, cwd=folder, **options)


def made(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "cae.toml").read_text("utf-8"), parse_float=Decimal)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_flags_make_a_dossier_that_reads(tmp_path: Path, lang: str) -> None:
    found = init(tmp_path, *FLAGS, "--net", "1 450,50", lang=lang)
    assert found.exit_code == 0
    assert "cae.toml" in found.stdout
    assert "add-client" in found.stderr
    data = made(tmp_path)
    (person,) = data.pop("entrepreneurs")
    assert data == {
        "format": 1,
        "activity": {"name": "Éa & fils"},
        "cooperative": {"preset": "coodyssee"},
        "salary": {"net_target": Decimal("1450.50")},
    }
    assert person["name"] == "Éa & fils"
    assert [(c["kind"], str(c["start"]), "end" in c) for c in person["contracts"]] == [
        ("cape", "2026-09-01", False)
    ]
    assert run_cae("check", cwd=tmp_path).exit_code == 0


def test_people_and_treasury_may_be_told(tmp_path: Path) -> None:
    people = ("--entrepreneur", "Marcelle", "--entrepreneur", "Lulu")
    init(tmp_path, *FLAGS, *people, "--balance", "-12,50")
    data = made(tmp_path)
    assert [person["name"] for person in data["entrepreneurs"]] == ["Marcelle", "Lulu"]
    assert data["treasury"] == {"balance": Decimal("-12.50"), "month": "2026-11"}  # of today


def test_a_name_is_enough(tmp_path: Path) -> None:
    assert init(tmp_path, "--name", "Éa").exit_code == 0
    assert made(tmp_path) == {"format": 1, "activity": {"name": "Éa"}}


def test_the_comments_speak_the_language(tmp_path: Path) -> None:
    for lang in ("fr", "en"):
        init(tmp_path, *FLAGS, "--net", "900", "-f", f"{lang}.toml", lang=lang)
    french, english = ((tmp_path / f"{lang}.toml").read_text("utf-8") for lang in ("fr", "en"))
    assert "hors taxes" in french
    assert "excluding VAT" in english
    assert tomllib.loads(french) == tomllib.loads(english)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_existing_file_is_never_replaced(tmp_path: Path, lang: str) -> None:
    (tmp_path / "cae.toml").write_bytes(b"# mine\r\n")
    found = init(tmp_path, *FLAGS, lang=lang)
    assert (found.exit_code, found.stdout) == (1, "")
    assert "cae.toml" in found.stderr
    assert (tmp_path / "cae.toml").read_bytes() == b"# mine\r\n"


def test_an_existing_file_is_told_before_any_question(tmp_path: Path) -> None:
    (tmp_path / "cae.toml").write_bytes(b"")
    found = init(tmp_path, tty=True, stdin="Éa\n\n\n\n\n", lang="en")
    assert found.exit_code == 1
    assert "Name of your activity" not in found.stderr


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        ((), 2, "--name"),  # nothing is asked where nobody can answer
        (("--name", " "), 2, "--name"),
        (("--name", "x" * 201), 2, "200"),
        (("--name", "Éa", "--net", "1.005"), 2, "1.005"),
        (("--name", "Éa", "--net", "-5"), 2, "-5"),
        (("--name", "Éa", "--net", "beaucoup"), 2, "beaucoup"),
        (("--name", "Éa", "--joined", "01/13/2026"), 2, "30/11/2026"),
        (("--name", "Éa", "--joined", "2026-02-30"), 2, "2026-02-30"),
        (("--name", "Éa", "--cooperative", "codyssee"), 1, "coodyssee"),
        (("--name", "Éa", "--cesa", "2026-09-01", "--joined", "2026-09-01"), 2, "--cesa"),
        (("--name", "Éa", "--joined", "2026-09-01", "--joined", "2026-10-01"), 2, "--joined"),
        (("--name", "Éa", "--balance", "x"), 2, "--balance"),
        (("--name", "Éa", "--amount", "3"), 2, "--client"),
        (("--name", "Éa", "--client", "A", "--amount", "3"), 2, "--prestation"),
        (("--name", "Éa", "--client", "A", "--prestation", "B"), 2, "--start"),
        (("--name", "Éa", "-f", "-"), 1, "--file"),
        (("--name", "Éa", "-f", "absent/cae.toml"), 1, "absent"),
        (("--name", "Éa", "-f", "."), 1, "."),
    ],
)
def test_what_is_wrong_makes_no_file(
    tmp_path: Path, lang: str, arguments: tuple[str, ...], code: int, word: str
) -> None:
    found = init(tmp_path, *arguments, lang=lang)
    assert (found.exit_code, found.stdout) == (code, "")
    assert word in found.stderr
    assert "→" in found.stderr
    assert "Traceback" not in found.stderr
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".toml"] == []


def test_a_conversation_asks_for_all(tmp_path: Path) -> None:
    answers = (
        "Marcelle & Lulu\nMarcelle, Lulu\ncoodyssee\n"
        "2026-09-01\n\n2027-01-31\n"  # Marcelle: CAPE, no CESA, benefit
        "\n2026-10-05\n\n\n"  # Lulu: the same day, a CESA, no associate, no benefit
        "900\n1 200,50\n"
        "Mairie de Gap\n45\nPermanence\n450\n\n\n80%\n"
    )
    found = init(tmp_path, stdin=answers, tty=True, lang="en")
    assert found.exit_code == 0
    data = made(tmp_path)
    assert data["activity"] == {"name": "Marcelle & Lulu"}
    assert data["cooperative"] == {"preset": "coodyssee"}
    assert data["salary"] == {"net_target": Decimal("900.00")}
    assert [person["name"] for person in data["entrepreneurs"]] == ["Marcelle", "Lulu"]
    marcelle, lulu = data["entrepreneurs"]
    assert [str(one["start"]) for one in marcelle["contracts"]] == ["2026-09-01"]
    assert str(marcelle["unemployment_benefit_until"]) == "2027-01-31"
    assert [(one["kind"], str(one["start"])) for one in lulu["contracts"]] == [
        ("cape", "2026-09-01"), ("cesa", "2026-10-05"),
    ]  # fmt: skip
    assert str(lulu["contracts"][0]["end"]) == "2026-10-04"  # the day before
    assert data["treasury"] == {"balance": Decimal("1200.50"), "month": "2026-11"}
    (client,) = data["clients"]
    (sold,) = client.pop("prestations")
    assert client == {"name": "Mairie de Gap", "payment": "45 days"}
    assert {key: str(value) for key, value in sold.items()} == {
        "label": "Permanence", "amount": "450.00", "start": "2026-12-01", "probability": "0.8",
    }  # fmt: skip
    assert "Marcelle & Lulu · 23 November 2026" in found.stdout  # it ends on the answer
    assert "signed" in found.stdout


def test_what_has_a_default_can_be_left_out(tmp_path: Path) -> None:
    answers = "Duo\nLéa, Lou\n\n2026-09-01\n\n\n-\n\n\n\n\n\n"
    assert init(tmp_path, stdin=answers, tty=True).exit_code == 0
    lea, lou = made(tmp_path)["entrepreneurs"]
    assert len(lea["contracts"]) == 1
    assert lou == {"name": "Lou"}


def test_people_who_joined_on_different_days(tmp_path: Path) -> None:
    found = init(
        tmp_path, "--name", "Duo", "--entrepreneur", "Léa", "--entrepreneur", "Lou",
        "--joined", "2024-03-02", "--joined", "2026-09-01", "--cesa", "2025-03-01", "--cesa", "",
        "--associate-since", "2026-06-12", "--associate-since", "", "--benefit-until", "",
        "--benefit-until", "2027-02-28", "--net", "900", "--net", "600",
    )  # fmt: skip
    assert found.exit_code == 0, found.stderr
    data = made(tmp_path)
    lea, lou = data["entrepreneurs"]
    assert "salary" not in data
    assert (lea["net_target"], lou["net_target"]) == (900, 600)
    assert [(c["kind"], str(c["start"]), str(c.get("end"))) for c in lea["contracts"]] == [
        ("cape", "2024-03-02", "2025-02-28"), ("cesa", "2025-03-01", "None"),
    ]  # fmt: skip
    assert str(lea["associate_since"]) == "2026-06-12"
    assert "unemployment_benefit_until" not in lea
    assert str(lou["unemployment_benefit_until"]) == "2027-02-28"
    assert [c["kind"] for c in lou["contracts"]] == ["cape"]
    assert run_cae("check", cwd=tmp_path).exit_code == 0


def test_someone_under_cesa_without_cape(tmp_path: Path) -> None:
    assert init(tmp_path, "--name", "Éa", "--cesa", "2024-03-01").exit_code == 0
    (person,) = made(tmp_path)["entrepreneurs"]
    assert person["name"] == "Éa"
    assert [(c["kind"], str(c["start"])) for c in person["contracts"]] == [("cesa", "2024-03-01")]


def test_a_first_client_by_flags(tmp_path: Path) -> None:
    found = init(tmp_path, *FLAGS, "--client", "Mairie", "--prestation", "Accueil", "--amount",
                 "3000", "--start", "2026-12-01", lang="en")  # fmt: skip
    assert found.exit_code == 0
    assert found.stderr == ""
    assert made(tmp_path)["clients"][0]["prestations"][0]["amount"] == 3000
    assert "From " in found.stdout


def test_an_empty_answer_leaves_out(tmp_path: Path) -> None:
    found = init(tmp_path, stdin="Éa\n" + "\n" * 8, tty=True)
    assert found.exit_code == 0
    assert "[Éa]" in found.stderr  # what an empty answer stands for
    data = made(tmp_path)
    assert data == {"format": 1, "activity": {"name": "Éa"}, "entrepreneurs": [{"name": "Éa"}]}


@pytest.mark.parametrize(
    ("lang", "refusals"),
    [
        (
            "fr",
            (
                "est vide",
                "codyssee",
                "n’est pas une date",
                "n’est pas un montant",
                "il faut une réponse",
            ),
        ),
        (
            "en",
            ("is empty", "codyssee", "is not a date", "is not an amount", "an answer is needed"),
        ),
    ],
)
def test_a_wrong_answer_is_asked_again(
    tmp_path: Path, lang: str, refusals: tuple[str, ...]
) -> None:
    answers = (
        "\nÉa\n\ncodyssee\ncoodyssee\nseptembre\n2026-09-01\n\n\nneuf cents\n900\n\n"
        "Mairie\n\nAccueil\n\n3000\n\n\n\n"
    )
    found = init(tmp_path, stdin=answers, tty=True, lang=lang)
    assert found.exit_code == 0
    told = found.stderr.replace("'", "’")
    places = [told.index(words) for words in refusals]
    assert places == sorted(places)
    data = made(tmp_path)
    assert data["cooperative"] == {"preset": "coodyssee"}
    assert data["salary"] == {"net_target": Decimal("900.00")}


def test_what_is_typed_as_a_flag_is_not_asked(tmp_path: Path) -> None:
    flags = ("--cooperative", "coodyssee", "--joined", "2026-09-01", "--net", "900")
    found = init(tmp_path, *flags, "--benefit-until", "2027-01-31", "--cesa", "",
                 "--balance", "12", stdin="Éa\n\n\n", tty=True)  # fmt: skip
    assert found.exit_code == 0
    assert made(tmp_path)["salary"] == {"net_target": Decimal("900.00")}


@pytest.mark.parametrize("typed", ["", "Éa\n", "Éa\n\ncoodyssee\n2026-09-01\n", "Éa\n" + "\n" * 7])
@pytest.mark.parametrize(("lang", "word"), [("fr", "Interrompu"), ("en", "Interrupted")])
def test_ctrl_d_writes_nothing(tmp_path: Path, lang: str, word: str, typed: str) -> None:
    found = init(tmp_path, stdin=typed, tty=True, lang=lang)
    assert (found.exit_code, found.stdout) == (130, "")
    assert word in found.stderr
    assert list(tmp_path.iterdir()) == []


HOSTILE = 'a"b\\c\x1b[31m[red]=1+1[/red]\u202e'


def test_a_hostile_name_is_only_a_name(tmp_path: Path) -> None:
    found = init(tmp_path, "--name", HOSTILE, "--joined", "2026-09-01")
    assert found.exit_code == 0
    assert made(tmp_path)["activity"]["name"] == HOSTILE
    assert "\x1b" not in (tmp_path / "cae.toml").read_text("utf-8")
