"""What the cooperative takes: its contribution, as a rule of data."""

from typing import Annotated, Literal

from pydantic import Field

from cae_cli.fields import Cents, Flag, Rate, Table, Whole

Phase = Literal["cape", "cesa", "associate"]


class Bracket(Table):
    """One step of a scale: its rate holds up to an amount of base, inclusive, in cents."""

    rate: Rate
    up_to: Cents | None = None  # the last bracket has no bound


class ContributionTerms(Table):
    """The terms that can change with the phase of a person."""

    base: Literal["turnover", "margin"] = "turnover"
    counted: Literal["invoiced", "cashed"] = "invoiced"
    period: Literal["month", "year", "entry"] = "year"
    mode: Literal["marginal", "whole"] = "marginal"
    brackets: tuple[Bracket, ...] = ()
    fixed_per_month: Cents = 0
    fixed_per_year: Cents = 0
    floor_per_month: Cents = 0
    floor_per_year: Cents = 0
    cap_per_year: Cents | None = None
    exempt_months: Annotated[Whole, Field(ge=0, le=1200)] = 0
    rebate_per_year: Cents = 0


class Change(ContributionTerms):
    """Terms that replace the others under conditions: all those given must hold."""

    phase: Phase | None = None
    after_months: Annotated[Whole, Field(ge=0, le=1200)] | None = None
    unpaid: Flag | None = None


class ContributionRule(ContributionTerms):
    """The whole rule: the terms, and what changes when (later entries win)."""

    when: tuple[Change, ...] = ()
