"""Every number of a file of payroll rules is exact and bounded where it comes in."""

import pytest

from cae_cli.errors import InvalidInputError
from cae_cli.rules.payroll.rules_file import law_with
from cae_cli.rules.payroll.rules_form import CONTRIBUTION, FORMS, is_month
from tests.dossier.test_numbers import NUMBERS

FIELDS = [
    *((f"{form}.2027-01", key) for form, keys in FORMS.items() for key in keys.kinds),
    *(("contribution.health.2027-01", key) for key in CONTRIBUTION.kinds),
]


@pytest.mark.parametrize(("table", "key"), FIELDS, ids=[f"{t}-{k}" for t, k in FIELDS])
def test_no_field_takes_a_number_beyond_all_bounds(table: str, key: str) -> None:
    for number in NUMBERS:
        with pytest.raises(InvalidInputError) as error:
            law_with(f"[{table}]\n{key} = {number}\n", "regles.toml")
        places = [problem.place for problem in error.value.problems]
        assert any(place and place.excerpt.startswith(f"{key} =") for place in places)
        if number not in {"nan", "inf"}:
            assert [problem.code for problem in error.value.problems] == ["CAE-D017"]


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("smic.2027-01.euros", "12.500000000000000000000000001"),  # 12.50 when rounded to 28 digits
        ("contribution.health.2027-01.employer", "7.0000000000000000000000000001"),
        ("contribution.health.2027-01.employer", "0x10000000000000000"),
        ("working_time.2027-01.hours", "1820.0000000000000000000001"),
    ],
)
def test_the_value_kept_is_the_value_tested(key: str, number: str) -> None:
    with pytest.raises(InvalidInputError):
        law_with(f"{key} = {number}\n{key.rpartition('.')[0]}.text = 'x'\n", "regles.toml")


@pytest.mark.parametrize(
    "month", ["２０２７-01", "2027-01\n", "2027-1", "02027-01", "2027-13", " 2027-01"]
)
def test_a_month_is_four_digits_and_two(month: str) -> None:
    assert not is_month(month)


def test_long_texts_are_no_names() -> None:
    with pytest.raises(InvalidInputError):
        law_with(f'contribution.health.name = "{"x" * 201}"\n', "regles.toml")
