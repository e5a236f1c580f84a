"""The rule of a cooperative in words: in one line, then part by part."""

from collections.abc import Iterator, Mapping, Sequence

from cae_cli.language import Amount, Percent, Said, mark, say, say_n
from cae_cli.rules.contribution_rule import (
    Bracket,
    Change,
    ContributionRule,
    ContributionTerms,
)

_FLAT: Mapping[str, str] = {
    "turnover": mark("{rate} of turnover"),
    "margin": mark("{rate} of gross margin"),
}
_STEPS: Mapping[tuple[str, str], str] = {
    ("marginal", "month"): mark("by slices of the month"),
    ("marginal", "year"): mark("by slices of the year"),
    ("marginal", "entry"): mark("by slices of all since entry"),
    ("whole", "month"): mark("one rate on the whole month"),
    ("whole", "year"): mark("one rate on the whole year"),
    ("whole", "entry"): mark("one rate on all since entry"),
}
_BASE: Mapping[str, str] = {
    "turnover": mark("Base: turnover, excluding VAT."),
    "margin": mark(
        "Base: gross margin, that is turnover less direct expenses (direct = true), excluding VAT."
    ),
}
_COUNTED: Mapping[str, str] = {
    "invoiced": mark("Turnover counts when it is invoiced."),
    "cashed": mark("Turnover counts when the client has paid."),
}
_PERIOD: Mapping[str, str] = {
    "month": mark("Period: each month counts by itself."),
    "year": mark("Period: the civil year; each month takes what the year so far adds."),
    "entry": mark("Period: everything since entry; steps never start again from zero."),
}
_MODE: Mapping[str, str] = {
    "marginal": mark("Each slice at its own rate: only what passes a step changes its rate."),
    "whole": mark("The rate of the step that is reached applies to the whole base."),
}
#: What the period decides even where one rate holds throughout.
_BOUNDS = ("floor_per_month", "floor_per_year", "cap_per_year", "rebate_per_year")
_PHASE: Mapping[str, str] = {
    "cape": mark("during the CAPE"),
    "cesa": mark("under a CESA"),
    "associate": mark("once an associate"),
}


def in_one_line(rule: ContributionRule) -> Said:
    """Return a rule in a few words; what changes with the phase is told as "from … to …"."""
    rates, beside = _rates(rule), list(_beside(rule))
    return say("{rates}; {beside}", rates=rates, beside=beside) if beside else rates


def _rates(rule: ContributionRule) -> Said:
    rates = [bracket.rate for terms in _stages(rule, "brackets") for bracket in terms.brackets]
    if not rates:
        return say("no rate")
    if len(set(rates)) == 1:
        return Said(_FLAT[rule.base], {"rate": Percent(rates[0])})
    span = say("{first} to {last}", first=Percent(rates[0]), last=Percent(rates[-1]))
    steps = Said(_STEPS[rule.mode, rule.period], {})
    return say("{rates}, {steps}", rates=Said(_FLAT[rule.base], {"rate": span}), steps=steps)


def _beside(rule: ContributionRule) -> Iterator[Said]:
    """Yield what stands beside the rates, each in a few words."""
    if rule.counted == "cashed":
        yield say("counted when paid")
    for key, words in _IN_SHORT.items():
        amounts = [getattr(terms, key) for terms in _stages(rule, key)]
        if any(amounts):
            yield Said(words, {"amount": _span(amounts)})
    if rule.internal_rate is not None:
        yield say("{rate} between members", rate=Percent(rule.internal_rate))
    if rule.exempt_months:
        yield say_n("nothing the first month", "nothing the first {count} months",
                    rule.exempt_months)  # fmt: skip


_IN_SHORT: Mapping[str, str] = {
    "rebate_per_year": mark("less {amount} a year"),
    "fixed_per_month": mark("fees of {amount} a month"),
    "fixed_per_year": mark("fees of {amount} a year"),
    "floor_per_month": mark("at least {amount} a month"),
    "floor_per_year": mark("at least {amount} a year"),
    "cap_per_year": mark("at most {amount} a year"),
}


def _stages(rule: ContributionRule, key: str) -> list[ContributionTerms]:
    """Return the rule and its changes that give a key."""
    return [rule, *(change for change in rule.when if key in change.model_fields_set)]


