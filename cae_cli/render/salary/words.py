"""The sentences of `cae salary`: the answer first, then what a person would ask next."""

from collections.abc import Iterator

from cae_cli.language import Amount, Percent, Said, say, say_n
from cae_cli.months import MONTHS_IN_YEAR
from cae_cli.render.salary.data import SalaryAnswer
from cae_cli.rules import pension
from cae_cli.rules.salary import NET_STEP, Neighbour


def headline(answer: SalaryAnswer) -> Said:
    """Return the answer in one sentence."""
    slip = answer.salary.payslip
    values: dict[str, object] = {
        "month": answer.month,
        "asked": Amount(answer.asked),
        "net": Amount(slip.net),
        "gross": Amount(slip.gross),
        "cost": Amount(slip.employer_cost),
    }
    if answer.salary.turnover is None:
        return _without_turnover(answer, values)
    values["turnover"] = Amount(answer.salary.turnover)
    values["contribution"] = _contribution(answer)
    if answer.side == "net":
        return say(
            "For {asked} net in {month}: {gross} gross, {cost} of employer cost, that is "
            "{turnover} excluding VAT to invoice ({contribution}).",
            **values,
        )
    if answer.side == "gross":
        return say(
            "For {asked} gross in {month}: {net} net, {cost} of employer cost, that is "
            "{turnover} excluding VAT to invoice ({contribution}).",
            **values,
        )
    if answer.side == "cost":
        return say(
            "With a budget of {asked} in {month}: {gross} gross, {net} net, for {cost} of employer "
            "cost, that is {turnover} excluding VAT to invoice ({contribution}).",
            **values,
        )
    return say(
        "With {asked} excluding VAT invoiced in {month} ({contribution}): {cost} of employer cost, "
        "{gross} gross, {net} net.",
        **values,
    )


def _without_turnover(answer: SalaryAnswer, values: dict[str, object]) -> Said:
    if answer.side == "net":
        return say("For {asked} net in {month}: {gross} gross, {cost} of employer cost.", **values)
    if answer.side == "gross":
        return say("For {asked} gross in {month}: {net} net, {cost} of employer cost.", **values)
    return say(
        "With a budget of {asked} in {month}: {gross} gross, {net} net, for {cost} of employer "
        "cost.",
        **values,
    )


def _contribution(answer: SalaryAnswer) -> Said:
    """Return what the cooperative takes: its rate where that is all, else the amount."""
    rate = answer.month_alone.flat_rate if answer.month_alone else None
    taken = Percent(rate) if rate is not None else Amount(answer.salary.contribution or 0)
    preset = answer.cooperative.preset if answer.cooperative else None
    if preset is None:
        return say("contribution: {taken}", taken=taken)
    return say("{name} contribution: {taken}", name=preset.name, taken=taken)


def facts(answer: SalaryAnswer) -> Iterator[Said]:
    """Yield what follows the answer: the net really reached, 100 € more, pension quarters."""
    slip = answer.salary.payslip
    if answer.side == "net" and slip.net != answer.asked:
        yield say(
            "The net is {net}: no gross gives {asked} exactly.",
            net=Amount(slip.net),
            asked=Amount(answer.asked),
        )
    for neighbour in answer.around:
        if neighbour.here:
            yield _more(neighbour)
    yield _quarters(answer)
    if answer.salary.turnover is None:
        yield say("With {flag} ID, it also tells what to invoice.", flag="--cooperative")


def _more(neighbour: Neighbour) -> Said:
    values = {"step": Amount(NET_STEP), "cost": Amount(neighbour.more_cost)}
    if neighbour.more_turnover is None:
        return say("{step} more net a month costs {cost} more.", **values)
    turnover = Amount(neighbour.more_turnover)
    return say(
        "{step} more net a month costs {cost} more: {turnover} more to invoice.",
        turnover=turnover,
        **values,
    )


def _quarters(answer: SalaryAnswer) -> Said:
    smic = answer.smic_of_january
    needed = Amount(pension.quarter_pay(smic))
    validated = pension.quarters(MONTHS_IN_YEAR * answer.salary.payslip.gross, smic)
    if not validated:
        return say(
            "Twelve months at this pay validate no pension quarter (each needs {needed} gross).",
            needed=needed,
        )
    return say_n(
        "Twelve months at this pay validate {count} pension quarter (each needs {needed} gross).",
        "Twelve months at this pay validate {count} pension quarters (each needs {needed} gross).",
        validated,
        needed=needed,
    )
