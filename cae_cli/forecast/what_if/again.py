"""The same question asked again, of a dossier told differently."""

from cae_cli.forecast.answer import Answer, project
from cae_cli.forecast.change import Change, Edit
from cae_cli.rules.payroll.law import PayrollLaw


def again(answer: Answer, law: PayrollLaw, edit: Edit, cooperative: str | None = None) -> Answer:
    """Answer again with an edit of what is recorded, and maybe another cooperative.

    Args:
        answer: of the dossier as it stands, or with a change of its own, which stays.
        law: the payroll rules that it was projected with.
        edit: what is told differently.
        cooperative: the rules of another known one, by its id.
    """
    change = Change(cooperative or answer.change.cooperative, edit)
    return project(answer.dossier, answer.today, law, change)
