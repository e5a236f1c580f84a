"""The line on what an answer rests on, and which flags tell more."""

from cae_cli.forecast.answer import Answer
from cae_cli.language import Percent, Said, say, say_n


def rests(answer: Answer) -> Said:
    """Say whose rules are applied, how much is kept, and where to read more."""
    reserve = answer.dossier.salary.reserve_months
    return say_n(
        "{rules}, reserve {reserve} month.   Month by month: {monthly}   Why: {why}",
        "{rules}, reserve {reserve} months.   Month by month: {monthly}   Why: {why}",
        1 if reserve == 1 else 2,
        rules=_rules(answer),
        reserve=reserve,
        monthly="--monthly",
        why="--why",
    )


def _rules(answer: Answer) -> Said:
    rules = answer.cooperative
    rate = rules.rule.brackets[0].rate if len(rules.rule.brackets) == 1 else None
    if rules.preset is None:
        return say("Your own rules") if rules.told else say("No cooperative")
    if rate is None:
        return say("Rules of {name}", name=rules.preset.name)
    return say("{name} {rate}", name=rules.preset.name, rate=Percent(rate))
