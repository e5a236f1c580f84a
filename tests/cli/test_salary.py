"""`cae salary`. Figures are published net SMIC, the law line by line, or stand beside."""

import csv
import io
import json
import time
from pathlib import Path

import pytest

from tests.cli.kit import Result, run_cae


def salary(*arguments: str, **options: object) -> Result:
    return run_cae("salary", *arguments, **options)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # where no dossier is


# Gross at the SMIC, 60 staff, 1 % of work accidents: month, gross, net, cost.
ANCHORS = """
2017-01 1480.27 1151.50 1662.43
2019-01 1521.22 1204.21 1610.74
2019-10 1521.22 1204.21 1549.14
2023-05 1747.20 1383.07 1795.18
2025-05 1801.80 1426.29 1853.98
2026-01 1823.03 1443.10 1876.02
2026-06 1867.02 1477.92 1964.77
"""


@pytest.mark.parametrize("row", [line.split() for line in ANCHORS.strip().splitlines()])
def test_every_side_of_the_pay_at_the_smic(row: list[str]) -> None:
    month, *amounts = row
    gross, net, cost = map(float, amounts)
    for side, amount in (("gross", gross), ("net", net), ("cost", cost)):
        found = salary(f"--{side}", str(amount), "--month", month, "--json").json
        assert (found["net"], found["employer_cost"]) == (net, cost)
        assert abs(found["gross"] - gross) < 0.015  # a cent of gross may change nothing


def test_the_document_is_frozen() -> None:
    # 0.4021 × 1 823.03 = 733.04; 12 % of 2 131.84 is 255.82, which leaves 1 876.02
    found = salary(
        "--gross", "1823.03", "--month", "2026-02", "--cooperative", "coodyssee", "--json"
    )
    document = found.json
    notes = [note["code"] for note in document.pop("assumptions")]
    assert notes == [
        "payroll",
        "absences",
        "month-alone",
        "cooperative-source",
        "cooperative-counted",
    ]
    assert document == {
        "format": 1, "command": "salary", "month": "2026-02", "net": 1443.1, "gross": 1823.03,
        "employer_cost": 1876.02, "employee_contributions": 379.93,
        "employer_contributions": 52.99, "general_reduction": 733.04, "contribution": 255.82,
        "turnover": 2131.84, "unspent": 0.0, "lines": [], "warnings": [],
    }  # fmt: skip
    assert found.stderr == ""


def test_back_from_the_turnover() -> None:
    found = salary(
        "--turnover", "2131,84", "--month", "2026-02", "--cooperative", "coodyssee", "--json"
    ).json
    assert (found["employer_cost"], found["contribution"]) == (1876.02, 255.82)
    assert (found["turnover"], found["unspent"], found["net"]) == (2131.84, 0, 1443.1)


def test_without_a_cooperative_no_turnover_is_told() -> None:
    found = salary("--net", "1500", "--json").json
    assert found["turnover"] is None
    assert found["contribution"] is None
    refused = salary("--turnover", "2000", lang="en")
    assert refused.exit_code == 1
    assert "--cooperative" in refused.stderr


def test_the_answer_is_one_sentence_first() -> None:
    command = ("--gross", "1823.03", "--month", "2026-02", "--cooperative", "coodyssee")
    english = salary(*command, lang="en").stdout.splitlines()
    assert english[0] == (
        "For €1,823.03 gross in February 2026: €1,443.10 net, €1,876.02 of employer cost, that is "
        "€2,131.84 excluding VAT to invoice (Coodyssée contribution: 12%)."
    )
    french = salary(*command).stdout.splitlines()
    assert french[0].replace("\u00a0", " ").replace("\u202f", " ") == (
        "Pour 1 823,03 € brut en février 2026 : 1 443,10 € net, 1 876,02 € de coût global, soit "
        "2 131,84 € HT à facturer (contribution Coodyssée : 12 %)."
    )


