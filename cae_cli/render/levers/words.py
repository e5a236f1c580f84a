"""The words of `cae levers`: each lever as something that one can ask for."""

from collections.abc import Callable, Mapping

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.what_if.lever import Effect, Kind, Lever, Who
from cae_cli.forecast.what_if.shorts import Short
from cae_cli.language import Amount, Percent, Said, mark, say
from cae_cli.months import Month

#: Who decides, as a heading.
WHO: Mapping[Who, str] = {
    "me": mark("You"),
    "client": mark("A client"),
    "prospect": mark("A quote"),
    "another": mark("One more client"),
    "cooperative": mark("The cooperative"),
    "risk": mark("More risk, nothing else"),
}


def lever_words(lever: Lever, answer: Answer) -> Said:
    """Say what a lever is, without a full stop."""
    return _WORDS[lever.kind](lever, answer)


def effect_words(effect: Effect, answer: Answer) -> Said:
    """Say one lever, or several made together."""
    words = [lever_words(lever, answer) for lever in effect.levers]
    return words[0] if len(words) == 1 else say("{each}", each=words)


def _since(answer: Answer) -> Month:
    return Month.of(answer.today) + 1


def _highest(answer: Answer) -> Amount:
    return Amount(max(person.net for person in answer.people))


def _target(lever: Lever, answer: Answer) -> Said:
    values = {"net": Amount(lever.cents), "before": _highest(answer)}
    if len({person.net for person in answer.people if person.net}) > 1:
        return say("aim for {net} net instead of {before}, the others in proportion", **values)
    return say("aim for {net} net instead of {before}", **values)


def _stepped(lever: Lever, answer: Answer) -> Said:
    assert lever.month is not None  # noqa: S101 - a step has one
    return say(
        "begin at {net} net until {month}, then {before}",
        net=Amount(lever.cents),
        month=lever.month + -1,
        before=_highest(answer),
    )


def _staggered(lever: Lever, answer: Answer) -> Said:
    others = [one.name for one in answer.people if one.net and one.name != lever.name]
    return say(
        "pay {name} first, {others} from {month} on",
        name=lever.name,
        others=others,
        month=lever.month,
    )


def _cut(lever: Lever, answer: Answer) -> Said:
    values = {"label": lever.label, "month": _since(answer)}
    if lever.rate == 1:
        return say("do without “{label}” from {month} on", **values)
    return say("cut “{label}” by {rate} from {month} on", rate=Percent(lever.rate), **values)


def _client(lever: Lever, answer: Answer) -> Said:
    return say(
        "one more client at {amount} a month, like your median one, from {month} on",
        amount=Amount(lever.cents),
        month=_since(answer),
    )


def _reserve(lever: Lever, answer: Answer) -> Said:
    return say(
        "keep {months} × the month's cost in reserve instead of {before}",
        months=lever.rate,
        before=answer.dossier.salary.reserve_months,
    )


_WORDS: Mapping[Kind, Callable[[Lever, Answer], Said]] = {
    "target": _target,
    "stepped": _stepped,
    "staggered": _staggered,
    "postponed": lambda lever, _: say(
        "postpone “{label}” to {month}", label=lever.label, month=lever.month
    ),
    "cut": _cut,
    "prices": lambda lever, answer: say(
        "raise all prices by {rate} from {month} on",
        rate=Percent(lever.rate),
        month=_since(answer),
    ),
    "terms": lambda lever, _: say("{name} pays on invoice", name=lever.name),
    "earlier": lambda lever, _: say("{name} is invoiced a month earlier", name=lever.name),
    "deposit": lambda lever, answer: say(
        "{name} pays a deposit of {rate} on “{label}” in {month}",
        name=lever.name,
        rate=Percent(lever.rate),
        label=lever.label,
        month=_since(answer),
    ),
    "instalments": lambda lever, _: say(
        "{name} pays “{label}” in {count} parts, a month apart, the last on its date",
        name=lever.name,
        label=lever.label,
        count=lever.number,
    ),
    "signed": lambda lever, _: say("{name} signs “{label}”", name=lever.name, label=lever.label),
    "renewed": lambda lever, _: say(
        "{name} goes on with “{label}” after its end", name=lever.name, label=lever.label
    ),
    "client": _client,
    "cashed": lambda _, __: say("count the contribution on what is paid, not on what is invoiced"),
    "rate": lambda _, __: say("take a contribution one point lower"),
    "reserve": _reserve,
}


def lacking(short: Short) -> Said:
    """Say what a month lacks, as sums to ask for."""
    values = {
        "month": short.month,
        "short": Amount(short.short),
        "binding": short.binding,
        "lack": Amount(short.lack),
    }
    if short.short <= 0:
        return say(
            "For {month}: the pay holds, but the work of twelve months brings {lack} less than it "
            "costs.",
            **values,
        )
    if short.lack <= 0:
        return say("For {month}: {short} is missing at the end of {binding}.", **values)
    return say(
        "For {month}: {short} is missing at the end of {binding}, and the work of twelve months "
        "brings {lack} less than the pay costs.",
        **values,
    )
