"""What the flags of each noun are: one list serves to add it and to change it."""

from cae_cli.cli.changes import dated, flags
from cae_cli.cli.changes.flags import Flag
from cae_cli.cli.shell import numbers, values
from cae_cli.fields import MOST_BENEFIT_DAYS, MOST_COUNT
from cae_cli.language import mark

CONTRACTS = ("cape", "cesa", "other")
_AMOUNT, _DAY, _RATE, _NAME = mark("AMOUNT"), mark("DAY"), mark("RATE"), mark("NAME")
_MONTHS = mark("MONTHS")

LABEL = Flag("label", mark("LABEL"), mark("Another name for it."), values.name, needed=True)
NAME = Flag("name", _NAME, mark("Another name."), values.name, needed=True)
AMOUNT = Flag("amount", _AMOUNT, mark("Euros each time, excluding VAT."), flags.euros)

RECURRENCE = (
    Flag(
        "every",
        mark("RHYTHM"),
        mark("once, week, month, quarter, half-year, year, “2 weeks”, “5 months”…"),
        values.every,
    ),
    Flag("start", _DAY, mark("The first one, YYYY-MM-DD."), values.day),
    Flag("end", _DAY, mark("None after this day."), values.day),
    Flag("count", "N", mark("How many in all."), flags.whole(1, MOST_COUNT)),
    Flag("months", _MONTHS, mark("Only in these months: 3-5,9,10."), values.months),
    Flag(
        "pauses", mark("DAYS"), mark("Days left out, once: “2027-07-15..2027-08-31”."), dated.pauses
    ),
)
_RECURRENCE_OF_SALES = tuple(flag._replace(needed=flag.key == "start") for flag in RECURRENCE)
_CHANGES = Flag(
    "changes",
    mark("PRICES"),
    mark("Prices that follow: “2027-01-01: 480; 2028-01-01: 495”."),
    dated.prices,
)
_INCREASES = (
    Flag("yearly_increase", _RATE, mark("Price rise at each anniversary."), numbers.increase),
    Flag(
        "increase_on",
        _DAY,
        mark("The rise comes on that day of each year instead: 01-01."),
        dated.yearly_day,
    ),
)
_TERMS = Flag(
    "payment",
    mark("TERMS"),
    mark("When invoices are paid: “45 days”, “45 days, month end”… (30 days if left out)."),
    values.payment,
)

#: What a prestation has besides its label.
PRESTATION = (
    AMOUNT._replace(
        help=mark("Euros each time, excluding VAT; negative once: a credit note."),
        read=flags.signed_euros,
    ),
    Flag("rate", _AMOUNT, mark("Euros an hour or a day."), flags.euros_a_unit),
    Flag("quantity", "N", mark("Hours or days each time, with --rate."), numbers.quantity),
    *_RECURRENCE_OF_SALES,
    Flag(
        "invoiced",
        "each|month-end",
        mark("month-end: the visits of a month make one invoice on its last day."),
        flags.word("each", "month-end"),
    ),
    _TERMS._replace(help=mark("When it is paid, if not as the client's others: “on invoice”…")),
    _CHANGES,
    *_INCREASES,
    Flag("cost", _AMOUNT, mark("What each invoice costs directly."), flags.euros),
    Flag("cost_share", _RATE, mark("The same, as a part of its price: 60%."), numbers.rate),
    Flag("probability", _RATE, mark("0.5 or 50%; signed when left out."), numbers.rate),
    Flag("quote", _NAME, mark("Its quote, signed or lost as a whole."), values.name),
    Flag("renews", _RATE, mark("Chance that it goes on as long again at its end."), numbers.rate),
)
#: Of these groups of keys, one has values.
PRICES = (("amount",), ("rate", "quantity"))
DIRECT_COSTS = (("cost",), ("cost_share",))

#: What a client has besides its name.
CLIENT = (
    _TERMS,
    Flag("closed_months", _MONTHS, mark("Pays nobody in these months: 8."), values.months),
    Flag("firm_until", _DAY, mark("Committed up to that day."), values.day),
    Flag("internal", "", mark("Another member of the cooperative."), values.name),
    Flag(
        "pays",
        "on-time|weeks|months",
        mark("How late it pays, as a habit."),
        flags.word("on-time", "weeks", "months"),
    ),
)

EXPENSE = (
    AMOUNT,
    Flag(
        "share_of_turnover",
        _RATE,
        mark("Of what is invoiced each month, instead of --amount."),
        numbers.rate,
    ),
    *RECURRENCE,
    _CHANGES._replace(read=dated.amounts),
    *_INCREASES,
    Flag("direct", "", mark("A production cost, which lowers the gross margin."), values.name),
)
COSTS = (("amount",), ("share_of_turnover",))

INVESTMENT = (
    AMOUNT._replace(help=mark("Its price, excluding VAT."), needed=True),
    Flag("date", _DAY, mark("When it is paid."), values.day, needed=True),
)

ENTREPRENEUR = (
    Flag("net_target", _AMOUNT, mark("Net wanted each month."), flags.euros, option="--net"),
    Flag(
        "net_steps",
        mark("TARGETS"),
        mark("Targets that follow: “2027-09: 900; 2028-01: 1200”."),
        dated.targets,
    ),
    Flag("unemployment_benefit_until", _DAY, mark("Last day of unemployment benefit."), values.day),
    Flag("benefit.daily", _AMOUNT, mark("Gross unemployment benefit of a day."), flags.euros),
    Flag(
        "benefit.reference_daily",
        _AMOUNT,
        mark("The former daily pay it was counted from."),
        flags.euros,
    ),
    Flag(
        "benefit.days_left",
        "N",
        mark("Days of benefit left today."),
        flags.whole(0, MOST_BENEFIT_DAYS),
    ),
    Flag("associate_since", _DAY, mark("Associate since that day."), values.day),
)

_KIND = Flag("kind", "cape|cesa|other", mark("What it is."), flags.word(*CONTRACTS), needed=True)
_START = Flag("start", _DAY, mark("First day; of a CESA, the signature."), values.day, needed=True)
_END = Flag("end", _DAY, mark("Last day; none if it runs still."), values.day)
CONTRACT = (_KIND, _START, _END)
