"""French words for the keys of the file and their values, and what the file calls them."""

from cae_cli.written.texts import folded

#: What French says, folded → the keys or words that it may stand for.
_MEANT = {
    "activite": "activity", "metier": "trade", "nom": "name label", "libelle": "label",
    "intitule": "label", "titre": "label", "tresorerie": "treasury balance",
    "solde": "balance treasury", "mois": "months month", "saison": "months",
    "cooperative": "cooperative", "modele": "preset", "assemblee": "general_meeting",
    "ag": "general_meeting", "assemblee_generale": "general_meeting", "assiette": "base",
    "tranches": "brackets", "jusqu_a": "up_to until", "taux": "rate", "plancher": "floor_per_year",
    "plafond": "cap_per_year", "effectif": "headcount", "at_mp": "work_accident_rate",
    "versement_mobilite": "mobility_rate", "mutuelle": "health_insurance",
    "prevoyance": "provident", "medecine_du_travail": "occupational_health",
    "patronal": "employer", "salarial": "employee", "salaire": "salary", "net": "net_target",
    "objectif": "net_target", "salaire_net": "net_target", "reserve": "reserve_months",
    "personnes": "entrepreneurs", "entrepreneur": "entrepreneurs", "contrats": "contracts",
    "contrat": "contracts", "type": "kind", "genre": "kind", "nature": "kind", "debut": "start",
    "depart": "start", "fin": "end", "jusqu_au": "end", "associe_depuis": "associate_since",
    "fin_are": "unemployment_benefit_until", "are": "benefit unemployment_benefit_until",
    "prestation": "prestations", "client": "clients", "paiement": "payment",
    "delai": "payment", "conditions": "payment", "fin_de_mois": "payment",
    "mois_fermes": "closed_months", "interne": "internal", "montant": "amount", "prix": "amount",
    "tarif": "rate amount", "quantite": "quantity", "heures": "quantity", "rythme": "every",
    "frequence": "every", "periodicite": "every", "tous_les": "every", "nombre": "count",
    "fois": "count", "pauses": "pauses", "augmentation": "yearly_increase",
    "probabilite": "probability", "chance": "probability", "devis": "quote", "cout": "cost",
    "depenses": "expenses", "depense": "expenses", "charges": "expenses", "frais": "expenses",
    "direct": "direct", "part_du_ca": "share_of_turnover", "investissements": "investments",
    "investissement": "investments", "achats": "investments", "jour": "date",
    "hypotheses": "assumptions", "chiffre_d_affaires": "turnover", "ca": "turnover",
    "marge": "margin", "facture": "invoiced", "encaisse": "cashed", "annee": "year",
    "entree": "entry", "annuel": "annual year", "mensuel": "monthly month", "autre": "other",
    "associe": "associate",
}  # fmt: skip


def keys_meant(word: str) -> tuple[str, ...]:
    """Return what the file may call what French calls so."""
    plain = folded(word).replace("'", "_").replace(" ", "_").replace("-", "_")
    return tuple(_MEANT.get(plain, "").split())
