import sys
from pathlib import Path
from typing import cast

import pytest
from typer.core import TyperOption

from cae_cli import __version__
from cae_cli.cli.commands import COMMANDS
from cae_cli.cli.shell.app import Command, Entry, build, load
from cae_cli.cli.shell.typer_inside import annotation_of
from tests.cli.kit import run_cae
from tests.cli.sample import COMMANDS as SAMPLE


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_version(lang: str) -> None:
    result = run_cae("--version", lang=lang)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"cae {__version__}\n", "")


BEGINNING = """\
Pas encore de dossier ici\u00a0: aucun fichier cae.toml dans ce répertoire.
→ Créez-le, pas à pas\u00a0: cae init
→ Combien facturer pour un salaire, sans dossier\u00a0: cae salary --net 1500
→ Toutes les commandes\u00a0: cae --help
"""

FRENCH_GROUP = """\
Utilisation\u00a0: cae COMMANDE [OPTIONS]

À partir de quel mois puis-je me payer, est-ce sûr, et quelles dates ne dois-je
pas manquer\u202f?

Commandes\u00a0:
  greet   Greet a client.
  fail    Fail in some way.
  where   Tell the dossier.
  absent  Never imported.

Options\u00a0:
  --lang fr|en                    La langue de la réponse (sinon $CAE_LANG, puis
                                  celle du système).
  --version                       Affiche la version.
  --install-completion INTERPRÉTEUR
                                  Fait compléter commandes, options et noms par
                                  la touche TAB (de bash, zsh, fish ou
                                  powershell).
  --show-completion INTERPRÉTEUR  Affiche le script qui le fait.
  -h, --help                      Affiche cette aide.

Avant ou après le nom de chaque commande\u00a0: --file, --json, --csv, -o, --lang,
--today, --color, --no-pager. Tout ce que l’une d’elles accepte, avec des
exemples\u00a0: cae COMMANDE --help

Un mot du métier (CAPE, ACRE, coût global) ou un code\u00a0: cae help MOT
"""

ENGLISH_COMMAND = """\
Usage: cae greet NAME [OPTIONS]

Greet a client.

It also tells the day.

Example:
  cae greet 'Mairie de Gap' --amount 450,50

Arguments:
  NAME  The client. [required]

Options:
  --amount AMOUNT            Per invoice.
  --every EVERY              [default: month]
  --needed NEEDED            [default: n]
  --json                     Answer in JSON.
  --csv                      Answer in CSV.
  -o, --output PATH          Write the answer to this file; its extension tells
                             the format.
  --lang fr|en               The language of the answer (otherwise $CAE_LANG,
                             then the locale).
  --today DAY                The day it is, YYYY-MM-DD (otherwise $CAE_TODAY,
                             then the clock).
  --color auto|always|never  Colours, on a terminal only unless always
                             (otherwise $NO_COLOR).
  --no-pager                 Show a long answer whole (otherwise $CAE_PAGER,
                             $PAGER, then less).
  -h, --help                 Show this help.
"""


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_group_help(flag: str) -> None:
    result = run_cae(flag, commands=SAMPLE)
    assert (result.exit_code, result.stdout, result.stderr) == (0, FRENCH_GROUP, "")


def test_command_help() -> None:
    result = run_cae("greet", "--help", lang="en", commands=SAMPLE)
    assert (result.exit_code, result.stdout, result.stderr) == (0, ENGLISH_COMMAND, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "fr", "greet", "-h"),
        ("greet", "--help", "--lang", "fr"),
        ("greet", "--lang=fr", "--help"),
    ],
)
def test_language_is_known_before_the_help_is_written(arguments: tuple[str, ...]) -> None:
    result = run_cae(*arguments, lang="en", commands=SAMPLE)
    assert result.exit_code == 0
    assert "[obligatoire]" in result.stdout
    assert "[par défaut\u00a0: month]" in result.stdout
    assert "Show this help" not in result.stdout


def test_help_fits_a_narrow_terminal() -> None:
    result = run_cae("greet", "-h", env={"COLUMNS": "40"}, commands=SAMPLE)
    assert result.exit_code == 0
    assert max(len(line) for line in result.stdout.splitlines() if "Mairie" not in line) <= 40


def test_without_a_command_and_a_dossier_one_is_told_how_to_begin(tmp_path: Path) -> None:
    for commands in (SAMPLE, COMMANDS):
        result = run_cae(commands=commands, cwd=tmp_path)
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", BEGINNING)


