"""The French catalogue: taken from the code, translated by people, checked and compiled.

    python tools/catalogue.py update [FRAGMENT.po ...]   bring cae.po up to date, and compile it
    python tools/catalogue.py check                      fail where the catalogue lags behind

Messages are the texts of `say`, `say_n` and `mark`, and the names of the payroll lines. An update
adds new messages, takes their translations from the fragments, drops messages that the code no
longer says, never guesses, and puts French typography right. What it writes depends on the messages
alone: no date, no line number, no path.
"""

import argparse
import ast
import re
import string
import sys
import tomllib
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "cae_cli"
PO = CODE / "locale" / "fr" / "LC_MESSAGES" / "cae.po"
LOCALE = "fr"
PAYROLL = CODE / "rules" / "data" / "payroll"

Key = tuple[str, str | None]  # the English text, and its plural if it counts


class Found(NamedTuple):
    """A message of the code."""

    key: Key
    where: str


class SteadyCatalog(Catalog):
    """A catalogue whose header tells nothing that changes by itself."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:  # type: ignore[override]
        return [
            ("Project-Id-Version", "cae-cli"),
            ("Language", LOCALE),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=UTF-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", "nplurals=2; plural=(n > 1);"),
        ]


def messages_of(source: str, name: str) -> tuple[list[Found], list[str]]:
    """Return the messages that a module says, and what is wrong with the way it says them."""
    found, wrong = [], []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
        if called not in {"say", "say_n", "mark"}:
            continue
        where = f"{name}:{node.lineno}"
        count = 2 if called == "say_n" else 1
        texts = [getattr(argument, "value", None) for argument in node.args[:count]]
        if count == 1 and isinstance(node.args[0], (ast.Name, ast.Attribute, ast.Subscript)):
            continue  # a text marked elsewhere
        if len(texts) < count or not all(isinstance(text, str) for text in texts):
            wrong.append(f"{where}: {called} takes a literal text")
            continue
        if texts == [""]:
            continue
        found.append(Found((texts[0], texts[1] if count > 1 else None), where))
        if called != "mark":
            wrong += _unfilled(node, texts, where)
    return found, wrong


def _unfilled(call: ast.Call, texts: Sequence[str], where: str) -> Iterator[str]:
    names = {keyword.arg for keyword in call.keywords}
    if None in names:
        return  # filled by a mapping: only the run knows
    given = names | ({"count"} if len(texts) > 1 else set())
    wanted = set().union(*(holes(text) for text in texts))
    for name in sorted(wanted - given):
        yield f"{where}: nothing fills {{{name}}}"


def holes(text: str) -> set[str]:
    """Return the names of the holes of a message; a text that is no format has none."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def scan() -> tuple[dict[Key, str], list[str]]:
    """Return all messages of the code with one place where each is said, and what is wrong."""
    messages: dict[Key, str] = {}
    wrong: list[str] = []
    plurals: dict[str, Key] = {}
    for path in sorted(CODE.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        found, errors = messages_of(path.read_text(encoding="utf-8"), name)
        wrong += errors
        for key, where in found:
            other = plurals.setdefault(key[0], key)
            if other != key:
                wrong.append(f"{where}: {key[0]!r} is said with and without a plural")
            messages.setdefault(key, where)
    for path in sorted(PAYROLL.glob("*.toml")):
        for name in payroll_names(path):
            messages.setdefault((name, None), path.relative_to(ROOT).as_posix())
    return messages, wrong


def payroll_names(path: Path) -> Iterator[str]:
    """Yield the names that a payroll data file gives to its lines."""
    lines = tomllib.loads(path.read_text(encoding="utf-8")).get("contribution", {})
    yield from (line["name"] for line in lines.values())


def typographic(text: str) -> str:
    """Return a French text with its apostrophes and its no-break spaces."""
    text = re.sub(r"(?<=[^\W\d_])'(?=[\w«{])", "\u2019", text)
    text = re.sub(r"(?<=\w|\)|»|\}|%) ?([;!?])(?= |$)", "\u202f\\1", text)
    text = re.sub(r"(?<=\w|\)|»|\}|%|]) :(?= |$)", "\u00a0:", text)
    return text.replace("« ", "«\u00a0").replace(" »", "\u00a0»").replace(" %", "\u202f%")


def read(path: Path) -> dict[Key, Message]:
    """Return the messages of a .po file by their text."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=LOCALE)
    return {_key(message): message for message in catalog if message.id}


def _key(message: Message) -> Key:
    if isinstance(message.id, (tuple, list)):
        return message.id[0], message.id[1]
    return message.id, None


def _translations(message: Message) -> tuple[str, ...]:
    text = message.string
    return tuple(text) if isinstance(text, (tuple, list)) else (text or "",)


def update(fragments: Sequence[Path]) -> list[str]:
    """Write cae.po and cae.mo from the code, the present catalogue and the fragments."""
    messages, notes = scan()
    known = read(PO) if PO.exists() else {}
    for fragment in fragments:
        for key, message in read(fragment).items():
            if not all(_translations(message)):
                continue
            present = known.get(key)
            if present is not None and all(_translations(present)):
                if _translations(present) != _translations(message):
                    notes.append(f"{fragment.name}: {key[0]!r} is translated otherwise; not taken")
                continue
            known[key] = message
    catalog = SteadyCatalog(locale=LOCALE, charset="utf-8", header_comment="# French words of cae.")
    for key in sorted(messages, key=lambda key: (key[0], key[1] or "")):
        message = known.get(key)
        catalog.add(
            key[0] if key[1] is None else (key[0], key[1]),
            string=None if message is None else _typographic(message.string),
            flags={flag for flag in (message.flags if message else ()) if flag == "fuzzy"},
        )
    for entry in catalog:
        entry.flags -= {"python-format", "python-brace-format"}  # guesses of Babel
    content = BytesIO()
    write_po(content, catalog, width=96, sort_output=False, no_location=True)
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(content.getvalue())
    PO.with_suffix(".mo").write_bytes(compiled(catalog))
    return notes


def _typographic(string: str | Sequence[str]) -> str | tuple[str, ...]:
    if isinstance(string, str):
        return typographic(string)
    return tuple(typographic(text) for text in string)


def compiled(catalog: Catalog) -> bytes:
    """Return the catalogue as the bytes of a .mo file; what is not translated is left out."""
    content = BytesIO()
    write_mo(content, catalog)
    return content.getvalue()


def check() -> list[str]:
    """Return all that is wrong with the catalogue."""
    messages, wrong = scan()
    if not PO.exists():
        return [*wrong, f"{PO.name} is missing: run update"]
    known = read(PO)
    for key, where in messages.items():
        if key not in known:
            wrong.append(f"{where}: not in the catalogue: {key[0]!r}")
        elif not all(_translations(known[key])):
            wrong.append(f"{where}: not translated: {key[0]!r}")
        elif known[key].fuzzy:
            wrong.append(f"{where}: fuzzy: {key[0]!r}")
        else:
            wrong += _other_holes(key, _translations(known[key]), where)
            wrong += [
                f"{where}: not French typography: {text!r}"
                for text in _translations(known[key])
                if text != typographic(text)
            ]
    wrong += [f"obsolete: {key[0]!r}" for key in known if key not in messages]
    return wrong + _stale(known)


def _other_holes(key: Key, translations: Sequence[str], where: str) -> Iterator[str]:
    one, many = key
    if many is None:
        if holes(translations[0]) != holes(one):
            yield f"{where}: other holes in the translation of {one!r}"
        return
    least, most = holes(one) - {"count"}, holes(many)
    if not least <= holes(translations[0]) <= most or holes(translations[-1]) != most:
        yield f"{where}: other holes in the translation of {one!r}"


def _stale(known: dict[Key, Message]) -> list[str]:
    mo = PO.with_suffix(".mo")
    if not mo.exists():
        return [f"{mo.name} is missing: run update"]
    with mo.open("rb") as file:
        shipped = {_key(m): _translations(m) for m in read_mo(file) if m.id}
    translated = {k: _translations(m) for k, m in known.items() if any(_translations(m))}
    return [] if shipped == translated else [f"{mo.name} is stale: run update"]


def main() -> int:
    """Run the command typed and return its exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update").add_argument("fragments", nargs="*", type=Path)
    commands.add_parser("check")
    typed = parser.parse_args()
    notes = update(typed.fragments) if typed.command == "update" else check()
    for note in notes:
        print(note, file=sys.stderr)
    return 1 if notes and typed.command == "check" else 0


if __name__ == "__main__":
    sys.exit(main())
