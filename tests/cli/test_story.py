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
HOTEL = ("add-client", "Hôtel du Lac", "--prestation", "Accueil", "--amount", "1000,00",
         "--every", "month", "--start", "2026-10-01")  # fmt: skip


def first_month(invoice: Decimal, cost: Decimal) -> str | None:
    """Return the first month that lasts, by counting: a second and simpler way to the answer.

    Today is in November 2026, where the projection begins with nothing. An invoice on the 1st of
    every month, paid at 30 days; 12 % taken when it is invoiced; a pay of that cost must hold 12
    months, leave its cost in the treasury, and be earned in these months.
    """
    months = [(2026 + (10 + i) // 12, (10 + i) % 12 + 1) for i in range(60)]  # from November 2026
    due = [dt.date(year, month, 1) + dt.timedelta(days=30) for year, month in months]
    paid_in = [(day.year, day.month) for day in due]
    income = [invoice * paid_in.count(month) - invoice * Decimal("0.12") for month in months]
    ends = list(itertools.accumulate(income))
    for first in range(36):
        after = [ends[first + i] - cost * (i + 1) for i in range(12)]
        if min(after) >= cost and sum(income[first : first + 12]) >= 12 * cost:
            year, month = months[first]
            return f"{year}-{month:02d}"
    return None


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_two_clients_and_the_answer(tmp_path: Path, lang: str) -> None:
    for command in (INIT, MAIRIE, HOTEL):
        assert run_cae(*command, cwd=tmp_path, lang=lang).exit_code == 0
    found = run_cae("simulate", "--json", cwd=tmp_path, lang=lang).json
    # The projection starts in the month of today, November 2026, with nothing. 1 October was paid
    # on 31 October; 1 November is paid on 1 December, 1 December on 31 December: each month
    # 1 450.00 are invoiced and 174.00 taken (12 %).
    treasury = {row["month"]: row for row in found["months"]}
    assert found["from"] == "2026-11"
    assert treasury["2026-11"]["treasury"] == -174
    assert treasury["2026-12"]["treasury"] == -174 + 2900 - 174
    assert "no-treasury" in [note["code"] for note in found["warnings"]]
    (pay,) = found["salary"]
    cost = Decimal(str(pay["employer_cost"]))
    assert found["first_salary"]["expected"]["month"] == first_month(Decimal(1450), cost)
    (person,) = run_cae("timeline", "--json", cwd=tmp_path, lang=lang).json["entrepreneurs"]
    assert person["associate"] == {
        "deadline": "2029-08-31",
        "days_left": 1012,
        "status": "open",
        "legal_deadline": "2029-09-01",
        "customary_date": "2029-09-01",
    }
    assert run_cae("check", cwd=tmp_path, lang=lang).exit_code == 0


STORY = """\
cae init --name "Marcelle & Lulu" --cooperative coodyssee --joined 2026-09-01 --net 900 &&
cae add-client "Mairie de Gap" --prestation "Permanence" --amount 1450 --every month \
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
    assert month == first_month(Decimal(1450), Decimal(str(pay["employer_cost"])))
    assert timeline["entrepreneurs"][0]["associate"]["deadline"] == "2029-08-31"
    if shutil.which("jq"):
        answer = shell("cae simulate --json | jq .first_salary.expected.month")
        assert answer == f'"{month}"\n'
        associate = shell("cae timeline --json | jq '.entrepreneurs[0].associate'")
        assert json.loads(associate) == timeline["entrepreneurs"][0]["associate"]
    # the reader of a pipe may leave early
    assert shell("cae simulate | head -n 2").splitlines()[1].startswith("Dès ")
