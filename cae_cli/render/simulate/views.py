"""The three views side by side: turnover a month, lasting net, the target."""

from collections.abc import Mapping, Sequence

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.flows import VIEWS, View
from cae_cli.forecast.projection.view import ViewAnswer
from cae_cli.language import Amount, Language, Said, ShortMonth, mark, say, say_n
from cae_cli.money import in_cents
from cae_cli.render.page import Line
from cae_cli.render.simulate.words import MOST_NETS, amounts, target_nets, turnover_euros
from cae_cli.render.table import Row, TextTable, lines

_NAMES: dict[View, str] = {
    "signed": mark("signed"),
    "expected": mark("at its probability"),
    "all": mark("all signed"),
}
_SHORT_NAMES: dict[View, str] = {**_NAMES, "expected": mark("expected")}


def view_block(answer: Answer, language: Language, width: int | None = None) -> list[Line]:
    """Return a line for each view, below its headers; one where all is signed.

    Within a width, names are shortened, and nets summed, as far as it takes.
    """
    texts = _block(answer, language, _NAMES, MOST_NETS)
    for most_nets in (MOST_NETS, 1):
        if width is None or max(map(len, texts)) <= width:
            break
        texts = _block(answer, language, _SHORT_NAMES, most_nets)
    return [Line(text, wrap=False) for text in texts]


def _block(
    answer: Answer, language: Language, names: Mapping[View, str], most_nets: int
) -> list[str]:
    views: Sequence[View] = VIEWS[:1] if answer.all_signed else VIEWS
    target = ""
    if answer.has_target:
        target = language.tell(target_nets(answer, answer.horizon.last_candidate))
    headers = ("", language.translate(mark("a month")), language.translate(mark("lasting net")))
    rows = [
        Row(
            (
                f"  {language.translate(names[view])}",
                language.number(turnover_euros(answer.views[view].first_salary), 0),
                _lasting(answer.views[view], language, most_nets),
            )
        )
        for view in views
    ]
    last = [target, *(_target(answer, answer.views[view], language) for view in views)]
    return [
        f"{text}  {ending}".rstrip()
        for text, ending in zip(lines(TextTable(headers, rows)), last, strict=True)
    ]


def _lasting(found: ViewAnswer, language: Language, most: int) -> str:
    if found.lasting is None:
        return "—"
    return language.show(amounts(found.lasting.pays, most))


def _target(answer: Answer, found: ViewAnswer, language: Language) -> str:
    """Return from when the target is possible in a view, and how."""
    if not answer.has_target:
        return ""
    if answer.everyone_runs or found.paid.why == "decided":
        return language.tell(_until(found))
    first = found.first_salary
    if first.month is not None:
        return language.tell(say("from {month}, lastingly", month=ShortMonth(first.month)))
    if first.on_reserves is not None:
        count = first.on_reserves.until - first.on_reserves.month + 1
        return language.tell(
            say_n(
                "from {month}, {count} month on reserves",
                "from {month}, {count} months on reserves",
                count,
                month=ShortMonth(first.on_reserves.month),
            )
        )
    return language.tell(_missing(found))


def _until(found: ViewAnswer) -> Said:
    runs = found.running
    if runs is None or runs.holds_until is None:
        return say("does not hold")
    if runs.breaks is None:
        return say("holds at least until {month}", month=ShortMonth(runs.holds_until))
    return say("holds until {month}", month=ShortMonth(runs.holds_until))


def _missing(found: ViewAnswer) -> Said:
    missing = found.first_salary.missing_per_month
    if missing is None:
        return say("not possible")
    return say("{missing} missing a month", missing=Amount(in_cents(missing)))
