"""Where a rule asks for more than it allows: floors above the cap, in any of its stages."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from cae_cli.months import MONTHS_IN_YEAR
from cae_cli.rules.contribution_rule import ContributionRule, ContributionTerms, Phase
from cae_cli.rules.contribution_terms import changes_in_force
from cae_cli.toml.keypath import KeyPath

CAP = "cap_per_year"
FLOORS = ("floor_per_year", "floor_per_month")
#: Stages are looked at one by one: beyond so many changes, only the plain rule is.
MOST_CHANGES = 40


class Excess(NamedTuple):
    """A floor that exceeds the cap of the same stage; cents a year.

    Where the rule gives each: (key,), or ("when", index, key).
    """

    floor_at: KeyPath
    cap_at: KeyPath
    floor: int
    cap: int


def excesses(rule: ContributionRule) -> list[Excess]:
    """Return the floors of one person that exceed the cap, each pair of them once.

    Every phase is looked at, before and after each threshold of time.
    """
    if not any(CAP in terms.model_fields_set for terms in (rule, *rule.when)):
        return []
    found: dict[tuple[KeyPath, KeyPath], Excess] = {}
    for stage in _stages(rule):
        cap_at, cap = _given(stage, CAP)
        if cap is None:
            continue
        for key in FLOORS:
            floor_at, floor = _given(stage, key)
            yearly = (floor or 0) * (MONTHS_IN_YEAR if key == "floor_per_month" else 1)
            if yearly > cap:
                found.setdefault((floor_at, cap_at), Excess(floor_at, cap_at, yearly, cap))
    return list(found.values())


#: The phases, unpaid or not; nothing is paid during a CAPE.
_PAID: Sequence[tuple[Phase, bool]] = (
    ("cape", True),
    ("cesa", True),
    ("cesa", False),
    ("associate", True),
    ("associate", False),
)
#: The terms of a stage, in order: where each stands, those that win last.
_Stage = Sequence[tuple[KeyPath, ContributionTerms]]


def _stages(rule: ContributionRule) -> Iterator[_Stage]:
    plain: _Stage = [((), rule)]
    if len(rule.when) > MOST_CHANGES:
        yield plain
        return
    turns = {0, *(change.after_months for change in rule.when if change.after_months is not None)}
    positions = {id(change): index for index, change in enumerate(rule.when)}
    for (phase, unpaid), months in product(_PAID, sorted(turns)):
        holding = changes_in_force(rule, phase, months, unpaid=unpaid)
        yield [*plain, *((("when", positions[id(change)]), change) for change in holding)]


def _given(stage: _Stage, key: str) -> tuple[KeyPath, int | None]:
    """Return where a stage gives a key, and the value; the plain rule's where nothing does."""
    place, terms = next(
        (one for one in reversed(stage) if key in one[1].model_fields_set), stage[0]
    )
    value: int | None = getattr(terms, key)
    return (*place, key), value
