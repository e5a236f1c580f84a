"""Commands for the tests of the shell: small, and each fails in its own way."""

from typing import Annotated

import typer

from cae_cli.cli.shell import numbers, output, surroundings, values
from cae_cli.cli.shell.app import Entry
from cae_cli.cli.shell.dossier_file import dossier_path
from cae_cli.cli.shell.options import Csv, File, Json, Out, described
from cae_cli.errors import CaeError, Exit, InvalidInputError, Place, Problem
from cae_cli.language import mark, say

COMMANDS = {
    "greet": Entry("tests.cli.sample:greet", mark("Greet a client.")),
    "fail": Entry("tests.cli.sample:fail", mark("Fail in some way.")),
    "where": Entry("tests.cli.sample:where", mark("Tell the dossier.")),
    "absent": Entry("tests.cli.no_such_module:absent", mark("Never imported.")),
}


@described("It also tells the day.", "cae greet 'Mairie de Gap' --amount 450,50")
def greet(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar=mark("NAME"), help=mark("The client."))],
    *,
    amount: Annotated[
        str | None, typer.Option("--amount", metavar=mark("AMOUNT"), help=mark("Per invoice."))
    ] = None,
    every: Annotated[str, typer.Option("--every", metavar="EVERY")] = "month",
    needed: Annotated[str, typer.Option("--needed")] = "n",
    json: Json = False,
    csv: Csv = False,
    out: Out = None,
) -> None:
    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    cents = values.given(numbers.amount, amount, "--amount")
    if to.format == output.JSON:
        text = f'{{"name": "{name}", "cents": {cents or 0}, "today": "{around.today}"}}\n'
    else:
        text = f"{name} {every} {needed} {around.language.date(around.today)} {cents}\n"
    output.send(around, to, text)


def where(ctx: typer.Context, file: File = None, *, writes: bool = False) -> None:
    around = surroundings.of(ctx)
    around.write(f"{dossier_path(around, file, writes=writes)}\n")


def _problem(line: str, column: int, width: int) -> InvalidInputError:
    what = say("“{text}” is not an amount.", text="x\x1b[31m")
    place = Place(12, column, line, width)
    remedy = say("Type a name.")
    return InvalidInputError("dossier\x1b.toml", [Problem("CAE-D012", what, remedy, place)])


def fail(
    ctx: typer.Context,
    way: Annotated[str, typer.Argument()],
    required: Annotated[str, typer.Option("--required")],
) -> int:
    errors = {
        "cae": CaeError(say("There is no dossier {file}.", file="a.toml"), say("Type a name.")),
        "file": _problem('amount = "\x1b[31mé"\t# note\n', 10, 7),
        "long": _problem("a" * 300 + "HERE" + "b" * 300, 301, 4),
        "system": FileNotFoundError(2, "No such file or directory", "gone.toml"),
        "deep": RecursionError(),
        "memory": MemoryError(),
        "bug": KeyError("secret"),
        "ctrl-c": KeyboardInterrupt(),
        "eof": EOFError(),
        "pipe": BrokenPipeError(),
        "abort": typer.Abort(),
    }
    surroundings.of(ctx).write(f"answer {required}\n")
    if way in errors:
        raise errors[way]
    return Exit.FOUND
