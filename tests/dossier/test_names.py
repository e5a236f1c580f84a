"""Names that are the same for a person, and what tells apart things of one name."""

import datetime as dt

import pytest

from cae_cli.dossier.alike import folded, matching
from cae_cli.dossier.names import Which, client_path, contract_path, expense_path, prestation_path
from cae_cli.dossier.reading import ReadDossier, read_text
from cae_cli.errors import CaeError
from cae_cli.language import Language

TEXT = """\
format = 1
activity.name = "Essai"
expenses = [{ label = "Train", amount = 10 }, { label = "Train", amount = 20 }]
[[clients]]
name = "Hôtel d’Œuvre – Gap"
[[clients.prestations]]
label = "Accueil"
amount = 450
start = 2026-01-15
[[clients.prestations]]
label = "Accueil"
amount = 480
start = 2027-01-15
[[clients]]
name = "Mairie"
[[clients]]
name = "MAIRIE"
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
"""
NONE = Which()


@pytest.fixture
def read() -> ReadDossier:
    return read_text("cae.toml", TEXT)


def refusal(error: CaeError) -> str:
    remedy = error.problem.remedy
    return Language("en").tell(remedy) if remedy else ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hôtel d’Œuvre", "hotel d'oeuvre"),
        ("L'Éau  vive", "l’eau vive"),
        ("Gap – Tallard", "gap - tallard"),
        ("Gap\u2011Tallard", "GAP-TALLARD"),
        ("Straße", "STRASSE"),
        ("Ex\u202faequo", "ex æquo"),
        ("Cafe\u0301", "café"),
    ],
)
def test_the_same_name_for_a_person(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_other_names_stay_others() -> None:
    assert folded("Gap Nord") != folded("Gap-Nord")  # a space is no dash
    assert folded("Mairie 1") != folded("Mairie 2")


def test_an_exact_name_wins_over_those_alike() -> None:
    names = ["Mairie", "MAIRIE", "Mairié"]
    assert matching(names, "MAIRIE") == [1]
    assert matching(names, "mairie") == [0, 1, 2]
    assert matching(names, "Gap") == []


def test_two_names_alike_are_both_named(read: ReadDossier) -> None:
    assert client_path(read, "hotel d'oeuvre - gap") == ("clients", 0)
    assert client_path(read, "MAIRIE") == ("clients", 2)
    with pytest.raises(CaeError) as caught:
        client_path(read, "mairie")
    assert refusal(caught.value) == "Type exactly one of these: Mairie, MAIRIE."


def test_a_start_or_a_number_tells_apart(read: ReadDossier) -> None:
    hotel = "Hôtel d’Œuvre – Gap"
    second = Which({"start": dt.date(2027, 1, 15)})
    assert prestation_path(read, hotel, "accueil", second)[3] == 1
    assert prestation_path(read, hotel, "accueil", Which(number=1))[3] == 0
    with pytest.raises(CaeError) as caught:
        prestation_path(read, hotel, "accueil", NONE)
    wanted = "Tell which one: add --start 2026-01-15 or --start 2027-01-15."
    assert refusal(caught.value) == wanted
    with pytest.raises(CaeError) as caught:  # a start is typed already, for what changes
        prestation_path(read, hotel, "accueil", Which({"start": dt.date(2028, 1, 1)}))
    wanted = "Tell which one: add --number 1 (2026-01-15) or --number 2 (2027-01-15)."
    assert refusal(caught.value) == wanted
    with pytest.raises(CaeError) as caught:
        prestation_path(read, hotel, "accueil", Which(number=3))
    assert refusal(caught.value) == "There are 2 of that name."


def test_without_a_difference_the_number_tells_apart(read: ReadDossier) -> None:
    with pytest.raises(CaeError) as caught:
        expense_path(read, "Train", NONE)
    assert refusal(caught.value) == "Tell which one: add --number 1 or --number 2."
    assert expense_path(read, "Train", Which(number=2)) == ("expenses", 1)


def test_the_kind_tells_apart_the_contracts_of_one_day(read: ReadDossier) -> None:
    day = dt.date(2026, 1, 1)
    path = ("entrepreneurs", 0, "contracts")
    assert contract_path(read, "lea", day, Which({"kind": "other"})) == (*path, 1)
    assert contract_path(read, "lea", None, Which(number=1)) == (*path, 0)
    for start in (day, None):
        with pytest.raises(CaeError) as caught:
            contract_path(read, "lea", start, NONE)
        assert refusal(caught.value) == "Tell which one: add --kind cape or --kind other."
