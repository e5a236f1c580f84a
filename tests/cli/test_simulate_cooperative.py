"""`cae simulate` under the rules of a cooperative: a known one, another one, one of one's own."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.kit import run_cae

EXAMPLE = Path(__file__).parents[2] / "examples" / "ma-cooperative.toml"

#: 29,000 € were counted from January to September, 12 % of which were taken.
DOSSIER = """\
format = 1  # a comment
[activity]
name = "Essai"
[treasury]
month = "2026-10"
base_this_year = 29_000
contribution_this_year = 3480.00
[cooperative]
preset = "coodyssee"
[salary]
net_target = 110
[[clients]]
name = "Mairie"
payment = "on invoice"
prestations = [{ label = "Permanence", amount = 3000, start = 2026-10-01 }]
"""


def simulate(path: Path, *arguments: str, lang: str = "en", **options: Any) -> Any:
    found = run_cae("simulate", "-f", str(path), "--json", *arguments, lang=lang, **options)
    assert (found.exit_code, found.stderr) == (0, "")
    return found.json


def taken(document: Any, months: int = 4) -> list[float]:
    return [month["contribution"] for month in document["months"][:months]]


def codes(document: Any, key: str) -> list[str]:
    return [note["code"] for note in document[key]]


def texts(document: Any, key: str, code: str) -> list[str]:
    return [note["text"] for note in document[key] if note["code"] == code]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "cae.toml"
    path.write_text(DOSSIER, "utf-8", newline="")
    return path


def test_another_cooperative_answers_and_the_file_stays(dossier: Path) -> None:
    before = (dossier.read_bytes(), dossier.stat().st_mtime_ns)
    assert taken(simulate(dossier)) == [360, 360, 360, 360]
    # Optéos, as if it had counted the 29,000: 1,000 × 11.5 % + 2,000 × 10.5 %, then 10.5 % up to
    # the year's end; what Coodyssée took is not settled. January starts again at 11.5 %.
    assert taken(simulate(dossier, "--cooperative", "opteos")) == [325, 315, 315, 345]
    assert (dossier.read_bytes(), dossier.stat().st_mtime_ns) == before
    assert [path.name for path in dossier.parent.iterdir()] == ["cae.toml"]


def test_the_notes_name_the_other_one_only(dossier: Path) -> None:
    found = simulate(dossier, "--cooperative", "opteos")
    assert codes(found, "assumptions")[:4] == [
        "other-cooperative", "cooperative-source", "cooperative-counted", "cooperative-mode",
    ]  # fmt: skip
    [told] = texts(found, "assumptions", "other-cooperative")
    assert told.startswith("Optéos is in the place of the cooperative of the dossier, as if it had")
    assert texts(found, "assumptions", "cooperative-source")[0].startswith("Rules of Optéos:")
    assert "Coodyssée" not in str(found)


def test_its_own_cooperative_is_no_other_one(dossier: Path) -> None:
    own, named = simulate(dossier), simulate(dossier, "--cooperative", "coodyssee")
    assert named == own
    assert "other-cooperative" not in codes(own, "assumptions")


def test_keys_of_the_dossier_are_not_those_of_the_other_one(tmp_path: Path) -> None:
    path = tmp_path / "cae.toml"
    own = "[cooperative.contribution]\nfixed_per_month = 15\n[salary]"
    path.write_text(DOSSIER.replace("[salary]", own), "utf-8")
    assert taken(simulate(path)) == [375, 375, 375, 375]
    assert taken(simulate(path, "--cooperative", "opteos")) == [325, 315, 315, 345]


def test_a_dossier_without_a_cooperative_may_try_one(tmp_path: Path) -> None:
    path = tmp_path / "cae.toml"
    path.write_text(DOSSIER.replace('preset = "coodyssee"', ""), "utf-8")
    assert "no-contribution-rule" in codes(simulate(path), "warnings")
    found = simulate(path, "--cooperative", "artefacts")
    assert taken(found) == [300, 300, 300, 300]  # 10 %
    assert "no-contribution-rule" not in codes(found, "warnings")


@pytest.mark.parametrize(
    ("cooperative", "expected"),
    [
        # Whole-base brackets; a page of 2017.
        ("solstice", {"contribution-cliff", "cooperative-old"}),
        # March 2023 is more than three years ago; 150 gross at least, and 110 net is less.
        ("astrolabe", {"cooperative-old", "below-minimum-pay"}),
        ("encom1", {"contribution-cliff"}),  # undated
        # 2024; 110 net is more than 10 hours × 12.31.
        ("opteos", set()),
        ("coodyssee", set()),
    ],
)
def test_what_is_doubtful_is_warned_of(dossier: Path, cooperative: str, expected: set[str]) -> None:
    told = {"contribution-cliff", "cooperative-old", "below-minimum-pay"}
    found = simulate(dossier, "--cooperative", cooperative)
    assert told & set(codes(found, "warnings")) == expected


def test_the_warnings_say_what_is_to_be_known(dossier: Path) -> None:
    found = simulate(dossier, "--cooperative", "solstice")
    # 1,000 × 13 % and 12 %; 2,000 × 12 % and 11 %; 3,333 × 11 % and 10 %
    assert (
        "from €130 to €120 at €1,000, from €240 to €220 at €2,000 and from €366.63 to €333.30"
        in (texts(found, "warnings", "contribution-cliff")[0])
    )
    assert "of 2017, more than three years ago" in texts(found, "warnings", "cooperative-old")[0]
    found = simulate(dossier, "--cooperative", "astrolabe")
    [minimum] = texts(found, "warnings", "below-minimum-pay")
    gross = found["salary"][0]["gross"]
    assert 110 < gross < 150
    assert minimum == f"€{gross} gross a month is below the minimum pay of the cooperative, €150."


def test_the_minimum_is_ten_hours_where_nothing_is_published(tmp_path: Path) -> None:
    path = tmp_path / "cae.toml"
    path.write_text(DOSSIER.replace("net_target = 110", "net_target = 90"), "utf-8")
    [minimum] = texts(simulate(path), "warnings", "below-minimum-pay")
    assert minimum.endswith("the minimum pay of the cooperative, €123.10.")  # 10 × 12.31


def test_data_grows_old_with_the_day(dossier: Path) -> None:
    def old(today: str) -> bool:
        found = simulate(dossier, "--cooperative", "opteos", "--today", today)
        return "cooperative-old" in codes(found, "warnings")

    assert not old("2027-12-31")  # a page of 2024
    assert old("2028-01-01")


def test_a_cooperative_in_ten_lines() -> None:
    text = EXAMPLE.read_text("utf-8")
    start, end = text.index("[cooperative.contribution]"), text.index("[salary]")
    rule = [line for line in text[start:end].splitlines() if line.strip(" -")[:1] not in ("", "#")]
    assert len(rule) == 10
    found = simulate(EXAMPLE, "--today", "2027-01-10")
    # 1,800 invoiced on the last day of each month, paid 30 days later: 31 January on 2 March and
    # 28 February on 30 March; from then on 1,800 a month. 200 of direct expenses each month.
    # Jan, Feb: no base; 30 of floor and 15 of insurance.
    # Mar: 3,400 − 400 make 3,000 × 12 % = 360, of which 60 of floors were taken: 300 + 15.
    # Apr to Aug: 1,600 × 12 % + 15. The year reaches 11,000 in August.
    # Sep: 1,000 × 12 % + 600 × 10 % + 15. Then 160 + 15.
    assert taken(found, 12) == [45, 45, 315, *[207] * 5, 195, *[175] * 3]
    # The first salary begins the CESA in March. In 2028 January brings 192; February, without a
    # payment, −200: nothing, and the floors of 60 are reached; March brings 3,400, less that 200.
    assert found["first_salary"]["signed"]["month"] == "2027-03"
    # 1,600 − 200 + 3,400 = 4,800 × 12 % = 576, less 192: 384 + 15
    assert taken(found, 15)[12:] == [207, 15, 399]
    assert "no-contribution-rule" not in codes(found, "warnings")
    assert not [code for code in codes(found, "assumptions") if code.startswith("cooperative-")]
