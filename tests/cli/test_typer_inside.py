"""The private names of Typer are there; and where one is not, only what it served is lost."""

import sys

import pytest
import typer
from typer.core import TyperCommand
from typer.main import get_command

from cae_cli.cli.shell import typer_inside
from cae_cli.cli.shell.app import load
from tests.cli.kit import run_cae
from tests.cli.sample import COMMANDS as SAMPLE
from tests.cli.sample import greet


def test_the_names_are_those_of_the_typer_in_use() -> None:
    command = load("greet", SAMPLE["greet"])
    assert isinstance(command, TyperCommand)
    for param in command.params:
        assert typer_inside.annotation_of(param) in (str, bool)
        assert hasattr(param, "_runtime_param")
    kinds = {param.name: typer_inside.is_option(param) for param in command.params}
    assert (kinds["name"], kinds["amount"]) == (False, True)
    item = typer_inside.completion_item("a", "b")
    assert (item.value, item.help) == ("a", "b")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ((), typer_inside.MISSING),
        (("x", "--nothing"), typer_inside.NO_SUCH_OPTION),
        (("x", "--json=1"), typer_inside.BAD_OPTION),
    ],
)
def test_errors_are_told_apart_by_the_names_of_their_classes(
    typed: tuple[str, ...], kind: str
) -> None:
    app = typer.Typer()
    app.command()(greet)
    with pytest.raises(typer.TyperException) as caught:
        get_command(app).make_context("greet", list(typed))
    assert typer_inside.kind_of(caught.value) == kind


def test_without_its_completion_nothing_is_suggested_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "typer._click.shell_completion", None)
    result = run_cae("gr", env={"_CAE_COMPLETE": "bash"}, commands=SAMPLE)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_an_error_of_another_name_is_still_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typer_inside, "kind_of", lambda _: "Renamed")
    monkeypatch.setattr("cae_cli.cli.shell.usage.kind_of", lambda _: "Renamed")
    result = run_cae("greet", "x", "--nothing", lang="en", commands=SAMPLE)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: The command could not be read:")
