import pytest

from cae_cli.errors import InvalidInputError, Problem
from cae_cli.months import Month
from cae_cli.rules.payroll.law import shipped_law
from cae_cli.rules.payroll.rules_file import checked_tables, law_with
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.tables import read_tables, shipped_tables

NEW_YEAR = """\
known_until = "2027-12"

[smic]
2027-01 = { euros = 12.50, text = "décret 2026-1500" }

[ceiling]
2027-01 = { euros = 4100, text = "arrêté du 20 décembre 2026" }

[contribution.unemployment]
2027-01 = { employer = 4.10, up_to = 4, text = "convention de test" }

[contribution.new_fund]
name = "New fund"
2027-01 = { employer = 0.10, text = "loi de test" }
"""


REDUCED_AND_CAPPED = """\
[contribution.fund]
name = "Fund"
2027-01 = { employer = 2, reduced = 1, reduced_up_to = 2, up_to = 1, text = "loi de test" }
"""


def problems(text: str) -> list[Problem]:
    with pytest.raises(InvalidInputError) as error:
        law_with(text, "regles.toml")
    assert error.value.source == "regles.toml"
    return error.value.problems


def test_the_shipped_data_has_the_form_it_asks_of_others() -> None:
    import importlib.resources

    folder = importlib.resources.files("cae_cli.rules") / "data" / "payroll"
    names = [file.name for file in folder.iterdir() if file.name.endswith(".toml")]
    assert sorted(names) == ["contributions.toml", "reduction.toml", "smic.toml"]
    for name in names:
        text = (folder / name).read_text(encoding="utf-8")
        assert checked_tables(text, name, {}) == read_tables(text)


