"""How long the contribution of 10,000 futures takes. Run: pytest benchmarks/test_futures_speed.py

All steps of a projection of as many futures are to take 0.1 s, 0.2 s under the slowest known rule:
the contribution may take half of it.
"""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from cae_cli.months import Month
from cae_cli.rules.contribution import PersonFacts
from cae_cli.rules.contribution_arrays import FutureFacts, contributions_of_futures
from cae_cli.rules.cooperatives import preset, preset_ids

FUTURES, MONTHS, CESA_AFTER = 10_000, 60, 9
USUAL, SLOWEST = 0.05, 0.1  # seconds


@pytest.mark.parametrize("name", preset_ids())
def test_ten_thousand_futures(benchmark: BenchmarkFixture, name: str) -> None:
    random = np.random.default_rng(20)
    first = Month.parse("2026-11")
    months = [
        FutureFacts(
            first + i,
            random.integers(0, 900_000, FUTURES),
            random.integers(0, 900_000, FUTURES),
            random.integers(0, 200_000, FUTURES),
            (PersonFacts("cesa" if i >= CESA_AFTER else "cape", i, i < CESA_AFTER, who=0),),
        )
        for i in range(MONTHS)
    ]
    rule = preset(name).rule
    benchmark.pedantic(contributions_of_futures, (rule, months), rounds=5)
    bound = USUAL if name == "coodyssee" else SLOWEST
    assert benchmark.disabled or benchmark.stats.stats.median <= bound
