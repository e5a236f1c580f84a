"""The first day, as a person lives it: a shell, the installed program, no terminal."""

import datetime as dt
import itertools
import json
import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.kit import run_cae

CAE = Path(sys.executable).with_name("cae")
INIT = ("init", "--name", "Éa", "--cooperative", "coodyssee", "--joined", "2026-09-01",
        "--net", "900")  # fmt: skip
MAIRIE = ("add-client", "Mairie de Gap", "--prestation", "Permanence", "--amount", "450",
          "--every", "month", "--start", "2026-10-01")  # fmt: skip
TREASURY = ("set", "treasury", "0", "--month", "2026-09")
HOTEL = ("add-client", "Hôtel du Lac", "--prestation", "Accueil", "--amount", "900,00",
         "--every", "month", "--start", "2026-10-01")  # fmt: skip


def first_month(invoice: Decimal, cost: Decimal) -> str:
    """Return the first month that holds, by counting: a second and simpler way to the answer.

    An invoice on the 1st of every month from October 2026 on, paid at 30 days; 12 % taken when it
    is invoiced; a pay of that cost must hold 12 months and leave its cost in the treasury.
    """
    months = [(2026 + (8 + i) // 12, (8 + i) % 12 + 1) for i in range(60)]  # from September 2026
    due = [dt.date(year, month, 1) + dt.timedelta(days=30) for year, month in months[1:]]
    paid_in = [(day.year, day.month) for day in due]
    ends = list(
        itertools.accumulate(
            invoice * paid_in.count(month) - (invoice * Decimal("0.12") if i else 0)
            for i, month in enumerate(months)
        )
    )
    for first in range(36):
        after = [ends[first + i] - cost * (i + 1) for i in range(12)]
        if min(after) >= cost:
            year, month = months[first]
            return f"{year}-{month:02d}"
    return "never"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_two_clients_and_the_answer(tmp_path: Path, lang: str) -> None:
    for command in (INIT, TREASURY, MAIRIE, HOTEL):
        assert run_cae(*command, cwd=tmp_path, lang=lang).exit_code == 0
    found = run_cae("simulate", "--json", cwd=tmp_path, lang=lang).json
    # The projection starts with the treasury, in September 2026. 1 October is paid on 31 October:
    # 1 350.00 − 162.00 (12 % of it); then 1 November, on 1 December; 1 December, on 31 December.
    treasury = {row["month"]: row for row in found["months"]}
    assert treasury["2026-09"]["treasury"] == 0
    assert treasury["2026-10"]["treasury"] == 1188
    assert treasury["2026-11"]["treasury"] == 1026
    (pay,) = found["salary"]
    cost = Decimal(str(pay["employer_cost"]))
    assert found["first_salary"]["expected"]["month"] == first_month(Decimal(1350), cost)
    (person,) = run_cae("timeline", "--json", cwd=tmp_path, lang=lang).json["entrepreneurs"]
    assert person["associate"] == {
        "legal_deadline": "2029-09-01",
        "customary_date": "2029-09-01",
        "last_safe_day": "2029-08-31",
        "days_left": 1012,
        "status": "open",
    }
    assert run_cae("check", cwd=tmp_path, lang=lang).exit_code == 0


STORY = """\
cae init --name "Marcelle & Lulu" --cooperative coodyssee --joined 2026-09-01 --net 900 &&
cae set treasury 0 --month 2026-09 &&
cae add-client "Mairie de Gap" --prestation "Permanence" --amount 450 --every month \
  --start 2026-10-01 &&
cae simulate --json > simulate.json &&
cae timeline --json > timeline.json
"""


@pytest.mark.skipif(os.name == "nt", reason="a story of sh")
def test_the_story_runs_in_a_shell(tmp_path: Path) -> None:
    assert CAE.exists(), "the program is installed beside the Python that runs the tests"
    environment = {
        "PATH": os.pathsep.join([str(CAE.parent), os.environ.get("PATH", os.defpath)]),
        "LANG": "fr_FR.UTF-8",
        "CAE_TODAY": "2026-11-23",
        "HOME": str(tmp_path),
    }

    def shell(line: str) -> str:
        done = subprocess.run(
            ["sh", "-c", line],
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "Mairie de Gap" in shell(STORY)
    simulation = json.loads((tmp_path / "simulate.json").read_text("utf-8"))
    timeline = json.loads((tmp_path / "timeline.json").read_text("utf-8"))
    (pay,) = simulation["salary"]
    month = simulation["first_salary"]["expected"]["month"]
    assert month == first_month(Decimal(450), Decimal(str(pay["employer_cost"])))
    assert timeline["entrepreneurs"][0]["associate"]["legal_deadline"] == "2029-09-01"
    if shutil.which("jq"):
        answer = shell("cae simulate --json | jq .first_salary.expected.month")
        assert answer == f'"{month}"\n'
        associate = shell("cae timeline --json | jq '.entrepreneurs[0].associate'")
        assert json.loads(associate) == timeline["entrepreneurs"][0]["associate"]
    # the reader of a pipe may leave early
    assert shell("cae simulate | head -n 1").startswith("Premier salaire possible")
