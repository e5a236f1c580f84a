"""Puts the present output of the program into the READMEs' examples, line by line.

A line of an example is replaced by the line of the output that begins with the same words; `[…]`
stands for lines left out. A test then holds the whole.
"""

import re
import shlex
import subprocess
import sys
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEY = 12  # characters that tell a line from the others


def main() -> None:
    for lang, name in (("en", "README.md"), ("fr", "README.fr.md")):
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        fresh = re.sub(
            r"^```console\n\$ (.*)\n((?:.*\n)*?)```$",
            partial(refreshed, lang),
            text,
            flags=re.MULTILINE,
        )
        path.write_text(fresh, encoding="utf-8")


def refreshed(lang: str, found: re.Match[str]) -> str:
    arguments = shlex.split(found[1])[1:]
    command = [sys.executable, "-m", "cae_cli", *arguments, "--lang", lang]
    output = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    now = {plain(line): line for line in output.splitlines()}
    lines = [now.get(plain(line), line) for line in found[2].splitlines()]
    return "```console\n$ " + found[1] + "\n" + "\n".join(lines) + "\n```"


def plain(line: str) -> str:
    return re.sub(r"\s+", " ", line.replace("’", "'"))[:KEY].strip()


if __name__ == "__main__":
    main()