def test_without_a_command_the_dossier_is_answered(tmp_path: Path) -> None:
    (tmp_path / "cae.toml").write_text('format = 1\nactivity.name = "a"\n', "utf-8")
    assert run_cae(cwd=tmp_path) == run_cae("simulate", "--brief", cwd=tmp_path)
    assert run_cae("--json", cwd=tmp_path) == run_cae("simulate", "--json", cwd=tmp_path)
    assert run_cae("-f", "cae.toml", "--lang", "en", cwd=tmp_path).stderr == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("--json greet x", "greet x --json"),
        ("--json --today 2024-02-29 greet x", "greet x --json --today 2024-02-29"),
        ("--today=2024-02-29 --lang en greet x", "greet x --today=2024-02-29 --lang en"),
        ("-f a.toml where", "where -f a.toml"),
        ("-fa.toml where", "where -fa.toml"),
        ("--file=a.toml where", "where --file=a.toml"),
        ("--csv where", "where --csv"),  # which has none: told in the same words
        ("--json --help", "--help"),
        ("--no-pager --color never greet x", "greet x"),
    ],
)
def test_options_of_every_command_may_come_before_its_name(
    before: str, after: str, tmp_path: Path
) -> None:
    first, second = (
        run_cae(*typed.split(), commands=SAMPLE, cwd=tmp_path) for typed in (before, after)
    )
    assert first == second


def test_a_dossier_is_named_once(tmp_path: Path) -> None:
    for typed in ("where -f a -f b", "-f a where -f b", "where -fa --file=b"):
        result = run_cae(*typed.split(), commands=SAMPLE, lang="en", cwd=tmp_path)
        assert (result.exit_code, result.stdout) == (2, "")
        assert (
            result.stderr
            == "Error: More than one dossier is named: a and b.\n→ Keep one of them.\n"
        )
    for command in ("simulate", "timeline", "list", "check"):
        assert run_cae(command, "a", "-f", "b", cwd=tmp_path).exit_code == 2


def test_reading_commands_take_the_dossier_as_an_argument(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('format = 1\nactivity.name = "a"\n', "utf-8")
    for command in ("simulate", "timeline", "list", "check"):
        named = run_cae(command, "a.toml", cwd=tmp_path)
        assert named.exit_code == 0
        assert named == run_cae(command, "-f", "a.toml", cwd=tmp_path)


def test_colour_is_asked_for_or_refused(tmp_path: Path) -> None:
    (tmp_path / "cae.toml").write_text('format = 1\nactivity.name = "a"\n', "utf-8")
    terminal = {"TERM": "xterm"}
    for tty, flag, coloured in (
        (True, "auto", True), (True, "never", False), (True, "always", True),
        (False, "auto", False), (False, "never", False), (False, "always", True),
    ):  # fmt: skip
        found = run_cae("list", "--color", flag, tty=tty, env=terminal, cwd=tmp_path)
        assert ("\x1b[1m" in found.stdout) is coloured, (tty, flag)
    written = run_cae("list", "--color", "always", "-o", "a.txt", cwd=tmp_path)
    assert written.exit_code == 0
    assert "\x1b" not in (tmp_path / "a.txt").read_text("utf-8")
    assert run_cae("list", "--color", "yes", cwd=tmp_path).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "french", "english"),
    [
        (
            ("gret", "x"),
            (
                "Erreur\u00a0: Il n’y a pas de commande «\u00a0gret\u00a0».\n"
                "→ Vouliez-vous dire «\u00a0greet\u00a0»\u202f? "
                "Toutes les commandes\u00a0: cae --help\n"
            ),
            (
                "Error: There is no command “gret”.\n"
                "→ Did you mean “greet”? All commands: cae --help\n"
            ),
        ),
        (
            ("zzz",),
            (
                "Erreur\u00a0: Il n’y a pas de commande «\u00a0zzz\u00a0».\n"
                "→ Toutes les commandes\u00a0: cae --help\n"
            ),
            "Error: There is no command “zzz”.\n→ All commands: cae --help\n",
        ),
        (
            ("--vers",),
            (
                "Erreur\u00a0: Il n’y a pas d’option --vers.\n"
                "→ Vouliez-vous dire --version\u202f? Toutes les options\u00a0: cae --help\n"
            ),
            (
                "Error: There is no option --vers.\n"
                "→ Did you mean --version? All options: cae --help\n"
            ),
        ),
        (
            ("greet", "x", "--amout", "3"),
            (
                "Erreur\u00a0: Il n’y a pas d’option --amout.\n"
                "→ Vouliez-vous dire --amount\u202f? Toutes les options\u00a0: cae greet --help\n"
            ),
            (
                "Error: There is no option --amout.\n"
                "→ Did you mean --amount? All options: cae greet --help\n"
            ),
        ),
        (
            ("greet", "x", "-Z"),
            "Erreur\u00a0: Il n’y a pas d’option -Z.\n→ Voir cae greet --help\n",
            "Error: There is no option -Z.\n→ See cae greet --help\n",
        ),
        (
            ("greet", "x", "--amount"),
            "Erreur\u00a0: L’option --amount attend une valeur.\n→ Voir cae greet --help\n",
            "Error: The option --amount needs a value.\n→ See cae greet --help\n",
        ),
        (
            ("greet", "x", "--json=yes"),
            "Erreur\u00a0: L’option --json ne prend pas de valeur.\n→ Voir cae greet --help\n",
            "Error: The option --json takes no value.\n→ See cae greet --help\n",
        ),
        (
            ("greet",),
            "Erreur\u00a0: Il manque NOM.\n→ Voir cae greet --help\n",
            "Error: NAME is missing.\n→ See cae greet --help\n",
        ),
        (
            ("fail", "cae"),
            "Erreur\u00a0: Il manque l’option --required.\n→ Voir cae fail --help\n",
            "Error: The option --required is missing.\n→ See cae fail --help\n",
        ),
        (
            ("greet", "Mairie", "de", "Gap\x1b[2J"),
            (
                "Erreur\u00a0: Il y a plus que n’en prend la commande\u00a0: de et Gap\\u001b[2J\n"
                "→ Un texte qui contient des espaces se met entre guillemets. "
                "Tout ce que prend la commande\u00a0: cae greet --help\n"
            ),
            (
                "Error: There is more than the command takes: de and Gap\\u001b[2J\n"
                "→ Put a text that holds spaces between quotes. "
                "All that the command takes: cae greet --help\n"
            ),
        ),
        (
            ("greet", "x", "--lang", "de"),
            (
                "Erreur\u00a0: --lang\u00a0: «\u00a0de\u00a0» n’est pas connu ici.\n"
                "→ Possibles\u00a0: fr, en.\n"
            ),
            "Error: --lang: “de” is not known here.\n→ Known: fr, en.\n",
        ),
        (
            ("greet", "x", "--today", "demain"),
            (
                "Erreur\u00a0: --today\u00a0: «\u00a0demain\u00a0» n’est pas une date.\n"
                "→ Tapez un jour, par exemple 2026-11-30, 30/11/2026 ou "
                "«\u00a030 novembre 2026\u00a0».\n"
            ),
            (
                "Error: --today: “demain” is not a date.\n"
                "→ Type a day such as 2026-11-30, 30/11/2026 or “30 novembre 2026”.\n"
            ),
        ),
    ],
)
def test_usage_errors(arguments: tuple[str, ...], french: str, english: str) -> None:
    for lang, told in (("fr", french), ("en", english)):
        result = run_cae(*arguments, lang=lang, commands=SAMPLE)
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)


