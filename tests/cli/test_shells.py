"""TAB in real shells: names from a dossier arrive whole, and never run."""

import sys
from pathlib import Path

import pytest

from cae_cli.cli.shell.completion import _SCRIPTS
from cae_cli.toml.values import inline

if sys.platform == "win32":
    pytest.skip("needs pseudo-terminals", allow_module_level=True)
from tests.cli import shells

#: A client, and how one begins to type its name in bash and zsh.
NAMES = [
    ("Mairie de Gap", "M"),
    ("Mairie d'Embrun", r"Mairie\ d\'"),
    ("Mairie d'Embrun", '"Mairie d'),
    ("Mairie d'Embrun", "'Mairie"),
    ("$(touch pwned)", ""),
    ("$(touch pwned)", r"\$\(to"),
    ("$(touch pwned)", '"'),
    ("\\$(touch pwned)", ""),
    ("`touch pwned`", '"'),
    ("`touch pwned`", "'"),
    ("a;touch pwned", "a"),
    ("a&touch pwned|x>pwned", ""),
    ('say "hi" \\ *', "'"),
    ('say "hi" \\ *', '"'),
    ("a!b", '"'),
    ("~root", ""),
    ("{a,b}", ""),
    ("*", ""),
    ("=cmd()", ""),
    ("#x", ""),
    ("[bold]é — ü", ""),
]


def test_bash_is_tried_and_shells_that_are_absent_are_named() -> None:
    absent = set(shells.SHELLS) - set(shells.PRESENT)
    for shell in sorted(absent):
        sys.stderr.write(f"{shell} is not installed: its completion is not tried here\n")
    assert "bash" in shells.PRESENT


@pytest.mark.parametrize("shell", shells.PRESENT)
def test_hostile_names_arrive_whole_and_never_run(shell: str, tmp_path: Path) -> None:
    with shells.shell_in(tmp_path, shell, _SCRIPTS[shell]) as opened:
        for name, typed in NAMES:
            if shell == "fish" and typed:
                continue  # fish quotes otherwise than bash; it is tried from nothing
            dossier = f'format = 1\nactivity.name = "x"\nclients = [{{ name = {inline(name)} }}]\n'
            (tmp_path / "cae.toml").write_text(dossier, "utf-8")
            got = opened.after_tab(f"cae edit-client {typed}")
            left_out = shell == "fish" and name.startswith("~")  # fish would expand it
            assert got == (["edit-client"] if left_out else ["edit-client", name]), (name, typed)
            assert not (tmp_path / "pwned").exists(), (name, typed)


@pytest.mark.parametrize("shell", shells.PRESENT)
def test_presets_and_a_dossier_named_before_are_completed(shell: str, tmp_path: Path) -> None:
    (tmp_path / "autre.toml").write_text(
        'format = 1\nactivity.name = "x"\nclients = [{ name = "Zoé", prestations = '
        '[{ label = "Un jour", amount = 1, start = 2026-11-01 }] }]\n',
        "utf-8",
    )
    with shells.shell_in(tmp_path, shell, _SCRIPTS[shell]) as opened:
        assert opened.after_tab("cae init --cooperative coody") == [
            "init",
            "--cooperative",
            "coodyssee",
        ]
        before = "cae edit-prestation --file autre.toml"
        words = ["edit-prestation", "--file", "autre.toml", "Zoé"]
        assert opened.after_tab(f"{before} Z") == words
        assert opened.after_tab(f"{before} Zoé Un") == [*words, "Un jour"]
