"""The next dates below the months of `cae simulate`."""

import datetime as dt

import pytest

from cae_cli.language import Language
from cae_cli.render.simulate.dates import dates_that_matter
from tests.forecast.kit import answer, person

TODAY = dt.date(2026, 11, 25)


def told(text: str, width: int = 200) -> str:
    return dates_that_matter(answer(text, TODAY), Language("en"), width)


@pytest.mark.parametrize(
    ("contracts", "line"),
    [
        (("cape 2026-09-28",), "CAPE of Éa: renew by 27 September 2027."),  # twelve months
        (("cape 2026-09-28 2027-03-27",), "CAPE of Éa: ends on 27 March 2027."),
        (("cape 2026-09-28 2026-12-31", "cesa 2027-01-01"), ""),
        (("cape 2025-11-24",), ""),  # its twelve months are over: on 23 November 2026
        (("cape 2025-11-26",), "CAPE of Éa: renew by 25 November 2026."),  # today
    ],
)
def test_the_cape_that_runs(contracts: tuple[str, ...], line: str) -> None:
    assert told(person("Éa", *contracts)) == line


def test_the_earliest_first_as_many_as_fit() -> None:
    more = "unemployment_benefit_until = 2027-08-31"
    text = person("Éa", "cape 2026-09-28", more=more)
    both = "ARE of Éa ends on 31 August 2027.  CAPE of Éa: renew by 27 September 2027."
    assert told(text, len(both)) == both
    assert told(text, len(both) - 1) == "ARE of Éa ends on 31 August 2027."
