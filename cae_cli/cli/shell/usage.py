"""What was typed wrong, in our words: each usage error of Typer becomes one of the program."""

from collections.abc import Iterable, Sequence
from typing import Any

import typer

from cae_cli.cli.shell.meant import commands_meant, option_meant
from cae_cli.cli.shell.typer_inside import (
    BAD_OPTION,
    MISSING,
    NO_SUCH_OPTION,
    is_option,
    kind_of,
)
from cae_cli.errors import CaeError, UsageError
from cae_cli.language import Said, say

_SHOWN = 3  # arguments too many that are quoted


def explain(error: typer.TyperException, ctx: Any) -> CaeError:
    """Return the usage error of the program for one that Typer raised while reading `ctx`."""
    kind = kind_of(error)
    if kind == MISSING:
        return _missing(getattr(error, "param", None), ctx)
    if kind == NO_SUCH_OPTION:
        return _no_such_option(str(getattr(error, "option_name", "")), ctx)
    if kind == BAD_OPTION:
        return _bad_option(str(getattr(error, "option_name", "")), ctx)
    what = say("The command could not be read: {detail}", detail=error.format_message())
    return UsageError(what, _see_help(ctx))


def too_many(rest: Sequence[str], ctx: Any) -> UsageError:
    """Return the error for arguments that the command does not take."""
    what = say("There is more than the command takes: {arguments}", arguments=list(rest[:_SHOWN]))
    remedy = say(
        "Put a text that holds spaces between quotes. All that the command takes: {help}",
        help=_help_of(ctx),
    )
    return UsageError(what, remedy)


def no_such_command(typed: str, names: Iterable[str]) -> UsageError:
    """Return the error for a command that does not exist, with the one that was meant."""
    what = say("There is no command “{name}”.", name=typed)
    meant = commands_meant(typed, names)
    if not meant:
        return UsageError(what, say("All commands: {help}", help="cae --help"))
    if len(meant) > 1:
        told = ", ".join(meant)
        return UsageError(what, say("Say what: {names}. All commands: {help}",
                                    names=told, help="cae --help"))  # fmt: skip
    return UsageError(
        what,
        say("Did you mean “{name}”? All commands: {help}", name=meant[0], help="cae --help"),
    )


def _missing(param: Any, ctx: Any) -> UsageError:
    if param is None or is_option(param):
        name = "" if param is None else max(param.opts, key=len)
        return UsageError(say("The option {option} is missing.", option=name), _see_help(ctx))
    from cae_cli.cli.shell.help import shown_name

    name = shown_name(param, ctx.obj.language)
    return UsageError(say("{argument} is missing.", argument=name), _see_help(ctx))


def _no_such_option(name: str, ctx: Any) -> UsageError:
    what = say("There is no option {option}.", option=name)
    known = [
        option
        for param in ctx.command.get_params(ctx)
        if is_option(param) and not param.hidden
        for option in (*param.opts, *param.secondary_opts)
    ]
    meant = option_meant(name, known)
    if meant is None:
        return UsageError(what, _see_help(ctx))
    remedy = say("Did you mean {option}? All options: {help}", option=meant, help=_help_of(ctx))
    return UsageError(what, remedy)


def _bad_option(name: str, ctx: Any) -> UsageError:
    for param in ctx.command.get_params(ctx):
        if name in (*param.opts, *param.secondary_opts) and param.is_flag:
            what = say("The option {option} takes no value.", option=name)
            return UsageError(what, _see_help(ctx))
    return UsageError(say("The option {option} needs a value.", option=name), _see_help(ctx))


def _help_of(ctx: Any) -> str:
    names = [ctx.info_name]
    if ctx.parent is not None:
        names.insert(0, ctx.parent.info_name)
    return " ".join([*names, "--help"])


def _see_help(ctx: Any) -> Said:
    return say("See {help}", help=_help_of(ctx))
