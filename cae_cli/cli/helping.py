"""`cae help`: all commands, one command, or a code explained."""

from typing import Annotated

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.shell import surroundings
from cae_cli.cli.shell.options import described
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import UsageError
from cae_cli.language import mark, say

LONGEST_CODE = 20


@described(
    mark("Without a topic: the list of the commands."),
    "cae help CAE-D012",
    "cae help set",
)
def help_on(
    ctx: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar=mark("TOPIC"),
            help=mark("A code, such as CAE-D012, or a command."),
            autocompletion=suggesting.codes,
        ),
    ] = None,
) -> None:
    from cae_cli.cli.commands import COMMANDS

    around = surroundings.of(ctx)
    if topic is None or ctx.parent is None:
        page = ctx.get_help() if ctx.parent is None else ctx.parent.get_help()
    elif topic in COMMANDS:
        page = _of_command(ctx, topic)
    else:
        page = _of_code(topic, around)
    around.write(f"{page}\n")


def _of_command(ctx: typer.Context, name: str) -> str:
    from cae_cli.cli.commands import COMMANDS
    from cae_cli.cli.shell.app import load

    command = load(name, COMMANDS[name])
    with command.make_context(name, [], parent=ctx.parent, resilient_parsing=True) as made:
        return str(made.get_help())


def _of_code(topic: str, around: Surroundings) -> str:
    """Return the page of a code: what it means, and what to do."""
    from cae_cli.codes import CODES

    found = CODES.get(_full(topic))
    if found is None:
        raise _unknown(topic)
    told = around.language.translate
    parts = [
        f"{_full(topic)} · {told(found.title)}",
        "",
        _wrapped(told(found.explanation), around),
    ]
    if found.remedy:
        parts.append(_wrapped(f"→ {told(found.remedy)}", around, "  "))
    return "\n".join(parts)


def _wrapped(text: str, around: Surroundings, margin: str = "") -> str:
    import textwrap

    if not around.terminal:
        return text
    return textwrap.fill(text, around.width, subsequent_indent=margin, break_on_hyphens=False)


def _full(topic: str) -> str:
    """Return a code as it is printed: "d012" is CAE-D012."""
    code = topic.strip().upper()[:LONGEST_CODE]
    return code if code.startswith("CAE-") else f"CAE-{code}"


def _unknown(topic: str) -> UsageError:
    from cae_cli.cli.commands import COMMANDS
    from cae_cli.codes import CODES
    from cae_cli.toml.nearest import nearest

    close = nearest(topic, list(COMMANDS)) or nearest(_full(topic), list(CODES))
    what = say("There is no code and no command “{topic}”.", topic=topic)
    if close is None:
        return UsageError(what, say("All commands: {help}", help="cae --help"))
    return UsageError(what, say("Did you mean “{name}”?", name=close))
