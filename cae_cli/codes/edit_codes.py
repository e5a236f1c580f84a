"""The codes of edits that were refused (`CAE-E…`) and of doubts that block nothing (`CAE-W…`)."""

from cae_cli.codes.code import Code
from cae_cli.language import mark

EDIT_CODES: dict[str, Code] = {
    "CAE-E001": Code(
        mark("Nothing has this name"),
        mark(
            "The dossier holds no client, person, contract, prestation, expense or investment of "
            "that name."
        ),
        mark("See what is recorded with: cae list"),
    ),
    "CAE-E002": Code(
        mark("Several things have this name"),
        mark("The name does not tell which one is meant."),
        mark("Tell which one with --start, --date, --kind or --number, as the message says."),
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
        mark("The last edits are kept beside the dossier; there is none that is not undone."),
        "",
    ),
    "CAE-E011": Code(
        mark("The file changed since the last edit"),
        mark("Undoing, or doing again, would lose what was changed since, so nothing was written."),
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
    "CAE-E014": Code(
        mark("The name is taken already"),
        mark("Commands find clients and people by their names, so two of them cannot share one."),
        mark("Choose another name."),
    ),
    "CAE-E015": Code(
        mark("It is signed already"),
        mark("A prestation whose probability is 1, or not told, is certain: no quote is awaited."),
        mark("Change it with: cae edit-prestation, or end it with --end"),
    ),
    "CAE-E016": Code(
        mark("A CAPE is still open"),
        mark(
            "Nothing follows a contract that has no end: the CAPE ends the day before the CESA is "
            "signed."
        ),
        mark("Add --close-cape, or write its end first: cae edit-contract"),
    ),
    "CAE-E017": Code(
        mark("The file has several names"),
        mark(
            "A hard link gives one file several names. A file replaced in one step would keep one "
            "of them only, so nothing was written."
        ),
        mark("Make it a file of its own first: copy it, and move the copy in its place."),
    ),
    "CAE-E018": Code(
        mark("There is nothing to do again"),
        mark("What was undone can be done again until the next change of the dossier."),
        "",
    ),
}
