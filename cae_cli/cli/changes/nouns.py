"""What the flags of each noun are: one list serves to add it and to change it."""

from cae_cli.cli.changes import flags
from cae_cli.cli.changes.flags import Flag
from cae_cli.cli.shell import numbers, values
from cae_cli.language import mark

MOST_COUNT = 100_000
CONTRACTS = ("cape", "cesa", "other")
_AMOUNT, _DAY, _RATE = mark("AMOUNT"), mark("DAY"), mark("RATE")

LABEL = Flag("label", mark("LABEL"), mark("Another name for it."), values.name, needed=True)
NAME = Flag("name", mark("NAME"), mark("Another name."), values.name, needed=True)
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
    Flag("months", mark("MONTHS"), mark("Only in these months: 3-5,9,10."), values.months),
)
INCREASE = Flag("yearly_increase", _RATE, mark("Price rise at each anniversary."), numbers.increase)
_RECURRENCE_OF_SALES = tuple(flag._replace(needed=flag.key == "start") for flag in RECURRENCE)

#: What a prestation has besides its label.
PRESTATION = (
    AMOUNT,
    Flag("rate", _AMOUNT, mark("Euros an hour or a day."), flags.euros_a_unit),
    Flag("quantity", "N", mark("Hours or days each time, with --rate."), numbers.quantity),
    *_RECURRENCE_OF_SALES,
    Flag("probability", _RATE, mark("0.5 or 50%; signed when left out."), numbers.rate),
    INCREASE,
)
#: Of these groups of keys, one has values.
PRICES = (("amount",), ("rate", "quantity"))

#: What a client has besides its name.
CLIENT = (
    Flag(
        "payment",
        mark("TERMS"),
        mark("When invoices are paid: “45 days”, “45 days, month end”… (30 days if left out)."),
        values.payment,
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
    INCREASE,
    Flag("direct", "", mark("A production cost, which lowers the gross margin."), values.name),
)
COSTS = (("amount",), ("share_of_turnover",))

INVESTMENT = (
    AMOUNT._replace(help=mark("Its price, excluding VAT."), needed=True),
    Flag("date", _DAY, mark("When it is paid."), values.day, needed=True),
)

ENTREPRENEUR = (
    Flag("net_target", _AMOUNT, mark("Net wanted each month."), flags.euros, option="--net"),
    Flag("unemployment_benefit_until", _DAY, mark("Last day of unemployment benefit."), values.day),
    Flag("associate_since", _DAY, mark("Associate since that day."), values.day),
)

_KIND = Flag("kind", "cape|cesa|other", mark("What it is."), flags.word(*CONTRACTS), needed=True)
_START = Flag("start", _DAY, mark("First day; of a CESA, the signature."), values.day, needed=True)
_END = Flag("end", _DAY, mark("Last day; none if it runs still."), values.day)
CONTRACT = (_KIND, _START, _END)
