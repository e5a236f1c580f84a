"""The answer of `cae levers` for people: what is missing, then what would bring it."""

from collections.abc import Iterator, Sequence

from cae_cli.forecast.what_if.lever import WHOS, Effect
from cae_cli.forecast.what_if.levers import Levers
from cae_cli.forecast.what_if.shorts import Short
from cae_cli.language import Amount, Language, Percent, Said, ShortMonth, clean, mark, say
from cae_cli.months import Month
from cae_cli.render.levers.words import WHO, effect_words, lacking
from cae_cli.render.page import Line, Page
from cae_cli.render.shown import About
from cae_cli.render.simulate.words import counting, target_nets
from cae_cli.render.table import Row, TextTable, lines

_WIDE = 10  # characters: an amount with its sign


def page(about: About, found: Levers, language: Language) -> Page:
    """Return the page; every line but the names that it tells fits 80 columns."""
    head = f"{clean(about.activity or '')} · {language.date(about.today)}"
    told = [Line(head, "bold"), *(Line(language.tell(said)) for said in _head(found))]
    told += _earlier(found, language)
    if found.short is not None and not found.short.lasts:
        told += _levers(found, found.short, language)
    if found.prices_may_fall is not None:
        told += [Line(), Line(language.tell(_fall(found)))]
    return told


def _head(found: Levers) -> Iterator[Said]:
    answer, view, short = found.answer, found.view, found.short
    if not answer.has_target:
        yield say("To look for a pay of your own: cae set salary.net_target 1200")
        return
    first = answer.views[view].lasting_start
    pay = target_nets(answer, first or answer.horizon.last_candidate)
    if first is None:
        yield say("{pay}: it does not last yet, {counting}.", pay=pay, counting=counting(view))
    else:
        yield say("{pay}: from {month}, lastingly, {counting}.",
                  pay=pay, month=first, counting=counting(view))  # fmt: skip
    if short is None:
        yield say("In the month asked for nobody may be paid: no CESA runs then.")
    elif not short.lasts:
        yield lacking(short)
    else:
        yield say(
            "From {month} on nothing is missing: at the lowest, {spare} is to spare above the "
            "reserve, at the end of {binding}.",
            month=short.month,
            spare=Amount(-short.short),
            binding=short.binding,
        )


def _earlier(found: Levers, language: Language) -> Iterator[Line]:
    """Yield one sum for each month that is not possible."""
    if not found.earlier:
        return
    headers = (mark("Month"), mark("Missing"), mark("At the end of"), mark("Over twelve months"))
    rows = [Row(_sums(one, language)) for one in found.earlier]
    table = TextTable(tuple(map(language.translate, headers)), rows)
    header, *others = lines(table)
    yield Line()
    yield Line(header, "dim", wrap=False)
    for text in others:
        yield Line(text, wrap=False)


def _sums(one: Short, language: Language) -> tuple[str, ...]:
    return (
        language.month(one.month),
        language.number(max(0, one.short)),
        language.short_month(one.binding) if one.short > 0 else "",
        language.number(max(0, one.lack)),
    )


def _levers(found: Levers, short: Short, language: Language) -> Iterator[Line]:
    enough = [effect for effect in found.effects if effect.does]
    yield Line()
    yield Line(language.tell(_heading(short)), "bold")
    if not enough:
        yield Line(language.tell(say("No single thing is enough.")))
    for who in WHOS:
        several = [effect for effect in enough if effect.levers[0].who == who]
        if several:
            yield Line(language.translate(WHO[who]), "dim")
            yield from _lines(several, found, language)
    if found.pair is not None:
        yield Line(language.tell(say("Two together, the pay wanted kept")), "dim")
        yield from _lines([found.pair], found, language)
    others = [effect for effect in found.effects if not effect.does and effect.brings]
    if others:
        yield Line()
        yield Line(language.tell(say("Not enough alone (°: the pay would hold, not last)")), "bold")
        yield from _lines(others, found, language)


def _heading(short: Short) -> Said:
    return say(
        "What is enough for {month}: what it brings at the end of {binding}, months gained",
        month=short.month,
        binding=ShortMonth(short.binding),
    )


def _lines(effects: Sequence[Effect], found: Levers, language: Language) -> Iterator[Line]:
    for effect in effects:
        brings, gained = language.number(effect.brings), effect.gained
        amount = f"+{brings}" if effect.brings > 0 else brings
        months = "" if not gained else f"+{gained}" if gained > 0 else f"−{-gained}"
        holds = "°" if effect.holds and not effect.does else " "
        hang = f"{amount:>{_WIDE}}  {months:>3} {holds} "
        yield Line(language.tell(effect_words(effect, found.answer)), hang=hang)


def _fall(found: Levers) -> Said:
    since: Month = Month.of(found.answer.today) + 1
    if not found.prices_may_fall:
        return say("Not even by 0.1% may all prices fall from {month} on: the pay would no longer "
                   "last.", month=since)  # fmt: skip
    return say(
        "All prices could fall by {rate} from {month} on before the pay no longer lasts.",
        rate=Percent(found.prices_may_fall),
        month=since,
    )