def test_what_100_more_costs_and_the_quarters() -> None:
    shown = salary("--net", "1443.10", "--month", "2026-02", lang="en").stdout
    costs = [
        salary("--net", net, "--month", "2026-02", "--json").json["employer_cost"]
        for net in ("1443.10", "1543.10")
    ]
    assert f"€100 more net a month costs €{costs[1] - costs[0]:.2f} more." in shown
    assert [">", "1,443.10"] in [line.split()[:2] for line in shown.splitlines()]
    # a quarter is 150 × 12.02 = 1 803 of gross; 600.99 × 12 = 7 211.88 is three, 601 × 12 is four
    assert "(each needs €1,803 gross)" in shown
    for gross, quarters in (("601", 4), ("600.99", 3), ("300.50", 2), ("150.25", 1)):
        shown = salary("--gross", gross, "--month", "2026-07", lang="en").stdout
        assert f"validate {quarters} pension quarter" in shown
    shown = salary("--gross", "150.24", "--month", "2026-07", lang="en").stdout
    assert "validate no pension quarter" in shown


def test_inside_a_jump_the_unspent_part_is_told() -> None:
    # September 2025: from 5 490.64 to 5 733.90 every budget gives 4 054.05 gross, 3 205.02 net
    for budget in ("5490.64", "5600", "5733.90"):
        found = salary("--cost", budget, "--month", "2025-09", "--json").json
        assert (found["gross"], found["net"]) == (4054.05, 3205.02)
        assert found["employer_cost"] == 5490.64
        assert found["unspent"] == round(float(budget) - 5490.64, 2)
    shown = salary("--cost", "5600", "--month", "2025-09", lang="en").stdout
    assert "€109.36 is left unspent" in shown


def test_where_net_falls_when_gross_rises_it_warns() -> None:
    # the employee's CET: 0.14 % of 3 925.01 is 5.50, and other lines move by a cent at most
    for gross, warned in (("3800", False), ("3925", True), ("3925.01", True), ("4000", False)):
        shown = salary("--gross", gross, "--month", "2025-09", lang="en").stdout
        assert ("net falls by €5.4" in shown) is warned, gross
    before = salary("--gross", "3925", "--month", "2018-06", lang="en").stdout
    assert "net falls" not in before  # no CET before 2019


def test_the_lines_add_up() -> None:
    found = salary("--net", "1500", "--month", "2026-02", "--lines", "--json").json
    lines = {line["code"]: line for line in found["lines"]}
    assert round(sum(line["employee"] for line in lines.values()), 2) == round(
        found["employee_contributions"], 2
    )
    assert round(sum(line["employer"] for line in lines.values()), 2) == round(
        found["employer_contributions"], 2
    )
    assert lines["health"]["employer_rate"] == 0.13
    assert lines["health"]["base"] == found["gross"]
    assert lines["general_reduction"]["employer"] == -found["general_reduction"]
    assert all(line["text"] for line in lines.values())


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_payslip_fits_80_columns_and_names_everything(lang: str) -> None:
    # 1 823.03 in 2026: 13 % is 236.99, 6.90 % is 125.79; CSG base 1 791.13, of which 6.80 % 121.80
    shown = salary("--gross", "1823.03", "--month", "2026-02", "--lines", lang=lang).stdout
    table = shown.split("───\n", 1)[1].rsplit("───", 1)[0].splitlines()
    assert max(map(len, table)) <= 80
    flat = shown.replace("\u202f", "").replace(",", "").replace(".", "")
    for number in ("23699", "12579", "179113", "12180", "−73304", "144310", "187602"):
        assert number in flat, number


