"""The answer of `cae list` for people: who pays, for what, what is spent, who works."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cae_cli.dossier.model import Contract, Dossier
from cae_cli.forecast.prices import full_price
from cae_cli.forecast.yearly import ClientYear, Year
from cae_cli.language import Amount, Language, Said, clean, mark, say
from cae_cli.render.list.data import part
from cae_cli.render.page import Line, Page
from cae_cli.render.rhythm_words import payment, rhythm
from cae_cli.render.table import Row, TextTable, lines

_INSIDE = "  "


def page(dossier: Dossier, year: Year, language: Language) -> Page:
    """Return the page: the turnover of the year, then one table for each kind of thing."""
    tables = (
        _clients(year, language),
        _expenses(year, language),
        _people(dossier, language),
        _investments(dossier, language),
    )
    found = [Line(language.tell(_headline(year)), "bold")]
    for table in tables:
        if table.rows:
            found += [Line(), *_shown(table)]
    return found


def _headline(year: Year) -> Said:
    if not year.clients:
        return say("No client is recorded yet.")
    months = {"first": year.first, "last": year.last}
    if year.all_signed:
        return say("Turnover from {first} to {last}: {amount}, all signed.",
                   amount=Amount(year.full), **months)  # fmt: skip
    return say("Turnover from {first} to {last}: {amount} expected, {all} if all is signed.",
               amount=Amount(year.expected), all=Amount(year.full), **months)  # fmt: skip


def _shown(table: TextTable) -> Iterator[Line]:
    header, *rows = lines(table)
    yield Line(header, "dim", wrap=False)
    for text, row in zip(rows, table.rows, strict=True):
        yield Line(text, row.style, wrap=False)


def _table(headers: Sequence[str], rows: Sequence[Row], language: Language, left: int) -> TextTable:
    return TextTable(tuple(language.translate(header) for header in headers), rows, left)


def _clients(year: Year, language: Language) -> TextTable:
    """Return the clients with their prestations; how sure they are, unless all is signed."""
    headers = [mark("Client"), mark("Every"), mark("Price"), mark("A year")]
    if not year.all_signed:
        headers += [mark("Sure"), mark("Expected")]
    headers.append(mark("Share"))
    rows = [row for client in year.clients for row in _client(client, year, language)]
    return _table(headers, rows, language, left=2)


def _client(client: ClientYear, year: Year, language: Language) -> Iterator[Row]:
    def cells(full: int, expected: int, sure: Decimal | None) -> tuple[str, ...]:
        shared = part(expected, year.expected)
        chance = "" if sure is None else language.percent(sure)
        middle = () if year.all_signed else (chance, language.number(expected))
        return language.number(full), *middle, "" if shared is None else language.percent(shared)

    name = clean(client.client.name)
    terms = language.tell(payment(client.client.payment))
    yield Row((name, terms, "", *cells(client.full, client.expected, None)), "bold")
    for one in client.prestations:
        sold = one.prestation
        yield Row(
            (
                f"{_INSIDE}{clean(sold.label)}",
                language.tell(rhythm(sold.every)),
                language.number(full_price(sold)),
                *cells(one.full, one.expected, sold.probability),
            )
        )


def _expenses(year: Year, language: Language) -> TextTable:
    rows = []
    for one in year.expenses:
        spent = one.expense
        if spent.share_of_turnover is not None:
            often = language.tell(say("of turnover"))
            price = language.percent(spent.share_of_turnover)
        else:
            often, price = language.tell(rhythm(spent.every)), language.number(spent.amount or 0)
        rows.append(Row((clean(spent.label), often, price, language.number(one.cost))))
    headers = (mark("Expense"), mark("Every"), mark("Price"), mark("A year"))
    return _table(headers, rows, language, left=2)


def _people(dossier: Dossier, language: Language) -> TextTable:
    rows = []
    for person in dossier.entrepreneurs:
        target = dossier.net_target(person)
        said = [_contract(contract) for contract in person.contracts]
        if person.associate_since is not None:
            said.append(say("associate since {day}", day=person.associate_since))
        first, *others = [language.tell(one) for one in said] or [""]
        net = "" if target is None else language.number(target)
        rows.append(Row((clean(person.name), first, net)))
        rows += [Row(("", other, "")) for other in others]
    return _table((mark("Person"), mark("Contracts"), mark("Net wanted")), rows, language, left=2)


def _contract(contract: Contract) -> Said:
    kind: object = say("other") if contract.kind == "other" else contract.kind.upper()
    if contract.end is None:
        return say("{kind} since {start}", kind=kind, start=contract.start)
    return say("{kind} from {start} to {end}", kind=kind, start=contract.start, end=contract.end)


def _investments(dossier: Dossier, language: Language) -> TextTable:
    rows = [
        Row((clean(item.label), language.date(item.date), language.number(item.amount)))
        for item in dossier.investments
    ]
    return _table((mark("Investment"), mark("Date"), mark("Price")), rows, language, left=2)
