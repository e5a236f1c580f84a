"""The codes of everything that can be wrong with a dossier, each explained once.

A code never changes its meaning and is never used again for another one. `CAE-D…` is an error,
`CAE-E…` an edit that was refused, `CAE-W…` a doubt that blocks nothing.
"""

from typing import NamedTuple

from cae_cli.language import mark


class Code(NamedTuple):
    """What a code means: all three texts are marked for the catalogue."""

    title: str
    explanation: str
    remedy: str


CODES: dict[str, Code] = {
    # --- the file -------------------------------------------------------------------------
    "CAE-D001": Code(
        mark("There is no such file"),
        mark(
            "The dossier is looked for where --file says, else where $CAE_FILE says, else in "
            "cae.toml of the current folder."
        ),
        mark("Make a dossier with: cae init. Or name yours with --file."),
    ),
    "CAE-D002": Code(
        mark("A folder stands where the dossier should"),
        mark("The path names a folder; a dossier is one file."),
        mark("Give the path of the file itself, such as folder/cae.toml."),
    ),
    "CAE-D003": Code(
        mark("The file cannot be read"),
        mark("The system refuses to open or read the file."),
        mark("Check that the file belongs to you and that you may read it."),
    ),
    "CAE-D004": Code(
        mark("The file is too large"),
        mark(
            "A dossier of thousands of prestations is smaller than 1 MB; a larger file is "
            "something else, and is not read."
        ),
        mark("Check that you gave the path of a dossier."),
    ),
    "CAE-D005": Code(
        mark("The file is not text in UTF-8"),
        mark("Accented letters are stored in several ways; TOML asks for UTF-8."),
        mark("Open the file in a text editor and save it with the encoding UTF-8."),
    ),
    "CAE-D006": Code(
        mark("The file is empty"),
        mark("A dossier holds at least its format and the name of the activity."),
        mark("Make a dossier with: cae init."),
    ),
    # --- TOML -----------------------------------------------------------------------------
    "CAE-D010": Code(
        mark("A line cannot be understood"),
        mark(
            "Each line of a dossier is a header such as [treasury] or [[clients]], a key with its "
            "value (key = value), a comment that starts with #, or blank."
        ),
        mark("Compare the line with the examples of the documentation."),
    ),
    "CAE-D011": Code(
        mark("A value cannot be understood"),
        mark(
            "A value is a text between quotes, a number with a decimal point, a date such as "
            "2026-11-01, true or false, a list or a table."
        ),
        mark("Put a text between quotes; write a number without spaces, unit or comma."),
    ),
    "CAE-D012": Code(
        mark("The same thing is written twice"),
        mark(
            "A key or a table stands once. What repeats (clients, prestations…) has a header "
            "between double brackets."
        ),
        mark(
            "Keep one of the two, or write the header between double brackets, such as [[clients]]."
        ),
    ),
    "CAE-D013": Code(
        mark("Something is opened and not closed"),
        mark(
            "Quotes, brackets and braces come in pairs; a text between simple quotes ends on its "
            "line."
        ),
        mark("Close the quote, bracket or brace, here or on a line before."),
    ),
    "CAE-D014": Code(
        mark("A character does not belong in a text"),
        mark(
            "Between double quotes a backslash starts a special character, and control characters "
            "are not allowed."
        ),
        mark("Write \\\\ for a backslash, or put the text between single quotes: 'C:\\Dossiers'."),
    ),
    "CAE-D015": Code(
        mark("This day does not exist"),
        mark("A date is year-month-day, and the day must exist in that month."),
        mark("Correct the date, such as 2026-02-28."),
    ),
    "CAE-D016": Code(
        mark("Lists or tables are nested too deeply"),
        mark("Nothing in a dossier needs so many levels."),
        mark("Remove the brackets, braces or dots that are too many."),
    ),
    "CAE-D017": Code(
        mark("A number has too many digits"),
        mark("A number of thousands of digits cannot be an amount, a rate or a quantity."),
        mark("Correct the number."),
    ),
    # --- the format -----------------------------------------------------------------------
    "CAE-D020": Code(
        mark("The format is missing"),
        mark(
            "The first line of a dossier says by which rules it is read, so that later versions "
            "still understand it."
        ),
        mark("Write as the first line: format = 1"),
    ),
    "CAE-D021": Code(
        mark("The dossier was made by a newer version of cae"),
        mark("Its format is one that this version does not know."),
        mark("Update cae, for example with: pipx upgrade cae-cli"),
    ),
    "CAE-D022": Code(
        mark("The format is not a known one"),
        mark("The format is a whole number from 1 on."),
        mark("Write: format = 1"),
    ),
    # --- keys and shapes ------------------------------------------------------------------
    "CAE-D030": Code(
        mark("An unknown key"),
        mark(
            "A misspelt key would be silently ignored, and the answer would be wrong; so every key "
            "must be known."
        ),
        mark("Correct the key, or remove the line."),
    ),
    "CAE-D031": Code(
        mark("A key is missing"),
        mark("Some keys have no default that could be right for everyone."),
        mark("Add the key with its value."),
    ),
    "CAE-D032": Code(
        mark("A table is expected"),
        mark(
            "This key holds other keys: it is a header between brackets, or a table between braces."
        ),
        mark("Write a header such as [treasury], with its keys below it."),
    ),
    "CAE-D033": Code(
        mark("A list is expected"),
        mark("This key holds several values, or several tables."),
        mark(
            "Write tables with a header between double brackets, such as [[clients]]; values "
            "between brackets, such as [3, 4, 5]."
        ),
    ),
    # --- values ---------------------------------------------------------------------------
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
    # --- what does not fit together -------------------------------------------------------
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
    # --- edits ----------------------------------------------------------------------------
    "CAE-E001": Code(
        mark("Nothing has this name"),
        mark(
            "The dossier holds no client, person, prestation, expense or investment of that name."
        ),
        mark("See what is recorded with: cae list"),
    ),
    "CAE-E002": Code(
        mark("Several things have this name"),
        mark("The name does not tell which one is meant."),
        mark("Give them different names first."),
    ),
    "CAE-E003": Code(
        mark("The file cannot be edited safely"),
        mark(
            "Each edit is read again before it is written: the result must hold what was there and "
            "exactly the change. Here it would not, so nothing was written."
        ),
        mark("Make the change by hand."),
    ),
    "CAE-E004": Code(
        mark("The change would make the dossier wrong"),
        mark("What you asked for would break a rule of the dossier, so nothing was written."),
        mark("Correct what you typed."),
    ),
    "CAE-E005": Code(
        mark("A text cannot be written"),
        mark(
            "The text holds characters that do not exist in UTF-8, which happens when a terminal "
            "uses another encoding."
        ),
        mark("Type the text again, in a terminal set to UTF-8."),
    ),
    "CAE-E006": Code(
        mark("The file changed during the edit"),
        mark(
            "Another program wrote the dossier between its reading and its writing, so nothing was "
            "written."
        ),
        mark("Run the command again."),
    ),
    "CAE-E007": Code(
        mark("The file cannot be written"),
        mark("The system refuses to write the dossier or its folder."),
        mark("Check that the file and its folder are yours and not read-only."),
    ),
    "CAE-E008": Code(
        mark("The disk is full"),
        mark("There is no room to write the new state; the old one is untouched."),
        mark("Make room, then run the command again."),
    ),
    "CAE-E009": Code(
        mark("Another edit takes too long"),
        mark(
            "Edits wait for one another. The lock is freed by the system as soon as its program "
            "ends."
        ),
        mark("Wait for the other cae to end, then run the command again."),
    ),
    "CAE-E010": Code(
        mark("There is nothing to undo"),
        mark("The state before the last edit is kept beside the dossier; there is none."),
        "",
    ),
    "CAE-E011": Code(
        mark("The file changed since the last edit"),
        mark("Undoing would lose what was changed since, so nothing was written."),
        mark("Correct the file by hand."),
    ),
    "CAE-E012": Code(
        mark("The file exists already"),
        mark("A new dossier never replaces another file."),
        mark("Choose another name with --file, or add to the existing dossier."),
    ),
    "CAE-E013": Code(
        mark("Standard input cannot be edited"),
        mark("Commands that change the dossier need a file; - is for commands that only read."),
        mark("Name the file with --file."),
    ),
    # --- doubts ---------------------------------------------------------------------------
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
        mark("The treasury is old"),
        mark("The projection starts from a balance of more than six months ago."),
        mark("Record today's with: cae set treasury AMOUNT --month YYYY-MM"),
    ),
}  # fmt: skip
