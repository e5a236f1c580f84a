"""The private names of Typer that the program needs, all of them here, none taken for granted.

Typer is bounded from above; were a name to move within these bounds, the program would lose what is
told here and nothing else.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

MISSING, NO_SUCH_OPTION, BAD_OPTION = "MissingParameter", "NoSuchOption", "BadOptionUsage"
_PLAIN = (bool, str, list[str])
_COMPLETES = "_custom_shell_complete"  # what Typer asks for candidates


class _AsTyped:
    """Leaves a text as it was typed, where Typer would load pydantic to check that it is one."""

    def coerce(self, value: Any, **_: Any) -> Any:
        return value


_AS_TYPED = _AsTyped()


def take_as_typed(param: Any) -> None:
    """Spare a plain parameter the check of its type; otherwise Typer checks it, only slower."""
    if annotation_of(param) in _PLAIN:
        param._runtime_param = _AS_TYPED  # noqa: SLF001


def annotation_of(param: Any) -> Any:
    """Return the type that a parameter was declared with, where Typer tells it."""
    return getattr(getattr(param, "type_descriptor", None), "annotation", None)


def is_option(param: Any) -> bool:
    """Tell an option from an argument."""
    return getattr(param, "param_type_name", "option") == "option"


def kind_of(error: Exception) -> str:
    """Return what kind of usage error Typer raised: its classes are told apart by their names."""
    return type(error).__name__


class Candidate(NamedTuple):
    """A completion: what is inserted, and what it is (marked)."""

    value: str
    help: str = ""


def candidates(group: Any, obj: Any, words: Sequence[str]) -> list[Candidate]:
    """Return what may complete the last of some words; nothing where Typer cannot tell."""
    try:
        from typer._click.shell_completion import ShellComplete
    except ImportError:
        return []
    finder: Any = _Words(group, {"obj": obj}, "cae", "")
    incomplete = words[-1] if words else ""
    items = ShellComplete.get_completions(finder, list(words[:-1]), incomplete)
    return [Candidate(str(item.value), getattr(item, "help", "") or "") for item in items]


class _Words(NamedTuple):
    """What Typer needs to know to find candidates for the last word."""

    cli: Any
    ctx_args: dict[str, Any]
    prog_name: str
    complete_var: str


def complete_choices(param: Any) -> None:
    """Let TAB suggest the words of a parameter whose metavar lists them: "signed|expected|all"."""
    words = [word for word in (param.metavar or "").strip("[]").split("|") if word.islower()]
    if len(words) < 2 or getattr(param, _COMPLETES, None) is not None:  # noqa: PLR2004
        return

    def suggest(_ctx: Any, _param: Any, incomplete: str) -> list[Any]:
        return [completion_item(word, "") for word in words if word.startswith(incomplete)]

    setattr(param, _COMPLETES, suggest)


def completion_item(value: str, help_: str) -> Any:
    """Return a candidate as Typer hands it on."""
    from typer._click.shell_completion import CompletionItem

    return CompletionItem(value, help=help_)
