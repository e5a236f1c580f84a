"""Net and employer cost against two public engines, on frozen tables.

OpenFisca-France covers every month; modele-social has one version for each stretch of months. Where
an engine is known to be wrong, its figure is corrected by the text (`corrections.py`); `grid.py`
says which pays are asked about and `compare.py` how far apart figures may be, and why.
"""

import pytest

from tests.rules.payroll.engines.compare import differences
from tests.rules.payroll.engines.corrections import CORRECTIONS, Correction
from tests.rules.payroll.engines.grid import CEILING, CHANGES, EQUIVALENT, FULL, PART
from tests.rules.payroll.engines.tables import ENGINES, Engine, rows

MOST_SHOWN = 20


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: f"{engine.name}-{engine.version}")
def test_net_and_cost_are_those_of_the_engine(engine: Engine) -> None:
    around = [each for each in differences(engine) if not each.explained]
    assert not around[:MOST_SHOWN]


@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda correction: correction.name)
def test_a_known_error_of_an_engine_shows_in_each_of_its_months(correction: Correction) -> None:
    others = [each for each in CORRECTIONS if each is not correction]
    for engine in ENGINES:
        concerned = {row.month for row in rows(engine) if correction.concerns(engine, row)}
        if concerned:
            found = differences(engine, others)
            assert {each.row.month for each in found if not each.explained} == concerned


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: f"{engine.name}-{engine.version}")
def test_a_table_covers_every_month_and_both_sides_of_four_ceilings(engine: Engine) -> None:
    table = list(rows(engine))
    first, last = (int(month[:4]) * 12 + int(month[5:]) for month in (engine.first, engine.last))
    assert len({row.month for row in table}) == last - first + 1
    for month in CHANGES:
        if engine.first <= month <= engine.last:
            for hours in (FULL, PART, EQUIVALENT):
                pays = [row.gross for row in table if (row.month, row.hours) == (month, hours)]
                assert min(pays) == 100
                assert hours == EQUIVALENT or max(pays) > 4 * CEILING[month[:4]]


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: f"{engine.name}-{engine.version}")
def test_a_table_says_which_engine_it_comes_from_and_when(engine: Engine) -> None:
    head = engine.path.read_text(encoding="utf-8").splitlines()[:3]
    assert head[0] == f"# engine: {engine.name} {engine.version}, with {engine.beside}"
    assert head[1].startswith("# licence: ")
    assert head[2].startswith("# generated: 20")
