"""`cae remove-…`: what is recorded goes, with what it holds."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.changes.edit_client import NameOfClient
from cae_cli.cli.changes.editing import DryRun, change
from cae_cli.cli.reading import read_dossier
from cae_cli.cli.shell import surroundings, values
from cae_cli.cli.shell.options import File, described
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import UsageError
from cae_cli.language import Said, mark, say

if TYPE_CHECKING:
    from cae_cli.dossier.changing import Going
    from cae_cli.dossier.reading import ReadDossier
    from cae_cli.toml.keypath import KeyPath

MOST_NAMED = 8
Yes = Annotated[bool, typer.Option("--yes", "-y", help=mark("Remove without asking."))]
Person = Annotated[
    str,
    typer.Argument(
        metavar=mark("PERSON"), help=mark("A recorded person."), autocompletion=suggesting.people
    ),
]


@described(
    mark("Its prestations go with it."),
    "cae remove-client 'Mairie de Gap'",
    "cae remove-client 'Mairie de Gap' --yes",
)
def remove_client(
    ctx: typer.Context,
    name: NameOfClient,
    yes: Yes = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding

    remover = _Remover(surroundings.of(ctx), file, yes=yes, dry_run=dry_run)
    what = say("client “{name}”", name=name)
    remover.remove(what, lambda read: adding.client_path(read, name))


@described("", "cae remove-prestation 'Mairie de Gap' 'Permanence'")
def remove_prestation(
    ctx: typer.Context,
    client: NameOfClient,
    label: Annotated[
        str,
        typer.Argument(
            metavar=mark("LABEL"),
            help=mark("One of its prestations."),
            autocompletion=suggesting.prestations,
        ),
    ],
    yes: Yes = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding

    remover = _Remover(surroundings.of(ctx), file, yes=yes, dry_run=dry_run)
    what = say("prestation “{label}” of “{client}”", label=label, client=client)
    remover.remove(what, lambda read: adding.prestation_path(read, client, label))


@described("", "cae remove-expense 'Téléphone'")
def remove_expense(
    ctx: typer.Context,
    label: Annotated[
        str,
        typer.Argument(
            metavar=mark("LABEL"),
            help=mark("A recorded expense."),
            autocompletion=suggesting.expenses,
        ),
    ],
    yes: Yes = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding

    remover = _Remover(surroundings.of(ctx), file, yes=yes, dry_run=dry_run)
    what = say("expense “{name}”", name=label)
    remover.remove(what, lambda read: adding.expense_path(read, label))


@described(mark("Their contracts go with them."), "cae remove-entrepreneur Lulu")
def remove_entrepreneur(
    ctx: typer.Context,
    name: Person,
    yes: Yes = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding

    remover = _Remover(surroundings.of(ctx), file, yes=yes, dry_run=dry_run)
    what = say("entrepreneur “{name}”", name=name)
    remover.remove(what, lambda read: adding.entrepreneur_path(read, name))


@described("", "cae remove-investment 'Tondeuse'")
def remove_investment(
    ctx: typer.Context,
    label: Annotated[
        str,
        typer.Argument(
            metavar=mark("LABEL"),
            help=mark("A recorded investment."),
            autocompletion=suggesting.investments,
        ),
    ],
    yes: Yes = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import adding

    remover = _Remover(surroundings.of(ctx), file, yes=yes, dry_run=dry_run)
    what = say("investment “{name}”", name=label)
    remover.remove(what, lambda read: adding.investment_path(read, label))


@described("", "cae remove-contract Marcelle 2023-08-01")
def remove_contract(
    ctx: typer.Context,
    person: Person,
    start: Annotated[
        str | None,
        typer.Argument(
            metavar=mark("DAY"),
            help=mark("The day it starts; not needed if it is the only one."),
            autocompletion=suggesting.contracts,
        ),
    ] = None,
    yes: Yes = False,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier import changing

    day = values.given(values.day, start, mark("DAY"))
    remover = _Remover(surroundings.of(ctx), file, yes=yes, dry_run=dry_run)
    what = (
        say("contract of “{person}”", person=person)
        if day is None
        else say("contract of “{person}” that starts on {day}", person=person, day=day)
    )
    remover.remove(what, lambda read: changing.contract_path(read, person, day))


class _Remover:
    """One removal: it is found, told with what goes with it, agreed to, and done."""

    def __init__(
        self, around: Surroundings, typed: str | None, *, yes: bool, dry_run: bool
    ) -> None:
        self.around, self.typed = around, typed
        self.yes, self.dry_run = yes, dry_run

    def remove(self, what: Said, find: Callable[["ReadDossier"], "KeyPath"]) -> None:
        """Remove what is found at a path.

        Raises:
            CaeError: there is no such thing, or it cannot be removed.
            UsageError: nobody can be asked.
        """
        from cae_cli.dossier import changing

        seen = None
        if not self.yes and not self.dry_run:
            read = read_dossier(self.around, self._path())
            seen = changing.going(read, find(read))
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

    def _agreed(self, what: Said, seen: "Going") -> bool:
        from cae_cli.cli.shell.asking import confirm

        if not self.around.interactive:
            raise UsageError(
                say("Nobody can be asked whether to remove it; nothing was removed."),
                say("Add {flag} to remove it without asking.", flag="--yes"),
            )
        if not seen.with_it:
            return confirm(self.around, say("Remove the {what}?", what=what))
        named: list[object] = list(seen.with_it[:MOST_NAMED])
        if len(seen.with_it) > MOST_NAMED:
            named.append(say("{count} more", count=len(seen.with_it) - MOST_NAMED))
        question = say("Remove the {what}, with: {others}?", what=what, others=named)
        return confirm(self.around, question)
