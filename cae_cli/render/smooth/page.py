"""The answer of `cae smooth` for people."""

from collections.abc import Iterator

from cae_cli.dossier.model import Settlement
from cae_cli.forecast.what_if.constant import Constant
from cae_cli.forecast.what_if.smooth import Smoothed, Ways
from cae_cli.forecast.what_if.ways import Way
from cae_cli.language import Amount, Language, Said, clean, mark, say
from cae_cli.money import CENTS_IN_EURO
from cae_cli.months import Month
from cae_cli.render.page import Line, Page
from cae_cli.render.shown import About
from cae_cli.render.simulate.words import counting
from cae_cli.render.table import Row, TextTable, lines


def page(about: About, found: Smoothed, language: Language) -> Page:
    """Return the page: a constant pay from each start, then from one of them how it is paid."""
    head = f"{clean(about.activity or '')} · {language.date(about.today)}"
    told = [Line(head, "bold"), Line(language.tell(_intro(found)))]
    if found.constants:
        told += [Line(), *_starts(found, language)]
    if any(not one.lasts for one in found.constants):
        told.append(Line(language.tell(say("°: it holds, the work of the year does not cover it"))))
    if found.chosen is None or not found.chosen.net:
        return [*told, Line(language.tell(say("No constant pay holds from there.")))]
    told += [Line(), *(Line(language.tell(said)) for said in _chosen(found, found.chosen))]
    if found.ways is not None:
        told += [Line(), *_ways(found.ways, language)]
    return told


def _intro(found: Smoothed) -> Said:
    demand, salary = found.answer.demand, found.answer.dossier.salary
    return say(
        "The same pay each month that holds {count} months, {counting}, {reserve} × the month's "
        "cost kept in reserve:",
        count=demand.lasting,
        counting=counting(found.view),
        reserve=salary.reserve_months,
    )


def _starts(found: Smoothed, language: Language) -> Iterator[Line]:
    nets = {net for net in found.constants[0].nets if net}
    several = sum(bool(net) for net in found.constants[0].nets) > 1
    headers = (
        mark("Start"),
        mark("Cost in all") if several else mark("Cost"),
        mark("Net of the best paid") if len(nets) > 1 else mark("Net each") if several
        else mark("Net"),
        mark("Decided by the end of"),
    )  # fmt: skip
    rows = [Row(_cells(one, found, language)) for one in found.constants]
    header, *others = lines(TextTable(tuple(map(language.translate, headers)), rows))
    yield Line(header, "dim", wrap=False)
    for text in others:
        yield Line(text, wrap=False)


def _cells(one: Constant, found: Smoothed, language: Language) -> tuple[str, ...]:
    chosen = found.chosen is not None and one.month == found.chosen.month
    return (
        f"{'>' if chosen else ' '} {language.month(one.month)}",
        language.number(one.cost),
        f"{language.number(one.net)}{' ' if one.lasts else '°'}",
        language.month(one.binding),
    )


def _chosen(found: Smoothed, chosen: Constant) -> Iterator[Said]:
    season = found.season
    if season is None:
        yield say("From {month}, two levels by season bring no more.", month=chosen.month)
    else:
        yield say(
            "From {month}, by season: {high} net from {first} to {last}, {low} otherwise; {more} "
            "net more in twelve months.",
            month=chosen.month,
            high=_euros(season.high),
            low=_euros(season.low),
            first=_month(season.months[0]),
            last=_month(season.months[-1]),
            more=_euros(season.more),
        )
    if found.year_end is not None:
        yield say(
            "{left} is left at the end of {month}.",
            left=_euros(found.carried),
            month=found.year_end,
        )
        yield _settlement(found.answer.dossier.cooperative.settlement, found.year_end)


def _settlement(settlement: Settlement, december: Month) -> Said:
    """Say what may stay in the account over the year's end, or that it is to be asked."""
    if settlement.carry == "all":
        return say("It may stay in the account over the year's end.")
    if settlement.carry == "none":
        return say("It may not stay over the year's end: have it paid out before.")
    if settlement.until is not None:
        return say(
            "It may stay in the account until the end of {month}.",
            month=december + settlement.until,
        )
    return say(
        "Ask your cooperative whether it may stay in the account over the year's end: the balance "
        "of a year is due one month after the general meeting at the latest (R7331-12)."
    )


def _euros(cents: int) -> Amount:
    """Return an amount of whole euros, rounded down."""
    return Amount(cents // CENTS_IN_EURO * CENTS_IN_EURO)


def _month(number: int) -> Said:
    return Said(_NAMES[number - 1], {})


_NAMES = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"),
    mark("December"),
)  # fmt: skip


def _ways(ways: Ways, language: Language) -> Iterator[Line]:
    values = {"year": str(ways.january.year), "cost": Amount(ways.smoothed.cost)}
    told = say(
        "Ways of being paid in {year}, at the same cost of {cost}, reduction counted over the "
        "year:",
        **values,
    )
    if ways.name:
        told = say(
            "Ways of paying {name} in {year}, at the same cost of {cost}, reduction counted over "
            "the year:",
            name=ways.name,
            **values,
        )
    yield Line(language.tell(told), "bold")
    headers = (
        mark("Net"), mark("Reduction lost"), mark("Quarters"), mark("Months unpaid"), ""
    )  # fmt: skip
    rows = [Row((*_way(ways.smoothed, ways, language), ""))]
    texts = [say("smoothed: the same each month")]
    if ways.balance is not None:
        rows.append(Row((*_way(ways.balance, ways, language), "")))
        texts.append(
            say(
                "{fixed} gross each month and the balance in {month}",
                fixed=Amount(ways.fixed),
                month=Month(ways.january + ways.balance_month - 1),
            )
        )
    header, *others = lines(TextTable(tuple(map(language.translate, headers)), rows, left=0))
    yield Line(header, "dim", wrap=False)
    for text, said in zip(others, texts, strict=True):
        yield Line(language.tell(said), hang=f"{text}  ")
    if ways.balance is None:
        yield Line(language.tell(say("The fixed part alone would cost more.")))


def _way(way: Way, ways: Ways, language: Language) -> tuple[str, ...]:
    return (
        language.number(way.net),
        language.number(ways.smoothed.reduction - way.reduction),
        language.number(way.quarters, 0),
        language.number(way.unpaid, 0),
    )
