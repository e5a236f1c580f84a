"""A projection of 36 months over 20 prestations, with its first salary: 3 ms or less when warm."""

import datetime as dt
import tomllib
from decimal import Decimal
from typing import Any

from cae_cli.dossier.model import Dossier
from cae_cli.forecast.simulation import simulate
from cae_cli.rules.cooperatives import CooperativeRules
from cae_cli.rules.payroll.law import shipped_law

HEAD = """
format = 1
activity = { name = "Vingt prestations" }
cooperative = { preset = "coodyssee" }
salary = { net_target = 900 }
[[entrepreneurs]]
name = "Marcelle"
contracts = [{ kind = "cape", start = 2025-10-01 }]
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


def dossier() -> Dossier:
    clients = "".join(
        CLIENT.format(n=n, amount=60 + n, month=n % 12 + 1, day=n + 1,
                      probability="0.5" if n % 4 == 0 else "1.0")
        for n in range(20)
    )  # fmt: skip
    return Dossier.model_validate(tomllib.loads(HEAD + clients, parse_float=Decimal))


def test_projection_of_twenty_prestations(benchmark: Any) -> None:
    recorded, law, today = dossier(), shipped_law(), dt.date(2026, 1, 15)
    rules = CooperativeRules.of(recorded.cooperative.preset, recorded.cooperative.contribution)
    found = benchmark(simulate, recorded, rules, law, today)
    assert found.first_salary["all"].month is not None
