"""Reads months and amounts back out of what `cae simulate` tells a person, in both languages."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from cae_cli.months import MONTHS_IN_YEAR, Month

LONG = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
SHORT = {
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
HEADER = {"fr": "  Mois", "en": "  Month"}
_DIGITS = {
    "fr": r"−?\d{1,3}(?:\N{NARROW NO-BREAK SPACE}\d{3})*(?:,\d\d)?",
    "en": r"−?€?\d{1,3}(?:,\d{3})*(?:\.\d\d)?",
}
_AMOUNT = {"fr": _DIGITS["fr"] + "\N{NO-BREAK SPACE}€", "en": r"−?€\d{1,3}(?:,\d{3})*(?:\.\d\d)?"}
_COLUMN = {
    "fr": r"−?\d{1,3}(?:\N{NARROW NO-BREAK SPACE}\d{3})*,\d\d",
    "en": r"−?\d{1,3}(?:,\d{3})*\.\d\d",
}


def cents(text: str) -> int:
    """Read "1 234,56 €", "−€1,234.56" or "1 235" as cents."""
    digits = re.sub(r"\D", "", text)
    decimals = re.search(r"[.,]\d\d$", text.strip("€\N{NO-BREAK SPACE}"))
    value = int(digits) * (1 if decimals else 100)
    return -value if "−" in text else value


def amounts(text: str, lang: str) -> list[int]:
    """Return the amounts of a sentence, in cents, in their order."""
    return [cents(found) for found in re.findall(_AMOUNT[lang], text)]


def months(text: str, lang: str) -> list[str]:
    """Return the months that a sentence names in full, "2023-07", in their order."""
    names = LONG[lang].split()
    found = re.findall(rf"({'|'.join(names)}) (\d{{4}})", text)
    return [f"{year}-{names.index(name) + 1:02d}" for name, year in found]


def _short(text: str, lang: str) -> Month:
    name, year = text.rsplit(" ", 1)
    return Month(int(year) * MONTHS_IN_YEAR + SHORT[lang].split().index(name))


class Row(NamedTuple):
    """A line of the table; cents."""

    sign: str
    first: Month
    last: Month
    invoiced: int
    cashed: int
    taken: int
    salaries: int
    treasury: int


def table(page: str, lang: str) -> list[Row]:
    """Return the rows of the table of months."""
    lines = page.splitlines()
    (begin,) = (i for i, line in enumerate(lines) if line.startswith(HEADER[lang]))
    return list(_rows(lines[begin + 1 :], lang))


def _rows(lines: Sequence[str], lang: str) -> Iterator[Row]:
    for line in lines:
        numbers = list(re.finditer(_COLUMN[lang], line))
        if len(numbers) != 5 or not re.match(r"[ *!x] \S", line):
            return
        first, last = _span(line[2 : numbers[0].start()].strip(), lang)
        yield Row(line[0].strip(), first, last, *(cents(number[0]) for number in numbers))


def _span(name: str, lang: str) -> tuple[Month, Month]:
    if re.fullmatch(r"\d{4}", name):
        january = Month(int(name) * MONTHS_IN_YEAR)
        return january, january + 11
    quarter = re.fullmatch(r"(\d)(?:er|e|st|nd|rd|th) (?:trim\.|q\.) (\d{4})", name)
    if quarter:
        first = Month(int(quarter[2]) * MONTHS_IN_YEAR + 3 * (int(quarter[1]) - 1))
        return first, first + 2
    begin, dash, end = name.partition("–")
    if not dash:
        return _short(name, lang), _short(name, lang)
    last = _short(end, lang)
    return _short(begin if " " in begin else f"{begin} {last.year}", lang), last


class View(NamedTuple):
    """A line of the block of views."""

    turnover: int  # whole euros
    lasting: list[int]  # cents; empty: none
    month: str | None  # from or until when the target is told
    lasts: int | None  # months on reserves
    missing: int | None  # cents


_VIEWS = {
    "fr": {"signed": "signé", "expected": "(?:selon probabilité|probable)", "all": "tout signé"},
    "en": {"signed": "signed", "expected": "(?:at its probability|expected)", "all": "all signed"},
}


def views(page: str, lang: str) -> dict[str, View]:
    """Return the block of views, those that it shows."""
    found = {}
    for line in page.splitlines():
        for view, name in _VIEWS[lang].items():
            match = re.match(rf"  {name} +({_DIGITS[lang]}) +(—|[^ ].*?)(?:  (.*))?$", line)
            if match:
                found[view] = _view(match[1], match[2], match[3] or "", lang)
    return found


def _view(turnover: str, lasting: str, target: str, lang: str) -> View:
    names = SHORT[lang].split()
    month = re.search(rf"({'|'.join(map(re.escape, names))}) (\d{{4}})", target)
    count = re.search(r", (\d+)", target)
    missing = amounts(target, lang)
    return View(
        cents(turnover) // 100,
        amounts(lasting, lang),
        None if month is None else str(_short(month[0], lang)),
        None if count is None else int(count[1]),
        missing[0] if missing else None,
    )


def whole(page: str) -> str:
    """Return a screen with its answer on one line, however it was wrapped."""
    lines = page.splitlines()
    begin = lines.index("")
    head = [line for line in lines[1:begin] if not line.startswith("! ")]
    return "\n".join([lines[0], " ".join(head), "", *lines[begin:]])


def agree(page: str, document: dict[str, Any], lang: str) -> None:
    """Hold what a page tells to the document of the same answer."""
    view = document["view"]
    first, why = document["first_salary"][view], document["paid"]["why"]
    lines = page.splitlines()
    told = f"{lines[1]} {lines[2]}"
    known = set(_months_of(document, view))
    assert set(months(told, lang)) <= known, told
    lasting = document["lasting_net"][view]
    if why == "target":
        assert months(told, lang)[:3] == [
            first["month"], first["sustained_until"], first["lowest_month"],
        ]  # fmt: skip
        assert euros(first["lowest_treasury"]) in amounts(told, lang)
    elif why == "lasting":
        assert months(told, lang)[0] == lasting["month"]
        nets = {euros(pay["net"]) for pay in lasting["net"]}
        total = sum(euros(pay["net"]) for pay in lasting["net"])
        sentence = told.split({"fr": ", durablement", "en": ", lastingly"}[lang], maxsplit=1)[0]
        assert set(amounts(sentence, lang)) in (nets, {total}), sentence
    elif why == "running":
        _agree_on_running(told, document, lang)
    if first["missing_per_month"] and why in ("lasting", "reserves", "nothing"):
        _agree_on_missing(told, first, lang)
    for name, row in views(page, lang).items():
        _agree_on_view(row, document, name)
    _agree_on_months(table(page, lang), document)


def euros(amount: float) -> int:
    """Return an amount of a document in cents."""
    return round(amount * 100)


def _months_of(document: dict[str, Any], view: str) -> Iterator[str | None]:
    first, lasting = document["first_salary"][view], document["lasting_net"][view]
    yield from (first[key] for key in ("month", "sustained_until", "lowest_month"))
    if first["on_reserves"]:
        yield first["on_reserves"]["month"]
    yield from (document["minimum_month"][view], document["paid"]["from"])
    if lasting:
        yield lasting["month"]
    running = document["running"]
    if running:
        yield running["holds_until"]
        yield running["breaks"] and running["breaks"]["month"]
    yield from (row["month"] for row in document["months"] if row["salary_cost"])


def _agree_on_running(told: str, document: dict[str, Any], lang: str) -> None:
    running = document["running"]
    if running["breaks"] is None:
        assert running["holds_until"] in months(told, lang)
        return
    expected = [running["holds_until"], running["breaks"]["month"]]
    assert months(told, lang)[:2] == expected or months(told, lang)[:1] == expected[1:]
    for key in ("treasury", "short"):
        assert euros(running["breaks"][key]) in amounts(told, lang)


def _agree_on_missing(told: str, first: dict[str, Any], lang: str) -> None:
    missing = 100 * first["missing_per_month"]
    turnover = (euros(first["turnover_per_month"]) + 50) // 100 * 100
    assert amounts(told, lang)[-3:] == [turnover + missing, turnover, missing], told


def _agree_on_view(row: View, document: dict[str, Any], name: str) -> None:
    first, lasting = document["first_salary"][name], document["lasting_net"][name]
    assert row.turnover == (euros(first["turnover_per_month"]) + 50) // 100
    nets = [] if lasting is None else [euros(pay["net"]) for pay in lasting["net"]]
    assert set(row.lasting) in (set(nets), {sum(nets)} - {0})
    if document["paid"]["why"] in ("running", "decided"):
        return
    reserves = first["on_reserves"]
    if first["month"]:
        assert (row.month, row.lasts) == (first["month"], None)
    elif reserves:
        count = Month.parse(reserves["until"]) - Month.parse(reserves["month"]) + 1
        assert (row.month, row.lasts) == (reserves["month"], count)
    elif first["missing_per_month"]:
        assert row.missing == 100 * first["missing_per_month"]


def _agree_on_months(rows: Sequence[Row], document: dict[str, Any]) -> None:
    """Hold the rows, single or folded, to the months: all are there, and every total adds up."""
    left = document["months"]
    for row in rows:
        count = row.last - row.first + 1
        part, left = left[:count], left[count:]
        assert [one["month"] for one in part] == [str(row.first + i) for i in range(count)]
        taken = ("contribution", "expenses", "investments")
        assert row[3:] == (
            sum(euros(one["invoiced"]) for one in part),
            sum(euros(one["cashed"]) for one in part),
            sum(euros(one[key]) for one in part for key in taken),
            sum(euros(one["salary_cost"]) for one in part),
            euros(part[-1]["treasury"]),
        ), row
        begins = document["paid"]["from"]
        if row.sign == "*":
            assert str(row.first) <= begins <= str(row.last)
    assert not left
