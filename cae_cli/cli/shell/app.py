"""The group of commands: it knows them all by name and imports only the one that runs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from cae_cli.cli.shell import surroundings
from cae_cli.cli.shell.dossier_file import is_there
from cae_cli.cli.shell.options import FLAGS, ONCE, SHORT, VALUED, everywhere
from cae_cli.cli.shell.root import root
from cae_cli.cli.shell.typer_inside import complete_choices, completion_item, take_as_typed
from cae_cli.errors import Exit
from cae_cli.language import mark

OF_SHELLS = ("--install-completion", "--show-completion")  # the shell may be left out
AUTO = "auto"
_ABOUT = mark("From which month can I pay myself, how sure is it, and which dates must I not miss?")


Groups = Sequence[tuple[str, Sequence[str]]]


class Entry(NamedTuple):
    """A command before it is imported."""

    target: str  # "package.module:function"
    summary: str  # one line of help, marked


if TYPE_CHECKING:
    _Base = TyperCommand
else:
    _Base = object


class _Spoken(_Base):
    """What commands and the group share: help and errors in the user's language."""

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = mark("Show this help.")
            option.callback = _show_help
            take_as_typed(option)
        return option

    def get_help(self, ctx: Any) -> str:
        from cae_cli.cli.shell import help as page

        return page.render(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        for param in self.params:
            take_as_typed(param)
        try:
            rest: list[str] = super().parse_args(ctx, args)
        except typer.TyperException as error:
            from cae_cli.cli.shell import usage

            raise usage.explain(error, ctx) from error
        return rest


def _show_help(ctx: Any, _param: Any, value: Any) -> None:
    if value and not ctx.resilient_parsing:
        surroundings.of(ctx).write(f"{ctx.get_help()}\n")
        raise typer.Exit(Exit.DONE)


class Command(_Spoken, TyperCommand):
    """One command: its own parameters, then `--lang` and `--today`."""

    allow_extra_args = True  # told in our own words below

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        with _all_of(ONCE, self.params):
            rest = super().parse_args(ctx, _with_true_minus(args))
        if rest and not ctx.resilient_parsing:
            from cae_cli.cli.shell import usage

            raise usage.too_many(rest, ctx)
        return rest


@contextmanager
def _all_of(name: str, params: Sequence[Any]) -> Iterator[None]:
    """Hand to the callback of a parameter all that is typed for it; it leaves one, or refuses."""
    found = [param for param in params if param.name == name]
    for param in found:
        param.multiple = True
    try:
        yield
    finally:
        for param in found:
            param.multiple = False


def _with_true_minus(args: Sequence[str]) -> list[str]:
    """Write a negative number as "−200", so that it is not read as an option.

    What follows an option is left alone: that is its value.
    """
    kept, after_option = [], False
    for arg in args:
        negative = arg[:1] == "-" and arg[1:2].isdigit() and not after_option
        kept.append(f"−{arg[1:]}" if negative else arg)
        after_option = arg[:1] == "-" and not negative
    return kept


def typed_before(args: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the options of every command that are typed before its name, and the other words."""
    options: list[str] = []
    rest = list(args)
    while rest and rest[0][:1] == "-" and rest[0] not in ("-", "--"):
        name, _, value = rest[0].partition("=")
        if name in VALUED and not value:
            taken = 2
        elif name in VALUED or name in FLAGS or name[:2] in SHORT:
            taken = 1
        else:
            break  # an option of `cae` itself, or of nothing
        options += rest[:taken]
        rest = rest[taken:]
    return options, rest


class LazyGroup(_Spoken, TyperGroup):
    """All the commands, by the table."""

    table: Mapping[str, Entry] = {}
    groups: Groups = ()  # what a person wants, and the commands for it
    usual = ("simulate", "--brief")  # what `cae` alone answers, beside a dossier

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        options, rest = typed_before(args)
        if not rest and not ctx.resilient_parsing and self._answers_alone(options, ctx):
            rest = list(self.usual)
        if rest and rest[0] in OF_SHELLS and (len(rest) == 1 or rest[1][:1] == "-"):
            rest.insert(1, AUTO)
        if rest and rest[0][:1] != "-":
            rest[1:1] = options  # "cae --json simulate" is "cae simulate --json"
        return super().parse_args(ctx, rest)

    def _answers_alone(self, options: Sequence[str], ctx: Any) -> bool:
        """Tell whether `cae` without a command has something to answer."""
        return self.usual[0] in self.table and (bool(options) or is_there(surroundings.of(ctx)))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature of Typer
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the signature of Typer
        entry = self.table.get(cmd_name)
        return None if entry is None else load(cmd_name, entry)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            from cae_cli.cli.shell import usage

            raise usage.no_such_command(args[0], self.table)
        return args[0] if command else None, command, args[1:]

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        language = surroundings.of(ctx).language
        commands = [
            completion_item(name, language.translate(entry.summary))
            for name, entry in self.table.items()
            if name.startswith(incomplete)
        ]
        return [*commands, *TyperCommand.shell_complete(self, ctx, incomplete)]


def load(name: str, entry: Entry) -> Command:
    """Import a command and make it ready to run."""
    module, _, function = entry.target.partition(":")
    command = _make(name, getattr(import_module(module), function), entry.summary)
    command.params += _make("everywhere", everywhere, "").params
    for param in command.params:
        complete_choices(param)
    return command


def _make(name: str, function: Callable[..., Any], summary: str) -> Command:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Command, help=summary)(function)
    command = get_command(app)
    assert isinstance(command, Command)  # noqa: S101 - the class asked for just above
    return command


def build(commands: Mapping[str, Entry], groups: Groups = ()) -> LazyGroup:
    """Return the group of these commands, none of them imported."""
    app = typer.Typer(
        cls=LazyGroup,
        add_completion=False,
        rich_markup_mode=None,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        help=_ABOUT,
    )
    app.callback()(root)
    group = get_command(app)
    assert isinstance(group, LazyGroup)  # noqa: S101 - the class asked for just above
    group.table = commands
    group.groups = groups
    return group
