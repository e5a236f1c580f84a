"""Known cooperatives: their published rules, as dated data (one file of `data/` each)."""

import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

from cae_cli.errors import CaeError
from cae_cli.language import Bilingual, say
from cae_cli.money import share, to_cents
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.rules.contribution_rule import ContributionRule, resolve

_DATA = Path(__file__).parent / "data" / "cooperatives"
_SUFFIX = ".toml"

#: published: by the cooperative itself. reported: by someone else. unconfirmed: by the cooperative,
#: but whether it is in force (or what its own example applies) is not certain.
Certainty = Literal["published", "reported", "unconfirmed"]
#: unknown: what the page leaves open. caveat: what the figures leave out, or may have wrong.
#: relief: cases that are spared. practice: how things are done there.
NoteKind = Literal["unknown", "caveat", "relief", "practice"]

#: Cooperatives without a minimum pay of their own: 10 hours at the SMIC (practice of Optéos, 2019,
#: and of Artefacts, 2016).
USUAL_MINIMUM_HOURS = Decimal(10)


class PageDate(NamedTuple):
    """The date a page bears: a month, or a year only, or none."""

    year: int | None = None
    month: Month | None = None

    @property
    def last_month(self) -> Month | None:
        """The last month the date can mean."""
        if self.month is not None or self.year is None:
            return self.month
        return Month(self.year * MONTHS_IN_YEAR + MONTHS_IN_YEAR - 1)


class Publication(NamedTuple):
    """Where data comes from."""

    publisher: str
    page: str
    dated: PageDate
    certainty: Certainty


class MinimumPay(NamedTuple):
    """The least a cooperative pays: one of gross or net (cents a month) or hours at the SMIC."""

    gross: int | None
    net: int | None
    hours: Decimal | None


class FirstSalaryPractice(NamedTuple):
    """What a cooperative asks before a first salary."""

    minimum: MinimumPay | None
    months: int | None  # of salary one must be able to foresee
    page: str
    dated: PageDate


class CapePractice(NamedTuple):
    """The CAPE periods usual in a cooperative, in months, where published."""

    period: int | None  # months of one period
    renewals: int | None
    shortest: int | None  # months in all
    longest: int | None
    page: str
    dated: PageDate


class Provision(NamedTuple):
    """Money set aside at entry: an advance on the floor of some months, not more contribution."""

    amount: int  # cents
    months: int


class DataNote(NamedTuple):
    """A remark of the data, in both languages."""

    kind: NoteKind
    text: Bilingual


class Preset(NamedTuple):
    """A known cooperative."""

    id: str
    name: str
    rule: ContributionRule
    source: Publication
    assumed: Sequence[str]  # keys of the rule that the page leaves open or ambiguous
    notes: Sequence[DataNote]
    first_salary: FirstSalaryPractice | None
    cape: CapePractice | None
    provision: Provision | None


class PayrollOfMonth(Protocol):
    """What a minimum pay needs of the payroll of a month."""

    @property
    def smic_hourly(self) -> int: ...

    def gross_for_net(self, net: int) -> int: ...


class CooperativeRules(NamedTuple):
    """The rules in force for a dossier: a known cooperative, one's own keys, or none."""

    preset: Preset | None
    own: ContributionRule  # the keys of the dossier, as it gives them
    rule: ContributionRule  # both together
    elsewhere: bool = False  # asked for in the place of those of the dossier

    @classmethod
    def of(cls, preset_id: str | None, own: ContributionRule) -> "CooperativeRules":
        """Return the rules of a dossier; without preset, its own.

        Raises:
            CaeError: no such preset.
        """
        if preset_id is None:
            return cls(None, own, own)
        known = preset(preset_id)
        return cls(known, own, resolve(known.rule, own))

    @classmethod
    def elsewhere_than(cls, preset_id: str | None, other_id: str) -> "CooperativeRules":
        """Return the rules of a known cooperative, for a dossier of the same or of another one.

        Args:
            preset_id: the cooperative of the dossier, if it is a known one.
            other_id: the cooperative asked for; keys of the dossier do not apply to it.

        Raises:
            CaeError: no such preset.
        """
        found = cls.of(other_id, ContributionRule())
        return found._replace(elsewhere=preset_id != other_id)

    @property
    def told(self) -> bool:
        """Whether any rule is known: without, the contribution is 0 (and a warning is due)."""
        return self.preset is not None or bool(self.own.model_fields_set)

    def minimum_gross(self, payroll: PayrollOfMonth) -> int:
        """Return the cooperative's minimum pay of a month, gross, in cents."""
        first_salary = self.preset.first_salary if self.preset else None
        minimum = first_salary.minimum if first_salary else None
        if minimum is None:
            return share(payroll.smic_hourly, USUAL_MINIMUM_HOURS)
        if minimum.gross is not None:
            return minimum.gross
        if minimum.net is not None:
            return payroll.gross_for_net(minimum.net)
        return share(payroll.smic_hourly, minimum.hours or USUAL_MINIMUM_HOURS)


@lru_cache(maxsize=1)
def preset_ids() -> tuple[str, ...]:
    """Return the ids of all known cooperatives, in alphabetical order; no file is read."""
    found = (path.name for path in _DATA.iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in found if name.endswith(_SUFFIX)))


@lru_cache
def preset(preset_id: str) -> Preset:
    """Return a known cooperative.

    Raises:
        CaeError: no cooperative has this id.
    """
    if preset_id not in preset_ids():  # before any path is made of it
        raise CaeError(
            say("No known cooperative is called “{id}”.", id=preset_id),
            say("Known are: {ids}.", ids=list(preset_ids())),
            "CAE-C001",
        )
    with (_DATA / f"{preset_id}{_SUFFIX}").open("rb") as file:
        return _preset(preset_id, tomllib.load(file, parse_float=Decimal))


def _preset(preset_id: str, data: Mapping[str, Any]) -> Preset:
    entry = data.get("entry")
    return Preset(
        id=preset_id,
        name=data["name"],
        rule=ContributionRule.model_validate(data["contribution"]),
        source=_publication(data["source"]),
        assumed=tuple(data.get("assumed", ())),
        notes=tuple(
            DataNote(note["kind"], Bilingual(note["fr"], note["en"]))
            for note in data.get("notes", ())
        ),
        first_salary=_first_salary(data.get("first_salary")),
        cape=_cape(data.get("cape")),
        provision=Provision(to_cents(entry["provision"]), entry["months"]) if entry else None,
    )


def _publication(data: Mapping[str, Any]) -> Publication:
    return Publication(data["publisher"], data["page"], _dated(data), data["certainty"])


def _dated(data: Mapping[str, Any]) -> PageDate:
    text = data.get("dated")
    if text is None:
        return PageDate()
    if "-" in text:
        month = Month.parse(text)
        return PageDate(month.year, month)
    return PageDate(int(text))


def _first_salary(data: Mapping[str, Any] | None) -> FirstSalaryPractice | None:
    if data is None:
        return None
    hours = Decimal(data["hours"]) if "hours" in data else None
    pay = MinimumPay(_cents(data, "gross"), _cents(data, "net"), hours)
    minimum = pay if any(part is not None for part in pay) else None
    return FirstSalaryPractice(minimum, data.get("months"), data["page"], _dated(data))


def _cents(data: Mapping[str, Any], key: str) -> int | None:
    return to_cents(data[key]) if key in data else None


def _cape(data: Mapping[str, Any] | None) -> CapePractice | None:
    if data is None:
        return None
    return CapePractice(
        data.get("period"),
        data.get("renewals"),
        data.get("shortest"),
        data.get("longest"),
        data["page"],
        _dated(data),
    )
