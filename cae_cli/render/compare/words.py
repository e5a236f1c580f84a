"""The words of `cae compare`: what a scenario is, what a blow does."""

from collections.abc import Iterator

from cae_cli.forecast.what_if.outcomes import Holding
from cae_cli.forecast.what_if.scenarios import Scenario
from cae_cli.forecast.what_if.stresses import LATE_DAYS, Stress
from cae_cli.language import Amount, Percent, Said, say, say_n
from cae_cli.money import CENTS_IN_EURO, divide


def scenario_words(scenario: Scenario) -> Said:
    """Say what would be otherwise; a name that was given to it comes first."""
    told = say("{each}", each=list(_parts(scenario)))
    return told if not scenario.name else say("{name}: {told}", name=scenario.name, told=told)


def _parts(scenario: Scenario) -> Iterator[Said]:
    for name in scenario.without:
        yield say("without {name}", name=name)
    for client in scenario.added:
        yield say("with {name}", name=client.name)
    if scenario.late:
        yield say_n("paid {count} day later", "paid {count} days later", scenario.late)
    if scenario.prices > 0:
        yield say("prices up by {rate}", rate=Percent(scenario.prices))
    elif scenario.prices:
        yield say("prices down by {rate}", rate=Percent(-scenario.prices))
    if scenario.target is not None:
        yield say("aiming for {net} net", net=Amount(scenario.target))
    if scenario.cooperative is not None:
        yield say("with the rules of {name}", name=scenario.cooperative)


def stress_words(stress: Stress) -> Said:
    """Say a blow, and how long the pay would hold."""
    return say("{blow}: {held}", blow=_blow(stress), held=_held(stress.after))


def _blow(stress: Stress) -> Said:
    if stress.blow == "largest":
        return say("If {name}, your largest client, leaves", name=stress.name)
    if stress.blow == "late":
        return say("If everyone pays {count} days later", count=LATE_DAYS)
    return say("If everyone stops at the end of what is firm")


def _held(held: Holding) -> Said:
    if held.open_end:
        return say_n("you would hold {count} month at least.", "you would hold {count} months at "
                     "least.", held.months)  # fmt: skip
    values = {"short": Amount(whole(held.short)), "month": held.breaks}
    if not held.months:
        return say("the pay would not hold: {short} missing at the end of {month}.", **values)
    return say_n(
        "you would hold {count} month; {short} missing at the end of {month}.",
        "you would hold {count} months; {short} missing at the end of {month}.",
        held.months,
        **values,
    )


def whole(cents: int) -> int:
    """Return an amount rounded to the euro, in cents."""
    return divide(cents, CENTS_IN_EURO) * CENTS_IN_EURO
