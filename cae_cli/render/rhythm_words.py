"""How often something recurs and when it is paid, said in words."""

from cae_cli.language import Said, mark, say, say_n
from cae_cli.payment import PaymentTerms
from cae_cli.rhythm import Recurrence

_OF_MONTHS = {
    1: mark("each month"),
    3: mark("each quarter"),
    6: mark("each half-year"),
    12: mark("each year"),
}


def rhythm(every: Recurrence) -> Said:
    """Say how often something recurs."""
    step, unit = every
    if unit == "month-end":
        return say("each month end")
    if unit == "week":
        return say("each week") if step == 1 else say("every {count} weeks", count=step)
    if unit == "day":
        return say("each day") if step == 1 else say("every {count} days", count=step)
    if step == 0:
        return say("once")
    if step in _OF_MONTHS:
        return Said(_OF_MONTHS[step], {})
    return say("every {count} months", count=step)


def payment(terms: PaymentTerms) -> Said:
    """Say when an invoice is paid: "45 days, then the month's end"."""
    delay = (
        say_n("{count} day", "{count} days", terms.delay)
        if terms.unit == "days"
        else say_n("{count} month", "{count} months", terms.delay)
    )
    if terms.month_end == "before":
        said = say("the month's end, then {delay}", delay=delay)
    elif terms.month_end == "after":
        said = say("{delay}, then the month's end", delay=delay)
    else:
        said = delay if terms.delay else say("on invoice")
    return (
        said
        if terms.on is None
        else say("{terms}, on the {day} of a month", terms=said, day=terms.on)
    )
