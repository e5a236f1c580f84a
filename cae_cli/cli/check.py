"""`cae check`: every error and warning of one or more dossiers, each with its place."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import typer

from cae_cli.cli.reading import read_dossier
from cae_cli.cli.shell import delivery, output, problems, surroundings
from cae_cli.cli.shell.dossier_file import dossier_path, named_twice
from cae_cli.cli.shell.options import Csv, DossierArguments, File, Json, Out, described
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import Exit, InvalidInputError, Problem
from cae_cli.language import Language, Said, mark, say, say_n
from cae_cli.render.shown import About, Screen, Table

if TYPE_CHECKING:
    from cae_cli.render.page import Page

COLUMNS = (
    mark("File"),
    mark("Line"),
    mark("Column"),
    mark("Severity"),
    mark("Code"),
    mark("Problem"),
    mark("Remedy"),
)


@described(
    mark("Exit with 1 when a dossier has an error; warnings never block."),
    "cae check",
    "cae check *.toml",
    "cae check --json | jq '.errors[].line'",
)
def check(
    ctx: typer.Context,
    dossiers: DossierArguments = None,
    file: File = None,
    json: Json = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    if dossiers and file is not None:
        raise named_twice([*dossiers, file])
    typed: Sequence[str | None] = dossiers or [file]
    paths = [dossier_path(around, path) for path in typed]
    found = Checked(around, [_checked(around, path) for path in paths])
    if to.format == output.TEXT:
        found.tell_errors()
    delivery.deliver(around, to, found)
    return Exit.INVALID if any(one.errors for one in found.dossiers) else Exit.DONE


class CheckedDossier(NamedTuple):
    """What is wrong, or doubtful, in one dossier."""

    about: About
    errors: Sequence[Problem] = ()
    warnings: Sequence[Problem] = ()


def _checked(around: Surroundings, path: str) -> CheckedDossier:
    try:
        read = read_dossier(around, path)
    except InvalidInputError as error:
        return CheckedDossier(About(None, path, around.today), errors=error.problems)
    about = About(read.dossier.activity.name, path, around.today)
    return CheckedDossier(about, warnings=read.warnings)


class Checked(NamedTuple):
    """The answer: errors on standard error, as of every command; the rest where it is asked."""

    around: Surroundings
    dossiers: Sequence[CheckedDossier]

    def tell_errors(self) -> None:
        for one in self.dossiers:
            if one.errors:
                told = problems.render_all(one.about.file, one.errors, self.around)
                self.around.stderr.write(told)

    def document(self, language: Language) -> dict[str, object] | list[dict[str, object]]:
        documents = [
            {
                **one.about.head("check"),
                "errors": [_document(problem, language) for problem in one.errors],
                "warnings": [_document(problem, language) for problem in one.warnings],
            }
            for one in self.dossiers
        ]
        return documents[0] if len(documents) == 1 else documents

    def table(self, language: Language) -> Table:
        return Table(COLUMNS, list(self._rows(language)))

    def _rows(self, language: Language) -> Iterator[tuple[object, ...]]:
        for one in self.dossiers:
            for severity, found in (("error", one.errors), ("warning", one.warnings)):
                for problem in found:
                    code, line, column, text, remedy = _document(problem, language).values()
                    yield one.about.file, line, column, severity, code, text, remedy

    def page(self, language: Language, _screen: Screen | None) -> "Page":
        from cae_cli.render.page import Line

        lines: list[str] = []
        for one in self.dossiers:
            for problem in one.warnings:
                lines += [*problems.render(one.about.file, problem, self.around).splitlines(), ""]
            if not one.errors:
                lines.append(language.tell(_conclusion(one)))
        return [Line(line, wrap=False) for line in lines]


def _conclusion(one: CheckedDossier) -> Said:
    if not one.warnings:
        return say("{file}: nothing to correct.", file=one.about.file)
    return say_n("{file}: no error, {count} warning.", "{file}: no error, {count} warnings.",
                 len(one.warnings), file=one.about.file)  # fmt: skip


def _document(problem: Problem, language: Language) -> dict[str, object]:
    place = problem.place
    return {
        "code": problem.code,
        "line": None if place is None else place.line,
        "column": None if place is None else place.column,
        "text": language.tell(problem.what),
        "remedy": None if problem.remedy is None else language.tell(problem.remedy),
    }
