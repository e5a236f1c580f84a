"""What a pay is computed on: the law, the employer, the contract, the cooperative."""

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from cae_cli.cli import reading
from cae_cli.cli.pay.flags import PayFlags, settings_of
from cae_cli.cli.pay.hours import hours_of
from cae_cli.cli.shell.dossier_file import STANDARD, USUAL
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.dossier.reading import ReadDossier
from cae_cli.errors import Note, UsageError
from cae_cli.language import say
from cae_cli.months import Month
from cae_cli.rules.contribution_rule import ContributionRule
from cae_cli.rules.cooperatives import CooperativeRules
from cae_cli.rules.month_alone import MonthAlone
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.law import PayrollLaw
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.yardsticks import Hours


class Basis(NamedTuple):
    """All that an amount is turned into a pay with."""

    law: PayrollLaw
    month: Month
    settings: PayrollSettings
    hours: Hours
    cooperative: CooperativeRules | None  # None: no turnover is told
    month_alone: MonthAlone | None
    growth: Decimal  # of the SMIC each year, after the last known month
    notes: tuple[Note, ...]  # on where the settings and the law come from

    @property
    def payroll(self) -> Payroll:
        """The payroll of the month."""
        return self.law.payroll_for(self.month, self.settings, self.hours)


def gather(
    around: Surroundings,
    flags: PayFlags,
    month: Month | None,
    *,
    cooperative: str | None,
    rules: str | None,
    file: str | None,
    reads_input: bool,
) -> Basis:
    """Gather what was typed, and what the dossier says where one is found; flags win.

    Raises:
        CaeError: a flag, the dossier, the cooperative or the file of rules is not valid.
    """
    read = _dossier(around, file, reads_input=reads_input)
    dossier = None if read is None else read.dossier
    law = reading.payroll_law(around, rules)
    growth = Decimal(0) if dossier is None else dossier.assumptions.smic_growth
    told = _cooperative(read, cooperative)
    return Basis(
        law=law.growing(growth) if growth else law,
        month=Month.of(around.today) if month is None else month,
        settings=settings_of(flags, dossier),
        hours=hours_of(flags.hours),
        cooperative=told,
        month_alone=None if told is None else MonthAlone(told.rule),
        growth=growth,
        notes=(*_origin(read), *reading.rules_notes(around, rules)),
    )


def _dossier(around: Surroundings, typed: str | None, *, reads_input: bool) -> ReadDossier | None:
    named = typed or around.environment.get("CAE_FILE")
    if not named and not Path(USUAL).exists():
        return None
    if named == STANDARD and reads_input:
        raise UsageError(
            say("The dossier and the amounts cannot both come from standard input."),
            say("Name a file with {flag}.", flag="--file"),
        )
    return reading.read_dossier(around, typed)


def _cooperative(read: ReadDossier | None, typed: str | None) -> CooperativeRules | None:
    if typed is not None:
        return CooperativeRules.of(reading.known_cooperative(typed), ContributionRule())
    if read is None:
        return None
    own = read.dossier.cooperative
    rules = CooperativeRules.of(own.preset, own.contribution)
    return rules if rules.told else None


def _origin(read: ReadDossier | None) -> list[Note]:
    if read is None:
        return []
    return [Note("settings", say("Payroll settings are those of {file}.", file=read.source))]
