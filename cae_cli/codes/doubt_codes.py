"""The codes of what is allowed in a dossier and probably not meant: `CAE-W001` and on."""

from cae_cli.codes.code import Code
from cae_cli.language import mark

DOUBT_CODES: dict[str, Code] = {
    "CAE-W001": Code(
        mark("A client without prestation"),
        mark("It brings no turnover."),
        mark("Add one with: cae add-prestation"),
    ),
    "CAE-W002": Code(
        mark("A prestation has ended"),
        mark("It will bring no new invoice."),
        mark("If it goes on, correct or remove its end."),
    ),
    "CAE-W003": Code(
        mark("A probability of 0"),
        mark("It counts for nothing, except in the view of everything."),
        mark("Remove the prestation if it is lost, or write what you believe, such as 0.5."),
    ),
    "CAE-W004": Code(
        mark("Two clients have almost the same name"),
        mark("It may be the same client, recorded twice."),
        mark("If it is, keep one of the two."),
    ),
    "CAE-W005": Code(
        mark("The treasury is not today's"),
        mark("The projection starts from a balance two months or more away from today."),
        mark("Record today's with: cae set treasury AMOUNT --month YYYY-MM"),
    ),
    "CAE-W006": Code(
        mark("The treasury is not told"),
        mark("The projection starts today, from what the activity holds in the cooperative."),
        mark("Tell what you have today: cae set treasury AMOUNT --month YYYY-MM"),
    ),
    "CAE-W007": Code(
        mark("The projection will be refused"),
        mark("It would start in a month whose payroll rules are not known."),
        mark("Tell the treasury of a later month: cae set treasury AMOUNT --month YYYY-MM"),
    ),
    "CAE-W008": Code(
        mark("A prestation brings no invoice"),
        mark(
            "With its start, its end, its season, its pauses and its count, no invoice is dated in "
            "the months of the projection."
        ),
        mark("Correct what leaves every date out, or remove the prestation."),
    ),
    "CAE-W009": Code(
        mark("Nothing is invoiced in the projection"),
        mark("No prestation has an invoice in the months that are looked at."),
        mark("Correct the dates of the prestations, or add one with: cae add-prestation"),
    ),
    "CAE-W010": Code(
        mark("An associate in the future"),
        mark("Someone is an associate once it has happened; until then the deadline runs."),
        mark("Write associate_since on the day it happens."),
    ),
    "CAE-W011": Code(
        mark("A target of 0"),
        mark("A pay of 0 is possible at once, and says nothing."),
        mark("Write the net wanted each month: cae set salary.net_target AMOUNT"),
    ),
    "CAE-W012": Code(
        mark("A reserve of more than a year"),
        mark("No pay begins before the treasury holds the reserve, and it stays there."),
        mark("Keep one to three months: cae set salary.reserve_months 1"),
    ),
}
