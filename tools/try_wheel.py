"""Builds the wheel, installs it alone in an empty environment, and uses the program from there."""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", str(place), str(ROOT), cwd=place)
        (wheel,) = place.glob("*.whl")
        venv.create(place / "env", with_pip=True)
        python = str(place / "env" / SCRIPTS / "python")
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel))
        use(str(place / "env" / SCRIPTS / "cae"), place)
    print(f"{wheel.name}: installs and answers in an empty environment")


def use(cae: str, place: Path) -> None:
    """Run the story of a newcomer with the installed program, in both languages."""
    run(cae, "init", "--name", "Essai", "--cooperative", "coodyssee", "--joined", "2026-09-01",
        "--net", "900", cwd=place)  # fmt: skip
    run(cae, "add-client", "Mairie de Gap", "--prestation", "Permanence", "--amount", "1800",
        "--every", "month", "--start", "2026-10-01", cwd=place)  # fmt: skip
    answer = json.loads(run(cae, "simulate", "--json", cwd=place))
    if answer["first_salary"]["expected"]["month"] is None:
        raise SystemExit("the wheel finds no first salary")
    timeline = json.loads(run(cae, "timeline", "--json", cwd=place))
    if timeline["entrepreneurs"][0]["associate"]["legal_deadline"] != "2029-09-01":
        raise SystemExit("the wheel finds another associate deadline")
    for language, word in (("fr", "durablement"), ("en", "lastingly")):
        if word not in run(cae, "simulate", "--lang", language, cwd=place):
            raise SystemExit(f"the wheel does not speak {language}")


def run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
