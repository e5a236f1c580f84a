"""What a file may ask for at most, just within and just beyond."""

import datetime as dt

import pytest

from cae_cli.dossier.problems.budget import too_much
from cae_cli.dossier.reading import read
from cae_cli.errors import InvalidInputError

TODAY = dt.date(2026, 11, 23)
HEAD = 'format = 1\nactivity.name = "x"\ntreasury.month = "2026-11"\n'


def codes(text: str) -> list[str]:
    try:
        read("cae.toml", text.encode(), today=TODAY)
    except InvalidInputError as refused:
        return [problem.code for problem in refused.problems]
    return []


def prestations(*items: str) -> str:
    return f'{HEAD}[[clients]]\nname = "c"\nprestations = [{",".join(items)}]\n'


def item(more: str, start: str = "2026-11-01") -> str:
    return f'{{ label = "a", amount = 1, start = {start}, {more} }}'


def test_the_months_of_a_projection() -> None:
    # from November 2026: the pay begins in the decided month and is looked at for 24 months
    within, beyond = "2074-11", "2074-12"  # 48 years and 0 or 1 month, then 24 months: 600, 601
    assert codes(f'{HEAD}[salary]\nstart = "{within}"\n') == []
    assert codes(f'{HEAD}[salary]\nstart = "{beyond}"\n') == ["CAE-D064"]


def test_expenses_that_follow_turnover() -> None:
    share = '[[expenses]]\nlabel = "a"\nshare_of_turnover = 0.1\n'
    assert codes(HEAD + share * 100) == []
    assert codes(HEAD + share * 101) == ["CAE-D064"]


@pytest.mark.parametrize(
    "more",
    [
        "every = 'month'",
        "every = 'week', count = 99999",
        "every = 'month', months = [3, 4]",
        "every = '2 weeks', cost = 3",
        "every = 'week', invoiced = 'month-end'",
    ],
)
def test_a_large_activity_is_within(more: str) -> None:
    """Five hundred prestations, all of them still running, since 2023."""
    assert codes(prestations(*[item(more, "2023-01-02")] * 500)) == []


@pytest.mark.parametrize(
    ("more", "start"),
    [
        ("every = '1 days'", "2026-11-01"),
        ("every = '1 days', months = [1]", "1990-01-01"),
        ("every = '1 days', pauses = [{ from = 2027-01-01, to = 2027-01-01 }]", "1990-01-01"),
        ("every = '1 days', invoiced = 'month-end'", "1990-01-01"),
        ("every = '1 days', end = 2026-11-01, renews = 0.5", "2026-11-01"),
    ],
)
def test_thousands_of_daily_dates_are_too_much(more: str, start: str) -> None:
    assert codes(prestations(*[item(more, start)] * 400)) == ["CAE-D064"]


def test_what_is_counted_from_long_ago_needs_no_walk() -> None:
    old = item("every = 'week', count = 99999", "1990-01-01")
    assert codes(prestations(*[old] * 1000)) == []


def test_the_heaviest_item_is_named() -> None:
    light, heavy = item("every = 'year'"), item("every = '1 days'")
    text = prestations(light, *[heavy] * 400, light)
    dossier = read("cae.toml", text.encode()).dossier  # without a day, nothing is projected
    (found,) = too_much(dossier, TODAY)
    assert found.path == ("clients", 0, "prestations", 1)  # the first of the heaviest


def test_a_cost_counts_twice() -> None:
    half = item("every = '1 days'")
    with_cost = item("every = '1 days', cost = 1")
    # some 2 200 dates each, up to October 2031, those of the past year that may be paid included
    assert codes(prestations(*[half] * 200)) == []
    assert codes(prestations(*[with_cost] * 200)) == ["CAE-D064"]