def test_day_of_the_command_wins_over_the_environment() -> None:
    told = run_cae("greet", "x", "--today", "2024-02-29", lang="en", commands=SAMPLE)
    assert told.stdout == "x month n 29 February 2024 None\n"
    inherited = run_cae("greet", "x", env={"CAE_TODAY": "2025-08-01"}, commands=SAMPLE)
    assert inherited.stdout == "x month n 1er août 2025 None\n"


def test_wrong_day_of_the_environment_names_the_variable() -> None:
    result = run_cae("greet", "x", env={"CAE_TODAY": "hier"}, lang="en", commands=SAMPLE)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: $CAE_TODAY: “hier” is not a date.\n")


def test_negative_number_is_an_argument_or_the_value_of_an_option() -> None:
    as_argument = run_cae("greet", "-200", "--amount", "3", commands=SAMPLE)
    assert as_argument.stdout.startswith("−200 month")
    as_value = run_cae("greet", "x", "--every", "-200", commands=SAMPLE)
    assert as_value.stdout.startswith("x -200")


def test_two_dashes_end_the_options() -> None:
    result = run_cae("greet", "--", "--lang", commands=SAMPLE)
    assert result.stdout.startswith("--lang month")


def test_exit_code_of_the_command_is_that_of_the_run() -> None:
    result = run_cae("fail", "nothing", "--required", "x", commands=SAMPLE)
    assert (result.exit_code, result.stdout) == (3, "answer x\n")


def test_a_command_imports_only_its_own_module() -> None:
    # `absent` names a module that does not exist: listing and running others must not import it.
    assert run_cae("--help", commands=SAMPLE).exit_code == 0
    assert run_cae("greet", "x", commands=SAMPLE).exit_code == 0
    assert "tests.cli.no_such_module" not in sys.modules
    assert run_cae("absent", commands=SAMPLE).exit_code == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_is_whole(name: str) -> None:
    _hold(name, COMMANDS[name])


@pytest.mark.parametrize("name", ["greet", "fail", "where"])
def test_every_sample_command_is_whole(name: str) -> None:
    _hold(name, SAMPLE[name])


def _hold(name: str, entry: Entry) -> None:
    command = load(name, entry)
    assert isinstance(command, Command)
    assert entry.summary.endswith(".")
    options = [option for param in command.params for option in param.opts]
    assert len(options) == len(set(options))
    for param in cast("list[TyperOption]", command.params):
        # Another type would be checked by Typer, in English.
        assert annotation_of(param) in (str, bool, list[str]), param.name


def test_group_without_commands_can_be_built() -> None:
    assert build({}).list_commands(None) == []
