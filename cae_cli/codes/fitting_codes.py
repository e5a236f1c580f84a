"""The codes of what does not fit together in a dossier: `CAE-D070` to `CAE-D099`."""

from cae_cli.codes.code import Code
from cae_cli.language import mark

FITTING_CODES: dict[str, Code] = {
    "CAE-D070": Code(
        mark("The price is given twice"),
        mark("A prestation has one amount per invoice, or a rate and a quantity, not both."),
        mark("Keep amount, or keep rate with quantity."),
    ),
    "CAE-D071": Code(
        mark("The price is missing"),
        mark("A prestation needs an amount per invoice, or a rate with a quantity."),
        mark("Add for example: amount = 450.00"),
    ),
    "CAE-D072": Code(
        mark("An expense needs an amount or a share of turnover"),
        mark(
            "An expense is an amount that recurs, or a share of what is invoiced each month: one "
            "of the two."
        ),
        mark("Keep one of: amount = 25.00, share_of_turnover = 0.05"),
    ),
    "CAE-D073": Code(
        mark("A key has no meaning for a share of turnover"),
        mark(
            "A share of turnover follows what is invoiced month by month, so it has no recurrence, "
            "count or yearly increase of its own."
        ),
        mark("Remove the line."),
    ),
    "CAE-D074": Code(
        mark("An end comes before its start"),
        mark("The end is the last day, and it may not come before the first one."),
        mark("Correct the start or the end."),
    ),
    "CAE-D075": Code(
        mark("A month stands twice in a season"),
        mark("A season lists each of its months once, from 1 (January) to 12."),
        mark("Remove the repeated month."),
    ),
    "CAE-D076": Code(
        mark("This cooperative is unknown"),
        mark("The preset is the short name of a cooperative whose rules ship with cae."),
        mark(
            "See the known ones with: cae cooperatives. Or remove the line and write your "
            "cooperative's own rules."
        ),
    ),
    "CAE-D077": Code(
        mark("Brackets are out of order"),
        mark("The bounds of a scale grow from one bracket to the next."),
        mark("Sort the brackets by up_to, the smallest first."),
    ),
    "CAE-D078": Code(
        mark("Only the last bracket has no bound"),
        mark(
            "Each bracket says up to where its rate holds, except the last one, which holds for "
            "all that is above."
        ),
        mark("Write up_to in every bracket but the last."),
    ),
    "CAE-D079": Code(
        mark("A floor exceeds its cap"),
        mark("The least the cooperative takes in a year cannot exceed the most it takes."),
        mark("Correct floor_per_year, floor_per_month or cap_per_year."),
    ),
    "CAE-D080": Code(
        mark("A contract follows one that has no end"),
        mark(
            "A contract without an end runs still, so no other contract of the same person can "
            "start after it."
        ),
        mark("Write the end of the earlier contract."),
    ),
    "CAE-D081": Code(
        mark("An associate before the first contract"),
        mark("One becomes an associate of the cooperative after having entered it."),
        mark("Correct associate_since, or the start of the first contract."),
    ),
    "CAE-D099": Code(
        mark("There are more problems"),
        mark("Only the first problems of a file are shown."),
        mark("Correct those shown, then run: cae check"),
    ),
    "CAE-D082": Code(
        mark("A credit note comes back"),
        mark("A negative amount is a credit note: it lowers the turnover once."),
        mark('Add: every = "once"'),
    ),
    "CAE-D083": Code(
        mark("A pause ends before it begins"),
        mark("A pause has two days, “from” and “to”, both included; one day is twice the same."),
        mark("Exchange the two days."),
    ),
    "CAE-D084": Code(
        mark("A price stands out of order"),
        mark("Each change is a price from a day on, after the start and after the one before it."),
        mark("Put the changes in order of time."),
    ),
    "CAE-D085": Code(
        mark("The cost is given twice"),
        mark("What an invoice costs is an amount, or a share of its price, not both."),
        mark("Keep cost, or keep cost_share."),
    ),
    "CAE-D086": Code(
        mark("A renewal without an end"),
        mark("“renews” is the chance that the prestation goes on as long again at its end."),
        mark("Add for example: end = 2027-12-31"),
    ),
    "CAE-D087": Code(
        mark("A client that never pays"),
        mark("What falls due in a closed month is paid on the first day of the next open one."),
        mark("Leave at least one month out of closed_months."),
    ),
    "CAE-D088": Code(
        mark("A client is firm before it starts"),
        mark("“firm_until” is the day up to which the client is committed to its prestations."),
        mark("Correct firm_until, or the start of the prestation."),
    ),
    "CAE-D089": Code(
        mark("A target stands out of order"),
        mark("Each step is a target from a month on, after the one before it."),
        mark("Put the steps in order of time."),
    ),
    "CAE-D090": Code(
        mark("A scenario names an unknown client"),
        mark("The clients who leave in a scenario are those of the dossier, by their names."),
        mark("See the clients with: cae list"),
    ),
    "CAE-D091": Code(
        mark("What stays over the year's end is not clear"),
        mark("carry = “until” needs a month, and the month goes with it only."),
        mark("Add until, or remove it."),
    ),
}
