"""The engines themselves, where they are installed, still give the frozen figures (-m engines).

`freeze.py` says how they are found, and writes the tables anew.
"""

import os
from decimal import Decimal

import pytest

from tests.rules.payroll.engines.freeze import VARIABLES, ask
from tests.rules.payroll.engines.grid import Case, grid
from tests.rules.payroll.engines.tables import ENGINES, Engine, rows

EVERY = 7  # one case in so many: the second engine takes a tenth of a second for each
CENT = Decimal("0.01")  # 32-bit floats may round the other way on another machine

pytestmark = pytest.mark.engines


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: f"{engine.name}-{engine.version}")
def test_an_engine_gives_its_frozen_figures(engine: Engine) -> None:
    table = list(rows(engine))
    cases = [Case(row.month, row.hours, row.settings, f"{row.gross:.2f}") for row in table]
    assert cases == list(grid(engine.first, engine.last))

    answered = ask(engine, cases[::EVERY])
    if answered is None:
        pytest.skip(f"not installed: set one of {', '.join(VARIABLES)}")
    lines = answered.splitlines()
    assert len(lines) == len(table[::EVERY])
    for line, row in zip(lines, table[::EVERY], strict=True):
        figures = [Decimal(figure) for figure in line.split(",")[len(Case._fields) :]]
        frozen = [row.net, *row.costs.values()]
        assert all(abs(a - b) <= CENT for a, b in zip(figures, frozen, strict=True)), line


def test_the_engines_are_looked_for_where_the_environment_says() -> None:
    assert any(os.environ.get(variable) for variable in VARIABLES), "no engine was asked"
