"""What the modules of commands declare their parameters with.

Every parameter is a plain `str`, `bool` or `list[str]`: texts are read by `values`, which explains
in the user's language what is wrong with them, and no parameter pays for a validator at start-up.
Helps and metavars are marked here and translated when they are shown.
"""

from collections.abc import Callable
from typing import Annotated, Any, NamedTuple, TypeVar

import typer

from cae_cli.cli.shell import surroundings
from cae_cli.language import LANGUAGES, mark

Function = TypeVar("Function", bound=Callable[..., Any])


class More(NamedTuple):
    """What the help of a command says after its first line."""

    text: str = ""  # marked
    examples: tuple[str, ...] = ()  # command lines, the same in every language


def described(text: str = "", *examples: str) -> Callable[[Function], Function]:
    """Add a marked text and example command lines to the help of a command."""

    def add(function: Function) -> Function:
        function.more = More(text, examples)  # type: ignore[attr-defined]
        return function

    return add


def _set_today(ctx: typer.Context, value: str | None) -> str | None:
    if not ctx.resilient_parsing:
        ctx.obj = surroundings.at_day(surroundings.of(ctx), value)
    return value


def _check_language(ctx: typer.Context, value: str | None) -> str | None:
    if value is not None and not ctx.resilient_parsing:
        from cae_cli.cli.shell import values

        values.choice(value, "--lang", LANGUAGES)
    return value


def _complete_language() -> list[str]:
    return list(LANGUAGES)


Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="fr|en",
        help=mark("The language of the answer (otherwise $CAE_LANG, then the locale)."),
        callback=_check_language,
        expose_value=False,
        autocompletion=_complete_language,
    ),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar=mark("DAY"),
        help=mark("The day it is, YYYY-MM-DD (otherwise $CAE_TODAY, then the clock)."),
        callback=_set_today,
        expose_value=False,
    ),
]
File = Annotated[
    str | None,
    typer.Option(
        "--file",
        "-f",
        metavar=mark("PATH"),
        help=mark("The dossier (otherwise $CAE_FILE, then ./cae.toml)."),
    ),
]
PayrollRules = Annotated[
    str | None,
    typer.Option(
        "--rules",
        metavar=mark("PATH"),
        help=mark("Payroll rules laid over those that ship (otherwise $CAE_RULES)."),
    ),
]
Json = Annotated[bool, typer.Option("--json", help=mark("Answer in JSON."))]
Csv = Annotated[bool, typer.Option("--csv", help=mark("Answer in CSV."))]
Out = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar=mark("PATH"),
        help=mark("Write the answer to this file; its extension tells the format."),
    ),
]


def everywhere(lang: Lang = None, today: Today = None) -> None:
    """Declare the options that every command takes; `app` adds them to each."""
