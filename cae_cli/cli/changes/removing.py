"""A removal: what goes is found, told with what goes with it, agreed to, and removed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli.changes.editing import change
from cae_cli.cli.reading import read_dossier
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import UsageError
from cae_cli.language import Said, mark, say

if TYPE_CHECKING:
    from cae_cli.dossier.changing import Going
    from cae_cli.dossier.reading import ReadDossier
    from cae_cli.toml.keypath import KeyPath

MOST_NAMED = 8
Yes = Annotated[bool, typer.Option("--yes", "-y", help=mark("Remove without asking."))]


class Remover:
    """One removal: it is found, told with what goes with it, agreed to, and done."""

    def __init__(
        self, around: Surroundings, typed: str | None, *, yes: bool, dry_run: bool
    ) -> None:
        self.around, self.typed = around, typed
        self.yes, self.dry_run = yes, dry_run

    def remove(self, what: Said, find: Callable[["ReadDossier"], "KeyPath"]) -> None:
        """Remove what is found at a path; see `remove_all`."""
        self.remove_all(what, lambda read: [find(read)])

    def remove_all(self, what: Said, find: Callable[["ReadDossier"], "list[KeyPath]"]) -> None:
        """Remove what is found at some paths.

        Raises:
            CaeError: there is no such thing, or it cannot be removed.
            UsageError: nobody can be asked.
        """
        from cae_cli.dossier import changing

        seen = None
        if not self.yes and not self.dry_run:
            read = read_dossier(self.around, self._path())
            seen = [changing.going(read, path) for path in find(read)]
            if not self._agreed(what, seen):
                self.around.tell(say("Nothing was removed."))
                return
        change(
            self.around,
            self.typed,
            lambda read: changing.remove_seen(read, find(read), seen),
            say("{what} removed", what=what),
            dry_run=self.dry_run,
        )

    def _path(self) -> str:
        from cae_cli.cli.shell.dossier_file import dossier_path

        return dossier_path(self.around, self.typed, writes=True)

    def _agreed(self, what: Said, seen: "Sequence[Going]") -> bool:
        from cae_cli.cli.shell.asking import confirm

        if not self.around.interactive:
            raise UsageError(
                say("Nobody can be asked whether to remove it; nothing was removed."),
                say("Add {flag} to remove it without asking.", flag="--yes"),
            )
        with_it = [said for one in seen for said in one.with_it]
        if not with_it:
            return confirm(self.around, say("Remove the {what}?", what=what))
        named: list[object] = list(with_it[:MOST_NAMED])
        if len(with_it) > MOST_NAMED:
            named.append(say("{count} more", count=len(with_it) - MOST_NAMED))
        question = say("Remove the {what}, with: {others}?", what=what, others=named)
        return confirm(self.around, question)
