"""Ask the engines and write the frozen tables.

    python -m tests.rules.payroll.engines.freeze 2026-11-23 [VERSION …]

The date is written in the tables; versions choose among them. The engines are found by two
variables of the environment: CAE_OPENFISCA_PYTHON, the Python that has OpenFisca-France, and
CAE_MODELE_SOCIAL, a directory with one `modele-social-VERSION` for each version, each holding
node_modules. A table whose engine is not there is left as it is.
"""

import csv
import io
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.rules.payroll.engines.grid import Case, grid
from tests.rules.payroll.engines.tables import ENGINES, OPENFISCA, Engine

HERE = Path(__file__).parent
VARIABLES = "CAE_OPENFISCA_PYTHON", "CAE_MODELE_SOCIAL"


def command(engine: Engine) -> list[str] | None:
    """Return the command that asks an engine, or None where it is not installed."""
    staff = ",".join(map(str, engine.staff))
    python, modules = (os.environ.get(variable) for variable in VARIABLES)
    if engine.name == OPENFISCA:
        script = str(HERE / "generate_openfisca.py")
        return [python, script, engine.version, staff] if python else None
    if not modules:
        return None
    directory = Path(modules) / f"{engine.name}-{engine.version}"
    script = str(HERE / "generate_modele_social.mjs")
    return ["node", script, str(directory), engine.version, staff]


def ask(engine: Engine, cases: Iterable[Case]) -> str | None:
    """Return the lines an engine answers, or None where it is not installed."""
    asking = command(engine)
    if asking is None:
        return None
    questions = io.StringIO()
    out = csv.writer(questions, lineterminator="\n")
    out.writerow(Case._fields)
    out.writerows(cases)
    done = subprocess.run(
        asking, input=questions.getvalue(), stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def freeze(engine: Engine, day: str) -> None:
    """Write the table of an engine."""
    lines = ask(engine, grid(engine.first, engine.last))
    if lines is None:
        return
    columns = [*Case._fields, "net", *(f"cost_{count}" for count in engine.staff)]
    head = f"""\
# engine: {engine.name} {engine.version}, with {engine.beside}
# licence: {engine.licence}
# generated: {day}
# settings: non-executive, mainland France, each month alone; plain: work accidents 1 %, no mobility
#   levy, no cover; local: 2.24 %, levy 2 % from 11 staff; cover: plain, mutuelle 30 € each side
# hours: full time; part = 104 hours a month, ceiling in proportion; equivalent = hours deduced from
#   pay below the SMIC, whole ceiling
# amounts: euros a month; cost_N is the employer cost with N staff
"""
    engine.path.write_text(head + ",".join(columns) + "\n" + lines, encoding="utf-8")


if __name__ == "__main__":
    wanted = sys.argv[2:]
    for each in ENGINES:
        if not wanted or each.version in wanted:
            freeze(each, sys.argv[1])
