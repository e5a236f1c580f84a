"""`cae salary`: net, gross, employer cost and turnover of a month, each from any other."""

from typing import TYPE_CHECKING, NamedTuple, cast

import typer

from cae_cli.cli.pay import flags as salary_flags
from cae_cli.cli.pay.flags import LIST, PayFlags
from cae_cli.cli.shell import output, surroundings, values
from cae_cli.cli.shell.options import Csv, File, Json, Out, PayrollRules, described
from cae_cli.errors import Exit, UsageError
from cae_cli.language import mark, say

if TYPE_CHECKING:
    from cae_cli.cli.pay.basis import Basis
    from cae_cli.rules.salary import Side


class Asked(NamedTuple):
    """Which side was typed, and its text."""

    side: "Side"
    text: str

    @property
    def flag(self) -> str:
        return f"--{self.side}"


@described(
    mark(
        "One amount is asked, the others are told: what you want to receive, what it costs, what "
        "must be invoiced. No dossier is needed; one that is found gives its settings.\n\n"
        "With “-”, amounts are read from standard input, one a line."
    ),
    "cae salary --net 1500 --cooperative coodyssee",
    "cae salary --cost 2000 --month 2026-02 --lines",
    "seq 1000 500 3000 | cae salary --gross - --csv -o salaires.csv",
    "cae salary --gross - --year 2025 < bruts.txt",
)
def salary(
    ctx: typer.Context,
    net: salary_flags.Net = None,
    gross: salary_flags.Gross = None,
    cost: salary_flags.Cost = None,
    turnover: salary_flags.Turnover = None,
    month: salary_flags.MonthFlag = None,
    year: salary_flags.Year = None,
    hours: salary_flags.HoursFlag = None,
    headcount: salary_flags.Headcount = None,
    work_accident_rate: salary_flags.WorkAccidents = None,
    mobility_rate: salary_flags.Mobility = None,
    health_insurance_employer: salary_flags.HealthEmployer = None,
    health_insurance_employee: salary_flags.HealthEmployee = None,
    provident_employer: salary_flags.ProvidentEmployer = None,
    provident_employee: salary_flags.ProvidentEmployee = None,
    occupational_health: salary_flags.OccupationalHealth = None,
    cooperative: salary_flags.Cooperative = None,
    lines: salary_flags.LinesFlag = False,
    rules: PayrollRules = None,
    file: File = None,
    json: Json = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    from cae_cli.cli.pay import answers as salary_answers
    from cae_cli.cli.pay import basis as pay_basis

    around = surroundings.of(ctx)
    to = output.target(json=json, csv=csv, path=out)
    asked = _asked({"net": net, "gross": gross, "cost": cost, "turnover": turnover})
    flags = PayFlags(
        hours, headcount, work_accident_rate, mobility_rate, health_insurance_employer,
        health_insurance_employee, provident_employer, provident_employee, occupational_health,
    )  # fmt: skip
    typed = values.given(values.month, month, "--month")
    basis = pay_basis.gather(
        around, flags, typed, cooperative=cooperative, rules=rules, file=file,
        reads_input=asked.text == LIST,
    )  # fmt: skip
    if year is not None:
        return _year(around, to, basis, asked, year, month, lines=lines)
    if asked.text == LIST:
        return salary_answers.many(around, to, basis, asked.side, lines=lines)
    salary_answers.one(around, to, basis, asked.side, asked.text, lines=lines)
    return Exit.DONE


def _asked(typed: dict[str, str | None]) -> Asked:
    given = [(side, text) for side, text in typed.items() if text is not None]
    flags = [f"--{side}" for side in typed]
    if not given:
        raise UsageError(
            say("No amount was typed."),
            say("Give one of {flags}, such as {example}.",
                flags=", ".join(flags), example="cae salary --net 1500"),
        )  # fmt: skip
    if len(given) > 1:
        raise UsageError(
            say("{flags} exclude each other.", flags=[f"--{side}" for side, _ in given]),
            say("Keep one of them: the others are the answer."),
        )
    side, text = given[0]
    return Asked(cast("Side", side), text)


def _year(
    around: surroundings.Surroundings,
    to: output.Target,
    basis: "Basis",
    asked: Asked,
    year: str,
    month: str | None,
    *,
    lines: bool,
) -> int:
    from cae_cli.cli.pay import year as salary_year

    if (asked.side, asked.text) != ("gross", LIST):
        raise UsageError(
            say("{flag} reads the gross of each month from standard input.", flag="--year"),
            say("Add {flags}.", flags="--gross -"),
        )
    for flag, used in (("--month", month is not None), ("--lines", lines)):
        if used:
            raise UsageError(
                say("{one} and {other} exclude each other.", one="--year", other=flag),
                say("Keep one of them."),
            )
    number = values.whole(year, "--year", values.FIRST_YEAR, values.LAST_YEAR)
    return salary_year.answer(around, to, basis, number)
