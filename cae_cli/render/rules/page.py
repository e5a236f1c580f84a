"""The answer of `cae rules` for people: yardsticks, every line with its text, the reduction."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from cae_cli.errors import Note
from cae_cli.language import Amount, Language, Percent, Said, mark, say
from cae_cli.money import to_cents
from cae_cli.months import Month
from cae_cli.render.page import Line, Page
from cae_cli.rules.payroll.in_force import RulesInForce
from cae_cli.rules.payroll.law import InForce

_NAME, _BASE, _RATE = 36, 18, 9  # characters of the columns
_WIDTH = 78
_MARGIN = "    "
_SETTINGS: Mapping[str, str] = {
    "work_accident_rate": mark("notified"),
    "mobility_rate": mark("local"),
    "health_insurance.employee": mark("contract"),
    "health_insurance.employer": mark("contract"),
    "provident.employee": mark("contract"),
    "provident.employer": mark("contract"),
    "occupational_health": mark("contract"),
}
_FIXED = frozenset({"health_insurance.employer", "occupational_health"})


def page(found: RulesInForce, language: Language, notes: Sequence[Note]) -> Page:
    """Return the page."""
    title = say(
        "Payroll rules in force in {month}; the law is known until {known}.",
        month=found.month,
        known=found.last_known_month,
    )
    return [
        Line(language.tell(title), "bold"),
        *(Line(language.tell(note.text), "yellow", hang="! ") for note in notes),
        Line(),
        *_yardsticks(found, language),
        Line(),
        *_head(language),
        *(shown for line in found.lines for shown in _line(line, language)),
        Line(),
        *_reduction(found.reduction, language),
    ]


def _yardsticks(found: RulesInForce, language: Language) -> Iterator[Line]:
    smic = say(
        "SMIC: {hourly} an hour, {monthly} a month at full time",
        hourly=Amount(to_cents(found.smic.values["euros"])),
        monthly=Amount(found.smic_monthly),
    )
    ceiling = say(
        "Social-security ceiling (PSS): {monthly} a month",
        monthly=Amount(to_cents(found.ceiling.values["euros"])),
    )
    hours = say("Full time: {hours} hours a year", hours=found.working_time.values["hours"])
    for said, value in ((smic, found.smic), (ceiling, found.ceiling), (hours, found.working_time)):
        yield Line(language.tell(said))
        yield Line(_origin(value, language), "dim", hang=_MARGIN)


def _origin(value: InForce, language: Language, *more: Said) -> str:
    since = language.short_month(value.since)
    if value.until is None:
        told = say("since {month}: {text}", month=since, text=value.text)
    else:
        until = language.short_month(value.until)
        told = say("from {month} to {until}: {text}", month=since, until=until, text=value.text)
    origin = language.tell(told)
    return ". ".join([origin, *(language.tell(said) for said in more)])


def _head(language: Language) -> Iterator[Line]:
    cells = (mark("Contribution"), mark("Base"), mark("Employee"), mark("Employer"))
    name, base, employee, employer = map(language.translate, cells)
    yield Line(_cells(name, base, employee, employer), "bold", wrap=False)


def _cells(name: str, base: str, employee: str, employer: str) -> str:
    return (
        f"{name.ljust(_NAME)}  {base.ljust(_BASE)}  "
        f"{employee.rjust(_RATE)}  {employer.rjust(_RATE)}"
    ).rstrip()


def _line(line: InForce, language: Language) -> Iterator[Line]:
    values = line.values
    rates = [_rate(values, side, language) for side in ("employee", "employer")]
    base = language.tell(_base(values))
    first, *others = textwrap.wrap(language.show(line.name), _NAME, subsequent_indent="  ")
    yield Line(_cells(first, base, *rates), wrap=False)
    for other in others:
        yield Line(other, wrap=False)
    for text in textwrap.wrap(_origin(line, language, *_conditions(values)), _WIDTH - len(_MARGIN)):
        yield Line(f"{_MARGIN}{text}", "dim", wrap=False)


def _rate(values: Mapping[str, Any], side: str, language: Language) -> str:
    setting = values.get(f"{side}_setting")
    if setting is not None:
        return language.translate(_SETTINGS[setting])
    rate = Decimal(values.get(side, 0)) / 100
    return language.percent(rate) if rate else ""


def _base(values: Mapping[str, Any]) -> Said:
    on = values.get("on", "pay")
    if values.get("employer_setting") in _FIXED:
        return say("fixed amount")
    if on == "covers":
        return say("employer's covers")
    if on == "pay and covers":
        return say("pay and covers")
    if "above" in values:
        return say("{above} to {up_to} PSS", above=values["above"], up_to=values["up_to"])
    if "up_to" in values:
        return say("up to {up_to} PSS", up_to=values["up_to"])
    return say("gross pay")


def _conditions(values: Mapping[str, Any]) -> Iterator[Said]:
    if "staff_from" in values:
        yield say("From {count} staff on", count=values["staff_from"])
    if "staff_below" in values:
        yield say("Below {count} staff", count=values["staff_below"])
    if "only_above" in values:
        yield say("Due only if pay exceeds {count} PSS, then from the first euro",
                  count=values["only_above"])  # fmt: skip
    if "reduced" in values:
        reduced = Percent(Decimal(values["reduced"]) / 100)
        multiple = Decimal(values["reduced_up_to"])
        if "smic_of" in values:
            month = Month.parse(values["smic_of"])
            yield say("{rate} if pay does not exceed {multiple} SMIC of {month}",
                      rate=reduced, multiple=multiple, month=month)  # fmt: skip
        else:
            yield say("{rate} if pay does not exceed {multiple} SMIC",
                      rate=reduced, multiple=multiple)  # fmt: skip
    if "allowance" in values:
        yield say("{rate} of pay left out, up to {count} PSS",
                  rate=Percent(Decimal(values["allowance"]) / 100),
                  count=values["allowance_up_to"])  # fmt: skip


def _reduction(value: InForce, language: Language) -> Iterator[Line]:
    values = value.values
    yield Line(language.translate(mark("General reduction of employer contributions")), "bold")
    yield Line(language.tell(_formula(values)))
    yield Line(
        language.tell(
            say(
                "T = {small} below {count} staff, {large} from {count} staff on; a work-accident "
                "rate below {rate} lowers it.",
                small=Decimal(values["small"]),
                large=Decimal(values["large"]),
                count=values["large_from"],
                rate=Percent(Decimal(values["work_accidents"]) / 100),
            )
        )
    )
    if "smic_of" in values:
        month = Month.parse(values["smic_of"])
        yield Line(language.tell(say("SMIC of the formula: that of {month}.", month=month)))
    yield Line(_origin(value, language), "dim", hang=_MARGIN)


def _formula(values: Mapping[str, Any]) -> Said:
    multiple = Decimal(values["multiple"])
    parts = {"multiple": multiple, "divisor": multiple - 1}
    if not values["least"] and values["power"] == 1:
        return say(
            "Coefficient = T × ({multiple} × SMIC ÷ pay − 1) ÷ {divisor}, rounded to 4 decimals, "
            "at most T, none from {multiple} SMIC on.",
            **parts,
        )
    return say(
        "Coefficient = {least} + T × [({multiple} × SMIC ÷ pay − 1) ÷ {divisor}]^{power}, rounded "
        "to 4 decimals, at most {least} + T, none from {multiple} SMIC on.",
        least=Decimal(values["least"]),
        power=Decimal(values["power"]),
        **parts,
    )
