"""The codes of files that are no dossier: `CAE-D001` to `CAE-D033`."""

from cae_cli.codes.code import Code
from cae_cli.language import mark

FILE_CODES: dict[str, Code] = {
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
        mark(
            "A number of more than 28 digits, or with an exponent such as 1e-999, cannot be an "
            "amount, a rate or a quantity."
        ),
        mark("Correct the number."),
    ),
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
}
