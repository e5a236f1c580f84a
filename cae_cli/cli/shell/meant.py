"""Which command, option or key was meant: French words lead to the right one, slips to the nearest.

No suggestion is one that destroys, unless the person typed a word for it.
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from cae_cli.written.texts import folded

_NEAR = 0.75  # how alike two words must be: below, a suggestion is nonsense
_VERY_NEAR = 0.9
_MOST = 8  # commands told for a verb alone

_VERBS = {
    "add": ("add", "ajouter", "ajout", "ajoute", "creer", "nouveau", "nouvelle", "new", "create"),
    "edit": ("edit", "modifier", "modification", "modifie", "changer", "change", "corriger",
             "update", "modify"),
    "remove": ("remove", "supprimer", "suppression", "supprime", "enlever", "effacer", "retirer",
               "oter", "delete", "rm", "del"),
    "rename": ("rename", "renommer"),
}  # fmt: skip
_NOUNS = {
    "client": ("client", "clients", "customer", "cliente"),
    "prestation": ("prestation", "prestations", "mission", "service", "offre"),
    "entrepreneur": ("entrepreneur", "entrepreneurs", "entrepreneure", "entrepreneuse", "personne",
                     "person", "associe", "associee"),
    "contract": ("contract", "contrat", "contrats", "cape", "cesa"),
    "expense": ("expense", "depense", "depenses", "charge", "charges", "frais", "achat"),
    "investment": ("investment", "investissement", "investissements", "materiel"),
}  # fmt: skip
#: Commands of one word, and what is said for each.
_COMMANDS = {
    "simulate": ("simuler", "simulation", "simule", "projection", "prevision", "previsions",
                 "premier-salaire", "quand", "forecast"),
    "timeline": ("echeances", "echeance", "echeancier", "calendrier", "dates", "frise", "agenda",
                 "chronologie", "calendar", "deadlines"),
    "salary": ("salaire", "salaires", "paie", "paye", "remuneration", "combien", "pay", "net",
               "brut", "bulletin", "payslip"),
    "rules": ("regles", "regle", "bareme", "baremes", "taux", "cotisations", "smic"),
    "cooperatives": ("cooperative", "coop", "coops", "cae"),
    "init": ("initialiser", "commencer", "debuter", "demarrer", "start", "begin", "dossier"),
    "list": ("liste", "lister", "voir", "afficher", "montrer", "ls", "show", "clients",
             "prestations", "depenses", "recap", "resume"),
    "check": ("verifier", "verification", "verifie", "controler", "controle", "valider",
              "validate", "lint"),
    "set": ("definir", "regler", "fixer", "mettre", "tresorerie", "solde", "treasury", "objectif"),
    "edit": ("editer", "ouvrir", "open", "editeur"),
    "undo": ("annuler", "annulation", "annule", "defaire", "revenir", "retour", "cancel"),
    "redo": ("refaire", "retablir", "reappliquer"),
    "help": ("aide", "aidez-moi", "aide-moi", "secours", "manuel", "man", "glossaire", "lexique"),
    "schema": ("schema-json", "json-schema"),
    "sign": ("signer", "signe", "signature", "gagne", "won", "accepter", "accepte"),
    "lost": ("perdu", "perdre", "perdue", "refuse", "decline"),
    "levers": ("leviers", "levier", "lever"),
    "smooth": ("lisser", "lissage"),
    "decide": ("decider", "decision", "risque", "risk"),
    "compare": ("comparer", "comparaison", "comparatif", "scenarios"),
    "explain": ("expliquer", "explication", "pourquoi", "why"),
    "quote": ("devis", "chiffrer", "tarif"),
    "import": ("importer", "factures", "invoices"),
    "household": ("foyer", "menage", "are", "chomage"),
    "report": ("rapport", "imprimer", "pdf", "html"),
    "portfolio": ("portefeuille", "dossiers"),
}  # fmt: skip
_DESTROYS = ("remove", "lost", "undo", "redo")

_OPTIONS = {
    "--amount": ("--montant", "--prix", "--price"),
    "--rate": ("--taux", "--tarif", "--tjm", "--taux-horaire"),
    "--quantity": ("--quantite", "--heures", "--jours"),
    "--every": ("--rythme", "--frequence", "--tous-les", "--periode"),
    "--start": ("--debut", "--depart", "--a-partir-de", "--commence"),
    "--end": ("--fin", "--jusqu-au"),
    "--count": ("--nombre", "--fois"),
    "--months": ("--mois", "--saison"),
    "--month": ("--mois",),
    "--probability": ("--probabilite", "--chance"),
    "--payment": ("--paiement", "--delai", "--echeance", "--conditions"),
    "--file": ("--fichier", "--dossier"),
    "--output": ("--sortie",),
    "--lang": ("--langue", "--language"),
    "--today": ("--aujourdhui", "--date-du-jour"),
    "--help": ("--aide",),
    "--name": ("--nom",),
    "--label": ("--libelle", "--intitule"),
    "--joined": ("--entree", "--depuis"),
    "--from": ("--depuis", "--du"),
    "--to": ("--au",),
    "--view": ("--vue",),
    "--gross": ("--brut",),
    "--cost": ("--cout", "--cout-global", "--budget"),
    "--turnover": ("--ca", "--chiffre-affaires", "--chiffre-d-affaires"),
    "--headcount": ("--effectif",),
    "--yes": ("--oui",),
    "--color": ("--couleur", "--colour"),
    "--balance": ("--solde", "--tresorerie", "--treasury"),
    "--date": ("--jour",),
    "--hours": ("--heures",),
    "--monthly": ("--mensuel", "--mois-par-mois"),
    "--why": ("--pourquoi",),
    "--chart": ("--graphique",),
    "--check": ("--verifier",),
    "--version": ("-v", "-V"),
}  # fmt: skip


def commands_meant(typed: str, known: Iterable[str]) -> Sequence[str]:
    """Return the commands that a word which is none of them may stand for, the likeliest first."""
    names = list(known)
    word = folded(typed).replace("_", "-").replace(" ", "-")
    verb = next((verb for verb, said in _VERBS.items() if word.split("-")[0] in said), None)
    if verb is not None:
        noun = word.partition("-")[2]
        told = next((one for one, said in _NOUNS.items() if noun in said), None)
        exact = f"{verb}-{told}"
        if exact in names:
            return [exact]
        of_verb = [name for name in names if name.startswith(f"{verb}-")]
        if not noun:
            return of_verb[:_MOST]
        return get_close_matches(f"{verb}-{noun}", of_verb, 1, _NEAR)
    for command, said in _COMMANDS.items():
        if word in said and command in names:
            return [command]
    return _nearest(word, names)


def _nearest(word: str, names: Sequence[str]) -> Sequence[str]:
    harmless = [name for name in names if not name.startswith(_DESTROYS)]
    close = get_close_matches(word, harmless, 1, _NEAR)
    said = {one: command for command, every in _COMMANDS.items() for one in every}
    return (
        close
        or [said[one] for one in get_close_matches(word, said, 1, _VERY_NEAR) if said[one] in names]
        or get_close_matches(word, names, 1, _VERY_NEAR)
    )


def option_meant(typed: str, known: Sequence[str]) -> str | None:
    """Return the option that was meant by one which the command has not."""
    word = folded(typed)
    for option, said in _OPTIONS.items():
        if word in said and option in known:
            return option
    close = get_close_matches(word, [name for name in known if name.startswith("--")], 1, _NEAR)
    return close[0] if close and close[0] != "--yes" else None
