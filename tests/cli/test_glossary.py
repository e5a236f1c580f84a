"""The words of the field that `cae help` explains."""

import pytest

from cae_cli.cli import glossary
from cae_cli.cli.commands import COMMANDS
from cae_cli.codes import CODES
from cae_cli.written.texts import folded
from tests.cli.kit import run_cae


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("CAPE", "CAPE, contrat d’appui au projet d’entreprise"),
        ("cape", "CAPE, contrat d’appui au projet d’entreprise"),
        ("acre", "ACRE"),
        ("coût global", "Coût global"),
        ("COUT GLOBAL", "Coût global"),
        ("employer cost", "Coût global"),
        ("part fixe", "Part fixe"),
        ("associée", "Associé, sociétaire de la coopérative"),
        ("équivalent-heures", "Équivalent-heures"),
        ("net durable", "Net durable"),
    ],
)
def test_a_word_is_explained_by_any_of_its_names(asked: str, title: str) -> None:
    for arguments in ((asked,), tuple(asked.split())):  # quoted, or not
        found = run_cae("help", *arguments)
        assert (found.exit_code, found.stderr) == (0, "")
        assert found.stdout.splitlines()[0] == title
        assert len(found.stdout.splitlines()[2]) > 60


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_there_are_twenty_words_each_in_both_languages(lang: str) -> None:
    assert len(glossary.WORDS) >= 20
    told = [run_cae("help", name, lang=lang).stdout for name in glossary.names()]
    assert len(set(told)) == len(glossary.WORDS)
    other = [run_cae("help", name, lang="en").stdout for name in glossary.names()]
    assert all((one != two) == (lang == "fr") for one, two in zip(told, other, strict=True))


def test_no_name_stands_for_two_things() -> None:
    named = [folded(name) for word in glossary.WORDS for name in word.names]
    assert len(named) == len(set(named))
    assert not set(named) & {folded(code) for code in CODES}


def test_every_command_that_a_word_leads_to_is_one() -> None:
    for word in glossary.WORDS:
        if word.command:
            program, command, *_ = word.command.split()
            assert program == "cae"
            assert command in COMMANDS


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("cap", "CAPE"), ("acres", "ACRE"), ("modifier-client", "edit-client"), ("D013x", "CAE-D013")],
)
def test_a_slip_is_answered_by_the_nearest(asked: str, meant: str) -> None:
    found = run_cae("help", asked, lang="en")
    assert found.exit_code == 2
    assert f"Did you mean “{meant}”?" in found.stderr


def test_what_is_unknown_is_told_with_what_is_known() -> None:
    found = run_cae("help", "zzzz", lang="en")
    assert found.exit_code == 2
    assert "Words that are explained: CAE, CAPE, CESA" in found.stderr
