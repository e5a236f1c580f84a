"""How long `cae salary` takes for 10,000 amounts, start included: 1.5 s is promised."""

import subprocess
import sys

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from cae_cli.rules.cooperatives import preset
from cae_cli.rules.month_alone import MonthAlone

LIST, TURNOVER = 1.5, 50e-6  # seconds
AMOUNTS = "".join(f"{1000 + i / 2}\n" for i in range(10_000))


@pytest.mark.parametrize("more", [(), ("--json",), ("--cooperative", "encom1", "--json")])
def test_ten_thousand_amounts(benchmark: BenchmarkFixture, more: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "cae_cli", "salary", "--gross", "-", "--month", "2026-02"]

    def run() -> None:
        subprocess.run(
            [*command, *more], input=AMOUNTS, capture_output=True, check=True, text=True,
            encoding="utf-8",
        )  # fmt: skip

    benchmark.pedantic(run, rounds=3)
    assert benchmark.disabled or benchmark.stats.stats.median <= LIST


@pytest.mark.parametrize("name", ["coodyssee", "encom1", "solstice"])
def test_turnover_for_a_cost(benchmark: BenchmarkFixture, name: str) -> None:
    month = MonthAlone(preset(name).rule)
    benchmark(month.turnover_for, 187_602)
    assert benchmark.disabled or benchmark.stats.stats.median <= TURNOVER
