"""The page of `cae simulate`: the answer on one screen, or with every month."""

from collections.abc import Sequence

from cae_cli.errors import Note
from cae_cli.forecast.answer import Answer
from cae_cli.forecast.notes import below_reserve, past_deadline
from cae_cli.forecast.projection.ledger import LedgerMonth
from cae_cli.language import Amount, Language, Said, ShortMonth, mark, say, say_n
from cae_cli.money import CENTS_IN_EURO
from cae_cli.render.page import Line, Page
from cae_cli.render.simulate.bars import ASCII, BLOCKS, bars, chart
from cae_cli.render.simulate.dates import dates_that_matter
from cae_cli.render.simulate.folding import LEAST_MONTHS, Span, folded, is_year, quarter, unfolded
from cae_cli.render.simulate.rests import rests
from cae_cli.render.simulate.shown import Shown
from cae_cli.render.simulate.views import view_block
from cae_cli.render.simulate.words import amounts, headline
from cae_cli.render.table import NARROW_GAP, Row, TextTable, lines

FIRST, BELOW, LATE = "*", "!", "x"
_HEADERS = (
    mark("Month"),
    mark("Invoiced"),
    mark("Cashed"),
    mark("Taken"),
    mark("Salaries"),
    mark("Treasury"),
)
#: What the line right below the answer tells, before anything else.
_FIRST_TOLD = frozenset({"no-treasury", "no-contribution-rule"})
#: Warnings on one screen, a line of dates among them; `--why` tells all.
MOST_WARNINGS = 3
#: Months shown as bars.
_BARS = 24


def page(shown: Shown, language: Language) -> Page:
    """Return the page with every month and every warning."""
    top, foot = head(shown, language), _foot(shown, language)
    told = [_warning(note, language) for note in _others(shown)]
    table = _table(shown, unfolded(shown.months), language)
    legend = [_hung(said, language, f"{sign} ") for sign, said in _legend(shown)]
    return [*top, *told, Line(), *_treasury(shown, language), *table, Line(), *legend, *foot]


def screen(shown: Shown, language: Language, width: int, height: int) -> Page:
    """Return the page that fits a terminal: months as far as its height allows, the rest folded."""
    top, foot = head(shown, language, width), _foot(shown, language)
    treasury, told = _treasury(shown, language), list[Line]()
    before = min(shown.answer.horizon.present, len(shown.months) - 1)
    room, least = 0, LEAST_MONTHS + 1 + bool(before)  # what comes after, and before, on a line each
    for most in range(MOST_WARNINGS, -1, -1):
        told = _few_warnings(shown, language, width, most)
        fixed = _height([*top, Line(), *treasury, *told, *foot], width)
        room = height - 1 - fixed - 1  # the header of the table, the prompt after it
        if room >= least:
            break
    table = _table(shown, folded(shown.months, before, room), language, width)
    return [*top, Line(), *treasury, *table, *told, *foot]


def _height(page: Sequence[Line], width: int) -> int:
    from cae_cli.render.wrapping import wrapped

    return sum(len(wrapped(line.text, width - len(line.hang))) if line.wrap else 1 for line in page)


def head(shown: Shown, language: Language, width: int | None = None) -> list[Line]:
    """Return who, the answer in two lines, what must be told first, and the views."""
    answer = shown.answer
    first, second = (
        Line(" ".join(language.tell(said) for said in sentences), style)
        for sentences, style in zip(headline(answer, shown.view), ("bold", ""), strict=True)
    )
    at_once = [note for note in shown.warnings if note.code in _FIRST_TOLD]
    return [
        Line(language.tell(_title(answer)), "dim"),
        first,
        second,
        *(_warning(note, language) for note in at_once),
        Line(),
        *view_block(answer, language, width),
    ]


def _title(answer: Answer) -> Said:
    names = [person.name for person in answer.people if person.name]
    activity = answer.dossier.activity.name
    if not names or all(name in activity for name in names):
        return say("{activity} · {day}", activity=activity, day=answer.today)
    return say("{activity} · {names} · {day}", activity=activity, names=names, day=answer.today)


