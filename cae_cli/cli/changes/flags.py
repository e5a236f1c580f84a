"""Flags that say what the file holds of a noun: those that add one and those that change it.

A command declares its flags with `with_flags`, and takes what was typed for them as one mapping.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, NamedTuple

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.shell import numbers, values
from cae_cli.errors import UsageError
from cae_cli.language import say

#: What was typed, by the keys of the flags; None where a flag was not.
Typed = Mapping[str, str | bool | None]
Command = Callable[..., None]

#: What is typed for the flags that a command cannot do without.
_EXAMPLES = {"--start": "2026-12-01", "--amount": "4800", "--date": "2026-12-01"}


class Flag(NamedTuple):
    """A key of the file, and the flag that gives its value."""

    key: str  # "benefit.daily" is a key of a table inside
    metavar: str  # what is typed, marked if it is a word of a language; none: the flag is yes or no
    help: str  # marked
    read: Callable[[str, str], object]  # turns what was typed into a value of the file
    needed: bool = False  # the file cannot be without it
    option: str = ""  # the flag, where it is not the key

    @property
    def name(self) -> str:
        """What is typed: "--yearly-increase"."""
        return self.option or f"--{self.key.replace('_', '-').replace('.', '-')}"

    @property
    def variable(self) -> str:
        return f"typed_{self.key.replace('.', '_')}"

    def value(self, text: str) -> object:
        """Read what was typed; None where an empty text takes the value away.

        Raises:
            UsageError: the text cannot be read, or is empty and the value is needed.
        """
        if text.strip():
            return self.read(text, self.name)
        if self.needed:
            what = say("it cannot be left out.")
            raise values.refused(self.name, what, say("Type its new value."))
        return None


def with_flags(*flags: Flag) -> Callable[[Command], Command]:
    """Give a command some flags, in place of its parameter `typed`."""

    def declared(function: Command) -> Command:
        def command(**given: Any) -> None:
            typed = {flag.key: given.pop(flag.variable) for flag in flags}
            function(typed=typed, **given)

        parameters: list[inspect.Parameter] = []
        for parameter in inspect.signature(function).parameters.values():
            mine = [parameter] if parameter.name != "typed" else map(_parameter, flags)
            parameters += (one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in mine)
        command.__name__, command.__module__ = function.__name__, function.__module__
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {one.name: one.annotation for one in parameters}
        return command

    return declared


def _parameter(flag: Flag) -> inspect.Parameter:
    kind = inspect.Parameter.KEYWORD_ONLY
    if flag.metavar:
        option = typer.Option(
            flag.name,
            metavar=flag.metavar,
            help=flag.help,
            autocompletion=suggesting.rhythms if flag.key == "every" else None,
        )
        annotation: Any = Annotated[str | None, option]
    else:
        both = f"{flag.name}/--no-{flag.name.removeprefix('--')}"
        annotation = Annotated[bool | None, typer.Option(both, help=flag.help)]
    return inspect.Parameter(flag.variable, kind, default=None, annotation=annotation)


def given(flags: Sequence[Flag], typed: Typed, *, emptied: bool = False) -> dict[str, object]:
    """Return the value of each flag that was typed, by its key.

    Args:
        flags: those of the command.
        typed: what was typed for them.
        emptied: an empty text is None: it takes a value away.

    Raises:
        UsageError: something cannot be read.
    """
    found: dict[str, object] = {}
    for flag in flags:
        text = typed.get(flag.key)
        if isinstance(text, bool):
            found[flag.key] = text
        elif text is not None:
            found[flag.key] = flag.value(text) if emptied else flag.read(text, flag.name)
    return found


def table(values_of_keys: Mapping[str, object]) -> dict[str, object]:
    """Return the table that values make; those that are none are left out."""
    made: dict[str, Any] = {}
    for key, value in values_of_keys.items():
        outer, _, inner = key.partition(".")
        if value is None or value is False:
            continue
        if inner:
            made.setdefault(outer, {})[inner] = value
        else:
            made[key] = value
    return made


def changed(flags: Sequence[Flag], typed: Typed, command: str) -> dict[str, object]:
    """Return the keys to change; None takes one away.

    Raises:
        UsageError: nothing was typed, or something that cannot be read.
    """
    found = given(flags, typed, emptied=True)
    if not found:
        raise UsageError(
            say("There is nothing to change."),
            say("Type what changes as a flag; all of them: {help}", help=f"{command} --help"),
        )
    return found


def one_of(keys: dict[str, object], groups: Sequence[Sequence[str]]) -> dict[str, object]:
    """Take away what another key replaces: of some groups of keys, one has values.

    Raises:
        UsageError: two groups are typed.
    """
    typed = [[key for key in group if keys.get(key) is not None] for group in groups]
    full = [found for found in typed if found]
    if len(full) > 1:
        flags = [f"--{found[0].replace('_', '-')}" for found in full]
        raise UsageError(
            say("{one} and {other} exclude each other.", one=flags[0], other=flags[1]),
            say("Keep one of them."),
        )
    if not full:
        return keys
    kept = next(group for group, found in zip(groups, typed, strict=True) if found)
    gone = [key for group in groups if group is not kept for key in group]
    return {**dict.fromkeys(gone), **keys}


def required(missing: Sequence[str]) -> None:
    """Refuse a command that lacks flags.

    Raises:
        UsageError: some are missing.
    """
    if not missing:
        return
    example = " ".join(f"{flag} {_EXAMPLES[flag]}" for flag in missing)
    raise UsageError(
        say("{flags} is missing.", flags=list(missing))
        if len(missing) == 1
        else say("{flags} are missing.", flags=list(missing)),
        say("Type for example: {command}", command=example),
    )


def euros(text: str, flag: str) -> object:
    """Read an amount that is not negative, as the file writes it."""
    from cae_cli.toml import values as toml_values

    return toml_values.euros(numbers.amount(text, flag))


def euros_a_unit(text: str, flag: str) -> object:
    """Read the price of an hour or a day ("35 €/h"), as the file writes it."""
    from cae_cli.toml import values as toml_values

    return toml_values.euros(numbers.unit_price(text, flag))


def signed_euros(text: str, flag: str) -> object:
    """Read an amount, negative or not, as the file writes it."""
    from cae_cli.toml import values as toml_values

    return toml_values.euros(numbers.signed_amount(text, flag))


def whole(least: int, most: int) -> Callable[[str, str], int]:
    """Return what reads a whole number between bounds, both included."""
    return lambda text, flag: values.whole(text, flag, least, most)


def word(*words: str) -> Callable[[str, str], str]:
    """Return what reads one of some words."""
    return lambda text, flag: values.choice(text.strip().lower(), flag, words)
