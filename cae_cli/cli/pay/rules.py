"""`cae rules`: the payroll rules in force in a month, each with its first month and its text."""

import typer

from cae_cli.cli.pay.flags import MonthFlag
from cae_cli.cli.reading import payroll_law, rules_notes
from cae_cli.cli.shell import delivery, output, surroundings, values
from cae_cli.cli.shell.options import Csv, Json, Out, PayrollRules, described
from cae_cli.language import mark
from cae_cli.months import Month


@described(
    mark(
        "SMIC, ceiling, every contribution with its rates and thresholds, general reduction. "
        "A file of your own, of the form of those that ship, is laid over them by --rules."
    ),
    "cae rules --month 2025-03",
    "cae rules --month 2027-01 --rules paie-2027.toml",
    "cae rules --json | jq '.smic.hourly'",
)
def rules(
    ctx: typer.Context,
    month: MonthFlag = None,
    rules: PayrollRules = None,
    json: Json = False,
    csv: Csv = False,
    out: Out = None,
) -> None:
    from cae_cli.render.rules.shown import RulesShown
    from cae_cli.rules.payroll.extrapolation import extrapolation
    from cae_cli.rules.payroll.in_force import rules_in_force

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    asked = values.given(values.month, month, "--month") or Month.of(around.today)
    law = payroll_law(around, rules)
    found = rules_in_force(law, asked)
    notes = [*extrapolation(law, asked), *rules_notes(around, rules)]
    delivery.deliver(around, to, RulesShown(found, notes))
