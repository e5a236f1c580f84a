import pytest

from cae_cli.cli.shell import problems
from cae_cli.errors import Place, Problem
from cae_cli.language import say
from tests.cli.kit import run_cae
from tests.cli.sample import COMMANDS as SAMPLE
from tests.cli.test_completion import around


def test_short_line_is_shown_whole() -> None:
    assert problems.excerpt(Place(3, 9, "every = 'moth'\r\n", 6), 80) == [
        "  3 | every = 'moth'",
        "    |         ^^^^^^",
    ]


def test_long_line_is_cut_around_the_caret() -> None:
    line, caret = problems.excerpt(Place(7, 301, "a" * 300 + "HERE" + "b" * 300, 4), 40)
    assert len(line) <= 40
    assert line.startswith("  7 | …aaa")
    assert line.endswith("bbb…")
    assert line[caret.index("^") : caret.rindex("^") + 1] == "HERE"


@pytest.mark.parametrize("width", [20, 30, 79])
@pytest.mark.parametrize("column", [1, 50, 100])
def test_caret_stays_under_its_character(width: int, column: int) -> None:
    text = "".join(chr(ord("a") + at % 26) for at in range(100))
    line, caret = problems.excerpt(Place(10, column, text, 1), width)
    assert len(line) <= max(width, 7 + 12)
    assert line[caret.index("^")] == text[column - 1]


def test_tabs_wide_and_combining_characters_keep_the_caret_in_place() -> None:
    # A tab shows as one cell, 東京 as four, e + combining accent as one: 1 + 4 + 1 = 6 before x.
    _, caret = problems.excerpt(Place(1, 6, "\t東京e\u0301x", 1), 80)
    assert caret.index("^") - len("  1 | ") == 6


def test_column_past_the_end_of_the_line() -> None:
    assert problems.excerpt(Place(1, 9, "a =", 1), 80) == ["  1 | a =", "    |    ^"]
    assert problems.excerpt(Place(1, 1, "", 1), 80) == ["  1 |", "    | ^"]


def test_million_characters_are_quick() -> None:
    line, _ = problems.excerpt(Place(1, 500_000, "x" * 1_000_000, 1_000_000), 80)
    assert len(line) == 80


def test_several_problems_are_counted() -> None:
    one = Problem("CAE-D001", say("Type a name."), None, Place(1, 1, "a = 1", 1))
    text = problems.render_all("cae.toml", [one, one, one], around())
    assert text.count("cae.toml:1:1: [CAE-D001]\n") == 3
    assert text.endswith("\n3 errors in cae.toml.\n")
    assert "error" not in problems.render_all("cae.toml", [one], around())


def test_problems_without_a_place_name_the_file() -> None:
    problem = Problem("", say("Type a name."))
    assert problems.render("cae.toml", problem, around()) == "cae.toml:\n  Type a name.\n"


def test_a_flood_of_problems_is_bounded() -> None:
    one = Problem("X", say("Type a name."))
    text = problems.render_all("cae.toml", [one] * 1000, around())
    assert text.count("Type a name.") == problems.SHOWN_AT_MOST
    assert text.endswith("\n1,000 errors in cae.toml.\n")


def test_excerpt_fits_a_narrow_terminal() -> None:
    result = run_cae(
        "fail", "long", "--required", "x", env={"COLUMNS": "40"}, tty=True, commands=SAMPLE
    )
    assert "HERE" in result.stderr
    assert max(len(line) for line in result.stderr.splitlines()) <= 40
