"""Values that hold from a day or a month on, and days left out, as a person types them.

Several are separated by semicolons: "2027-01-01: 480; 2028-01-01: 495,50".
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from cae_cli.cli.changes.flags import euros
from cae_cli.cli.shell import numbers, values
from cae_cli.errors import UsageError
from cae_cli.language import Said, say

if TYPE_CHECKING:
    from cae_cli.dossier.changing import Added

_BETWEEN = r"\s*\.\.\.?\s*|\s+(?:to|au|à|jusqu'au|-|–|→)\s+"
_TIMES = r"\s*[x×*]\s*"
_ANY_YEAR = 2023  # without a 29 February, which is no yearly day


def _added(entries: Iterable[Mapping[str, object]]) -> "Added":
    from cae_cli.dossier.changing import Added

    return Added(entries)


def pauses(text: str, flag: str) -> "Added":
    """Read days left out: "2027-07-15..2027-08-31; 2027-12-24", both ends included."""
    return _added(_pause(part, flag) for part in _parts(text, r"[;,]"))


def _pause(text: str, flag: str) -> dict[str, object]:
    first, *rest = re.split(_BETWEEN, text)
    if len(rest) > 1:
        what = say("“{text}” is not a pause.", text=text)
        raise values.refused(flag, what, _example("2027-07-15..2027-08-31"))
    begins = values.day(first, flag)
    ends = values.day(rest[0], flag) if rest else begins
    if ends < begins:
        what = say("the pause ends on {last}, before it begins on {first}.",
                   last=ends, first=begins)  # fmt: skip
        raise values.refused(flag, what, say("Type {example}.", example=f"{ends}..{begins}"))
    return {"from": begins, "to": ends}


def prices(text: str, flag: str) -> "Added":
    """Read prices that follow: "2027-01-01: 480", or "2027-01-01: 34 x 14" for a rate."""
    return _added(_since(part, flag, values.day, _price) for part in _parts(text, ";"))


def amounts(text: str, flag: str) -> "Added":
    """Read amounts that follow: "2027-01-01: 480"."""
    return _added(_since(part, flag, values.day, _amount) for part in _parts(text, ";"))


def targets(text: str, flag: str) -> "Added":
    """Read net targets that follow, each from a month on: "2027-09: 900; 2028-01: 1200"."""

    def target(text: str, flag: str) -> dict[str, object]:
        return {"net": euros(text, flag)}

    return _added(_since(part, flag, _month, target) for part in _parts(text, ";"))


def _since(
    text: str,
    flag: str,
    read: Callable[[str, str], object],
    value: Callable[[str, str], dict[str, object]],
) -> dict[str, object]:
    """Read "WHEN: WHAT"."""
    when, colon, what = (part.strip() for part in text.partition(":"))
    if not colon or not what:
        refusal = say("“{text}” does not tell from when and what.", text=text)
        raise values.refused(flag, refusal, _example(_EXAMPLE_OF[read]))
    return {"from": read(when, flag), **value(what, flag)}


def _month(text: str, flag: str) -> str:
    return str(values.month(text, flag))


_EXAMPLE_OF: dict[Callable[[str, str], object], str] = {
    values.day: "2027-01-01: 480",
    _month: "2027-09: 900",
}


def _amount(text: str, flag: str) -> dict[str, object]:
    return {"amount": euros(text, flag)}


def _price(text: str, flag: str) -> dict[str, object]:
    rate, *quantity = re.split(_TIMES, text, maxsplit=1)
    if not quantity:
        return _amount(text, flag)
    return {"rate": euros(rate, flag), "quantity": numbers.quantity(quantity[0], flag)}


def _parts(text: str, separator: str) -> Iterator[str]:
    return (part.strip() for part in re.split(separator, text) if part.strip())


def _example(example: str) -> Said:
    return say("Type for example: {command}", command=example)


def yearly_day(text: str, flag: str) -> str:
    """Read a day of every year: "01-01" (the month first, as in the file), "1er janvier", "1/1"."""
    bare = text.strip()
    if re.fullmatch(r"[0-9]{1,2}-[0-9]{1,2}", bare):
        whole = f"{_ANY_YEAR}-{bare}"
    else:
        whole = f"{bare}/{_ANY_YEAR}" if "/" in bare else f"{bare} {_ANY_YEAR}"
    try:
        found = values.day(whole, flag)
    except UsageError:
        what = say("“{text}” is not a day of every year.", text=text)
        remedy = say("Type the month, then the day, such as {example}.", example="01-31")
        raise values.refused(flag, what, remedy) from None
    return f"{found.month:02d}-{found.day:02d}"