def _others(shown: Shown) -> list[Note]:
    return [note for note in shown.warnings if note.code not in _FIRST_TOLD]


def _few_warnings(shown: Shown, language: Language, width: int, most: int) -> list[Line]:
    """Return the most serious warnings, then the next dates that matter on one line."""
    dates = dates_that_matter(shown.answer, language, width)
    others = _others(shown)
    first = others[: max(most - bool(dates), 0)]
    told, left = [_warning(note, language) for note in first], len(others) - len(first)
    if left:
        more = language.tell(
            say_n("{count} more remark: --why", "{count} more remarks: --why", left)
        )
        last = told.pop() if told else Line("", "yellow", hang="! ")
        told.append(last._replace(text=f"{last.text} ({more})" if last.text else more))
    return [*told, *([Line(dates, wrap=False)] if dates else [])]


def _warning(note: Note, language: Language) -> Line:
    return Line(language.tell(note.text), "yellow", hang="! ")


def _hung(said: Said, language: Language, hang: str, style: str = "dim") -> Line:
    return Line(language.tell(said), style, hang=hang)


def _treasury(shown: Shown, language: Language) -> list[Line]:
    """Return the treasury as small bars, or as a chart, and what the table below pays."""
    present = shown.answer.horizon.present
    rows = shown.months[present : present + _BARS]
    reserves = [shown.answer.reserve(row.salary_cost) for row in rows]
    caption = language.tell(_caption(shown))
    if shown.chart:
        return [Line(caption), *_chart(shown, rows, reserves, language), Line()]
    below = [row.treasury < reserve for row, reserve in zip(rows, reserves, strict=True)]
    small = bars([row.treasury for row in rows], below, ascii_only=not shown.unicode)
    reserve = max(reserves, default=0)
    tail = language.tell(say("reserve {amount}", amount=Amount(round(reserve, -2))))
    return [Line(f"{caption}  {small}  {tail if reserve else ''}".rstrip())]


