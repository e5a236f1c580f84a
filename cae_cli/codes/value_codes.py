"""The codes of single values of a dossier: `CAE-D040` to `CAE-D064`."""

from cae_cli.codes.code import Code
from cae_cli.language import mark

VALUE_CODES: dict[str, Code] = {
    "CAE-D040": Code(
        mark("An amount must be a number"),
        mark(
            "An amount is in euros excluding VAT, without quotes, space or currency, with a "
            "decimal point."
        ),
        mark("Write for example: 1200.50"),
    ),
    "CAE-D041": Code(
        mark("An amount has more than two decimals"),
        mark("Money is counted in whole cents."),
        mark("Round the amount to the cent, such as 450.50."),
    ),
    "CAE-D042": Code(
        mark("An amount is negative"),
        mark(
            "What is sold, paid or taken is written as a positive amount; only the balance of the "
            "treasury may be negative."
        ),
        mark("Remove the minus sign."),
    ),
    "CAE-D043": Code(
        mark("An amount is too large"),
        mark("No amount of a dossier exceeds a thousand billion euros."),
        mark("Correct the amount."),
    ),
    "CAE-D044": Code(
        mark("A number cannot be computed with"),
        mark(
            "nan, inf and numbers of more than a hundred digits are accepted by TOML, not by a "
            "dossier."
        ),
        mark("Write an ordinary number."),
    ),
    "CAE-D045": Code(
        mark("A rate or a quantity must be a number"),
        mark(
            "A rate is a number such as 0.12 (which is 12%), without quotes, comma or percent "
            "sign; a quantity is a number such as 14 or 2.5."
        ),
        mark("Write for example: 0.12"),
    ),
    "CAE-D046": Code(
        mark("A rate is outside its range"),
        mark(
            "A rate goes from 0 to 1: 0.12 is 12%, 1 is 100%. A yearly increase goes from -1 to 1."
        ),
        mark("Divide the percentage by 100: 12% is 0.12."),
    ),
    "CAE-D047": Code(
        mark("A number has too many decimals"),
        mark("Rates and quantities have at most eight decimals."),
        mark("Round the number to eight decimals."),
    ),
    "CAE-D048": Code(
        mark("A whole number is expected"),
        mark("Days, months and counts are whole numbers, without quotes or decimals."),
        mark("Write a whole number, such as 30."),
    ),
    "CAE-D049": Code(
        mark("A number is outside its range"),
        mark("Each count has a smallest and a largest value that make sense."),
        mark("Correct the number."),
    ),
    "CAE-D050": Code(
        mark("true or false is expected"),
        mark("This key is a yes or a no, written without quotes."),
        mark("Write true or false."),
    ),
    "CAE-D051": Code(
        mark("A text is expected"),
        mark("Names and labels are texts between quotes."),
        mark('Put the value between quotes, such as "Mairie de Gap".'),
    ),
    "CAE-D052": Code(
        mark("A text is empty"),
        mark("A name or a label tells things apart; it cannot be empty or blank."),
        mark("Write the name between the quotes."),
    ),
    "CAE-D053": Code(
        mark("A text is too long"),
        mark("A name or a label has at most 200 characters, so that tables stay readable."),
        mark("Shorten the text; a comment after # can hold the rest."),
    ),
    "CAE-D054": Code(
        mark("A date is expected"),
        mark("A date is year-month-day, without quotes and without an hour."),
        mark("Write for example: 2026-11-01"),
    ),
    "CAE-D055": Code(
        mark("A year is outside 1990 to 2199"),
        mark("A year outside is almost surely a slip of the keyboard."),
        mark("Correct the year."),
    ),
    "CAE-D056": Code(
        mark("A month is expected"),
        mark("A month is a text: year, hyphen, month from 01 to 12."),
        mark('Write for example: "2026-11"'),
    ),
    "CAE-D057": Code(
        mark("This recurrence is unknown"),
        mark(
            'A prestation or an expense recurs "once", each "week", "month", "quarter", '
            '"half-year" or "year", or every "N weeks" or "N months".'
        ),
        mark('Write for example "month", or "2 weeks".'),
    ),
    "CAE-D058": Code(
        mark("A day of the year is expected"),
        mark(
            "The yearly general meeting is a text: month, hyphen, day. 29 February is not a day of "
            "every year."
        ),
        mark('Write for example: "06-15"'),
    ),
    "CAE-D059": Code(
        mark("This word is not one of those expected"),
        mark("This key chooses between a few words."),
        mark("Write one of the words, between quotes."),
    ),
    "CAE-D060": Code(
        mark("A list is empty"),
        mark("A season without any month would never invoice."),
        mark("Write the months, such as [3, 4, 5], or remove the line for the whole year."),
    ),
    "CAE-D061": Code(
        mark("A value is not accepted"),
        mark("The value is not of the kind that this key holds."),
        mark("Compare with the documentation of this key."),
    ),
    "CAE-D062": Code(
        mark("Unknown terms of payment"),
        mark(
            "“30 days” counts from the invoice. “45 days, month end” counts the days, then goes on "
            "to that month's end; “month end, 45 days” goes to the month's end first. Months work "
            "the same way, and any of them may end in “, the 10th” (a day from 1 to 28)."
        ),
        mark('Write for example: payment = "45 days, month end"'),
    ),
    "CAE-D063": Code(
        mark("A list is too long"),
        mark(
            "At most a hundred people, contracts of one person, pauses, prices or targets of one "
            "thing, and steps of a rule are counted."
        ),
        mark("Keep those that matter."),
    ),
    "CAE-D064": Code(
        mark("It is too much to compute"),
        mark(
            "A file may ask for half a million dates in the months of its projection (from the "
            "start where a season, a pause or a month's visits need it), for six hundred months, "
            "and for a hundred expenses that follow turnover."
        ),
        mark("Record fewer or less frequent dates, a later start, or fewer months."),
    ),
}