def test_settings_are_flags() -> None:
    # cost of the covers: 29 + 8 % of 29 (2.32) of forfait social; the employee pays 29, and CSG and
    # CRDS on the employer's 29: 6.80 % of 1 820.13 is 123.77 (+1.97), 2.90 % 52.78 (+0.84)
    common = ("--gross", "1823.03", "--month", "2026-02", "--json")
    plain = salary(*common).json
    covered = salary(
        *common, "--health-insurance-employer", "29", "--health-insurance-employee", "29"
    ).json
    assert round(covered["employer_cost"] - plain["employer_cost"], 2) == 29 + 2.32
    assert round(plain["net"] - covered["net"], 2) == 29 + 1.97 + 0.84
    # mobility levy of 2 %: 36.46; occupational health 10; provident 1 % of 1 823.03: 18.23, and 8 %
    # of it 1.46
    for flags, more in (
        (("--mobility-rate", "2%"), 36.46),
        (("--occupational-health", "10"), 10),
        (("--provident-employer", "0.01"), 18.23 + 1.46),
        (("--work-accident-rate", "0,02"), 18.23),
    ):
        cost = salary(*common, *flags).json["employer_cost"]
        assert round(cost - plain["employer_cost"], 2) == round(more, 2), flags
    # below 50 staff: 0.10 % of FNAL for 0.50 %, no PEEC of 0.45 %, 0.3981 for 0.4021
    small = salary(*common, "--headcount", "20").json["employer_cost"]
    fnal, peec, reduction = 9.12 - 1.82, 8.20, 733.04 - 725.75
    assert round(plain["employer_cost"] - small, 2) == round(fnal + peec - reduction, 2)


def test_hours() -> None:
    # half of full time at 911.52: the whole SMIC of its hours; with equivalent hours as well
    half = salary("--gross", "911.52", "--hours", "75.83", "--month", "2026-02", "--json").json
    whole = salary("--gross", "911.52", "--month", "2026-02", "--json").json
    assert half["general_reduction"] == whole["general_reduction"] == 366.52  # 0.4021
    # full time paid half the SMIC: the coefficient has the same maximum
    full = salary("--gross", "911.52", "--hours", "full", "--month", "2026-02", "--json").json
    assert full["general_reduction"] == 366.52
    assert salary("--gross", "900", "--hours", "200").exit_code == 1
    assert salary("--gross", "900", "--hours", "fulll").exit_code == 2


DOSSIER = """
format = 1
activity = { name = "Essai" }
[cooperative]
preset = "coodyssee"
payroll = { headcount = 20, work_accident_rate = 0.02 }
"""


def test_a_dossier_gives_its_settings_and_flags_win(tmp_path: Path) -> None:
    (tmp_path / "cae.toml").write_text(DOSSIER, encoding="utf-8")
    typed = salary(
        "--gross", "1823.03", "--headcount", "20", "--work-accident-rate", "0.02",
        "--cooperative", "coodyssee", "--json", cwd=Path("/"),
    ).json  # fmt: skip
    found = salary("--gross", "1823.03", "--json").json
    *assumed, settings = found.pop("assumptions")
    assert (assumed, settings["code"]) == (typed.pop("assumptions"), "settings")
    assert found == typed
    over = salary("--gross", "1823.03", "--headcount", "60", "--json").json
    assert over["employer_cost"] != typed["employer_cost"]
    assert "cae.toml" in salary("--gross", "1823.03", lang="en").stdout
    (tmp_path / "cae.toml").write_text("format = 2", encoding="utf-8")
    assert salary("--gross", "1823.03").exit_code == 1
    assert salary("--gross", "1", "--file", "none.toml").exit_code == 1


def test_the_smic_of_the_dossier_may_rise(tmp_path: Path) -> None:
    # 12.31 × 1.02 = 12.5562: 12.56 € an hour in 2027, and 1 884 € of gross for a quarter
    text = f"{DOSSIER}[assumptions]\nsmic_growth = 0.02\n"
    (tmp_path / "cae.toml").write_text(text, encoding="utf-8")
    shown = salary("--net", "1500", "--month", "2027-01", lang="en").stdout
    assert "rise by 2% each January" in shown
    assert "(each needs €1,884 gross)" in shown


