"""Why an answer moved, for people: step by step, adding up."""

from cae_cli.forecast.what_if.moved import Moved
from cae_cli.forecast.what_if.shorts import Short
from cae_cli.language import Amount, Language, Said, ShortMonth, clean, mark, say
from cae_cli.render.compare.moved_data import part_words
from cae_cli.render.page import Line, Page
from cae_cli.render.shown import About
from cae_cli.render.simulate.words import counting

_MONTH = 10  # characters: a short month
_WIDE = 12  # an amount with its sign


def page(about: About, old: str, found: Moved, language: Language) -> Page:
    """Return the page: both answers, then what each step brings to the month looked at."""
    head = f"{clean(about.activity or '')} · {language.date(about.today)}"
    told = [
        Line(head, "bold"),
        Line(language.tell(_firsts(old, about.file, found))),
        Line(language.tell(_sums(found))),
    ]
    if not found.steps:
        return [*told, Line(language.tell(say("Nothing that counts differs.")))]
    headers = language.translate(mark("brings")), language.translate(mark("first pay"))
    told += [Line(), Line(f"{headers[0]:>{_WIDE}}  {headers[1]:>{_MONTH}}", "dim", wrap=False)]
    for step in found.steps:
        month = "—" if step.first is None else language.show(ShortMonth(step.first))
        told.append(_line(language, step.brings, month, part_words(step.part)))
    if found.rest:
        told.append(_line(language, found.rest, "", say("the rest")))
    return [*told, _line(language, found.total, "", say("in all"))]


def _line(language: Language, cents: int, month: str, text: Said) -> Line:
    amount = language.number(cents)
    signed = f"+{amount}" if cents > 0 else amount
    return Line(language.tell(text), hang=f"{signed:>{_WIDE}}  {month:>{_MONTH}}  ")


def _firsts(old: str, new: str, found: Moved) -> Said:
    firsts = [one.views[found.view].lasting_start for one in (found.old, found.new)]
    none = say("none yet")
    then, now = (none if first is None else first for first in firsts)
    return say(
        "First salary that lasts, {counting}: {then} ({old}), {now} ({new}).",
        counting=counting(found.view),
        then=then,
        old=old,
        now=now,
        new=new,
    )


def _sums(found: Moved) -> Said:
    return say(
        "For {month}: {before} then, {after} now.",
        month=found.month,
        before=_sum(found.before),
        after=_sum(found.after),
    )


def _sum(one: Short | None) -> Said:
    if one is None:
        return say("nobody to be paid")
    if one.short > 0:
        return say("{short} missing", short=Amount(one.short))
    return say("{spare} to spare", spare=Amount(-one.short))
