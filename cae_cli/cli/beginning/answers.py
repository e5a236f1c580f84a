"""What a new dossier is made of, as it was typed: for each person, what is theirs."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from cae_cli.cli.shell import numbers, values
from cae_cli.errors import UsageError
from cae_cli.language import say
from cae_cli.toml.values import euros

_Value = TypeVar("_Value")
_ONE_DAY = dt.timedelta(1)


class Texts(NamedTuple):
    """What was typed for the people, each flag once for all or once for each."""

    joined: Sequence[str] = ()
    cesa: Sequence[str] = ()
    associate_since: Sequence[str] = ()
    benefit_until: Sequence[str] = ()
    net: Sequence[str] = ()


class Newcomer(NamedTuple):
    """A person of the new dossier."""

    name: str
    joined: dt.date | None = None  # start of the CAPE
    cesa: dt.date | None = None  # signed
    associate_since: dt.date | None = None
    benefit_until: dt.date | None = None
    net: int | None = None  # cents; None: the common target

    def table(self) -> dict[str, object]:
        """Return the table of the file; its contracts are a list of entries.

        Raises:
            UsageError: the CESA is not signed after the CAPE began.
        """
        if self.joined is not None and self.cesa is not None and self.cesa <= self.joined:
            raise UsageError(
                say("The CESA of “{name}” is signed on {cesa}, not after the CAPE began, {joined}.",
                    name=self.name, cesa=self.cesa, joined=self.joined),
                say("Give {flag} the day of signature; without a CAPE, leave {other} out.",
                    flag="--cesa", other="--joined"),
            )  # fmt: skip
        contracts: list[dict[str, object]] = []
        if self.joined is not None:
            end = None if self.cesa is None else self.cesa - _ONE_DAY
            contracts.append({"kind": "cape", "start": self.joined, "end": end})
        if self.cesa is not None:
            contracts.append({"kind": "cesa", "start": self.cesa})
        return {
            "name": self.name,
            "net_target": None if self.net is None else euros(self.net),
            "unemployment_benefit_until": self.benefit_until,
            "associate_since": self.associate_since,
            "contracts": contracts or None,
        }


def newcomers(names: Sequence[str], texts: Texts) -> tuple[list[Newcomer], int | None]:
    """Return the people, and the net target they have in common.

    Raises:
        UsageError: a flag is given neither once nor once for each, or cannot be read.
    """
    count = len(names)
    joined = _each(texts.joined, count, "--joined", values.day)
    cesa = _each(texts.cesa, count, "--cesa", values.day)
    since = _each(texts.associate_since, count, "--associate-since", values.day)
    until = _each(texts.benefit_until, count, "--benefit-until", values.day)
    nets = _each(texts.net, count, "--net", numbers.amount)
    common = nets[0] if len(set(nets)) == 1 else None
    own = [None] * count if common is not None else nets
    columns = zip(names, joined, cesa, since, until, own, strict=True)
    return [Newcomer(*person) for person in columns], common


def _each(
    texts: Sequence[str], count: int, flag: str, read: Callable[[str, str], _Value]
) -> list[_Value | None]:
    """Return the value of a flag for each person; an empty text is none."""
    if len(texts) not in {0, 1, count}:
        raise UsageError(
            say("{flag} is given {times} times for {count} people.",
                flag=flag, times=len(texts), count=count),
            say("Give it once for all, or once for each in the order of {other}; '' for none.",
                other="--entrepreneur"),
        )  # fmt: skip
    found = [read(text, flag) if text.strip() else None for text in texts]
    return found * count if len(found) == 1 else found or [None] * count