def test_a_new_year_is_laid_over_the_shipped_data() -> None:
    law = law_with(NEW_YEAR, "regles.toml")
    new, old = Month.parse("2027-01"), Month.parse("2026-12")
    settings = PayrollSettings()
    assert law.last_known_month == Month.parse("2027-12")
    assert law.smic_hourly(new) == 1250
    before, after = law.payroll_for(old, settings), law.payroll_for(new, settings)
    # unemployment + 0.10 points, the new fund 0.10 %: 4 € on 2 000 €
    assert after.before_reduction(200_000) - before.before_reduction(200_000) == 400
    assert [line.name for line in after.lines(200_000)][-2] == "New fund"
    assert before.payslip(200_000) == shipped_law().payroll_for(old, settings).payslip(200_000)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[smic\n", "CAE-D013", 1),
        ("[smicc]\n2027-01 = { euros = 12, text = 'x' }", "CAE-P011", 1),
        ("known_untill = '2027-12'", "CAE-P011", 1),
        ("known_until = 2027", "CAE-P013", 1),
        ("[smic]\n2027-13 = { euros = 12, text = 'x' }", "CAE-P013", 2),
        ("[smic]\n2016-12 = { euros = 9.67, text = 'x' }", "CAE-P013", 2),
        ("[smic]\n\n2027-01 = { euro = 12, text = 'x' }", "CAE-P011", 3),
        ("[smic]\n2027-01 = { euros = 12.345, text = 'x' }", "CAE-P013", 2),
        ("[smic]\n2027-01 = { euros = -1, text = 'x' }", "CAE-P013", 2),
        ("[smic]\n2027-01 = { euros = nan, text = 'x' }", "CAE-P013", 2),
        ("[smic]\n2027-01 = { euros = 1e999999999, text = 'x' }", "CAE-D017", 2),
        ("[smic]\n2027-01 = { euros = 0, text = 'x' }", "CAE-P013", 2),
        ("[smic]\n2027-01 = { euros = true, text = 'x' }", "CAE-P013", 2),
        ("[smic]\n2027-01 = { euros = '12', text = 'x' }", "CAE-P013", 2),
        ("[smic]\n2027-01 = { euros = 12 }", "CAE-P012", 2),
        ("[smic]\n2027-01 = { euros = 12, text = ' ' }", "CAE-P013", 2),
        ("[smic]\n2027-01 = 12", "CAE-P013", 2),
        ("smic = 12", "CAE-P013", 1),
        ("contribution = 12", "CAE-P013", 1),
        ("[contribution]\nhealth = 12", "CAE-P013", 2),
        ("[contribution.health]\n2027-01 = { employer = 101, text = 'x' }", "CAE-P013", 2),
        (
            "[contribution.health]\n2027-01 = { employer = 13, reduced = 7, text = 'x' }",
            "CAE-P014",
            2,
        ),
        (
            "[contribution.health]\n2027-01 = { employer = 1, employer_setting = 'x', text = 'x' }",
            "CAE-P014",
            2,
        ),
        (
            "[contribution.social_levy]\n2027-01 = { employee = 8, on = 'covers', text = 'x' }",
            "CAE-P014",
            2,
        ),
        ("[contribution.health]\n2027-01 = { employer_setting = 'x', text = 'x' }", "CAE-P013", 2),
        ("[contribution.fund]\n2027-01 = { employer = 1, text = 'x' }", "CAE-P012", 1),
        ("[contribution.health]\nname = 3", "CAE-P013", 2),
        (
            "[reduction]\n2027-01 = { smic_of = '2016-01', text = 'x' }",
            "CAE-P013",
            2,
        ),
        ("[working_time]\n2027-01 = { hours = 0, text = 'x' }", "CAE-P013", 2),
        ("[reduction]\n2027-01 = { least = 0.02, text = 'x' }", "CAE-P012", 2),
        ("[smic]\n2027-02 = { euros = 13, until = '2027-01', text = 'x' }", "CAE-P014", 2),
        ("[smic]\n2027-02 = { euros = 13, until = 'mai', text = 'x' }", "CAE-P013", 2),
        ("[smic]\n2017-01 = { euros = 9.76, until = '2017-06', text = 'x' }", "CAE-P014", 2),
        ("[ceiling]\n2027-01 = { euros = 0, text = 'x' }", "CAE-P013", 2),
        (REDUCED_AND_CAPPED, "CAE-P014", 3),
    ],
)
def test_each_slip_is_told_with_its_line(text: str, code: str, line: int) -> None:
    places = {problem.code: problem.place for problem in problems(text)}
    assert code in places
    place = places[code]
    assert place is not None
    assert (place.line, place.excerpt) == (line, text.splitlines()[line - 1])


def test_the_caret_stands_under_the_key() -> None:
    text = "[smic]\n2027-01 = { euro = 12, text = 'x' }"
    place = next(one.place for one in problems(text) if one.code == "CAE-P011")
    assert place is not None
    assert place.excerpt[place.column - 1 :][: place.width] == "euro"


def test_a_slip_gets_a_suggestion() -> None:
    remedy = problems("[smicc]\n2027-01 = { euros = 12, text = 'x' }")[0].remedy
    assert remedy is not None
    assert remedy.values == {"name": "smic"}


def test_all_slips_of_a_file_are_told_at_once_in_its_order() -> None:
    text = "[ceiling]\n2027-01 = { euros = 'x', text = 'x' }\n[smic]\n2027-00 = { }\nx = 2\n"
    lines = [problem.place.line for problem in problems(text) if problem.place]
    assert lines == sorted(lines)
    assert len(lines) >= 3


@pytest.mark.parametrize("text", ["x = " + "[" * 100_000, "a." * 100_000 + "a = 1"])
def test_a_hostile_file_gets_a_message_too(text: str) -> None:
    assert problems(text)[0].code == "CAE-D016"


def test_of_thousands_of_slips_the_first_hundred_are_told() -> None:
    told = problems("\n".join(f"k{i} = 1" for i in range(8_000)))
    assert len(told) == 101
    assert told[-1].code == "CAE-D099"
    assert told[-1].what.number == 7_900


def test_the_file_does_not_change_the_shipped_data() -> None:
    before = repr(shipped_tables())
    law_with(NEW_YEAR, "regles.toml")
    assert repr(shipped_tables()) == before
