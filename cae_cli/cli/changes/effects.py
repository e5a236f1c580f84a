"""What a change of the dossier changes: the next dates of what it touched, and the answer."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cae_cli.cli.reading import payroll_law
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.dossier.alike import matching
from cae_cli.dossier.model import Client, Expense, Investment, Prestation
from cae_cli.dossier.names import ways
from cae_cli.dossier.reading import ReadDossier
from cae_cli.forecast.answer import Answer, project
from cae_cli.forecast.flows import View
from cae_cli.forecast.projection.view import ViewAnswer
from cae_cli.forecast.upcoming import TOLD, next_dates, next_invoices
from cae_cli.language import Amount, Said, say
from cae_cli.render.simulate.words import amounts, counting

#: Looked at in this order; the first that changed is told.
_VIEWS: tuple[View, ...] = ("signed", "expected")


#: A longer dossier is not one activity: projecting it twice would make each edit wait.
LONGEST_ANSWERED = 100_000


class Dated(NamedTuple):
    """What has dates to come: an expense, or prestations of a client (all of them, or one)."""

    client: Client | None = None
    prestations: Sequence[Prestation] = ()
    expense: Expense | None = None


def tell_dates(around: Surroundings, dated: Dated) -> None:
    """Tell the next dates of an expense, or the next invoices and the day each is paid."""
    if dated.client is not None:
        _tell_invoices(around, dated.client, dated.prestations)
    elif dated.expense is not None and dated.expense.amount is not None:
        found = [around.language.date(day) for day in next_dates(dated.expense, around.today)]
        told = say("Next dates: {dates}.", dates=", ".join(found))
        _write(around, told if found else say("Nothing to come."))


def _tell_invoices(around: Surroundings, client: Client, sold: Sequence[Prestation]) -> None:
    found = sorted(
        (entry for prestation in sold for entry in next_invoices(client, prestation, around.today)),
        key=lambda entry: entry.day,
    )[:TOLD]
    if not sold:
        return
    _write(around, say("Next invoices:") if found else say("No invoice to come."))
    for entry in found:
        told = say("{day}: {amount}, paid on {paid}",
                   day=entry.day, amount=Amount(entry.cents), paid=entry.paid)  # fmt: skip
        around.write(f"  {around.language.tell(told)}\n")


def tell_twins(
    around: Surroundings,
    label: str,
    items: Sequence[Prestation | Expense | Investment],
    told_by: str,
) -> None:
    """Tell how to say which one is meant, where what was just added has the name of another."""
    found = matching([item.label for item in items], label)
    if len(found) > 1:
        around.tell(
            say(
                "“{label}” is recorded {count} times; to tell which one is meant: {flags}.",
                label=label,
                count=len(found),
                flags=ways(found, items, told_by),
            )
        )


def tell_answer(around: Surroundings, before: ReadDossier, after: ReadDossier) -> None:
    """Tell the answer before and after in one line; nothing where it is the same."""
    if before.dossier == after.dossier or len(after.text) > LONGEST_ANSWERED:
        return
    try:
        law = payroll_law(around, None)
        answers = [project(read.dossier, around.today, law) for read in (before, after)]
        told = next(differences(*answers), None)
    except Exception:  # noqa: BLE001 - the change is made, whatever comes of the answer
        return
    if told is not None:
        _write(around, told)


def differences(before: Answer, after: Answer) -> Iterator[Said]:
    """Yield what of the answer is no longer the same: of what is signed, else of what is expected.

    The first salary that lasts comes before the lasting net, and both before a pay that only lives
    on reserves and ends.
    """
    for view in _VIEWS:
        old, new = before.views[view], after.views[view]
        changed = list(_differences((before, old), (after, new)))
        if view == "signed":
            yield from changed
        else:
            yield from (
                say("{told} ({counting})", told=told, counting=counting(view)) for told in changed
            )


_Seen = tuple[Answer, ViewAnswer]


def _differences(before: _Seen, after: _Seen) -> Iterator[Said]:
    old, new = (_until(*seen) for seen in (before, after))
    runs = old is not None or new is not None
    if runs and old != new:
        nobody = say("nobody is paid")
        yield say("Your pay holds: {new}, before: {old}", new=new or nobody, old=old or nobody)
    old, new = (_first(found) for _, found in (before, after))
    if old != new and not runs:
        yield say("First salary: {new}, before: {old}", new=new, old=old)
    old, new = (_lasting(found) for _, found in (before, after))
    if old != new:
        yield say("Lasting net: {new}, before: {old}", new=new, old=old)
    old, new = (_on_reserves(found) for _, found in (before, after))
    if old != new and not runs:
        yield say("On your reserves: {new}, before: {old}", new=new, old=old)


def _first(found: ViewAnswer) -> Said:
    """Say from when the target lasts."""
    month = found.first_salary.month
    return say("none yet") if month is None else say("{month}", month=month)


def _on_reserves(found: ViewAnswer) -> Said:
    """Say from when the target holds on reserves, where that is earlier than it lasts."""
    reserves = found.first_salary.on_reserves
    return say("none yet") if reserves is None else say("{month}", month=reserves.month)


def _until(answer: Answer, found: ViewAnswer) -> Said | None:
    """Say until when a pay that runs holds; None where nobody is paid yet."""
    runs = found.running
    if runs is None or not answer.everyone_runs:
        return None
    if runs.breaks is None:
        return say("at least until {month}", month=runs.holds_until)
    if runs.holds_until is None:
        return say("not even this month")
    return say("until {month}", month=runs.holds_until)


def _lasting(found: ViewAnswer) -> Said:
    if found.lasting is None:
        return say("none yet")
    return say("{pay} from {month}", pay=amounts(found.lasting.pays), month=found.lasting.month)


def _write(around: Surroundings, told: Said) -> None:
    around.write(f"{around.language.tell(told)}\n")
