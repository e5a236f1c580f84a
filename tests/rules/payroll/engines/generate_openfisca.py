"""Compute cases with OpenFisca-France, in an environment where it is installed.

    python generate_openfisca.py 176.1.8 8,10,11 < cases.csv > table.csv

Reads cases (month, hours, settings, gross) and writes them with the net and, for each headcount of
the argument, the employer cost. Settings: see `tables.py`. Contributions are taken each month
alone, a month has 30 days (otherwise February loses a part of its ceiling), reductions are those of
the month. A contract without hours is a part-time contract whose hours are deduced from pay and
whose ceiling is whole.
"""

import csv
import sys
from importlib import import_module
from importlib.metadata import version
from itertools import groupby
from typing import Any

np: Any = import_module("numpy")
builder: Any = import_module("openfisca_core.simulation_builder")
france: Any = import_module("openfisca_france")

FULL_MONTH = 151.67  # hours, as the engine counts them
PART_HOURS = 104
LEVIED_FROM = 11  # staff; the engine takes the rate of the levy as it is given
MODES = (
    ("cotisation_sociale_mode_recouvrement", "mensuel_strict"),
    ("allegement_general_mode_recouvrement", "anticipe"),
    ("allegement_cotisation_allocations_familiales_mode_recouvrement", "anticipe"),
    ("allegement_cotisation_maladie_mode_recouvrement", "anticipe"),
)


def simulation(system: Any, persons: int) -> Any:
    """Return a simulation of persons who live alone."""
    build = builder.SimulationBuilder()
    build.create_entities(system)
    names = np.array([str(person) for person in range(persons)])
    build.declare_person_entity("individu", names)
    for entity, role in (
        ("famille", "parent"),
        ("foyer_fiscal", "declarant"),
        ("menage", "personne_de_reference"),
    ):
        instance = build.declare_entity(entity, names)
        build.join_with_persons(instance, names, np.array([role] * persons))
    return build.build(system)


def without_hours(case: dict[str, str]) -> bool:
    return case["hours"] == "equivalent"


def of_month(system: Any, month: str, cases: list[dict[str, str]], staff: list[int]) -> Any:
    """Return net and cost: arrays of a row for each case and a column for each headcount.

    All the cases are contracts without hours, or none is: these are given their ceiling.
    """
    many = len(cases) * len(staff)

    def column(key: str) -> Any:
        return np.repeat(np.array([case[key] for case in cases]), len(staff))

    gross, hours, settings = column("gross").astype(float), column("hours"), column("settings")
    headcount = np.tile(np.array(staff), len(cases))
    law = system.get_parameters_at_instant(f"{month}-01")
    smic = law.marche_travail.salaire_minimum.smic.smic_b_horaire
    ceiling = law.prelevements_sociaux.pss.plafond_securite_sociale_mensuel
    share = np.minimum(gross / (smic * 1820 / 12), 1)
    counted = np.select(
        [hours == "part", hours == "equivalent"],
        [np.full(many, float(PART_HOURS)), FULL_MONTH * share],
        FULL_MONTH,
    )
    contract = np.where(hours == "full", "temps_plein", "temps_partiel")
    local, cover = settings == "local", settings == "cover"

    sim = simulation(system, many)
    for name, value in (
        ("salaire_de_base", gross),
        ("effectif_entreprise", headcount),
        ("nombre_jours_calendaires", np.full(many, 30)),
        ("contrat_de_travail", contract),
        ("heures_remunerees_volume", np.where(hours == "full", 0, counted)),
        ("categorie_salarie", np.full(many, "prive_non_cadre")),
        ("ratio_alternants", np.full(many, 0.0)),
        ("taux_accident_travail", np.where(local, 0.0224, 0.01)),
        ("taux_versement_transport", np.where(local & (headcount >= LEVIED_FROM), 0.02, 0)),
        ("complementaire_sante_montant", np.where(cover, 60, 0)),
        ("complementaire_sante_part_employeur", np.full(many, 0.5)),
        *((mode, np.full(many, choice)) for mode, choice in MODES),
    ):
        sim.set_input(name, month, value)
    if without_hours(cases[0]):
        sim.set_input("plafond_securite_sociale", month, np.full(many, ceiling))
    shape = len(cases), len(staff)
    net = sim.calculate("salaire_net_a_payer", month).reshape(shape)
    return net, sim.calculate("salaire_super_brut", month).reshape(shape)


def main() -> None:
    expected, counts = sys.argv[1:]
    installed = version("openfisca-france")
    if installed != expected:
        raise ValueError(installed, expected)
    staff = [int(count) for count in counts.split(",")]
    system = france.FranceTaxBenefitSystem()
    out = csv.writer(sys.stdout, lineterminator="\n")
    questions = csv.DictReader(sys.stdin)
    for (month, _), group in groupby(questions, lambda case: (case["month"], without_hours(case))):
        cases = list(group)
        net, cost = of_month(system, month, cases, staff)
        for case, nets, costs in zip(cases, net, cost, strict=True):
            if np.ptp(nets) > 0.01:
                raise ValueError(case, nets)  # net does not depend on the headcount
            shown = [f"{value:.2f}" for value in (nets[0], *costs)]
            out.writerow([*case.values(), *shown])


main()
