"""What a cooperative takes, as a rule of data: its nouns, and one rule laid over another."""

from typing import Annotated, Literal

from pydantic import Field

from cae_cli.fields import LONGEST_LIST, Cents, Flag, Rate, Table, Whole

Phase = Literal["cape", "cesa", "associate"]
Period = Literal["month", "year", "entry"]


class Bracket(Table):
    """One step of a scale: its rate holds up to an amount of base, inclusive, in cents."""

    rate: Rate
    up_to: Cents | None = None  # the last bracket has no bound


class ContributionTerms(Table):
    """The terms that can change with the phase of a person."""

    base: Literal["turnover", "margin"] = "turnover"
    counted: Literal["invoiced", "cashed"] = "invoiced"
    period: Period = "year"
    mode: Literal["marginal", "whole"] = "marginal"
    brackets: Annotated[tuple[Bracket, ...], Field(max_length=LONGEST_LIST)] = ()
    fixed_per_month: Cents = 0
    fixed_per_year: Cents = 0
    floor_per_month: Cents = 0
    floor_per_year: Cents = 0
    cap_per_year: Cents | None = None
    exempt_months: Annotated[Whole, Field(ge=0, le=1200)] = 0
    rebate_per_year: Cents = 0
    internal_rate: Rate | None = None  # on work for other members, outside all the rest


class Change(ContributionTerms):
    """Terms that replace the others under conditions: all those given must hold."""

    phase: Phase | None = None
    after_months: Annotated[Whole, Field(ge=0, le=1200)] | None = None
    unpaid: Flag | None = None


class ContributionRule(ContributionTerms):
    """The whole rule: the terms, and what changes when (later entries win)."""

    when: Annotated[tuple[Change, ...], Field(max_length=LONGEST_LIST)] = ()


CONDITIONS = frozenset({"phase", "after_months", "unpaid"})


def resolve(preset: ContributionRule, own: ContributionRule) -> ContributionRule:
    """Return a preset with the keys that a dossier gives in its place.

    Key by key, a list (`brackets`, `when`) as a whole. A `when` entry of the preset still wins
    over the plain key of the same name, as it does inside one rule.
    """
    return preset.model_copy(update={key: getattr(own, key) for key in own.model_fields_set})


def depends_on_pay(rule: ContributionRule) -> bool:
    """Tell whether the month of the first salary can change what the rule takes.

    It can where an entry asks for a salary, or for a phase that the first salary ends or begins;
    being an associate is a fact of its own.
    """
    return any(
        (change.unpaid is not None or change.phase in ("cape", "cesa"))
        and change.model_fields_set - CONDITIONS
        for change in rule.when
    )
