"""One run of `cae`: from what was typed to an exit code."""

import sys
from collections.abc import Mapping, Sequence

import typer

from cae_cli.cli.commands import COMMANDS, GROUPS
from cae_cli.cli.shell import surroundings
from cae_cli.cli.shell.app import Entry, build
from cae_cli.cli.shell.readers import heard
from cae_cli.cli.shell.surroundings import COMPLETE, Surroundings
from cae_cli.errors import Exit

NAME = "cae"


def main() -> int:
    """Run the program on the arguments of this process and return its exit code."""
    arguments = sys.argv[1:]
    try:
        around = surroundings.from_process(arguments)
    except Exception as error:  # noqa: BLE001 - nothing runs outside a guard
        from cae_cli.cli.shell.failures import last_words

        return last_words(error)
    return run(arguments, around)


def run(
    arguments: Sequence[str], around: Surroundings, commands: Mapping[str, Entry] = COMMANDS
) -> int:
    """Run one command line; the only place where an error becomes a text and an exit code."""
    heard.take()
    try:
        try:
            code = _dispatch(arguments, around, commands)
        except typer.Exit as end:
            code = end.exit_code
        for said in heard.take():
            around.tell(said)
        around.stdout.flush()
    except BaseException as error:  # noqa: BLE001 - no traceback ever reaches a person
        from cae_cli.cli.shell.failures import report

        return report(error, around)
    return code


def _dispatch(arguments: Sequence[str], around: Surroundings, commands: Mapping[str, Entry]) -> int:
    group = build(commands, GROUPS if commands is COMMANDS else ())
    shell = around.environment.get(COMPLETE)
    if shell:
        from cae_cli.cli.shell import completion

        return completion.answer(group, around, arguments, shell)
    with group.make_context(NAME, list(arguments), obj=around) as ctx:
        result = group.invoke(ctx)
    return int(result) if isinstance(result, int) else Exit.DONE
