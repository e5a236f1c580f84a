"""`cae simulate`, on a dossier small enough to follow by hand.

The dossier and its values are those of tests/forecast/test_answer.py: 3 000.00 € invoiced on
the 1st of every month from June 2023 on, paid at 30 days, 12 % taken as invoiced, a net of 900.00 €
that costs 1 168.16 € (gross 1 136.94 €).
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.kit import Result, run_cae

TODAY = "2023-06-15"
DOSSIER = """\
format = 1
activity = { name = "Essai" }
[cooperative]
contribution = { brackets = [{ rate = 0.12 }] }
[salary]
net_target = 900
[[clients]]
name = "Mairie"
prestations = [{ label = "Permanence", amount = 3000, start = 2023-06-01 }]
"""
UNSIGNED = DOSSIER.replace("2023-06-01", "2023-06-01, probability = 0.5")
#: Nothing is sold. A pay that costs 1 168.16 € in 2023, and two euros more or less in 2024, lasts
#: where 0.88 × 12 × turnover pays twelve of them: 1 168.16 / 0.88 = 1 327.46, 1 170.16 / 0.88 =
#: 1 329.73. From October 2023 on, what is saved since July is more than the reserve: that decides.
IMPOSSIBLE = """\
format = 1
activity = { name = "Essai" }
treasury = { month = "2023-07" }
[cooperative]
contribution = { brackets = [{ rate = 0.12 }] }
[salary]
net_target = 900
"""
ROWS = [
    # invoiced, cashed, contribution, salary, net, treasury, receivable
    ("2023-06", 3000.0, 0.0, 360.0, 0.0, 0.0, -360.0, 3000.0),
    ("2023-07", 3000.0, 6000.0, 360.0, 1168.16, 900.0, 4111.84, 0.0),
    ("2023-08", 3000.0, 3000.0, 360.0, 1168.16, 900.0, 5583.68, 0.0),
]


def simulate(text: str, *arguments: str, **options: Any) -> Result:
    return run_cae("simulate", "-f", "-", "--today", TODAY, *arguments, stdin=text, **options)


def test_the_document_is_frozen_to_the_key() -> None:
    found = simulate(DOSSIER, "--json", "--months", "3", lang="en")
    document = found.json
    notes = {key: document.pop(key) for key in ("assumptions", "warnings")}
    first = {
        "month": "2023-07",
        "sustained_until": "2025-06",
        "open_end": True,
        "lowest_treasury": 4055.52,
        "lowest_month": "2023-09",
        "on_reserves": None,
        "turnover_per_month": 3000.0,
        "missing_per_month": 0,
    }
    lasting = document["lasting_net"]["signed"]
    assert lasting["net"][0]["net"] > 900  # tests/forecast/projection/test_lasting_net.py
    expected = {
        "format": 1,
        "command": "simulate",
        "activity": "Essai",
        "file": "-",
        "today": TODAY,
        "view": "signed",
        "from": "2023-06",
        "to": "2023-08",
        "first_salary": {"signed": first, "expected": first, "all": first},
        "lasting_net": {"signed": lasting, "expected": lasting, "all": lasting},
        "running": None,
        "minimum_month": {"signed": "2023-07", "expected": "2023-07", "all": "2023-07"},
        "paid": {"why": "target", "from": "2023-07", "until": None},
        "salary": [{"entrepreneur": "", "net": 900.0, "gross": 1136.94, "employer_cost": 1168.16}],
        "months": [
            {
                "month": month,
                "invoiced": invoiced,
                "cashed": cashed,
                "contribution": contribution,
                "expenses": 0.0,
                "investments": 0.0,
                "salary_cost": cost,
                "net_salary": net,
                "treasury": treasury,
                "receivable": receivable,
            }
            for month, invoiced, cashed, contribution, cost, net, treasury, receivable in ROWS
        ],
    }
    assert json.dumps(document) == json.dumps(expected)  # keys in this order, types as these
    assert list(notes) == ["assumptions", "warnings"]
    assert list(found.json) == [*expected, *notes]
    assert (found.exit_code, found.stderr) == (0, "")


def test_notes_are_a_code_and_a_text_and_only_the_text_is_translated() -> None:
    documents = {lang: simulate(DOSSIER, "--json", lang=lang).json for lang in ("fr", "en")}
    for key in ("assumptions", "warnings"):
        assert documents["fr"][key]
        for french, english in zip(documents["fr"][key], documents["en"][key], strict=True):
            assert list(french) == list(english) == ["code", "text"]
            assert french["code"] == english["code"]
            assert french["text"] != english["text"]
        del documents["fr"][key], documents["en"][key]
    assert documents["fr"] == documents["en"]


def test_what_is_not_possible_is_null_and_says_what_is_missing() -> None:
    found = simulate(IMPOSSIBLE, "--json")
    assert found.json["first_salary"]["signed"] == {
        "month": None,
        "sustained_until": None,
        "open_end": False,
        "lowest_treasury": None,
        "lowest_month": None,
        "on_reserves": None,
        "turnover_per_month": 0.0,
        "missing_per_month": 1329,
    }
    assert found.json["salary"] == []
    assert found.json["lasting_net"] == {"signed": None, "expected": None, "all": None}
    assert found.json["minimum_month"] == {"signed": None, "expected": None, "all": None}
    assert found.json["paid"] == {"why": "nothing", "from": None, "until": None}
    assert found.exit_code == 0  # it is an answer


def test_without_a_target_nothing_is_missing() -> None:
    found = simulate(IMPOSSIBLE.replace("net_target = 900\n", ""), "--json")
    assert found.json["first_salary"]["signed"]["missing_per_month"] is None
    assert found.json["salary"] == []


FRENCH_ANSWER = "Dès juillet 2023 : 900 € net, durablement, avec ce qui est signé."
ENGLISH_ANSWER = "From July 2023: €900 net, lastingly, with what is signed."


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("fr", FRENCH_ANSWER, ("juin 2025", "4 055,52 €", "septembre 2023")),
        ("en", ENGLISH_ANSWER, ("June 2025", "€4,055.52", "September 2023")),
    ],
)
def test_the_lines_below_the_title_are_the_answer(
    lang: str, first: str, second: tuple[str, ...]
) -> None:
    shown = simulate(DOSSIER, lang=lang).stdout.splitlines()
    assert shown[0].startswith("Essai · ")
    assert _plain_spaces(shown[1]) == first
    assert all(part in _plain_spaces(shown[2]) for part in second)


def _plain_spaces(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_nothing_is_looked_for_before_today() -> None:
    text = DOSSIER + '[treasury]\nmonth = "2023-06"\n'
    found = run_cae("simulate", "-f", "-", "--today", "2024-02-01", "--json", stdin=text).json
    assert (found["from"], found["to"]) == ("2023-06", "2027-01")  # 36 months from February 2024
    assert found["first_salary"]["signed"]["month"] == "2024-02"


@pytest.mark.parametrize(("lang", "missing"), [("fr", "1 329 €"), ("en", "€1,329")])
def test_the_answer_says_how_much_turnover_is_missing(lang: str, missing: str) -> None:
    assert missing in _plain_spaces(simulate(IMPOSSIBLE, lang=lang).stdout.splitlines()[2])


FRENCH_CSV = """\
Mois;Facturé;Encaissé;Contribution;Frais;Investissements;Coût des salaires;Salaires nets;\
Trésorerie;Créances
2023-06;3000,00;0,00;360,00;0,00;0,00;0,00;0,00;-360,00;3000,00
2023-07;3000,00;6000,00;360,00;0,00;0,00;1168,16;900,00;4111,84;0,00
2023-08;3000,00;3000,00;360,00;0,00;0,00;1168,16;900,00;5583,68;0,00
"""
ENGLISH_CSV = """\
Month,Invoiced,Cashed,Contribution,Expenses,Investments,Salary cost,Net salary,Treasury,Receivable
2023-06,3000.00,0.00,360.00,0.00,0.00,0.00,0.00,-360.00,3000.00
2023-07,3000.00,6000.00,360.00,0.00,0.00,1168.16,900.00,4111.84,0.00
2023-08,3000.00,3000.00,360.00,0.00,0.00,1168.16,900.00,5583.68,0.00
"""


@pytest.mark.parametrize(("lang", "expected"), [("fr", FRENCH_CSV), ("en", ENGLISH_CSV)])
def test_the_csv_opens_in_a_spreadsheet_of_the_language(lang: str, expected: str) -> None:
    found = simulate(DOSSIER, "--csv", "--months", "3", lang=lang)
    body = expected.partition("\n")[2]
    assert found.raw.decode().partition("\r\n")[2] == body.replace("\n", "\r\n")
    separator = ";" if lang == "fr" else ","
    head, wanted = (text.splitlines()[0].split(separator) for text in (found.stdout, expected))
    assert head[0] == wanted[0]
    assert len(head) == len(wanted) == 10


@pytest.mark.parametrize(("view", "invoiced"), [("signed", 0), ("expected", 1500), ("all", 3000)])
def test_the_view_chooses_the_months(view: str, invoiced: int) -> None:
    found = simulate(UNSIGNED, "--json", "--view", view).json
    assert (found["view"], found["months"][0]["invoiced"]) == (view, invoiced)
    assert found["first_salary"]["signed"]["month"] is None
    assert found["first_salary"]["all"]["month"] == "2023-07"  # as when all is signed
    assert bool(found["salary"]) == (found["first_salary"][view]["month"] is not None)


def test_the_months_shown_are_those_asked_for() -> None:
    assert len(simulate(DOSSIER, "--json").json["months"]) == 36
    found = simulate(DOSSIER, "--json", "--months", "14").json
    assert (len(found["months"]), found["to"]) == (14, "2024-07")
    whole = simulate(DOSSIER, "--json").json
    assert found["first_salary"] == whole["first_salary"]  # rows only
    assert found["lasting_net"] == whole["lasting_net"]


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (DOSSIER, (), 0),
        (DOSSIER, ("--check",), 0),
        (IMPOSSIBLE, (), 0),
        (IMPOSSIBLE, ("--check",), 3),
        (IMPOSSIBLE, ("--check", "--json"), 3),
        (UNSIGNED, ("--view", "signed", "--check"), 3),
        (UNSIGNED, ("--view", "all", "--check"), 0),
    ],
)
def test_check_turns_no_salary_into_an_exit_code(
    text: str, arguments: tuple[str, ...], code: int
) -> None:
    found = simulate(text, *arguments)
    assert found.exit_code == code
    assert found.stdout  # the answer is told all the same


def test_another_cooperative_may_be_tried() -> None:
    own = DOSSIER.replace("0.12", "0.5")
    assert simulate(own, "--json").json["months"][0]["contribution"] == 1500
    tried = simulate(own, "--json", "--cooperative", "coodyssee").json  # 12 % of 3 000
    assert tried["months"][0]["contribution"] == 360


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_unknown_cooperative_is_refused_with_the_nearest(lang: str) -> None:
    found = simulate(DOSSIER, "--cooperative", "codyssee", lang=lang)
    assert (found.exit_code, found.stdout) == (1, "")
    assert "codyssee" in found.stderr
    assert "coodyssee" in found.stderr


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("--view", "al"),
        ("--months", "0"),
        ("--months", "601"),
        ("--months", "x"),
        ("--months", "1.5"),
        ("--jso",),
        ("--json", "--csv"),
        ("extra",),
        ("--today", "2026-13-01"),
    ],
)
def test_a_wrong_usage_is_told(lang: str, arguments: tuple[str, ...]) -> None:
    found = simulate(DOSSIER, *arguments, lang=lang)
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith("Erreur\u00a0:" if lang == "fr" else "Error:")
    assert "→" in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize("ending", ["txt", "json", "csv", "JSON"])
def test_a_file_is_written_in_the_format_of_its_ending(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"mois.{ending}"
    flags = {"json": ("--json",), "csv": ("--csv",)}.get(ending.lower(), ())
    found = simulate(DOSSIER, "-o", str(out))
    assert (found.exit_code, found.stdout) == (0, "")
    assert str(out) in found.stderr
    assert out.read_bytes().removeprefix(b"\xef\xbb\xbf") == simulate(DOSSIER, *flags).raw
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


@pytest.mark.parametrize("name", ["mois.pdf", "mois", "mois.ics"])
def test_a_file_without_a_known_ending_is_not_written(tmp_path: Path, name: str) -> None:
    found = simulate(DOSSIER, "-o", str(tmp_path / name))
    assert (found.exit_code, found.stdout) == (2, "")
    assert name in found.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_no_folder_is_told(tmp_path: Path) -> None:
    found = simulate(DOSSIER, "-o", str(tmp_path / "absent" / "mois.csv"))
    assert found.exit_code == 1
    assert str(tmp_path / "absent") in found.stderr


def test_the_dossier_is_found_where_it_may_be(tmp_path: Path) -> None:
    expected = _without_file(simulate(DOSSIER, "--json"))
    named, usual = tmp_path / "dossier.toml", tmp_path / "cae.toml"
    named.write_text(DOSSIER, "utf-8")
    run = ("simulate", "--json", "--today", TODAY)
    assert _without_file(run_cae(*run, "--file", str(named))) == expected
    assert _without_file(run_cae(*run, env={"CAE_FILE": str(named)})) == expected
    named.rename(usual)
    assert _without_file(run_cae(*run, cwd=tmp_path)) == expected
    wins = run_cae(*run, "-f", str(usual), env={"CAE_FILE": str(named)})
    assert _without_file(wins) == expected  # what is typed wins


def _without_file(found: Result) -> Any:
    return {key: value for key, value in found.json.items() if key != "file"}


@pytest.mark.parametrize("command", ["simulate", "timeline", "check"])
@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("fr", "Il n’y a pas de fichier cae.toml dans"), ("en", "no file cae.toml in")],
)
def test_without_a_dossier_the_way_to_one_is_told(
    tmp_path: Path, command: str, lang: str, sentence: str
) -> None:
    found = run_cae(command, cwd=tmp_path, lang=lang)
    assert (found.exit_code, found.stdout) == (1, "")
    assert sentence in found.stderr.replace("'", "’")
    assert "cae init" in found.stderr
    assert "--file" in found.stderr
