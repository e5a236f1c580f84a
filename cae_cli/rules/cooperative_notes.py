"""What a person must know about the cooperative's data behind an answer."""

import datetime as dt
from collections.abc import Mapping, Sequence

from cae_cli.errors import Note
from cae_cli.language import Amount, Said, mark, say
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.rules.contribution_rule import Bracket, ContributionRule
from cae_cli.rules.contribution_terms import scale
from cae_cli.rules.cooperatives import PageDate, Preset

OLD_AFTER_MONTHS = 3 * MONTHS_IN_YEAR

#: What is assumed where a page leaves a key of the rule open: by key and value.
_ASSUMED: Mapping[tuple[str, object], str] = {
    ("counted", "invoiced"): mark(
        "{name} does not say when turnover counts: when it is invoiced is assumed."
    ),
    ("counted", "cashed"): mark(
        "{name} does not say when turnover counts: when it is cashed is assumed."
    ),
    ("mode", "marginal"): mark(
        "{name} does not say how its steps work: each slice at its own rate is assumed."
    ),
    ("mode", "whole"): mark(
        "The wording of {name} is read as one rate on all of the base once a step is reached."
    ),
    ("period", "month"): mark(
        "{name} does not say over which period it counts: each month by itself is assumed."
    ),
    ("period", "year"): mark(
        "{name} does not say over which period it counts: the civil year is assumed."
    ),
}
_CERTAINTY: Mapping[str, str] = {
    "published": mark("Rules of {name}: published by the cooperative, {page}, {dated}."),
    "reported": mark("Rules of {name}: reported by others, {page}, {dated}."),
    "unconfirmed": mark("Rules of {name}: from {page}, {dated}; not confirmed to be in force."),
}


def assumptions(preset: Preset, own: ContributionRule | None = None) -> list[Note]:
    """Return what the rules of a known cooperative rest on.

    Args:
        preset: the cooperative.
        own: the keys that the dossier gives in place of the preset's; what it gives is not assumed.
    """
    given = own.model_fields_set if own else frozenset()
    source = preset.source
    notes = [
        Note(
            "cooperative-source",
            Said(
                _CERTAINTY[source.certainty],
                {"name": preset.name, "page": source.page, "dated": dated(source.dated)},
            ),
        )
    ]
    for key in preset.assumed:
        if key not in given:
            text = _ASSUMED[key, getattr(preset.rule, key)]
            notes.append(Note(f"cooperative-{key}", Said(text, {"name": preset.name})))
    notes += [
        Note("cooperative-caveat", say("{name}: {text}", name=preset.name, text=note.text))
        for note in preset.notes
        if note.kind == "caveat"
    ]
    if preset.provision:
        notes.append(
            Note(
                "cooperative-provision",
                say(
                    "{name} sets {amount} aside at entry: an advance on the floor of the first "
                    "{months} months, not more contribution.",
                    name=preset.name,
                    amount=Amount(preset.provision.amount),
                    months=preset.provision.months,
                ),
            )
        )
    return notes


def dated(date: PageDate) -> Said:
    """Say the date of a page."""
    if date.month is not None:
        return say("{month}", month=date.month)
    if date.year is not None:
        return say("{year}", year=str(date.year))
    return say("undated")


def warnings(rule: ContributionRule, preset: Preset | None, today: dt.date) -> list[Note]:
    """Return what is doubtful in the rules of a cooperative.

    Args:
        rule: the rule in force (preset and own keys together).
        preset: the known cooperative, if the rules come from one.
        today: the day against which the age of the data is told.
    """
    notes = []
    jumps = [
        say(
            "from {at} to {above} at {base}",
            base=Amount(base),
            at=Amount(at),
            above=Amount(above),
        )
        for base, at, above in _all_cliffs(rule)
    ]
    if jumps:
        notes.append(
            Note(
                "contribution-cliff",
                say(
                    "The contribution jumps where a step is passed, since the new rate then holds "
                    "for all of the base: {jumps}.",
                    jumps=jumps,
                ),
            )
        )
    last = preset.source.dated.last_month if preset else None
    if preset and last is not None and Month.of(today) > last + OLD_AFTER_MONTHS:
        notes.append(
            Note(
                "cooperative-old",
                say(
                    "The rules of {name} known here are of {dated}, more than three years ago: "
                    "ask the cooperative whether they still hold.",
                    name=preset.name,
                    dated=dated(preset.source.dated),
                ),
            )
        )
    return notes


def cliffs(mode: str, brackets: Sequence[Bracket]) -> Sequence[tuple[int, int, int]]:
    """Return the cliffs of a scale: a base, what is due up to it, what is due one cent above."""
    if mode != "whole":
        return ()
    due = scale(brackets, "whole")
    bounds = [bracket.up_to for bracket in brackets[:-1] if bracket.up_to is not None]
    return [(bound, due.of(bound), due.of(bound + 1)) for bound in bounds]


def _all_cliffs(rule: ContributionRule) -> list[tuple[int, int, int]]:
    """Return the cliffs of every stage of a rule, each once, from the smallest base on."""
    found = set(cliffs(rule.mode, rule.brackets))
    for change in rule.when:
        given = change.model_fields_set
        mode = change.mode if "mode" in given else rule.mode
        found.update(cliffs(mode, change.brackets if "brackets" in given else rule.brackets))
    return sorted(found)
