"""`cae check`: every error and warning of a dossier, each with its place."""

from typing import TYPE_CHECKING

import typer

from cae_cli.cli.reading import read_dossier
from cae_cli.cli.shell import output, surroundings
from cae_cli.cli.shell.dossier_file import dossier_path
from cae_cli.cli.shell.options import File, Json, described
from cae_cli.errors import Exit, InvalidInputError, Problem
from cae_cli.language import Language, mark, say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMAT = 1


@described(
    mark("Exit with 1 when the dossier has an error; warnings never block."),
    "cae check",
    "cae check --json | jq '.errors[].line'",
)
def check(ctx: typer.Context, file: File = None, json: Json = False) -> int:
    around = surroundings.of(ctx)
    errors: Sequence[Problem] = ()
    warnings: Sequence[Problem] = ()
    try:
        warnings = read_dossier(around, file).warnings
    except InvalidInputError as error:
        if not json:
            raise
        errors = error.problems
    source = dossier_path(around, file)
    if json:
        from cae_cli.render.json_text import json_text

        document = {
            "format": FORMAT,
            "command": "check",
            "file": source,
            "errors": [_problem(problem, around.language) for problem in errors],
            "warnings": [_problem(problem, around.language) for problem in warnings],
        }
        output.deliver(around, output.Target(output.JSON), json_text(document))
        return Exit.INVALID if errors else Exit.DONE
    _tell(around, source, warnings)
    return Exit.DONE


def _tell(around: surroundings.Surroundings, source: str, warnings: "Sequence[Problem]") -> None:
    from cae_cli.cli.shell.problems import render

    for problem in warnings:
        around.write(f"{render(source, problem, around)}\n")
    said = (
        say_n("{file}: no error, {count} warning.", "{file}: no error, {count} warnings.",
              len(warnings), file=source)
        if warnings
        else say("{file}: nothing to correct.", file=source)
    )  # fmt: skip
    around.write(f"{around.language.tell(said)}\n")


def _problem(problem: Problem, language: Language) -> dict[str, object]:
    place = problem.place
    return {
        "code": problem.code,
        "line": None if place is None else place.line,
        "column": None if place is None else place.column,
        "text": language.tell(problem.what),
        "remedy": None if problem.remedy is None else language.tell(problem.remedy),
    }
