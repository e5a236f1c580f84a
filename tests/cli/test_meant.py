"""What was meant: French words lead to the right command; no suggestion destroys or is nonsense."""

import pytest

from cae_cli.cli.commands import COMMANDS
from cae_cli.cli.shell.meant import commands_meant, option_meant
from tests.cli.kit import run_cae

DESTROYS = ("remove-", "lost", "undo")

MEANT = """
modifier-client         edit-client
modifier_prestation     edit-prestation
Modifier-Dépense        edit-expense
changer-contrat         edit-contract
ajouter-client          add-client
ajouter-dépense         add-expense
nouveau-client          add-client
supprimer-client        remove-client
supprimer-dépense       remove-expense
effacer-contrat         remove-contract
delete-client           remove-client
renommer-client         rename-client
annuler                 undo
aide                    help
échéances               timeline
calendrier              timeline
vérifier                check
signer                  sign
perdu                   lost
simuler                 simulate
salaire                 salary
règles                  rules
coopérative             cooperatives
liste                   list
trésorerie              set
éditer                  edit
simulat                 simulate
salery                  salary
remove-cliant           remove-client
edit-clinet             edit-client
"""


@pytest.mark.parametrize("line", MEANT.strip().splitlines())
def test_the_right_command_is_suggested(line: str) -> None:
    typed, command = line.split()
    assert list(commands_meant(typed, COMMANDS)) == [command]
    told = run_cae(typed, lang="en")
    assert told.exit_code == 2
    assert f"Did you mean “{command}”?" in told.stderr


@pytest.mark.parametrize(
    "typed", ["client", "rem", "undone", "lots", "move-client", "emove", "zzz", "", "x" * 500, "-"]
)
def test_nothing_that_destroys_is_suggested_for_another_word(typed: str) -> None:
    assert not [name for name in commands_meant(typed, COMMANDS) if name.startswith(DESTROYS)]


def test_a_verb_alone_is_asked_for_its_object() -> None:
    told = run_cae("ajouter", "client", lang="en").stderr
    assert "Say what: add-client, add-prestation" in told
    assert "Say what: remove-client" in run_cae("supprimer", lang="en").stderr


def test_a_command_that_is_not_there_is_never_suggested() -> None:
    assert list(commands_meant("annuler", ["simulate"])) == []
    assert list(commands_meant("modifier-client", ["add-client"])) == []


KNOWN = ("--amount", "--every", "--start", "--end", "--months", "--file", "--yes", "--net", "-f")


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("--montant", "--amount"),
        ("--Début", "--start"),
        ("--rythme", "--every"),
        ("--mois", "--months"),
        ("--fichier", "--file"),
        ("--amout", "--amount"),
        ("--oui", "--yes"),
        ("--yess", None),  # agreeing is typed, not guessed
        ("--brut", None),
        ("--zzz", None),
        ("-x", None),
    ],
)
def test_the_right_option_is_suggested(typed: str, option: str | None) -> None:
    assert option_meant(typed, KNOWN) == option
