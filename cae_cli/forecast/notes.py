"""What a simulation rests on, and what it warns of; every note has a stable code."""

from collections.abc import Iterator, Sequence

from cae_cli.errors import Note
from cae_cli.forecast.dates.income import months_without_income
from cae_cli.forecast.people import Person
from cae_cli.forecast.simulation import Simulation
from cae_cli.language import Amount, Percent, say, say_n
from cae_cli.months import Month
from cae_cli.rules import cooperative_notes
from cae_cli.rules.payroll.extrapolation import extrapolation
from cae_cli.rules.payroll.law import PayrollLaw


def assumptions(simulation: Simulation, law: PayrollLaw) -> Iterator[Note]:
    """Yield what the answer rests on: the cooperative, payroll, contracts, then conventions."""
    rules = simulation.cooperative
    if rules.preset is not None:
        if rules.elsewhere:
            yield Note(
                "other-cooperative",
                say(
                    "{name} is in the place of the cooperative of the dossier, as if it had "
                    "counted all that came before; the file is not changed.",
                    name=rules.preset.name,
                ),
            )
        yield from cooperative_notes.assumptions(rules.preset, rules.own)
    if rules.own.model_fields_set:
        yield Note(
            "own-contribution-rule",
            say("The contribution follows the rules written in the dossier.")
            if rules.preset is None
            else say("What the dossier writes under [cooperative.contribution] replaces them."),
        )
    yield from _payroll(simulation, law)
    yield from _contracts(simulation)
    salary = simulation.dossier.salary
    yield Note(
        "reserve",
        say(
            "Pay must hold {count} months and leave {reserve} × the month's employer cost in the "
            "treasury at each month end; what happens inside a month is not seen.",
            count=salary.sustain_months,
            reserve=salary.reserve_months,
        ),
    )
    yield Note(
        "turnover",
        say(
            "Amounts exclude VAT; turnover is what the dossier records, nothing is extrapolated. "
            "Expenses and investments are paid when due."
        ),
    )


def _payroll(simulation: Simulation, law: PayrollLaw) -> Iterator[Note]:
    settings = simulation.dossier.cooperative.payroll
    yield Note(
        "payroll",
        say(
            "Payroll follows the rules of each month for a CESA (equivalent hours), non-executive, "
            "outside Alsace-Moselle: headcount {headcount}, work-accident rate {rate}. "
            "Net is before income tax.",
            headcount=settings.headcount,
            rate=Percent(settings.work_accident_rate),
        ),
    )
    if settings.reduction == "annual":
        yield Note(
            "payroll-annual",
            say(
                "The general reduction, the reduced rates and the ceilings are counted over the "
                "civil year, month after month, from the first month paid here."
            ),
        )
    growth = simulation.dossier.assumptions.smic_growth
    yield from extrapolation(law, simulation.window.last_shown, growth)


def _contracts(simulation: Simulation) -> Iterator[Note]:
    if any(
        person.net and _in_cape(person, simulation.window.first) for person in simulation.people
    ):
        yield Note(
            "cape-balance",
            say("Nothing is drawn during the CAPE; its balance is carried into the CESA."),
        )
    without_cesa = [p for p in simulation.people if p.net and not p.has_cesa]
    names = [person.name for person in without_cesa if person.name]
    if names:
        yield Note(
            "cesa-with-first-salary",
            say(
                "No CESA is recorded for {names}: it is taken to be signed with the first salary.",
                names=names,
            ),
        )
    if any(not person.contracts for person in without_cesa):
        yield Note(
            "no-contract",
            say("Without a recorded contract, one is taken to run from {month} on.",
                month=simulation.window.first),
        )  # fmt: skip


def _in_cape(person: Person, first: Month) -> bool:
    """Tell whether a person is still in a CAPE at some time from a month on."""
    return not person.has_cesa or any(
        contract.kind == "cape" and (contract.end is None or Month.of(contract.end) >= first)
        for contract in person.contracts
    )


