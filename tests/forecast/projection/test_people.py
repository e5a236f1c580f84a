"""Who is under which contract, to the day, and from when each may be paid."""

import datetime as dt

import pytest

from cae_cli.forecast.projection.people import (
    FOREVER,
    Person,
    Span,
    months_without_income,
    people,
)
from cae_cli.months import Month
from tests.forecast.kit import dossier
from tests.forecast.kit import person as entrepreneur


def of(*contracts: str, more: str = "") -> Person:
    (found,) = people(dossier(entrepreneur("Lulu", *contracts, more=more)))
    return found


def phases(person: Person, first: str, last: str, *, paid: bool = False) -> list[str | None]:
    months = range(Month.parse(first), Month.parse(last) + 1)
    return [person.phase(Month(month), paid=paid) for month in months]


def test_targets_are_those_of_each_or_the_common_one() -> None:
    text = (
        "[salary]\nnet_target = 900\n"
        + entrepreneur("Lulu")
        + entrepreneur("Léa", more="net_target = 600.50")
        + entrepreneur("Zoé", more="net_target = 0")
    )
    found = people(dossier(text))
    assert [(one.name, one.net) for one in found] == [("Lulu", 90000), ("Léa", 60050), ("Zoé", 0)]
    assert found[1].net_in(Month.parse("2023-06")) == 60050
    assert [one.net for one in people(dossier(entrepreneur("Lulu")))] == [0]


def test_without_entrepreneurs_there_is_one_who_has_no_name() -> None:
    (found,) = people(dossier("[salary]\nnet_target = 900\n"))
    assert found == Person("", 90000, (), (), has_cesa=False, associate_since=None,
                           associate_month=FOREVER)  # fmt: skip
    (found,) = people(dossier(""))
    assert found.net == 0


def test_contracts_are_months_in_the_order_of_time() -> None:
    found = of("cesa 2023-08-20", "cape 2022-10-03 2023-07-31", "other 2022-01-10 2022-02-27")
    months = [Month.parse(text) for text in ("2022-01", "2022-02", "2022-10", "2023-07", "2023-08")]
    january, february, october, july, august = months
    assert found.spans == (
        # 27 February is not the last day of its month: January is the last whole one
        Span(cesa=False, first=january, last=february, last_whole=january),
        Span(cesa=False, first=october, last=july, last_whole=july),
        Span(cesa=True, first=august, last=FOREVER, last_whole=FOREVER),
    )
    assert [contract.kind for contract in found.contracts] == ["other", "cape", "cesa"]
    assert found.has_cesa
    assert found.entry(months[4]) == january
    assert not of("cape 2022-10-03").has_cesa
    assert of().entry(july) == july


@pytest.mark.parametrize(
    ("day", "runs"),
    [
        (dt.date(2023, 8, 19), False),
        (dt.date(2023, 8, 20), True),  # the day of signature
        (dt.date(2024, 3, 31), True),  # the last day
        (dt.date(2024, 4, 1), False),
    ],
)
def test_a_cesa_runs_from_its_first_day_to_its_last(day: dt.date, runs: bool) -> None:
    assert of("cape 2022-10-03", "cesa 2023-08-20 2024-03-31").under_cesa(day) is runs
    assert of("cesa 2023-08-20").under_cesa(day) is (day >= dt.date(2023, 8, 20))
    assert not of("cape 2022-10-03", "other 2022-10-03").under_cesa(day)


def test_the_months_of_a_cesa_are_paid_the_first_and_the_last_whole() -> None:
    found = of("cape 2022-10-03 2023-08-19", "cesa 2023-08-20 2023-10-02", "cesa 2023-12-31")
    paid = [str(Month(m)) for m in range(Month.parse("2023-07"), Month.parse("2024-03"))
            if found.may_be_paid(Month(m))]  # fmt: skip
    assert paid == ["2023-08", "2023-09", "2023-10", "2023-12", "2024-01", "2024-02"]
    # where none is on record, it is signed with the first salary
    assert of("cape 2022-10-03 2023-07-31").may_be_paid(Month.parse("2022-01"))
    assert of().may_be_paid(Month.parse("2022-01"))


