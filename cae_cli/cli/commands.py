"""The table of commands: what is typed, where it is written, and one line of help.

A command's module is imported only when that command runs.
"""

from collections.abc import Mapping

from cae_cli.cli.app import Entry
from cae_cli.language import mark

_HERE = "cae_cli.cli"

#: In the order of the help. The target is "package.module:function".
COMMANDS: Mapping[str, Entry] = {
    "simulate": Entry(
        f"{_HERE}.simulate:simulate", mark("From which month a salary is possible, and the months.")
    ),
    "timeline": Entry(
        f"{_HERE}.timeline:timeline", mark("Every date that matters, with days left.")
    ),
    "salary": Entry(
        f"{_HERE}.salary:salary", mark("What a pay costs, and what to invoice for it.")
    ),
    "init": Entry(f"{_HERE}.init:init", mark("Make a new dossier.")),
    "add-client": Entry(
        f"{_HERE}.add_client:add_client", mark("Record a client, and their first prestation.")
    ),
    "add-prestation": Entry(
        f"{_HERE}.add_client:add_prestation", mark("Record one more prestation of a client.")
    ),
    "add-entrepreneur": Entry(f"{_HERE}.add:add_entrepreneur", mark("Record a person.")),
    "add-contract": Entry(
        f"{_HERE}.add:add_contract", mark("Record a CAPE, a CESA or another contract.")
    ),
    "add-expense": Entry(f"{_HERE}.add:add_expense", mark("Record an expense.")),
    "add-investment": Entry(f"{_HERE}.add:add_investment", mark("Record an investment.")),
    "check": Entry(f"{_HERE}.check:check", mark("Tell every error and warning of the dossier.")),
    "cooperatives": Entry(
        f"{_HERE}.cooperatives:cooperatives",
        mark("The known cooperatives; one of them in words and on a year."),
    ),
}
