"""Questions on a terminal: each has a flag, and none is asked where nobody can answer."""

from collections.abc import Callable
from typing import TypeVar

from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import CaeError
from cae_cli.language import Said, mark, say

_Value = TypeVar("_Value")


def ask(
    around: Surroundings, question: Said, read: Callable[[str], _Value], default: str
) -> _Value:
    """Ask until the answer can be read; an empty answer takes the default.

    Args:
        around: the surroundings of this run; the question goes to standard error.
        question: the sentence to show.
        read: turns the answer into a value, or refuses it with a `CaeError`.
        default: what an empty answer stands for; shown, unless empty itself.

    Raises:
        EOFError: the input is closed.
    """
    shown = f" [{around.language.show(default)}]" if default else ""
    while True:
        around.stderr.write(f"{around.language.tell(question)}{shown} ")
        around.stderr.flush()
        line = around.stdin.readline()
        if not line:
            raise EOFError
        try:
            return read(line.strip() or default)
        except CaeError as error:
            around.tell(error.problem.what)
            if error.problem.remedy is not None:
                around.tell(error.problem.remedy)


def confirm(around: Surroundings, question: Said) -> bool:
    """Ask a question that yes or no answers; anything but yes is no."""
    yes = around.language.translate(mark("yes"))
    hint = say("{question} ({yes}/no)", question=question, yes=yes)
    answer = ask(around, hint, str.casefold, "")
    return answer in {yes.casefold(), yes[0].casefold(), "yes", "y"}
