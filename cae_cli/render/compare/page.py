"""Scenarios side by side, for people: what differs is marked, then the three blows."""

from collections.abc import Iterator

from cae_cli.forecast.what_if.compared import Compared
from cae_cli.forecast.what_if.outcomes import Outcome
from cae_cli.language import Language, Said, ShortMonth, clean, mark, say
from cae_cli.money import CENTS_IN_EURO, divide
from cae_cli.render.compare.words import scenario_words, stress_words
from cae_cli.render.page import Line, Page
from cae_cli.render.shown import About
from cae_cli.render.simulate.words import counting

_HEADERS = (
    mark("first salary"),
    mark("lasting net"),
    mark("at the lowest"),
    mark("invoiced a year"),
)
_SAME, _OTHER = " ", "*"
_GAP = "  "


def page(about: About, found: Compared, language: Language) -> Page:
    """Return the page: figures in columns, what each row is after them, so that names may wrap."""
    head = f"{clean(about.activity or '')} · {language.date(about.today)}"
    told = [
        Line(head, "bold"),
        Line(language.tell(_counted(found)), "dim"),
        Line(),
        *_table(found, language),
    ]
    if found.recorded.deadline is not None:
        deadline = say("To be an associate by {day}, whatever happens.",
                       day=found.recorded.deadline)  # fmt: skip
        told.append(Line(language.tell(deadline)))
    if found.stresses:
        told += [Line(), Line(language.tell(say("Blows, once paid")), "bold")]
        told += [Line(language.tell(stress_words(one)), hang=_GAP) for one in found.stresses]
    return told


def _counted(found: Compared) -> Said:
    return say(
        "{counting}, in whole euros; * differs from what is recorded",
        counting=counting(found.view),
    )


def _table(found: Compared, language: Language) -> Iterator[Line]:
    base = _cells(found.recorded, language)
    rows = [(language.tell(say("as recorded")), [f"{cell}{_SAME}" for cell in base])]
    for one in found.tried:
        cells = _cells(one.outcome, language)
        marked = [
            f"{cell}{_SAME if cell == same else _OTHER}"
            for cell, same in zip(cells, base, strict=True)
        ]
        rows.append((language.tell(scenario_words(one.scenario)), marked))
    headers = [f"{language.translate(header)} " for header in _HEADERS]
    widths = [
        max(len(header), *(len(cells[i]) for _, cells in rows)) for i, header in enumerate(headers)
    ]
    yield Line(_joined(headers, widths), "dim", wrap=False)
    for name, cells in rows:
        yield Line(name, hang=f"{_joined(cells, widths)}{_GAP}")


def _joined(cells: list[str], widths: list[int]) -> str:
    return _GAP.join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))


def _cells(one: Outcome, language: Language) -> list[str]:
    net = max((pay.net for pay in one.lasting), default=None)
    return [
        "—" if one.first is None else language.show(ShortMonth(one.first)),
        "—" if net is None else _whole(net, language),
        _whole(one.lowest, language),
        _whole(one.turnover, language),
    ]


def _whole(cents: int, language: Language) -> str:
    return language.number(divide(cents, CENTS_IN_EURO), 0)