def _chart(
    shown: Shown, rows: Sequence[LedgerMonth], reserves: Sequence[int], language: Language
) -> list[Line]:
    drawn = chart([row.treasury for row in rows], reserves, ascii_only=not shown.unicode)
    amounts = [language.number(high // CENTS_IN_EURO, 0) for high, _ in drawn]
    width = max(map(len, amounts))
    ends = [language.short_month(row.month) for row in (rows[0], rows[-1])] if rows else ["", ""]
    axis = f"{ends[0]} {ends[1]:>{max(len(rows) - len(ends[0]) - 1, 0)}}"
    glyph = (BLOCKS if shown.unicode else ASCII).reserve
    legend = language.tell(say("{sign}: the reserve", sign=glyph))
    return [
        *(
            Line(f"{amount:>{width}} {columns}", wrap=False)
            for amount, (_, columns) in zip(amounts, drawn, strict=True)
        ),
        Line(f"{'':{width}} {axis}   {legend}", wrap=False),
    ]


def _caption(shown: Shown) -> Said:
    """Say what the ledger pays, which the bars and the table show."""
    found = shown.answer.views[shown.view]
    start, until, level = found.paid.start, found.paid.until, found.paid.level
    if start is None:
        return say("Treasury, nobody paid")
    month = max(start, shown.answer.horizon.first + shown.answer.horizon.present)
    pays = [pay for pay in level.pays(shown.answer.horizon.place_of(month)) if pay is not None]
    values = {"pay": amounts(pays), "month": ShortMonth(start)}
    if found.paid.why == "running":
        return say("Treasury at {pay}", **values)
    if until is not None:
        return say("Treasury at {pay} from {month} to {until}", until=ShortMonth(until), **values)
    return say("Treasury at {pay} from {month}", **values)


def _table(
    shown: Shown, spans: Sequence[Span], language: Language, width: int | None = None
) -> list[Line]:
    """Return the months; within a width, the marks are explained in the header if there is room."""
    headers = tuple(language.translate(header) for header in _HEADERS)
    marks = _Marks(shown)
    rows = [_row(span, marks, language) for span in spans]
    table = TextTable((f"  {headers[0]}", *headers[1:]), rows)
    header, *body = lines(table)
    if width is not None:
        first = f"  {headers[0]}{_signs(rows, language)}"
        told = lines(table._replace(headers=(first, *headers[1:])))
        if max(map(len, told)) <= width:
            header, *body = told
        elif max(map(len, [header, *body])) > width:
            header, *body = lines(table, NARROW_GAP)
    return [
        Line(header, "bold", wrap=False),
        *(Line(text, row.style, wrap=False) for text, row in zip(body, rows, strict=True)),
    ]


def _signs(rows: Sequence[Row], language: Language) -> str:
    """Explain the most serious mark of some rows in the header above them, in few words."""
    signs = {row.cells[0][0] for row in rows}
    if BELOW in signs:
        return f" ({language.tell(say('{sign} below reserve', sign=BELOW))})"
    if LATE in signs:
        return f" ({language.tell(say('{sign} associate late', sign=LATE))})"
    return f" ({language.tell(say('{sign} first pay', sign=FIRST))})" if FIRST in signs else ""


class _Marks:
    """Which months carry which mark."""

    def __init__(self, shown: Shown) -> None:
        answer = shown.answer
        found = answer.views[shown.view]
        self._below = set(below_reserve(answer, found))
        self._late = past_deadline(answer)
        self._first = None if found.paid.why == "running" else found.paid.start

    def of(self, span: Span) -> tuple[str, str]:
        """Return the mark of some months and its style: the most serious of all."""
        months = [row.month for row in span.months]
        if self._below.intersection(months):
            return BELOW, "red"
        if self._late is not None and months[-1] >= self._late:
            return LATE, "red"
        if self._first in months:
            return FIRST, "bold green"
        return "", "red" if span.months[-1].treasury < 0 else ""


def _row(span: Span, marks: _Marks, language: Language) -> Row:
    sign, style = marks.of(span)
    name = f"{sign or ' '} {_name(span, language)}"
    return Row((name, *(language.number(amount) for amount in span.amounts)), style)


def _name(span: Span, language: Language) -> str:
    """Return the name of some months: a month, a quarter, a year, or from one to another."""
    if len(span.months) == 1:
        return language.short_month(span.first)
    if is_year(span):
        return str(span.first.year)
    number = quarter(span)
    if number:
        quarters = (mark("1st q. {year}"), mark("2nd q. {year}"), mark("3rd q. {year}"),
                    mark("4th q. {year}"))  # fmt: skip
        return language.tell(Said(quarters[number - 1], {"year": str(span.first.year)}))
    first, last = language.short_month(span.first), language.short_month(span.last)
    if span.first.year == span.last.year:
        first = first.removesuffix(f" {span.first.year}")
    return f"{first}–{last}"


def _legend(shown: Shown) -> list[tuple[str, Said]]:
    """Explain the columns, and the marks that the months carry."""
    marks = _Marks(shown)
    signs = {marks.of(span)[0] for span in unfolded(shown.months)}
    explained = [
        (FIRST, say("first month paid")),
        (BELOW, say("the month ends below the reserve you asked for")),
        (LATE, say("someone should be an associate by then and is not recorded as one")),
    ]
    return [
        (
            " ",
            say(
                "Euros excluding VAT, at month end. Taken: contribution, expenses, investments. "
                "Salaries: employer cost. "
                "Treasury = treasury before + cashed − taken − salaries."
            ),
        ),
        *((sign, said) for sign, said in explained if sign in signs),
    ]


def _foot(shown: Shown, language: Language) -> list[Line]:
    """Return the line on what it rests on and which flags tell more; with `why`, all of it."""
    if not shown.why:
        return [Line(language.tell(rests(shown.answer)), "dim")]
    return [
        Line(),
        Line(language.translate(mark("What this rests on:"))),
        *(_hung(note.text, language, "- ", "") for note in shown.assumptions),
    ]
