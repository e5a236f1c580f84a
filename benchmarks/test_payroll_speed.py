"""How fast payroll is in a warm process. Run: pytest benchmarks/test_payroll_speed.py

The bounds are promises: one payslip in 25 µs, one inverse in 0.5 ms, the data in 5 ms or so.
"""

from itertools import count

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from cae_cli.months import Month
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.law import payroll_for
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.tables import shipped_tables

PAYSLIP, INVERSE, LOADING = 25e-6, 0.5e-3, 10e-3  # seconds
MONTHS = ("2017-03", "2025-09", "2026-07")


@pytest.fixture(params=MONTHS)
def payroll(request: pytest.FixtureRequest) -> Payroll:
    return payroll_for(Month.parse(request.param), PayrollSettings())


def holds(benchmark: BenchmarkFixture, bound: float) -> bool:
    return benchmark.disabled or benchmark.stats.stats.median <= bound


def test_payslip(benchmark: BenchmarkFixture, payroll: Payroll) -> None:
    pay = count(150_000)
    benchmark(lambda: payroll.payslip(next(pay)))
    assert holds(benchmark, PAYSLIP)


def test_gross_for_net(benchmark: BenchmarkFixture, payroll: Payroll) -> None:
    net = count(150_000)
    benchmark(lambda: payroll.gross_for_net(next(net)))
    assert holds(benchmark, INVERSE)


def test_gross_for_cost(benchmark: BenchmarkFixture, payroll: Payroll) -> None:
    budget = count(250_000)
    benchmark(lambda: payroll.gross_for_cost(next(budget)))
    assert holds(benchmark, INVERSE)


def test_loading_the_data(benchmark: BenchmarkFixture) -> None:
    benchmark(shipped_tables.__wrapped__)
    assert holds(benchmark, LOADING)
