"""The codes of cooperatives (`CAE-C…`), payroll (`CAE-P…`) and projections (`CAE-S…`)."""

from cae_cli.codes.code import Code
from cae_cli.language import mark

OTHER_CODES: dict[str, Code] = {
    "CAE-C001": Code(
        mark("No cooperative has this id"),
        mark(
            "The rules of some cooperatives ship with cae, each under a short id without spaces or "
            "accents, such as coodyssee."
        ),
        mark("See the known ones with: cae cooperatives"),
    ),
    "CAE-P001": Code(
        mark("Payroll is not known so early"),
        mark("The payroll rules that ship with cae begin in a first month; before it, none is."),
        mark("Ask for a later month."),
    ),
    "CAE-P003": Code(
        mark("Contractual hours that cannot be"),
        mark("A contract has more than 0 hours a month, and at most those of full time."),
        mark("Correct the hours; more than full time would be overtime."),
    ),
    "CAE-P004": Code(
        mark("No gross pay gives this net"),
        mark("The employee's share of the covers takes all, or almost all, of each euro more."),
        mark("Lower the employee's share of provident cover."),
    ),
    "CAE-P005": Code(
        mark("A budget leaves no pay"),
        mark("The covers that are a fixed amount each month cost more than the budget alone."),
        mark("Give a larger budget, or lower the fixed covers."),
    ),
    "CAE-P006": Code(
        mark("No turnover leaves this amount"),
        mark("The cooperative takes as much as is added: a rate of 100% leaves nothing."),
        mark("Check the rates of the contribution."),
    ),
    "CAE-P007": Code(
        mark("A turnover without a cooperative"),
        mark("What is left of a turnover depends on what the cooperative takes of it."),
        mark("Name a cooperative, or give a budget for the pay with --cost."),
    ),
    "CAE-P008": Code(
        mark("A turnover of which nothing is left"),
        mark("The fees and the floor of the cooperative exceed the turnover of the month."),
        mark("Give a larger turnover."),
    ),
    "CAE-P011": Code(
        mark("An unknown key in payroll data"),
        mark("A misspelt key would be silently ignored, and the pay would be wrong."),
        mark("Correct the key, or remove the line."),
    ),
    "CAE-P012": Code(
        mark("Something is missing in payroll data"),
        mark("Each dated value has its figures and the text it comes from; a new line has a name."),
        mark("Add what is missing."),
    ),
    "CAE-P013": Code(
        mark("A wrong value in payroll data"),
        mark("Each key of the payroll data holds one kind of value, from a month on."),
        mark("Correct the value."),
    ),
    "CAE-P014": Code(
        mark("Values of payroll data exclude each other"),
        mark("Some keys of a dated value cannot stand together, or not on that base."),
        mark("Keep one of the two."),
    ),
    "CAE-S001": Code(
        mark("The projection would start too early"),
        mark(
            "The projection starts in the month of the treasury, else in that of today; payroll is "
            "not known so early."
        ),
        mark("Tell the treasury of a later month: cae set treasury AMOUNT --month YYYY-MM"),
    ),
}
