"""A worked year of a cooperative as a table: even and uneven turnover, side by side."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cae_cli.language import Amount, Language, Percent, Said, mark, say
from cae_cli.money import divide
from cae_cli.render.page import Line
from cae_cli.render.table import Row, TextTable, lines
from cae_cli.rules.worked_year import WorkedMonth, WorkedYears

#: The worked years by name: "even", then "uneven".

_TITLES = {"even": mark("Even"), "uneven": mark("Uneven")}
_WHOSE = {
    "even": mark("Even year: {total}, {rate} of turnover ({parts})."),
    "uneven": mark("Uneven year: {total}, {rate} of turnover ({parts})."),
}
_PHASES = {"cape": mark("CAPE"), "cesa": mark("CESA")}
_PER_MILLE = 1000


def year_lines(years: WorkedYears, language: Language) -> Iterator[Line]:
    """Yield the years: what they suppose, the months, the totals and what they are made of."""
    yield Line(language.translate(mark("A first year, entered in January:")), "bold")
    yield Line(language.translate(_SUPPOSED))
    header, *body = lines(_table(years, language))
    yield Line(header, "dim", wrap=False)
    yield from (Line(row, wrap=False) for row in body[:-1])
    yield Line(body[-1], "bold", wrap=False)
    yield from (Line(language.tell(_made_of(*year)), hang="- ") for year in years.items())


_SUPPOSED = mark(
    "Turnover paid in its month, without direct expenses; CESA signed and salary paid from July on."
)


def _table(years: WorkedYears, language: Language) -> TextTable:
    taken = language.translate(mark("taken"))
    headers = [language.translate(mark("Month")), language.translate(mark("Phase"))]
    for name in years:
        headers += [language.translate(_TITLES[name]), taken]
    rows = [_row(months, language) for months in zip(*years.values(), strict=True)]
    totals = [amount for months in years.values() for amount in _totals(months)]
    total = (language.translate(mark("Total")), "", *map(language.number, totals))
    return TextTable(tuple(headers), [*rows, Row(total)], left=2)


def _row(months: Sequence[WorkedMonth], language: Language) -> Row:
    first = months[0]
    month = language.short_month(first.month).rsplit(" ", 1)[0]
    amounts = [amount for m in months for amount in (m.turnover, m.contribution.total)]
    phase = language.translate(_PHASES[first.phase])
    return Row((month, phase, *map(language.number, amounts)))


def _totals(months: Sequence[WorkedMonth]) -> tuple[int, int]:
    return sum(m.turnover for m in months), sum(m.contribution.total for m in months)


def _made_of(name: str, months: Sequence[WorkedMonth]) -> Said:
    taken = [month.contribution for month in months]
    parts = [
        say("{amount} by the rates", amount=Amount(sum(part.scale for part in taken))),
        *_part(mark("{amount} for the floor"), sum(part.floor for part in taken)),
        *_part(mark("{amount} by the cap"), sum(part.cap for part in taken)),
        *_part(mark("{amount} of amounts settled"), sum(part.settled for part in taken)),
        *_part(mark("{amount} of fees"), sum(part.fees for part in taken)),
    ]
    turnover, total = _totals(months)
    rate = Decimal(divide(total * _PER_MILLE, turnover)) / _PER_MILLE
    values = {"parts": parts, "total": Amount(total), "rate": Percent(rate)}
    return Said(_WHOSE[name], values)


def _part(words: str, amount: int) -> Iterator[Said]:
    if amount:
        yield Said(words, {"amount": Amount(amount)})
