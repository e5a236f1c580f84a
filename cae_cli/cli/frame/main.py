"""One run of `cae`: from what was typed to an exit code."""

import sys
from collections.abc import Mapping, Sequence

import typer

from cae_cli.cli.commands import COMMANDS
from cae_cli.cli.frame import context
from cae_cli.cli.frame.app import Entry, build
from cae_cli.cli.frame.context import Outside
from cae_cli.errors import Exit

NAME = "cae"
COMPLETE = "_CAE_COMPLETE"  # the shell being completed; set by the script of `--show-completion`


def main() -> int:
    """Run the program on the arguments of this process and return its exit code."""
    arguments = sys.argv[1:]
    return run(arguments, context.from_process(arguments))


def run(
    arguments: Sequence[str], outside: Outside, commands: Mapping[str, Entry] = COMMANDS
) -> int:
    """Run one command line; the only place where an error becomes a text and an exit code."""
    try:
        try:
            code = _dispatch(arguments, outside, commands)
        except typer.Exit as end:
            code = end.exit_code
        outside.stdout.flush()
    except BaseException as error:  # noqa: BLE001 - no traceback ever reaches a person
        from cae_cli.cli.frame.failures import report

        return report(error, outside)
    return code


def _dispatch(arguments: Sequence[str], outside: Outside, commands: Mapping[str, Entry]) -> int:
    group = build(commands)
    shell = outside.environment.get(COMPLETE)
    if shell:
        from cae_cli.cli.frame import completion

        return completion.answer(group, outside, arguments, shell)
    with group.make_context(NAME, list(arguments), obj=outside) as ctx:
        result = group.invoke(ctx)
    return int(result) if isinstance(result, int) else Exit.DONE
