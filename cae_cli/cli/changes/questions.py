"""The questions that commands ask on a terminal, by what they are about."""

import datetime as dt
from collections.abc import Sequence

from cae_cli.cli.changes import nouns
from cae_cli.cli.changes.conversation import Question
from cae_cli.cli.changes.flags import Flag
from cae_cli.cli.shell import values
from cae_cli.language import mark, say
from cae_cli.months import Month

_FLAGS = {
    noun: {flag.key: flag for flag in flags}
    for noun, flags in (
        ("prestation", nouns.PRESTATION),
        ("client", nouns.CLIENT),
        ("expense", nouns.EXPENSE),
        ("investment", nouns.INVESTMENT),
        ("entrepreneur", nouns.ENTREPRENEUR),
        ("contract", nouns.CONTRACT),
    )
}
JOINED = Flag("joined", mark("DAY"), mark("Start of the CAPE."), values.day)
FIRST = Flag("prestation", mark("LABEL"), mark("A first prestation."), values.name)

CLIENT_NAME = Question(
    Flag("name", mark("NAME"), "", values.name, option=mark("NAME")),
    say("Name of the client:"),
)
FIRST_SOLD = Question(FIRST, say("What you sell to it, in a few words (nothing: later):"))
CLIENT = Question(
    Flag("client", mark("CLIENT"), "", values.name, option=mark("CLIENT")), say("Which client:")
)
SOLD = Question(
    Flag("label", mark("LABEL"), "", values.name, option=mark("LABEL")),
    say("What you sell, in a few words:"),
)
EXPENSE_LABEL = SOLD._replace(text=say("What you spend it on, in a few words:"))
INVESTMENT_LABEL = SOLD._replace(text=say("What you buy, in a few words:"))
PERSON_NAME = CLIENT_NAME._replace(text=say("Name of the person:"))
PERSON = Question(
    Flag("person", mark("PERSON"), "", values.name, option=mark("PERSON")), say("Which person:")
)
KIND = Question(_FLAGS["contract"]["kind"], say("Which contract (cape, cesa or other):"))


def next_month(today: dt.date) -> str:
    """Return the first day of the next month, as one types it."""
    return (Month.of(today) + 1).first_day.isoformat()


def prestation(today: dt.date, *, priced: bool = False) -> Sequence[Question]:
    """Return what is asked of a prestation besides its label; not its price where it has one."""
    of = _FLAGS["prestation"]
    price = Question(of["amount"], say("Price of each invoice, excluding VAT:"), needed=True)
    return (
        *([] if priced else [price]),
        Question(of["every"], say("How often (once, week, month, quarter, year…):"), "month"),
        Question(of["start"], say("Day of the first invoice:"), next_month(today), needed=True),
        Question(of["probability"], say("How sure it is (100% is signed):"), "100%"),
    )


def terms() -> Sequence[Question]:
    """Return what is asked of a client besides its name."""
    return (
        Question(
            _FLAGS["client"]["payment"],
            say("When invoices are paid (30 days, 45 days, month end…):"),
            "30 days",
        ),
    )


def expense() -> Sequence[Question]:
    """Return what is asked of an expense besides its label."""
    of = _FLAGS["expense"]
    return (
        Question(of["amount"], say("Amount each time, net of the VAT you recover:"), needed=True),
        Question(of["every"], say("How often (once, week, month, quarter, year…):"), "month"),
        Question(of["start"], say("From which day (nothing: since always):")),
    )


def investment(today: dt.date) -> Sequence[Question]:
    """Return what is asked of an investment besides its label."""
    of = _FLAGS["investment"]
    return (
        Question(of["amount"], say("Its price, net of the VAT you recover:"), needed=True),
        Question(of["date"], say("Day it is paid:"), next_month(today), needed=True),
    )


def contract(today: dt.date) -> Sequence[Question]:
    """Return what is asked of a contract besides whose and which it is."""
    of = _FLAGS["contract"]
    return (
        Question(of["start"], say("Its first day:"), today.isoformat(), needed=True),
        Question(of["end"], say("Its last day (nothing: it runs on):")),
    )


def entrepreneur() -> Sequence[Question]:
    """Return what is asked of a person besides their name."""
    of = _FLAGS["entrepreneur"]
    return (
        Question(JOINED, say("Day their CAPE began (nothing: no CAPE):")),
        Question(of["net_target"], say("Net they want each month (nothing: as the others):")),
    )
