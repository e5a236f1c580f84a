"""When each note on the dates of a person is due, and only then."""

import pytest

from cae_cli.forecast.dates.timeline import Facts
from cae_cli.months import Month
from tests.forecast.dates.test_all_dates import codes, told

TODAY = "2026-11-23"


def person(name: str, contracts: str, *, more: str = "") -> str:
    return f'[[entrepreneurs]]\nname = "{name}"\n{more}\ncontracts = [{contracts}]\n'


def cape(start: str, end: str | None = None) -> str:
    return f"{{ kind = 'cape', start = {start}{f', end = {end}' if end else ''} }},"


def cesa(start: str) -> str:
    return f"{{ kind = 'cesa', start = {start} }},"


LULU = person("Lulu", cape("2026-09-01"))  # a CAPE that runs: no note of these
SIGNED = person("Zoé", cape("2025-01-01", "2025-12-31") + cesa("2026-01-01"))
OVERLAP = person("Zoé", cape("2025-01-01", "2025-12-31") + cesa("2025-12-31"))
TRIAL = person("Zoé", cesa("2026-09-01"))


@pytest.mark.parametrize(
    ("people", "code", "due"),
    [
        (LULU, "cape-effective-days", False),
        (LULU + SIGNED, "cape-effective-days", True),
        (person("Zoé", cape("2025-11-24", TODAY)), "cape-effective-days", False),  # its last day
        (person("Zoé", cape("2025-11-23", "2026-11-22")), "cape-effective-days", True),
        (TRIAL, "cape-effective-days", False),
        (LULU + SIGNED, "overlap-once", False),
        (LULU + OVERLAP, "overlap-once", True),
        (LULU + SIGNED, "trial-if-agreed", False),
        (LULU + TRIAL, "trial-if-agreed", True),
        (LULU, "cesa-assumed", True),
        (SIGNED, "cesa-assumed", False),
        (SIGNED, "gap-not-counted", False),
    ],
)
def test_what_the_dates_rest_on(people: str, code: str, due: bool) -> None:
    assert (code in codes(told(people, TODAY).assumptions)) is due


@pytest.mark.parametrize(
    ("contracts", "due"),
    [
        (cape("2026-01-01", "2026-11-22"), True),
        (cape("2026-01-01", TODAY), False),  # it runs today
        (cape("2025-01-01", "2025-12-31") + cape("2026-01-01", "2026-12-31"), False),
        (cape("2025-01-01", "2025-12-31") + cesa("2026-01-01"), False),
    ],
)
def test_nobody_is_left_without_a_contract_unsaid(contracts: str, due: bool) -> None:
    found = told(person("Zoé", contracts), TODAY)
    assert ("no-running-contract" in codes(found.warnings)) is due


@pytest.mark.parametrize(
    ("today", "due"), [("2023-07-31", True), ("2023-08-31", True), ("2023-09-01", False)]
)
def test_months_without_income_are_told_until_the_salary(today: str, due: bool) -> None:
    more = "unemployment_benefit_until = 2023-05-31"
    people = person("Zoé", cape("2023-01-02"), more=more)
    facts = Facts(first_salary=Month.parse("2023-08"))
    window = '[treasury]\nmonth = "2023-01"\n'
    found = told(window + people, today, facts)
    assert ("months-without-income" in codes(found.warnings)) is due
