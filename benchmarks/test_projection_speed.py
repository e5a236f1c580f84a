"""How fast a projection of 36 months over 20 prestations is when warm.

Three cases: a salary is possible, none is, and none is where the cooperative's rule depends on pay.
"""

import datetime as dt
import tomllib
from decimal import Decimal
from typing import Any

import pytest

from cae_cli.dossier.model import Dossier
from cae_cli.forecast.answer import project
from cae_cli.rules.payroll.law import shipped_law

HEAD = """
format = 1
activity = {{ name = "Vingt prestations" }}
cooperative = {{ preset = "coodyssee", contribution = {{ when = [{when}] }} }}
salary = {{ net_target = {net} }}
[[entrepreneurs]]
name = "Marcelle"
contracts = [{{ kind = "cape", start = 2025-10-01 }}]
"""
CLIENT = """
[[clients]]
name = "Client {n}"
[[clients.prestations]]
label = "Prestation"
amount = {amount}
start = 2025-{month:02d}-{day:02d}
probability = {probability}
"""
DEPENDS_ON_PAY = (
    '{ phase = "cesa", floor_per_year = 2160.00 }, { unpaid = true, cap_per_year = 900 }'
)
TODAY = dt.date(2026, 1, 15)


def dossier(net: int, when: str = "") -> Dossier:
    clients = "".join(
        CLIENT.format(n=n, amount=60 + n, month=n % 12 + 1, day=n + 1,
                      probability="0.5" if n % 4 == 0 else "1.0")
        for n in range(20)
    )  # fmt: skip
    text = HEAD.format(net=net, when=when) + clients
    return Dossier.model_validate(tomllib.loads(text, parse_float=Decimal))


@pytest.mark.parametrize(
    ("net", "when", "possible"),
    [(800, "", True), (3000, "", False), (3000, DEPENDS_ON_PAY, False)],
    ids=["possible", "not possible", "not possible, depends on pay"],
)
def test_projection_of_twenty_prestations(
    benchmark: Any, net: int, when: str, *, possible: bool
) -> None:
    recorded, law = dossier(net, when), shipped_law()
    found = benchmark(project, recorded, TODAY, law)
    assert (found.views["all"].first_salary.month is not None) is possible