def warnings(simulation: Simulation) -> Iterator[Note]:
    """Yield what deserves attention, the most serious first."""
    yield from _cooperative(simulation)
    yield from _targets(simulation)
    yield from _decided_start(simulation)
    yield from _deadlines(simulation)
    yield from _benefits(simulation)
    negative = [row for row in simulation.months if row.treasury < 0 and not row.salary_cost]
    if negative:
        yield Note(
            "treasury-negative",
            say_n(
                "The treasury is negative at the end of {first}, before any salary.",
                "The treasury is negative at the end of {count} months before any salary, "
                "first in {first}.",
                len(negative),
                first=negative[0].month,
            ),
        )


def _cooperative(simulation: Simulation) -> Iterator[Note]:
    rules = simulation.cooperative
    if not rules.told:
        yield Note(
            "no-contribution-rule",
            say(
                "No cooperative is recorded, so nothing is taken as contribution: add its preset, "
                "or its rules, under [cooperative]."
            ),
        )
    yield from cooperative_notes.warnings(rules.rule, rules.preset, simulation.today)


def _targets(simulation: Simulation) -> Iterator[Note]:
    missing = [person.name for person in simulation.people if not person.net]
    if missing and len(missing) < len(simulation.people):
        yield Note("no-target", say("No net target for {names}: not paid here.", names=missing))
    lowest = min((pay.gross for pay in simulation.salary), default=None)
    if lowest is not None and lowest < simulation.minimum_gross:
        yield Note(
            "below-minimum-pay",
            say(
                "{gross} gross a month is below the minimum pay of the cooperative, {minimum}.",
                gross=Amount(lowest),
                minimum=Amount(simulation.minimum_gross),
            ),
        )


def _decided_start(simulation: Simulation) -> Iterator[Note]:
    start = simulation.dossier.salary.start
    if start is None:
        return
    broken = sorted(simulation.below_reserve)
    if broken:
        yield Note(
            "decided-start-breaks",
            say_n(
                "With salaries from {start} on, as you decided, {first} ends below your reserve.",
                "With salaries from {start} on, as you decided, {count} months end below your "
                "reserve, first {first}.",
                len(broken),
                start=start,
                first=broken[0],
            ),
        )


def _deadlines(simulation: Simulation) -> Iterator[Note]:
    for person in simulation.people:
        clock = person.clock(simulation.today)
        if clock is None or Month.of(clock.deadline) > simulation.window.last_shown:
            continue
        values = {
            "name": person.name,
            "custom": clock.customary_date,
            "legal": clock.legal_deadline,
        }
        if clock.deadline <= simulation.today:
            text = say(
                "{name} should have been an associate before {custom} and is not recorded as one "
                "(associate_since).",
                **values,
            )
        elif clock.gap_days:
            text = say(
                "{name} must be an associate before {custom} by custom, before {legal} by law, or "
                "the contract ends.",
                **values,
            )
        else:
            text = say(
                "{name} must be an associate before {legal}, or the contract ends.", **values
            )
        yield Note("associate-deadline", text)


def _benefits(simulation: Simulation) -> Iterator[Note]:
    first = simulation.first_salary["signed"].month
    if simulation.already_paid or first is None:
        return
    for entrepreneur in simulation.dossier.entrepreneurs:
        until = entrepreneur.unemployment_benefit_until
        months = 0 if until is None else months_without_income(until, first)
        if until is not None and months:
            yield Note(
                "months-without-income",
                say_n(
                    "{name}: unemployment benefit ends on {until}, {count} month before the first "
                    "salary.",
                    "{name}: unemployment benefit ends on {until}, {count} months before the first "
                    "salary.",
                    months,
                    name=entrepreneur.name,
                    until=until,
                ),
            )


def all_notes(simulation: Simulation, law: PayrollLaw) -> tuple[Sequence[Note], Sequence[Note]]:
    """Return the assumptions and the warnings of a simulation."""
    return tuple(assumptions(simulation, law)), tuple(warnings(simulation))
