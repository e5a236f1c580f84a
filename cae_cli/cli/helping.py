"""`cae help`: all commands, one of them, a word of the field or a code explained."""

from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.shell import surroundings
from cae_cli.cli.shell.options import described
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import UsageError
from cae_cli.language import mark, say

if TYPE_CHECKING:
    from cae_cli.cli.glossary import Word

LONGEST_CODE = 20


@described(
    mark("Without a topic: the list of the commands."),
    "cae help CAPE",
    "cae help part fixe",
    "cae help set",
    "cae help CAE-D012",
)
def help_on(
    ctx: typer.Context,
    topic: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=mark("TOPIC"),
            help=mark("A command, a word of the field (CAPE, ACRE, coût global), or a code."),
            autocompletion=suggesting.topics,
        ),
    ] = None,
) -> None:
    around = surroundings.of(ctx)
    asked = " ".join(topic or ()).strip()
    if not asked or ctx.parent is None:
        page = ctx.get_help() if ctx.parent is None else ctx.parent.get_help()
    else:
        page = _explained(asked, ctx, around)
    around.write(f"{page}\n")


def _explained(asked: str, ctx: typer.Context, around: Surroundings) -> str:
    """Return the page of a command, of a code or of a word.

    Raises:
        UsageError: it is none of them.
    """
    from cae_cli.cli import glossary
    from cae_cli.cli.commands import COMMANDS
    from cae_cli.codes import CODES

    if asked in COMMANDS:
        return _of_command(ctx, asked)
    if _full(asked) in CODES:
        return _of_code(_full(asked), around)
    word = glossary.find(asked)
    if word is None:
        raise _unknown(asked)
    return _of_word(word, around)


def _of_command(ctx: typer.Context, name: str) -> str:
    from cae_cli.cli.commands import COMMANDS
    from cae_cli.cli.shell.app import load

    command = load(name, COMMANDS[name])
    with command.make_context(name, [], parent=ctx.parent, resilient_parsing=True) as made:
        return str(made.get_help())


def _of_code(code: str, around: Surroundings) -> str:
    """Return the page of a code: what it means, and what to do."""
    from cae_cli.codes import CODES

    found, told = CODES[code], around.language.translate
    parts = [f"{code} · {told(found.title)}", "", _wrapped(told(found.explanation), around)]
    if found.remedy:
        parts.append(_wrapped(f"→ {told(found.remedy)}", around, "  "))
    return "\n".join(parts)


def _of_word(word: "Word", around: Surroundings) -> str:
    """Return the page of a word of the field: what it means, and the command that tells more."""
    told = around.language.translate
    parts = [told(word.title), "", _wrapped(told(word.meaning), around)]
    if word.command:
        parts.append(f"→ {word.command}")
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
    from cae_cli.cli import glossary
    from cae_cli.cli.commands import COMMANDS
    from cae_cli.cli.shell.meant import commands_meant
    from cae_cli.codes import CODES
    from cae_cli.toml.nearest import nearest

    what = say("There is no command, word or code “{topic}”.", topic=topic)
    close = (
        nearest(_full(topic), list(CODES))
        if any(letter.isdigit() for letter in topic)
        else next(iter(commands_meant(topic, COMMANDS)), None) or glossary.nearest_name(topic)
    )
    if close is None:
        words = ", ".join(glossary.names())
        return UsageError(what, say("Words that are explained: {words}. All commands: {help}",
                                    words=words, help="cae --help"))  # fmt: skip
    return UsageError(what, say("Did you mean “{name}”?", name=close))
