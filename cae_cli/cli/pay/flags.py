"""The flags of `cae salary`, and the settings they make over those of a dossier."""

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.shell import numbers, values
from cae_cli.language import mark

if TYPE_CHECKING:
    from cae_cli.dossier.model import Dossier
    from cae_cli.rules.payroll.settings import PayrollSettings

MOST_STAFF = 1_000_000
LIST = "-"  # instead of an amount: one a line, from standard input


def _amount(flag: str, help_: str) -> Any:
    return Annotated[str | None, typer.Option(flag, metavar=mark("AMOUNT"), help=help_)]


def _rate(flag: str, help_: str) -> Any:
    return Annotated[str | None, typer.Option(flag, metavar=mark("RATE"), help=help_)]


Net = _amount("--net", mark("The net pay you want, before income tax; “-” for a list."))
Gross = _amount("--gross", mark("The gross pay; “-” for a list, one amount a line."))
Cost = _amount("--cost", mark("A budget for the pay, employer contributions included."))
Turnover = _amount("--turnover", mark("What is invoiced that month, excluding VAT."))
MonthFlag = Annotated[
    str | None,
    typer.Option("--month", metavar=mark("MONTH"), help=mark("YYYY-MM; today's when left out.")),
]
Year = Annotated[
    str | None,
    typer.Option(
        "--year",
        metavar=mark("YEAR"),
        help=mark("With --gross -: the gross of each month from January on, counted by the year."),
    ),
]
HoursFlag = Annotated[
    str | None,
    typer.Option(
        "--hours",
        metavar="equivalent|full|N",
        help=mark(
            "Of the contract, a month (24 h/week is 104): a CESA has equivalent hours "
            "[default: equivalent]."
        ),
    ),
]
Headcount = Annotated[
    str | None, typer.Option("--headcount", metavar="N", help=mark("Headcount of the cooperative."))
]
WorkAccidents = _rate("--work-accident-rate", mark("Work accidents (AT/MP) of the cooperative."))
Mobility = _rate("--mobility-rate", mark("Mobility levy where the cooperative is."))
HealthEmployer = _amount("--health-insurance-employer", mark("Health cover, a month."))
HealthEmployee = _amount("--health-insurance-employee", mark("The employee's share of it."))
ProvidentEmployer = _rate("--provident-employer", mark("Provident cover, of gross."))
ProvidentEmployee = _rate("--provident-employee", mark("The employee's share of it."))
OccupationalHealth = _amount("--occupational-health", mark("Occupational health, a month."))
Cooperative = Annotated[
    str | None,
    typer.Option(
        "--cooperative",
        metavar="ID",
        help=mark("A known cooperative, for the turnover."),
        autocompletion=suggesting.cooperatives,
    ),
]
LinesFlag = Annotated[
    bool, typer.Option("--lines", help=mark("Show every contribution, as a payslip does."))
]


class PayFlags(NamedTuple):
    """What was typed of the employer and the contract."""

    hours: str | None
    headcount: str | None
    work_accident_rate: str | None
    mobility_rate: str | None
    health_employer: str | None
    health_employee: str | None
    provident_employer: str | None
    provident_employee: str | None
    occupational_health: str | None


def settings_of(flags: PayFlags, dossier: "Dossier | None") -> "PayrollSettings":
    """Return the payroll settings of a dossier (or the usual ones), with the flags over them."""
    from cae_cli.rules.payroll.settings import PayrollSettings

    base = PayrollSettings() if dossier is None else dossier.cooperative.payroll
    headcount = (
        None
        if flags.headcount is None
        else values.whole(flags.headcount, "--headcount", 1, MOST_STAFF)
    )
    plain = {
        "headcount": headcount,
        "work_accident_rate": values.given(
            numbers.rate, flags.work_accident_rate, "--work-accident-rate"
        ),
        "mobility_rate": values.given(numbers.rate, flags.mobility_rate, "--mobility-rate"),
        "occupational_health": values.given(
            numbers.amount, flags.occupational_health, "--occupational-health"
        ),
        "health_insurance": base.health_insurance.model_copy(update=_covers(
            numbers.amount, flags.health_employer, flags.health_employee, "--health-insurance"
        )),
        "provident": base.provident.model_copy(update=_covers(
            numbers.rate, flags.provident_employer, flags.provident_employee, "--provident"
        )),
    }  # fmt: skip
    return base.model_copy(update=_typed(plain))


def _covers(read: Any, employer: str | None, employee: str | None, flag: str) -> dict[str, Any]:
    return _typed(
        {
            "employer": values.given(read, employer, f"{flag}-employer"),
            "employee": values.given(read, employee, f"{flag}-employee"),
        }
    )


def _typed(read: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in read.items() if value is not None}
