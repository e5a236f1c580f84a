"""Words of the field, explained: what `cae help CAPE` tells; the facts are those of the law."""

from difflib import get_close_matches
from typing import NamedTuple

from cae_cli.language import mark
from cae_cli.written.texts import folded

_NEAR = 0.75  # how alike two names must be


class Word(NamedTuple):
    """A word of the field."""

    title: str  # marked: as each language says it
    meaning: str  # marked
    names: tuple[str, ...]  # how one may ask for it, besides its titles
    command: str = ""  # what tells more


WORDS = (
    Word(
        mark("CAE, activity and employment cooperative"),
        mark(
            "A company that many entrepreneurs share: each runs an activity of their own, with its "
            "own accounts, and is paid by the cooperative, which invoices, keeps the books and "
            "supports them."
        ),
        ("CAE", "coopérative", "coopérative d'activité et d'emploi"),
        "cae cooperatives",
    ),
    Word(
        mark("CAPE, business-project support contract"),
        mark(
            "The test phase: not an employment contract, no salary by nature, and the former "
            "status (unemployment benefit among others) is kept. Twelve months at most, renewable "
            "twice: three periods and 36 months in all (article L127-2 of the Code de commerce)."
        ),
        ("CAPE", "contrat d'appui au projet d'entreprise", "test"),
        "cae timeline",
    ),
    Word(
        mark("CESA, entrepreneur-employee contract"),
        mark(
            "The employment contract of the cooperative: the entrepreneur becomes an employee of "
            "it, paid from the turnover of the activity. It says how pay and the contribution are "
            "computed (article L7331-2 of the Code du travail)."
        ),
        ("CESA", "contrat d'entrepreneur salarié associé", "contrat"),
        "cae timeline",
    ),
    Word(
        mark("Entrepreneur-employee"),
        mark(
            "Someone under a CESA who is not yet an associate. They are an employee: paid leave, "
            "unemployment insurance, pension; their hours are not counted."
        ),
        ("entrepreneur salarié", "ES", "entrepreneur"),
    ),
    Word(
        mark("Associate, member of the cooperative"),
        mark(
            "A member of the cooperative, who holds shares and votes. An entrepreneur under a CESA "
            "must become one within three years, the time under a CAPE or another contract with "
            "the cooperative being deducted; otherwise the contract ends (article L7331-3)."
        ),
        (
            "associé",
            "associée",
            "sociétaire",
            "ESA",
            "sociétariat",
            "membership",
            "three years",
            "trois ans",
        ),
        "cae timeline --only deadlines",
    ),
    Word(
        mark("Cooperative contribution"),
        mark(
            "What the cooperative keeps to pay for the services that all share: a share of what is "
            "invoiced, cashed or of the gross margin, by brackets, with floors, caps or fees. Each "
            "cooperative has its own rule."
        ),
        ("contribution", "contribution coopérative", "mutualisation", "prélèvement"),
        "cae cooperatives",
    ),
    Word(
        mark("Treasury"),
        mark(
            "The money that the activity has inside the cooperative: what clients have paid, less "
            "the contribution, the expenses, the investments and the pay."
        ),
        ("trésorerie", "compte d'activité", "activity account", "solde", "balance"),
        "cae set treasury 3200",
    ),
    Word(
        mark("Reserve"),
        mark(
            "What must stay in the treasury at each month's end for a pay to be called safe: a "
            "number of months of its employer cost (salary.reserve_months in the dossier)."
        ),
        ("réserve", "reserve_months", "matelas"),
    ),
    Word(
        mark("Net"),
        mark(
            "What reaches the bank account each month, before income tax: the gross less the "
            "employee's contributions."
        ),
        ("net", "salaire net", "net pay"),
        "cae salary --net 1500",
    ),
    Word(
        mark("Gross"),
        mark(
            "The pay that the contract states, before the employee's contributions. Pension "
            "quarters and benefits are counted on it."
        ),
        ("brut", "gross", "salaire brut"),
        "cae salary --gross 1900",
    ),
    Word(
        mark("Employer cost"),
        mark(
            "All that a pay costs the activity: the gross and the employer's contributions, less "
            "the general reduction. It is what leaves the treasury."
        ),
        ("coût global", "coût", "superbrut", "salaire chargé", "cost", "employer cost"),
        "cae salary --cost 2000",
    ),
    Word(
        mark("General reduction"),
        mark(
            "What the State takes off the employer's contributions on low pay: the most at the "
            "SMIC, then less and less as the pay rises, until it is nothing."
        ),
        ("réduction générale", "fillon", "RGDU", "allègement"),
        "cae rules",
    ),
    Word(
        mark("Equivalent hours"),
        mark(
            "A CESA counts no hours. Where a rule needs some, they are deduced from the pay: what "
            "it would be at the hourly SMIC, up to a full time."
        ),
        ("équivalent-heures", "heures", "hours", "équivalent heures"),
        "cae salary --hours equivalent",
    ),
    Word(
        mark("Fixed part"),
        mark(
            "The part of a CESA's pay that is paid each month, a flat amount set from the minimum "
            "activity of the contract (article R7331-11 of the Code du travail)."
        ),
        ("part fixe", "fixe"),
    ),
    Word(
        mark("Variable part"),
        mark(
            "The part of a CESA's pay that follows the turnover of the year, less the charges of "
            "the activity and the contribution. Advances may be paid each month; the balance at "
            "most one month after the meeting that approves the accounts (article R7331-12)."
        ),
        ("part variable", "variable", "régularisation", "acompte sur part variable"),
    ),
    Word(
        mark("Smoothing"),
        mark(
            "The same pay each month from uneven income: the treasury of the good months carries "
            "the others. A pay that lasts is one that the work of a year covers."
        ),
        ("lissage", "lisser", "smooth", "smoothing", "salaire lissé"),
    ),
    Word(
        mark("Lasting pay"),
        mark(
            "A pay that keeps the reserve for a year or more, and that the work of that year "
            "covers. One that holds without lasting lives on savings, and then ends."
        ),
        (
            "net durable",
            "durable",
            "durablement",
            "lasting",
            "lasts",
            "tient",
            "holds",
            "sur vos réserves",
            "on reserves",
        ),
        "cae simulate",
    ),
    Word(
        mark("Prestation"),
        mark(
            "A service sold to a client, once or at a rhythm. Each of its dates is an invoice; the "
            "client pays it later, by the terms of payment."
        ),
        ("prestation", "service", "mission"),
        "cae help add-prestation",
    ),
    Word(
        mark("Signed, expected, all"),
        mark(
            "Three views of the same activity. Signed: only what is certain. Expected: each amount "
            "multiplied by the chance that it is signed. All: as if every quote were signed."
        ),
        (
            "signed",
            "expected",
            "all",
            "signé",
            "attendu",
            "probabilité",
            "probability",
            "devis",
            "view",
            "vue",
        ),
        "cae simulate --view expected",
    ),
    Word(
        mark("Invoiced, cashed, receivable"),
        mark(
            "Invoiced: what is asked of the clients in a month, excluding VAT. Cashed: what they "
            "pay in it. Receivable: what is invoiced and not yet paid."
        ),
        (
            "facturé",
            "encaissé",
            "invoiced",
            "cashed",
            "receivable",
            "encaissement",
            "à encaisser",
            "HT",
        ),
    ),
    Word(
        mark("ARE, unemployment benefit"),
        mark(
            "It is kept in full during a CAPE without pay. Under a CESA, a pay takes days off it: "
            "days that are kept for later."
        ),
        ("ARE", "chômage", "allocation", "unemployment", "benefit", "france travail"),
    ),
    Word(
        mark("ACRE"),
        mark(
            "A relief of contributions for those who start an activity, under conditions of status "
            "(a job seeker with benefit, RSA, under 26…) judged on the day the CAPE is concluded. "
            "It concerns the CAPE, not a CESA, which is employment."
        ),
        ("ACRE", "exonération", "accre"),
    ),
    Word(
        mark("SMIC"),
        mark("The minimum wage of an hour; many thresholds of payroll are multiples of it."),
        ("SMIC", "minimum wage"),
        "cae rules",
    ),
)


def find(asked: str) -> Word | None:
    """Return the word that is asked for, by any of its names, in capitals or without accents."""
    wanted = folded(asked)
    for word in WORDS:
        if any(folded(name) == wanted for name in word.names):
            return word
    return None


def nearest_name(asked: str) -> str | None:
    """Return the name nearest to one that no word has."""
    known = {folded(name): name for word in WORDS for name in word.names}
    close = get_close_matches(folded(asked), known, 1, _NEAR)
    return known[close[0]] if close else None


def names() -> list[str]:
    """Return one name of each word, for completion: its first."""
    return [word.names[0] for word in WORDS]
