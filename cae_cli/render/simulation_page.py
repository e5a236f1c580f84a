"""The answer of `cae simulate` for people: the sentences, the months, the hypotheses."""

from collections.abc import Sequence

from cae_cli.errors import Note
from cae_cli.forecast.ledger import LedgerMonth
from cae_cli.forecast.simulation import Simulation
from cae_cli.language import Language, Said, mark, say
from cae_cli.render.page import Line, Page
from cae_cli.render.simulation_words import headline
from cae_cli.render.table import Row, TextTable, lines

FIRST, BELOW, LATE = "*", "!", "x"
_HEADERS = (
    mark("Month"),
    mark("Invoiced"),
    mark("Cashed"),
    mark("Taken"),
    mark("Salaries"),
    mark("Treasury"),
)


def page(
    simulation: Simulation,
    language: Language,
    assumptions: Sequence[Note],
    warnings: Sequence[Note],
) -> Page:
    """Return the page: the answer in two lines, warnings, the months, what it rests on."""
    first, second = (
        " ".join(language.tell(said) for said in sentences) for sentences in headline(simulation)
    )
    return [
        Line(first, "bold"),
        Line(second),
        *(_bullet(note.text, language, "! ", "yellow") for note in warnings),
        Line(),
        Line(language.tell(_caption(simulation))),
        *_months(simulation, language),
        Line(),
        Line(language.translate(mark("What this rests on:"))),
        *(_bullet(note.text, language, "- ", "") for note in assumptions),
    ]


def _bullet(said: Said, language: Language, hang: str, style: str) -> Line:
    return Line(language.tell(said), style, hang=hang)


def _caption(simulation: Simulation) -> Said:
    if simulation.all_signed:
        return say("Month by month:")
    if simulation.view == "expected":
        return say("Month by month, each prestation counted at its probability:")
    if simulation.view == "signed":
        return say("Month by month, counting only what is signed:")
    return say("Month by month, counting every prestation in full:")


def _months(simulation: Simulation, language: Language) -> list[Line]:
    headers = tuple(language.translate(header) for header in _HEADERS)
    rows = [_row(simulation, row, language) for row in simulation.months]
    header, *body = lines(TextTable((f"  {headers[0]}", *headers[1:]), rows))
    return [
        Line(header, "bold", wrap=False),
        *(Line(text, row.style, wrap=False) for text, row in zip(body, rows, strict=True)),
        Line(),
        *(_bullet(said, language, f"{sign} ", "dim") for sign, said in _legend(simulation)),
    ]


def _row(simulation: Simulation, row: LedgerMonth, language: Language) -> Row:
    taken = row.contribution + row.expenses + row.investments
    amounts = (row.invoiced, row.cashed, taken, row.salary_cost, row.treasury)
    mark_, style = _mark(simulation, row)
    month = f"{mark_ or ' '} {language.short_month(row.month)}"
    return Row((month, *(language.number(amount) for amount in amounts)), style)


def _mark(simulation: Simulation, row: LedgerMonth) -> tuple[str, str]:
    if row.month in simulation.below_reserve:
        return BELOW, "red"
    if row.month in simulation.past_deadline:
        return LATE, "red"
    if row.month == simulation.first and not simulation.pay_goes_on:
        return FIRST, "bold green"
    return "", "red" if row.treasury < 0 else ""


def _legend(simulation: Simulation) -> list[tuple[str, Said]]:
    """Explain the columns, and the marks that the months carry."""
    signs = {_mark(simulation, row)[0] for row in simulation.months}
    explained = [
        (FIRST, say("first month in which the salary is possible")),
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
