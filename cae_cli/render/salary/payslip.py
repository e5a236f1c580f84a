"""The lines of a payslip as a table of 80 columns: long names go on below, nothing is cut."""

import textwrap
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cae_cli.language import Language, mark
from cae_cli.render.page import Line
from cae_cli.rules.payroll.engine import Payslip, PayslipLine

_NAME = 30  # characters of the first column
_WIDTHS = (9, 6, 8, 7, 9)  # base, employee rate and amount, employer rate and amount
_GAP = "  "
_LEAST_DECIMALS = 2


def payslip_lines(slip: Payslip, lines: Sequence[PayslipLine], language: Language) -> list[Line]:
    """Return the table: base, rates in percent and amounts in euros of each line, then sums."""
    tell = language.translate
    taken, due = slip.employee_contributions, slip.employer_contributions
    sums = [
        (tell(mark("Gross pay")), slip.gross, slip.gross),
        (tell(mark("Total of contributions")), taken, due),
        (tell(mark("Net pay before income tax")), slip.net, None),
        (tell(mark("Employer cost")), None, slip.employer_cost),
    ]
    return [*_head(language), *_body(lines, language), _rule(), *_sums(sums, language), _rule()]


def _head(language: Language) -> Iterator[Line]:
    tell = language.translate
    _, rate, amount, rate_too, amount_too = _WIDTHS
    sides = (
        " " * (_NAME + len(_GAP) + _WIDTHS[0])
        + _GAP + tell(mark("Employee")).rjust(rate + len(_GAP) + amount)
        + _GAP + tell(mark("Employer")).rjust(rate_too + len(_GAP) + amount_too)
    )  # fmt: skip
    yield _rule()
    yield Line(sides, "bold", wrap=False)
    cells = (mark("Base"), mark("Rate %"), mark("Amount"), mark("Rate %"), mark("Amount"))
    yield from _row(tell(mark("Contribution")), [tell(cell) for cell in cells], "bold")
    yield _rule()


def _body(lines: Sequence[PayslipLine], language: Language) -> Iterator[Line]:
    for line in lines:
        cells = [
            "" if line.base is None else language.number(line.base),
            _percent(line.employee_rate, language),
            language.number(line.employee) if line.employee else "",
            _percent(line.employer_rate, language),
            language.number(line.employer) if line.employer else "",
        ]
        yield from _row(language.show(line.name), cells)


def _sums(sums: Sequence[tuple[str, int | None, int | None]], language: Language) -> Iterator[Line]:
    for name, employee, employer in sums:
        cells = ["", "", _amount(employee, language), "", _amount(employer, language)]
        yield from _row(name, cells, "bold")


def _amount(cents: int | None, language: Language) -> str:
    return "" if cents is None else language.number(cents)


def _percent(rate: Decimal, language: Language) -> str:
    """Return a rate in hundredths, with two decimals or as many as it has; nothing for 0."""
    if not rate:
        return ""
    hundredths = rate * 100
    exponent = hundredths.normalize().as_tuple().exponent
    decimals = max(_LEAST_DECIMALS, -exponent if isinstance(exponent, int) else 0)
    text = f"{hundredths:.{decimals}f}".replace("-", "−")
    return text.replace(".", ",") if language.code == "fr" else text


def _row(name: str, cells: Sequence[str], style: str = "") -> Iterator[Line]:
    first, *others = _wrapped(name)
    shown = (cell.rjust(width) for cell, width in zip(cells, _WIDTHS, strict=True))
    yield Line(_GAP.join([first.ljust(_NAME), *shown]).rstrip(), style, wrap=False)
    for other in others:
        yield Line(other, style, wrap=False)


def _wrapped(name: str) -> list[str]:
    return textwrap.wrap(name, _NAME, subsequent_indent="  ", break_on_hyphens=False) or [""]


def _rule() -> Line:
    return Line("─" * (_NAME + sum(_WIDTHS) + len(_GAP) * len(_WIDTHS)), wrap=False)