def test_a_list_of_amounts_with_bad_lines() -> None:
    found = salary(
        "--gross", "-", "--month", "2026-02", "--json", lang="en",
        stdin="1823,03\n\ndouze\n-5\n99999999\n1000\n",
    )  # fmt: skip
    assert found.exit_code == 1
    documents = [json.loads(line) for line in found.stdout.splitlines()]
    assert [document["gross"] for document in documents] == [1823.03, 1000.0]
    assert [line.split(":")[0] for line in found.stderr.splitlines()] == [
        "Line 3", "Line 4", "Line 5",
    ]  # fmt: skip
    assert salary("--gross", "-", stdin="1000\n2000\n").exit_code == 0
    assert salary("--gross", "-", stdin="").exit_code == 0


def test_a_list_as_a_table_and_as_csv() -> None:
    shown = salary("--net", "-", "--month", "2026-02", lang="en", stdin="1443.10\n").stdout
    assert shown.splitlines()[1].split() == ["1,443.10", "1,823.03", "1,876.02"]
    text = salary("--net", "-", "--month", "2026-02", "--csv", stdin="1443.10\n1500\n").stdout
    header, first, second = csv.reader(io.StringIO(text), delimiter=";")
    assert len(header) == len(first) == len(second)
    assert first[:4] == ["2026-02", "1443,10", "1823,03", "1876,02"]
    lines = salary("--gross", "1823.03", "--month", "2026-02", "--lines", "--csv", lang="en").stdout
    rows = {row["Code"]: row for row in csv.DictReader(io.StringIO(lines))}
    assert rows["capped_old_age"]["Employee"] == "125.79"
    assert rows["capped_old_age"]["Employee rate"] == "6.9%"


def test_ten_thousand_lines_are_quick() -> None:
    amounts = "".join(f"{1000 + i / 2}\n" for i in range(10_000))
    start = time.process_time()
    found = salary("--gross", "-", "--json", stdin=amounts)
    assert found.stdout.count("\n") == 10_000
    assert time.process_time() - start < 60  # a hang, not a slow day: benchmarks measure


def test_after_the_last_known_month_it_is_said() -> None:
    shown = salary("--net", "1500", "--month", "2027-03", lang="en")
    assert "After December 2026" in shown.stdout
    silent = salary("--net", "1500", "--month", "2027-03", "--csv", lang="en")
    assert "After December 2026" in silent.stderr
    document = salary("--net", "1500", "--month", "2027-03", "--json").json
    assert "payroll-extrapolated" in [note["code"] for note in document["assumptions"]]


RULES_2027 = """
known_until = "2027-12"
[smic]
2027-01 = { euros = 12.60, text = "décret 2026-9999" }
"""


def test_rules_of_ones_own(tmp_path: Path) -> None:
    # 2 000 is 1.0712 SMIC at 12.31 and 1.0466 at 12.60: the coefficient is the higher there
    (tmp_path / "paie.toml").write_text(RULES_2027, encoding="utf-8")
    plain = salary("--gross", "2000", "--month", "2027-01", "--json").json
    typed = salary("--gross", "2000", "--month", "2027-01", "--rules", "paie.toml", "--json")
    assert typed.stderr == ""  # 2027 is known now
    assert typed.json["general_reduction"] > plain["general_reduction"]
    told = salary(
        "--gross", "1500", "--month", "2027-01", lang="en", env={"CAE_RULES": "paie.toml"}
    )
    assert "those of paie.toml" in told.stdout
    (tmp_path / "paie.toml").write_text("[smic]\n2027-01 = { euros = -1 }\n", encoding="utf-8")
    refused = salary("--gross", "1500", "--rules", "paie.toml", lang="en")
    assert refused.exit_code == 1
    assert "paie.toml:2" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 2),
        (("--net", "1500", "--gross", "1500"), 2),
        (("--net", "douze"), 2),
        (("--net", "-5"), 2),
        (("--net", "99999999"), 2),
        (("--net", "1500", "--month", "2016-12"), 1),
        (("--net", "1500", "--month", "mars"), 2),
        (("--net", "1500", "--headcount", "0"), 2),
        (("--net", "1500", "--work-accident-rate", "120%"), 2),
        (("--net", "1500", "--cooperative", "coodysee"), 1),
        (("--net", "1500", "--provident-employee", "0.95"), 1),
        (("--net", "1500", "--rules", "none.toml"), 1),
        (("--net", "1500", "--year", "2025"), 2),
        (("--gross", "-", "--year", "2025", "--month", "2025-03"), 2),
        (("--gross", "-", "--file", "-"), 2),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], code: int) -> None:
    found = salary(*arguments)
    assert found.exit_code == code
    assert found.stderr
    assert found.stdout == ""