def _span(amounts: Sequence[int | None]) -> object:
    given = [amount for amount in amounts if amount is not None]
    least, most = min(given), max(given)
    if least == most:
        return Amount(least)
    return say("{first} to {last}", first=Amount(least), last=Amount(most))


def part_by_part(rule: ContributionRule) -> list[Said]:
    """Return a rule as sentences: base, moment, rates, what stands beside them, what changes."""
    stepped = any(len(terms.brackets) > 1 for terms in _stages(rule, "brackets"))
    bounded = any(getattr(terms, key) for key in _BOUNDS for terms in _stages(rule, key))
    beside = list(_amounts(rule))
    sentences = [
        Said(_BASE[rule.base], {}),
        Said(_COUNTED[rule.counted], {}),
        say("Rates: {steps}.", steps=_steps(rule.brackets)),
    ]
    if stepped:
        sentences.append(Said(_MODE[rule.mode], {}))
    if stepped or bounded or rule.base == "margin":  # else it makes no difference
        sentences.append(Said(_PERIOD[rule.period], {}))
    if beside:
        sentences.append(say("Beside the rates: {amounts}.", amounts=beside))
    return [*sentences, *(_change(change) for change in rule.when)]


def _steps(brackets: Sequence[Bracket]) -> Said | list[Said]:
    if not brackets:
        return say("none")
    if len(brackets) == 1:
        return say("{rate} throughout", rate=Percent(brackets[0].rate))
    *bounded, last = brackets
    steps = [
        say("{rate} up to {bound}", rate=Percent(b.rate), bound=Amount(b.up_to or 0))
        for b in bounded
    ]
    return [*steps, say("{rate} above", rate=Percent(last.rate))]


_AT_LENGTH: Mapping[str, str] = {
    "fixed_per_month": mark("{amount} of fees each month"),
    "fixed_per_year": mark("{amount} of fees each year"),
    "floor_per_month": mark("at least {amount} a month"),
    "floor_per_year": mark("at least {amount} a year, one twelfth each month"),
    "cap_per_year": mark("at most {amount} a year"),
    "rebate_per_year": mark("{amount} a year given back, never below zero"),
}


def _amounts(terms: ContributionTerms) -> Iterator[Said]:
    """Yield the amounts that terms give, and the months they spare."""
    for key, words in _AT_LENGTH.items():
        if key in terms.model_fields_set:
            yield Said(words, {"amount": Amount(getattr(terms, key))})
    if terms.internal_rate is not None:
        yield say("{rate} on work for other members", rate=Percent(terms.internal_rate))
    if "exempt_months" in terms.model_fields_set:
        yield say_n(
            "nothing on the base of the first month",
            "nothing on the base of the first {count} months",
            terms.exempt_months,
        )


#: What a change of phase replaces, by key and value.
_REPLACED: Mapping[tuple[str, str], str] = {
    ("base", "turnover"): mark("the base is turnover"),
    ("base", "margin"): mark("the base is gross margin"),
    ("counted", "invoiced"): mark("turnover counts when invoiced"),
    ("counted", "cashed"): mark("turnover counts when paid"),
    ("period", "month"): mark("each month counts by itself"),
    ("period", "year"): mark("the civil year counts"),
    ("period", "entry"): mark("everything since entry counts"),
    ("mode", "marginal"): mark("each slice has its own rate"),
    ("mode", "whole"): mark("one rate applies to the whole base"),
}


def _change(change: Change) -> Said:
    words = list(_amounts(change))
    if "brackets" in change.model_fields_set:
        words.append(say("rates: {steps}", steps=_steps(change.brackets)))
    words += [
        Said(text, {})
        for (key, value), text in _REPLACED.items()
        if key in change.model_fields_set and getattr(change, key) == value
    ]
    return say("What changes {when}: {words}.", when=list(_conditions(change)), words=words)


def _conditions(change: Change) -> Iterator[Said]:
    if change.phase is not None:
        yield Said(_PHASE[change.phase], {})
    if change.after_months is not None:
        yield say_n(
            "after {count} month since entry", "after {count} months since entry",
            change.after_months,
        )  # fmt: skip
    if change.unpaid is not None:
        yield (
            say("as long as no salary is paid")
            if change.unpaid
            else say("as soon as a salary is paid")
        )
