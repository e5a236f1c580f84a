"""What is asked on a terminal of what was not typed; what is answered stands as if it was typed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cae_cli.cli.changes.flags import Flag
from cae_cli.cli.reading import read_dossier
from cae_cli.cli.shell.asking import ask
from cae_cli.cli.shell.dossier_file import dossier_path
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.cli.shell.values import refused
from cae_cli.errors import UsageError
from cae_cli.language import Said, say

if TYPE_CHECKING:
    from cae_cli.dossier.model import Dossier

#: What leaves out a value that has a default.
NOTHING = "-"


class Question(NamedTuple):
    """A question, and the flag that its answer stands for."""

    flag: Flag
    text: Said
    default: str = ""  # what an empty answer stands for; shown
    needed: bool = False  # an empty answer will not do


class Conversation:
    """What was typed for a command, and what is asked of it.

    Without a terminal nothing is asked, and what is missing is refused as usual.
    """

    def __init__(self, around: Surroundings, typed: dict[str, str | bool | None]) -> None:
        self.around, self.typed = around, typed

    def fill(self, questions: Sequence[Question], *, all_of_them: bool = True) -> None:
        """Ask what was not typed; only what is needed, unless `all_of_them`."""
        if not self.around.interactive:
            return
        for question in questions:
            key = question.flag.key
            if self.typed.get(key) is None and (question.needed or all_of_them):
                answer = self.answer(question)
                usual = answer == question.default and not question.needed
                self.typed[key] = None if usual else answer  # what the file means without it

    def given(self, key: str) -> str | None:
        """Return what was typed or answered for a key."""
        found = self.typed.get(key)
        return found if isinstance(found, str) else None

    def answer(self, question: Question) -> str | None:
        """Ask one question until its answer can be read; None where it is left out."""

        def read(text: str) -> str | None:
            if text and text != NOTHING:
                question.flag.read(text, question.flag.name)
                return text
            if question.needed:
                raise refused(question.flag.name, say("an answer is needed."), say("Type one."))
            return None

        return ask(self.around, question.text, read, question.default)


def argument(
    around: Surroundings,
    typed: str | None,
    question: Question,
    command: str,
    suggested: Callable[[], str] | None = None,
) -> str:
    """Return what was typed as an argument, else what is answered.

    Args:
        around: the surroundings of this run.
        typed: the argument, where it was typed.
        question: what to ask; its flag has the name of the argument as metavar.
        command: what help to point to where nobody can be asked.
        suggested: what an empty answer would stand for, where something does.

    Raises:
        UsageError: it was not typed, and nobody can be asked.
    """
    if typed is not None:
        return typed
    if not around.interactive:
        name = around.language.translate(question.flag.metavar)
        raise UsageError(
            say("{argument} is missing.", argument=name),
            say("See {help}", help=f"{command} --help"),
        )
    default = suggested() if suggested is not None else ""
    asked = question._replace(default=default, needed=True)
    answer = Conversation(around, {}).answer(asked)
    assert answer is not None  # noqa: S101 - it is needed
    return answer


def only_client(around: Surroundings, file: str | None) -> str:
    """Return the name of the client, where the dossier has only one."""
    return _only([client.name for client in _dossier(around, file).clients])


def only_person(around: Surroundings, file: str | None) -> str:
    """Return the name of the person, where the dossier has only one."""
    return _only([person.name for person in _dossier(around, file).entrepreneurs])


def _only(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ""


def _dossier(around: Surroundings, file: str | None) -> "Dossier":
    path = dossier_path(around, file, writes=True)
    return read_dossier(around, path).dossier
