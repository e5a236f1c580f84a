"""What a real activity is, by flags: each key of the file, added, changed and taken away."""

import datetime as dt
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.kit import Result, run_cae

DOSSIER = """\
format = 1

[activity]
name = "Éa"

[[entrepreneurs]]
name = "Léa"

  [[entrepreneurs.contracts]]
  kind = "cape"
  start = 2026-09-01

[[clients]]
name = "Mairie"

  [[clients.prestations]]
  label = "Permanence"
  amount = 450.00
  start = 2026-09-01
  end = 2027-08-31

[[expenses]]
label = "Train"
amount = 30.00
start = 2026-09-01
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "cae.toml"
    path.write_text(DOSSIER, "utf-8")
    return path


def cae(dossier: Path, *arguments: str, lang: str = "en") -> Result:
    return run_cae(*arguments, lang=lang, cwd=dossier.parent)


def data(dossier: Path) -> dict[str, Any]:
    return tomllib.loads(dossier.read_text("utf-8"), parse_float=Decimal)


PERMANENCE = ("edit-prestation", "mairie", "permanence")
LEA, TRAIN, MAIRIE = (
    ("edit-entrepreneur", "lea"),
    ("edit-expense", "train"),
    ("edit-client", "mairie"),
)
#: What is typed, and the lines it adds after a line of the dossier.
LINES: list[tuple[tuple[str, ...], str, str]] = [
    ((*PERMANENCE, "--pauses", "2027-07-15..2027-08-15; 2026-12-4"), "  end = 2027-08-31\n",
     ("  pauses = [{ from = 2026-12-04, to = 2026-12-04 }, "
     "{ from = 2027-07-15, to = 2027-08-15 }]\n")),
    ((*PERMANENCE, "--changes", "2027-01-01: 480"), "  end = 2027-08-31\n",
     "  changes = [{ from = 2027-01-01, amount = 480.00 }]\n"),
    ((*PERMANENCE, "--changes", "2027-01-01: 34 x 14"), "  end = 2027-08-31\n",
     "  changes = [{ from = 2027-01-01, rate = 34.00, quantity = 14.0 }]\n"),
    ((*PERMANENCE, "--payment", "on invoice", "--invoiced", "month-end"), "  end = 2027-08-31\n",
     '  invoiced = "month-end"\n  payment = "on invoice"\n'),
    ((*PERMANENCE, "--cost-share", "60%", "--quote", "D-14", "--renews", "0.8"),
     "  end = 2027-08-31\n", '  cost_share = 0.6\n  quote = "D-14"\n  renews = 0.8\n'),
    ((*PERMANENCE, "--cost", "200", "--yearly-increase", "2%", "--increase-on", "01-01"),
     "  end = 2027-08-31\n",
     '  yearly_increase = 0.02\n  increase_on = "01-01"\n  cost = 200.00\n'),
    ((*MAIRIE, "--closed-months", "8", "--firm-until", "2027-06-30", "--internal", "--pays",
      "weeks"), 'name = "Mairie"\n',
     'closed_months = [8]\nfirm_until = 2027-06-30\ninternal = true\npays = "weeks"\n'),
    ((*TRAIN, "--changes", "2027-01-01: 32,50", "--pauses", "2027-08-01..2027-08-31"),
     "amount = 30.00\nstart = 2026-09-01\n",
     ("pauses = [{ from = 2027-08-01, to = 2027-08-31 }]\n"
     "changes = [{ from = 2027-01-01, amount = 32.50 }]\n")),
    ((*LEA, "--net", "900", "--net-steps", "2027-09: 1000; 2028-01: 1200"), 'name = "Léa"\n',
     ('net_target = 900.00\n'
     'net_steps = [{ from = "2027-09", net = 1000.00 }, { from = "2028-01", net = 1200.00 }]\n')),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "after", "added"), LINES, ids=lambda v: str(v)[:60])
def test_a_key_is_changed_and_taken_away(
    dossier: Path, arguments: tuple[str, ...], after: str, added: str
) -> None:
    found = cae(dossier, *arguments)
    assert found.exit_code == 0, found.stderr
    assert dossier.read_text("utf-8") == DOSSIER.replace(after, after + added)
    emptied = [
        "--no-internal" if typed == "--internal" else typed if typed.startswith("--") else ""
        for typed in arguments[len(PERMANENCE) if arguments[:3] == PERMANENCE else 2 :]
    ]
    again = cae(dossier, *arguments[: len(arguments) - len(emptied)], *emptied)
    assert again.exit_code == 0, again.stderr
    left = DOSSIER
    if "--internal" in arguments:
        left = DOSSIER.replace(after, f"{after}internal = false\n")
    assert dossier.read_text("utf-8") == left


def test_the_benefit_has_a_table_of_its_own(dossier: Path) -> None:
    found = cae(dossier, *LEA, "--benefit-daily", "31,50", "--benefit-days-left", "412")
    assert found.exit_code == 0, found.stderr
    assert data(dossier)["entrepreneurs"][0]["benefit"] == {
        "daily": Decimal("31.50"), "days_left": 412,
    }  # fmt: skip
    assert cae(dossier, *LEA, "--benefit-days-left", "400").exit_code == 0
    assert data(dossier)["entrepreneurs"][0]["benefit"]["days_left"] == 400


def test_a_dated_entry_joins_the_others(dossier: Path) -> None:
    """A price of another day is added in its place; of the same day, it takes it."""
    for typed in ("2027-06-01: 500", "2027-01-01: 480", "2027-06-01: 505"):
        assert cae(dossier, *PERMANENCE, "--changes", typed).exit_code == 0
    changes = data(dossier)["clients"][0]["prestations"][0]["changes"]
    assert [(str(one["from"]), one["amount"]) for one in changes] == [
        ("2027-01-01", 480), ("2027-06-01", 505),
    ]  # fmt: skip


def test_all_of_it_can_be_added(dossier: Path) -> None:
    found = cae(
        dossier, "add-client", "Hôtel", "--payment", "45 days, month end", "--closed-months", "8",
        "--pays", "on-time", "--prestation", "Menage", "--rate", "32", "--quantity", "2",
        "--every", "week", "--start", "2026-12-01", "--invoiced", "month-end", "--pauses",
        "2026-12-24..2027-01-02", "--changes", "2027-02-01: 34 x 2",
    )  # fmt: skip
    assert found.exit_code == 0, found.stderr
    # December has visits on the 1st, 8, 15 and 22: 4 × €64; in January the 5, 12, 19 and 26;
    # in February the 2, 9, 16 and 23 at €68. 31 December + 45 days is 14 February.
    assert found.stdout.count("paid on") == 3
    assert "  31 December 2026: €256, paid on 28 February 2027\n" in found.stdout
    assert "  31 January 2027: €256, paid on 31 March 2027\n" in found.stdout
    assert "  28 February 2027: €272, paid on 30 April 2027\n" in found.stdout
    assert "  pauses = [{ from = 2026-12-24, to = 2027-01-02 }]\n" in dossier.read_text("utf-8")
    person = cae(dossier, "add-entrepreneur", "Lou", "--benefit-daily", "30", "--net-steps",
                 "2027-09: 900")  # fmt: skip
    assert person.exit_code == 0, person.stderr
    assert data(dossier)["entrepreneurs"][1] == {
        "name": "Lou", "net_steps": [{"from": "2027-09", "net": 900}], "benefit": {"daily": 30},
    }  # fmt: skip


def test_a_credit_note_is_once(dossier: Path) -> None:
    typed = ("add-prestation", "Mairie", "Avoir", "--amount", "-120", "--start", "2026-12-01")
    found = cae(dossier, *typed)
    assert (found.exit_code, "CAE-D082" in found.stderr) == (1, True)
    assert cae(dossier, *typed, "--every", "once").exit_code == 0
    assert data(dossier)["clients"][0]["prestations"][1]["amount"] == -120


QUOTED = DOSSIER.replace(
    "  end = 2027-08-31\n",
    '  end = 2027-08-31\n  probability = 0.5\n  quote = "D-14"\n\n'
    '  [[clients.prestations]]\n  label = "Salon"\n  amount = 900.00\n  every = "once"\n'
    '  start = 2027-02-01\n  probability = 0.5\n  quote = "D-14"\n',
)


@pytest.mark.parametrize("label", [(), ("Salon",)])
def test_a_quote_is_signed_or_lost_as_a_whole(dossier: Path, label: tuple[str, ...]) -> None:
    dossier.write_text(QUOTED, "utf-8")
    assert cae(dossier, "sign", "Mairie", *label).exit_code == 0
    assert dossier.read_text("utf-8") == QUOTED.replace("probability = 0.5", "probability = 1")
    cae(dossier, "undo")
    assert cae(dossier, "lost", "Mairie", *label, "--yes").exit_code == 0
    assert data(dossier)["clients"] == [{"name": "Mairie"}]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((*PERMANENCE, "--pauses", "2027-08-31..2027-07-15"), "2027-07-15..2027-08-31"),
        ((*PERMANENCE, "--pauses", "2027-07-15..2027-08-31..2027-09-01"), "--pauses"),
        ((*PERMANENCE, "--pauses", "été"), "été"),
        ((*PERMANENCE, "--changes", "480"), "2027-01-01: 480"),
        ((*PERMANENCE, "--changes", "2027-01-01: cher"), "cher"),
        ((*PERMANENCE, "--changes", "2026-01-01: 480"), "CAE-D084"),
        ((*PERMANENCE, "--cost-share", "60"), "60%"),
        ((*PERMANENCE, "--cost-share", "60%", "--cost", "3"), "--cost-share"),
        ((*PERMANENCE, "--renews", "1", "--end", ""), "CAE-D086"),
        ((*PERMANENCE, "--payment", "soon"), "45 days, month end"),
        ((*PERMANENCE, "--invoiced", "month"), "month-end"),
        ((*PERMANENCE, "--increase-on", "02-30"), "01-31"),
        ((*MAIRIE, "--closed-months", "1-12"), "CAE-D087"),
        ((*MAIRIE, "--firm-until", "2026-01-01"), "CAE-D088"),
        ((*MAIRIE, "--pays", "never"), "on-time"),
        ((*LEA, "--net-steps", "900"), "2027-09: 900"),
        ((*LEA, "--benefit-days-left", "-1"), "--benefit-days-left"),
        ((*LEA, "--benefit-days-left", "12"), "CAE-E004"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_cannot_be_is_told_with_what_to_type(
    dossier: Path, arguments: tuple[str, ...], words: str, lang: str
) -> None:
    found = cae(dossier, *arguments, lang=lang)
    assert found.exit_code in {1, 2}
    assert found.stdout == ""
    assert words in found.stderr
    assert "→" in found.stderr
    assert dossier.read_text("utf-8") == DOSSIER


@pytest.mark.parametrize("typed", ["01-01", "1/1", "1er janvier", "1 January", "1-1"])
def test_a_day_of_every_year(dossier: Path, typed: str) -> None:
    found = cae(dossier, *PERMANENCE, "--yearly-increase", "2%", "--increase-on", typed)
    assert found.exit_code == 0, found.stderr
    assert data(dossier)["clients"][0]["prestations"][0]["increase_on"] == "01-01"


@pytest.mark.parametrize(
    "typed",
    ["2027-07-15..2027-08-31", "15/07/2027 au 31/08/2027", "15 juillet 2027 - 31 août 2027"],
)
def test_pauses_in_several_ways(dossier: Path, typed: str) -> None:
    assert cae(dossier, *PERMANENCE, "--pauses", typed).exit_code == 0
    assert data(dossier)["clients"][0]["prestations"][0]["pauses"] == [
        {"from": dt.date(2027, 7, 15), "to": dt.date(2027, 8, 31)}
    ]


def test_targets_that_follow_are_set(dossier: Path) -> None:
    for typed in ("2028-01: 1200", "septembre 2027: 900,50", ""):
        assert cae(dossier, "set", "salary.net_steps", typed).exit_code == 0
        if typed:
            steps = data(dossier)["salary"]["net_steps"]
    assert [(one["from"], str(one["net"])) for one in steps] == [
        ("2027-09", "900.50"), ("2028-01", "1200.00"),
    ]  # fmt: skip
    assert data(dossier)["salary"] == {}
    refused = cae(dossier, "set", "salary.net_steps", "1200")
    assert (refused.exit_code, "2027-09: 900" in refused.stderr) == (2, True)
