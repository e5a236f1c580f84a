"""What is typed before, or without, a command: `cae --version` and its like."""

from typing import Annotated

import typer

from cae_cli.cli.shell import surroundings
from cae_cli.cli.shell.dossier_file import USUAL
from cae_cli.cli.shell.options import Lang
from cae_cli.errors import Exit
from cae_cli.language import mark, say


def _complete_shell() -> list[str]:
    from cae_cli.cli.shell.completion import SHELLS

    return list(SHELLS)


def _show_version(ctx: typer.Context, value: bool) -> bool:
    if value and not ctx.resilient_parsing:
        from cae_cli import __version__

        surroundings.of(ctx).write(f"cae {__version__}\n")
        raise typer.Exit(Exit.DONE)
    return value


def _show_completion(ctx: typer.Context, value: str | None) -> str | None:
    if value and not ctx.resilient_parsing:
        from cae_cli.cli.shell import completion

        completion.show(surroundings.of(ctx), value)
        raise typer.Exit(Exit.DONE)
    return value


def _install_completion(ctx: typer.Context, value: str | None) -> str | None:
    if value and not ctx.resilient_parsing:
        from cae_cli.cli.shell import completion

        completion.install(surroundings.of(ctx), value)
        raise typer.Exit(Exit.DONE)
    return value


Version = Annotated[
    bool,
    typer.Option(
        "--version",
        help=mark("Show the version."),
        callback=_show_version,
        is_eager=True,
        expose_value=False,
    ),
]
InstallCompletion = Annotated[
    str | None,
    typer.Option(
        "--install-completion",
        metavar=mark("SHELL"),
        autocompletion=_complete_shell,
        help=mark(
            "Make TAB complete commands, options and names (in bash, zsh, fish or powershell)."
        ),
        callback=_install_completion,
        expose_value=False,
    ),
]
ShowCompletion = Annotated[
    str | None,
    typer.Option(
        "--show-completion",
        metavar=mark("SHELL"),
        autocompletion=_complete_shell,
        help=mark("Show the script that does so."),
        callback=_show_completion,
        expose_value=False,
    ),
]


_BEGINNING = (
    say("There is no dossier here: no file {file} in this folder.", file=USUAL),
    say("→ Make one, step by step: {command}", command="cae init"),
    say("→ How much to invoice for a pay, without a dossier: {command}",
        command="cae salary --net 1500"),
    say("→ All the commands: {command}", command="cae --help"),
)  # fmt: skip


def root(
    ctx: typer.Context,
    lang: Lang = None,  # noqa: ARG001 - told by its callback, like those below
    version: Version = False,  # noqa: ARG001
    install_completion: InstallCompletion = None,  # noqa: ARG001
    show_completion: ShowCompletion = None,  # noqa: ARG001
) -> None:
    """Tell how to begin when no command was typed, and there is no dossier to answer from."""
    if ctx.invoked_subcommand is None:
        around = surroundings.of(ctx)
        for said in _BEGINNING:
            around.tell(said)
        raise typer.Exit(Exit.USAGE)
