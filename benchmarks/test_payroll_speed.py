"""How fast payroll is in a warm process. Run: pytest benchmarks/test_payroll_speed.py

The bounds are promises of a quiet machine: a payslip in 10 µs, the gross for a net in 30, for a
cost in 100, a month of an annual count in 40; the data in 10 ms.
"""

from itertools import count

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from cae_cli.months import Month
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.law import payroll_for
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.tables import shipped_tables
from cae_cli.rules.payroll.year import START, next_month

PAYSLIP, NET, COST, YEAR, LOADING = 10e-6, 30e-6, 100e-6, 40e-6, 10e-3  # seconds
MONTHS = ("2017-03", "2025-09", "2026-07", "2027-03")


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
    assert holds(benchmark, NET)


def test_gross_for_cost(benchmark: BenchmarkFixture, payroll: Payroll) -> None:
    budget = count(250_000)
    benchmark(lambda: payroll.gross_for_cost(next(budget)))
    assert holds(benchmark, COST)


@pytest.mark.parametrize("pay", [150_000, 600_000], ids=["below the ceiling", "above"])
def test_a_month_of_a_year(benchmark: BenchmarkFixture, payroll: Payroll, pay: int) -> None:
    _, so_far = next_month(START, payroll, pay)
    benchmark(next_month, so_far, payroll, pay)
    assert holds(benchmark, YEAR)


def test_loading_the_data(benchmark: BenchmarkFixture) -> None:
    benchmark(shipped_tables.__wrapped__)
    assert holds(benchmark, LOADING)
