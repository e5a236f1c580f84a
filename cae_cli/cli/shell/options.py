"""What the modules of commands declare their parameters with.

Every parameter is a plain `str`, `bool` or `list[str]`: texts are read by `values`, which explains
in the user's language what is wrong with them, and no parameter pays for a validator at start-up.
Helps and metavars are marked here and translated when they are shown.
"""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, NamedTuple, TypeVar

import typer

from cae_cli.cli.shell import surroundings
from cae_cli.language import LANGUAGES, mark

Function = TypeVar("Function", bound=Callable[..., Any])


#: The parameter that may be typed once only: elsewhere, the last one wins.
ONCE = "file"
#: What may be typed before the name of a command as well: options with a value, and without one.
SHORT = ("-f", "-o")
VALUED = (*SHORT, "--file", "--output", "--lang", "--today", "--color")
FLAGS = ("--json", "--csv", "--no-pager")
COLOURS = (surroundings.AUTO, surroundings.ALWAYS, surroundings.NEVER)


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


def _set_colour(ctx: typer.Context, value: str | None) -> str | None:
    if value is not None and not ctx.resilient_parsing:
        from cae_cli.cli.shell import values

        chosen = values.choice(value, "--color", COLOURS)
        ctx.obj = surroundings.with_colour(surroundings.of(ctx), chosen)
    return value


def _complete_colour() -> list[str]:
    return list(COLOURS)


def _set_pages(ctx: typer.Context, value: bool) -> bool:
    if value and not ctx.resilient_parsing:
        ctx.obj = surroundings.of(ctx)._replace(pages=False)
    return value


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


def _only_one(ctx: typer.Context, values: Sequence[str] | None) -> str | None:
    """Take the one value of an option that `app` lets be typed several times, to see that it is."""
    if values and len(values) > 1 and not ctx.resilient_parsing:
        from cae_cli.cli.shell.dossier_file import named_twice

        raise named_twice(values)
    return values[0] if values else None


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
        callback=_only_one,
    ),
]
DossierArgument = Annotated[
    str | None,
    typer.Argument(metavar=mark("FILE"), help=mark("The dossier, as with --file.")),
]
DossierArguments = Annotated[
    list[str] | None,
    typer.Argument(metavar=mark("FILE"), help=mark("The dossiers, as with --file.")),
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


Colour = Annotated[
    str | None,
    typer.Option(
        "--color",
        metavar="auto|always|never",
        help=mark("Colours, on a terminal only unless always (otherwise $NO_COLOR)."),
        callback=_set_colour,
        expose_value=False,
        autocompletion=_complete_colour,
    ),
]
NoPager = Annotated[
    bool,
    typer.Option(
        "--no-pager",
        help=mark("Show a long answer whole (otherwise $CAE_PAGER, $PAGER, then less)."),
        callback=_set_pages,
        expose_value=False,
    ),
]


def everywhere(
    lang: Lang = None, today: Today = None, color: Colour = None, no_pager: NoPager = False
) -> None:
    """Declare the options that every command takes; `app` adds them to each."""
