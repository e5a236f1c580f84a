"""The table of commands: what is typed, where it is written, and one line of help.

A command's module is imported only when that command runs.
"""

from collections.abc import Mapping, Sequence

from cae_cli.cli.shell.app import Entry
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
    "levers": Entry(
        f"{_HERE}.answers.levers:levers",
        mark("What would bring the first salary forward: the least to ask, and of whom."),
    ),
    "smooth": Entry(
        f"{_HERE}.answers.smooth:smooth", mark("The highest pay that holds, the same each month.")
    ),
    "compare": Entry(
        f"{_HERE}.answers.compare:compare",
        mark("Scenarios side by side, three blows, and why the answer moved."),
    ),
    "explain": Entry(
        f"{_HERE}.answers.explain:explain",
        mark("Where a figure comes from, down to the lines of the file and the rules."),
    ),
    "salary": Entry(
        f"{_HERE}.pay.salary:salary", mark("What a pay costs, and what to invoice for it.")
    ),
    "rules": Entry(f"{_HERE}.pay.rules:rules", mark("The payroll rules in force in a month.")),
    "init": Entry(f"{_HERE}.beginning.init:init", mark("Make a new dossier.")),
    "add-client": Entry(
        f"{_HERE}.changes.add_client:add_client",
        mark("Record a client, and their first prestation."),
    ),
    "add-prestation": Entry(
        f"{_HERE}.changes.add_client:add_prestation",
        mark("Record one more prestation of a client."),
    ),
    "add-entrepreneur": Entry(f"{_HERE}.changes.add:add_entrepreneur", mark("Record a person.")),
    "add-contract": Entry(
        f"{_HERE}.changes.add:add_contract", mark("Record a CAPE, a CESA or another contract.")
    ),
    "add-expense": Entry(f"{_HERE}.changes.add:add_expense", mark("Record an expense.")),
    "add-investment": Entry(f"{_HERE}.changes.add:add_investment", mark("Record an investment.")),
    "sign": Entry(f"{_HERE}.changes.sign:sign", mark("A quote is signed.")),
    "lost": Entry(f"{_HERE}.changes.sign:lost", mark("A quote is lost: it is removed.")),
    "edit-client": Entry(f"{_HERE}.changes.edit:edit_client", mark("Change when a client pays.")),
    "edit-prestation": Entry(
        f"{_HERE}.changes.edit:edit_prestation", mark("Change a prestation of a client.")
    ),
    "edit-expense": Entry(f"{_HERE}.changes.edit:edit_expense", mark("Change an expense.")),
    "edit-entrepreneur": Entry(f"{_HERE}.changes.edit:edit_entrepreneur", mark("Change a person.")),
    "edit-contract": Entry(
        f"{_HERE}.changes.edit:edit_contract", mark("Change a contract of a person.")
    ),
    "edit-investment": Entry(
        f"{_HERE}.changes.edit:edit_investment", mark("Change an investment.")
    ),
    "rename-client": Entry(
        f"{_HERE}.changes.edit:rename_client", mark("Give a client another name.")
    ),
    "remove-client": Entry(
        f"{_HERE}.changes.remove:remove_client", mark("Remove a client, with its prestations.")
    ),
    "remove-prestation": Entry(
        f"{_HERE}.changes.remove:remove_prestation", mark("Remove a prestation of a client.")
    ),
    "remove-entrepreneur": Entry(
        f"{_HERE}.changes.remove:remove_entrepreneur",
        mark("Remove a person, with their contracts."),
    ),
    "remove-contract": Entry(
        f"{_HERE}.changes.remove:remove_contract", mark("Remove a contract of a person.")
    ),
    "remove-expense": Entry(f"{_HERE}.changes.remove:remove_expense", mark("Remove an expense.")),
    "remove-investment": Entry(
        f"{_HERE}.changes.remove:remove_investment", mark("Remove an investment.")
    ),
    "set": Entry(
        f"{_HERE}.changes.setting:set_key", mark("Change one value, such as the treasury.")
    ),
    "edit": Entry(f"{_HERE}.changes.editor:edit", mark("Open the dossier in your text editor.")),
    "undo": Entry(f"{_HERE}.changes.undo:undo", mark("Bring back the state before the last edit.")),
    "redo": Entry(f"{_HERE}.changes.undo:redo", mark("Do again what was undone.")),
    "list": Entry(f"{_HERE}.listing:list_all", mark("What is recorded, and what it is worth.")),
    "check": Entry(f"{_HERE}.check:check", mark("Tell every error and warning of the dossier.")),
    "cooperatives": Entry(
        f"{_HERE}.cooperatives:cooperatives",
        mark("The known cooperatives; one of them in words and on a year."),
    ),
    "schema": Entry(f"{_HERE}.schema:schema", mark("The JSON Schema of a dossier.")),
    "help": Entry(f"{_HERE}.helping:help_on", mark("Explain a code or a command.")),
}

#: What a person wants, and the commands for it, in the order of the help; one that stands nowhere
#: goes with the last.
GROUPS: Sequence[tuple[str, Sequence[str]]] = (
    (mark("To have an answer"), (
        "simulate", "timeline", "salary", "levers", "smooth", "decide", "quote", "household")),
    (mark("To record"), (
        "init", "add-client", "add-prestation", "add-entrepreneur", "add-contract", "add-expense",
        "add-investment", "sign", "import")),
    (mark("To change"), (
        "set", "edit-client", "edit-prestation", "edit-entrepreneur", "edit-contract",
        "edit-expense", "edit-investment", "rename-client", "remove-client", "remove-prestation",
        "remove-entrepreneur", "remove-contract", "remove-expense", "remove-investment", "lost",
        "undo", "redo", "edit")),
    (mark("To compare"), ("cooperatives", "compare", "rules")),
    (mark("To show and check"), (
        "list", "check", "explain", "report", "portfolio", "schema", "help")),
)  # fmt: skip