def test_the_phase_is_that_of_the_last_day_of_a_month() -> None:
    # August ends under the CESA; October without a contract, but it began under the CESA
    found = of("cape 2022-10-03 2023-08-30", "cesa 2023-08-31 2023-10-02")
    assert phases(found, "2022-09", "2022-10") == [None, "cape"]
    assert phases(found, "2023-07", "2023-11") == ["cape", "cesa", "cesa", "cesa", None]
    # a CAPE up to the last day of a month keeps it
    found = of("cape 2022-10-03 2023-08-31", "cesa 2023-09-01")
    assert phases(found, "2023-07", "2023-10") == ["cape", "cape", "cesa", "cesa"]
    # a CESA that ends within a month in which a CAPE begins leaves it to the CAPE
    found = of("cesa 2022-10-03 2023-08-30", "cape 2023-08-31 2023-12-31")
    assert phases(found, "2023-07", "2024-01") == ["cesa", "cape", "cape", "cape", "cape", "cape",
                                                   None]  # fmt: skip
    # a CAPE that follows in the same month and ends on its last day is in force on it
    found = of("cesa 2022-10-03 2023-08-15", "cape 2023-08-16 2023-08-31")
    assert phases(found, "2023-08", "2023-09") == ["cape", None]
    # both end within the month: the CESA is the one that counts
    found = of("cape 2022-10-03 2023-08-10", "cesa 2023-08-11 2023-08-20")
    assert phases(found, "2023-07", "2023-09") == ["cape", "cesa", None]


def test_months_between_contracts_have_no_phase_once_a_cesa_is_on_record() -> None:
    found = of("cape 2022-10-03 2022-12-31", "cesa 2023-03-01")
    assert phases(found, "2022-12", "2023-03") == ["cape", None, None, "cesa"]
    # whoever is paid or not, what is on record decides
    assert phases(found, "2022-12", "2023-03", paid=True) == ["cape", None, None, "cesa"]


def test_without_a_cesa_the_last_contract_is_taken_to_go_on_until_the_first_salary() -> None:
    found = of("cape 2022-10-03 2022-12-31")
    assert phases(found, "2022-09", "2023-02") == [None, "cape", "cape", "cape", "cape", "cape"]
    assert phases(found, "2022-10", "2022-11", paid=True) == ["cesa", "cesa"]
    found = of("cape 2022-10-03 2022-11-30", "cape 2023-01-02")
    assert phases(found, "2022-09", "2023-01") == [None, "cape", "cape", "cape", "cape"]
    # with no contract at all, a CAPE is taken to run
    assert phases(of(), "2022-09", "2022-10") == ["cape", "cape"]
    assert phases(of(), "2022-09", "2022-09", paid=True) == ["cesa"]


def test_an_associate_is_one_from_the_month_of_becoming_so() -> None:
    found = of("cape 2022-10-03 2023-08-31", "cesa 2023-09-01",
               more="associate_since = 2024-02-29")  # fmt: skip
    assert phases(found, "2024-01", "2024-03") == ["cesa", "associate", "associate"]
    assert found.associate_month == Month.parse("2024-02")


@pytest.mark.parametrize(
    ("until", "pay", "months"),
    [
        (dt.date(2023, 4, 30), "2023-07", 2),  # May and June
        (dt.date(2023, 5, 1), "2023-07", 1),  # June: May has a day of benefit
        (dt.date(2023, 6, 1), "2023-07", 0),
        (dt.date(2023, 12, 31), "2023-07", 0),
        (dt.date(2023, 4, 30), "2023-05", 0),
        (dt.date(2022, 12, 1), "2023-02", 1),
    ],
)
def test_the_months_without_income(until: dt.date, pay: str, months: int) -> None:
    assert months_without_income(until, Month.parse(pay)) == months