UNEVEN = "1801.80\n" * 6 + "4000\n" * 6


def test_the_year_shows_both_readings() -> None:
    # 2025, under 50 staff: T = 0.3194 until April gives 4 × 575.49 + 2 × 575.31 month by month;
    # over the year 34 810.80 is above 1.6 × 12 × 1 801.80, and nothing is left
    found = salary("--gross", "-", "--year", "2025", "--headcount", "8", "--json", stdin=UNEVEN)
    document = found.json
    assert document["monthly"]["general_reduction"] == 3452.58
    assert document["annual"]["general_reduction"] == 0
    # 4 000 alone is above the ceiling, 3 925; over the year 34 810.80 is below 47 100
    assert document["annual"]["net"] - document["monthly"]["net"] == pytest.approx(28.32)
    more = document["annual"]["employer_cost"] - document["monthly"]["employer_cost"]
    assert more == pytest.approx(3452.58 - 50.05)
    december = document["months"][-1]
    assert december["annual"]["net"] - december["monthly"]["net"] == pytest.approx(4.72)
    assert [month["month"] for month in document["months"]][::11] == ["2025-01", "2025-12"]
    assert sum(month["gross"] for month in document["months"]) == pytest.approx(34_810.80)
    shown = salary(
        "--gross", "-", "--year", "2025", "--headcount", "8", lang="en", stdin=UNEVEN
    ).stdout
    assert "€0 by the year, €3,452.58 month by month" in shown
    table = salary("--gross", "-", "--year", "2025", "--csv", stdin=UNEVEN).stdout
    assert len(table.splitlines()) == 13


def test_the_year_in_both_languages_on_80_columns() -> None:
    flags = ("--gross", "-", "--year", "2025", "--headcount", "8")
    english = salary(*flags, lang="en", stdin=UNEVEN).stdout
    assert "3,402.53 more than month by month" in english
    # net month by month: 6 × 1 426.29 and 6 × (4 000 − 838.33)
    assert "Net: €27,556.08 by the year, €27,527.76 month by month." in english
    french = salary(*flags, lang="fr", stdin=UNEVEN).stdout
    assert "Net : 27 556,08 € à l’année" in french.replace("\u202f", " ").replace("\xa0", " ")
    for text in (english, french):
        table = [line for line in text.splitlines() if line[:4] in ("    ", "Mont", "Mois", "Dec ")]
        assert max(map(len, table)) <= 80


def test_a_year_refuses_bad_lines_and_too_many() -> None:
    bad = salary("--gross", "-", "--year", "2025", stdin="1000\nx\n", lang="en")
    assert (bad.exit_code, bad.stdout) == (1, "")
    assert "Line 2" in bad.stderr
    assert salary("--gross", "-", "--year", "2025", stdin="1\n" * 13).exit_code == 1
    assert salary("--gross", "-", "--year", "2025", stdin="").exit_code == 1
    half = salary("--gross", "-", "--year", "2025", "--json", stdin="1000\n0\n2000\n").json
    assert [month["gross"] for month in half["months"]] == [1000, 0, 2000]


def test_the_answer_goes_to_a_file(tmp_path: Path) -> None:
    assert salary("--net", "1500", "-o", "paie.json").exit_code == 0
    assert json.loads((tmp_path / "paie.json").read_text(encoding="utf-8"))["command"] == "salary"
