"""Terms of payment as people say them, in the words of the file; values by hand."""

import pytest

from cae_cli.written.terms import payment_of

SAID = """
on invoice                       à réception | à réception de facture | comptant | on receipt
on invoice                       due on receipt | immédiat | Immediately | dès réception
30 days                          30 jours | 30 j | 30j | à 30 jours | sous 30 jours | 30
30 days                          30 jours nets | net 30 | 30 jours date de facture | trente jours
30 days                          within 30 days
60 days                          60 days | soixante jours
45 days, month end               45 jours fin de mois | 45 j FDM | 45 days end of month
45 days, month end               45 days, month end | quarante-cinq jours fin de mois
45 days, month end               45 jours puis fin de mois
month end, 45 days               fin de mois + 45 jours | fin de mois, 45 jours | month end, 45 days
month end, 45 days               fin de mois puis 45 jours | end of month 45 days
0 days, month end                fin de mois | à la fin du mois | month end | end of the month
0 days, month end, the 10        fin de mois le 10 | le 10 du mois suivant
0 days, month end, the 10        the 10th of the next month
30 days, month end, the 10       30 jours fin de mois le 10 | 30 days, month end, the 10th
1 months, month end              fin du mois suivant | end of the following month
1 months, month end              1 mois fin de mois | fin de mois prochain
2 months                         2 mois | deux mois | 2 months
30 days, the 15                  30 jours le 15
"""


@pytest.mark.parametrize("line", SAID.strip().splitlines())
def test_what_has_one_reading_is_understood(line: str) -> None:
    words, said = line[:33].strip(), line[33:].split("|")
    for text in said:
        assert payment_of(text) == words, text


@pytest.mark.parametrize(
    "text",
    ["", "soon", "bientôt", "fin", "jours", "30 jours fin de semaine", "30 jours 45 jours",
     "30 jours après la livraison", "1000 jours", "-30 jours", "30,5 jours", "le 10"],
)  # fmt: skip
def test_what_says_something_else_is_not(text: str) -> None:
    assert payment_of(text) is None
