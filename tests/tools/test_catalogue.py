import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The tool, on a small project of its own."""
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "tools" / "catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "CODE", tmp_path / "code")
    monkeypatch.setattr(module, "PO", tmp_path / "code" / "locale" / "cae.po")
    monkeypatch.setattr(module, "PAYROLL", tmp_path / "code" / "payroll")
    (tmp_path / "code").mkdir()
    return module


def code(tool: ModuleType, source: str) -> None:
    (tool.CODE / "a.py").write_text(source, encoding="utf-8")


def fragment(tool: ModuleType, text: str) -> Path:
    path = Path(tool.ROOT) / "fragment.po"
    path.write_text(text, encoding="utf-8")
    return path


SOURCE = 'say("Hello {name}.", name=1)\nsay_n("{count} day", "{count} days", 3)\nmark("and")\n'
FRENCH = """\
msgid "Hello {name}."
msgstr "Bonjour {name}."

msgid "{count} day"
msgid_plural "{count} days"
msgstr[0] "{count} jour"
msgstr[1] "{count} jours"

msgid "and"
msgstr "et"

msgid "never said"
msgstr "jamais dit"
"""


def test_update_then_check(catalogue: ModuleType) -> None:
    code(catalogue, SOURCE)
    assert catalogue.update([fragment(catalogue, FRENCH)]) == []
    assert catalogue.check() == []
    text = catalogue.PO.read_text(encoding="utf-8")
    assert "never said" not in text
    assert "Date" not in text
    assert "a.py" not in text


def test_update_is_deterministic(catalogue: ModuleType) -> None:
    code(catalogue, SOURCE)
    catalogue.update([fragment(catalogue, FRENCH)])
    first = catalogue.PO.read_bytes(), catalogue.PO.with_suffix(".mo").read_bytes()
    code(catalogue, "# moved\n\n" + "\n".join(reversed(SOURCE.splitlines())))
    catalogue.update([])
    assert (catalogue.PO.read_bytes(), catalogue.PO.with_suffix(".mo").read_bytes()) == first


def test_compiled_catalogue_is_read_by_gettext(catalogue: ModuleType) -> None:
    import gettext

    code(catalogue, SOURCE)
    catalogue.update([fragment(catalogue, FRENCH)])
    with catalogue.PO.with_suffix(".mo").open("rb") as file:
        french = gettext.GNUTranslations(file)
    assert french.gettext("Hello {name}.") == "Bonjour {name}."
    # In French, 0 and 1 are singular.
    shown = [french.ngettext("{count} day", "{count} days", n) for n in (0, 1, 2)]
    assert shown == ["{count} jour", "{count} jour", "{count} jours"]


@pytest.mark.parametrize(
    ("source", "po", "told"),
    [
        ('say("New.")', "", "not translated: 'New.'"),
        ('say("A {b}.", b=1)', 'msgid "A {b}."\nmsgstr "A {c}."\n', "other holes"),
        ('say("A.")', '#, fuzzy\nmsgid "A."\nmsgstr "Un."\n', "fuzzy"),
        ('say("A " + b)', "", "takes a literal text"),
        ('say(f"A {b}")', "", "takes a literal text"),
        ('say("A {b}.", c=1)', 'msgid "A {b}."\nmsgstr "{b}"\n', "nothing fills {b}"),
        (
            'say_n("one of {x}", "{count} of {x}", n, x=1)',
            (
                'msgid "one of {x}"\nmsgid_plural "{count} of {x}"\n'
                'msgstr[0] "un"\nmsgstr[1] "{count} de {x}"\n'
            ),
            "other holes",
        ),
        (
            'mark("a")\nsay_n("a", "b", n)',
            'msgid "a"\nmsgstr "un"\n\nmsgid "b"\nmsgstr "deux"\n',
            "with and without a plural",
        ),
    ],
)
def test_check_tells(catalogue: ModuleType, source: str, po: str, told: str) -> None:
    code(catalogue, source)
    catalogue.update([fragment(catalogue, po)])
    assert any(told in line for line in catalogue.check()), catalogue.check()


def test_check_tells_what_changed_since(catalogue: ModuleType) -> None:
    code(catalogue, 'say("A.")')
    catalogue.update([fragment(catalogue, 'msgid "A."\nmsgstr "Un."\n')])
    code(catalogue, 'say("B.")')
    assert any("not in the catalogue: 'B.'" in line for line in catalogue.check())
    assert any("obsolete: 'A.'" in line for line in catalogue.check())
    code(catalogue, 'say("A.")')
    text = catalogue.PO.read_text(encoding="utf-8").replace("Un.", "Une.")
    catalogue.PO.write_text(text, encoding="utf-8")
    assert catalogue.check() == ["cae.mo is stale: run update"]


def test_a_translation_is_never_replaced_by_a_fragment(catalogue: ModuleType) -> None:
    code(catalogue, 'say("A.")')
    catalogue.update([fragment(catalogue, 'msgid "A."\nmsgstr "Un."\n')])
    notes = catalogue.update([fragment(catalogue, 'msgid "A."\nmsgstr "Deux."\n')])
    assert notes == ["fragment.po: 'A.' is translated otherwise; not taken"]
    assert 'msgstr "Un."' in catalogue.PO.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        (
            "Il n'y a rien : c'est fini ; vrai ?",
            "Il n’y a rien\u00a0: c’est fini\u202f; vrai\u202f?",
        ),
        ("le client « {name} »", "le client «\u00a0{name}\u00a0»"),
        ("{file}, ligne {line} : {what}", "{file}, ligne {line}\u00a0: {what}"),
        ("cae add-client 'Mairie' --amount 450", "cae add-client 'Mairie' --amount 450"),
        ("à 10:30, voir http://a", "à 10:30, voir http://a"),
    ],
)
def test_french_typography(catalogue: ModuleType, typed: str, right: str) -> None:
    assert catalogue.typographic(typed) == right
    assert catalogue.typographic(right) == right


def test_payroll_lines_are_messages(catalogue: ModuleType) -> None:
    catalogue.PAYROLL.mkdir()
    line = '[contribution.health]\nname = "Health"\n'
    (catalogue.PAYROLL / "lines.toml").write_text(line, encoding="utf-8")
    catalogue.update([])
    assert catalogue.check() == ["code/payroll/lines.toml: not translated: 'Health'"]
