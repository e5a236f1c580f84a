"""`cae cooperatives`: the list, one cooperative in words, and its year computed by hand."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from cae_cli.dossier.reading import read_text
from cae_cli.rules.contribution_rule import ContributionRule
from cae_cli.rules.cooperatives import preset, preset_ids
from tests.cli.kit import Result, run_cae

HEAD = 'format = 1\nactivity = { name = "Essai" }\n'


def cooperatives(*arguments: str, lang: str = "en", tty: bool = False) -> Result:
    found = run_cae("cooperatives", *arguments, lang=lang, tty=tty, env={"NO_COLOR": "1"})
    assert (found.exit_code, found.stderr) == (0, "")
    return found


def test_a_pipe_gets_one_cooperative_a_line() -> None:
    header, *lines = cooperatives().stdout.splitlines()
    assert header.split() == ["Id", "Name", "Date", "Contribution"]
    assert [line.split()[0] for line in lines] == list(preset_ids())
    at = header.index("Contribution")
    words = {line.split()[0]: line[at:] for line in lines}
    assert words["coodyssee"] == "12% of turnover"
    assert words["codeurs-en-liberte"] == "15% of turnover; less €6,000 a year"
    assert (
        words["crealead"]
        == "10% to 9% of turnover, by slices of all since entry; 5% between members"
    )
    assert words["solstice"] == (
        "13% to 10% of gross margin, one rate on the whole month; "
        "at least €80 to €100 a month and at most €5,000 to €5,500 a year"
    )
    assert words["encom1"] == (
        "10% to 6% of turnover, one rate on the whole year; "
        "counted when paid and fees of €16 to €19 a month"
    )
    assert words["tumukumakop"] == (
        "10% of gross margin; fees of €0 to €3.95 a month, fees of €30 a year "
        "and nothing the first 6 months"
    )
    assert lines[1][:at].split() == ["astrolabe", "Astrolabe", "March", "2023"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_terminal_of_80_columns_holds_it_all(lang: str) -> None:
    shown = cooperatives(lang=lang, tty=True).stdout.splitlines()
    assert max(map(len, shown)) <= 80
    assert all(line == line.rstrip() for line in shown)
    ids = [line.split()[0] for line in shown if line.startswith(preset_ids())]
    assert ids == list(preset_ids())
    assert "cae cooperatives ID" in shown[-2]


@pytest.mark.parametrize("preset_id", preset_ids())
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_one_fits_a_terminal_and_leaves_no_hole(lang: str, preset_id: str) -> None:
    shown = cooperatives(preset_id, lang=lang, tty=True).stdout
    assert max(map(len, shown.splitlines())) <= 80
    assert "{" not in shown
    assert f"cae simulate --cooperative {preset_id}" in shown


def test_one_is_told_part_by_part() -> None:
    text = cooperatives("solstice").stdout
    assert text.startswith("Solstice: 13% to 10% of gross margin, one rate on the whole month;")
    told = text.splitlines()
    assert "- Base: gross margin, that is turnover less direct expenses (direct = true)" in text
    for line in (
        "- Turnover counts when it is invoiced.",
        "- Rates: 13% up to €1,000, 12% up to €2,000, 11% up to €3,333 and 10% above.",
        "- The rate of the step that is reached applies to the whole base.",
        "- Period: each month counts by itself.",
        "- Beside the rates: at least €80 a month and at most €5,500 a year.",
        "- What changes after 12 months since entry: at least €100 a month.",
        "- What changes once an associate: at most €5,000 a year.",
        "- Fixed fees: the page does not mention any.",
    ):
        assert line in told
    # A cliff of the rule, and a page of 2017 read in 2026.
    assert sum(line.startswith("! ") for line in told) == 2


def test_practice_and_entry_are_told() -> None:
    told = cooperatives("opteos").stdout.splitlines()
    assert "- At least 10 hours a month at the SMIC." in told
    assert "- 3 months of salary must be in sight." in told
    assert "- Source: opteos.fr/CESA, September 2019." in told
    told = cooperatives("astrolabe").stdout.splitlines()
    assert "- At least €150 gross a month." in told
    assert "- What changes during the CAPE: at least €1,200 a year, one twelfth each month." in told
    assert any("sets €600 aside at entry: an advance" in line for line in told)
    told = cooperatives("artefacts").stdout.splitlines()
    assert "- Periods of 4 months." in told
    assert "- Renewed 3 times at most." in told
    told = cooperatives("encom1").stdout.splitlines()
    assert "- What changes as long as no salary is paid: €19 of fees each month." in told
    told = cooperatives("lets-co-up").stdout.splitlines()
    assert "- 3 to 36 months in all." in told


#: What is taken of the same 30,000 €: in an even year, then in one that invoices
#: 0, 500, 1 500, 3 000, 4 500, 5 500 | 5 000, 1 000, 3 500, 3 500, 2 000, 0; CESA from July on.
YEARS: dict[str, tuple[list[float], list[float]]] = {
    # 12 %
    "coodyssee": (
        [300] * 12,
        [0, 60, 180, 360, 540, 660, 600, 120, 420, 420, 240, 0],
    ),
    # So far, 11 %:   0   55  220  550 1045 1650 2200 2310 2695 3080 3300 3300
    # Floors run:   100  200  300  400  500  600  780  960 1140 1320 1500 1680
    "astrolabe": (
        [275] * 12,
        [100, 100, 100, 250, 495, 605, 550, 110, 385, 385, 220, 0],
    ),
    # 11 % of 2 500; 13 % up to 1 000, 12 % up to 2 000, 11 % up to 3 333, 10 %; at least 80
    "solstice": (
        [275] * 12,
        [80, 80, 180, 330, 450, 550, 500, 130, 350, 350, 240, 80],
    ),
    # Fees: 30 in January, 3.95 a month in CAPE; 10 % after six months
    "tumukumakop": (
        [33.95, *[3.95] * 5, *[250] * 6],
        [33.95, *[3.95] * 5, 500, 100, 350, 350, 200, 0],
    ),
    # 10 %, and 19 a month, 16 once paid
    "encom1": (
        [*[269] * 6, *[266] * 6],
        [19, 69, 169, 319, 469, 569, 516, 116, 366, 366, 216, 16],
    ),
    # 15 % of the year less 6 000: nothing below 40 000
    "codeurs-en-liberte": ([0] * 12, [0] * 12),
}


@pytest.mark.parametrize("preset_id", YEARS)
def test_a_year_by_hand(preset_id: str) -> None:
    even, uneven = cooperatives(preset_id, "--json").json["worked_years"]
    assert (even["year"], uneven["year"]) == ("even", "uneven")
    found = [[month["contribution"] for month in year["months"]] for year in (even, uneven)]
    assert found == list(YEARS[preset_id])
    for year in (even, uneven):
        months = year["months"]
        assert sum(month["turnover"] for month in months) == 30000
        assert [month["phase"] for month in months] == ["cape"] * 6 + ["cesa"] * 6
        assert [month["month"] for month in months] == [f"2026-{n:02}" for n in range(1, 13)]
        for month in months:
            parts = ("scale", "floor", "cap", "settled", "fees")
            assert sum(month[part] for part in parts) == pytest.approx(month["contribution"])


def test_the_page_shows_the_months_and_their_sum() -> None:
    lines = cooperatives("solstice").stdout.splitlines()
    rows = {line.split()[0]: line.split()[1:] for line in lines if line[:1].isalpha()}
    assert rows["Jan"] == ["CAPE", "2,500.00", "275.00", "0.00", "80.00"]
    assert rows["Aug"] == ["CESA", "2,500.00", "275.00", "1,000.00", "130.00"]
    assert rows["Total"] == ["30,000.00", "3,300.00", "30,000.00", "3,320.00"]
    # 3,320 / 30,000 = 0.1107; floors add 80 + 15 + 80 (500 × 13 % is 65).
    made_of = "(€3,145 by the rates and €175 for the floor)"
    assert f"- Uneven year: €3,320, 11.1% of turnover {made_of}." in lines


@pytest.mark.parametrize("preset_id", preset_ids())
def test_the_excerpt_is_a_dossier(preset_id: str) -> None:
    text = cooperatives(preset_id).stdout
    excerpt = text[text.index("    [cooperative]\n") :].replace("\n    ", "\n")
    dossier = read_text("x", f"{HEAD}{excerpt.strip()}\n", presets=preset_ids()).dossier
    assert dossier.cooperative.preset == preset_id
    [key] = dossier.cooperative.contribution.model_fields_set
    assert getattr(dossier.cooperative.contribution, key) != getattr(preset(preset_id).rule, key)


def test_the_list_for_programs() -> None:
    document = cooperatives("--json").json
    assert list(document) == ["format", "command", "cooperatives"]
    assert (document["format"], document["command"]) == (1, "cooperatives")
    by_id = {one["id"]: one for one in document["cooperatives"]}
    assert list(by_id) == list(preset_ids())
    assert by_id["astrolabe"] == {
        "id": "astrolabe",
        "name": "Astrolabe",
        "date": "2023-03",
        "summary": "11% to 9% of turnover, by slices of the year; at least €1,200 to €2,160 a year",
        "contribution": {
            "base": "turnover",
            "brackets": [
                {"up_to": 40000.0, "rate": 0.11},
                {"up_to": 80000.0, "rate": 0.1},
                {"rate": 0.09},
            ],
            "counted": "invoiced",
            "floor_per_year": 2160.0,
            "mode": "marginal",
            "period": "year",
            "when": [{"floor_per_year": 1200.0, "phase": "cape"}],
        },
        "assumed": [],
        "source": {
            "publisher": "Astrolabe",
            "page": "git.astrolabe.coop/AstrolabeCAE/DocumentsPublics, c643dcb38f",
            "certainty": "published",
        },
    }
    assert (by_id["solstice"]["date"], by_id["coodyssee"]["date"]) == ("2017", None)


@pytest.mark.parametrize("preset_id", preset_ids())
def test_the_rule_for_programs_is_the_rule(preset_id: str) -> None:
    told = cooperatives(preset_id, "--json", lang="fr").json["cooperative"]["contribution"]
    exact = json.loads(json.dumps(told), parse_float=Decimal)
    assert ContributionRule.model_validate(exact) == preset(preset_id).rule


def test_one_for_programs() -> None:
    document = cooperatives("opteos", "--json").json
    assert list(document) == [
        "format", "command", "cooperative", "worked_years", "assumptions", "warnings",
    ]  # fmt: skip
    known = document["cooperative"]
    assert known["first_salary"] == {
        "gross": None, "net": None, "hours": 10.0, "months": 3,
        "page": "opteos.fr/CESA", "date": "2019-09",
    }  # fmt: skip
    assert (known["cape"], known["entry"]) == (None, None)
    assert {note["kind"] for note in known["notes"]} == {"practice", "unknown"}
    assert [note["code"] for note in document["assumptions"]] == [
        "cooperative-source", "cooperative-counted", "cooperative-mode",
    ]  # fmt: skip
    known = cooperatives("artefacts", "--json").json["cooperative"]
    assert known["cape"] == {
        "period": 4, "renewals": 3, "shortest": None, "longest": None,
        "page": "artefacts.coop/infos-generales", "date": "2016",
    }  # fmt: skip
    known = cooperatives("astrolabe", "--json").json["cooperative"]
    assert known["entry"] == {"provision": 600.0, "months": 6}
    assert known["first_salary"]["gross"] == 150.0


def test_tables_for_a_spreadsheet() -> None:
    lines = cooperatives("--csv").stdout.splitlines()
    assert lines[0] == "Id,Name,Date,Contribution,Source,Certainty"
    assert lines[4] == (
        "coodyssee,Coodyssée,,12% of turnover,"
        '"coodyssee.fr, rémunération de l’entrepreneur salarié",published'
    )
    lines = cooperatives("solstice", "--csv", lang="en").stdout.splitlines()
    assert lines[0] == "Year,Month,Phase,Turnover,Contribution,Scale,Floor,Cap,Settled,Fees"
    assert lines[14] == "uneven,2026-02,cape,500.00,80.00,65.00,15.00,0.00,0.00,0.00"
    assert len(lines) == 1 + 2 * 12


def test_french_speaks_french() -> None:
    text = cooperatives("tumukumakop", lang="fr").stdout
    assert "- Ce qui change pendant le CAPE\u00a0: 3,95\u00a0€ de frais fixes chaque mois." in text
    assert (
        cooperatives(lang="fr").stdout.splitlines()[4].endswith("12\u202f% du chiffre d’affaires")
    )


def test_capitals_do_not_matter_and_a_file_may_be_written(tmp_path: Path) -> None:
    path = tmp_path / "solstice.json"
    found = run_cae("cooperatives", "Solstice", "-o", str(path))
    assert (found.exit_code, found.stdout) == (0, "")
    assert json.loads(path.read_text("utf-8"))["cooperative"]["id"] == "solstice"


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("solstis", "Did you mean “solstice”?"),
        ("optéoss", "Did you mean “opteos”?"),
        ("zzz", "Known are: artefacts, astrolabe,"),
        ("../../../etc/passwd", "Known are:"),
    ],
)
def test_an_unknown_one_is_refused_with_the_nearest(typed: str, remedy: str) -> None:
    found = run_cae("cooperatives", typed, lang="en")
    assert (found.exit_code, found.stdout) == (1, "")
    assert f"No known cooperative is called “{typed}”. [CAE-C001]" in found.stderr
    assert remedy in found.stderr


def test_ids_are_completed() -> None:
    found = run_cae("cooperatives", "op", env={"_CAE_COMPLETE": "bash"})
    assert found.stdout.split() == ["opteos", "opteos-formation"]
