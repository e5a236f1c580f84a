"""What `cae explain` is asked about, answered."""

from collections.abc import Callable, Mapping

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.explain import pay, treasury
from cae_cli.forecast.explain.deadline import deadline
from cae_cli.forecast.explain.part import Explained, Kind
from cae_cli.forecast.flows import View
from cae_cli.forecast.what_if.shorts import aim_of
from cae_cli.language import Said, say
from cae_cli.months import Month


def explain(answer: Answer, view: View, kind: Kind, month: Month | None) -> Explained | None:
    """Return where a figure comes from; None where there is no such figure.

    Args:
        answer: the answer.
        view: the view of the turnover.
        kind: which figure.
        month: the month, where the figure has one; without, that of the first salary, or today's.
    """
    asked = _usual(answer, view, kind) if month is None else month
    ways: Mapping[Kind, Callable[[], Explained | None]] = {
        "first-salary": lambda: treasury.first_salary(answer, view),
        "lasting-net": lambda: pay.lasting_net(answer, view),
        "short": lambda: treasury.shortfall(answer, view, asked),
        "treasury": lambda: treasury.treasury(answer, view, asked),
        "contribution": lambda: treasury.contribution(answer, view, asked),
        "cost": lambda: pay.cost(answer, asked),
        "deadline": lambda: deadline(answer),
    }
    return ways[kind]()


def explained(answer: Answer, view: View, kind: Kind, month: Month | None) -> Explained:
    """Return where a figure comes from, or a sentence that says that there is none."""
    found = explain(answer, view, kind, month)
    if found is not None:
        return found
    nothing: Mapping[Kind, Said] = {
        "lasting-net": say("No pay lasts yet."),
        "short": say("Nobody with a target may be paid in that month."),
        "deadline": say("Nobody has to become an associate any more, or no contract is recorded."),
    }
    none = say("There is no first salary to look for: nobody has a target.")
    return Explained(kind, month, 0, "cents", nothing.get(kind, none), ())


def _usual(answer: Answer, view: View, kind: Kind) -> Month:
    present = answer.horizon.first + answer.horizon.present
    if kind == "short":
        aimed = aim_of(answer, view)
        return present if aimed is None else aimed.month
    if kind == "cost":
        return max(present, answer.views[view].lasting_start or present)
    return present
