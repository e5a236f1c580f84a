"""What must fit in the what-ifs of a dossier, and in what its cooperative lets stay."""

from collections.abc import Iterator

from cae_cli.dossier.model import Dossier, Scenario, Settlement
from cae_cli.dossier.problems.findings import Finding, Known
from cae_cli.language import say


def clients_of_scenarios(dossier: Dossier, _known: Known) -> Iterator[Finding]:
    """A client who leaves is one that is recorded."""
    names = {client.name for client in dossier.clients}
    for index, scenario in enumerate(dossier.scenarios):
        for at, name in enumerate(scenario.without_client):
            if name not in names:
                yield _unknown(name, sorted(names), ("scenarios", index, "without_client", at))


def _unknown(name: str, names: list[str], path: tuple[str | int, ...]) -> Finding:
    from cae_cli.toml.nearest import nearest  # noqa: PLC0415 - only a wrong file pays for it

    close = nearest(name, names)
    what = say("there is no client “{name}”.", name=name[:60])
    remedy = say('Did you mean "{word}"?', word=close) if close else None
    return Finding("CAE-D090", path, what, remedy)


def cooperative_of_scenario(scenario: Scenario, known: Known) -> Iterator[Finding]:
    """The other cooperative is one that ships with the program."""
    other = scenario.cooperative
    if other is None or known.presets is None or other in known.presets:
        return
    from cae_cli.toml.nearest import nearest  # noqa: PLC0415 - only a wrong file pays for it

    close = nearest(other, known.presets)
    what = say("the cooperative “{preset}” is unknown.", preset=other[:60])
    remedy = say('Did you mean "{word}"?', word=close) if close else None
    yield Finding("CAE-D076", ("cooperative",), what, remedy)


def month_of_settlement(settlement: Settlement, _known: Known) -> Iterator[Finding]:
    """A month is told with “until”, and only then."""
    if settlement.carry == "until" and settlement.until is None:
        what = say("“until” is missing: by the end of which month?")
        yield Finding("CAE-D091", ("carry",), what, say("Add: {line}", line="until = 7"))
    elif settlement.carry != "until" and settlement.until is not None:
        what = say('“until” goes with carry = "until" only.')
        yield Finding("CAE-D091", ("until",), what)
